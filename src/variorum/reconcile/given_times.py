"""What a time that answers a question of a newsroom may mean: hours of the day, days, a length, a year of making."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from variorum.lang import table, words
from variorum.model.article import Article
from variorum.model.time import Interval, TimeExpression
from variorum.reconcile.moments import REACH, before

Stands = Literal["same", "inside", "near", "zones", "apart", "unknown"]

DAY = 24 * 60
SOON = 20
"""Minutes that "shortly after" may reach."""
FULL, FIVE, ODD, ROUGH = 8, 5, 3, 15
"""Minutes by which a full hour, a time in fives, another, and one with "about" may be off."""
WHOLE = 10
"""Minutes by which a whole or half hour with "about" may be off further."""
APART = 7 * 60
"""Minutes from which two hours are rather of two happenings, or of two zones."""
MONTHS = 45
"""Days that even two single days may lie apart: a test "last month"."""
AGE = 365
HOURS = {"Y": 8766.0, "M": 730.5, "W": 168.0, "D": 24.0}


@dataclass(frozen=True, slots=True)
class Given:
    """A time as a report gives it.

    Attributes:
        minutes: the least and the most minutes after midnight that it may mean; None when it gives no hour.
        days: the days that it may mean.
        hours: of a length, the least and the most hours.
        zone: the clock's zone, where one is named.
        last: it is a last day ("by July").
        open: it is a first day ("from August", "since 2019"), or not before it.
        doubted: somebody does not expect it before that day.
        half: the words leave open which half of the day is meant.
        dateless: the report says that no day is set.
    """

    words: str
    minutes: tuple[int, int] | None = None
    days: Interval | None = None
    hours: tuple[float, float] | None = None
    zone: str | None = None
    dayless: bool = False
    last: bool = False
    open: bool = False
    doubted: bool = False
    dateless: bool = False
    half: bool = False

    def same(self, other: Given) -> bool:
        """Whether they give one value."""
        mine = (self.minutes, self.hours, self.last, None if self.minutes else self.days)
        return mine == (other.minutes, other.hours, other.last, None if other.minutes else other.days)


def clock_bounds(article: Article, start: int, minutes: int, said: str = "") -> tuple[int, int]:
    """What a clock time may mean by the words before it: "shortly before five" is none of the minutes after five."""
    lead = re.findall(r"[\w'-]+", article.text[max(0, start - 30) : start].lower())[-3:]
    rules = table("en", "timed")["words"]
    if lead and lead[-1] in rules["before"] and set(lead[-3:-1]) & set(rules["shortly"]):
        return minutes - SOON, minutes - 1
    if lead and lead[-1] in rules["after"] and set(lead[-3:-1]) & set(rules["shortly"]):
        return minutes + 1, minutes + SOON
    slack = FULL if minutes % 30 == 0 else FIVE if minutes % 5 == 0 else ODD
    if {*lead[-2:], *said.lower().split()[:2]} & set(rules["about"]):
        slack = ROUGH + (WHOLE if minutes % 30 == 0 else 0)
    return minutes - slack, minutes + slack


def hours_of(time: TimeExpression) -> float | None:
    """The hours of a length in TIMEX3; None when it gives none."""
    parts = re.findall(r"(\d+(?:\.\d+)?)([YMWDHS])|(T)", time.value)
    if not time.value.startswith("P") or not parts or "X" in time.value:
        return None
    total, clock = 0.0, False
    for figure, letter, t in parts:
        if t:
            clock = True
        elif clock:
            total += float(figure) * {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}.get(letter, 0.0)
        else:
            total += float(figure) * HOURS.get(letter, 0.0)
    return total or None


def length_bounds(article: Article, time: TimeExpression) -> tuple[float, float] | None:
    """The hours that a length may mean, by "nearly", "more than", "about" and the like before it."""
    hours = hours_of(time)
    if hours is None:
        return None
    length = table("en", "acts")["length"]
    said = {*before(article, time.cite, 3), *re.findall(r"[\w'-]+", time.cite.exact.lower())}
    if said & {*length["below"], "under"}:
        return hours * 0.8, hours * 0.999
    if said & {*length["above"]}:
        return hours * 1.001, hours * 1.5
    slack = 0.15 if said & {*length["about"]} else 0.03
    return hours * (1 - slack), hours * (1 + slack)


def stands(a: Given, b: Given) -> Stands:
    """How two answers to one question stand to each other."""
    if a.dateless != b.dateless:
        return "inside"
    if a.hours and b.hours:
        return _lengths(a, b)
    if a.minutes and b.minutes:
        return _clocks(a, b)
    if a.days and b.days:
        return _days(a, b)
    return "unknown"


def _lengths(a: Given, b: Given) -> Stands:
    if a.hours is None or b.hours is None:
        return "unknown"
    if a.hours == b.hours:
        return "same"
    meet = a.hours[0] <= b.hours[1] and b.hours[0] <= a.hours[1]
    if meet or _counted_days(a.hours, b.hours):
        return "near"
    return "apart" if max(a.hours[1], b.hours[1]) <= 40 * min(a.hours[0], b.hours[0]) else "unknown"


def _counted_days(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Days counted with both ends or with one: "five days" are "six"."""
    one, two = (sum(x) / 2 for x in (a, b))
    return min(one, two) >= 3 * 24 and abs(one - two) <= 24


def _clocks(a: Given, b: Given) -> Stands:
    if a.minutes is None or b.minutes is None:
        return "unknown"
    if a.zone != b.zone:
        return "unknown"
    if not a.dayless and not b.dayless and a.days and b.days and _gap(a.days, b.days) > 1:
        return "unknown"
    if a.minutes == b.minutes:
        return "same"
    shifts = (-DAY, -DAY // 2, 0, DAY // 2, DAY) if a.half or b.half else (-DAY, 0, DAY)
    apart = min(_between(a.minutes, (b.minutes[0] + s, b.minutes[1] + s)) for s in shifts)
    middle = abs(sum(a.minutes) - sum(b.minutes)) / 2 % DAY
    if apart <= 0:
        return "near"
    if middle % 60 == 0 and all(m[0] + m[1] != 0 and (m[0] + m[1]) // 2 % 5 for m in (a.minutes, b.minutes)):
        return "zones"
    return "apart" if apart <= APART else "unknown"


def _between(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[0] - b[1], b[0] - a[1])


def _gap(a: Interval, b: Interval) -> int:
    return max((a.start - b.end).days, (b.start - a.end).days, 0)


def _days(a: Given, b: Given) -> Stands:
    if a.days is None or b.days is None:
        return "unknown"
    if a.last or b.last:
        return _limits(a, b)
    if a.days == b.days:
        return "same"
    if a.days.overlaps(b.days):
        return "inside"
    first, other = (a.days, b.days) if a.open else (b.days, a.days)
    widest, finest = max(a.days.days, b.days.days), min(a.days.days, b.days.days)
    reach = next((reach for days, reach in REACH.items() if finest <= days), 0)
    if a.open != b.open and other.start > first.end:
        return "inside" if widest < AGE else "unknown"
    return "apart" if _gap(a.days, b.days) <= max(reach, MONTHS) else "unknown"


def _limits(a: Given, b: Given) -> Stands:
    """A day before the last day agrees with it; one after it does not; two last days lie one in the other, or apart."""
    if a.days is None or b.days is None:
        return "unknown"
    if a.last and b.last:
        if a.days.end == b.days.end:
            return "same" if a.words.lower() == b.words.lower() else "inside"
        if max(a.days.days, b.days.days) >= AGE and abs((a.days.end - b.days.end).days) <= AGE + 1:
            return "inside"
        return "inside" if a.days.contains(b.days) or b.days.contains(a.days) else "apart"
    limit, other = (a, b) if a.last else (b, a)
    if other.days is None or limit.days is None:
        return "unknown"
    return "inside" if other.days.start <= limit.days.end else "apart"


def timed_words(key: str) -> frozenset[str]:
    """A list of words of the table."""
    return words("en", "timed", "words", key)
