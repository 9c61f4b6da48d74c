"""Balanced accuracy, the threshold that the development questions give, and the misses by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from eval.nanco.data import Question
from variorum.reconcile.worded import Worded, worded


def balanced_accuracy(scores: Sequence[float], labels: Sequence[bool], threshold: float) -> float:
    """The mean of the shares of positives at or above the threshold and of negatives below it."""
    said = [s >= threshold for s in scores]
    right = {kind: sum(s == kind for s, k in zip(said, labels, strict=True) if k == kind) for kind in (True, False)}
    return sum(right[kind] / max(1, labels.count(kind)) for kind in (True, False)) / 2


def best_threshold(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The lowest of the thresholds, midway between two scores, with the highest balanced accuracy."""
    seen = sorted(set(scores))
    between = [(a + b) / 2 for a, b in pairwise(seen)] or seen
    return max(between, key=lambda t: (balanced_accuracy(scores, labels, t), -t))


def misses(question: Question, scores: Sequence[float], threshold: float) -> Counter[str]:
    """How often each kind of miss was made on a question's pairs."""
    rows = zip(question.pairs, scores, question.labels, strict=True)
    return Counter(_kind(a, b, same=same) for (a, b), score, same in rows if (score >= threshold) != same)


def _kind(a: str, b: str, *, same: bool) -> str:
    one, two = worded(a), worded(b)
    side = "taken apart" if same else "taken for one"
    return f"{side}: {_what(one, two)}"


def _what(one: Worded, two: Worded) -> str:
    if one.numbers and two.numbers:
        return "both give figures"
    if one.lands and two.lands:
        return "both name countries"
    if one.denied != two.denied:
        return "one is denied"
    shared = "words in common" if one.forms.keys() & two.forms.keys() else "no word in common"
    short = min(len(one.words), len(two.words)) <= 2
    return f"{shared}, {'an answer of one or two words' if short else 'longer answers'}"
