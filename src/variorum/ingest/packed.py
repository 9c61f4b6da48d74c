"""One file packed by gzip or bzip2: read as the file inside, under the same path."""

from __future__ import annotations

import bz2
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from variorum.ingest.source import Source

MAGIC = b"\x1f\x8b\x08"
"""How a gzip member begins (RFC 1952, 2.3.1)."""
MOST_DAMAGED = 1_000
"""Pieces that could not be unpacked, after which no further one is looked for."""
PIECE = 64 * 1024


def read_gzip(source: Source) -> Iterator[Source]:
    """The file inside, whose name is that of the packed one without ``.gz``."""
    yield source.unpacked(_Members(source.stream), _inner(source.name))


def read_bzip2(source: Source) -> Iterator[Source]:
    """The file inside, whose name is that of the packed one without ``.bz2``."""
    yield source.unpacked(bz2.BZ2File(source.stream, "rb"), _inner(source.name))


def _inner(name: str) -> str:
    path = PurePath(name)
    return f"{path.stem}.tar" if path.suffix.lower() in (".tgz", ".tbz2") else path.stem if path.suffix else name


class _Members:
    """The members of a gzip file, one behind the other.

    Crawlers pack each record of a WARC file as a member of its own. The library's reader ends at the first that is
    damaged; this one goes on with the next, and says at the end how many it has passed over.
    """

    def __init__(self, stream: BinaryIO | io.BufferedReader) -> None:
        self._stream = stream
        self._packed = b""
        self._member: zlib._Decompress | None = None
        self._damaged = 0
        self._ended = self._broken_off = False

    def read1(self, size: int, /) -> bytes:
        """Some of the unpacked bytes; none at the end.

        Raises:
            ValueError: at the end, where members were damaged.
            EOFError: the file breaks off inside a member.
        """
        while not self._ended:
            if self._member is None and not self._begin():
                break
            if out := self._unpack(size):
                return out
        if self._broken_off:
            raise EOFError("it breaks off inside a packed piece")
        if self._damaged:
            raise ValueError(f"{self._damaged} of its pieces could not be unpacked")
        return b""

    def _begin(self) -> bool:
        """Stand at the beginning of the next member; whether there is one. Zeros between members are padding."""
        while len(self._packed) < len(MAGIC) and (more := self._stream.read(PIECE)):
            self._packed += more
        self._packed = self._packed.lstrip(b"\x00")
        if not self._packed:
            if more := self._stream.read(PIECE):
                self._packed = more
                return self._begin()
            self._ended = True
            return False
        if not self._packed.startswith(MAGIC):
            self._damaged += 1
            return self._seek()
        self._member = zlib.decompressobj(zlib.MAX_WBITS + 16)
        return True

    def _unpack(self, size: int) -> bytes:
        member = self._member
        if member is None:
            return b""
        if not self._packed:
            self._packed = self._stream.read(PIECE)
            if not self._packed:
                self._ended = self._broken_off = True
                return b""
        try:
            out = member.decompress(self._packed, size)
        except zlib.error:
            self._damaged += 1
            self._packed = self._packed[1:]
            self._seek()
            return b""
        self._packed = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
        return out

    def _seek(self) -> bool:
        """Go to the next place that looks like a member's beginning; whether there is one."""
        self._member = None
        if self._damaged > MOST_DAMAGED:
            self._ended = True
            return False
        while (at := self._packed.find(MAGIC)) < 0:
            more = self._stream.read(PIECE)
            if not more:
                self._ended = True
                return False
            self._packed = self._packed[-len(MAGIC) + 1 :] + more
        self._packed = self._packed[at:]
        self._member = zlib.decompressobj(zlib.MAX_WBITS + 16)
        return True
