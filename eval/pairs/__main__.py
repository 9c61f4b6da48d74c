"""``python -m eval.pairs``: what the comparer makes of the pairs that it reads in the stories it was not taught on.

What company tells was fitted on the same stories, by ten weights; ``python -m eval.pairs.company`` measures without.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from eval.contrasts.data import stories
from eval.pairs.examples import left_out
from eval.pairs.measures import average_precision
from eval.pairs.signs import rows_between
from variorum.backends.pairs.reader import PairReader
from variorum.reconcile.side_by_side import side_by_side

EVERY = 6
"""Of the stories left out every sixth is read, which takes a minute."""
LEVELS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25)


@dataclass(frozen=True)
class Measured:
    """What the comparer makes of the pairs that it reads.

    Attributes:
        stories: how many were left out of its teaching.
        asked: how many differences their gold has.
        scored: for each pair how likely it is at odds, and the gold's rows that it lies between, likeliest first.
    """

    stories: int
    asked: int
    scored: tuple[tuple[float, frozenset[tuple[str, int]]], ...]


def main() -> int:
    """Print what is found and how sure it is, from the likeliest down."""
    found = measured()
    held = len(frozenset().union(*(rows for _, rows in found.scored)))
    pairs = len(found.scored)
    print(f"{found.stories} stories left out; {held} of {found.asked} differences are among the {pairs} pairs read")
    print(f"average precision of pairs {average_precision([bool(rows) for _, rows in found.scored]):.3f}")
    for level in LEVELS:
        over = [rows for likely, rows in found.scored if likely >= level]
        right, rows = sum(map(bool, over)), len(frozenset().union(*over))
        print(f"from {level:.2f}: {right} of {len(over)} pairs are two answers of the gold, differences {rows}")
    return 0


def measured() -> Measured:
    """The stories that training leaves out, read and compared."""
    known, reader = stories(only=left_out()[::EVERY], taught=True), PairReader()
    scored = [
        (pair.likely, frozenset((story.name, row) for row in rows_between(story, pair.one, pair.two)))
        for story in known
        for pair in side_by_side(story.corpus, reader).pairs
    ]
    scored.sort(key=lambda row: -row[0])
    return Measured(len(known), sum(len(s.rows) for s in known), tuple(scored))


if __name__ == "__main__":
    sys.exit(main())
