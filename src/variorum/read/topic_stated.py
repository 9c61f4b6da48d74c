"""What a clause says of a topic: on, off, perhaps, raised or not raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.model.reading import AgendaPolarity
from variorum.read.clauses import Clause
from variorum.read.standing import Stand, standing_of_verb


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's head token with what the clause says of it."""

    head: int
    clause: Clause
    polarity: AgendaPolarity
    hedge: str | None


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def stated(
    passage: Passage, clause: Clause, heads: Iterable[int], base: str, *, told: bool | None = None
) -> list[Topic]:
    """The topics at some heads, as a frame's base (on, off, skipped) and the clause's standing have them."""
    stand = standing_of_verb(passage, clause.verb)
    if told is None:
        told = passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["discuss"]
    present = stand.standing == "happened" and passage.parse.tags[clause.verb] in {"VBP", "VBZ"}
    polarity = polarity_of(base, stand, told=told and not present)
    return [Topic(h, clause, polarity, stand.hedge) for h in heads if passage.parse.pos[h] not in {"PRON", "DET"}]


def polarity_of(base: str, stand: Stand, *, told: bool) -> AgendaPolarity:
    """On or off by the frame, turned by denial, loosened by "may"; what was done is ``raised`` or ``not_raised``."""
    denied = stand.standing == "denied"
    if base == "skipped":
        return "not_raised" if stand.standing == "happened" else "off"
    if told and stand.standing == "happened":
        return "raised"
    if stand.standing == "hedged":
        return "may"
    if base == "off":
        return "on" if denied else "off"
    if denied:
        return "not_raised" if told else "off"
    return "on"
