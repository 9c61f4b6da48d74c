"""Who is on the reader's mind: the weights of Lappin and Leass (1994), halved at every sentence.

"An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 20(4).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.model.parse import Parse
from variorum.read.names.draft import Draft

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD = 100, 80, 50, 40, 80
QUOTED = 0.4
"""What is said within quotation marks weighs less for the words around them."""
CHAIN = 4
"""Coordinations and appositions climbed for a mention's part in the sentence."""
FORGOTTEN = 12.0
"""Below this weight an entity is no longer a candidate: about four sentences after it was a subject."""


def role_weight(parse: Parse, head: int) -> float:
    """The weight of a mention by the place of its head in the sentence."""
    dep = parse.deps[head]
    for _ in range(CHAIN):
        if dep not in ("conj", "appos"):
            break
        head = parse.heads[head]
        dep = parse.deps[head]
    weight = RECENT
    if dep in ("nsubj", "nsubjpass"):
        weight += SUBJECT + HEAD
        if parse.deps[parse.heads[head]] in ("ROOT", "conj", "ccomp"):
            weight += 10
    elif dep in ("dobj", "attr", "dative", "oprd", "ROOT"):
        weight += OBJECT + HEAD
    elif dep in ("pobj", "agent"):
        weight += OBLIQUE + (HEAD if parse.heads[parse.heads[head]] != head and _by_verb(parse, head) else 0)
    elif dep == "poss":
        weight += OBLIQUE
    return weight


def _by_verb(parse: Parse, head: int) -> bool:
    above = parse.heads[parse.heads[head]]
    return parse.pos[above] == "VERB"


@dataclass
class Focus:
    """Weights of the entities as the text goes on; ``drafts`` holds all ever seen, in order."""

    weights: dict[Draft, float] = field(default_factory=dict)
    fresh: dict[Draft, float] = field(default_factory=dict)
    drafts: dict[Draft, None] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Half of all weights fade."""
        for draft, weight in self.fresh.items():
            self.weights[draft] = self.weights.get(draft, 0.0) + weight
        self.fresh.clear()
        self.weights = {d: w / 2 for d, w in self.weights.items() if w >= FORGOTTEN / 2}

    def see(self, draft: Draft, weight: float) -> None:
        """A mention; within one sentence only the best place counts."""
        self.drafts[draft] = None
        self.fresh[draft] = max(self.fresh.get(draft, 0.0), weight)

    def weight(self, draft: Draft) -> float:
        """How much a draft is on the reader's mind now."""
        return self.fresh.get(draft, 0.0) + self.weights.get(draft, 0.0)

    def ranked(self) -> list[Draft]:
        """Those still in mind, the most salient first, then the first named."""
        found = [(w, -n, d) for n, d in enumerate(self.drafts) if (w := self.weight(d)) >= FORGOTTEN]
        return [d for _, _, d in sorted(found, key=lambda row: row[:2], reverse=True)]
