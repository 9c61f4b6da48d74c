"""From a rule's match to its meaning. One small function a rule; pure. None means: not a time after all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from variorum.model.time import Grain
from variorum.read.times.meaning import (
    At,
    Clock,
    Cycle,
    Edge,
    Length,
    Meaning,
    Moved,
    Nearest,
    NthUnit,
    Origin,
    Part,
    PartOfDay,
    Range,
    Reference,
    Repeated,
    Same,
    Stated,
)  # fmt: skip
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit

STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1,
         "following": 1, "ensuing": 1, "subsequent": 1, "succeeding": 1}  # fmt: skip
DURATION_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "weekend": "{}WE",
    "fortnight": "{}W", "month": "{}M", "quarter": "{}Q", "half_year": "{}M", "season": "{}M", "year": "{}Y",
    "decade": "{}Y", "century": "{}Y", "millennium": "{}Y",
}  # fmt: skip
MULTIPLES = {"fortnight": 2, "half_year": 6, "season": 3, "decade": 10, "century": 100, "millennium": 1000}
LONG = {"decade": "DE", "century": "CE", "millennium": "ML"}
"""Codes for an unknown number of long units; a known number is given in years, as ISO 8601 has no sign for them."""
CALENDAR: dict[str, tuple[Grain, int]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "weekend": ("weekend", 1),
    "month": ("month", 1), "quarter": ("quarter", 1), "half_year": ("half_year", 1), "season": ("season", 1),
    "year": ("year", 1), "decade": ("decade", 1), "century": ("century", 1), "millennium": ("century", 10),
}  # fmt: skip
"""Units with a place on the calendar: their grain, and how many of it they are."""

Builder = Callable[[Hit], Meaning | None]
BUILDERS: dict[str, Builder] = {}


def builder(function: Builder) -> Builder:
    """Enter a function under its own name."""
    BUILDERS[function.__name__] = function
    return function


def number(hit: Hit, role: str = "num") -> float | None:
    """The number the role's words spell; None for "several", "many". "A" is 1, "a couple of" 2."""
    words = [w.lower() for w in hit.words(role)]
    if any(hit.lexicon.has(w, "VAGUE") for w in words):
        return None
    total, current = 0.0, 0.0
    for word in words:
        if word[0].isdigit():
            current += float(word.replace(",", ""))
        elif (value := hit.lexicon.value(word, "NUMBER_WORD")) is not None:
            current += value
        elif value := hit.lexicon.value(word, "SCALE"):
            total, current = (total + max(current, 1) * value, 0) if value > 100 else (total, max(current, 1) * value)
        elif value := hit.lexicon.value(word, "COLLECTIVE"):
            current = max(current, 1) * value
        elif value := hit.lexicon.value(word, "FRACTION"):
            current += value
    spelled = total + current
    return spelled if spelled or "zero" in words or "0" in words else 1


def length_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: ``P2D``, ``PT30M``, ``PXY``."""
    if amount is None:
        return "P" + DURATION_CODES[unit].format("X") if unit not in LONG else f"PX{LONG[unit]}"
    figure = f"{amount * MULTIPLES.get(unit, 1):.10g}"
    return "P" + DURATION_CODES[unit].format(figure)


def full_year(hit: Hit, role: str = "year") -> int | None:
    """The role's four-digit year, or None."""
    return hit.value(role) if hit.has(role) else None


def century_of(two_digits: int) -> int:
    """A two-digit year in full: 50 to 99 are 19xx, the rest 20xx (the POSIX pivot, moved to 50)."""
    return two_digits + (1900 if two_digits >= 50 else 2000)


def day_in(year: int, month: int, day: int) -> Stated | None:
    """A day, unless the calendar has none."""
    try:
        return Stated(Period(dt.date(year, month, day), "day"))
    except ValueError:
        return None


def side(hit: Hit) -> str:
    """The modifier's class in a word: last, next, this ... ; empty without one."""
    word = hit.word("side")
    synonyms = {"preceding": "previous", "prior": "previous", "upcoming": "coming", "ensuing": "following",
                "subsequent": "following", "succeeding": "following", "present": "current"}  # fmt: skip
    return synonyms.get(word, word)


@builder
def nothing(hit: Hit) -> Meaning | None:
    """Words that only look like a time."""
    return None


@builder
def iso(hit: Hit) -> Meaning | None:
    """``2026-01-13``, with or without a time."""
    text = hit.word("date")
    day = day_in(*(int(p) for p in text[:10].split("-")))
    if day and len(text) > 10:
        zone = 0.0 if text.endswith("z") else None
        return At(Clock(int(text[11:13]), int(text[14:16]), zone), day)
    return day


@builder
def numeric(hit: Hit) -> Meaning | None:
    """``11/02/89``: month first, as in the US, unless only day first is possible; ``13.01.2026``: day first."""
    text = hit.word("date")
    mark = next(c for c in text if not c.isdigit())
    a, b, y = (int(p) for p in text.split(mark))
    year = y if y > 99 else century_of(y)
    day_first = mark == "." or a > 12
    return day_in(year, b, a) if day_first else day_in(year, a, b)


@builder
def calendar_day(hit: Hit) -> Meaning | None:
    """``Jan. 13, 2026``, ``13 January``."""
    month, day = hit.value("month"), hit.value("day")
    if (year := full_year(hit)) is not None:
        return day_in(year, month, day)
    return Nearest(Cycle("calendar_day", (month, day))) if day_in(2000, month, day) else None


@builder
def calendar_days(hit: Hit) -> Meaning | None:
    """``Jan. 13-14``, ``3 to 5 June 2008``."""
    month, first, last = hit.value("month"), hit.value("day"), hit.value("last")
    if last <= first or (hit.rule.options.get("next_day") and last != first + 1):
        return None
    if (year := full_year(hit)) is not None:
        a, b = day_in(year, month, first), day_in(year, month, last)
        return Range(a, b) if a and b else None
    if not day_in(2000, month, last):
        return None
    return Range(Nearest(Cycle("calendar_day", (month, first))), Nearest(Cycle("calendar_day", (month, last))))


@builder
def month(hit: Hit) -> Meaning | None:
    """``January 2026``, ``last October``, ``March``."""
    n = hit.value("month")
    year = full_year(hit)
    if hit.has("short"):
        year = century_of(hit.value("short"))
    if year is not None:
        return Stated(Period(dt.date(year, n, 1), "month"))
    return Nearest(Cycle("month", n), side(hit))


@builder
def day_of_month(hit: Hit) -> Meaning | None:
    """``the 13th``."""
    n = hit.value("day")
    return Nearest(Cycle("day_of_month", n)) if 1 <= n <= 31 else None


@builder
def year(hit: Hit) -> Meaning | None:
    """``2011``."""
    return Stated(Period(dt.date(hit.value("year"), 1, 1), "year"))


@builder
def short_year(hit: Hit) -> Meaning | None:
    """``'82``."""
    return Stated(Period(dt.date(century_of(hit.value("year")), 1, 1), "year"))


@builder
def years(hit: Hit) -> Meaning | None:
    """``1910-45``."""
    first, last = hit.value("year"), hit.value("last")
    last += 0 if last > 99 else first // 100 * 100
    if last <= first:
        return None
    return Range(Stated(Period(dt.date(first, 1, 1), "year")), Stated(Period(dt.date(last, 1, 1), "year")))


@builder
def decade(hit: Hit) -> Meaning | None:
    """``the 1980s``, ``the 80s``."""
    n = hit.value("decade")
    first = n if n > 99 else n + (2000 if n < 20 else 1900)
    return Stated(Period(dt.date(first, 1, 1), "decade"))


@builder
def decade_word(hit: Hit) -> Meaning | None:
    """``the eighties``."""
    return Stated(Period(dt.date(1900 + hit.value("decade"), 1, 1), "decade"))


@builder
def century(hit: Hit) -> Meaning | None:
    """``the 20th century``: 1900 to 1999, as TIMEX3 counts."""
    n = hit.value("n")
    if not 2 <= n <= 30:
        return Moved("century", 0, "now") if n == -1 else None
    return Stated(Period(dt.date((n - 1) * 100, 1, 1), "century"))


@builder
def nth(hit: Hit) -> Meaning | None:
    """``the third quarter``, ``the first half``, ``Q3 2009``."""
    unit, n = hit.rule.options["unit"], hit.value("n")
    most = 4 if unit == "quarter" else 2
    if hit.word("n") == "final":
        n = most
    if n == -1:
        return Moved("quarter" if unit == "quarter" else "half_year", -1, "now")
    if not 1 <= n <= most:
        return None
    cycle = Cycle("quarter" if unit == "quarter" else "half_year", n)
    if (y := full_year(hit)) is not None:
        from variorum.read.times.meaning import Within

        return Within(Nearest(cycle), Stated(Period(dt.date(y, 1, 1), "year")))
    return Nearest(cycle)


@builder
def season(hit: Hit) -> Meaning | None:
    """``last summer``, ``the fall of 1989``."""
    cycle = Cycle("season", hit.value("season"))
    if (y := full_year(hit)) is not None:
        first = dt.date(y, 3 * (("SP", "SU", "FA", "WI").index(str(cycle.key)) + 1), 1)
        return Stated(Period(first, "season"))
    return Nearest(cycle, side(hit))


@builder
def fiscal_year(hit: Hit) -> Meaning | None:
    """``fiscal 1989``, ``the current fiscal year``."""
    if (y := full_year(hit)) is not None:
        return Stated(Period(dt.date(y, 1, 1), "year"), fiscal=True)
    return Moved("year", STEPS.get(side(hit), 0), "now", fiscal=True)


@builder
def weekday(hit: Hit) -> Meaning | None:
    """``Tuesday``, ``next Friday``."""
    return Nearest(Cycle("weekday", hit.value("day")), side(hit))


@builder
def feast(hit: Hit) -> Meaning | None:
    """``Christmas``, ``last Easter``."""
    key = hit.value("feast")
    return Nearest(Cycle("feast", tuple(key) if isinstance(key, list) else key), side(hit))


@builder
def feast_phrase(hit: Hit) -> Meaning | None:
    """``New Year's Day``."""
    key = _phrase(hit, hit.lexicon.feasts)
    return Nearest(Cycle("feast", tuple(key) if isinstance(key, list) else key)) if key else None


@builder
def named_day(hit: Hit) -> Meaning | None:
    """``Black Monday``, ``D-Day``."""
    day = _phrase(hit, hit.lexicon.named_days)
    return Stated(Period(day, "day")) if day else None


def _phrase(hit: Hit, phrases: dict[str, Any]) -> Any:
    """The value of the phrase that the match's words make."""
    wanted = "".join(hit.tokens.word(i) for i in range(hit.first, hit.last)).lower().replace("’", "'")
    return next((value for phrase, value in phrases.items() if phrase.replace(" ", "") == wanted), None)


@builder
def today(hit: Hit) -> Meaning | None:
    """``today``, ``yesterday``, ``tomorrow``."""
    return Moved("day", hit.value("day"), "now")


@builder
def day_before(hit: Hit) -> Meaning | None:
    """``the day before yesterday``."""
    return Moved("day", hit.rule.options["steps"], "now")


@builder
def this_unit(hit: Hit) -> Meaning | None:
    """``last week``, ``this year``, ``the following month``, ``that day``."""
    word = side(hit) or "same"
    grain = CALENDAR[hit.value("unit")][0]
    return Moved(grain, STEPS.get(word, 0), _origin(hit, word, grain))


def _origin(hit: Hit, word: str, grain: str) -> Origin:
    """ "The following month" and "the next day" count from the text's day, "next month" from today."""
    told = word == "next" and (grain == "day" or hit.tokens.word(hit.first).lower() == "the")
    return "text" if told or word in {"previous", "following", "that", "same"} else "now"


@builder
def consecutive(hit: Hit) -> Meaning | None:
    """``a third straight day``: the one that now is."""
    return Moved(CALENDAR[hit.value("unit")][0], 0, "now")


@builder
def weekend(hit: Hit) -> Meaning | None:
    """``the weekend``."""
    return Nearest(Cycle("weekend", 6), "this" if hit.tokens.word(hit.first).lower() == "this" else "")


@builder
def definite(hit: Hit) -> Meaning | None:
    """``the year``, ``the quarter``: the text's own."""
    return Moved(CALENDAR[hit.value("unit")][0], 0, "text")


@builder
def unit_beside(hit: Hit) -> Meaning | None:
    """``the year previous``, ``the day after``."""
    return Moved(CALENDAR[hit.value("unit")][0], hit.rule.options["steps"], "text")


@builder
def period_end(hit: Hit) -> Meaning | None:
    """``year-end 1989``, ``the month's end``."""
    return _part(hit, "END")


@builder
def period_middle(hit: Hit) -> Meaning | None:
    """``midweek``, ``mid-year``."""
    return _part(hit, "MID")


def _part(hit: Hit, mod: str) -> Meaning | None:
    grain = CALENDAR[hit.value("unit")][0]
    if (y := full_year(hit)) is not None:
        return Part(mod, Stated(Period(dt.date(y, 1, 1), "year"))) if grain == "year" else None
    return Part(mod, Moved(grain, 0, "now"))


@builder
def past_unit(hit: Hit) -> Meaning | None:
    """``the past year``, ``the coming week``: a length up to, or from, now."""
    if hit.rule.options.get("over") and hit.tokens.word(hit.first - 1).lower() not in hit.lexicon.cues["SPAN_CUE"]:
        return None
    return Length(1, hit.value("unit"), STEPS[side(hit)])


@builder
def flank_length(hit: Hit) -> Meaning | None:
    """``the past two days``, ``the next six months``, ``recent years``."""
    amount = number(hit) if hit.has("num") else None
    return Length(amount, hit.value("unit"), STEPS[side(hit)])


@builder
def shift(hit: Hit) -> Meaning | None:
    """``two days ago``, ``a year earlier``, ``three weeks from now``."""
    amount, unit = number(hit), hit.value("unit")
    steps = int(hit.rule.options.get("steps") or hit.value("toward") or -1)
    origin: Origin = "now" if hit.rule.options["origin"] == "now" else "text"
    if amount is None and origin == "now":
        return Reference("PAST_REF" if steps < 0 else "FUTURE_REF")
    if amount is None:
        return Length(None, unit)
    if unit not in CALENDAR or amount != int(amount):
        return Length(amount, unit)
    grain, size = CALENDAR[unit]
    return Moved(grain, steps * int(amount) * size, origin, keep=True)


@builder
def vague_shift(hit: Hit) -> Meaning | None:
    """``years ago``, ``weeks later``."""
    if hit.has("toward") and hit.has("unit"):
        return Length(None, hit.value("unit"))
    ahead = hit.value("toward") == 1 or hit.tokens.word(hit.last - 1).lower() == "ahead"
    return Reference("FUTURE_REF" if ahead else "PAST_REF")


@builder
def year_earlier(hit: Hit) -> Meaning | None:
    """``the year-earlier period``, ``year-ago``."""
    return Moved("year", -1, "text", keep=True)


@builder
def same_time(hit: Hit) -> Meaning | None:
    """``the same period (of)``."""
    return Same(CALENDAR[hit.value("unit")][0] if hit.has("unit") else None)


@builder
def edge(hit: Hit) -> Meaning | None:
    """``early``, ``the end of``."""
    return Edge(hit.value("mod"))


@builder
def nth_of(hit: Hit) -> Meaning | None:
    """``the last week of``."""
    unit = hit.value("unit")
    return NthUnit(hit.value("n"), CALENDAR[unit][0]) if unit in CALENDAR else None


def zone(hit: Hit) -> float | None:
    """The zone's hours from UTC; None when none is named."""
    for name in ("zone_name", "us_zone"):
        if hit.has(name):
            return float(hit.value(name))
    role = "zone" if hit.has("zone") else "enclosed"
    if not hit.has(role):
        return None
    found = float(hit.value(role))
    at = hit.place(role)[1]
    if hit.tokens.word(at) in {"+", "-"} and at + 1 < hit.last:
        shift_by = float(hit.tokens.word(at + 1).replace(",", ""))
        found += shift_by if hit.tokens.word(at) == "+" else -shift_by
    return found


def half_day(hour: int, meridiem: str | None) -> int:
    """The hour on the 24-hour clock."""
    if meridiem == "pm" and hour < 12:
        return hour + 12
    return 0 if meridiem == "am" and hour == 12 else hour


@builder
def clock(hit: Hit) -> Meaning | None:
    """``10:30 a.m. EST``, ``6 p.m.``, ``0800 GMT``, ``five o'clock``."""
    meridiem = hit.value("meridiem")
    if hit.has("part"):
        meridiem = "am" if hit.value("part") == "MO" else "pm"
    hour, minute = _figures(hit)
    hour = half_day(hour, meridiem)
    return At(Clock(hour, minute, zone(hit)), None) if hour <= 24 else None


def _figures(hit: Hit) -> tuple[int, int | None]:
    """Hour and minute as written; hour 99 when it is no hour."""
    if hit.has("hour"):
        return int(number(hit, "hour") or 99), None
    figures = (hit.word("time") or hit.word("time_")).replace(".", ":")
    if ":" in figures:
        hour, minute = figures.split(":")[:2]
        return int(hour), int(minute)
    return (int(figures[:2]), int(figures[2:])) if len(figures) == 4 else (int(figures), None)


@builder
def clock_word(hit: Hit) -> Meaning | None:
    """``noon``, ``midnight``."""
    return At(Clock(hit.value("word"), None, zone(hit)), None)


@builder
def part_of_day(hit: Hit) -> Meaning | None:
    """``this morning``, ``last night``, ``tonight``."""
    if not hit.has("part"):
        return At(PartOfDay("NI"), Moved("day", 0, "now"))
    word = side(hit)
    return At(PartOfDay(hit.value("part")), Moved("day", STEPS.get(word, 0), _origin(hit, word, "part")))


@builder
def bare_part(hit: Hit) -> Meaning | None:
    """``the morning``: of a day the context gives."""
    return At(PartOfDay(hit.value("part")), None)


@builder
def rate(hit: Hit) -> Meaning | None:
    """``(15) a year``."""
    return Repeated(length_value(1, hit.value("unit")))


@builder
def length(hit: Hit) -> Meaning | None:
    """``two days``, ``a five-year``, ``more than six months``, ``42-year-old``."""
    if hit.has("seconds"):
        return Length(number(hit), "second")
    amount, unit = number(hit), hit.words("unit")[0].lower()
    if amount and 1900 <= amount < 2100 and not unit.endswith("s"):
        return None
    if hit.has("half") and amount is not None:
        amount += hit.value("half")
    return Length(amount, hit.value("unit"))


@builder
def plural_length(hit: Hit) -> Meaning | None:
    """``years``, ``decades-long``."""
    return Length(None, hit.value("unit"))


@builder
def singular_length(hit: Hit) -> Meaning | None:
    """``year-long``."""
    return Length(1, hit.value("unit"))


@builder
def every(hit: Hit) -> Meaning | None:
    """``every day``, ``every two weeks``."""
    other = "other" in {hit.tokens.word(i).lower() for i in range(hit.first, hit.last)}
    amount = number(hit) if hit.has("num") else (2 if other else 1)
    return Repeated(length_value(amount, hit.value("unit")))


@builder
def every_weekday(hit: Hit) -> Meaning | None:
    """``every Monday``, ``Mondays``."""
    part = f"T{hit.value('part')}" if hit.has("part") else ""
    return Repeated(f"XXXX-WXX-{hit.value('day')}{part}")


@builder
def every_part(hit: Hit) -> Meaning | None:
    """``every morning``."""
    return Repeated(f"XXXX-XX-XXT{hit.value('part')}")


@builder
def every_month(hit: Hit) -> Meaning | None:
    """``every January``."""
    return Repeated(f"XXXX-{hit.value('month'):02}")


@builder
def every_season(hit: Hit) -> Meaning | None:
    """``every summer``."""
    return Repeated(f"XXXX-{hit.value('season')}")


@builder
def set_word(hit: Hit) -> Meaning | None:
    """``daily``, ``annual``."""
    return Repeated(hit.value("word"))


@builder
def times_a(hit: Hit) -> Meaning | None:
    """``twice a month``."""
    return Repeated(length_value(1, hit.value("unit")))


@builder
def reference(hit: Hit) -> Meaning | None:
    """``now``, ``recently``, ``the near future``."""
    return Reference(hit.value("word") or hit.rule.options["value"])
