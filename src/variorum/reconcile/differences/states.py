"""Since when: the day from which a state of affairs lasts, as several reports give it.

Reports put it in many ways ("has led the party since 2018", "party leader since 2016", "took office in 2017"), few of
them with one verb. So the words before the time are compared: those that name a lasting state, of somebody both name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from variorum.lang import words
from variorum.lang.stems import akin, stem
from variorum.model.reading import Claim, Mention, Reading
from variorum.model.record import Difference
from variorum.model.time import TimeExpression
from variorum.reconcile.acts import acts_of
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.moments import Moment, moments, relation

LEAD = 120
"""Characters before a time in which the words for the state are sought."""


@dataclass(frozen=True)
class Begun:
    """A state with the moment from which it lasts.

    Attributes:
        states: stems of the words that name it.
        who: ids of the people named before the time, or of all that are named where no person is.
    """

    article: str
    moment: Moment
    states: frozenset[str]
    who: frozenset[str]
    claim: Claim


def state_differences(corpus: Corpus) -> list[Difference]:
    """For each state of somebody: a conflict where two reports begin it at times apart, else one more exact."""
    begun = [b for r in corpus.readings for t in r.times if (b := _begun(corpus, r, t))]
    found: dict[str, Difference] = {}
    for a, b in combinations(begun, 2):
        if a.article != b.article and a.who & b.who and "since" in {a.moment.part, b.moment.part} and _one_state(a, b):
            row = _compare(corpus, a, b)
            found |= {row.id: row} if row else {}
    return list(found.values())


@cache
def _named_states() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "acts", "state", "words"))


@cache
def _any_office() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "acts", "state", "office"))


def _one_state(a: Begun, b: Begun) -> bool:
    """A state by one word or by two that mean one ("jail", "prison"), or an office that both call no more than that."""
    named = [x.states - _any_office() for x in (a, b)]
    if any(akin(x, y) for x in named[0] for y in named[1]):
        return True
    return bool(a.states & _any_office()) and bool(b.states & _any_office())


def _begun(corpus: Corpus, reading: Reading, time: TimeExpression) -> Begun | None:
    """The state that a time begins: since then it lasts, or then somebody took it up; None where things are counted."""
    start, end = time.cite.start, time.cite.end
    holding = [c for c in corpus.claims_of(reading.article) if c.cite.start <= start and end <= c.cite.end]
    claim = min(holding, key=lambda c: (c.cite.end - c.cite.start, c.id), default=None)
    found = moments(corpus.article[reading.article], [time]) if time.when else []
    if claim is None or len(found) != 1 or not _begins(claim, found[0]):
        return None
    text = corpus.article[reading.article].text
    states = _states(text[max(claim.sentence.start, start - LEAD) : start])
    who = _who(corpus, reading, claim, start)
    return Begun(reading.article, found[0], states, who, claim) if states and who else None


def _begins(claim: Claim, moment: Moment) -> bool:
    """Since then, or taken up then; not of a place in a count ("the third since May")."""
    if claim.slots.ordinals or moment.part == "since":
        return not claim.slots.ordinals
    taken_up = acts_of(claim) & words("en", "acts", "state", "begun_by")
    return moment.part == "at" and claim.slots.polarity == "yes" and bool(taken_up)


def _states(lead: str) -> frozenset[str]:
    """Stems of the words between the last comma and the time that name states; none where something is counted."""
    if _ranks(lead):
        return frozenset()
    own = [part for part in re.split(r"[,;:()]", lead) if part.strip()]
    said = re.findall(r"[^\W\d_]+|\d+", own[-1]) if own else []
    if any(w.isdigit() or w.lower() in words("en", "acts", "phrase", "numerals") for w in said):
        return frozenset()
    return frozenset(stem(w) for w in said) & (_named_states() | _any_office())


def _ranks(lead: str) -> bool:
    """A place in a row or a superlative: what is "the first since 1998" has not lasted since."""
    said = set(re.findall(r"[a-z]+", lead.lower()))
    return bool(said & words("en", "acts", "state", "ranks")) or any(w.endswith("est") and len(w) > 4 for w in said)


def _who(corpus: Corpus, reading: Reading, claim: Claim, before: int) -> frozenset[str]:
    """Those whom the sentence names before the time: the people, or all where it names none."""
    named = [m for m in reading.mentions if claim.sentence.start <= m.cite.start and m.cite.end <= before]
    people = _ids(corpus, [m for m in named if m.kind == "person"])
    return people or _ids(corpus, named)


def _ids(corpus: Corpus, mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(own for m in mentions if (own := corpus.own(m.entity)) and own in corpus.entity)


def _compare(corpus: Corpus, a: Begun, b: Begun) -> Difference | None:
    how = relation(a.moment, b.moment)
    if how not in {"apart", "inside"}:
        return None
    positions = [position(corpus, x.moment.words, [x.claim.sentence]) for x in (a, b)]
    shown = " and ".join(said_by(corpus, x.moment.words, x.article) for x in (a, b))
    asked = f"Since when: {asked_of(a.claim.cite)}?"
    if how == "inside":
        why = "One time lies in the other: the reports differ in precision."
        return difference("granularity", asked, positions, "compatible", why)
    return difference("date", asked, positions, "conflict", f"It cannot have begun at both times: {shown}.")
