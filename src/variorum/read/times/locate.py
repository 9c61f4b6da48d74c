"""Where a date's meaning lies on the calendar, and what that rests on."""

from __future__ import annotations

from variorum.model.time import Basis
from variorum.read.times.cycles import nearest, occurrences
from variorum.read.times.discourse import LOOK_BACK, Context, Found
from variorum.read.times.meaning import (
    Meaning,
    Moved,
    Nearest,
    NthUnit,
    Part,
    Same,
    SameIn,
    Shifted,
    Stated,
    Within,
)
from variorum.read.times.period import Period, finer


def locate(meaning: Meaning, context: Context) -> Found | None:
    """The calendar period of a date's meaning and what it rests on; None when nothing anchors it."""
    match meaning:
        case Stated(period):
            return period, "stated"
        case Nearest(cycle, side):
            return nearest(cycle, side, context)
        case Moved():
            return _moved(meaning, context)
        case Within(inner, outer):
            return _within(inner, outer, context)
        case Part(_, of):
            return locate(of, context)
        case Same(unit):
            return locate(Moved(unit, 0, "text"), context) if unit else None
        case SameIn():
            return _same_in(meaning, context)
        case Shifted(unit, steps, base):
            found = locate(base, context)
            return (found[0].shift_by(unit, steps), found[1]) if found else None
    return None


def _moved(meaning: Moved, context: Context) -> Found | None:
    base, basis = _origin(meaning, context)
    if base is None:
        return None
    if meaning.keep and meaning.grain == "year" and _keeps(base, meaning.steps):
        return base.shift_by(meaning.grain, meaning.steps), basis
    return Period.around(base.start, meaning.grain).shift(meaning.steps), basis


def _keeps(base: Period, steps: int) -> bool:
    """Whether "a year earlier" speaks of the same quarter or month: figures are compared like with like."""
    return base.grain in {"quarter", "half_year"} or (base.grain == "month" and abs(steps) == 1)


def _origin(meaning: Moved, context: Context) -> tuple[Period | None, Basis]:
    """What a moved period is counted from: today, or the text's own last period that is as fine as the unit."""
    today = Period(context.today, "day") if context.today else None
    discourse = context.discourse
    if meaning.origin == "now":
        compared = [p for p in discourse.here if p.grain in {"quarter", "half_year", "month"}]
        if meaning.keep and meaning.grain == "year" and meaning.steps == -1 and compared:
            return compared[-1], "from_publication"
        return today, "from_publication"
    if meaning.keep and meaning.grain == "year" and meaning.steps == -1:
        quarters = [p for p in discourse.recent[-LOOK_BACK:] if p.grain in {"quarter", "half_year"}]
        if quarters:
            return quarters[-1], "inherited"
    like = [p for p in discourse.here if p.grain == meaning.grain]
    if like and meaning.grain != "day":
        return like[-1], "inherited"
    for period in reversed(discourse.recent):
        if not finer(meaning.grain, period.grain):
            return period, "inherited"
    if meaning.keep and discourse.recent:
        return None, "inherited"
    return today, "from_publication"


def _same_in(meaning: SameIn, context: Context) -> Found | None:
    """The text's last month, quarter ... moved into another year; that year itself when the text has set none."""
    found = locate(meaning.year, context)
    if not found:
        return None
    units = {meaning.unit} if meaning.unit else {"month", "quarter", "half_year", "season"}
    fine = [p for p in reversed(context.discourse.recent) if p.grain in units]
    base = fine[0] if fine else None
    if base is None:
        if meaning.unit is None or context.today is None:
            return found
        base = Period.around(context.today, meaning.unit)
    return base.shift_by("year", found[0].start.year - base.start.year), "inherited" if fine else found[1]


def _within(inner: Nearest | NthUnit, outer: Meaning, context: Context) -> Found | None:
    found = locate(outer, context)
    if not found:
        return None
    whole, basis = found
    if isinstance(inner, NthUnit):
        return _nth_in(inner, whole, basis)
    hits = list(occurrences(inner.cycle, whole.start, whole.end))
    return (hits[0], basis) if hits else None


def _nth_in(inner: NthUnit, whole: Period, basis: Basis) -> Found | None:
    if not finer(inner.unit, whole.grain):
        return Period.around(whole.start, inner.unit), basis
    if inner.n < 0:
        return Period.around(whole.end, inner.unit), basis
    found = Period.around(whole.start, inner.unit).shift(inner.n - 1)
    return (found, basis) if found.start <= whole.end else (whole, basis)


def unanchored(meaning: Meaning) -> str:
    """The value of a date that nothing anchors, with X for what is unknown."""
    if isinstance(meaning, Within):
        return unanchored(meaning.outer)
    if isinstance(meaning, Nearest):
        match meaning.cycle.kind, meaning.cycle.key:
            case "weekday", key:
                return f"XXXX-WXX-{key}"
            case "month", int(n):
                return f"XXXX-{n:02}"
            case "calendar_day", (m, d):
                return f"XXXX-{m:02}-{d:02}"
            case "quarter", key:
                return f"XXXX-Q{key}"
            case "half_year", key:
                return f"XXXX-H{key}"
            case "season", key:
                return f"XXXX-{key}"
    if isinstance(meaning, Moved):
        return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}.get(
            meaning.grain, "XXXX-XX-XX"
        )
    return "XXXX-XX-XX"
