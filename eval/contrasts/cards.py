"""Stories with gold, recorded as the product stands and held against it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from eval.story.score import CITES, Line, Scorecard, load, score
from variorum.backends.pairs.encoder import processors
from variorum.engine import as_one_story, ingest, record

UNTOLD: dict[str, Any] = dict.fromkeys(("articles", "entities", "times", "quotes", "events", "agenda"), ())
"""What the gold of a story that was written to teach may leave out."""


def golds(*folders: Path) -> list[Path]:
    """The gold files of folders of stories, in order of their names."""
    return sorted((p for folder in folders for p in (folder / "gold").glob("*.json")), key=lambda p: p.stem)


def cards(told: Sequence[Path]) -> list[Scorecard]:
    """The score of each story, given by its gold file: one process for each processor that this one may use."""
    context = get_context("spawn")
    with ProcessPoolExecutor(processors(), context, _on_one, (context.Value("i", 0),)) as workers:
        return list(workers.map(_card, told))


def _on_one(count: Any) -> None:
    """Keeps a new process to a processor of its own, where the system can."""
    with count.get_lock():
        number, count.value = count.value, count.value + 1
    if hasattr(os, "sched_setaffinity"):
        mine = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {mine[number % len(mine)]})


def _card(gold: Path) -> Scorecard:
    articles = ingest(gold.parent.parent / gold.stem)
    return score(record(as_one_story(articles)).to_dict(), UNTOLD | load(gold))


def summed(cards: Sequence[Scorecard]) -> Scorecard:
    """The categories over all stories, in the order first seen."""
    found: dict[str, list[Line]] = {CITES: []}
    for line in (line for card in cards for line in card.lines):
        found.setdefault(line.category, []).append(line)
    return Scorecard(tuple(_sum(category, lines) for category, lines in found.items()))


def _sum(category: str, lines: Sequence[Line]) -> Line:
    known = [line.precision for line in lines if line.precision]
    wrong = [line.wrong for line in lines if line.wrong is not None]
    return Line(
        category,
        sum(line.right for line in lines),
        sum(line.asked for line in lines),
        precision=(sum(k for k, _ in known), sum(n for _, n in known)) if known else None,
        wrong=sum(wrong) if wrong else None,
    )
