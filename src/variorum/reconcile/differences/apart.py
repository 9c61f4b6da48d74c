"""In what two sentences part, as typed slots and words tell it: the reason that a reader can check.

Of the kinds of slot the first that parts them is told, in the order in which an analyst would ask: what is counted,
whether it is so, whether it is done or planned, on what day. Where no slot does, the words that only one has are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from variorum.lang import words
from variorum.model.reading import Claim
from variorum.model.record import DifferenceKind
from variorum.model.time import When
from variorum.reconcile.counts import of_one_kind, same
from variorum.reconcile.sentences import Sentence, Word, senses_of, telling

TOLD = 3
"""Words of each sentence that are told."""
TOPICS = 2
"""Runs of words that are told of what both sentences have."""
ZONE = re.compile(r"^[\d:.]+")
"""What stands before the zone of an EDTF clock time."""
ENOUGH = 2
"""Telling words that both must have, to be told what they are about."""


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
    only = _only(one, two), _only(two, one)
    if all(only):
        return Parted("number", f"The first gives {listed(only[0])}, the second {listed(only[1])}.")
    if (denies := _denies(one, two)) != _denies(two, one):
        return Parted("polarity", f"The {_which(denies)} denies, and the other does not.")
    if (plans := _plans(one, two)) != _plans(two, one):
        return Parted("status", f"The {_which(plans)} tells of what is yet to be, and the other does not.")
    times = [[c.slots.time for c in s.claims if c.slots.time] for s in (one, two)]
    if all(times) and all(_dated_apart(a, b) for a in times[0] for b in times[1]):
        return Parted("date", "They are dated apart.")
    first, second = _words(one, two), _words(two, one)
    said = f"Only the first says {listed(first)}; only the second {listed(second)}."
    return Parted(None, said if first and second else "")


def _dated_apart(one: When, two: When) -> bool:
    """They share no day, or are two hours of one clock."""
    if not one.interval.overlaps(two.interval):
        return True
    clocks = [w.edtf.partition("T")[2] for w in (one, two)]
    zones = {ZONE.sub("", clock) for clock in clocks}
    return all(clocks) and clocks[0] != clocks[1] and len(zones) == 1


def _which(first: bool) -> str:
    return "first" if first else "second"


def _only(one: Sentence, two: Sentence) -> list[str]:
    """The figures, in their words, that the other sentence has not, of a kind that it counts, too; each once."""
    others = two.counts
    own = [q for q in one.counts if not any(same(q, o) for o in others) and any(of_one_kind(q, o) for o in others)]
    return list(dict.fromkeys(" ".join(q.cite.exact.split()) for q in own))[:TOLD]


def _denies(sentence: Sentence, other: Sentence) -> bool:
    """It denies something that the other speaks of; "22, *who were not on the list*, are safe" denies no rescue."""
    return any(c.slots.polarity == "no" and _of_both(c, other) for c in sentence.claims)


def _plans(sentence: Sentence, other: Sentence) -> bool:
    """It tells of what is yet to be of something that the other speaks of."""
    return any(c.slots.future and _of_both(c, other) for c in sentence.claims)


def _of_both(claim: Claim, other: Sentence) -> bool:
    return not senses_of(claim.cite.exact).isdisjoint(other.senses)


def _words(sentence: Sentence, other: Sentence) -> list[str]:
    """Telling words that the other has in no form, in order; figures apart."""
    text = sentence.text
    said = (text[w.start : w.end] for w in telling(text) if w.sense not in other.senses and not text[w.start].isdigit())
    return list(dict.fromkeys(said))[:TOLD]


def shared(one: Sentence, two: Sentence) -> list[str]:
    """What two sentences are about: the longest runs of telling words that both have, as the first has them.

    A run goes on over "of" ("treaty of 1977"), and over no word that one of them alone says. Nothing where they share
    too few.
    """
    runs: list[list[Word]] = []
    for word in (w for w in telling(one.text) if w.sense in two.senses):
        if runs and _goes_on(one.text[runs[-1][-1].end : word.start]):
            runs[-1].append(word)
        else:
            runs.append([word])
    longest = sorted(runs, key=len, reverse=True)[:TOPICS]
    if len({word.sense for run in longest for word in run}) < ENOUGH:
        return []
    return list(dict.fromkeys(one.text[run[0].start : run[-1].end] for run in runs if run in longest))


def _goes_on(between: str) -> bool:
    """Between two words there is nothing, or "of"."""
    gap = between.removeprefix("'s").removeprefix("’s").strip()
    return not gap or gap in words("en", "acts", "length", "of")


def listed(said: Iterable[str]) -> str:
    """Words, each in its marks."""
    return ", ".join(f"“{s}”" for s in said)
