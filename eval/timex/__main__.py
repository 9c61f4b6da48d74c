"""``python -m eval.timex [FOLDER] [--misses [dev|check]] [--bench]``: TIMEX3 gold against ours.

With a folder, the gold is MEANTIME's; without, the project's own pieces in ``eval/timex/newswire``.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections.abc import Sequence
from copy import copy
from pathlib import Path

from eval.timex import meantime, newswire
from eval.timex.gold import GoldArticle, Timex
from eval.timex.score import Score, misses, table
from variorum.backends.spacy_parser import SpacyParser
from variorum.model.parse import Passage
from variorum.read.times import find_times
from variorum.read.times.find import read_times
from variorum.read.times.lexicon import lexicon


def passages_of(articles: Sequence[GoldArticle], cache: Path | None) -> list[list[Passage]]:
    """Each article's parsed paragraphs; kept in a file, if one is named, for the next run on the same texts."""
    texts = [p.text for a in articles for p in a.article.paragraphs]
    parses = None
    if cache and cache.exists():
        kept_texts, kept = pickle.loads(cache.read_bytes())
        parses = kept if kept_texts == texts else None
    if parses is None:
        parses = SpacyParser().parse(texts)
        if cache:
            cache.write_bytes(pickle.dumps((texts, parses)))
    rest = iter(parses)
    return [[Passage(i, p, next(rest)) for i, p in enumerate(a.article.paragraphs)] for a in articles]


def found_in(article: GoldArticle, passages: Sequence[Passage]) -> list[Timex]:
    """Ours, the ends of ranges apart as TimeML has them, without the date line."""
    out = []
    for found in read_times(article.article, passages):
        for piece in found.pieces or (found,):
            span = piece.paragraph.span(piece.start, piece.end)
            if not any(span.overlaps(c) for c in article.creation):
                out.append(Timex(span.start, span.end, piece.resolved.type, piece.resolved.value))
    return out


def bench(articles: Sequence[GoldArticle], parsed: Sequence[Sequence[Passage]]) -> str:
    """Words per processor second over text that is already parsed: a first reading, and the best of four more.

    Each reading has fresh parses, with nothing kept; what the lexicon remembers of rows of time words is what the later
    ones gain.
    """
    words = sum(len(p) for passages in parsed for p in passages)
    lexicon.cache_clear()
    lexicon("en")
    rates = []
    for _ in range(5):
        fresh = [[Passage(p.index, p.paragraph, copy(p.parse)) for p in passages] for passages in parsed]
        start = time.process_time()
        for article, passages in zip(articles, fresh, strict=True):
            find_times(article.article, passages)
        rates.append(words / (time.process_time() - start))
    return f"{words} words; words per processor second: first {rates[0]:,.0f}, then {max(rates[1:]):,.0f}"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m eval.timex")
    options.add_argument("folder", type=Path, nargs="?", help="MEANTIME; without it, the project's own pieces")
    options.add_argument("--misses", nargs="?", const="dev", choices=["dev", "check"])
    options.add_argument("--bench", action="store_true")
    options.add_argument("--cache", type=Path, help="keep the parses in this file")
    given = options.parse_args()
    articles = list(meantime.load(given.folder) if given.folder else newswire.load())
    parsed = passages_of(articles, given.cache)
    if given.bench:
        print(bench(articles, parsed))
    scores = {"dev": Score(), "check": Score(), "all": Score()}
    for article, passages in zip(articles, parsed, strict=True):
        found = found_in(article, passages)
        for half in (article.half, "all"):
            scores[half].add(article.article.text, article.gold, found, article.name)
    print(table(scores.items()))
    print(misses(scores.items()))
    if given.misses:
        print("\n".join(sorted(scores[given.misses].misses)))


if __name__ == "__main__":
    main()
