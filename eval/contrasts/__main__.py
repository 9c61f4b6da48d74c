"""``python -m eval.contrasts``: differences over the stories that weights are fitted on, and each story left out."""

from __future__ import annotations

import sys

from eval.contrasts import fit, fit_opposed
from eval.contrasts.cards import cards, summed
from eval.contrasts.data import stories
from eval.places import SHARED
from eval.story.score import table


def main() -> int:
    """Print the sums over the stories as the product stands, then what each half finds in stories left out."""
    scored = cards()
    print(f"{len(scored)} stories to fit on, known ground:")
    print(table(summed(scored)))
    told = stories(SHARED if SHARED.exists() else None)
    print("\ntwo values, weighed without the story they stand in:")
    fit.check([fit.pairs_of(s) for s in told])
    print("\ntwo clauses, weighed without the story they stand in:")
    fit_opposed.check([fit_opposed.pairs_of(s) for s in told], 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
