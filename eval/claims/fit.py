"""``python -m eval.claims.fit FOLDER``: what each feature is worth, as the tables for ``lang/en/sameness.toml``.

Logistic regression on three sources: the ``dev`` half of the claims, MEANTIME's pairs of
sentences, and the ``dev`` half's traps, of which only the typed features are shown, for in them the words are alike by
construction. In each source the positives weigh as much as the negatives, and each has a level of its own; the
constant is the mean of the first two. A feature that comes out with the wrong sign is left out, the worst first.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from eval.claims.data import Pair, load
from eval.sentences.__main__ import labelled
from eval.sentences.__main__ import load as sentences
from variorum.backends.e5_embedder import E5Embedder
from variorum.reconcile.resemblance import FEATURES
from variorum.reconcile.sameness import CONSTANT, COSINE, cosines

Source = tuple[Sequence[tuple[str, str]], Sequence[bool]]
WEIGHTS = (150.0, 250.0, 50.0)
"""What each source weighs in all, against a ridge of 2 on the standardized weights: between equal shares, which cost
MEANTIME more than the claims gain, and three in four for MEANTIME, which costs the claims more than it gains."""
RIDGE = 2.0
AGAINST = ("apart", "clash", "alone")
"""Features whose names end so speak against one fact; the others speak for it."""
ALIKE = ("shared", "contained")
"""Features of how much the words are alike."""
LEVELS = 2
"""Sources whose level counts."""


def main() -> int:
    """Print the tables."""
    options = argparse.ArgumentParser(prog="python -m eval.claims.fit")
    options.add_argument("folder", type=Path, help="MEANTIME")
    given = options.parse_args()
    dev = [p for p in load() if p.half == "dev"]
    sources = [
        _source(p for p in dev if not p.trap),
        labelled(sentences(given.folder)),
        _source(p for p in dev if p.trap or p.same),
    ]
    names = [f.__name__ for f in FEATURES]
    table = np.array([[f(a, b) for f in FEATURES] for pairs, _ in sources for a, b in pairs])
    traps = len(sources[-1][0])
    table[-traps:, [n for n, name in enumerate(names) if name.endswith(ALIKE)]] = 0
    embedder = E5Embedder()
    vectors = np.array([cosine for pairs, _ in sources for cosine in cosines(embedder, pairs)])
    vectors[-traps:] = vectors[:-traps].mean()
    for kind, found, columns in (
        ("words", names, table),
        ("vectors", [*names, COSINE], np.column_stack([table, vectors])),
    ):
        print(f"[weights.{kind}]")
        for name, weight in fitted(found, columns, [labels for _, labels in sources]).items():
            print(f"{name} = {weight:.2f}")
        print()
    return 0


def _source(pairs: Iterable[Pair]) -> Source:
    found = list(pairs)
    return [(p.one, p.two) for p in found], [p.same for p in found]


def fitted(names: Sequence[str], table: Any, labels: Sequence[Sequence[bool]]) -> dict[str, float]:
    """The weights by feature, those of the wrong sign left out."""
    kept = list(range(len(names)))
    while True:
        weights, constant = _logistic(table[:, kept], labels)
        signed = [(w * (-1 if names[n].endswith(AGAINST) else 1), n) for w, n in zip(weights, kept, strict=True)]
        worst, which = min(signed)
        if worst >= 0:
            return {CONSTANT: constant} | {names[n]: float(w) for n, w in zip(kept, weights, strict=True)}
        kept.remove(which)


def _logistic(table: Any, labels: Sequence[Sequence[bool]]) -> tuple[Any, float]:
    """Weights and the mean of the levels, by Newton's method."""
    level, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    sources = np.repeat(np.eye(len(labels)), [len(found) for found in labels], axis=0)
    x, y = np.hstack([(table - level) / spread, sources]), np.concatenate([np.array(found, float) for found in labels])
    share = np.concatenate([_balanced(found, weight) for found, weight in zip(labels, WEIGHTS, strict=True)])
    ridge = np.diag([RIDGE] * table.shape[1] + [1e-6] * len(labels))
    found = np.zeros(x.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ (share * (likely - y)) + ridge @ found
        found = found - np.linalg.solve((x.T * (share * likely * (1 - likely))) @ x + ridge, slope)
    weights = found[: table.shape[1]] / spread
    return weights, float(found[table.shape[1] :][:LEVELS].mean() - level @ weights)


def _balanced(labels: Sequence[bool], weight: float) -> Any:
    """What each pair weighs: positives and negatives half of the weight each."""
    right = sum(labels)
    return np.where(labels, weight / 2 / max(1, right), weight / 2 / max(1, len(labels) - right))


if __name__ == "__main__":
    sys.exit(main())
