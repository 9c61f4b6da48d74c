"""``python -m eval.pairs.readers``: how far readers and the gold are at one, and the comparer with either.

On the stories that it was not taught on. Readers had the stories and the pairs likeliest to be of one question, and not
the gold; see :mod:`eval.pairs.judged`. What they and the gold do not agree on, no comparer can get right for both.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eval.contrasts.data import Told, stories
from eval.pairs.examples import SAME, labelled, left_out
from eval.pairs.judged import judged
from eval.pairs.measures import average_precision
from variorum.backends.pairs.reader import PairReader
from variorum.model.protocols import STANDINGS, Comparer
from variorum.reconcile.side_by_side import candidates, side_by_side

LEVELS = (1.01, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15)


class Judged(NamedTuple):
    """A pair that readers judged.

    Attributes:
        readers: how they say that it stands.
        gold: how the gold does; None where it tells nothing of the two.
        unlike: how likely the comparer alone holds them to be at odds.
        likely: the same, told by the company they keep; None where the product does not read them.
    """

    readers: int
    gold: int | None
    unlike: float
    likely: float | None


def pairs(story: Told, comparer: Comparer) -> list[Judged]:
    """The pairs of a story that readers judged."""
    told = candidates(story.corpus)
    known, read = labelled(story, told), judged(story, told)
    side = side_by_side(story.corpus, comparer)
    likely = {(p.one, p.two): p.likely for p in side.pairs}
    compared = side.of([(told.told[a], told.told[b]) for a, b in read])
    gold = [known[pair].standing if pair in known else None for pair in read]
    return [
        Judged(r, g, c.unlike, likely.get((c.one, c.two)))
        for r, g, c in zip(read.values(), gold, compared, strict=True)
    ]


def differs(standing: int | None) -> bool:
    """Whether it is one of a difference."""
    return standing is not None and standing > SAME


def table(rows: Iterable[Judged]) -> str:
    """How the readers call what the gold calls: a line for each standing of the gold."""
    count = Counter((r.gold, r.readers) for r in rows)
    head = " " * 12 + "".join(f"{s:>12}" for s in STANDINGS)
    lines = [
        f"{'untold' if g is None else STANDINGS[g]:12}" + "".join(f"{count[g, n]:12}" for n in range(len(STANDINGS)))
        for g in (None, *range(1, len(STANDINGS)))
    ]
    return "\n".join([head, *lines])


def ordered(rows: Sequence[Judged], right: Sequence[bool]) -> float:
    """The average precision of the comparer's order."""
    order = sorted(range(len(rows)), key=lambda n: -rows[n].unlike)
    return average_precision(right[n] for n in order)


def by_likeliness(rows: Sequence[Judged]) -> Iterator[str]:
    """Of the pairs that are said to be so likely at odds how many are, a line for each level."""
    for high, low in pairwise(LEVELS):
        some = [r for r in rows if r.likely is not None and low <= r.likely < high]
        gold, reader = [differs(r.gold) for r in some], [differs(r.readers) for r in some]
        either = sum(g or r for g, r in zip(gold, reader, strict=True))
        said = f"{sum(gold)} by the gold, {sum(reader)} by a reader, {either} by either"
        yield f"from {low:.2f}: of {len(some)} pairs {said}"


def main() -> int:
    """Print both."""
    known, comparer = stories(only=left_out(), taught=True), PairReader()
    rows = [row for story in known for row in pairs(story, comparer)]
    print(f"{len(rows)} pairs; what the gold calls (down), and readers (across):")
    print(table(rows))
    both = [r for r in rows if differs(r.gold) and differs(r.readers)]
    print(f"differences of both {len(both)}, with one verdict {sum(r.gold == r.readers for r in both)}")
    told = {
        "the gold's differences": [differs(r.gold) for r in rows],
        "the readers'": [differs(r.readers) for r in rows],
        "either's": [differs(r.gold) or differs(r.readers) for r in rows],
    }
    for whose, right in told.items():
        print(f"average precision of the comparer, {whose}: {ordered(rows, right):.3f} of {sum(right)}")
    print("at odds, by how likely the product says so:")
    print("\n".join(by_likeliness(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
