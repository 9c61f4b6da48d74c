"""``python -m eval.names.pairs CASES.csv``: pairs of persons' names from OpenSanctions' nomenklatura (MIT).

The file has ``schema``, ``name1``, ``name2`` and ``is_match``; only ``Person`` counts.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.names.coref import Measure
from variorum.lang.name_forms import parts
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


KINDS = (
    "in two scripts", "same words in another order", "one leaves words out", "initials", "written together or apart",
    "one word differs", "several words differ",
)  # fmt: skip


def kind_of(one: str, other: str) -> str:
    """How two names differ by their looks, whoever bears them."""
    if _latin(one) != _latin(other):
        return "in two scripts"
    a, b = parts(one), parts(other)
    if sorted(a) == sorted(b):
        return "same words in another order"
    if "".join(a) == "".join(b):
        return "written together or apart"
    if set(a) < set(b) or set(b) < set(a):
        return "one leaves words out"
    if any(len(w) == 1 for w in (*a, *b)):
        return "initials"
    left, right = list((Counter(a) - Counter(b)).elements()), list((Counter(b) - Counter(a)).elements())
    return "one word differs" if max(len(left), len(right)) == 1 else "several words differ"


def by_kind(pairs: Sequence[Pair]) -> str:
    """Pairs, those of one person, those of these that were missed, and those of two people taken for one; by kind."""
    count: Counter[tuple[str, str]] = Counter()
    for one, other, gold in pairs:
        ours, kind = person_score(one, other) >= SAME, kind_of(one, other)
        count.update({(kind, "pairs"): 1, (kind, "one"): gold})
        count.update({(kind, "missed"): gold and not ours, (kind, "joined"): ours and not gold})
    lines = [f"{'by what differs':28} {'pairs':>6} {'of one':>7} {'missed':>7} {'wrongly joined':>15}"]
    for kind in KINDS:
        row = [count[kind, column] for column in ("pairs", "one", "missed", "joined")]
        lines.append("{:28} {:6} {:7} {:7} {:15}".format(kind, *row))
    return "\n".join(lines)


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


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
    digest = hashlib.sha256(cases.read_bytes()).hexdigest()[:12]
    figures = f"precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}"
    print(f"{len(pairs)} pairs, digest {digest}: {figures}")
    print(by_kind(pairs))
    if misses:
        for one, other, gold in pairs:
            score = person_score(one, other)
            if (score >= SAME) != gold:
                print(f"{'missed' if gold else 'wrong'} {score:.2f}  {one} | {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
