"""Builders of dates counted from the day of writing or from a day of the text."""

from __future__ import annotations

import datetime as dt

from variorum.read.times.meaning import (
    Cycle,
    Edge,
    Length,
    Meaning,
    Moved,
    Nearest,
    NthUnit,
    Origin,
    Part,
    Range,
    Reference,
    Same,
    SameIn,
    Stated,
)
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit
from variorum.read.times.units import (
    CALENDAR,
    FINER,
    LAST_OF_ALL,
    LONG,
    MULTIPLES,
    STEPS,
    Builder,
    full_year,
    number,
    side,
    text_bound,
)


def today(hit: Hit) -> Meaning | None:
    """``today``, ``yesterday``, ``tomorrow``."""
    return Moved("day", hit.value("day"), "now")


def day_before(hit: Hit) -> Meaning | None:
    """``the day before yesterday``."""
    return Moved("day", hit.rule.options["steps"], "now")


def this_unit(hit: Hit) -> Meaning | None:
    """``last week``, ``this year``, ``the following month``, ``that day``."""
    word = side(hit) or "same"
    grain = CALENDAR[hit.value("unit")][0]
    return Moved(grain, STEPS.get(word, 0), text_bound(hit, word, grain))


def consecutive(hit: Hit) -> Meaning | None:
    """``a third straight day``: the one that now is."""
    return Moved(CALENDAR[hit.value("unit")][0], 0, "now")


def definite(hit: Hit) -> Meaning | None:
    """``the year``, ``the quarter``: the text's own."""
    return Moved(CALENDAR[hit.value("unit")][0], 0, "text")


def before_last(hit: Hit) -> Meaning | None:
    """``the week before last``."""
    return Moved(CALENDAR[hit.value("unit")][0], -2, "now")


def unit_beside(hit: Hit) -> Meaning | None:
    """``the year previous``, ``the day after``."""
    return Moved(CALENDAR[hit.value("unit")][0], hit.rule.options["steps"], "text")


def period_end(hit: Hit) -> Meaning | None:
    """``year-end 1989``, ``the month's end``."""
    return _part(hit, "END")


def period_middle(hit: Hit) -> Meaning | None:
    """``midweek``, ``mid-year``."""
    return _part(hit, "MID")


def season_middle(hit: Hit) -> Meaning | None:
    """``midsummer``."""
    return Part("MID", Nearest(Cycle("season", hit.value("season"))))


def new_year(hit: Hit) -> Meaning | None:
    """``the new year``: the one whose beginning is near."""
    return Nearest(Cycle("new_year", 1))


def _part(hit: Hit, mod: str) -> Meaning | None:
    grain = CALENDAR[hit.value("unit")][0]
    if (y := full_year(hit)) is not None:
        return Part(mod, Stated(Period(dt.date(y, 1, 1), "year"))) if grain == "year" else None
    return Part(mod, Moved(grain, 0, "now"))


def past_unit(hit: Hit) -> Meaning | None:
    """``the past year``, ``the coming week``: a length up to, or from, now."""
    if hit.rule.options.get("over") and hit.tokens.word(hit.first - 1).lower() not in hit.lexicon.cues["SPAN_CUE"]:
        return None
    return Length(1, hit.value("unit"), STEPS[side(hit)])


def flank_length(hit: Hit) -> Meaning | None:
    """``the past two days``, ``the next six months``, ``recent years``."""
    amount = number(hit) if hit.has("num") else None
    return Length(amount, hit.value("unit"), STEPS[side(hit)])


def shift(hit: Hit) -> Meaning | None:
    """``two days ago``, ``a year earlier``, ``three weeks from now``."""
    amount, unit = number(hit), hit.value("unit")
    if hit.has("half") and amount is not None:
        amount += hit.value("half")
    steps = int(hit.rule.options.get("steps") or hit.value("toward") or -1)
    origin: Origin = "now" if hit.rule.options["origin"] == "now" else "text"
    if amount is None and origin == "now":
        return Reference("PAST_REF" if steps < 0 else "FUTURE_REF")
    if amount is None:
        return Length(None, unit)
    if unit in LONG and amount != int(amount):
        amount, unit = amount * MULTIPLES[unit], "year"
    size, finer = FINER.get(unit, (1, unit))
    if amount != int(amount) and amount * size == int(amount * size):
        amount, unit = amount * size, finer
    if unit not in CALENDAR or amount != int(amount):
        return Length(amount, unit)
    grain, size = CALENDAR[unit]
    return Moved(grain, steps * int(amount) * size, origin, keep=True)


def vague_shift(hit: Hit) -> Meaning | None:
    """``years ago``, ``weeks later``."""
    if hit.has("toward") and hit.has("unit"):
        return Length(None, hit.value("unit"))
    ahead = hit.rule.options.get("future") or hit.value("toward") == 1
    return Reference("FUTURE_REF" if ahead else "PAST_REF")


def year_earlier(hit: Hit) -> Meaning | None:
    """``the year-earlier period``, ``year-ago``."""
    return Moved("year", -1, "text", keep=True)


def same_time(hit: Hit) -> Meaning | None:
    """``the same period (of)``."""
    return Same(CALENDAR[hit.value("unit")][0] if hit.has("unit") else None)


def time_of_year(hit: Hit) -> Meaning | None:
    """``this time (last year)``."""
    return Edge("")


def year_period(hit: Hit) -> Meaning | None:
    """``the 1988 quarter``, ``the 1988 period``: the text's own, in that year."""
    year = Stated(Period(dt.date(hit.value("year"), 1, 1), "year"))
    return SameIn("quarter" if hit.has("unit") else None, year)


def edge(hit: Hit) -> Meaning | None:
    """``early``, ``the end of``."""
    return Edge(hit.value("mod"))


def nth_of(hit: Hit) -> Meaning | None:
    """``the last week of``; ``last month in (Qatar)`` is the month before this."""
    unit = hit.value("unit")
    if hit.value("n") == -1 and hit.tokens.word(hit.first).lower() not in hit.lexicon.glue and not _dated(hit):
        return None
    if hit.lexicon.has(hit.words("unit")[0], "PLURAL"):
        return Edge("START" if hit.value("n") == 1 else "END") if hit.value("n") in {1, -1, LAST_OF_ALL} else None
    return NthUnit(-1 if (n := hit.value("n")) == LAST_OF_ALL else n, CALENDAR[unit][0]) if unit in CALENDAR else None


def _dated(hit: Hit) -> bool:
    """Whether a date stands right behind, of which the words are a part: "last week of May"."""
    word = hit.tokens.word(hit.last)
    dates = ("MONTH", "MONTH_SHORT", "YEAR", "SEASON", "LAST", "NEXT", "THIS", "THAT", "FISCAL", "DECADE")
    return bool(word) and (
        hit.lexicon.glue.get(word.lower()) == "the" or any(hit.lexicon.has(word, name) for name in dates)
    )


def nth_units(hit: Hit) -> Meaning | None:
    """``the first nine months of 2024``, ``the last two weeks of 2024``."""
    amount, n, year = number(hit), hit.value("n"), hit.value("year")
    grain, size = CALENDAR.get(hit.value("unit"), ("day", 0))
    if amount is None or amount != int(amount) or not 0 < (count := int(amount) * size) <= 366 or n not in {1, -1}:
        return None
    whole = Period(dt.date(year, 1, 1), "year")
    first = Period.around(whole.start, grain) if n == 1 else Period.around(whole.end, grain).shift(1 - count)
    last = first.shift(count - 1)
    return Range(Stated(first), Stated(last)) if first.start >= whole.start and last.end <= whole.end else None


BUILDERS: dict[str, Builder] = {
    f.__name__: f
    for f in (
        today,
        day_before,
        this_unit,
        consecutive,
        definite,
        before_last,
        unit_beside,
        period_end,
        period_middle,
        season_middle,
        new_year,
        past_unit,
        flank_length,
        shift,
        vague_shift,
        year_earlier,
        same_time,
        time_of_year,
        year_period,
        edge,
        nth_of,
        nth_units,
    )
}
"""By the name that a rule's ``build`` gives."""
