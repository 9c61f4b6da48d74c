"""RSS and Atom, by feedparser (https://feedparser.readthedocs.io): RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.addresses import web_address
from variorum.ingest.feeds import Feed, Item, articles_of, require_plain
from variorum.ingest.html_decoding import decode_page, visible
from variorum.ingest.html_lines import fragment_lines
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

MAILBOX = re.compile(r"\S+@\S+\s+\(([^()]{1,100})\)")
"""A writer as RSS has it: an address, and the name in brackets."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The articles of a feed's items. Nothing it points to is fetched.

    Raises:
        FormatError: no feed, or one that declares entities.
        UnreadableError: binary, in a broken encoding, or without items.
    """
    import feedparser

    require_plain(decode_page(source.raw, source.path, source.charset), source.path)
    headers = {"content-location": source.declared.url} if source.declared.url else {}
    if source.charset:
        headers["content-type"] = f"{source.media_type or 'application/xml'}; charset={source.charset}"
    try:
        parsed = feedparser.parse(
            io.BytesIO(source.raw), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise FormatError(source.path, f"no feed can be made of it: {error}") from None
    if not parsed.version and not parsed.entries:
        wrong = parsed.get("bozo_exception")
        raise FormatError(source.path, f"no feed in it{f': {visible(str(wrong))[:120]}' if wrong else ''}")
    about = parsed.feed
    feed = Feed(
        title=_plain(about.get("title_detail")),
        link=web_address(about.get("link"), given=source.declared.url),
        language=about.get("language") or None,
        publisher=visible(about.get("publisher") or "") or None,
    )
    yield from articles_of(feed, [_item(entry, source) for entry in parsed.entries], source)


def _item(entry: Any, source: Source) -> Item:
    contents = [c for c in entry.get("content") or () if (c.get("value") or "").strip()]
    summary = entry.get("summary_detail") or {}
    chosen: Any = max(contents, key=lambda c: len(c["value"]), default=summary)
    if len(summary.get("value") or "") > len(chosen.get("value") or ""):
        chosen = summary
    value = chosen.get("value") or ""
    marked_up = chosen.get("type") != "text/plain" or ("<" in value and ">" in value and "/" in value)
    link = web_address(entry.get("feedburner_origlink") or entry.get("link"), given=source.declared.url)
    title = _plain(entry.get("title_detail"))
    return Item(
        title=title,
        markup=value if marked_up else "",
        text="" if marked_up else value,
        whole=chosen is not summary,
        link=link,
        authors=_authors(entry),
        published=entry.get("published") or entry.get("created") or None,
        updated=dict.get(entry, "updated") or None,  # its own way falls back to the date of publication
        source=visible((entry.get("source") or {}).get("title") or "") or None,
        language=chosen.get("language") or entry.get("language") or None,
        key=visible(entry.get("id") or "") or link or title or "",
    )


def _authors(entry: Any) -> tuple[str, ...]:
    """The authors' names; an address without a name is none."""
    stated = visible(entry.get("author") or "")
    if "@" in stated:
        mailbox = MAILBOX.fullmatch(stated)
        return (mailbox[1],) if mailbox else ()
    named = [a.get("name") or "" for a in entry.get("authors") or ()] or [entry.get("author") or ""]
    return tuple(dict.fromkeys(n for name in named if (n := visible(name)) and "@" not in n))


def _plain(detail: Any) -> str | None:
    """The characters of a title, which may hold markup; a script in it that is meant as text stays text."""
    value = (detail or {}).get("value") or ""
    if detail and detail.get("type") != "text/plain" and "<" in value:
        return " ".join(line.text for line in fragment_lines(value)) or None
    return visible(value) or None
