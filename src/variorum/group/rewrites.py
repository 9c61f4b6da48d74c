"""Reports that tell in their own words what another outlet reported, and say so."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from variorum.group.credits import NamedSource, named_sources
from variorum.group.direction import published_before
from variorum.group.fingerprints import Hashes
from variorum.group.pairs import PairReader
from variorum.group.terms import PRIOR, WORD_SHARE
from variorum.lang.agencies import is_agency, name_key
from variorum.model.article import Article
from variorum.model.story import Lineage

SAME_MATTER = 0.2
"""The cosine of two reports' rare words below which they tell different things."""


def rewrites(reader: PairReader, linked: set[frozenset[str]]) -> Iterator[Lineage]:
    """Links to the outlets that a report names as its source, where no text of theirs was found in it.

    An outlet counts when it is a known agency, is credited by one of the articles, or published one of them; in the
    last case the link goes to the likeliest of its reports.

    Args:
        reader: the articles.
        linked: pairs of article ids that shared text links already.
    """
    finder = _Finder(reader)
    for n, article in enumerate(reader.articles):
        for source in named_sources(article, reader.paragraphs[n], finder.names):
            other = finder.likeliest(n, source)
            if other and frozenset((article.id, other.id)) in linked:
                continue
            agency = source.name if is_agency(source.name) or source.key in finder.credited else None
            if other or agency:
                reason = f"names {source.name} as its source: “{source.cite.exact}”"
                yield Lineage(article.id, other.id if other else None, agency, "rewrites", None, (source.cite,), reason)


class _Finder:
    """Finds the report that a named source stands for."""

    def __init__(self, reader: PairReader) -> None:
        self.reader = reader
        articles = reader.articles
        self.credited = {name_key(g) for a in articles for g in a.agencies}
        named = sorted({n for a in articles for n in (a.outlet, *a.agencies) if n}, reverse=True)
        self.names = {name_key(n): n for n in named}
        self.by_outlet: dict[str, list[int]] = {}
        for n, article in enumerate(articles):
            if article.outlet:
                self.by_outlet.setdefault(name_key(article.outlet), []).append(n)

    def likeliest(self, n: int, source: NamedSource) -> Article | None:
        """The source's report that has most rare words in common, if those are enough; not a later one."""
        articles: Sequence[Article] = self.reader.articles
        best: tuple[float, int] | None = None
        for m in self.by_outlet.get(source.key, ()):
            if m != n and published_before(articles[m], articles[n]) <= 0:
                share = self._in_common(n, m)
                if share >= SAME_MATTER and (best is None or share > best[0]):
                    best = share, m
        return articles[best[1]] if best else None

    def _in_common(self, n: int, m: int) -> float:
        mine, theirs = np.unique(self.reader.hashes[n]), np.unique(self.reader.hashes[m])
        both = np.intersect1d(mine, theirs, assume_unique=True)
        weights = [float((self._rarity(words) ** 2).sum()) for words in (both, mine, theirs)]
        return weights[0] / math.sqrt(weights[1] * weights[2]) if weights[0] else 0.0

    def _rarity(self, words: Hashes) -> npt.NDArray[np.float64]:
        """How rare each word is among the articles; as in :mod:`variorum.group.terms`, set against imagined ones."""
        values, counts = self._held
        held = counts[np.searchsorted(values, words)]
        everything = len(self.reader.articles) + PRIOR
        return np.maximum(np.log(everything / (held + PRIOR * WORD_SHARE)), 0.0)

    @cached_property
    def _held(self) -> tuple[Hashes, npt.NDArray[np.int64]]:
        """The articles' words, sorted, and in how many of them each stands."""
        return np.unique(np.concatenate([np.unique(h) for h in self.reader.hashes]), return_counts=True)
