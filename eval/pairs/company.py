"""Fits what the company of a pair tells: ``python -m eval.pairs.company [--kept DIR]``.

On the stories that the comparer was not taught on. Prints the table ``company`` of
``lang/en/side_by_side.toml``, and to standard error how well they order the pairs that are read, each story's by
weights that were fitted without it.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.contrasts.data import Told, stories
from eval.contrasts.logistic import newton
from eval.pairs.examples import left_out
from eval.pairs.measures import average_precision
from eval.pairs.signs import rows_between
from variorum.backends.pairs.reader import PairReader
from variorum.reconcile.in_company import SIGNS, Company, Compared
from variorum.reconcile.side_by_side import compared_pairs

RIDGE, PARTS = 3.0, 8
"""How weights are held small; and of how many parts of the stories each is left out in turn to measure."""


@dataclass
class Read:
    """A story's pairs that were read.

    Attributes:
        signs: what each sign tells, pairs by signs; the first column is one throughout.
        rows: for each pair the gold's differences that it lies between.
    """

    story: Told
    pairs: list[Compared]
    signs: Any
    rows: list[set[int]]

    @property
    def right(self) -> Any:
        """For each pair whether it lies between two answers of the gold."""
        return np.array([bool(r) for r in self.rows], float)


def read(story: Told, reader: PairReader) -> Read:
    """A story's pairs, by the shipped comparer."""
    pairs = compared_pairs(story.corpus, reader)
    company = Company(pairs, story.corpus.rank)
    signs = [[1.0, *(s(company, n) for s in SIGNS)] for n in range(len(pairs))]
    return Read(story, pairs, np.array(signs), [rows_between(story, p.one, p.two) for p in pairs])


def fitted(some: list[Read]) -> Any:
    """A constant, then the weight of each sign."""
    lines, right = np.concatenate([r.signs for r in some]), np.concatenate([r.right for r in some])
    return newton(lines, right, RIDGE, free=0)


def unseen(known: list[Read]) -> list[Any]:
    """For each story the score of its pairs, by weights fitted on stories of other parts."""
    found: list[Any] = [None] * len(known)
    for part in range(PARTS):
        weights = fitted([r for n, r in enumerate(known) if n % PARTS != part])
        for n in range(part, len(known), PARTS):
            found[n] = known[n].signs @ weights
    return found


def main() -> None:
    """Fit and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kept", type=Path)
    reader = PairReader()
    known = [read(s, reader) for s in stories(kept=asked.parse_args().kept, only=left_out(), taught=True)]
    print("[company]")
    for name, weight in zip(("constant", *(s.__name__ for s in SIGNS)), fitted(known), strict=True):
        print(f"{name} = {weight:.2f}")
    right = np.concatenate([r.right for r in known])
    for what, scores in (("alone", [r.signs[:, 1] for r in known]), ("in company", unseen(known))):
        order = np.argsort(-np.concatenate(scores), kind="stable")
        print(f"{what}: average precision {average_precision(right[order] > 0):.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
