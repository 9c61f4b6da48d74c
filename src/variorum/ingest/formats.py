"""The door of ingest: which reader takes a file. A format is one module with one function of type ``Reader``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from variorum.errors import FormatError
from variorum.ingest import plain, structured
from variorum.ingest.decoding import LARGEST
from variorum.model.article import Article, Failure

Reader = Callable[[bytes, str], tuple[list[Article], list[Failure]]]
"""Takes a file's bytes and its name; gives its articles, and what failed among several. Raises ``InputError``."""

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
    ".json": structured.read,
    ".jsonld": structured.read,
    ".jsonl": structured.read_lines,
    ".ndjson": structured.read_lines,
}

UNREAD = {
    ".html": "HTML", ".htm": "HTML", ".xhtml": "HTML", ".mhtml": "web archive", ".pdf": "PDF",
    ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB",
    ".xml": "XML", ".rss": "RSS", ".atom": "Atom", ".eml": "e-mail", ".msg": "e-mail",
    ".zip": "ZIP", ".gz": "gzip", ".tar": "tar", ".tgz": "tar", ".bz2": "bzip2", ".xz": "xz", ".7z": "7-Zip",
    ".warc": "WARC", ".wacz": "WACZ",
    ".csv": "CSV", ".tsv": "TSV", ".xls": "Excel", ".xlsx": "Excel", ".ppt": "PowerPoint", ".pptx": "PowerPoint",
}  # fmt: skip
"""Formats that reports come in and that have no reader yet."""

MARKS = (
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"PK\x03\x04"), "ZIP or Word"),
    (re.compile(rb"\x1f\x8b"), "gzip"),
    (re.compile(rb"\{\\rtf"), "RTF"),
    (re.compile(rb"\s*<\?xml\b", re.IGNORECASE), "XML"),
    (re.compile(rb"\s*(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL), "HTML"),
)


def read(raw: bytes, path: str) -> tuple[list[Article], list[Failure]]:
    """Read a file by the reader its suffix names, or its content where the suffix names none.

    Raises:
        UnreadableError: empty, binary, too large, in no known encoding.
        FormatError: a format that is not read yet, or one that breaks its own rules.
    """
    suffix = PurePath(path).suffix.lower()
    if len(raw) <= LARGEST:
        named = UNREAD.get(suffix) or next(
            (name for mark, name in MARKS if mark.match(raw.removeprefix(b"\xef\xbb\xbf"))), None
        )
        if named and raw:
            raise FormatError(path, f"format not read yet: {named}; give it as plain text, JSON or JSON Lines")
    return (READERS.get(suffix) or _by_content(raw))(raw, path)


def _by_content(raw: bytes) -> Reader:
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
    if re.match(rb"\{\s*\"|\[\s*\{", start):
        lines = [line for line in raw.splitlines() if line.strip()][:2]
        several = len(lines) == 2 and all(
            line.strip().startswith(b"{") and line.strip().endswith(b"}") for line in lines
        )
        return structured.read_lines if several else structured.read
    return plain.read
