"""Fits which pairs of sentences are worth reading: ``python -m eval.pairs.signs [--seeds DIR] [--kept DIR]``.

Prints ``lang/en/side_by_side.toml``, and to standard error how many of the gold's differences are among the pairs read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from eval.contrasts.data import Told, stories
from eval.contrasts.logistic import newton
from variorum.lang import table
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.side_by_side import SIGNS, candidates, chosen, most_words

RIDGE = 1.0
HEAD = """# Which two sentences of two reports are worth reading side by side, by `reconcile/side_by_side.py`:
# what each sign is worth, in log odds. Fitted by `python -m eval.pairs.signs` on stories with gold.
[weights]"""


def rows_between(story: Told, one: Sentence, two: Sentence) -> set[int]:
    """The gold's differences that two sentences lie on two sides of."""
    found = set()
    for row in range(len(story.rows)):
        left, right = (story.sides(row, s.cite()) for s in (one, two))
        if left and right and len(left | right) > 1:
            found.add(row)
    return found


def fitted(known: list[Told]) -> dict[str, float]:
    """The weight of each sign, in the order of ``SIGNS``; a constant is fitted beside them and left out."""
    lines: list[list[float]] = []
    labels: list[bool] = []
    for story in known:
        told = candidates(story.corpus)
        for pair in told.pairs():
            lines.append([1.0, *(s(told, pair) for s in SIGNS)])
            labels.append(bool(rows_between(story, told.told[pair.a], told.told[pair.b])))
    found: Any = newton(np.array(lines), np.array(labels, float), RIDGE, free=0)
    return {s.__name__: round(float(w), 2) for s, w in zip(SIGNS, found[1:], strict=True)}


def held(known: list[Told]) -> tuple[int, int]:
    """How many of the gold's differences two of the pairs read lie on two sides of, and how many there are."""
    found = 0
    for story in known:
        told = candidates(story.corpus)
        pairs = chosen(told, most_words(len(story.corpus.articles)))
        found += len(set().union(*(rows_between(story, told.told[a], told.told[b]) for a, b in pairs)))
    return found, sum(len(story.rows) for story in known)


def main() -> None:
    """Fit and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=Path)
    asked.add_argument("--kept", type=Path)
    told = asked.parse_args()
    known = stories(told.seeds, told.kept, taught=True)
    worth = fitted(known)
    print(HEAD)
    for name, weight in worth.items():
        print(f"{name} = {weight}")
    table("en", "side_by_side")["weights"].update(worth)
    print("differences among the pairs read: {} of {}".format(*held(known)), file=sys.stderr)


if __name__ == "__main__":
    main()
