"""What a record costs as its story grows: time and memory, reading and reconciling, with sentences side by side.

The stories are made: sentences of the examples, drawn without order into reports of 25, each paragraph with a mark of
its own so that none has been read before. They tell nothing, but they are as long and as full of names as reports are.
"""

from __future__ import annotations

import random
import re
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.backends.pairs.reader import PairReader
from variorum.engine import Reader, as_one_story
from variorum.ingest import from_text
from variorum.model.article import Article
from variorum.model.protocols import Comparer
from variorum.reconcile.record import reconcile

SIZES = (10, 20, 40, 80, 160)
PARAGRAPHS, SENTENCES = 5, 5


@dataclass(frozen=True, slots=True)
class Grown:
    """What one size of story cost: seconds by the clock, and the process's peak in MB so far."""

    reports: int
    seconds: float
    megabytes: float


def measure_stories(articles: Sequence[Article], sizes: Sequence[int] = SIZES) -> list[Grown]:
    """Records of made stories of each size, the smallest first, with one reader."""
    sentences = [s for a in articles for p in a.paragraphs if p.kind == "body" for s in _sentences(p.text)]
    reader = Reader()
    reader.read(articles[0])
    comparer = PairReader()
    comparer.weigh([(sentences[0], sentences[1])])
    return [_grown(reader, comparer, [_report(sentences, size, n) for n in range(size)]) for size in sizes]


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?])\s+", text) if len(s) > 30]


def _report(sentences: Sequence[str], size: int, number: int) -> Article:
    draw = random.Random(size * 1000 + number)
    paragraphs = (
        " ".join([*draw.sample(sentences, SENTENCES), f"Mark {size}, {number}, {n}."]) for n in range(PARAGRAPHS)
    )
    day = f"2026-03-{1 + number % 28:02d}"
    return from_text("\n\n".join(paragraphs), title=f"Report {number}", published=day, path=f"{number}.txt")


def _grown(reader: Reader, comparer: Comparer, articles: Sequence[Article]) -> Grown:
    began = time.perf_counter()
    story = as_one_story(articles)
    kept, readings, failures = reader.read_all(story.articles)
    reconcile(story, kept, readings, failures, comparer=comparer)
    spent = time.perf_counter() - began
    return Grown(len(articles), spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
