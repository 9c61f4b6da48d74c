"""One file packed by gzip or bzip2: read as the file inside, under the same path."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator
from pathlib import PurePath

from variorum.ingest.source import Source


def read_gzip(source: Source) -> Iterator[Source]:
    """The file inside, whose name is that of the packed one without ``.gz``."""
    yield source.unpacked(gzip.GzipFile(fileobj=source.stream, mode="rb"), _inner(source.name))


def read_bzip2(source: Source) -> Iterator[Source]:
    """The file inside, whose name is that of the packed one without ``.bz2``."""
    yield source.unpacked(bz2.BZ2File(source.stream, "rb"), _inner(source.name))


def _inner(name: str) -> str:
    path = PurePath(name)
    return f"{path.stem}.tar" if path.suffix.lower() in (".tgz", ".tbz2") else path.stem if path.suffix else name
