"""What newsroom formats in XML have in common: safe parsing, names without namespaces, text, markup for a reader."""

from __future__ import annotations

import re
from html import entities
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.feeds import require_plain
from variorum.ingest.html import Piece
from variorum.ingest.html_decoding import decode_page
from variorum.ingest.markup import pieces_of
from variorum.ingest.source import Source

NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
OF_XML = ("amp", "lt", "gt", "quot", "apos")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DEEPEST = 200


def parse_xml(source: Source) -> Any:
    """The root of an XML document (an ``lxml`` element), without namespaces, comments and instructions.

    Nothing is fetched: neither a document type nor an entity. HTML's named characters are known, whose declarations
    many newsroom formats keep in a document type that is not at hand.

    Raises:
        UnreadableError: binary, or in a broken encoding.
        FormatError: no well-formed XML, one that declares entities of its own, or one nested without sense.
    """
    from lxml import etree

    text = decode_page(source.raw, source.path, source.charset)
    require_plain(text, source.path)
    text = NAMED.sub(lambda m: m[0] if m[1] in OF_XML else entities.html5.get(f"{m[1]};", m[0]), text)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(source.path, f"not well-formed XML: {error.msg}") from None
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise FormatError(source.path, f"XML nested more than {DEEPEST} deep")
        if isinstance(element.tag, str):
            element.tag = local(element)
    return root


def local(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: Any) -> str:
    """An element's text on one line; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def found_words(element: Any, *paths: str) -> str | None:
    """The text of the first element on one of the paths that has any."""
    return next((text for path in paths for e in element.iterfind(path) if (text := words_of(e))), None)


def found_value(element: Any, *paths: tuple[str, str]) -> str | None:
    """The first value of the attributes, each given as a path and a name."""
    return next(
        (v.strip() for path, name in paths for e in element.iterfind(path) if (v := e.get(name)) and v.strip()), None
    )


def markup_pieces(element: Any, path: str) -> list[Piece]:
    """The lines of an element whose names are those of HTML."""
    from lxml import etree

    return pieces_of(etree.tostring(element, method="html", encoding="unicode", with_tail=False), path)


def with_dateline(pieces: list[Piece], dateline: str | None) -> list[Piece]:
    """The lines with a dateline that is kept apart from them, set before the first paragraph as newspapers print it."""
    at = next((i for i, p in enumerate(pieces) if p.kind is None), None)
    if not dateline or at is None:
        return pieces
    line, text = dateline.rstrip(" -\u2013\u2014:"), pieces[at].text
    if not line or text.casefold().startswith(line.casefold()):
        return pieces
    return [*pieces[:at], Piece(f"{line} - {text}"), *pieces[at + 1 :]]
