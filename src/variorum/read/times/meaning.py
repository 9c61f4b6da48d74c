"""What words for a time mean before they are held against any day: small typed values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.time import Grain
from variorum.read.times.period import Period

Origin = Literal["now", "text"]
"""Counted from the article's own day, or from the day the text has set."""
Half = Literal["said", "figures", "loose", "open"]
"""How the words tell the half of the day."""
Side = Literal["", "last", "past", "previous", "next", "coming", "following", "this", "current", "that", "same"]
CycleKind = Literal[
    "weekday",
    "month",
    "calendar_day",
    "day_of_month",
    "quarter",
    "half_year",
    "season",
    "feast",
    "weekend",
    "new_year",
    "short_year",
]


@dataclass(frozen=True, slots=True)
class Cycle:
    """What comes round: a weekday, a month, 5 June, a second quarter, a feast.

    Attributes:
        key: its number, season code, ``(month, day)``, or the feast's rule.
    """

    kind: CycleKind
    key: int | str | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stated:
    """A period the words give whole.

    Attributes:
        fiscal: a fiscal year: its days are the company's or government's own.
        aside: a day known by a name ("9/11"), which sets no day that the text goes on from.
    """

    period: Period
    fiscal: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Nearest:
    """One occurrence of a cycle: which one, tense, side and the article's day decide."""

    cycle: Cycle
    side: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """A cycle's occurrence, or the n-th unit, inside a period."""

    inner: Nearest | NthUnit
    outer: Meaning


@dataclass(frozen=True, slots=True)
class NthUnit:
    """Words such as "the second week (of)"; -1 is the last."""

    n: int
    unit: Grain


@dataclass(frozen=True, slots=True)
class Moved:
    """The period of a grain some steps from an origin: "last week", "two years earlier".

    Attributes:
        keep: the origin's own grain is kept where it is finer than the unit ("a year earlier" after a quarter).
    """

    grain: Grain
    steps: int
    origin: Origin
    keep: bool = False
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shifted:
    """Another time moved by steps of a unit: "a year ago today"."""

    unit: Grain
    steps: int
    base: Meaning


@dataclass(frozen=True, slots=True)
class Edge:
    """Words such as "early", "the end of": a part of the period that follows. Means nothing alone."""

    mod: str


@dataclass(frozen=True, slots=True)
class Same:
    """The words "the same period": the text's own month or quarter; of another year, when that follows.

    Attributes:
        unit: None for "period" and "time", which mean nothing alone.
    """

    unit: Grain | None


@dataclass(frozen=True, slots=True)
class SameIn:
    """The text's own period of a unit, in another year."""

    unit: Grain | None
    year: Meaning


@dataclass(frozen=True, slots=True)
class Part:
    """An early, middle or late part of a period."""

    mod: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        zone: hours from UTC, 99 for local time.
        half: whether the half of the day is said ("5 p.m."), left to figures on 24 hours ("5:07"), by custom that of
            the hour's figure where nothing else tells it ("nine o'clock"), or open ("half past five").
    """

    hour: int
    minute: int | None
    zone: float | None = None
    half: Half = "figures"


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning, afternoon, evening, night by TIMEX3 codes (MO, AF, EV, NI); ``mod`` for "early"."""

    code: str


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day; the day is None where the words leave it open."""

    time: Clock | PartOfDay
    day: Meaning | None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        amount: None for "several", "many" and bare plurals.
        steps: -1 for one that ends now ("the past two days"), 1 for one that begins now, else 0.
        rest: what finer units add: "3 hours and 25 minutes".
    """

    amount: float | None
    unit: str
    steps: int = 0
    rest: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    """A repeated time, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both inclusive.

    Attributes:
        apart: days lie between the two that are not meant.
    """

    first: Meaning
    last: Meaning
    apart: bool = False


Meaning = (
    Stated
    | Nearest
    | Within
    | NthUnit
    | Moved
    | Shifted
    | Edge
    | Same
    | SameIn
    | Part
    | At
    | Length
    | Repeated
    | Reference
    | Range
)
