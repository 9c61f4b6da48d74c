"""What an expression is held against: the article's own day, the days the text has set, the direction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from variorum.model.time import Basis, TimexType, When
from variorum.read.times.halves import Told
from variorum.read.times.period import Period

Direction = Literal["past", "future", "present", "either", ""]
"""``present``: a present tense, which looks ahead for days ("talks begin Monday") and tells nothing for months.

``either``: a gathering that somebody has announced, called for or readied: the nearer day, by how news names days.
"""
BE = "be"
"""Stands for the verb of a clause that has no other: no happening of its own."""
LOOK_BACK = 3
"""How many periods back a week or quarter just named may lie."""
Found = tuple[Period, Basis]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one expression means here.

    Attributes:
        type, value: as in TimeML.
        mod: TIMEX3 ``mod`` (START, MID, END, APPROX), empty without one.
        period: the calendar period meant, for later expressions to count from.
        open: the half of the day is not told.
    """

    type: TimexType
    value: str
    when: When | None = None
    basis: Basis | None = None
    mod: str = ""
    period: Period | None = None
    open: bool = False


@dataclass
class Discourse:
    """The days an article has set so far.

    Attributes:
        today: the article's own day.
        now: hour and minute of publication, if given.
        recent: periods already named, the latest last.
        here: those of the sentence being read.
        night: the day whose evening or night the sentence has named.
        told: the day of what a verb tells, by the verb's lemma and whether it is to come.
        lead: the day of the first thing the text tells as having happened, which news puts first.
        latest: that of the last such thing in the paragraph being read.
        hours: hours and parts of days that the whole text tells past doubt.
        offset: where in the article's text is being read.
    """

    today: dt.date | None
    now: tuple[int, int] | None = None
    recent: list[Period] = field(default_factory=list)
    here: list[Period] = field(default_factory=list)
    night: Period | None = None
    told: dict[tuple[str, bool], Period] = field(default_factory=dict)
    lead: Period | None = None
    latest: Period | None = None
    hours: Sequence[Told] = ()
    offset: int = 0

    def note(self, period: Period) -> None:
        """Remember a period."""
        self.recent.append(period)
        self.here.append(period)

    def tell(self, verb: str, day: Period, direction: Direction) -> None:
        """Remember the day of what a verb tells."""
        if verb != BE:
            self.told[verb, direction == "future"] = day
        if direction == "past":
            self.lead = self.lead or day
            self.latest = day

    def new_paragraph(self) -> None:
        """Forget what only the last paragraph held."""
        self.latest = None

    def new_sentence(self) -> None:
        """Forget what only the last sentence held."""
        self.here.clear()
        self.night = None

    @property
    def focus(self) -> Period | None:
        """The period spoken of last."""
        return self.recent[-1] if self.recent else None


@dataclass(frozen=True, slots=True)
class Context:
    """All that a meaning is resolved against.

    Attributes:
        verb: lemma of the verb that the expression hangs on; empty when it has none that tells of a happening.
    """

    discourse: Discourse
    direction: Direction
    verb: str = ""

    @property
    def today(self) -> dt.date | None:
        """The article's own day."""
        return self.discourse.today
