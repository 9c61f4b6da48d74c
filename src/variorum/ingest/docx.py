"""Word documents (Office Open XML, ISO 29500): exports of many reports, press releases.

Only the document's own text is looked at. What it refers to outside (templates, pictures, linked files) is never
fetched.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.documents import read_text
from variorum.ingest.newsxml import parse_xml
from variorum.ingest.source import DAMAGE, Source
from variorum.model.article import Article, Failure

PART = "word/document.xml"
BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
UNSEEN = frozenset(
    {"del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "delText", "fldData", "footnoteReference"}
)
"""What a reader does not see: deleted text, a second form of the same drawing, instructions to the program."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The reports of a document, paragraph by paragraph.

    Raises:
        FormatError: no Word document, or a damaged or encrypted one.
        UnreadableError: too large, or no text in it.
    """
    source.raw  # noqa: B018 (within the limits for a file, and the digest's bytes)
    try:
        with zipfile.ZipFile(source.reopened()) as archive:
            info = archive.getinfo(PART)
            part = source.member(PART, archive.open(info), packed=lambda: info.compress_size)  # type: ignore[arg-type]
            root = parse_xml(part)
    except (*DAMAGE, KeyError) as error:
        raise FormatError(source.path, f"not a Word document, or a damaged one: {error}") from None
    yield from read_text("\n".join(_paragraphs(root)), source)


def _paragraphs(root: Any) -> Iterator[str]:
    """The text of each paragraph, tables' cells in their order; a paragraph without text is an empty line."""
    for paragraph in root.iter("p"):
        if not any(a.tag in UNSEEN for a in paragraph.iterancestors()):
            yield "".join(_runs(paragraph))


def _runs(element: Any) -> Iterator[str]:
    """The characters of a paragraph, without those of paragraphs inside it (text boxes), which stand for themselves."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in UNSEEN or child.tag == "p":
            continue
        if child.tag == "r" and _is_hidden(child):
            continue
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        else:
            yield from _runs(child)


def _is_hidden(run: Any) -> bool:
    mark = run.find("rPr/vanish")
    if mark is None:
        return False
    values = (v for k, v in mark.attrib.items() if k.rpartition("}")[2] == "val")
    return next(values, "true") not in ("0", "false", "off")
