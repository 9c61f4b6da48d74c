"""``python -m eval.happenings [HALF] [--misses]``: timeline, agenda, speakers and occasions on short passages."""

from __future__ import annotations

import argparse
from collections import Counter

from eval.happenings.pieces import HALVES
from eval.happenings.score import Fact, score
from variorum.engine.reader import Reader


def main() -> None:
    """Print one line a kind and the sum for each half, then the misses."""
    parser = argparse.ArgumentParser(prog="python -m eval.happenings", description=main.__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES, help="one half alone")
    parser.add_argument("--misses", action="store_true", help="also print every fact that was missed")
    given = parser.parse_args()
    reader = Reader()
    for half in [given.half] if given.half else HALVES:
        facts = score(half, reader)
        print(table(half, facts))
        if given.misses:
            missed = [f for f in facts if not f.right]
            print("\n".join(f"  {f.kind}: {f.piece}: wants {f.wanted!r}, got {f.got!r}" for f in missed))


def table(half: str, facts: list[Fact]) -> str:
    """The share right, by kind and in all."""
    asked, right = Counter(f.kind for f in facts), Counter(f.kind for f in facts if f.right)
    rows = [*((kind, right[kind], asked[kind]) for kind in asked), ("in all", right.total(), asked.total())]
    return "\n".join(f"{half:6} {kind:30} {r:4} of {a:4}  {r / a:7.1%}" for kind, r, a in rows)


if __name__ == "__main__":
    main()
