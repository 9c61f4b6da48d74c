"""The stories to fit on, recorded as the product stands and held against their gold."""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from eval.contrasts.data import FIT
from eval.story.score import CITES, Line, Scorecard, load, score
from variorum.engine import as_one_story, ingest, record

THREADS = "OPENBLAS_NUM_THREADS"
"""What tells numpy how many threads it may use."""


def cards() -> list[Scorecard]:
    """The score of each of the stories, as the product stands: one process for each core, of one thread."""
    golds = sorted((FIT / "gold").glob("*.json"))
    before = os.environ.get(THREADS)
    os.environ[THREADS] = "1"
    try:
        context = get_context("spawn")
        with ProcessPoolExecutor(mp_context=context, initializer=_on_one, initargs=(context.Value("i", 0),)) as workers:
            return list(workers.map(_card, golds))
    finally:
        if before is None:
            del os.environ[THREADS]
        else:
            os.environ[THREADS] = before


def _on_one(count: Any) -> None:
    """Keeps a new process to a processor of its own, where the system can."""
    with count.get_lock():
        number, count.value = count.value, count.value + 1
    if hasattr(os, "sched_setaffinity"):
        mine = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {mine[number % len(mine)]})


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
