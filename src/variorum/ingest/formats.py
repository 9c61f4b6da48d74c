"""The door of ingest: every format that is read, and which of them reads a file.

A format is one module with one function of type ``Reader``. One more from elsewhere is a ``Format`` given to
``register``, or named by a package under the entry point group ``variorum.formats``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest import (
    docx,
    feeds_json,
    feeds_xml,
    html,
    html_archive,
    mail,
    newsml,
    newsml1,
    nitf,
    opml,
    packed,
    pdf,
    plain,
    rtf,
    structured,
    tables,
    tarred,
    warc,
    zipped,
)
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

Found = Article | Failure | Source
Reader = Callable[[Source], Iterator[Found]]
"""Takes a source; gives its articles, a failure for each part of it that is set aside alone, and, if it is an archive,
its members as sources, which the door reads in their turn, each before the next is asked for. Raises ``InputError``
for what is wrong with the whole; what was given before stays."""

GROUP = "variorum.formats"
"""The entry point group; each entry is a ``Format``."""
MARKUP = (
    rb"(?:<\?xml[^>]{0,200}\?>\s*)?"
    rb"(?:(?><!--.{0,4000}?-->)\s*|<\?[^>]{0,400}\?>\s*|<!DOCTYPE[^>\[]{0,400}(?:\[[^\]]{0,20000}\]\s*)?>\s*){0,8}"
)
"""What may stand before a document's first element."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form that reports come in.

    Attributes:
        name: as the documentation lists it.
        read: its reader.
        suffixes: of file names, with the dot, in small letters.
        media_types: by which servers, messages and archives call it (RFC 6838).
        mark: what its content begins with, where that tells it from every other; white space before it is cut off.
    """

    name: str
    read: Reader
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    mark: re.Pattern[bytes] | None = None


def root(*names: str) -> re.Pattern[bytes]:
    """A mark for markup whose first element has one of these names, with a prefix or without."""
    either = b"|".join(re.escape(name.encode()) for name in names)
    return re.compile(MARKUP + rb"<(?:[\w.-]{1,40}:)?(?:" + either + rb")[\s>/]", re.DOTALL)


PLAIN = Format("plain text", plain.read, (".txt", ".text", ".md", ".markdown"), ("text/plain", "text/markdown"))
JSON = Format("JSON", structured.read, (".json", ".jsonld"), ("application/json", "application/ld+json"))
JSON_LINES = Format(
    "JSON Lines",
    structured.read_lines,
    (".jsonl", ".ndjson"),
    ("application/jsonl", "application/x-ndjson", "application/x-jsonlines"),
)
HTML = Format(
    "HTML",
    html.read,
    (".html", ".htm", ".xhtml"),
    ("text/html", "application/xhtml+xml"),
    re.compile(
        rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:(?><!--.{0,4000}?-->)\s*){0,8}<(?:!doctype\s+html|html[\s>])",
        re.IGNORECASE | re.DOTALL,
    ),
)
FEED = Format(
    "RSS and Atom",
    feeds_xml.read,
    (".rss", ".atom", ".rdf"),
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    root("rss", "feed", "RDF"),
)
JSON_FEED = Format("JSON Feed", feeds_json.read, (), ("application/feed+json",), feeds_json.MARK)
OPML = Format("OPML", opml.read, (".opml",), ("text/x-opml", "text/x-opml+xml"), root("opml"))
MHTML = Format("MHTML", html_archive.read, (".mhtml", ".mht"), ("multipart/related",), html_archive.MARK)
NINJS = Format("ninjs", structured.read, (".ninjs",), ("application/ninjs+json",))
NITF = Format("NITF", nitf.read, (".nitf",), ("application/nitf+xml", "text/vnd.iptc.nitf"), root("nitf"))
NEWSML = Format(
    "NewsML-G2",
    newsml.read,
    (".newsml",),
    ("application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"),
    root("newsItem", "newsMessage", "packageItem"),
)
NEWSML_1 = Format("NewsML 1", newsml1.read, (), (), root("NewsML"))
TABLE = Format(
    "CSV and TSV", tables.read, (".csv", ".tsv", ".tab"), ("text/csv", "application/csv", "text/tab-separated-values")
)
DOCX = Format(
    "DOCX",
    docx.read,
    (".docx", ".docm"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|word/|customXml/)", re.DOTALL),
)
RTF = Format("RTF", rtf.read, (".rtf",), ("application/rtf", "text/rtf"), re.compile(rb"\{\\rtf"))
PDF = Format("PDF", pdf.read, (".pdf",), ("application/pdf",), re.compile(rb"%PDF-"))
EML = Format("e-mail", mail.read, (".eml",), ("message/rfc822",), mail.MARK)
MBOX = Format("mbox", mail.read_mailbox, (".mbox", ".mbx"), ("application/mbox",), mail.MBOX_MARK)
WARC = Format("WARC", warc.read, (".warc",), ("application/warc",), re.compile(rb"WARC/\d"))
WACZ = Format(
    "WACZ",
    warc.read_wacz,
    (".wacz",),
    ("application/wacz",),
    re.compile(rb"PK\x03\x04.{26}(?:archive/|datapackage\.json|indexes/|pages/)", re.DOTALL),
)
ZIP = Format(
    "ZIP", zipped.read, (".zip",), ("application/zip", "application/x-zip-compressed"), re.compile(rb"PK\x03\x04")
)
TAR = Format("tar", tarred.read, (".tar",), ("application/x-tar",), re.compile(rb".{257}ustar", re.DOTALL))
GZIP = Format(
    "gzip", packed.read_gzip, (".gz", ".tgz"), ("application/gzip", "application/x-gzip"), re.compile(rb"\x1f\x8b\x08")
)
BZIP2 = Format("bzip2", packed.read_bzip2, (".bz2", ".tbz2"), ("application/x-bzip2",), re.compile(rb"BZh[1-9]1AY&SY"))
FORMATS = (
    PLAIN,
    JSON,
    JSON_LINES,
    NINJS,
    NITF,
    NEWSML,
    NEWSML_1,
    TABLE,
    DOCX,
    RTF,
    PDF,
    EML,
    MBOX,
    HTML,
    MHTML,
    FEED,
    JSON_FEED,
    OPML,
    WARC,
    WACZ,
    ZIP,
    TAR,
    GZIP,
    BZIP2,
)
"""What is read without any package added."""

UNREAD = {
    ".doc": "Word before 2007", ".odt": "OpenDocument", ".epub": "EPUB", ".msg": "a message of Outlook",
    ".xz": "xz", ".zst": "Zstandard", ".7z": "7-Zip", ".rar": "RAR",
    ".xls": "Excel", ".xlsx": "Excel", ".ods": "OpenDocument", ".ppt": "PowerPoint", ".pptx": "PowerPoint",
}  # fmt: skip
"""Formats that reports come in and that have no reader."""
XML = re.compile(rb"<\?xml\b", re.IGNORECASE)
ROOT = re.compile(MARKUP + rb"<([\w.:-]{1,60})", re.DOTALL)

_registered: list[Format] = []


def register(added: Format) -> None:
    """Let one more format through the door, before those that were there."""
    _registered.insert(0, added)


def formats() -> tuple[Format, ...]:
    """Every format that is read: those registered, those of packages added, those of this package."""
    return (*_registered, *_of_packages(), *FORMATS)


@cache
def _of_packages() -> tuple[Format, ...]:
    from importlib.metadata import entry_points

    return tuple(entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name))


def format_of(source: Source) -> Format:
    """The format that reads a source.

    Its content decides where it bears a mark, among several the one that its suffix names; then its suffix, then its
    media type. What says nothing of itself is JSON if it begins as JSON does, and plain text otherwise.

    Raises:
        UnreadableError: the source is damaged.
        FormatError: a format known by its suffix or its content that is not read.
    """
    head = _begun(source.head)
    suffix = PurePath(source.name).suffix.lower()
    every = formats()
    marked = [f for f in every if f.mark and f.mark.match(head)]
    named = [f for f in every if suffix in f.suffixes]
    typed = [f for f in every if source.media_type in f.media_types]
    for choice in ([f for f in marked if f in named or f in typed], marked):
        if choice:
            return choice[0]
    if not named and (unread := _unread(head, suffix)):
        raise FormatError(source.path, f"{unread} is not read; docs/formats.md lists what is")
    return next(iter([*named, *typed]), None) or _by_content(head)


def _unread(head: bytes, suffix: str) -> str | None:
    """What a source is, if it is known and not read."""
    if suffix in UNREAD:
        return UNREAD[suffix]
    if not (suffix == ".xml" or XML.match(head)):
        return None
    first = ROOT.match(head)
    return f"XML whose first element is {first[1].decode('ascii', 'replace')!r}" if first else "XML without an element"


def _begun(head: bytes) -> bytes:
    """The first bytes as marks look at them: without a byte order mark and white space, UTF-16 made UTF-8."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _by_content(head: bytes) -> Format:
    if re.match(rb"\{\s*\"|\[\s*\{", head):
        lines = [line.strip() for line in head.splitlines() if line.strip()]
        several = len(lines) > 1 and lines[0].endswith(b"}") and all(line.startswith(b"{") for line in lines[:2])
        return JSON_LINES if several else JSON
    return PLAIN


def read(source: Source) -> Iterator[Article | Failure]:
    """The articles of a source and of everything packed in it, in order, and what had to be set aside.

    Raises:
        UnreadableError: the source itself is empty, binary, too large, damaged, or unpacks to too much; whatever was
            given before stays.
        FormatError: it is of a format that is not read, or breaks its own.
    """
    if source.depth > source.limits.nesting:
        raise FormatError(source.path, f"packed more than {source.limits.nesting} deep")
    if not source.head:
        raise UnreadableError(source.path, "empty file")
    found_format = format_of(source)
    found = found_format.read(source)
    while True:
        try:
            one = next(found, None)
        except InputError:
            raise
        except Exception as error:  # a library's surprise at one document must not end the run
            reason = f"cannot be read as {found_format.name}: {type(error).__name__}: {error}"
            raise FormatError(source.path, reason) from error
        if one is None:
            return
        if isinstance(one, Source):
            yield from read(one) if one.path == source.path else _member(one)
        else:
            yield one


def _member(source: Source) -> Iterator[Article | Failure]:
    """A member's articles; what is wrong with it fails alone, unless the whole has come to its limits."""
    try:
        yield from read(source)
    except InputError as error:
        if source.budget.spent:
            raise
        yield Failure(error.path, "ingest", error.reason)
