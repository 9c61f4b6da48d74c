"""One meaning of two that follow each other: each joiner tries one way, and the first that fits wins.

``glue`` is what stands between the two, by its sense in the language's table (``of``, ``in``, ``to``, ``,`` ...).
"""

from __future__ import annotations

import re
from dataclasses import replace

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
    Part,
    PartOfDay,
    Range,
    Repeated,
    Same,
    SameIn,
    Shifted,
    Stated,
    Within,
)
from variorum.read.times.period import Period
from variorum.read.times.units import CALENDAR

EACH_DAY = re.compile(r"(XXXX-WXX-\d|XXXX-XX-XX)(?:T\w\w)?")
"""Values of days that come round, and of parts of them."""
Glue = tuple[str, ...]
YEARLY = frozenset({"month", "calendar_day", "quarter", "half_year", "season", "feast"})
"""Cycles that come round once a year."""
DAYS = frozenset({"weekday", "calendar_day", "day_of_month", "feast"})
"""Cycles whose periods are days."""
NIGHTS: tuple[Glue, ...] = ((), ("of",), ("from",))
ENDS: tuple[Glue, ...] = (("to",), ("and",), ("or",))
"""What stands between two hours, the first of which has its half of the day from the second."""
CLOSE: tuple[Glue, ...] = ((), (",",))
LISTED: tuple[Glue, ...] = (("and",), ("or",), (",",))
INSIDE: tuple[Glue, ...] = ((), ("of",), (",",), ("of", "the"), ("in",))


def composed(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """The meaning of both, or None when they stay two."""
    for joiner in JOINERS:
        if (meaning := joiner(left, right, glue)) is not None:
            return meaning
    return None


def grain_of(meaning: Meaning) -> str:
    """The grain of a date's meaning; empty for what is no date."""
    match meaning:
        case Stated(period):
            return period.grain
        case Moved(grain):
            return grain
        case Nearest(cycle):
            return (
                "day" if cycle.kind in DAYS else {"short_year": "year", "new_year": "year"}.get(cycle.kind, cycle.kind)
            )
        case Within(inner, _):
            return inner.unit if isinstance(inner, NthUnit) else grain_of(inner)
        case Part(_, of):
            return grain_of(of)
    return ""


def edge_of(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``early`` + ``June``, ``the end of`` + ``last year``; before a time of day it adds nothing."""
    if not isinstance(left, Edge) or glue not in ((), ("the",)):
        return None
    if isinstance(right, At):
        return right if not glue else None
    if left.mod == "APPROX" and not (isinstance(right, Stated) and grain_of(right) in {"year", "decade", "century"}):
        return None
    return Part(left.mod, right) if isinstance(right, Stated | Nearest | Moved | Within | Shifted) else None


def same_of(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``the same period`` + ``last year``."""
    if not isinstance(left, Same) or glue not in ((), ("the",), ("of",), ("in",)):
        return None
    return SameIn(left.unit, right) if isinstance(right, Moved | Stated) and grain_of(right) == "year" else None


def unit_of(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``the first week of`` + ``May``; ``the week`` of ``Oct. 9``."""
    if isinstance(left, NthUnit) and isinstance(right, Stated | Nearest | Moved | Within):
        return Within(left, right) if glue in ((), ("the",)) else None
    if left == Nearest(Cycle("weekend", 6)) and glue == ("of",) and grain_of(right) == "day":
        return Within(NthUnit(1, "weekend"), right)
    if left == Nearest(Cycle("weekend", 6)) and glue == ("of",) and isinstance(right, Range):
        return right  # "the weekend of June 6-7"
    if left == Moved("week", 0, "text") and glue == ("of",) and grain_of(right) == "day":
        return Within(NthUnit(1, "week"), right)
    return None


def cycle_in(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``the third quarter`` + ``of last year``; ``Monday`` + ``of last week``; ``last year's`` + ``third quarter``."""
    match left, right:
        case Nearest(cycle, ""), Stated() | Moved() | Nearest():
            if isinstance(right, Moved) and right.keep and right.origin == "text":
                return None
            year = cycle.kind in YEARLY and glue in INSIDE and grain_of(right) == "year"
            week = cycle.kind == "weekday" and glue in INSIDE[:-1] and grain_of(right) == "week"
            return Within(left, right) if year or week else None
        case Stated() | Moved(), Nearest(cycle, ""):
            quarter = cycle.kind in {"quarter", "half_year"} and glue in ((), ("'s",)) and grain_of(left) == "year"
            return Within(right, left) if quarter else None
    return None


def time_on(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``10 a.m.`` + ``Friday``, ``Friday`` + ``morning``, ``the morning`` of ``3 March``, ``9 p.m. last night``."""
    match left, right:
        case At(PartOfDay("NI") as night, None), Range(Nearest() as first, Nearest()) if glue in NIGHTS:
            return At(night, first)  # "the night of Tuesday to Wednesday"
        case At(Clock() as clock, None), Repeated(value) if not glue and (days := EACH_DAY.fullmatch(value)):
            return Repeated(f"{days[1]}T{clock.hour:02}:{clock.minute or 0:02}")
        case At(Clock() as clock, None), At(PartOfDay(part), day) if day is not None and not glue:
            return At(_in_part(clock, part), day)
        case At(time, None), day if grain_of(day) == "day" and not isinstance(day, Part):
            fits = CLOSE if isinstance(time, Clock) else ((), ("of",))
            return At(time, day) if glue in fits else None
        case day, At(time, None) if grain_of(day) == "day" and not isinstance(day, Part):
            return At(time, day) if glue in (CLOSE if isinstance(time, Clock) else ((),)) else None
    return None


def moved_day(left: Meaning, right: Meaning, glue: Glue) -> Meaning | None:
    """``a year ago`` + ``today``; ``a week`` from ``Friday``."""
    if isinstance(left, Length) and glue == ("from",) and left.amount and left.amount == int(left.amount):
        unit, size = CALENDAR.get(left.unit, ("year", 0))
        weekday = isinstance(right, Nearest) and right.cycle.kind == "weekday"
        day = weekday or (isinstance(right, Moved) and right.grain == "day")
        return Shifted(unit, int(left.amount) * size, right) if size and day else None
    if glue or not isinstance(left, Moved) or not left.keep or left.origin != "now":
        return None
    fine = isinstance(right, Nearest) or (isinstance(right, Moved) and right.grain in {"day", "week", "month"})
    return Shifted(left.grain, left.steps, right) if fine else None


JOINERS = (edge_of, same_of, unit_of, time_on, cycle_in, moved_day)


def completed(left: Meaning, right: Meaning, glue: Glue) -> Meaning:
    """The left of two that stay two, with what the right gives it.

    "8 p.m. on Friday": TimeML tags both, and the clock takes the day. "June and July 2008": June takes the year.
    """
    match left, right:
        case Moved(grain, 0, "text"), day if (
            glue in (("ended",), ("to",)) and grain_of(day) == "day" and grain != "day"
        ):
            return Within(NthUnit(1, grain), day)
        case At(Clock(half=mine) as clock, None), At(Clock(half="said") as end, day) if mine != "said" and glue in ENDS:
            return At(_up_to(clock, end), day)  # "between 6:38 and 6:52 a.m."
        case At(Clock() as clock, None), At(PartOfDay(part), day) if glue == ("on",) and day is not None:
            return At(_in_part(clock, part), day)  # "8.30 on Saturday evening"
        case At(time, None), day if glue == ("on",) and grain_of(day) == "day":
            return At(time, day)
        case Nearest(cycle, ""), Stated(period) if glue in LISTED and cycle.kind in YEARLY:
            if period.grain in {"day", "month", "quarter", "season"}:
                return Within(left, Stated(Period.around(period.start, "year")))
        case Nearest(cycle, ""), Within(Nearest(), outer) if glue in LISTED and cycle.kind in YEARLY:
            return Within(left, outer) if grain_of(outer) == "year" else left
    return left


def in_year_of(end: Meaning, other: Meaning, step: int) -> Meaning:
    """An end of a range without a year ("April to June 1998") has the other's, or the one next to it (``step``)."""
    if not isinstance(other, Stated) or not isinstance(end, Nearest) or end.cycle.kind not in {"month", "calendar_day"}:
        return end
    key, day = end.cycle.key, other.period.start
    mine = key if isinstance(key, tuple) else (int(key), day.day)
    past_it = mine > (day.month, day.day) if step < 0 else mine < (day.month, day.day)
    year = Period.around(day, "year").shift(step if past_it else 0)
    return Within(end, Stated(year))


def follow(left: Meaning, right: Meaning) -> bool:
    """Whether the second time comes right after the first: "Tuesday and Wednesday", "1947 and 1948"."""
    match left, right:
        case Stated(a), Stated(b):
            return a.grain == b.grain and a.grain != "decade" and a.shift(1) == b
        case Nearest(a, ""), Nearest(b, "") if a.kind == b.kind and a.kind in {"weekday", "month"}:
            return int(str(b.key)) == int(str(a.key)) % (7 if a.kind == "weekday" else 12) + 1
    return False


def _in_part(clock: Clock, part: str) -> Clock:
    """The clock on 24 hours: six "this evening" is 18:00, one "last night" stays one."""
    first = {"AF": 1, "EV": 1, "NI": 6}.get(part, 12)
    if clock.half in {"open", "loose"} and first == 12 and part == "MO":
        return replace(clock, hour=clock.hour % 12, half="said")
    return replace(clock, hour=clock.hour + 12 if first <= clock.hour < 12 else clock.hour, half="said")


def _up_to(clock: Clock, end: Clock) -> Clock:
    """The clock in that half of the day in which it comes before the end: "11 to 1 p.m." begins before noon."""
    if clock.hour > 12:
        return clock
    last = end.hour * 60 + (end.minute or 0)
    hours = (clock.hour % 12, clock.hour % 12 + 12)
    fits = [h for h in hours if h * 60 + (clock.minute or 0) < last]
    return replace(clock, hour=max(fits, default=hours[1]), half="said")
