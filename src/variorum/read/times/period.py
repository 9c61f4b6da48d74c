"""Periods of the calendar: arithmetic, and their TIMEX3 and EDTF forms. Proleptic Gregorian, ISO weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from variorum.model.time import Grain, Interval

DAY = dt.timedelta(days=1)
MONTHS_IN: dict[str, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half_year": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
SEASONS = ("SP", "SU", "FA", "WI")
FINENESS: tuple[Grain, ...] = (
    "minute", "hour", "part_of_day", "day", "weekend", "week", "month", "season", "quarter", "half_year", "year",
    "decade", "century",
)  # fmt: skip
"""Grains from the finest to the coarsest."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One day, week, month ... of the calendar.

    Attributes:
        start: its first day.
        grain: ``day`` or coarser.
    """

    start: dt.date
    grain: Grain

    @classmethod
    def around(cls, day: dt.date, grain: Grain) -> Period:
        """The period of this grain that holds the day. A day of the week after a weekend belongs to that week's.

        A season is meteorological: winter begins in December and bears the year it begins in.

        Raises:
            ValueError, OverflowError: outside the years 1 to 9999.
        """
        if grain == "day":
            return cls(day, grain)
        if grain == "week":
            return cls(day - DAY * (day.isoweekday() - 1), grain)
        if grain == "weekend":
            return cls(day + DAY * (6 - day.isoweekday()), grain)
        if grain == "season":
            return cls(_month(day.year * 12 + (day.month // 3 * 3 or 0) - 1), grain)
        size = MONTHS_IN[grain]
        if size > 12:
            return cls(dt.date(max(day.year // (size // 12) * (size // 12), 1), 1, 1), grain)
        months = day.year * 12 + day.month - 1
        return cls(_month(months - months % size), grain)

    def shift(self, steps: int) -> Period:
        """The period that many steps later; earlier when negative."""
        if self.grain == "day":
            return Period(self.start + DAY * steps, self.grain)
        if self.grain in {"week", "weekend"}:
            return Period(self.start + DAY * 7 * steps, self.grain)
        months = self.start.year * 12 + self.start.month - 1 + MONTHS_IN[self.grain] * steps
        return Period(_month(months), self.grain)

    def shift_by(self, unit: Grain, steps: int) -> Period:
        """The period of this grain as many ``unit`` steps later: a quarter a year on, a day a month on.

        The 31st becomes the month's last day where it has none; a week a year on is the one of the same number.
        """
        if self.grain == "week" and unit == "year":
            iso = self.start.isocalendar()
            return Period(dt.date.fromisocalendar(iso.year + steps, min(iso.week, 52), 1), "week")
        if unit in {"day", "week", "weekend"}:
            days = steps * (1 if unit == "day" else 7)
            return Period.around(self.start + DAY * days, self.grain)
        months = self.start.year * 12 + self.start.month - 1 + MONTHS_IN[unit] * steps
        first = _month(months)
        if self.grain not in {"day", "week", "weekend"}:
            return Period.around(first, self.grain)
        last = (_month(months + 1) - DAY).day
        return Period.around(first.replace(day=min(self.start.day, last)), self.grain)

    @property
    def end(self) -> dt.date:
        """Its last day."""
        if self.grain == "weekend":
            return self.start + DAY
        if self.start.year + MONTHS_IN.get(self.grain, 1) // 12 > 9999:
            return dt.date.max
        return self.shift(1).start - DAY

    @property
    def interval(self) -> Interval:
        """Its days."""
        return Interval(self.start, self.end)

    @property
    def value(self) -> str:
        """The TIMEX3 value (TimeML 1.2.1, after ISO 8601 and TIDES)."""
        day = self.start
        iso = day.isocalendar()
        match self.grain:
            case "week":
                return f"{iso.year:04}-W{iso.week:02}"
            case "weekend":
                return f"{iso.year:04}-W{iso.week:02}-WE"
            case "month":
                return f"{day.year:04}-{day.month:02}"
            case "quarter":
                return f"{day.year:04}-Q{day.month // 3 + 1}"
            case "half_year":
                return f"{day.year:04}-H{day.month // 6 + 1}"
            case "season":
                return f"{day.year:04}-{SEASONS[day.month // 3 - 1]}"
            case "year":
                return f"{day.year:04}"
            case "decade":
                return f"{day.year // 10:03}"
            case "century":
                return f"{day.year // 100:02}"
        return day.isoformat()

    @property
    def edtf(self) -> str:
        """The EDTF form (ISO 8601-2); weeks, weekends, quarters and halves as intervals of level 0."""
        day = self.start
        match self.grain:
            case "week" | "weekend":
                return f"{day.isoformat()}/{self.end.isoformat()}"
            case "quarter" | "half_year":
                return f"{day.isoformat()[:7]}/{self.end.isoformat()[:7]}"
            case "season":
                return f"{day.year:04}-{20 + day.month // 3}"
            case "decade":
                return f"{day.year // 10:03}X"
            case "century":
                return f"{day.year // 100:02}XX"
        return self.value

    def part(self, mod: str) -> Interval:
        """The early, middle or late third of it (``START``, ``MID``, ``END``); all of it when too short to cut.

        A month is cut at its 10th and 20th, as newsrooms do; the rest by thirds of their days or months.
        """
        whole = self.interval
        third = {"START": 0, "MID": 1, "END": 2}[mod]
        if self.grain == "month":
            first = self.start + DAY * 10 * third
            return Interval(first, whole.end if third == 2 else first + DAY * 9)
        if self.grain in {"quarter", "season", "half_year", "year"}:
            size = MONTHS_IN[self.grain] // 3
            months = self.start.year * 12 + self.start.month - 1 + third * size
            return Interval(_month(months), whole.end if third == 2 else _month(months + size) - DAY)
        if self.grain in {"day", "weekend"}:
            return whole
        cut = [whole.days * i // 3 for i in range(4)]
        return Interval(self.start + DAY * cut[third], self.start + DAY * (cut[third + 1] - 1))


def _month(months: int) -> dt.date:
    """The first day of the month that is so many months after January of year 0."""
    return dt.date(months // 12, months % 12 + 1, 1)


def finer(left: Grain, right: Grain) -> bool:
    """Whether the first grain is strictly finer than the second."""
    return FINENESS.index(left) < FINENESS.index(right)
