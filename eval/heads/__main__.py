"""``python -m eval.heads [HALF] [--misses]``: outlet, agency, byline, days, dateline, title and parts, by key."""

from __future__ import annotations

import argparse
from collections import Counter

from eval.heads.pieces import HALVES
from eval.heads.score import Fact, score


def main() -> None:
    """Print one line a key and the sum for each half, then the misses."""
    parser = argparse.ArgumentParser(prog="python -m eval.heads", description=main.__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, help="one half alone")
    parser.add_argument("--misses", action="store_true", help="also print every fact that was missed")
    given = parser.parse_args()
    for half in [given.half] if given.half else HALVES:
        facts = score(half)
        print(table(half, facts))
        if given.misses:
            print("\n".join(f"  {f.key:10} {f.piece}: wants {f.wanted!r}, got {f.got!r}" for f in facts if not f.right))


def table(half: str, facts: list[Fact]) -> str:
    """The share right, by key and in all."""
    asked, right = Counter(f.key for f in facts), Counter(f.key for f in facts if f.right)
    rows = [*((key, right[key], asked[key]) for key in asked), ("in all", right.total(), asked.total())]
    return "\n".join(f"{half:6} {key:12} {r:4} of {a:4}  {r / a:7.1%}" for key, r, a in rows)


if __name__ == "__main__":
    main()
