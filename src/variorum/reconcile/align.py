"""Which claims of which articles state one fact.

Features are small functions, each with its reason. A pair may be proposed by shared telling words, by a shared
happening, or by how likely its words, and an embedder handed in from outside, say the same; no model decides alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from variorum.model.protocols import Embedder
from variorum.model.reading import Claim
from variorum.reconcile.acts import tokens
from variorum.reconcile.clusters import join
from variorum.reconcile.content import Content, contents
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.evidence import (
    Seen,
    best_of_each,
    chance,
    days_meet,
    features,
    grounds,
    margin,
    nearness,
    one_name,
)
from variorum.reconcile.in_company import Compared
from variorum.reconcile.one_happening import Told
from variorum.reconcile.proposals import proposed

SAME = 0.5
"""Likeness from which two claims state one fact; set on the five reports and our own examples."""
FEWEST_WORDS = 2
"""Words, names apart, that two claims must share when nothing else ties them."""
MOST_IN_A_BLOCK = 60
"""A term or name that more claims share proposes no pairs: it tells too little, and would cost too much."""
SURE, LIKELY = 0.5, -1.0
"""Margins of evidence from which two claims state one fact: in any case, and where neither has a better match."""
UNLIKELY = -3.0
"""A margin below which two claims that tell one happening, or share words, still state two facts."""
MOST_WORDS = 0.7
"""The share of its words that a clause of who spoke, and where, has in common with what is the same."""
VERBATIM = 10.0
"""The margin of two claims in the same words."""
STRANGE = -4.0
"""A margin below which two claims stand in no one row, though others stand between them."""
PROPOSED = 0.15
"""What a proposal adds: too little to join claims that share nothing else."""
ENTITY_WEIGHT = 1.5
"""What a shared name weighs beside a shared word of mean rarity."""


@dataclass(frozen=True)
class Stated:
    """A claim with what it is compared by.

    Attributes:
        happenings: numbers of the happenings it tells.
        content: what it says.
    """

    article: str
    claim: Claim
    happenings: frozenset[int]
    content: Content

    @property
    def seen(self) -> Seen:
        """As the evidence looks at it."""
        return self.claim, self.content, self.happenings

    @cached_property
    def features(self) -> frozenset[str]:
        """Its terms and names in one set; names are marked."""
        return frozenset(self.claim.terms) | {f"@{e}" for e in self.claim.entities}


def stated_claims(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Stated]:
    """Every claim of the story, knowing which happenings it tells."""
    number = {t.event.id: n for n, group in enumerate(groups) for t in group}
    return [
        Stated(a, c, frozenset(number[e] for e in c.events if e in number), content)
        for (a, c), content in zip(corpus.claims, contents(corpus), strict=True)
    ]


def aligned(
    corpus: Corpus,
    groups: Sequence[Sequence[Told]],
    embedder: Embedder | None = None,
    compared: Sequence[Compared] = (),
) -> list[list[Stated]]:
    """The story's claims, those of one fact together, in the order first told.

    Args:
        corpus: the story.
        groups: its happenings.
        embedder: has a say in doubt.
        compared: sentences that were read side by side; those that say the same have their nearest claims joined.
    """
    stated = stated_claims(corpus, groups)
    pairs, nearest = _pairs(corpus, stated, embedder)
    pairs += _told_alike(stated, compared)

    def apart(a: int, b: int) -> bool:
        if barred(stated[a], stated[b]) or stated[a].article == stated[b].article:
            return barred(stated[a], stated[b])
        pair = min(a, b), max(a, b)
        if pair not in nearest:
            nearest[pair] = nearness(features(stated[a].seen, stated[b].seen))
        return nearest[pair] < STRANGE

    clusters = join(len(stated), pairs, apart)
    return [[stated[i] for i in cluster] for cluster in clusters]


def _told_alike(stated: Sequence[Stated], compared: Sequence[Compared]) -> list[tuple[float, int, int]]:
    """Of two sentences that likely say the same the two claims that are nearest each other."""
    number = {s.claim.id: n for n, s in enumerate(stated)}
    found = []
    for pair in compared:
        if not pair.alike:
            continue
        ones, others = ([number[c.id] for c in s.claims] for s in (pair.one, pair.two))
        near = [
            (nearness(features(stated[a].seen, stated[b].seen)), a, b)
            for a in ones
            for b in others
            if not barred(stated[a], stated[b])
        ]
        found += [row for row in sorted(near, key=lambda row: (-row[0], *row[1:]))[:1] if row[0] >= STRANGE]
    return found


def _pairs(
    corpus: Corpus, stated: Sequence[Stated], embedder: Embedder | None
) -> tuple[list[tuple[float, int, int]], dict[tuple[int, int], float]]:
    """Pairs that may be of one fact, with their scores; and how near each pair is that was looked at."""
    pairs: list[tuple[float, int, int]] = []
    doubtful: dict[tuple[int, int], float] = {}
    weighed: list[tuple[float, int, int]] = []
    length = Counter(s.article for s in stated)
    nearest: dict[tuple[int, int], float] = {}
    for a, b in _candidates(stated):
        one, two = stated[a], stated[b]
        if barred(one, two):
            continue
        seen = features(one.seen, two.seen)
        nearest[a, b] = near = nearness(seen)
        if near < UNLIKELY:
            continue
        less = chance(length[one.article], length[two.article], len(stated))
        found = VERBATIM if _verbatim(one, two) else margin(seen) - less
        if found >= LIKELY and grounds(one.seen, two.seen):
            weighed.append((found, a, b))
        if likeness(corpus, one, two) >= SAME:
            pairs.append((near, a, b))
        elif near - less >= UNLIKELY and likeness(corpus, one, two, proposed=True) >= SAME:
            doubtful[a, b] = near
    likely = proposed([s.claim.cite.exact for s in stated], list(doubtful), embedder)
    pairs += [(doubtful[a, b], a, b) for a, b in sorted(likely)]
    pairs += [row for row in weighed if row[0] >= SURE] + best_of_each(weighed, lambda n: stated[n].article)
    return pairs, nearest


def _candidates(stated: Sequence[Stated]) -> list[tuple[int, int]]:
    """Pairs of different articles that share two telling features or a happening."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, s in enumerate(stated):
        for key in sorted(s.features | _keys(s.content)):
            blocks[key].append(n)
        for happening in sorted(s.happenings):
            blocks[f"#{happening}"].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for name, block in blocks.items():
        if len(block) <= MOST_IN_A_BLOCK:
            for pair in combinations(block, 2):
                shared[pair] += 2 if name.startswith("#") else 1
    return sorted(p for p, n in shared.items() if n >= 2 and stated[p[0]].article != stated[p[1]].article)


def _keys(content: Content) -> frozenset[str]:
    """Stems, groups of synonyms and figures, each marked."""
    figures = {f"={q.low:g} {q.unit}" for q in content.figures if not q.vague}
    return frozenset(figures | {f"~{w}" for w in content.words} | {f"^{g}" for g in content.groups})


def likeness(corpus: Corpus, a: Stated, b: Stated, *, proposed: bool = False) -> float:
    """How likely two claims state one fact, from 0 to about 1.5; 0 when they share too little to tell."""
    if not proposed and not comparable(a, b):
        return 0.0
    features = (same_happening, same_time, same_numbers, same_verb, same_ascription)
    return overlap(corpus, a, b) + sum(feature(a, b) for feature in features) + (PROPOSED if proposed else 0.0)


def comparable(a: Stated, b: Stated) -> bool:
    """They share a happening, or two words that are no names, or a word and a figure."""
    if a.happenings & b.happenings:
        return True
    shared = set(a.claim.terms) & set(b.claim.terms)
    return len(shared) >= FEWEST_WORDS or bool(shared and same_numbers(a, b))


def overlap(corpus: Corpus, a: Stated, b: Stated) -> float:
    """They share telling words and names: the weight shared, against the mean of the weights of both."""
    weights = corpus.weight
    shared = _weigh(weights, a.features & b.features)
    one, two = _weigh(weights, a.features), _weigh(weights, b.features)
    if not shared or not one or not two:
        return 0.0
    return 0.5 * (2 * shared / (one + two)) + 0.5 * shared / min(one, two)


def _weigh(weights: Mapping[str, float], features: frozenset[str]) -> float:
    return sum(ENTITY_WEIGHT if f.startswith("@") else weights.get(f, 1.0) for f in sorted(features))


def same_happening(a: Stated, b: Stated) -> float:
    """They tell one happening."""
    return 0.25 if a.happenings & b.happenings else 0.0


def same_time(a: Stated, b: Stated) -> float:
    """They give one date."""
    one, two = a.claim.slots.time, b.claim.slots.time
    return 0.1 if one and two and one.interval.overlaps(two.interval) else 0.0


def same_ascription(a: Stated, b: Stated) -> float:
    """They declare one thing the same, in the same sense: "illegal", of a strike."""
    one, two = a.claim.slots, b.claim.slots
    return 0.3 if one.ascribed and one.ascribed == two.ascribed and one.polarity == two.polarity else 0.0


def same_verb(a: Stated, b: Stated) -> float:
    """They say it with one verb; with two, and no happening in common, less speaks for one fact."""
    one, two = a.claim.slots.predicate, b.claim.slots.predicate
    return 0.05 if one == two else 0.0 if a.happenings & b.happenings else -0.1


def same_numbers(a: Stated, b: Stated) -> float:
    """They count one thing."""
    one = {(q.noun, q.of) for q in a.claim.slots.quantities if q.noun or q.of}
    return 0.1 if one & {(q.noun, q.of) for q in b.claim.slots.quantities} else 0.0


def _only_told_alike(a: Stated, b: Stated) -> bool:
    """One of them only tells who spoke, and where, and the other is by somebody else or in other words."""
    if not (a.content.said or b.content.said) or (one_name(a.content, b.content) and days_meet(a.claim, b.claim)):
        return False
    one, two = a.claim.slots, b.claim.slots
    if a.content.said and b.content.said and one.subject_entity != two.subject_entity:
        return not _verbatim(a, b)
    first, second = tokens(a.claim.cite.exact), tokens(b.claim.cite.exact)
    return len(first & second) < MOST_WORDS * min(len(first), len(second))


def _verbatim(a: Stated, b: Stated) -> bool:
    return a.claim.cite.exact.split() == b.claim.cite.exact.split()


def barred(a: Stated, b: Stated) -> bool:
    """Whether two claims can never state one fact: dated apart, in one article, or of who spoke and no more."""
    if a.article == b.article:
        return not (a.claim.cite.start < b.claim.cite.end and b.claim.cite.start < a.claim.cite.end) and not (
            a.features <= b.features or b.features <= a.features
        )
    if _only_told_alike(a, b):
        return True
    one, two = a.claim.slots.time, b.claim.slots.time
    return bool(one and two and not one.interval.overlaps(two.interval) and not a.happenings & b.happenings)
