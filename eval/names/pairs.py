"""``python -m eval.names.pairs CASES.csv``: pairs of persons' names from OpenSanctions' nomenklatura (MIT).

The file has ``schema``, ``name1``, ``name2`` and ``is_match``; only ``Person`` counts.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from eval.names.coref import Measure
from variorum.reconcile.name_match import SAME, person_score

Pair = tuple[str, str, bool]


def load(path: Path) -> list[Pair]:
    """The persons' pairs: two names and whether they are one's."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["schema"] == "Person"]
    return [(r["name1"], r["name2"], r["is_match"] == "true") for r in rows]


def measure(pairs: list[Pair]) -> Measure:
    """Precision and recall of taking two names for one person's."""
    said = [person_score(a, b) >= SAME for a, b, _ in pairs]
    right = sum(ours and gold for ours, (_, _, gold) in zip(said, pairs, strict=True))
    return Measure(right / max(1, sum(said)), right / max(1, sum(gold for _, _, gold in pairs)))


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="python -m eval.names.pairs")
    options.add_argument("cases", type=Path)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    return report(given.cases, misses=given.misses)


def report(cases: Path, *, misses: bool = False) -> int:
    """Measure and print."""
    pairs = load(cases)
    found = measure(pairs)
    print(f"{len(pairs)} pairs: precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}")
    if misses:
        for one, other, gold in pairs:
            score = person_score(one, other)
            if (score >= SAME) != gold:
                print(f"{'missed' if gold else 'wrong'} {score:.2f}  {one} | {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
