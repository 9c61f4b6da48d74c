"""Reports that tell in their own words what another outlet reported, and say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.group.credits import NamedSource, named_sources
from variorum.group.direction import published_before
from variorum.group.pairs import PairReader
from variorum.lang.agencies import is_agency, name_key
from variorum.model.article import Article
from variorum.model.story import Lineage

SAME_MATTER = 0.2
"""The share of the shorter one's different words that must stand in both, or the two tell different things."""


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


@dataclass
class _Finder:
    """Finds the report that a named source stands for."""

    reader: PairReader

    def __post_init__(self) -> None:
        articles = self.reader.articles
        self.credited = {name_key(g) for a in articles for g in a.agencies}
        named = sorted({n for a in articles for n in (a.outlet, *a.agencies) if n}, reverse=True)
        self.names = {name_key(n): n for n in named}
        self.by_outlet: dict[str, list[int]] = {}
        for n, article in enumerate(articles):
            if article.outlet:
                self.by_outlet.setdefault(name_key(article.outlet), []).append(n)

    def likeliest(self, n: int, source: NamedSource) -> Article | None:
        """The source's report with the most words in common, not a later one."""
        articles: Sequence[Article] = self.reader.articles
        best: tuple[float, int] | None = None
        mine = set(self.reader.hashes[n].tolist())
        for m in self.by_outlet.get(source.key, ()):
            if m == n or published_before(articles[m], articles[n]) > 0:
                continue
            theirs = set(self.reader.hashes[m].tolist())
            share = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
            if share >= SAME_MATTER and (best is None or share > best[0]):
                best = share, m
        return articles[best[1]] if best else None
