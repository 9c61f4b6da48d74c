"""News Industry Text Format, NITF 2.5 to 3.6 of the IPTC (https://iptc.org/standards/nitf/)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.bylines import byline
from variorum.ingest.declared import Declared
from variorum.ingest.html import Piece, article_of
from variorum.ingest.newsxml import (
    XML_LANG,
    found_value,
    found_words,
    markup_pieces,
    parse_xml,
    with_dateline,
    words_of,
)
from variorum.ingest.source import Source
from variorum.ingest.stated import Noted
from variorum.model.article import Article, Failure

AS_HTML = {
    "body.content": "div", "block": "div", "hl1": "h2", "hl2": "h3", "bq": "blockquote", "credit": "p", "note": "p",
    "media": "figure", "media-caption": "figcaption", "media-producer": "figcaption", "datasource": "p", "fn": "p",
    "body.head": "div", "body.end": "div", "tagline": "p", "bibliography": "p", "abstract": "div",
}  # fmt: skip
"""NITF's elements that stand on lines of their own, by those of HTML; of the others the inline ones become ``span``."""
KEPT = frozenset(
    {
        "p",
        "ol",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "br",
        "hr",
    }
    | {"pre", "a", "em"}
)
UNSEEN = ("media-reference", "media-metadata", "media-object", "frame", "nitf-table-metadata")


def read(source: Source) -> Iterator[Article | Failure]:
    """The report of a document.

    Raises:
        UnreadableError: binary, in a broken encoding, or nothing in it is a report's words.
        FormatError: no well-formed XML, no NITF, no text in it.
    """
    root = parse_xml(source)
    if root.tag != "nitf":
        raise FormatError(source.path, f"no NITF: its first element is {str(root.tag)[:40]!r}")
    noted = Noted()
    pieces, stated = report_of(root, source.path, noted)
    yield article_of(pieces, stated.over(source.declared), digest=source.digest, path=source.path)
    yield from noted.failures(source.path)


def report_of(root: Any, path: str, noted: Noted) -> tuple[list[Piece], Declared]:
    """The lines of a ``nitf`` element, and what it states.

    Raises:
        FormatError: no text in it.
    """
    head = next(root.iterfind("body/body.head"), None)
    content = next(root.iterfind("body/body.content"), None)
    if content is None or not words_of(content):
        raise FormatError(path, "no text in the document")
    pieces = _above(root, head)
    dateline = found_words(root, "body/body.head/dateline")
    pieces += with_dateline(_lines(content, path), dateline)
    end = next(root.iterfind("body/body.end"), None)
    pieces += _lines(end, path) if end is not None else []
    return pieces, _declared(root, noted)


def _above(root: Any, head: Any) -> list[Piece]:
    """The lines above the body: headline, second headline, the abstract that leads in, byline."""
    title = found_words(root, "body/body.head/hedline/hl1", "head/title")
    pieces = [Piece(title, "headline")] if title else []
    if head is None:
        return pieces
    for path, kind in (("hedline/hl2", "summary"), ("abstract", "summary"), ("byline", "byline")):
        pieces += [Piece(text, kind) for e in head.iterfind(path) if (text := words_of(e))]  # type: ignore[arg-type]
    return pieces


def _lines(element: Any, path: str) -> list[Piece]:
    copy = deepcopy(element)
    for each in list(copy.iter()):
        if not isinstance(each.tag, str):
            continue
        if each.tag in UNSEEN and each.getparent() is not None:
            each.getparent().remove(each)
            continue
        each.tag = AS_HTML.get(each.tag, each.tag if each.tag in KEPT else "span")
        each.attrib.clear()
    return markup_pieces(copy, path)


def _declared(root: Any, noted: Noted) -> Declared:
    issued = found_value(root, ("head/docdata/date.release", "norm"), ("head/docdata/date.issue", "norm"))
    printed = found_value(root, ("head/pubdata", "date.publication"))
    changed = found_value(root, (".//body.head//story.date", "norm"))
    published = noted.date(issued or printed or changed, "date")
    names, credited = _writers(root)
    holder = found_value(root, ("head/docdata/doc.copyright", "holder"))
    outlet = found_value(root, ("head/pubdata", "name")) or holder or found_words(root, ".//copyrite.holder")
    distributor = found_words(root, "body/body.head/distributor")
    language = root.get(XML_LANG) or found_value(root, ("body", XML_LANG), ("body", "lang"))
    return Declared(
        outlet=known.name if outlet and (known := agency(outlet)) else outlet,
        agencies=tuple(a.name for a in agencies_in(distributor or "")),
        byline=names,
        credited=credited,
        published=published,
        url=found_value(root, ("head/pubdata", "ex-ref")),
        language=noted.language(language),
    )


def _writers(root: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Writers and the houses named with them: by their elements, else by the byline's words."""
    people = [words_of(e) for e in root.iterfind("body/body.head/byline/person")]
    lines = [words_of(e) for e in root.iterfind("body/body.head/byline")]
    found = [b for line in lines if (b := byline(line) or byline(f"By {line}"))]
    names = [p.removeprefix("By ") for p in people if p] or [n for b in found for n in b.names]
    offices = [words_of(e) for e in root.iterfind("body/body.head/byline/byttl")]
    credited = [s for b in found for s in b.sources] + [a.name for o in offices for a in agencies_in(o)]
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(credited))
