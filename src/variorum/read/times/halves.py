"""Which half of the day an hour is of that its words leave open ("half past five"), by the hours of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from variorum.read.times.meaning import Clock

HOUR, NOON, DAY = 60, 12 * 60, 24 * 60
"""Minutes."""
NEAR = HOUR
"""Minutes within which two hours of one text are likely of one happening."""
BESIDE = 30
"""Characters between an hour and a part of a day that is told of it: "that night, at half past ten"."""
PARTS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 23), "NI": (20, 30)}
"""Hours of TIMEX3's parts of the day."""


@dataclass(frozen=True, slots=True)
class Told:
    """An hour, or a part of a day, that a text tells past doubt.

    Attributes:
        offset: where, in the article's text.
        low, high: minutes after midnight.
    """

    offset: int
    low: int
    high: int

    def apart(self, minutes: int) -> int:
        """Minutes between it and an hour, on a clock's face of 24 hours."""
        if any(self.low <= m <= self.high for m in (minutes, minutes + DAY)):
            return 0
        gaps = [abs(minutes - end) % DAY for end in (self.low, self.high)]
        return min(min(gap, DAY - gap) for gap in gaps)


def told(times: Iterable[tuple[int, str]]) -> tuple[Told, ...]:
    """Hours first, then parts of days, from offsets and TIMEX3 values."""
    hours, parts = [], []
    for offset, value in times:
        if found := re.search(r"T(\d\d):(\d\d)(Z|[+-])?", value):
            minutes = int(found[1]) * HOUR + int(found[2])
            if not found[3]:  # the hour of another zone says nothing
                hours.append(Told(offset, minutes % DAY, minutes % DAY))
        elif (part := re.search(r"T([A-Z]{2})$", value)) and part[1] in PARTS:
            low, high = PARTS[part[1]]
            parts.append(Told(offset, low * HOUR, high * HOUR))
    return (*hours, *parts)


def in_half(clock: Clock, offset: int, known: Sequence[Told]) -> Clock:
    """The clock in the half of the day in which the text tells the same hour again; else as it is.

    A part of a day tells the half only right beside it: a bus that leaves in the evening crashes "shortly before five".
    """
    early = clock.hour % 12 * HOUR + (clock.minute or 0)
    near = [t for t in known if t.low == t.high or abs(t.offset - offset) <= BESIDE]
    fits = {m for t in near for m in (early, early + NOON) if t.apart(m) <= NEAR}
    return replace(clock, hour=fits.pop() // HOUR, half="said") if len(fits) == 1 else clock
