"""How likely two short texts state one fact: words in common, an embedder's word if there is one, and the typed slots.

Words and vectors measure how near the texts are. Numbers, countries and denial are compared as types, and part what
seems near: "three years" and "two years" are alike in every way but the one that counts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from statistics import mean, pstdev
from typing import TYPE_CHECKING

from variorum.lang import words
from variorum.lang.name_forms import fold
from variorum.model.protocols import Embedder
from variorum.reconcile.worded import Figure, Worded, rarity, worded

if TYPE_CHECKING:
    from variorum.model.protocols import Vectors

Pairs = Sequence[tuple[str, str]]

SAME = 0.5
"""From here on two texts are taken to state one fact."""
WORDS_BESIDE_VECTORS = 0.6
"""What the words in common weigh beside two claims' cosine: a cosine lies between 0.7 and 1, words from 0 to 1.
More changes nothing on news sentences; less costs."""
NUMBER_DOUBT, LAND_DOUBT, DENIAL_DOUBT = 0.02, 0.03, 0.03
"""What is taken off where a type parts a pair: little, for sentences with other figures may have the rest in common."""
THRESHOLD_WORDS, THRESHOLD_VECTORS = 0.25, 1.0
"""Nearness from which two claims state one fact, without and with vectors: three in four such pairs of news did."""
DEVIATIONS_WORDS, DEVIATIONS_VECTORS = 0.6, 0.1
"""Deviations above a question's mean from which two answers say the same: the mean of the best of four questions."""
DENIAL_DEVIATIONS = 0.3
SPREAD, SPREAD_OF_DEVIATIONS = 0.05, 0.5
"""How far from the threshold a score is three to one; ranks stay as they are."""


def same_fact(a: str, b: str, *, embedder: Embedder | None = None) -> float:
    """How likely two claims state one fact, 0 to 1; from ``SAME`` on they are taken to.

    Raises:
        BackendError: the embedder's model would not load.
    """
    return same_facts([(a, b)], embedder=embedder)[0]


def same_facts(pairs: Pairs, *, embedder: Embedder | None = None) -> list[float]:
    """:func:`same_fact` for many pairs at once; an embedder looks at each text once.

    Raises:
        BackendError: the embedder's model would not load.
    """
    near = [shared_words(worded(a), worded(b)) for a, b in pairs]
    threshold = THRESHOLD_WORDS
    if embedder:
        near = [c + WORDS_BESIDE_VECTORS * n for c, n in zip(cosines(embedder, pairs), near, strict=True)]
        threshold = THRESHOLD_VECTORS
    found = []
    for (a, b), n in zip(pairs, near, strict=True):
        margin = n - _doubt(worded(a), worded(b)) - threshold
        found.append(1.0 if fold(a) == fold(b) else _likely(margin / SPREAD))
    return found


def same_answers(answers: Sequence[str], about: str, *, embedder: Embedder | None = None) -> list[float]:
    """How likely each two answers to one question say the same, 0 to 1, pair by pair as ``combinations`` gives them.

    Every question has its own level: what "how long" asks for is answered in words that are near in any case. So a pair
    is held against the mean and the deviation over the question's distinct answers, not against a level fixed for all.

    Raises:
        BackendError: the embedder's model would not load.
    """
    distinct = {fold(a): a for a in reversed(answers)}
    pairs = list(combinations(distinct.values(), 2))
    near = _answers_near(pairs, about, embedder)
    level, deviation = (mean(near), pstdev(near) or 1.0) if near else (0.0, 1.0)
    threshold = DEVIATIONS_VECTORS if embedder else DEVIATIONS_WORDS
    score: dict[frozenset[str], float] = {}
    for (a, b), n in zip(pairs, near, strict=True):
        one, two = worded(a), worded(b)
        margin = (n - level) / deviation - threshold - DENIAL_DEVIATIONS * (one.denied != two.denied)
        likely = _likely(margin / SPREAD_OF_DEVIATIONS)
        score[frozenset((fold(a), fold(b)))] = _by_type(one, two, likely, about)
    return [score.get(frozenset((fold(a), fold(b))), 1.0) for a, b in combinations(answers, 2)]


def _by_type(one: Worded, two: Worded, likely: float, about: str) -> float:
    """The likelihood of two answers, kept to its half of the scale where a type decides, so that ranks stay.

    Other figures are another answer, and of answers that are figures and no more, one figure is one answer. Where a
    name is asked for, one country is one answer, and another is another.
    """
    if numbers_apart(one, two, answers=True):
        return likely * SAME
    if one.numbers and two.numbers and not one.stems and not two.stems:
        return SAME + likely * (1 - SAME)
    asked, known = fold(about).split()[:1], worded(about).lands
    if asked and asked[0] in words("en", "sameness", "asks_for_a_name"):
        ours, theirs = one.lands - known, two.lands - known
        if ours and theirs:
            return SAME + likely * (1 - SAME) if ours & theirs else likely * SAME
    return likely


def _answers_near(pairs: Pairs, about: str, embedder: Embedder | None) -> list[float]:
    if embedder is None:
        return [shared_words(worded(a), worded(b)) for a, b in pairs]
    found = zip(cosines(embedder, pairs, about), words_alike(embedder, pairs), strict=True)
    return [cosine + alike for cosine, alike in found]


def shared_words(one: Worded, two: Worded) -> float:
    """They share telling words: the weight shared against the mean of the weights of both (Dice), 0 to 1."""
    both = sum(one.stems.values()) + sum(two.stems.values())
    shared = sum(min(one.stems[w], two.stems[w]) for w in sorted(one.stems.keys() & two.stems.keys()))
    return 2 * shared / both if both else 0.0


def cosines(embedder: Embedder, pairs: Pairs, about: str | None = None) -> list[float]:
    """Each pair's cosine, -1 to 1; what all have in common with the question they answer is taken out first."""
    if not pairs:
        return []
    texts = sorted({text for pair in pairs for text in pair})
    vectors = embedder.vectors(texts)
    if about is not None:
        vectors = _without(vectors, embedder.vectors([about])[0])
    row = {text: n for n, text in enumerate(texts)}
    return [float(vectors[row[a]] @ vectors[row[b]]) for a, b in pairs]


def words_alike(embedder: Embedder, pairs: Pairs) -> list[float]:
    """How well each telling word of the one finds its like in the other, both ways (BERTScore, Zhang et al. 2020).

    Words are taken singly, and what they share with words that tell nothing is taken out of them.
    """
    vocabulary = sorted({w for pair in pairs for text in pair for w in worded(text).words})
    if not vocabulary:
        return [0.0] * len(pairs)
    nothing = embedder.vectors(sorted(words("en", "group", "stopwords"))).mean(axis=0)
    vectors = _unit(embedder.vectors(vocabulary) - nothing)
    row = {word: n for n, word in enumerate(vocabulary)}
    return [_alike(vectors, row, worded(a).words, worded(b).words) for a, b in pairs]


def _alike(vectors: Vectors, row: dict[str, int], one: Sequence[str], two: Sequence[str]) -> float:
    if not one or not two:
        return 0.0
    table = vectors[[row[w] for w in one]] @ vectors[[row[w] for w in two]].T
    best = [*table.max(axis=1).tolist(), *table.max(axis=0).tolist()]
    weights = [rarity(w) for w in (*one, *two)]
    return float(sum(b * w for b, w in zip(best, weights, strict=True)) / sum(weights))


def _without(vectors: Vectors, direction: Vectors) -> Vectors:
    return _unit(vectors - (vectors @ direction)[:, None] * direction)


def _unit(vectors: Vectors) -> Vectors:
    """The vectors at length one; one that has no length to speak of is all zero, like nothing."""
    lengths = (vectors**2).sum(axis=1, keepdims=True) ** 0.5
    unit: Vectors = vectors * (lengths > 1e-6) / (lengths + (lengths <= 1e-6))
    return unit


def numbers_apart(one: Worded, two: Worded, *, answers: bool = False) -> bool:
    """Both give figures in one unit, or places in a count, and none of the one's is any of the other's.

    Answers to one question are held against each other whatever their unit: "three years" is not "until 2024".
    """
    if one.ordinals and two.ordinals and not one.ordinals & two.ordinals:
        return True
    pairs = [(x, y) for x in one.numbers for y in two.numbers if answers or x[0] == y[0]]
    return bool(pairs) and not any(_agree(x, y) for x, y in pairs)


def _agree(one: Figure, two: Figure) -> bool:
    """Equal or one the other's rounding, in units that do not clash; small whole numbers, years: never rounded."""
    (unit, x), (other, y) = one, two
    if unit != other and unit and other:
        return False
    if x == y:
        return True
    if all(n.is_integer() and n < 10_000 for n in (x, y)):
        return False
    return abs(x - y) <= 0.03 * max(abs(x), abs(y))


def _doubt(one: Worded, two: Worded) -> float:
    """What is taken off where both give figures or countries and none in common, or one denies what the other says."""
    lands = bool(one.lands) and bool(two.lands) and not one.lands & two.lands
    numbers = numbers_apart(one, two)
    return NUMBER_DOUBT * numbers + LAND_DOUBT * lands + DENIAL_DOUBT * (one.denied != two.denied)


def _likely(margin: float) -> float:
    """A margin over the threshold as 0 to 1, 0.5 at the threshold (logistic)."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin))))
