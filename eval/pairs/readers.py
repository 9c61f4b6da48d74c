"""``python -m eval.pairs.readers``: how far readers and the gold are at one, and the comparer with either.

On the stories that it was not taught on. Readers had the stories and the pairs likeliest to be of one question, and not
the gold; see :mod:`eval.pairs.judged`. What they and the gold do not agree on, no comparer can get right for both.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eval.contrasts.data import Told, stories
from eval.pairs.examples import SAME, labelled, left_out
from eval.pairs.judged import judged
from eval.pairs.measures import average_precision
from variorum.backends.pairs.reader import PairReader
from variorum.model.protocols import STANDINGS, Comparer
from variorum.reconcile.side_by_side import candidates


class Judged(NamedTuple):
    """A pair that readers judged.

    Attributes:
        readers: how they say that it stands.
        gold: how the gold does; None where it tells nothing of the two.
        likely: how likely the comparer holds them to be at odds.
    """

    readers: int
    gold: int | None
    likely: float


def pairs(story: Told, comparer: Comparer) -> list[Judged]:
    """The pairs of a story that readers judged."""
    told = candidates(story.corpus)
    known, read = labelled(story, told), judged(story, told)
    shares = comparer.weigh([(told.told[a].text, told.told[b].text) for a, b in read])
    gold = [known[pair].standing if pair in known else None for pair in read]
    return [Judged(r, g, float(s[2:].sum())) for r, g, s in zip(read.values(), gold, shares, strict=True)]


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
    order = sorted(range(len(rows)), key=lambda n: -rows[n].likely)
    return average_precision(right[n] for n in order)


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
    return 0


if __name__ == "__main__":
    sys.exit(main())
