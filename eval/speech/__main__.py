"""``python -m eval.speech FOLDER [--misses] [--bench] [--cache FILE]``: PolNeAR's attributions against ours."""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from eval.floors import floors
from eval.speech.misses import Misses, tokens_of
from eval.speech.polnear import Attribution, GoldArticle, digest, load
from eval.speech.score import Score
from variorum.backends.spacy_parser import SpacyParser
from variorum.ingest import from_text
from variorum.model.article import Article
from variorum.model.parse import Parse, Passage
from variorum.model.reading import Entity, Mention, Quote
from variorum.model.text import Citation
from variorum.read.names import find_names
from variorum.read.speech import find_quotes


def parsed(articles: Sequence[Article], cache: Path | None) -> list[list[Parse]]:
    """Each article's paragraphs, parsed; kept in a file, if one is named, for the next run on the same texts."""
    texts = [p.text for a in articles for p in a.paragraphs]
    parses: list[Parse] | None = None
    if cache and cache.exists():
        kept_texts, kept = pickle.loads(cache.read_bytes())
        parses = kept if kept_texts == texts else None
    if parses is None:
        parses = SpacyParser().parse(texts)
        if cache:
            cache.write_bytes(pickle.dumps((texts, parses)))
    rest = iter(parses)
    return [[next(rest) for _ in a.paragraphs] for a in articles]


def attribution_of(quote: Quote) -> Attribution:
    """A quote's ranges, as the gold has them."""

    def spans(*cites: Citation | None) -> tuple[tuple[int, int], ...]:
        return tuple(sorted((c.start, c.end) for c in cites if c is not None))

    return Attribution(spans(quote.source), spans(quote.cue), spans(*quote.content))


def passages_of(article: Article, parses: Sequence[Parse]) -> list[Passage]:
    """The article's parsed paragraphs, fresh."""
    return [Passage(i, p, parse) for i, (p, parse) in enumerate(zip(article.paragraphs, parses, strict=True))]


def score(
    gold: Sequence[GoldArticle],
    articles: Sequence[Article],
    parses: Sequence[Sequence[Parse]],
    named: Sequence[tuple[Sequence[Mention], Sequence[Entity]]],
) -> tuple[Score, Misses]:
    """Ours against the gold; embedded attributions are left out, as the corpus' guidelines do."""
    out, misses = Score(), Misses()
    for one, article, parse, (mentions, entities) in zip(gold, articles, parses, named, strict=True):
        passages = passages_of(article, parse)
        quotes = find_quotes(article, passages, mentions, entities, ())
        ours = [attribution_of(q) for q in quotes if q.holder is None]
        out.add(one.name, one.text, one.attributions, ours)
        misses.add(one.text, tokens_of(passages), one.attributions, ours)
    return out, misses


def bench(
    articles: Sequence[Article],
    parses: Sequence[Sequence[Parse]],
    named: Sequence[tuple[Sequence[Mention], Sequence[Entity]]],
) -> str:
    """Words per second over text that is already parsed; the best of three rounds, each over fresh passages."""
    words, best = sum(len(p) for parse in parses for p in parse), float("inf")
    for _ in range(3):
        fresh = [passages_of(a, p) for a, p in zip(articles, parses, strict=True)]
        start = time.perf_counter()
        for article, passages, (mentions, entities) in zip(articles, fresh, named, strict=True):
            find_quotes(article, passages, mentions, entities, ())
        best = min(best, time.perf_counter() - start)
    return f"{words} words, {words / best:,.0f} words per second"


def below(result: Score) -> list[str]:
    """The figures under their floors, each as a line."""
    out = []
    for figure, least in floors("speech", "polnear_dev").items():
        case, measure, which = figure.split()
        value = float(getattr(result.rate(case, measure), which))
        if value < least:
            out.append(f"under its floor of {least}: {figure} {value:.3f}")
    return out


def main() -> int:
    """Print the table; 1 if a figure is under its floor."""
    options = argparse.ArgumentParser(prog="python -m eval.speech")
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--bench", action="store_true")
    options.add_argument("--cache", type=Path, help="keep the parses in this file")
    given = options.parse_args()
    gold = list(load(given.folder))
    articles = [from_text(a.text) for a in gold]
    parses = parsed(articles, given.cache)
    named = [find_names(a, passages_of(a, p)) for a, p in zip(articles, parses, strict=True)]
    result, misses = score(gold, articles, parses, named)
    print(f"{len(gold)} articles, digest {digest(gold)}")
    print(result.table())
    print(f"\nmissed and wrong, by kind\n{misses.table()}")
    short = below(result)
    if short:
        print("\n".join(short))
    if given.misses:
        print("\n".join(result.misses))
    if given.bench:
        print(bench(articles, parses, named))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
