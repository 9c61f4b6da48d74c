"""The coreference measures of CoNLL-2011 and 2012 over given mentions: MUC, B³, CEAF by entities, and their mean F1.

Definitions: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Pradhan et al. 2014 ("Scoring coreference
partitions of predicted mentions"). Key and response hold the same mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True)
class Measure:
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def clusters_of(labels: Mapping[Any, Hashable]) -> list[frozenset[Hashable]]:
    """Mentions by cluster label, as sets."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        found[label].add(mention)
    return [frozenset(c) for c in found.values()]


def _of(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def muc(key: Clusters, response: Clusters) -> Measure:
    """Links kept of those that each side needs."""
    return Measure(_muc(response, key), _muc(key, response))


def _muc(key: Clusters, response: Clusters) -> float:
    where = _of(response)
    kept = sum(len(c) - len({where[m] for m in c}) for c in key)
    needed = sum(len(c) - 1 for c in key)
    return kept / needed if needed else 0.0


def b_cubed(key: Clusters, response: Clusters) -> Measure:
    """For each mention the share of its cluster that is right, averaged over mentions."""
    return Measure(_b_cubed(response, key), _b_cubed(key, response))


def _b_cubed(key: Clusters, response: Clusters) -> float:
    where, total, mentions = _of(response), 0.0, 0
    for cluster in key:
        shared = Counter(where[m] for m in cluster)
        total += sum(n * n for n in shared.values()) / len(cluster)
        mentions += len(cluster)
    return total / mentions if mentions else 0.0


def ceaf_e(key: Clusters, response: Clusters) -> Measure:
    """The best one-to-one alignment of clusters under Luo's φ4 (twice the shared mentions over both sizes)."""
    where, scores = _of(response), np.zeros((len(key), len(response)))
    for i, cluster in enumerate(key):
        for j, shared in Counter(where[m] for m in cluster).items():
            scores[i, j] = 2 * shared / (len(cluster) + len(response[j]))
    total = best_alignment(scores)
    return Measure(total / len(response), total / len(key))


def best_alignment(scores: np.ndarray) -> float:
    """The greatest sum of scores over a one-to-one alignment of rows and columns (Kuhn 1955, in Jonker's form)."""
    cost = -scores if scores.shape[0] <= scores.shape[1] else -scores.T
    rows, columns = cost.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    match, way = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
        while match[column]:
            used[column] = True
            at = match[column]
            slack = cost[at - 1] - u[at] - v[1:]
            better = ~used[1:] & (slack < least[1:])
            least[1:][better], way[1:][better] = slack[better], column
            free = np.where(used[1:], np.inf, least[1:])
            following = int(free.argmin()) + 1
            delta = free[following - 1]
            u[match[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return float(sum(-cost[match[j] - 1, j - 1] for j in range(1, columns + 1) if match[j]))


def conll(key: Clusters, response: Clusters) -> dict[str, Measure]:
    """All three, by name."""
    return {"MUC": muc(key, response), "B3": b_cubed(key, response), "CEAFe": ceaf_e(key, response)}


def mean_f1(measures: Iterable[Measure]) -> float:
    """The CoNLL score."""
    found = [m.f1 for m in measures]
    return sum(found) / len(found)
