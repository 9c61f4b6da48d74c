"""``python -m eval.pairs``: what the comparer makes of the pairs that it reads in the stories it was not taught on."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from eval.contrasts.data import stories
from eval.pairs.examples import left_out
from eval.pairs.signs import rows_between
from variorum.backends.pairs.reader import PairReader
from variorum.reconcile.side_by_side import candidates, chosen, most_words

LEVELS = (0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.3)


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
    known = stories(only=left_out())
    reader, scored = PairReader(), []
    for story in known:
        told = candidates(story.corpus)
        pairs = chosen(told, most_words(len(story.corpus.articles)))
        rows = [frozenset((story.name, row) for row in rows_between(story, told, a, b)) for a, b in pairs]
        shares = reader.weigh([(told.told[a].text, told.told[b].text) for a, b in pairs])
        scored += list(zip(shares[:, 2:].sum(1).tolist(), rows, strict=True))
    scored.sort(key=lambda row: -row[0])
    return Measured(len(known), sum(len(s.rows) for s in known), tuple(scored))


def average_precision(right: list[bool]) -> float:
    """Of pairs from the likeliest down: the mean, over those that are right, of the share right so far."""
    found, total = 0, 0.0
    for n, hit in enumerate(right, 1):
        if hit:
            found += 1
            total += found / n
    return total / found if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
