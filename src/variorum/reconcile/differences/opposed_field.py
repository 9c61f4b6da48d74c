"""The clauses of a story, with what their words weigh, and which are near one another by them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as fresh
from functools import cached_property

from variorum.lang import words
from variorum.lang.stems import sense
from variorum.model.reading import Claim
from variorum.reconcile.clause_times import verbless
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.sentences import mass, weights

AROUND = 0.5
"""What a word of the sentence outside the clause weighs beside one of the clause."""
MOST = 40
"""Clauses with a word beyond which it proposes nothing."""
BESIDE = 6
"""Clauses before and behind one that says who spoke, among which the words spoken are looked for."""

Near = Mapping[int, float]
"""By their places, clauses that share a telling word with one, and how like they are."""


@dataclass(frozen=True, eq=False)
class Field:
    """The clauses of a story with the weights of their words.

    Attributes:
        weight: inverse document frequency of each word over the story's sentences.
    """

    corpus: Corpus
    clauses: tuple[Clause, ...]
    weight: Mapping[str, float]
    _near: dict[int, Near] = fresh(default_factory=dict)

    def mass(self, bag: frozenset[str]) -> float:
        """What a set of words weighs."""
        return mass(self.weight, bag)

    @cached_property
    def _vectors(self) -> list[dict[str, float]]:
        found = []
        for clause in self.clauses:
            vector = {t: self.weight[t] * (1.0 if t in clause.bag else AROUND) for t in sorted(clause.around)}
            length = math.sqrt(sum(v * v for v in vector.values())) or 1.0
            found.append({t: v / length for t, v in vector.items()})
        return found

    @cached_property
    def _having(self) -> dict[str, list[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, vector in enumerate(self._vectors):
            for t, v in vector.items():
                found[t].append((n, v))
        return {t: rows for t, rows in found.items() if len(rows) <= MOST}

    def near(self, clause: Clause) -> Near:
        """Clauses that share a telling word with one, and how like they are."""
        if clause.at not in self._near:
            found: dict[int, float] = defaultdict(float)
            for t, v in self._vectors[clause.at].items():
                for n, w in self._having.get(t, ()):
                    found[n] += v * w
            self._near[clause.at] = found
        return self._near[clause.at]

    def rank(self, clause: Clause, other: Clause) -> int:
        """How many sentences of the other's report are nearer to the clause."""
        near = self.near(clause)
        mine = near[other.at] + 1e-9
        nearer = {
            c.sentence for n, like in near.items() if like > mine and (c := self.clauses[n]).article == other.article
        }
        return len(nearer - {other.sentence})


def field(corpus: Corpus) -> Field:
    """The story's clauses, in order, those left out that only say who spoke."""
    bags: dict[tuple[str, int], frozenset[str]] = defaultdict(frozenset)
    own: list[tuple[str, Claim, frozenset[str]]] = []
    for article, claim in corpus.claims:
        bag = frozenset({sense(t) for t in claim.terms} | {f"@{e}" for e in claim.entities})
        own.append((article, claim, bag))
        bags[article, claim.sentence.start] |= bag
    weight = weights(bags.values(), 0)
    outer = _outer(corpus)
    kept = [row for row in own if row[1].id not in outer and not verbless(row[1])]
    clauses = []
    for n, (article, claim, bag) in enumerate(kept):
        lead = corpus.article[article].text[claim.sentence.start : claim.cite.start]
        doer = corpus.entity.get(claim.slots.subject_entity or "")
        party = claim.slots.subject_entity is not None and not (doer and doer.kind == "place")
        clauses.append(Clause(n, article, claim, bag, bags[article, claim.sentence.start], lead, party))
    return Field(corpus, tuple(clauses), weight)


def _outer(corpus: Corpus) -> frozenset[str]:
    """Ids of the clauses that only say who spoke, around the words that are compared for themselves."""
    spoken = words("en", "acts", "said", "words")
    found = set()
    for article in corpus.articles:
        claims = corpus.claims_of(article.id)
        for n, claim in enumerate(claims):
            near = claims[max(0, n - BESIDE) : n + BESIDE + 1] if claim.slots.predicate in spoken else ()
            inner = [c for c in near if c is not claim and c.sentence == claim.sentence]
            if any(claim.cite.start <= c.cite.start and c.cite.end <= claim.cite.end for c in inner):
                found.add(claim.id)
    return frozenset(found)
