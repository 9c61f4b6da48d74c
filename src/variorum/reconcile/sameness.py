"""How likely two short texts state one fact: what they share, where types part them, an embedder's word if any.

Words and vectors measure how near the texts are. Numbers, days, names, countries and denial are compared as types, and
part what seems near: "three years" and "two years" are alike in every way but the one that counts. What each feature
is worth is data (``lang/en/sameness.toml``), fitted on development pairs by ``python -m eval.claims.fit``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from operator import mul
from statistics import mean, pstdev
from typing import TYPE_CHECKING

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.model.protocols import Embedder
from variorum.reconcile.resemblance import FEATURES, agree, nearness
from variorum.reconcile.worded import Worded, worded

if TYPE_CHECKING:
    from variorum.model.protocols import Vectors

Pairs = Sequence[tuple[str, str]]

SAME = 0.5
"""From here on two texts are taken to state one fact."""
COSINE, CONSTANT = "cosine", "constant"
"""Names of the weights that belong to no feature of the words."""
WORDS_BESIDE_VECTORS = 0.5
"""What the words that two answers share weigh beside their vectors: a quarter to three quarters do alike."""
COMPANY, ROUNDS = 2.0, 2
"""What the company that two answers keep weighs beside what they share, and how often it is taken in."""
DEVIATIONS_WORDS, DEVIATIONS_VECTORS = 0.5, 0.7
"""Deviations above a question's mean from which two answers say the same.

These numbers lie amid what does well on eighteen development questions (``python -m eval.nanco FILE --invented``)."""
DENIAL_DEVIATIONS = 0.3
SPREAD_OF_DEVIATIONS = 0.5
"""How far from the threshold a score is seven to one; ranks stay as they are."""


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
    weights = fitted("vectors" if embedder else "words")
    near = cosines(embedder, pairs) if embedder else [0.0] * len(pairs)
    return [
        1.0 if fold(a) == fold(b) else _likely(_weighed(weights, a, b) + weights.get(COSINE, 0.0) * cosine)
        for (a, b), cosine in zip(pairs, near, strict=True)
    ]


def fitted(kind: str) -> Mapping[str, float]:
    """The weights, by feature: ``kind`` is "words" or "vectors"."""
    found: dict[str, float] = table("en", "sameness")["weights"][kind]
    return found


def _weighed(weights: Mapping[str, float], a: str, b: str) -> float:
    return weights[CONSTANT] + sum(weights[f.__name__] * f(a, b) for f in FEATURES if f.__name__ in weights)


def same_answers(answers: Sequence[str], about: str, *, embedder: Embedder | None = None) -> list[float]:
    """How likely each two answers to one question say the same, 0 to 1, pair by pair as ``combinations`` gives them.

    Every question has its own level: what "how long" asks for is answered in words that are near in any case. So a pair
    is held against the mean and the deviation over the question's distinct answers, not against a level fixed for all.
    Answers are also known by the company they keep. An embedder reads each alone and behind the question, without which
    "over pay" says little.

    Raises:
        BackendError: the embedder's model would not load.
    """
    distinct = {fold(a): a for a in reversed(answers)}
    pairs = list(combinations(distinct.values(), 2))
    near = _deviations([nearness(a, b) for a, b in pairs])
    if embedder:
        alone, behind = (_deviations(cosines(embedder, pairs, about, behind=way)) for way in (False, True))
        near = _sums([n * WORDS_BESIDE_VECTORS for n in near], _deviations(_sums(alone, behind)))
    for _ in range(ROUNDS):
        kept = [c * COMPANY for c in _deviations(_company(len(distinct), near))]
        near = _deviations(_sums(near, kept))
    threshold = DEVIATIONS_VECTORS if embedder else DEVIATIONS_WORDS
    score: dict[frozenset[str], float] = {}
    for (a, b), n in zip(pairs, near, strict=True):
        one, two = worded(a), worded(b)
        margin = n - threshold - DENIAL_DEVIATIONS * (one.denied != two.denied)
        likely = _likely(margin / SPREAD_OF_DEVIATIONS)
        score[frozenset((fold(a), fold(b)))] = _by_type(one, two, likely, about)
    return [score.get(frozenset((fold(a), fold(b))), 1.0) for a, b in combinations(answers, 2)]


def _deviations(found: Sequence[float]) -> list[float]:
    """The numbers as deviations from their mean."""
    if not found:
        return []
    level, deviation = mean(found), pstdev(found) or 1.0
    return [(n - level) / deviation for n in found]


def _company(count: int, near: Sequence[float]) -> list[float]:
    """How alike two answers are in what else they are near to and far from: the cosine of their rows of nearness.

    Answers that say the same keep the same company, even where the two share few words.

    Args:
        count: of the answers.
        near: of each two of them, as ``combinations`` gives them.
    """
    highest = max(near, default=0.0)
    rows = [[highest] * count for _ in range(count)]
    for (a, b), n in zip(combinations(range(count), 2), near, strict=True):
        rows[a][b] = rows[b][a] = n
    centred = [[n - mean(row) for n in row] for row in rows]
    lengths = [math.hypot(*row) or 1.0 for row in centred]
    return [sum(map(mul, centred[a], centred[b])) / (lengths[a] * lengths[b]) for a, b in combinations(range(count), 2)]


def _sums(one: Sequence[float], two: Sequence[float]) -> list[float]:
    return [a + b for a, b in zip(one, two, strict=True)]


def _by_type(one: Worded, two: Worded, likely: float, about: str) -> float:
    """The likelihood of two answers, kept to its half of the scale where a type decides, so that ranks stay.

    Other figures are another answer, and of answers that are figures and no more, one figure is one answer. Where a
    name is asked for, one country is one answer, and another is another.
    """
    if answers_apart(one, two):
        return likely * SAME
    if one.numbers and two.numbers and not one.telling and not two.telling:
        return SAME + likely * (1 - SAME)
    asked, known = fold(about).split()[:1], worded(about).lands
    if asked and asked[0] in words("en", "sameness", "asks_for_a_name"):
        ours, theirs = one.lands - known, two.lands - known
        if ours and theirs:
            return SAME + likely * (1 - SAME) if ours & theirs else likely * SAME
    return likely


def answers_apart(one: Worded, two: Worded) -> bool:
    """Both give figures, or places in a count, and none of the one's is any of the other's.

    Answers to one question are held against each other whatever their unit: "three years" is not "until 2024".
    """
    if one.ordinals and two.ordinals and not one.ordinals & two.ordinals:
        return True
    pairs = [(x, y) for x in one.numbers for y in two.numbers]
    return bool(pairs) and not any(agree(x, y) for x, y in pairs)


def cosines(embedder: Embedder, pairs: Pairs, about: str | None = None, *, behind: bool = False) -> list[float]:
    """Each pair's cosine, -1 to 1.

    Args:
        embedder: gives the vectors.
        pairs: of texts.
        about: a question they all answer; what they have in common with it is taken out.
        behind: whether each is read behind that question.
    """
    if not pairs:
        return []
    texts = sorted({text for pair in pairs for text in pair})
    vectors = embedder.vectors([f"{about} {text}" for text in texts] if behind else texts)
    if about is not None:
        vectors = _without(vectors, embedder.vectors([about])[0])
    row = {text: n for n, text in enumerate(texts)}
    return [float(vectors[row[a]] @ vectors[row[b]]) for a, b in pairs]


def _without(vectors: Vectors, direction: Vectors) -> Vectors:
    """The vectors without their part along the direction, at length one; what has no length left is all zero."""
    rest = vectors - (vectors @ direction)[:, None] * direction
    lengths = (rest**2).sum(axis=1, keepdims=True) ** 0.5
    unit: Vectors = rest * (lengths > 1e-6) / (lengths + (lengths <= 1e-6))
    return unit


def _likely(margin: float) -> float:
    """A margin over the threshold as 0 to 1, 0.5 at the threshold (logistic)."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin))))
