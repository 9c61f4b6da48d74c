"""A story's typed values with what stands around each: the ground on which two are weighed against each other.

The counterpart of a sentence is nearly always the nearest that the other report has, so what else the two reports give
is looked at as well.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from variorum.lang import words
from variorum.lang.stems import sense, stem
from variorum.model.reading import Claim
from variorum.reconcile.acts import acts_of
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.values import CLOCK, COUNT, Value

MOST_IN_A_BLOCK = 40
"""A word that more values of one kind share proposes no pairs."""
FEW_IN_A_BLOCK = 10
"""A word that no more values than this share ties any two of them."""
FEW_OF_A_KIND = 12
"""Of a kind with no more values than this any two are weighed, counts apart; so are hours, up to a block."""
TIES = 3
"""Common words that two values must share to be weighed where no rare one, no noun and no outcome ties them."""
CLAUSE = 0.5
"""What the likeness of two clauses weighs beside that of their sentences, where the nearest is looked for."""
BESIDE = 60
"""Characters on either side of a value whose words stand beside it."""

Bag = frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the features look at in one value, worked out once for all its pairs.

    Attributes:
        clause, sentence, before: the senses of its clause, of its sentence, of the sentence before.
        around: stems of the words next to it.
        acts: the kinds of act that its verb may stand for.
        verb: stem of the verb; "" for one that goes with anything.
        subject, theme: stems of the head of the subject, and of what the verb acts on; "" without one.
        names: the entities that the clause names.
        depth: where it stands in its report, 0 to 1.
        place, side: where those are who are counted, and of which country, if the words beside it say so.
    """

    clause: Bag
    sentence: Bag
    before: Bag
    around: Bag
    acts: frozenset[str]
    verb: str
    subject: str
    theme: str
    names: frozenset[str]
    depth: float
    place: str | None
    side: str | None


@dataclass(eq=False)
class Scene:
    """The values of a story with what their clauses share.

    What is worked out once is kept by the values' own ids, which no output sees.

    Attributes:
        fact_of, told_of: by a claim's id the number of its fact, and of the happenings that it tells.
        bags: of each sentence, by its place, the senses of its words and the names, these marked ``@``.
        weight: of each of those, the rarer in the story's sentences the more.
        sentences: of each report, in order.
        counted: how many values the story has of a kind and a noun; ``given``: how many a report has of a kind.
        partners: for each value, by report, those of its kind that share anything with it.
        pairs: those that are tied closely enough to be weighed.
    """

    corpus: Corpus
    values: Sequence[Value]
    fact_of: Mapping[str, int]
    told_of: Mapping[str, frozenset[int]]
    bags: dict[tuple[str, int, int], Bag] = field(default_factory=dict)
    weight: dict[str, float] = field(default_factory=dict)
    sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    counted: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    given: Counter[tuple[str, str]] = field(default_factory=Counter)
    partners: dict[int, dict[str, list[Value]]] = field(default_factory=dict)
    pairs: list[tuple[Value, Value]] = field(default_factory=list)
    _near: dict[tuple[int, int], float] = field(default_factory=dict)
    _answers: dict[tuple[int, int], float] = field(default_factory=dict)
    _seen: dict[int, Seen] = field(default_factory=dict)
    _clauses: dict[str, Bag] = field(default_factory=dict)
    _squares: dict[Bag, float] = field(default_factory=dict)

    def seen(self, value: Value) -> Seen:
        """What the features look at in a value."""
        if id(value) not in self._seen:
            self._seen[id(value)] = _seen(self, value)
        return self._seen[id(value)]

    def bag(self, value: Value) -> Bag:
        """The senses of its sentence."""
        sentence = value.claim.sentence
        return self.bags[value.article, sentence.start, sentence.end]

    def before(self, value: Value) -> Bag:
        """The senses of the sentence before its own; none of a report's first."""
        sentence = (value.claim.sentence.start, value.claim.sentence.end)
        told = self.sentences[value.article]
        at = bisect_left(told, sentence)
        return self.bags[value.article, *told[at - 1]] if at else frozenset()

    def near(self, a: Value, b: Value) -> float:
        """How alike what stands around two values is."""
        key = _pair(a, b)
        if key not in self._near:
            one, two = self.seen(a), self.seen(b)
            self._near[key] = self.cosine(one.sentence, two.sentence) + CLAUSE * self.cosine(one.clause, two.clause)
        return self._near[key]

    def answered(self, a: Value, b: Value) -> float:
        """How near to the one stands the other's very value in the other's report."""
        key = _pair(a, b)
        if key not in self._answers:
            found = [(one, x) for one, two in ((a, b), (b, a)) for x in self.beside(one, two.article) if one.same(x)]
            self._answers[key] = max((self.near(one, other) for one, other in found), default=0.0)
        return self._answers[key]

    def beside(self, value: Value, article: str) -> Sequence[Value]:
        """The values of an article that share something with a value."""
        return self.partners.get(id(value), {}).get(article, ())

    def cosine(self, one: Bag, two: Bag) -> float:
        """The likeness of two sets of senses, by weight."""
        shared = self._square(one & two)
        return shared / math.sqrt(self._square(one) * self._square(two)) if shared else 0.0

    def clause(self, claim: Claim) -> Bag:
        """The senses of a clause."""
        if claim.id not in self._clauses:
            self._clauses[claim.id] = senses_of(claim)
        return self._clauses[claim.id]

    def _square(self, bag: Bag) -> float:
        if bag not in self._squares:
            self._squares[bag] = sum(self.weight.get(t, 1.0) ** 2 for t in sorted(bag))
        return self._squares[bag]


def _pair(a: Value, b: Value) -> tuple[int, int]:
    return (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))


def _seen(made: Scene, value: Value) -> Seen:
    slots, light = value.claim.slots, words("en", "reconcile", "polar", "light")
    where = (value.article, value.cite.start, value.cite.end)
    text = made.corpus.article[value.article].text
    return Seen(
        clause=made.clause(value.claim),
        sentence=made.bag(value),
        before=made.before(value),
        around=_around(text, value),
        acts=acts_of(value.claim),
        verb=stem(slots.predicate) if slots.predicate and slots.predicate not in light else "",
        subject=_head(slots.subject),
        theme=stem(slots.theme) if slots.theme else "",
        names=frozenset(value.claim.entities),
        depth=value.cite.start / max(1, len(text)),
        place=made.corpus.place_beside(*where) if value.kind == "count" else None,
        side=made.corpus.country_said(*where),
    )


def _around(text: str, value: Value) -> Bag:
    """Stems of the longer words next to a value, in its sentence."""
    sentence = value.claim.sentence
    low, high = max(sentence.start, value.cite.start - BESIDE), min(sentence.end, value.cite.end + BESIDE)
    before = re.findall(r"[^\W\d_]+", text[low : value.cite.start])[-4:]
    after = re.findall(r"[^\W\d_]+", text[value.cite.end : high])[:4]
    return frozenset(stem(w.lower()) for w in (*before, *after) if len(w) > 3)


def _head(phrase: str | None) -> str:
    return stem(phrase.split()[-1].lower()) if phrase and phrase.split() else ""


def scene(corpus: Corpus, facts: Sequence[Sequence[Stated]], found: Sequence[Value]) -> Scene:
    """The values as they are compared."""
    fact_of = {s.claim.id: n for n, fact in enumerate(facts) for s in fact}
    told_of = {s.claim.id: s.happenings for fact in facts for s in fact}
    made = Scene(corpus, found, fact_of, told_of)
    bags: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    known = {sense(t) for _, claim in corpus.claims for t in claim.terms}
    named = {e.id: _last_word(e.name) for e in corpus.entities if e.kind in {"place", "organization"}}
    for article, claim in corpus.claims:
        own = bags[article, claim.sentence.start, claim.sentence.end]
        own |= senses_of(claim) | {w for e in claim.entities if (w := named.get(e)) in known and w}
    made.bags = {key: frozenset(bag) for key, bag in bags.items()}
    for article, start, end in sorted(bags):
        made.sentences.setdefault(article, []).append((start, end))
    made.counted = Counter((v.kind, v.noun) for v in found)
    made.given = Counter((v.article, v.kind) for v in found)
    seen = Counter(t for bag in bags.values() for t in bag)
    made.weight = {t: math.log(len(bags) / count) for t, count in seen.items()}
    for a, b, ties in candidates(made):
        if ties >= TIES:
            made.pairs.append((a, b))
        for one, two in ((a, b), (b, a)):
            made.partners.setdefault(id(one), {}).setdefault(two.article, []).append(two)
    return made


def _last_word(name: str) -> str:
    """The noun by which a name is called for short: "the dam"."""
    return sense(name.rsplit(maxsplit=1)[-1].lower()) if " " in name else ""


def senses_of(claim: Claim) -> Bag:
    """The senses of a clause's words, and its names."""
    return frozenset(sense(t) for t in claim.terms) | {f"@{e}" for e in claim.entities}


def candidates(made: Scene) -> list[tuple[Value, Value, int]]:
    """Pairs of one kind, of two reports or two voices, that share a word, a name or what befell the counted.

    Each with how much ties the two: ``TIES`` for a rare word, a noun counted or an outcome, 1 for any other word.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, value in enumerate(made.values):
        keys = {f"n {value.noun}", f"o {value.outcome}", *made.bag(value)}
        for key in sorted(keys - {"n None", "o None"}):
            blocks[value.kind, key].append(n)
    ties: Counter[tuple[int, int]] = Counter()
    for (_, key), block in blocks.items():
        if len(block) <= MOST_IN_A_BLOCK:
            tying = len(block) <= FEW_IN_A_BLOCK or key.startswith(("n ", "o "))
            for two in combinations(block, 2):
                ties[two] += TIES if tying else 1
    by_kind: dict[str, list[int]] = defaultdict(list)
    for n, value in enumerate(made.values):
        by_kind[value.kind].append(n)
    for kind, block in by_kind.items():
        if (len(block) <= FEW_OF_A_KIND and kind != COUNT) or (kind == CLOCK and len(block) <= MOST_IN_A_BLOCK):
            for two in combinations(block, 2):
                ties[two] += TIES
    pairs = [(made.values[a], made.values[b], ties[a, b]) for a, b in sorted(ties)]
    return [(a, b, n) for a, b, n in pairs if a.article != b.article or (a.voice != b.voice and a.claim is not b.claim)]
