"""From a meaning to a value: held against the article's own day, the text's days, and the tense's direction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from variorum.model.time import Basis, Interval, TimexType, When
from variorum.read.times.build import CALENDAR, length_value
from variorum.read.times.feasts import feast_day
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
    Reference,
    Repeated,
    Same,
    SameIn,
    Shifted,
    Stated,
    Within,
)  # fmt: skip
from variorum.read.times.period import DAY, SEASONS, Period, finer

SOON, LONG_AGO = 95, 250
"""Days: without any tense a date looks back, as news does, but for one that is near ahead and long gone behind."""
LOOK_BACK = 3
"""How many periods back a week just named may lie."""
Direction = Literal["past", "future", "present", ""]
"""``present``: a present tense, which looks ahead for days ("talks begin Monday") and tells nothing for months."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one expression means here.

    Attributes:
        type, value: as in TimeML.
        mod: TIMEX3 ``mod`` (START, MID, END, APPROX), empty without one.
        period: the calendar period meant, for later expressions to count from.
    """

    type: TimexType
    value: str
    when: When | None = None
    basis: Basis | None = None
    mod: str = ""
    period: Period | None = None


@dataclass
class Discourse:
    """The days an article has set so far.

    Attributes:
        today: the article's own day.
        recent: periods already named, the latest last.
        here: those of the sentence being read.
    """

    today: dt.date | None
    recent: list[Period] = field(default_factory=list)
    here: list[Period] = field(default_factory=list)

    def note(self, period: Period) -> None:
        """Remember a period."""
        self.recent.append(period)
        self.here.append(period)

    def new_sentence(self) -> None:
        """Forget what only the last sentence held."""
        self.here.clear()

    @property
    def focus(self) -> Period | None:
        """The period spoken of last."""
        return self.recent[-1] if self.recent else None


@dataclass(frozen=True, slots=True)
class Context:
    """All that a meaning is resolved against."""

    discourse: Discourse
    direction: Direction

    @property
    def today(self) -> dt.date | None:
        """The article's own day."""
        return self.discourse.today


Found = tuple[Period, Basis]


def resolve(meaning: Meaning, context: Context) -> Resolved | None:
    """The value of a meaning; None when the words mean nothing alone. A year past the calendar's end gives a vague value."""
    try:
        return _resolve(meaning, context)
    except (ValueError, OverflowError):
        return Resolved("DATE", "XXXX-XX-XX")


def _resolve(meaning: Meaning, context: Context) -> Resolved | None:
    match meaning:
        case Reference(value):
            return Resolved("DATE", value)
        case Repeated(value):
            return Resolved("SET", value)
        case Length():
            return _length(meaning, context)
        case At(time, day):
            return _at(time, day, context)
        case Range(first, last):
            return _range(first, last, context)
        case Edge() | Same(None) | NthUnit():
            return None
    mod = meaning.mod if isinstance(meaning, Part) else ""
    inner = meaning.of if isinstance(meaning, Part) else meaning
    found = locate(inner, context)
    if found is None:
        return Resolved("DATE", _unanchored(inner), mod=mod)
    period, basis = found
    if isinstance(inner, Stated | Moved) and inner.fiscal:
        return Resolved("DATE", f"FY{period.start.year:04}", mod=mod, period=None)
    return Resolved("DATE", period.value, _when(period, mod), basis, mod, period)


def _when(period: Period, mod: str) -> When:
    if not mod or mod == "APPROX":
        return When(period.interval, period.grain, period.edtf + ("~" if mod else ""))
    part = period.part(mod)
    if part == period.interval:
        return When(part, period.grain, period.edtf)
    return When(part, period.grain, f"{part.start.isoformat()}/{part.end.isoformat()}")


def locate(meaning: Meaning, context: Context) -> Found | None:
    """The calendar period of a date's meaning and what it rests on; None when nothing anchors it."""
    match meaning:
        case Stated(period):
            return period, "stated"
        case Nearest(cycle, side):
            return _nearest(cycle, side, context)
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


def occurrences(cycle: Cycle, first: dt.date, last: dt.date) -> Iterator[Period]:
    """The cycle's periods that begin between two days, in order."""
    key = cycle.key
    if cycle.kind == "weekday":
        day = first + DAY * ((int(str(key)) - first.isoweekday()) % 7)
        while day <= last:
            yield Period(day, "day")
            day += DAY * 7
        return
    if cycle.kind == "weekend":
        found = Period.around(first, "weekend")
        while found.start <= last:
            yield found
            found = found.shift(1)
        return
    if cycle.kind == "day_of_month":
        month = Period.around(first, "month")
        while month.start <= last:
            if int(str(key)) <= month.end.day and first <= (day := month.start.replace(day=int(str(key)))) <= last:
                yield Period(day, "day")
            month = month.shift(1)
        return
    for year in range(first.year, last.year + 1):
        found = _in_year(cycle, year)
        if found and first <= found.start <= last:
            yield found


def _in_year(cycle: Cycle, year: int) -> Period | None:
    match cycle.kind, cycle.key:
        case "month", int(n):
            return Period(dt.date(year, n, 1), "month")
        case "quarter", int(n):
            return Period(dt.date(year, 3 * n - 2, 1), "quarter")
        case "half_year", int(n):
            return Period(dt.date(year, 6 * n - 5, 1), "half_year")
        case "season", str(code):
            return Period(dt.date(year, 3 * SEASONS.index(code) + 3, 1), "season")
        case "feast", str() | tuple() as key:
            day = feast_day(key, year)
            return Period(day, "day") if day else None
        case "calendar_day", (int(m), int(d)):
            leap = (m, d) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
            return None if leap else Period(dt.date(year, m, d), "day")
    return None


def _nearest(cycle: Cycle, side: str, context: Context) -> Found | None:
    today = context.today
    if today is None:
        focus = context.discourse.focus
        if focus is None or cycle.kind == "weekday" or side:
            return None
        inside = _year_of_focus(cycle, focus)
        return (inside, "inherited") if inside else None
    reach = {"weekday": 15, "weekend": 15, "day_of_month": 70}.get(
        cycle.kind, 366 * 9 if cycle.key == (2, 29) else 366 * 2
    )
    around = list(occurrences(cycle, today - DAY * reach, today + DAY * reach))
    if cycle.kind == "weekday" and not side and not context.direction and (week := _week_at_hand(context.discourse)):
        return next(p for p in around if week.interval.contains(p.interval)), "inherited"
    chosen = _choose(around, side, today, context.direction, cycle)
    return (chosen, "from_publication") if chosen else None


def _week_at_hand(discourse: Discourse) -> Period | None:
    """Another week that the text has just named ("next week"): a weekday without a tense of its own lies in it."""
    for period in reversed(discourse.recent[-LOOK_BACK:]):
        if period.grain == "week" and discourse.today and abs((period.start - discourse.today).days) <= 14:
            return period if not period.start <= discourse.today <= period.end else None
    return None


def _year_of_focus(cycle: Cycle, focus: Period) -> Period | None:
    return _in_year(cycle, focus.start.year) if not finer("year", focus.grain) else None


def _choose(around: list[Period], side: str, today: dt.date, direction: Direction, cycle: Cycle) -> Period | None:
    """One of a cycle's occurrences around today (in order), by the modifier or else by the direction."""
    before = [p for p in around if p.end < today]
    begun = [p for p in around if p.start <= today]
    ahead = [p for p in around if p.end >= today]
    after = [p for p in around if p.start > today]
    if side in {"last", "past", "previous"}:
        return before[-1] if before else None
    if side in {"next", "coming", "following"}:
        if cycle.kind == "weekday" and side == "next":
            monday = Period.around(today, "week").shift(1).start
            after = [p for p in around if p.start >= monday]
        return after[0] if after else None
    if side in {"this", "current"} and cycle.kind not in {"weekday", "weekend"}:
        same = [p for p in around if p.start.year == today.year]
        return same[0] if same else None
    if direction == "present" and before and around[0].grain == "day" and cycle.kind != "feast":
        direction = "future"
    if direction == "future" or (side == "this" and direction != "past"):
        return ahead[0] if ahead else None
    if not direction and cycle.kind != "weekday" and begun and ahead:
        soon = (ahead[0].start - today).days < SOON and (today - begun[-1].end).days > LONG_AGO
        return ahead[0] if soon else begun[-1]
    return begun[-1] if begun else None


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


def _unanchored(meaning: Meaning) -> str:
    """The value of a date that nothing anchors, with X for what is unknown."""
    if isinstance(meaning, Within):
        return _unanchored(meaning.outer)
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


def _length(meaning: Length, context: Context) -> Resolved:
    value = length_value(meaning.amount, meaning.unit)
    today, unit = context.today, CALENDAR.get(meaning.unit)
    if today is None or unit is None or not meaning.steps or meaning.amount is None or meaning.amount > 2000:
        return Resolved("DURATION", value)
    grain, size = unit
    steps = round(meaning.amount * size) * meaning.steps
    far = Period(today, "day").shift_by(grain, steps).start if grain != "weekend" else today + DAY * 7 * steps
    interval = Interval(min(far, today), max(far, today))
    when = When(interval, grain, f"{interval.start.isoformat()}/{interval.end.isoformat()}")
    return Resolved("DURATION", value, when, "from_publication")


def _at(time: Clock | PartOfDay, day: Meaning | None, context: Context) -> Resolved:
    found = locate(day, context) if day else _day_at_hand(context)
    text = time.code if isinstance(time, PartOfDay) else _clock_text(time)
    if not found or found[0].grain != "day":
        return Resolved("TIME", f"XXXX-XX-XXT{text}")
    period, basis = found
    grain = "part_of_day" if isinstance(time, PartOfDay) else ("hour" if time.minute is None else "minute")
    date = period.start.isoformat()
    edtf = date if isinstance(time, PartOfDay) or time.hour == 24 else f"{date}T{_clock_text(time, seconds=True)}"
    return Resolved("TIME", f"{date}T{text}", When(period.interval, grain, edtf), basis, period=period)


def _day_at_hand(context: Context) -> Found | None:
    """The day a bare time of day belongs to: the sentence's own, else the text's last, else today."""
    for period in reversed(context.discourse.here):
        if period.grain == "day":
            return period, "inherited"
    if context.today:
        return Period(context.today, "day"), "from_publication"
    days = [p for p in context.discourse.recent if p.grain == "day"]
    return (days[-1], "inherited") if days else None


def _clock_text(clock: Clock, *, seconds: bool = False) -> str:
    text = f"{clock.hour:02}:{clock.minute or 0:02}" + (":00" if seconds else "")
    if clock.zone is None or clock.zone == 99:
        return text
    if clock.zone == 0:
        return text + "Z"
    hours, minutes = divmod(round(abs(clock.zone) * 60), 60)
    return f"{text}{'+' if clock.zone > 0 else '-'}{hours:02}:{minutes:02}"


def _range(first: Meaning, last: Meaning, context: Context) -> Resolved | None:
    a, b = locate(first, context), locate(last, context)
    if not a or not b:
        return Resolved("DATE", f"{_unanchored(first)}/{_unanchored(last)}")
    start, end = a[0], b[0]
    if end.end < start.start and isinstance(last, Nearest):
        if isinstance(last, Nearest) and last.cycle.kind == "weekday":
            end = end.shift(7)
        elif isinstance(first, Nearest):
            start = start.shift_by("year", -1)
    if end.end < start.start:
        return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    when = When(Interval(start.start, end.end), start.grain, edtf)
    return Resolved("DATE", f"{start.value}/{end.value}", when, a[1], period=start)
