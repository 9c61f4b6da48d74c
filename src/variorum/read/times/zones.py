"""Clock times with their conversion in brackets: "at 3:40 am (2240 GMT Monday)" is one moment on two calendars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.model.time import CONVERTED
from variorum.read.times.meaning import At, Clock, Meaning, Moved, Shifted

if TYPE_CHECKING:
    from variorum.read.times.assemble import Expression

HOUR, DAY = 60, 24 * 60
"""Minutes."""
WEST, EAST = -12 * HOUR, 14 * HOUR
"""Minutes that the world's clocks stand from UTC (Baker Island, Kiritimati)."""
LOCAL = 99
"""A clock's zone where the text says "local time"."""


def settled(text: str, found: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions, each conversion beside the text's own course and the two clocks of a moment on fitting days."""
    out = list(found)
    for i, own in enumerate(out):
        j = _conversion(text, out, i)
        if j is None:
            continue
        clock, other = own.meaning, out[j].meaning
        if isinstance(clock, At) and isinstance(other, At):
            out[i] = replace(own, meaning=_beside(clock, other))
            out[j] = replace(out[j], meaning=_converted(other, out[i].meaning, clock))
        closed = text.find(")", out[j].start)
        for k in range(j, len(out)):
            if out[k].start < closed:
                out[k] = replace(out[k], aside=True)
    return tuple(out)


def _conversion(text: str, found: Sequence[Expression], i: int) -> int | None:
    """Which of the next two expressions, the second behind a day, converts the clock time."""
    if not _is_clock(found[i].meaning):
        return None
    for j in range(i + 1, min(i + 3, len(found))):
        meaning = found[j].meaning
        if _is_clock(meaning):
            opened = CONVERTED.fullmatch(text[found[i].end : found[j].start])
            return j if opened and _zone(meaning) is not None else None
    return None


def _is_clock(meaning: Meaning) -> bool:
    return isinstance(meaning, At) and isinstance(meaning.time, Clock)


def _zone(meaning: Meaning) -> float | None:
    clock = meaning.time if isinstance(meaning, At) else None
    return clock.zone if isinstance(clock, Clock) and clock.zone != LOCAL else None


def _days_on(own: At, other: At) -> int:
    """How many days the first clock's day lies behind the second's, so that their zones can be two of the world's."""
    minutes = []
    for at in (own, other):
        clock = at.time
        if not isinstance(clock, Clock):
            return 0
        minutes.append(clock.hour * HOUR + (clock.minute or 0))
    universal = minutes[1] - round(HOUR * (_zone(other) or 0))
    apart = [(abs(off), k) for k in (-2, -1, 0, 1, 2) if WEST <= (off := minutes[0] + DAY * k - universal) <= EAST]
    return min(apart)[1] if apart else 0


def _beside(own: At, other: At) -> At:
    """The clock time on the day that its conversion's day makes it."""
    if own.day is not None or other.day is None:
        return own
    steps = _days_on(own, other)
    return replace(own, day=Shifted("day", steps, other.day) if steps else other.day)


def _converted(other: At, own: Meaning, clock: At) -> At:
    """The conversion on the day that the clock time's makes it."""
    steps = -_days_on(clock, other)
    if other.day is not None or not steps:
        return other
    day = own.day if isinstance(own, At) else None
    return replace(other, day=Moved("day", steps, "text") if day is None else Shifted("day", steps, day))
