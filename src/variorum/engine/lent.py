"""A day for a report that bears none, lent by the dated reports of its story."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Reading
from variorum.model.story import Lineage
from variorum.model.time import TimeExpression
from variorum.read.times import find_times

AFTER = 3
"""Days."""


def days_told(dated: Sequence[tuple[Article, Reading]]) -> Counter[dt.date]:
    """How many of the story's dated reports name each day; its own day a report always names."""
    told: Counter[dt.date] = Counter()
    for article, reading in dated:
        told.update({*_days(reading.times), *([article.day] if article.day else [])})
    return told


def lent_day(
    article: Article,
    passages: Sequence[Passage],
    dated: Sequence[Article],
    told: Counter[dt.date],
    lineage: Sequence[Lineage] = (),
) -> dt.date | None:
    """The day against which an undated report's words for dates are to be resolved; None when nothing tells it.

    The days of the reports whose text it shares come first, else those of all the story's dated reports and those that
    they name meanwhile or soon after. Of these it is the day from which most of the days that the report names are days
    that the dated reports name; of equal ones that of the report with most of its text, then the earliest. A report
    that shares no text and names no such day stays without.

    Args:
        article: the report without a day.
        passages: its parsed paragraphs.
        dated: the story's reports with a day.
        told: how many of them name each day, by :func:`days_told`.
        lineage: the story's links.
    """
    days = {a.id: a.day for a in dated if a.day}
    shared: Counter[dt.date] = Counter()
    for link in lineage:
        if link.other and article.id in {link.article, link.other}:
            other = link.other if link.article == article.id else link.article
            if (day := days.get(other)) is not None:
                shared[day] = max(shared[day], round(1000 * (link.coverage or 0)))
    best: tuple[int, int] | None = None
    chosen = None
    for day in sorted(shared or _between(set(days.values()), told)):
        seen = find_times(replace(article, published=day.isoformat()), passages)
        fit = sum(told[named] for named in _days(t for t in seen if t.basis != "stated"))
        if (fit or shared) and (best is None or (fit, shared[day]) > best):
            best, chosen = (fit, shared[day]), day
    return chosen


def _between(days: set[dt.date], told: Counter[dt.date]) -> set[dt.date]:
    """The days of reports, and those that they name from the first of them to ``AFTER`` days behind the last."""
    if not days:
        return days
    return days | {d for d in told if min(days) <= d <= max(days) + dt.timedelta(days=AFTER)}


def _days(times: Iterator[TimeExpression] | Sequence[TimeExpression]) -> Iterator[dt.date]:
    """The single days that the expressions mean."""
    return (t.when.interval.start for t in times if t.when and t.when.interval.days == 1)
