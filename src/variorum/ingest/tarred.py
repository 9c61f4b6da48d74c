"""Tar archives, member by member, as a stream; nothing is ever unpacked to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from variorum.errors import FormatError
from variorum.ingest.limits import MEGABYTE
from variorum.ingest.members import distrust, is_apart
from variorum.ingest.source import Source, shown
from variorum.model.article import Failure

EXTENSIONS = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
"""Header blocks that ``tarfile`` takes into memory whole."""


class _Entry(tarfile.TarInfo):
    """An entry whose header is checked before it is followed, where the library would stop in silence."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> _Entry:
        try:
            return super().fromtarfile(tarfile)
        except _SILENT as error:
            raise _BrokenError(str(error)) from None

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in EXTENSIONS and self.size > MEGABYTE:
            raise _BrokenError(f"a header of {self.size:,} bytes")
        found: tarfile.TarInfo = super()._proc_member(archive)  # type: ignore[misc]
        return found


class _BrokenError(Exception):
    """Where the library would stop without a word, or take in too much."""


_SILENT = (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError)  # type: ignore[attr-defined]


def read(source: Source) -> Iterator[Source | Failure]:
    """The archive's files, in its order.

    Raises:
        FormatError: no tar archive, one without a file, or one that breaks off; what came before stays.
    """
    files = 0
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Entry) as archive:
            for entry in archive:
                if is_apart(entry.name) or entry.isdir():
                    continue
                files += 1
                if source.wants(f"{source.path}!/{shown(entry.name)}"):
                    yield _member(source, archive, entry)
    except (_BrokenError, tarfile.TarError) as error:
        raise FormatError(source.path, f"not a tar archive, or a damaged one: {error}") from None
    if not files:
        raise FormatError(source.path, "no file in the archive")


def _member(source: Source, archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Source | Failure:
    reason = distrust(entry.name)
    if not entry.isreg():
        reason = "a link, which is not followed" if entry.issym() or entry.islnk() else "neither file nor folder"
    stream = archive.extractfile(entry) if reason is None else None
    if stream is None:
        return Failure(f"{source.path}!/{shown(entry.name)}", "ingest", reason or "not to be had")
    return source.member(entry.name, stream)  # type: ignore[arg-type]
