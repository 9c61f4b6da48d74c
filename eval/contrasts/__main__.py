"""``python -m eval.contrasts``: differences over the stories that weights are fitted on, and each story left out."""

from __future__ import annotations

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from eval.contrasts import fit, fit_opposed
from eval.contrasts.data import FIT, stories
from eval.places import SHARED
from eval.story.score import CITES, Line, Scorecard, load, score, table
from variorum.engine import as_one_story, ingest, record

THREADS = "OPENBLAS_NUM_THREADS"
"""What tells numpy how many threads it may use."""


def main() -> int:
    """Print the sums over the stories as the product stands, then what each half finds in stories left out."""
    scored = cards()
    print(f"{len(scored)} stories to fit on, known ground:")
    print(table(summed(scored)))
    told = stories(SHARED if SHARED.exists() else None)
    print("\ntwo values, weighed without the story they stand in:")
    fit.check([fit.pairs_of(s) for s in told])
    print("\ntwo clauses, weighed without the story they stand in:")
    fit_opposed.check([fit_opposed.pairs_of(s) for s in told], 0)
    return 0


def cards() -> list[Scorecard]:
    """The score of each of the stories, as the product stands: one process for each core, of one thread."""
    golds = sorted((FIT / "gold").glob("*.json"))
    before = os.environ.get(THREADS)
    os.environ[THREADS] = "1"
    try:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
            return list(workers.map(_card, golds))
    finally:
        if before is None:
            del os.environ[THREADS]
        else:
            os.environ[THREADS] = before


def _card(gold: Path) -> Scorecard:
    return score(_record(gold), load(gold))


def _record(gold: Path) -> dict[str, object]:
    articles = ingest(FIT / gold.stem)
    return dict(record(as_one_story(articles)).to_dict())


def summed(cards: list[Scorecard]) -> Scorecard:
    """The categories over all stories, in the order first seen."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in (line for card in cards for line in card.lines):
        right[line.category] += line.right
        asked[line.category] += line.asked
    order = [CITES, *(c for c in asked if c != CITES)]
    return Scorecard(tuple(Line(c, right[c], asked[c]) for c in order))


if __name__ == "__main__":
    sys.exit(main())
