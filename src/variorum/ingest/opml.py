"""Lists of feeds (OPML 2.0, http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import FormatError, UnreadableError
from variorum.ingest.addresses import web_address
from variorum.ingest.feeds import require_plain
from variorum.ingest.html_decoding import decode_page
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

MOST = 10_000
"""Feeds of the longest list."""


def read(source: Source) -> Iterator[Article | Failure]:
    """No articles: a list of feeds holds none. What it lists is told, and fetched only when asked.

    Raises:
        FormatError: no list, or one that declares entities.
        UnreadableError: no feed in the list.
    """
    feeds = listed_feeds(source.raw, source.path, source.charset, source.declared.url)
    many = f"{len(feeds)} feeds" if len(feeds) > 1 else "one feed"
    yield Failure(source.path, "ingest", f"a list of {many}, which were not fetched")


def listed_feeds(raw: bytes, path: str, charset: str | None = None, url: str | None = None) -> list[str]:
    """The addresses of the feeds that a list names, in its order, each once.

    Raises:
        FormatError: no XML, or one that declares entities.
        UnreadableError: no feed of the web in it.
    """
    from lxml import etree

    text = decode_page(raw, path, charset)
    require_plain(text, path)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(path, f"no XML: {error.msg}") from None
    found: dict[str, None] = {}
    for outline in tree.iter("{*}outline") if tree is not None else ():
        stated = next((v for k, v in outline.attrib.items() if k.lower() == "xmlurl"), None)
        if (address := web_address(stated, given=url)) and len(found) < MOST:
            found[address] = None
    if not found:
        raise UnreadableError(path, "a list without feeds")
    return list(found)
