"""What a reader is handed: a stream of bytes, the names it goes by, what stands around it, and how much it may take."""

from __future__ import annotations

import hashlib
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath
from typing import IO, BinaryIO, Protocol

from variorum.errors import InputError, UnreadableError
from variorum.ingest.declared import Declared
from variorum.ingest.limits import DEFAULT_LIMITS, MEGABYTE, Budget, Limits
from variorum.model.article import Article, Failure

MOST_STEPS = 100
"""Levels of a path inward that are looked at."""
HEAD = 64 * 1024
"""Bytes that a format's content mark may look at."""
DAMAGE = (OSError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
"""What the standard library raises while it unpacks; a RuntimeError says "encrypted" or "not implemented"."""


class Inner(Protocol):
    """What the standard library's unpacked files have in common."""

    def read1(self, size: int, /) -> bytes:
        """Some of the bytes, at most ``size``; none at the end."""


class _Unpacking(io.RawIOBase):
    """An unpacked stream that counts what comes out of it, and says in our words when it is damaged."""

    def __init__(self, inner: Inner, source: Source, packed: Callable[[], int] | None) -> None:
        super().__init__()
        self._inner, self._source, self._packed = inner, source, packed
        self._size = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        at = 0
        while at < len(buffer):
            try:
                data = self._read(len(buffer) - at)
            except UnreadableError:
                if not at:
                    raise
                break  # what came before the damage is good; the next call meets it again
            if not data:
                break
            buffer[at : at + len(data)] = data
            at += len(data)
        return at

    def _read(self, size: int) -> bytes:
        try:
            data = self._inner.read1(size)
        except DAMAGE as error:
            raise UnreadableError(self._source.path, f"damaged, or not what it says it is: {error}") from None
        self._size += len(data)
        self._source.budget.take(len(data))
        ratio = self._source.limits.ratio
        if self._packed and self._size > MEGABYTE and self._size > ratio * max(self._packed(), 1):
            raise UnreadableError(self._source.path, f"unpacks to more than {ratio} times its size")
        return data


@dataclass(frozen=True)
class Source:
    """One document to be read, or one archive of several.

    Attributes:
        path: the name it is cited by: ``feed.zip!/may/talks.html``, ``crawl.warc.gz#12``.
        stream: its bytes, to be gone through once.
        name: the name whose suffix counts; empty where it has none.
        media_type: what the envelope says it is, without parameters, in small letters.
        charset: the encoding that the envelope names.
        declared: what the envelope says of the report; the report's own words of itself are for the reader to weigh.
        limits: how much it may take.
        budget: how much of that is taken.
        depth: how many archives stand around it.
        wanted: the only paths to be read, with all they stand in; None for everything.
    """

    path: str
    stream: io.BufferedReader
    name: str
    media_type: str | None
    charset: str | None
    declared: Declared
    limits: Limits
    budget: Budget
    depth: int = 0
    wanted: frozenset[str] | None = None

    @classmethod
    def of(  # noqa: PLR0913 (a front door: each is a fact of its own)
        cls,
        stream: BinaryIO,
        path: str,
        *,
        media_type: str | None = None,
        declared: Declared | None = None,
        limits: Limits = DEFAULT_LIMITS,
        only: Iterable[str] | None = None,
    ) -> Source:
        """A file as it is given, with nothing taken of its limits yet.

        Args:
            stream: its bytes; one that can be sought is gone through from where it stands.
            path: the file as the user named it, or its address.
            media_type: as a server gives it, parameters and all.
            declared: what is known of the report beforehand.
            limits: how much it may take.
            only: the paths of the articles to be read, where not all are.
        """
        return cls(
            path,
            buffered(stream),
            PurePath(path).name,
            *parse_media_type(media_type),
            declared or Declared(),
            limits,
            Budget(path, limits, size_of(stream)),
            wanted=None if only is None else frozenset(step for name in only for step in steps(name)),
        )

    @cached_property
    def head(self) -> bytes:
        """Its first bytes, which stay to be read."""
        return self.stream.peek(HEAD)[:HEAD]

    @cached_property
    def raw(self) -> bytes:
        """All its bytes.

        Raises:
            UnreadableError: more than the limit for one file, or damaged.
        """
        data = self.stream.read(self.limits.file + 1)
        if len(data) > self.limits.file:
            raise UnreadableError(self.path, f"too large: the limit is {self.limits.file / MEGABYTE:.4g} MB a file")
        return data

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes, in hex."""
        return hashlib.sha256(self.raw).hexdigest()

    def wants(self, path: str) -> bool:
        """Whether something under that path is to be read."""
        return self.wanted is None or path in self.wanted

    def member(
        self, name: str, stream: Inner, *, packed: Callable[[], int] | None = None, media_type: str | None = None
    ) -> Source:
        """A named member of this archive, as ``path!/name``.

        Args:
            name: as the archive has it.
            stream: its unpacked bytes.
            packed: how many packed bytes they came from, so far.
            media_type: what the archive says it is.

        Raises:
            UnreadableError: one member too many in the whole.
        """
        inside = self._inside(f"{self.path}!/{shown(name)}", PurePath(shown(name)).name, media_type)
        return replace(inside, stream=buffered(_Unpacking(stream, inside, packed)))

    def numbered(self, number: int, raw: bytes, *, media_type: str | None = None, declared: Declared) -> Source:
        """The n-th record of this archive, from 1, as ``path#n``.

        Args:
            number: that n.
            raw: the record's bytes.
            media_type: what the archive says it is, parameters and all.
            declared: what the archive says of it.

        Raises:
            UnreadableError: one record too many in the whole.
        """
        inside = self._inside(f"{self.path}#{number}", "", media_type)
        return replace(inside, stream=buffered(io.BytesIO(raw)), declared=declared.over(self.declared))

    def _inside(self, path: str, name: str, media_type: str | None) -> Source:
        self.budget.member()
        kind, charset = parse_media_type(media_type)
        return replace(self, path=path, name=name, media_type=kind, charset=charset, depth=self.depth + 1)

    def unpacked(self, stream: Inner, name: str) -> Source:
        """This file without its packing, under the same path: ``all.jsonl`` in ``all.jsonl.gz``."""
        inside = replace(self, name=name, media_type=None, depth=self.depth + 1)
        return replace(inside, stream=buffered(_Unpacking(stream, inside, self.stream.tell)))

    def stating(self, declared: Declared) -> Source:
        """The same source with more facts around it; those that it has already win."""
        return replace(self, stream=buffered(self.reopened()), declared=self.declared.over(declared))

    def reopened(self) -> BinaryIO:
        """Its bytes from the beginning, of what is no larger than a file may be, as a stream that can be sought."""
        return io.BytesIO(self.raw)

    def seekable(self) -> BinaryIO:
        """Its bytes as a stream that can be sought; one that comes out of an archive is put by in a temporary file.

        Raises:
            UnreadableError: damaged, or too much in it.
        """
        if self.stream.seekable():
            return self.stream
        kept = tempfile.SpooledTemporaryFile(max_size=self.limits.file)  # noqa: SIM115 (closed with its last reader)
        while data := self.stream.read(MEGABYTE):
            kept.write(data)
        kept.seek(0)
        return kept  # type: ignore[return-value]


def alone(path: str, found: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """What is found in one of several parts of a source; what is wrong with it costs no other its place.

    Args:
        path: the part's name.
        found: its articles and failures, as they are come to.
    """
    try:
        yield from found
    except InputError as error:
        yield Failure(path, "ingest", error.reason)
    except Exception as error:  # as at the door: a surprise in one part must not end the others
        yield Failure(path, "ingest", f"cannot be read: {type(error).__name__}: {error}")


def buffered(stream: IO[bytes] | io.RawIOBase) -> io.BufferedReader:
    """The stream, able to show its first bytes without giving them away."""
    return io.BufferedReader(stream, HEAD)  # type: ignore[arg-type]


def size_of(stream: BinaryIO) -> int | None:
    """How many bytes there are from where the stream stands, if it can be sought."""
    if not stream.seekable():
        return None
    start = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(start)
    return end - start


def parse_media_type(given: str | None) -> tuple[str | None, str | None]:
    """Media type in small letters, and charset: ``text/html; charset="UTF-8"`` (RFC 9110, 8.3.1)."""
    if not given or not given.strip():
        return None, None
    kind, *parameters = given.split(";")
    pairs = (p.partition("=") for p in parameters)
    charset = next((value.strip(" \"'") for key, _, value in pairs if key.strip().lower() == "charset"), None)
    return kind.strip().lower(), charset or None


def shown(name: str) -> str:
    """A member's name fit to be printed: what is no printable character is replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def steps(path: str) -> list[str]:
    """A path and everything it stands in: ``a.zip!/b.warc#3`` is in ``a.zip!/b.warc``, in ``a.zip``."""
    ends = [i for i, c in enumerate(path) if c == "#" or path.startswith("!/", i)]
    return [path[:i] for i in ends[:MOST_STEPS]] + [path]
