"""``python -m eval.story RECORD GOLD [--misses]``: score a record file against a gold story."""

from __future__ import annotations

import argparse
from pathlib import Path

from eval.story.score import load, score, table


def main() -> None:
    """Print one line a category and the sum."""
    parser = argparse.ArgumentParser(prog="python -m eval.story", description=main.__doc__)
    parser.add_argument("record", type=Path, help="a record as JSON, texts included")
    parser.add_argument("gold", type=Path, help="a gold story, e.g. eval/story/gold/summit.json")
    parser.add_argument("--misses", action="store_true", help="also print every row that was missed or wrong")
    given = parser.parse_args()
    print(table(score(load(given.record), load(given.gold)), misses=given.misses))


if __name__ == "__main__":
    main()
