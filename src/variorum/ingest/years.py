"""Years for datelines and stamps that leave them out ("SEOUL, Jan. 13"), from the dated reports read with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.ingest.dates import FoundDate, dates_in, nearest_year
from variorum.ingest.stamps import Stamp, stamps_in
from variorum.model.article import Article

LIKE = 0.1
"""Share of its names that a report must have in common with a dated one to take its year."""
NEAR = 60
"""Days between a report and a day that its sentences give in full, for the report to be of that time."""


def complete_years(articles: Sequence[Article]) -> list[Article]:
    """The articles, in order, those dated whose dateline or stamp has a day without a year and that bear no other date.

    The neighbour is the dated article that shares most of its capitalized words; the year is the one that brings the
    two days nearest. Without a neighbour that speaks of the same things, a full date in the report's own sentences
    that lies at most ``NEAR`` days from the day gives it; else the article stays undated.
    """
    dated = [(a, day) for a in articles if (day := a.day)]
    return [_completed(a, dated) if a.day is None else a for a in articles]


def _completed(article: Article, dated: Sequence[tuple[Article, dt.date]]) -> Article:
    stamped = list(_unfinished(article))
    line = article.dateline
    filed = next(dates_in(article.text[line.span.start : line.span.end]), None) if line else None
    first = next((s.found for s in stamped if s.role != "updated" and s.found), filed)
    anchor = _anchor(article, first, dated) if first else None
    day = nearest_year(first.month, first.day, anchor) if first and anchor else None
    if day is None:
        return article
    published, updated = (_moment(stamped, role, day) for role in (("published", None), ("updated",)))
    if line and filed:
        line = replace(line, date=nearest_year(filed.month, filed.day, day))
    return replace(article, published=published or day.isoformat(), updated=updated, dateline=line)


def _unfinished(article: Article) -> Iterator[Stamp]:
    """The stamps that stand in the report without a year."""
    for part in article.parts:
        if part.kind == "stamp":
            stamps = stamps_in(article.text[part.span.start : part.span.end])
            yield from (s for s in stamps if s.iso is None)


def _moment(stamps: Sequence[Stamp], roles: tuple[str | None, ...], day: dt.date) -> str | None:
    stamp = next((s for role in roles for s in stamps if s.role == role and s.found), None)
    own = nearest_year(stamp.found.month, stamp.found.day, day) if stamp and stamp.found else None
    return own.isoformat() + stamp.clock if own and stamp else None


def _anchor(article: Article, found: FoundDate, dated: Sequence[tuple[Article, dt.date]]) -> dt.date | None:
    """The day that tells the year: the likest neighbour's, or one that the report itself gives in full."""
    own = _names(article)
    likest = max(((len(own & _names(a)), day) for a, day in dated), default=None, key=lambda pair: pair[0])
    if likest and likest[0] >= max(2, LIKE * len(own)):
        return likest[1]
    full = [d.date for p in article.paragraphs for d in dates_in(p.text) if d.date]
    near = [d for d in full if (day := nearest_year(found.month, found.day, d)) and abs((day - d).days) <= NEAR]
    return max(near, default=None)


def _names(article: Article) -> frozenset[str]:
    words = (w.strip(".,;:!?\"'“”‘’()[]") for p in article.paragraphs for w in p.text.split())
    return frozenset(w for w in words if len(w) > 2 and w[0].isupper())
