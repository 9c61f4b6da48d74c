"""WARC archives of pages as a crawler took them (ISO 28500), and WACZ, the ZIP they are handed on in.

Read here and not by a library: a record that is damaged must not cost the next one, a header line has an end, and
nothing is printed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import PurePosixPath

from variorum.errors import FormatError
from variorum.ingest.declared import Declared
from variorum.ingest.limits import MEGABYTE
from variorum.ingest.members import is_apart
from variorum.ingest.source import DAMAGE, Source
from variorum.ingest.stated import Noted
from variorum.ingest.zipped import member
from variorum.model.article import Failure

VERSION = re.compile(rb"WARC/\d")
NEXT = re.compile(rb"\r\n(WARC/\d\.\d+\r\nWARC-[A-Z])")
"""A record's beginning, where it stands inside another: that one has lost some of its bytes."""
LONGEST_HEAD = 64 * 1024
PAGES = ("text/html", "application/xhtml+xml", "application/pdf")
"""Of what a server sent, what may be a report; styles, scripts, pictures and data are passed over."""
TEXTS = (*PAGES, "text/plain")
"""Of what was put into the archive by itself, or made from a page (WET files)."""
KINDS = {"response": PAGES, "resource": TEXTS, "conversion": TEXTS}
CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
WINDOW_BITS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True)
class _Record:
    head: Message
    block: bytes
    size: int
    """Bytes that the block should have; it has fewer where the file breaks off, or where it is over the limit."""


def read(source: Source) -> Iterator[Source | Failure]:
    """The pages of an archive, the n-th record as ``path#n``, with their address and the time they were taken.

    Raises:
        FormatError: no WARC file, one without a page, or one that breaks off; what came before stays.
    """
    pages = 0
    number = 0
    for record in _records(source):
        number += 1
        if isinstance(record, str):
            pages += 1
            yield Failure(f"{source.path}#{number}", "ingest", record)
        elif source.wants(f"{source.path}#{number}") and (found := _page(source, number, record)):
            pages += 1
            yield found
    if not pages and source.wanted is None:
        raise FormatError(source.path, "no page in it" if number else "not a WARC archive")


def _records(source: Source) -> Iterator[_Record | str]:
    """Every record, or why it is none; after a damaged one, from the next line that begins as a record does."""
    stream = _Rewinding(source.stream)
    limit = source.limits.file
    while line := _next_version(stream):
        head = _head(stream)
        size = _size(head)
        if head is None or size is None:
            yield f"damaged: a record that begins {line[:40]!r} and has no head that can be read"
            continue
        block = stream.read(min(size, limit + 1))
        if found := NEXT.search(block):
            stream.push(block[found.start(1) :])
            yield f"cut off: {found.start():,} of its {size:,} bytes are there"
            continue
        left = size - len(block)
        while left > 0 and (skipped := stream.read(min(left, MEGABYTE))):
            left -= len(skipped)
        if left > 0:
            yield f"cut off: {size - left:,} of its {size:,} bytes are there"
        elif size > limit:
            yield f"too large: the limit is {limit / MEGABYTE:.4g} MB a record"
        else:
            yield _Record(head, block, size)


class _Rewinding:
    """A stream to which bytes that were read in vain are given back."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream: io.BufferedReader | io.BytesIO = stream
        self._behind = stream

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        if len(data) < size and self._stream is not self._behind:
            self._stream = self._behind
            data += self._stream.read(size - len(data))
        return data

    def readline(self, size: int) -> bytes:
        line = self._stream.readline(size)
        if not line.endswith(b"\n") and len(line) < size and self._stream is not self._behind:
            self._stream = self._behind
            line += self._stream.readline(size - len(line))
        return line

    def push(self, data: bytes) -> None:
        rest = b"" if self._stream is self._behind else self._stream.read()
        self._stream = io.BytesIO(data + rest)


def _next_version(stream: _Rewinding) -> bytes:
    """The next line that begins a record; empty at the end."""
    while line := stream.readline(LONGEST_HEAD):
        if VERSION.match(line):
            return line
    return b""


def _head(stream: _Rewinding | io.BytesIO) -> Message | None:
    """The header lines up to the blank one; None where there is no end to them."""
    lines: list[bytes] = []
    room = LONGEST_HEAD
    while line := stream.readline(room):
        if not line.strip():
            return BytesHeaderParser().parsebytes(b"".join(lines))
        lines.append(line)
        room -= len(line)
        if room <= 0:
            break
    return None


def _size(head: Message | None) -> int | None:
    stated = (head["Content-Length"] or "").strip() if head else ""
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 16 else None


def _page(source: Source, number: int, record: _Record) -> Source | Failure | None:
    """The record as a page to be read; None where it is none."""
    head = record.head
    readable = KINDS.get((head["WARC-Type"] or "").strip().lower(), ())
    media_type, body = (head["Content-Type"] or "").strip(), record.block
    if readable and media_type.lower().startswith("application/http"):
        stream = io.BytesIO(body)
        status, answer = stream.readline(LONGEST_HEAD), _head(stream)
        if answer is None or not re.match(rb"HTTP/[\d.]+ 200\b", status):
            return None
        media_type = (answer["Content-Type"] or "").strip()
        body = stream.read()
        if media_type.partition(";")[0].strip().lower() in readable:
            try:
                body = _decoded(body, answer, source.limits.file)
            except (ValueError, zlib.error) as error:
                return Failure(f"{source.path}#{number}", "ingest", f"damaged: {error}")
            source.budget.take(max(0, len(body) - record.size))
    if media_type.partition(";")[0].strip().lower() not in readable:
        return None
    url = (head["WARC-Target-URI"] or "").strip().strip("<>") or None
    language = Noted().language((head["WARC-Identified-Content-Language"] or "").partition(",")[0])
    stated = Declared(url=url, captured=(head["WARC-Date"] or "").strip() or None, language=language)
    return source.numbered(number, body, media_type=media_type, declared=stated)


def _decoded(body: bytes, answer: Message, limit: int) -> bytes:
    """The body without chunks (RFC 9112, 7.1) and packing (RFC 9110, 8.4), which many crawlers keep.

    Raises:
        ValueError: packed in a way that is not known, or to more than the limit.
        zlib.error: not what it is said to be.
    """
    if "chunked" in (answer["Transfer-Encoding"] or "").lower():
        body = _joined(body)
    for packing in reversed([p.strip().lower() for p in (answer["Content-Encoding"] or "").split(",") if p.strip()]):
        if packing == "identity" or (packing in WINDOW_BITS and body.lstrip()[:1] == b"<"):
            continue  # a crawler that has unpacked the body may have left the header
        if packing not in WINDOW_BITS:
            raise ValueError(f"packed by {packing}, which is not known here")
        body = _inflated(body, WINDOW_BITS[packing], limit)
    return body


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        out = unpacker.decompress(body, limit + 1)
    except zlib.error:
        if window != zlib.MAX_WBITS:
            raise
        unpacker = zlib.decompressobj(-window)  # what many servers take "deflate" to mean
        out = unpacker.decompress(body, limit + 1)
    if len(out) > limit:
        raise ValueError(f"unpacks to more than {limit / MEGABYTE:.4g} MB")
    return out


def _joined(body: bytes) -> bytes:
    """The chunks' bytes; a body that is not chunked after all, as it is."""
    out: list[bytes] = []
    at = 0
    while found := CHUNK.match(body, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(out)
        out.append(body[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(out) or body


def read_wacz(source: Source) -> Iterator[Source | Failure]:
    """The WARC files under ``archive/`` (WACZ 1.1.1); its indexes and lists of pages are not reports.

    Raises:
        FormatError: no ZIP archive, or no WARC file in it.
    """
    try:
        archive = zipfile.ZipFile(source.seekable())
    except DAMAGE as error:
        raise FormatError(source.path, f"not a WACZ archive, or a damaged one: {error}") from None
    with archive:
        files = [info for info in archive.infolist() if not is_apart(info.filename) and _is_warc(info.filename)]
        if not files:
            raise FormatError(source.path, "no WARC file in the archive")
        for info in files:
            if source.wants(f"{source.path}!/{info.filename}"):
                yield member(source, archive, info)


def _is_warc(name: str) -> bool:
    return PurePosixPath(name).name.lower().endswith((".warc", ".warc.gz"))
