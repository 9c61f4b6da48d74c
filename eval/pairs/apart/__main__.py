"""``python -m eval.pairs.apart MEANTIME``: what the comparer makes of real sentences that are mostly of two things."""

from __future__ import annotations

import argparse
from pathlib import Path

from eval.pairs.apart import apart
from eval.pairs.measures import average_precision
from eval.pairs.readers import differs
from variorum.backends.pairs.reader import PairReader
from variorum.model.protocols import STANDINGS

UNLIKE = [n for n in range(len(STANDINGS)) if differs(n)]
LEVELS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)


def main() -> None:
    """Print how well it orders those that it was not taught on, and how many it holds to be at odds that are not."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("meantime", type=Path)
    pairs = list(apart(asked.parse_args().meantime, "left_out"))
    shares = PairReader().weigh([(p.one, p.two) for p in pairs])[:, UNLIKE].sum(axis=1)
    rows = sorted(zip(map(float, shares), (p.standing in UNLIKE for p in pairs), strict=True), key=lambda r: -r[0])
    right = [hit for _, hit in rows]
    print(f"{len(rows)} pairs, {sum(right)} at odds by a reader; average precision {average_precision(right):.3f}")
    for level in LEVELS:
        over = [hit for likely, hit in rows if likely >= level]
        print(f"from {level:.1f}: {sum(over)} of {len(over)} are at odds")


if __name__ == "__main__":
    main()
