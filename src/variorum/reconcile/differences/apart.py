"""In what two sentences part, as typed slots and words tell it: the reason that a reader can check.

Of the kinds of slot the first that parts them is told, in the order in which an analyst would ask: what is counted,
whether it is so, whether it is done or planned, on what day. Where no slot does, the words that only one has are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from variorum.lang.stems import sense
from variorum.model.reading import Quantity
from variorum.model.record import DifferenceKind
from variorum.reconcile.sentences import Sentence

TOLD = 3
"""Words of each sentence that are told."""
_WORD = re.compile(r"[^\W\d_][\w’'-]+")


class Parted(NamedTuple):
    """In what two sentences part.

    Attributes:
        kind: of the slot that parts them; None where only words do.
        told: a sentence of plain words, without a verdict; empty where one says nothing of its own.
    """

    kind: DifferenceKind | None
    told: str


def parted(one: Sentence, two: Sentence) -> Parted:
    """By what slot, else by what words."""
    figures = [[q for c in s.claims for q in c.slots.quantities if not q.vague] for s in (one, two)]
    only = _only(figures[0], figures[1]), _only(figures[1], figures[0])
    if all(only):
        return Parted("number", f"The first gives {_listed(only[0])}, the second {_listed(only[1])}.")
    if _denies(one) != _denies(two):
        return Parted("polarity", f"The {_which(_denies(one))} denies, and the other does not.")
    if _plans(one) != _plans(two):
        return Parted("status", f"The {_which(_plans(one))} tells of what is yet to be, and the other does not.")
    days = [{str(c.slots.time.edtf) for c in s.claims if c.slots.time} for s in (one, two)]
    if all(days) and not days[0] & days[1]:
        return Parted("date", "They are dated apart.")
    first, second = _words(one, two), _words(two, one)
    said = f"Only the first says {_listed(first)}; only the second {_listed(second)}."
    return Parted(None, said if first and second else "")


def _which(first: bool) -> str:
    return "first" if first else "second"


def _only(some: Iterable[Quantity], others: Iterable[Quantity]) -> list[str]:
    """The figures, in their words, that the others have not, each once."""
    known = {(q.low, q.high) for q in others}
    return list(dict.fromkeys(" ".join(q.cite.exact.split()) for q in some if (q.low, q.high) not in known))[:TOLD]


def _denies(sentence: Sentence) -> bool:
    return any(c.slots.polarity == "no" for c in sentence.claims)


def _plans(sentence: Sentence) -> bool:
    return any(c.slots.future for c in sentence.claims)


def _words(sentence: Sentence, other: Sentence) -> list[str]:
    """Telling words that the other has in no form, in order."""
    telling = sentence.senses - other.senses
    said = (w.removesuffix("’s").removesuffix("'s") for w in _WORD.findall(sentence.text))
    return list(dict.fromkeys(w for w in said if sense(w.lower()) in telling))[:TOLD]


def _listed(said: Iterable[str]) -> str:
    return ", ".join(f"“{s}”" for s in said)
