"""What comes round (weekdays, months, feasts): its occurrences, and which of them is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from variorum.read.times.discourse import LOOK_BACK, Context, Direction, Discourse, Found
from variorum.read.times.feasts import feast_day
from variorum.read.times.meaning import Cycle
from variorum.read.times.period import DAY, SEASONS, Period, finer
from variorum.read.times.units import century_of

NEAR = 31
ALMOST_A_YEAR = 305
"""A year is new in its first two months."""
AHEAD = 15
"""Years."""
NEWS = 2
"""Days that news looks back: a weekday that could be of either week is the last one only when as near as that."""
SOON, LONG_AGO = 95, 250
"""Days: without any tense a date looks back, as news does, but for one that is near ahead and long gone behind."""


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
        yearly = _in_year(cycle, year)
        if yearly and first <= yearly.start <= last:
            yield yearly


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


def nearest(cycle: Cycle, side: str, context: Context) -> Found | None:
    """The occurrence that is meant, and on what that rests; None when nothing anchors it.

    ``side`` is the modifier's sense (last, next, this ...), empty without one.
    """
    today = context.today
    if cycle.kind == "short_year":
        return Period(dt.date(_full_year(int(str(cycle.key)), today), 1, 1), "year"), "stated"
    if today is None:
        focus = context.discourse.focus
        if focus is None or cycle.kind == "weekday" or side:
            return None
        inside = _year_of_focus(cycle, focus)
        return (inside, "inherited") if inside else None
    if cycle.kind == "new_year":
        return Period.around(today + DAY * ALMOST_A_YEAR, "year"), "from_publication"
    if side == "that" and (told := _from_focus(cycle, context.discourse)):
        return told, "inherited"
    reach = {"weekday": 15, "weekend": 15, "day_of_month": 70}.get(
        cycle.kind, 366 * 9 if cycle.key == (2, 29) else 366 * 2
    )
    around = list(occurrences(cycle, today - DAY * reach, today + DAY * reach))
    ahead = cycle.kind == "weekday" and not side and context.direction in {"", "future"}
    if ahead and (later := _next_in_list(around, today, context.discourse)):
        return later, "from_publication"
    if cycle.kind == "weekday" and not side and not context.direction:
        if week := _week_at_hand(context.discourse):
            return next(p for p in around if week.interval.contains(p.interval)), "inherited"
        if named := next((p for p in reversed(context.discourse.recent) if p in around), None):
            return named, "inherited"
    chosen = _choose(around, side, today, context.direction, cycle)
    return (chosen, "from_publication") if chosen else None


def _full_year(two_digits: int, today: dt.date | None) -> int:
    """The last year so written that is not far ahead: '34 is 1934 until 2019 (bonds and plans name years ahead)."""
    if today is None:
        return century_of(two_digits)
    latest = today.year + AHEAD
    return latest - (latest - two_digits) % 100


def _from_focus(cycle: Cycle, discourse: Discourse) -> Period | None:
    """The occurrence in, or right after, the period spoken of last: "in the summer of 1988 ... that December"."""
    focus = discourse.focus
    if focus is None or finer(focus.grain, "day"):
        return None
    return next(occurrences(cycle, focus.start, focus.start + DAY * 370), None)


def _next_in_list(around: list[Period], today: dt.date, discourse: Discourse) -> Period | None:
    """The first one after a day to come that the sentence has named: "next Tuesday ... Wednesday and ... Thursday"."""
    named = [p.start for p in discourse.here if p.grain == "day"]
    if not named or named[-1] <= today:
        return None
    return next((p for p in around if named[-1] <= p.start <= named[-1] + DAY * 7), None)


def _week_at_hand(discourse: Discourse) -> Period | None:
    """Another week that the text has just named ("next week"): a weekday without a tense of its own lies in it."""
    for period in reversed(discourse.recent[-LOOK_BACK:]):
        if period.grain == "week" and discourse.today and abs((period.start - discourse.today).days) <= 14:
            return period if not period.start <= discourse.today <= period.end else None
    return None


def _year_of_focus(cycle: Cycle, focus: Period) -> Period | None:
    return _in_year(cycle, focus.start.year) if not finer("year", focus.grain) else None


def _near(back: Period, on: Period, today: dt.date) -> Period | None:
    """The one of this year that is within a month, when the other is of another year.

    A newsroom leaves the year out of dates of the current year only (AP Stylebook, "months").
    """
    if back.start.year < today.year == on.start.year and (on.start - today).days <= NEAR:
        return on
    if back.start.year == today.year < on.start.year and (today - back.end).days <= NEAR:
        return back
    return None


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
    if direction == "present":
        # "Talks begin Monday"; but "holders of record Nov. 1 get" is of the nearer.
        direction = "future" if cycle.kind in {"weekday", "day_of_month"} else ""
        if cycle.kind == "calendar_day" and begun and ahead:
            return begun[-1] if today - begun[-1].end < ahead[0].start - today else ahead[0]
    if direction == "either" and begun and ahead:
        back = (today - begun[-1].end).days
        ago = NEWS if cycle.kind == "weekday" else (ahead[0].start - today).days
        return begun[-1] if back <= ago else ahead[0]
    if cycle.kind in {"calendar_day", "feast"} and begun and ahead and (near := _near(begun[-1], ahead[0], today)):
        return near
    if cycle.kind == "weekend" and direction != "future" and before and ahead:
        # "Over the weekend", "this weekend" of a Monday: the one just gone.
        return before[-1] if side != "this" or today - before[-1].end < ahead[0].start - today else ahead[0]
    if direction == "future" or (side == "this" and direction != "past"):
        return ahead[0] if ahead else None
    if not direction and cycle.kind != "weekday" and begun and ahead:
        soon = (ahead[0].start - today).days < SOON and (today - begun[-1].end).days > LONG_AGO
        return ahead[0] if soon else begun[-1]
    return begun[-1] if begun else None
