"""Intervals of days, and the words that mean them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.model.text import Citation

Grain = Literal[
    "minute",
    "hour",
    "part_of_day",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half_year",
    "season",
    "year",
    "decade",
    "century",
]
Basis = Literal["stated", "from_publication", "inherited"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from ``start`` to ``end``, both inclusive."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"interval ends before it begins: {self.start} {self.end}")

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Interval) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time: its days, how fine it is, and its EDTF (ISO 8601-2) form.

    "late last month" said in January 2026 is 2025-12-21 to 2025-12-31, grain ``day``-range of a ``month``,
    EDTF ``2025-12-21/2025-12-31``.
    """

    interval: Interval
    grain: Grain
    edtf: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, a length of time or a repeated time, with what they mean in this article.

    Attributes:
        cite: the words.
        when: the days meant; None for a bare duration, a set, or words that cannot be anchored.
        basis: ``stated`` (the words alone suffice), ``from_publication`` (counted from the article's own day),
            ``inherited`` (counted from, or completed by, a date the text has set), None when ``when`` is None.
        type, value: TIMEX3 type and ISO value (TimeML 1.2.1), e.g. ``DATE`` ``2026-01-13``.
    """

    cite: Citation
    when: When | None
    basis: Basis | None
    type: TimexType
    value: str


CONVERTED = re.compile(r"[^()\n]{0,40}\((?:[a-z]+ )?")
"""What stands between a clock time and its conversion."""


def days_on(day: dt.date, days: int) -> dt.date:
    """The day so many days on, or back below zero; the calendar's own first or last day where that lies outside."""
    last = dt.date.max.toordinal()
    return dt.date.fromordinal(max(1, min(last, day.toordinal() + days)))


def own_times(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions of a text, in order, without those that convert a clock time: "3:40 am (2240 GMT Monday)"."""
    kept: list[TimeExpression] = []
    converted = False
    for time in times:
        between = text[kept[-1].cite.end : time.cite.start] if kept else ""
        opened = CONVERTED.fullmatch(between) and _clock(time) and any(_clock(k) for k in kept[-2:])
        converted = bool(opened or (converted and ")" not in between))
        if not converted:
            kept.append(time)
    return kept


def _clock(time: TimeExpression) -> bool:
    return re.search(r"T\d\d:\d\d", time.value) is not None
