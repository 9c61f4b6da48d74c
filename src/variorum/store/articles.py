"""Articles as JSON and back, losing nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from variorum.model.article import Article, Dateline
from variorum.model.text import Paragraph, Part, Span


def article_to(article: Article) -> str:
    """The article as one line of JSON."""
    line = article.dateline
    return json.dumps(
        {
            "id": article.id, "path": article.path, "url": article.url, "raw_sha256": article.raw_sha256,
            "text": article.text, "parts": [[p.kind, p.span.start, p.span.end] for p in article.parts],
            "paragraphs": [[p.kind, p.text, _places(p.offsets)] for p in article.paragraphs],
            "outlet": article.outlet, "agencies": article.agencies, "byline": article.byline, "title": article.title,
            "published": article.published, "updated": article.updated,
            "dateline": line and [line.place, line.date and line.date.isoformat(), line.span.start, line.span.end],
            "language": article.language,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip


def article_from(text: str) -> Article:
    """The article of what :func:`article_to` gave."""
    row: dict[str, Any] = json.loads(text)
    return Article(
        **{key: row[key] for key in _PLAIN},
        parts=tuple(Part(kind, Span(start, end)) for kind, start, end in row["parts"]),
        paragraphs=tuple(Paragraph(kind, words, _offsets(places)) for kind, words, places in row["paragraphs"]),
        agencies=tuple(row["agencies"]),
        byline=tuple(row["byline"]),
        dateline=_dateline(*row["dateline"]) if row["dateline"] else None,
    )


_PLAIN = ("id", "path", "url", "raw_sha256", "text", "outlet", "title", "published", "updated", "language")


def _places(offsets: Sequence[int]) -> list[int]:
    """Places that follow one another by the first and their number alone."""
    return [offsets.start, -len(offsets)] if isinstance(offsets, range) else list(offsets)


def _offsets(places: list[int]) -> Sequence[int]:
    return range(places[0], places[0] - places[1]) if len(places) == 2 and places[1] < 0 else places


def _dateline(place: str, date: str | None, start: int, end: int) -> Dateline:
    return Dateline(place, dt.date.fromisoformat(date) if date else None, Span(start, end))
