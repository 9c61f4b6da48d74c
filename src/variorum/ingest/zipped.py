"""ZIP archives, member by member, unpacked in memory and never to disk by their names."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator

from variorum.errors import FormatError
from variorum.ingest.members import distrust, is_apart
from variorum.ingest.source import DAMAGE, Source, shown
from variorum.model.article import Failure

ENCRYPTED = 0x1
"""The flag bit of an encrypted member (APPNOTE.TXT 4.4.4)."""


def read(source: Source) -> Iterator[Source | Failure]:
    """The archive's files, in its order.

    Raises:
        FormatError: no ZIP archive, or one without a file.
    """
    try:
        archive = zipfile.ZipFile(source.seekable())
    except DAMAGE as error:
        raise FormatError(source.path, f"not a ZIP archive, or a damaged one: {error}") from None
    with archive:
        files = [info for info in archive.infolist() if not is_apart(info.filename)]
        if not files:
            raise FormatError(source.path, "no file in the archive")
        for info in files:
            if source.wants(f"{source.path}!/{shown(info.filename)}"):
                yield member(source, archive, info)


def member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source | Failure:
    """A member to be read, or why it is not."""
    try:
        reason = _reason(info)
        stream = archive.open(info) if reason is None else None
    except DAMAGE as error:
        reason, stream = f"damaged: {error}", None
    if stream is None:
        return Failure(f"{source.path}!/{shown(info.filename)}", "ingest", reason or "")
    return source.member(info.filename, stream, packed=lambda: info.compress_size)  # type: ignore[arg-type]


def _reason(info: zipfile.ZipInfo) -> str | None:
    if info.flag_bits & ENCRYPTED:
        return "encrypted"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link, which is not followed"
    return distrust(info.filename)
