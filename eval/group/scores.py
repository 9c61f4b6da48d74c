"""Scores for groupings and for linked pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, 0 to 1; 1 where there was nothing to be wrong about."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """B-cubed (Bagga and Baldwin 1998): for each item the purity of its group and the wholeness of its class, averaged.

    Args:
        gold: the class of each item.
        found: the group of each item; the same items.
    """
    both = Counter((gold[i], found[i]) for i in gold)
    classes, groups = Counter(gold.values()), Counter(found[i] for i in gold)
    if not gold:
        return Score(1.0, 1.0)
    precision = sum(n * n / groups[g] for (_, g), n in both.items()) / len(gold)
    recall = sum(n * n / classes[c] for (c, _), n in both.items()) / len(gold)
    return Score(precision, recall)


def pairwise(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """Of the pairs that are together, how many belong together, and the other way round."""
    right = sum(comb(n, 2) for n in Counter((gold[i], found[i]) for i in gold).values())
    said = sum(comb(n, 2) for n in Counter(found[i] for i in gold).values())
    asked = sum(comb(n, 2) for n in Counter(gold.values()).values())
    return Score(right / said if said else 1.0, right / asked if asked else 1.0)


def pairs(gold: Iterable[frozenset[str]], found: Iterable[frozenset[str]]) -> Score:
    """Precision and recall of linked pairs."""
    wanted, said = set(gold), set(found)
    right = len(wanted & said)
    return Score(right / len(said) if said else 1.0, right / len(wanted) if wanted else 1.0)
