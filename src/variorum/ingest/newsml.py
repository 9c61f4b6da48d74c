"""NewsML-G2 of the IPTC: news items, and messages and packages of them (https://iptc.org/standards/newsml-g2/)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from variorum.errors import FormatError
from variorum.ingest import nitf
from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.bylines import byline
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of
from variorum.ingest.markup import is_markup, pieces_of
from variorum.ingest.newsxml import (
    XML_LANG,
    found_value,
    found_words,
    markup_pieces,
    parse_xml,
    with_dateline,
    words_of,
)
from variorum.ingest.source import Source, alone
from variorum.ingest.stated import Noted
from variorum.model.article import Article, Failure

REPORTS = ("text", "composite")
"""Kinds of content (the IPTC's ``ninat``) that may be reports."""
WITHDRAWN = ("canceled", "cancelled", "withheld")
"""Publishing states (the IPTC's ``stat``) in which an item is not to be used."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The reports of a document: of one news item, or the n-th of a message as ``path#n``.

    Items that are pictures, sound or lists of others are passed over.

    Raises:
        UnreadableError: binary, or in a broken encoding.
        FormatError: no well-formed XML, no news item, none that is a report.
    """
    root = parse_xml(source)
    items = [root] if root.tag == "newsItem" else list(root.iter("newsItem"))
    if not items:
        raise FormatError(source.path, "no news item in it: a package that only refers to items holds no report")
    reports = [(n, item) for n, item in enumerate(items, start=1) if _is_report(item)]
    if not reports:
        raise FormatError(source.path, f"no report in it: {len(items)} items without text")
    for number, item in reports:
        path = source.path if root.tag == "newsItem" else f"{source.path}#{number}"
        if source.wants(path):
            yield from alone(path, _article(item, source, path))


def _article(item: Any, source: Source, path: str) -> Iterator[Article | Failure]:
    from lxml import etree

    status = _code(item, "itemMeta/pubStatus")
    if status and status.lower() in WITHDRAWN:
        raise FormatError(path, f"{status} by its sender")
    noted = Noted()
    pieces, inside = _content(item, path, noted)
    if not pieces:
        raise FormatError(path, "no text in the item")
    title = found_words(item, "contentMeta/headline", "itemMeta/title")
    if title:
        pieces = [Piece(title, "headline"), *(p for p in pieces if p.kind != "headline")]
    pieces = with_dateline(pieces, found_words(item, "contentMeta/dateline"))
    stated = _declared(item, noted).over(inside).over(source.declared)
    digest = hashlib.sha256(etree.tostring(item, method="c14n", with_tail=False)).hexdigest()
    identity = item.get("guid") if path != source.path else None
    yield article_of(pieces, stated, digest=digest if identity else source.digest, path=path, identity=identity)
    yield from noted.failures(path)


def _is_report(item: Any) -> bool:
    kind = (_code(item, "itemMeta/itemClass") or "text").lower()
    return kind in REPORTS and item.find("contentSet") is not None and bool(words_of(item.find("contentSet")))


def _code(item: Any, path: str) -> str | None:
    """The code of a controlled value, without its scheme: ``text`` of ``ninat:text`` or of a whole address."""
    value = found_value(item, (path, "qcode"), (path, "uri"), (path, "literal"))
    return value.rpartition(":")[2].rpartition("/")[2] if value else None


def _content(item: Any, path: str, noted: Noted) -> tuple[list[Piece], Declared]:
    """The text, in XHTML, NITF or plain, and what an envelope inside it states; the first that has any."""
    for content in item.iterfind("contentSet/inlineXML"):
        for inner in content:
            if inner.tag == "nitf":
                return nitf.report_of(inner, path, noted)
            if pieces := markup_pieces(_seen(inner), path):
                return pieces, Declared(language=noted.language(inner.get(XML_LANG) or inner.get("lang")))
    for content in item.iterfind("contentSet/inlineData"):
        text = "".join(content.itertext())
        if is_markup(text):
            return pieces_of(text, path), Declared()
        if lines := [" ".join(line.split()) for line in text.splitlines() if line.strip()]:
            return [Piece(line) for line in lines], Declared()
    return [], Declared()


def _seen(element: Any) -> Any:
    """A document's body, or the element itself."""
    body = element.find("body") if element.tag == "html" else None
    copy = deepcopy(body if body is not None else element)
    copy.tag = "div" if copy.tag == "body" else copy.tag
    return copy


def _declared(item: Any, noted: Noted) -> Declared:
    first = found_words(item, "contentMeta/contentCreated", "itemMeta/firstCreated")
    version = noted.date(found_words(item, "itemMeta/versionCreated"), "versionCreated")
    published = noted.date(first, "contentCreated") or version
    changed = noted.date(found_words(item, "contentMeta/contentModified"), "contentModified") or version
    names, credited = _writers(item)
    house = _house(item)
    credit = found_words(item, "contentMeta/creditline")
    guid = item.get("guid") or ""
    language = found_value(item, ("contentMeta/language", "tag")) or item.get(XML_LANG)
    return Declared(
        outlet=known.name if house and (known := agency(house)) else house,
        agencies=tuple(a.name for a in agencies_in(credit or "")),
        byline=names,
        credited=credited,
        published=published,
        updated=changed if changed != published else None,
        url=guid if guid.startswith(("http://", "https://")) else None,
        language=noted.language(language),
    )


def _writers(item: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writers and the houses named with them: the byline as printed, else the creators."""
    line = found_words(item, "contentMeta/by")
    if line and (found := byline(line) or byline(f"By {line}")):
        return found.names, found.sources
    creators = [text for e in item.iterfind("contentMeta/creator/name") if (text := words_of(e))]
    credited = tuple(known.name for c in creators if (known := agency(c)))
    return tuple(dict.fromkeys(c for c in creators if not agency(c))), credited


def _house(item: Any) -> str | None:
    """Who sends the item: its provider, its source of information, or who holds its copyright."""
    paths = ("itemMeta/provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder")
    named = found_words(item, *(f"{path}/name" for path in paths))
    return named or found_value(item, *((path, "literal") for path in paths)) or _code(item, paths[0])
