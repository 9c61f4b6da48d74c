"""NewsML 1.0 to 1.2 of the IPTC, before G2: still what several agencies send (https://iptc.org/standards/newsml-1/)."""

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

WITHDRAWN = ("canceled", "cancelled", "withheld", "embargoed")
"""States (the IPTC's topic set of status) in which an item is not to be used yet, or any more."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The reports of a document: of an only news item, or the n-th of several as ``path#n``.

    Items without text (pictures, sound) are passed over.

    Raises:
        UnreadableError: binary, or in a broken encoding.
        FormatError: no well-formed XML, or no item with text in it.
    """
    root = parse_xml(source)
    items = list(root.iter("NewsItem"))
    reports = [(n, item) for n, item in enumerate(items, start=1) if _contents(item)]
    if not reports:
        raise FormatError(source.path, f"no report in it: {len(items)} items without text")
    for number, item in reports:
        path = source.path if len(items) == 1 else f"{source.path}#{number}"
        if source.wants(path):
            yield from alone(path, _article(root, item, source, path))


def _article(root: Any, item: Any, source: Source, path: str) -> Iterator[Article | Failure]:
    from lxml import etree

    noted = Noted()
    status = found_value(item, ("NewsManagement/Status", "FormalName")) or ""
    if status.lower() in WITHDRAWN:
        raise FormatError(path, f"{status} by its sender")
    pieces, inside = next(
        (found for content in _contents(item) if (found := _lines(content, path, noted))[0]), ([], Declared())
    )
    if not pieces:
        raise FormatError(path, "no text in the item")
    if title := found_words(item, ".//NewsLines/HeadLine", ".//NewsLine/NewsLineText"):
        pieces = [Piece(title, "headline"), *(p for p in pieces if p.kind != "headline")]
    pieces = with_dateline(pieces, found_words(item, ".//NewsLines/DateLine"))
    stated = _declared(root, item, noted).over(inside).over(source.declared)
    several = path != source.path
    digest = hashlib.sha256(etree.tostring(item, method="c14n", with_tail=False)).hexdigest()
    identity = found_words(item, "Identification/NewsIdentifier/PublicIdentifier") if several else None
    yield article_of(pieces, stated, digest=digest if several else source.digest, path=path, identity=identity)
    yield from noted.failures(path)


def _contents(item: Any) -> list[Any]:
    """The elements that hold the item's text: what is encoded or no text is none."""
    found = []
    for content in item.iter("ContentItem"):
        kind = (found_value(content, ("MediaType", "FormalName")) or "text").lower()
        data = next(content.iter("DataContent"), None)
        if kind in ("text", "complexdata") and data is not None and content.find("Encoding") is None and words_of(data):
            found.append(data)
    return found


def _lines(data: Any, path: str, noted: Noted) -> tuple[list[Piece], Declared]:
    """The text, in NITF, XHTML or plain, and what an envelope inside it states."""
    document = next(data.iter("nitf"), None)
    if document is not None:
        return nitf.report_of(document, path, noted)
    if len(data):
        copy = deepcopy(data)
        body = next(copy.iter("body"), copy)
        body.tag = "div"
        return markup_pieces(body, path), Declared()
    text = "".join(data.itertext())
    if is_markup(text):
        return pieces_of(text, path), Declared()
    return [Piece(" ".join(line.split())) for line in text.splitlines() if line.strip()], Declared()


def _declared(root: Any, item: Any, noted: Noted) -> Declared:
    first = noted.date(found_words(item, "NewsManagement/FirstCreated"), "FirstCreated")
    version = noted.date(found_words(item, "NewsManagement/ThisRevisionCreated"), "ThisRevisionCreated")
    line = found_words(item, ".//NewsLines/ByLine")
    writers = (byline(line) or byline(f"By {line}")) if line else None
    metadata = ".//AdministrativeMetadata"
    house = found_value(item, (f"{metadata}/Provider/Party", "FormalName"), (f"{metadata}/Source/Party", "FormalName"))
    house = house or found_value(root, ("NewsEnvelope/SentFrom/Party", "FormalName"))
    credit = found_words(item, ".//NewsLines/CreditLine")
    language = found_value(item, (".//DescriptiveMetadata/Language", "FormalName")) or item.get(XML_LANG)
    return Declared(
        outlet=known.name if house and (known := agency(house)) else house,
        agencies=tuple(a.name for a in agencies_in(credit or "")),
        byline=writers.names if writers else (),
        credited=writers.sources if writers else (),
        published=first or version,
        updated=version if first and version != first else None,
        language=noted.language(language or root.get(XML_LANG)),
    )
