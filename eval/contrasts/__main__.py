"""``python -m eval.contrasts [--left-out]``: the stories that weights are fitted on, as the product stands.

Then what two values and two clauses are told by in each of them, weighed without it. With ``--left-out`` only the
records of the stories that the comparer was not taught on, whose gold is mostly of differences and agreements alone;
what rests upon it was fitted on them.
Ends with 1 when a category has fallen under its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.contrasts import fit, fit_opposed
from eval.contrasts.cards import cards, golds, summed
from eval.contrasts.data import FIT, TAUGHT, stories
from eval.floors import under
from eval.pairs.examples import left_out
from eval.places import SHARED
from eval.story.score import table


def main() -> int:
    """Print the sums over the stories as the product stands, then what each half finds in stories left out."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--left-out", action="store_true")
    if asked.parse_args().left_out:
        without = set(left_out())
        return _sums("left_out", [p for p in golds(FIT, TAUGHT) if p.stem in without])
    fallen = _sums("fit", golds(FIT))
    told = stories(SHARED if SHARED.exists() else None)
    print("\ntwo values, weighed without the story they stand in:")
    fit.check([fit.pairs_of(s) for s in told])
    print("\ntwo clauses, weighed without the story they stand in:")
    fit_opposed.check([fit_opposed.pairs_of(s) for s in told], 0)
    return fallen


def _sums(case: str, told: Sequence[Path]) -> int:
    """Prints the categories over some stories; 1 when one is under its floor."""
    card = summed(cards(told))
    print(f"{len(told)} stories:")
    print(table(card))
    fallen = under(
        "story",
        case,
        {line.category: line.right / line.asked for line in card.lines if line.asked} | {"in all": card.share},
    )
    for category, (share, floor) in fallen.items():
        print(f"{category}: {share:.3f} is under its floor, {floor:.2f}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
