"""Years for datelines that leave them out ("SEOUL, Jan. 13"), from the dated reports read with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from variorum.ingest.dates import dates_in, nearest_year
from variorum.model.article import Article

LIKE = 0.1
"""Share of its names that a report must have in common with a dated one to take its year."""


def complete_years(articles: Sequence[Article]) -> list[Article]:
    """The articles, in order, those dated whose dateline has a day without a year and that bear no other date.

    The neighbour is the dated article that shares most of its capitalized words; the year is the one that brings the
    two days nearest. Without a neighbour that speaks of the same things the article stays undated.
    """
    dated = [(a, day) for a in articles if (day := a.day)]
    return [_completed(a, dated) if a.day is None else a for a in articles]


def _completed(article: Article, dated: Sequence[tuple[Article, dt.date]]) -> Article:
    line = article.dateline
    found = next(dates_in(article.text[line.span.start : line.span.end]), None) if line else None
    if line is None or found is None:
        return article
    own = _names(article)
    likest = max(((len(own & _names(a)), day) for a, day in dated), default=None, key=lambda pair: pair[0])
    if likest is None or likest[0] < max(2, LIKE * len(own)):
        return article
    day = nearest_year(found.month, found.day, likest[1])
    if day is None:
        return article
    return replace(article, published=day.isoformat(), dateline=replace(line, date=day))


def _names(article: Article) -> frozenset[str]:
    words = (w.strip(".,;:!?\"'“”‘’()[]") for p in article.paragraphs for w in p.text.split())
    return frozenset(w for w in words if len(w) > 2 and w[0].isupper())
