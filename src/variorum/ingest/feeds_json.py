"""JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.addresses import web_address
from variorum.ingest.decoding import decode
from variorum.ingest.feeds import Feed, Item, articles_of
from variorum.ingest.html_decoding import visible
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

MARK = re.compile(rb"\{(?=.{0,8000}?\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version)", re.DOTALL)


def read(source: Source) -> Iterator[Article | Failure]:
    """The articles of a feed's items; an item that is no object fails alone.

    Raises:
        FormatError: no JSON, or no list of items in it.
        UnreadableError: no text, or a feed without items.
    """
    try:
        value = json.loads(decode(source.raw, source.path))
    except json.JSONDecodeError as error:
        raise FormatError(source.path, f"not JSON: {error.msg} at line {error.lineno}") from None
    except RecursionError:
        raise FormatError(source.path, "JSON nested too deeply") from None
    rows = value.get("items") if isinstance(value, dict) else None
    if not isinstance(rows, list):
        raise FormatError(source.path, "a JSON Feed has a list of 'items'; this has none")
    feed = Feed(
        title=_text(value.get("title")),
        link=web_address(value.get("home_page_url"), given=source.declared.url),
        language=_text(value.get("language")),
    )
    authors = _authors(value)
    wrong = sum(not isinstance(row, dict) for row in rows)
    yield from articles_of(feed, [_item(row, authors, source) for row in rows if isinstance(row, dict)], source)
    if wrong:
        yield Failure(source.path, "ingest", f"{wrong} of {len(rows)} items are no objects")


def _item(row: dict[str, Any], authors: tuple[str, ...], source: Source) -> Item:
    markup, text = (v if isinstance(v := row.get(key), str) else "" for key in ("content_html", "content_text"))
    summary = row.get("summary") if isinstance(row.get("summary"), str) else ""
    whole = bool(markup.strip() or text.strip())
    link = web_address(row.get("url"), given=source.declared.url)
    title = _text(row.get("title"))
    return Item(
        title=title,
        markup=markup if markup.strip() else "",
        text="" if markup.strip() else text or str(summary),
        whole=whole,
        link=link or web_address(row.get("external_url"), given=source.declared.url),
        authors=_authors(row) or authors,
        published=_text(row.get("date_published")),
        updated=_text(row.get("date_modified")),
        source=None,
        language=_text(row.get("language")),
        key=_text(row.get("id")) or link or title or "",
    )


def _authors(row: dict[str, Any]) -> tuple[str, ...]:
    """Names under ``authors``, and ``author`` of version 1."""
    stated = row.get("authors")
    rows = stated if isinstance(stated, list) else [row.get("author")]
    return tuple(n for one in rows if isinstance(one, dict) and (n := _text(one.get("name"))))


def _text(value: object) -> str | None:
    """A value as one line; numbers, which version 1 let stand for ids, as their digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return visible(value) or None if isinstance(value, str) else None
