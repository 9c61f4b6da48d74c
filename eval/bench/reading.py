"""How fast articles are read, beside the bare pipeline on the same paragraphs in the same run.

Processor time, so that other work on the machine counts little. What our parser remembers of words is dropped before
each round, so that no round gains from the one before. ``half copied``: each article is read a second time under
another name, as an agency's text is when two outlets carry it; the bare pipeline parses both prints.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from variorum.backends.spacy_parser import SpacyParser
from variorum.engine import Reader
from variorum.model.article import Article

BATCH = 128
"""Paragraphs that the bare pipeline takes at once: the fastest of 8, 16, 32, 64, 128 and 256."""
ROUNDS = 3
"""Rounds of each measure; the fastest counts, the first is also a warm-up."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of processor time: the bare pipeline, reading, and both where half of the text is copied."""

    words: int
    bare: float
    reading: float
    bare_copied: float
    reading_copied: float


def measure_reading(articles: Sequence[Article]) -> Speed:
    """Read the articles, and the articles with a copy of each.

    The copies stand for text that was read already: every paragraph occurs twice.
    """
    parser = SpacyParser()
    parser.parse(["The model is loaded now."])
    texts = [p.text for a in articles for p in a.paragraphs]
    words = sum(len(t.split()) for t in texts)
    twice = [*articles, *(replace(a, id=f"{a.id}-copy") for a in articles)]
    pipeline = parser.load()

    def bare(of: Sequence[str]) -> Callable[[], object]:
        return lambda: list(pipeline.pipe(of, batch_size=BATCH))

    def reading(of: Sequence[Article]) -> Callable[[], object]:
        def afresh() -> object:
            parser.forget()
            return Reader(parser=parser).read_all(of)

        return afresh

    return Speed(
        words,
        words / _fastest(bare(texts)),
        words / _fastest(reading(articles)),
        2 * words / _fastest(bare(texts * 2)),
        2 * words / _fastest(reading(twice)),
    )


def _fastest(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)
