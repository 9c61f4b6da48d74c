"""How much one file may hold, itself and packed inside it, and how much of that is used up."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.errors import UnreadableError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file given may hold, itself and in the archives inside it.

    Attributes:
        file: bytes of one report's own file, of one member of an archive, or of one line of JSON Lines.
        unpacked: bytes that an archive may unpack to, with the archives inside it.
        members: how many members those may have together.
        nesting: how many archives, messages and packed files may stand around a report.
        ratio: how many times its packed size a member may unpack to, looked at from one megabyte on; and the whole,
            looked at from ``file`` times four.
    """

    file: int = 16 * MEGABYTE
    unpacked: int = 16384 * MEGABYTE
    members: int = 500_000
    nesting: int = 4
    ratio: int = 250


DEFAULT_LIMITS = Limits()


class Budget:
    """What one file has used of its limits, with everything packed inside it.

    Attributes:
        spent: whether a limit of the whole was passed, after which nothing more of it is read.
    """

    def __init__(self, path: str, limits: Limits, size: int | None) -> None:
        self.spent = False
        self._path = path
        self._limits = limits
        self._size = size
        self._members = 0
        self._unpacked = 0

    def member(self) -> None:
        """Count one more member.

        Raises:
            UnreadableError: one too many.
        """
        self._members += 1
        if self._members > self._limits.members:
            self._stop(f"more than {self._limits.members:,} members in it; the rest is left unread")

    def take(self, size: int) -> None:
        """Count unpacked bytes.

        Raises:
            UnreadableError: too many.
        """
        self._unpacked += size
        if self._unpacked > self._limits.unpacked:
            limit = self._limits.unpacked // MEGABYTE
            self._stop(f"unpacks to more than {limit:,} MB; the rest is left unread")
        if self._size and self._unpacked > max(4 * self._limits.file, self._limits.ratio * self._size):
            self._stop(f"unpacks to more than {self._limits.ratio} times its size; the rest is left unread")

    def _stop(self, reason: str) -> None:
        self.spent = True
        raise UnreadableError(self._path, reason)
