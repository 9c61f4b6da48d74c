"""Builders of dates that the words give in full or in part. None means: not a date after all."""

from __future__ import annotations

import datetime as dt
from typing import Any

from variorum.read.times.meaning import At, Clock, Cycle, Meaning, Moved, Nearest, Range, Stated
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit
from variorum.read.times.units import LAST_OF_ALL, STEPS, Builder, century_of, day_in, full_year, side


def iso(hit: Hit) -> Meaning | None:
    """``2026-01-13``, with or without a time."""
    text = hit.word("date")
    day = day_in(*(int(p) for p in text[:10].split("-")))
    if day and len(text) > 10:
        zone = 0.0 if text.endswith("z") else None
        return At(Clock(int(text[11:13]), int(text[14:16]), zone), day)
    return day


def numeric(hit: Hit) -> Meaning | None:
    """``11/02/89``: month first, as in the US, unless only day first is possible; ``13.01.2026``: day first."""
    text = hit.word("date")
    mark = next(c for c in text if not c.isdigit())
    a, b, y = (int(p) for p in text.split(mark))
    year = y if y > 99 else century_of(y)
    day_first = mark == "." or a > 12
    return day_in(year, b, a) if day_first else day_in(year, a, b)


def calendar_day(hit: Hit) -> Meaning | None:
    """``Jan. 13, 2026``, ``13 January``, ``next June 17``."""
    month, day = hit.value("month"), hit.value("day")
    if (year := full_year(hit)) is not None:
        return day_in(year, month, day)
    if known := _known(hit, month, day):
        return known
    return Nearest(Cycle("calendar_day", (month, day)), side(hit)) if day_in(2000, month, day) else None


def _known(hit: Hit, month: int, day: int) -> Meaning | None:
    """A day that goes by its date without the year: "the Sept. 11 attacks"."""
    after = hit.tokens.word(hit.last).lower()
    for known in hit.lexicon.data["known_days"]:
        if known["day"] == [month, day] and after in known["before"]:
            return Stated(Period(dt.date(known["year"], month, day), "day"), aside=True)
    return None


def calendar_days(hit: Hit) -> Meaning | None:
    """``Jan. 13-14``, ``3 to 5 June 2008``, ``3, 4 and 5 June``; of ``3 and 5 June`` each end alone."""
    month, first, last = hit.value("month"), hit.value("day"), hit.value("last")
    if last <= first or (hit.rule.options.get("listed") and not _each_day(hit)):
        return None
    apart = bool(hit.rule.options.get("next_day")) and last != first + 1
    if (year := full_year(hit)) is not None:
        a, b = day_in(year, month, first), day_in(year, month, last)
        return Range(a, b, apart) if a and b else None
    if not day_in(2000, month, last):
        return None
    return Range(Nearest(Cycle("calendar_day", (month, first))), Nearest(Cycle("calendar_day", (month, last))), apart)


def _each_day(hit: Hit) -> bool:
    """Whether listed days follow one another: "3, 4 and 5 June"."""
    days = [hit.value(role) for role in ("day", "second", "third", "last") if hit.has(role)]
    return days == list(range(days[0], days[0] + len(days)))


def month(hit: Hit) -> Meaning | None:
    """``January 2026``, ``last October``, ``March``."""
    n = hit.value("month")
    year = full_year(hit)
    if hit.has("short"):
        year = century_of(hit.value("short"))
    if year is not None:
        return Stated(Period(dt.date(year, n, 1), "month"))
    return Nearest(Cycle("month", n), side(hit))


def day_of_month(hit: Hit) -> Meaning | None:
    """``the 13th``."""
    n = hit.value("day")
    return Nearest(Cycle("day_of_month", n)) if 1 <= n <= 31 else None


def year(hit: Hit) -> Meaning | None:
    """``2011``."""
    return Stated(Period(dt.date(hit.value("year"), 1, 1), "year"))


def spoken(hit: Hit) -> int:
    """The number that ``tens`` and ``ones`` make."""
    return sum(int(hit.value(role)) for role in ("tens", "ones") if hit.has(role))


def spoken_year(hit: Hit) -> Meaning | None:
    """``nineteen ninety-one``."""
    return Stated(Period(dt.date(hit.value("century") * 100 + spoken(hit), 1, 1), "year"))


def spoken_decade(hit: Hit) -> Meaning | None:
    """``the nineteen eighties``."""
    return Stated(Period(dt.date(hit.value("century") * 100 + hit.value("decade"), 1, 1), "decade"))


def spoken_day(hit: Hit) -> Meaning | None:
    """``November fifteenth``, ``the twenty-third of June``."""
    month, day = hit.value("month"), hit.value("day") + (hit.value("tens") if hit.has("tens") else 0)
    if not day_in(2000, month, day):
        return None
    year = full_year(hit)
    return day_in(year, month, day) if year is not None else Nearest(Cycle("calendar_day", (month, day)))


def short_year(hit: Hit) -> Meaning | None:
    """``'82``."""
    return Nearest(Cycle("short_year", hit.value("year")))


def years(hit: Hit) -> Meaning | None:
    """``1910-45``."""
    first, last = hit.value("year"), hit.value("last")
    last += 0 if last > 99 else first // 100 * 100
    if last <= first:
        return None
    return Range(Stated(Period(dt.date(first, 1, 1), "year")), Stated(Period(dt.date(last, 1, 1), "year")))


def decade(hit: Hit) -> Meaning | None:
    """``the 1980s``, ``the 80s``; ``the 1800s`` are a century."""
    n = hit.value("decade")
    if n > 99 and n % 100 == 0 and n < 2000:
        return Stated(Period(dt.date(n, 1, 1), "century"))
    first = n if n > 99 else n + (2000 if n < 20 else 1900)
    return Stated(Period(dt.date(first, 1, 1), "decade"))


def decade_word(hit: Hit) -> Meaning | None:
    """``the eighties``."""
    return Stated(Period(dt.date(1900 + hit.value("decade"), 1, 1), "decade"))


def century(hit: Hit) -> Meaning | None:
    """``the 20th century``: 1900 to 1999, as TIMEX3 counts."""
    n = hit.value("n")
    if not 2 <= n <= 30:
        return Moved("century", 0, "now") if n == -1 else None
    return Stated(Period(dt.date((n - 1) * 100, 1, 1), "century"))


def nth(hit: Hit) -> Meaning | None:
    """``the third quarter``, ``the first half``, ``Q3 2009``."""
    unit, n = hit.rule.options["unit"], hit.value("n")
    most = 4 if unit == "quarter" else 2
    n = most if n == LAST_OF_ALL else n
    if n == -1:
        return Moved("quarter" if unit == "quarter" else "half_year", -1, "now")
    if not 1 <= n <= most:
        return None
    cycle = Cycle("quarter" if unit == "quarter" else "half_year", n)
    if (y := full_year(hit)) is not None:
        from variorum.read.times.meaning import Within

        return Within(Nearest(cycle), Stated(Period(dt.date(y, 1, 1), "year")))
    return Nearest(cycle)


def season(hit: Hit) -> Meaning | None:
    """``last summer``, ``the fall of 1989``."""
    cycle = Cycle("season", hit.value("season"))
    if (y := full_year(hit)) is not None:
        first = dt.date(y, 3 * (("SP", "SU", "FA", "WI").index(str(cycle.key)) + 1), 1)
        return Stated(Period(first, "season"))
    return Nearest(cycle, side(hit))


def fiscal_year(hit: Hit) -> Meaning | None:
    """``fiscal 1989``, ``the current fiscal year``."""
    if (y := full_year(hit)) is not None:
        return Stated(Period(dt.date(y, 1, 1), "year"), fiscal=True)
    return Moved("year", STEPS.get(side(hit), 0), "now", fiscal=True)


def weekday(hit: Hit) -> Meaning | None:
    """``Tuesday``, ``next Friday``."""
    return Nearest(Cycle("weekday", hit.value("day")), side(hit))


def weekend(hit: Hit) -> Meaning | None:
    """``the weekend``."""
    return Nearest(Cycle("weekend", 6), side(hit))


def feast(hit: Hit) -> Meaning | None:
    """``Christmas``, ``last Easter``."""
    key = hit.value("feast")
    return Nearest(Cycle("feast", tuple(key) if isinstance(key, list) else key), side(hit))


def feast_phrase(hit: Hit) -> Meaning | None:
    """``New Year's Day``."""
    key = _phrase(hit, hit.lexicon.feasts)
    return Nearest(Cycle("feast", tuple(key) if isinstance(key, list) else key)) if key else None


def named_day(hit: Hit) -> Meaning | None:
    """``Black Monday``, ``D-Day``."""
    day = _phrase(hit, hit.lexicon.named_days)
    return Stated(Period(day, "day"), aside=True) if day else None


def _phrase(hit: Hit, phrases: dict[str, Any]) -> Any:
    """The value of the phrase that the match's words make."""
    wanted = "".join(hit.tokens.word(i) for i in range(hit.first, hit.last)).lower().replace("’", "'")
    return next((value for phrase, value in phrases.items() if phrase.replace(" ", "") == wanted), None)


BUILDERS: dict[str, Builder] = {
    f.__name__: f
    for f in (
        iso,
        numeric,
        calendar_day,
        calendar_days,
        month,
        day_of_month,
        year,
        spoken_year,
        spoken_decade,
        spoken_day,
        short_year,
        years,
        decade,
        decade_word,
        century,
        nth,
        season,
        fiscal_year,
        weekday,
        weekend,
        feast,
        feast_phrase,
        named_day,
    )
}
"""By the name that a rule's ``build`` gives."""
