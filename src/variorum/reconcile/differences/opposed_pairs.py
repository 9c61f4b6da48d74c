"""Pairs of clauses that may answer one question contrarily, and what sets the two against each other.

Clauses on one question are nearly always among each other's nearest by their words, weighed by how rare those are in
the story. So a clause that may stand against another (it denies, plans, calls off, or its verb has an opposite) meets
only its nearest in every other report, and there only those that stand against it by some ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.lang import words
from variorum.lang.stems import kin
from variorum.reconcile.differences.opposed_clauses import TURNS, Clause
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.opposed_words import in_force, turns_into
from variorum.reconcile.noun_phrases import noun_phrase

FEWEST = 2.0
"""The weight of words below which a clause says too little to be held against another."""
NEAREST = 3
"""Sentences of another report that a clause is held against."""
LEAST = 0.05
"""Likeness (cosine) below which two clauses are on nothing common."""
COVERED = 0.4
"""Share of the words of a denial that stand in the other's sentence, from which the two may be on one thing."""
LITTLE = 4.0
"""The weight of words as which a clause of fewer counts, where shares of it are taken."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two clauses that may be on one question.

    Attributes:
        grounds: what sets them against each other.
        likeness: cosine of their weighed words, those around the clauses counting half.
        ranks: how many sentences of the other's report are nearer to each.
    """

    one: Clause
    two: Clause
    grounds: tuple[str, ...]
    likeness: float
    ranks: tuple[int, int]


def nearness(pair: Pair) -> float:
    """How near each is to the other among the sentences of the other's report: 2 where each is nearest."""
    return 1 / (1 + pair.ranks[0]) + 1 / (1 + pair.ranks[1])


def turned(a: Clause, b: Clause) -> bool:
    """The first tells a state of affairs, the other what it turns into: "was arrested", "was released"."""
    return any(turns_into(side) in b.sides for side in a.sides)


def opposites(a: Clause, b: Clause) -> tuple[tuple[str, str], ...]:
    """Words of the two that mean opposites, where neither has a word of the other's side too."""
    found = [
        (a.sides[n, side], b.sides[n, 1 - side])
        for n, side in sorted(a.sides)
        if (n, 1 - side) in b.sides and (n, 1 - side) not in a.sides and (n, side) not in b.sides
    ]
    return tuple((x, y) for x, y in found if not kin(x) & kin(y) or a.heads & b.heads & in_force())


def meets(story: Field, yes: Clause, no: Clause) -> bool:
    """Whether what one denies is told of by the other: the act by any word for it, and the thing, or most of the words.

    A denial that shares only words with a clause ("no Chinese were among the casualties", "31 casualties") is on
    another question, however alike the two are.
    """
    if no.idle or no.general or no.limited - yes.stems or yes.said & words("en", "acts", "none", "within"):
        return False
    people = yes.people and (no.nobody or no.people)
    if no.none and not no.none & yes.around and not people:
        return False
    set_ = no.told & words("en", "opposed", "setting", "acts") and (yes.planned or yes.told & no.told)
    told = yes.stems if (no.slots.subject or "").lower() == "there" else yes.heads
    there = no.none_heads & told if no.exists or set_ else False
    if not (no.verbs & yes.verbs or no.acts & yes.alike or there):
        return False
    if no.things & yes.around or no.of & yes.around or no.none & yes.bag or people:
        return True
    if not no.things and no.end and no.end not in yes.around:
        return False
    if no.things and not no.slots.theme:
        return False
    return story.mass(no.bag & yes.around) >= COVERED * max(LITTLE, story.mass(no.bag))


def _grounds(story: Field, a: Clause, b: Clause) -> tuple[str, ...]:
    """What sets two clauses against each other."""
    found = []
    if a.denies != b.denies:
        if _of_as_many(a, b) and meets(story, *((b, a) if a.denies else (a, b))):
            found.append("denied")
    elif _of_one_thing(a, b) and _uncounted(a, b) and opposites(a, b):
        found.append("opposite")
    if a.planned != b.planned or a.off != b.off:
        one_act = a.verbs & b.verbs or a.told & b.alike or a.alike & b.told
        if _called_off(a, b) if a.off != b.off else one_act:
            found.append("outcome")
    return tuple(found)


def _of_one_thing(a: Clause, b: Clause) -> bool:
    """Both verbs may turn, and what the one acts on is told of by the other."""
    return a.may_turn and b.may_turn and bool(a.things & b.named or b.things & a.named)


def _called_off(a: Clause, b: Clause) -> bool:
    """The other tells of what the one says was called off, by its noun or as a verb."""
    off, plan = (a, b) if a.off else (b, a)
    theme = off.slots.theme or off.slots.subject
    return bool(theme) and noun_phrase(theme or "").head in plan.heads | plan.verb_stems


def _of_as_many(a: Clause, b: Clause) -> bool:
    """Not of so many and of so many others: "139 were found", "56 have not been found"; none is no number."""
    one, two = ({q.low for q in c.slots.quantities if q.unit is None and q.low} for c in (a, b))
    return not one or not two or bool(one & two)


def _uncounted(a: Clause, b: Clause) -> bool:
    """Not of so many and of so many others: "112 were rescued", "43 were found dead"."""
    return not (a.slots.quantities and b.slots.quantities)


def pairs(story: Field) -> Iterator[Pair]:
    """Pairs of clauses worth comparing, in order."""
    enough = [c for c in story.clauses if story.mass(c.bag) >= FEWEST]
    known = {c.at for c in enough}
    anchors = [c for c in enough if c.stands]
    first = {c.at for c in anchors}
    for one in anchors:
        near = story.near(one)
        for at in sorted(near):
            two = story.clauses[at]
            if at not in known or near[at] < LEAST or (at in first and at <= one.at) or one.sentence == two.sentence:
                continue
            if one.stands == two.stands and TURNS not in one.stands:
                continue
            if found := _grounds(story, one, two):
                ranks = story.rank(one, two), story.rank(two, one)
                if min(ranks) < NEAREST:
                    yield _pair(one, two, found, near[at], ranks)


def _pair(one: Clause, two: Clause, found: Sequence[str], like: float, ranks: tuple[int, int]) -> Pair:
    if one.at < two.at:
        return Pair(one, two, tuple(found), like, ranks)
    return Pair(two, one, tuple(found), like, (ranks[1], ranks[0]))
