"""An index of fingerprints that grows: sorted runs that are merged as they fill, like a log-structured merge tree.

Each fingerprint is merged but a few times (O'Neil et al.: "The log-structured merge-tree", Acta Informatica 1996).
Most of a report's fingerprints stand in no other report; a filter of bits drops those at one look (Bloom: "Space/time
trade-offs in hash coding with allowable errors", CACM 1970), and only the rest are sought in the runs.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from variorum.group.fingerprints import ALL_PAIRS, COMMON_COUNT, FEWEST, Hashes

YOUNG = 40_000
"""Fingerprints that wait in a plain mapping until they become a sorted run."""
_LATEST = ALL_PAIRS + 1
"""Rows of a fingerprint that are looked up, the latest: as many as tell that it is common."""
_BITS_EACH = 16
"""Bits of the filter for each fingerprint, at least: it lets one in sixteen through that is not there."""
_BITS_AT_FIRST = 1 << 20
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
Rows = npt.NDArray[np.uint32]


class GrowingIndex:
    """Finds the reports that share fingerprints with a new one."""

    def __init__(self) -> None:
        self._young: dict[int, list[int]] = {}
        self._waiting = 0
        self._runs: list[tuple[Hashes, Rows]] = []
        self._filter = _Filter(_BITS_AT_FIRST)
        self._held = 0

    def add(self, row: int, prints: Hashes) -> None:
        """Take in a report's fingerprints."""
        for value in prints.tolist():
            self._young.setdefault(value, []).append(row)
        self._filter.add(prints)
        self._waiting += len(prints)
        self._held += len(prints)
        if self._waiting >= YOUNG:
            self._ripen()

    def sharers(self, prints: Hashes, most: int) -> list[int]:
        """The reports that share enough of these fingerprints to be read, those that share most first, at most so many.

        A fingerprint that many reports have counts little, and leads to the latest of them alone.
        """
        counts: dict[int, float] = {}
        for rows in self._postings(prints[self._filter.may_hold(prints)]):
            worth = COMMON_COUNT if len(rows) > ALL_PAIRS else 1.0
            for row in rows[-ALL_PAIRS:]:
                counts[row] = counts.get(row, 0.0) + worth
        found = sorted((-count, row) for row, count in counts.items() if count >= FEWEST)
        return [row for _, row in found[:most]]

    def _postings(self, prints: Hashes) -> Iterable[list[int]]:
        """For each of these fingerprints that is here the latest rows that have it, in the order they came."""
        young = self._young
        found = {value: young[value][-_LATEST:] for value in prints.tolist() if value in young}
        for values, rows in reversed(self._runs):
            first = np.searchsorted(values, prints)
            here = np.flatnonzero(values.take(first, mode="clip") == prints)
            last = np.searchsorted(values, prints[here], side="right")
            for value, start, stop in zip(prints[here].tolist(), first[here].tolist(), last.tolist(), strict=True):
                later = found.get(value, [])
                if len(later) < _LATEST:
                    found[value] = rows[max(start, stop - _LATEST + len(later)) : stop].tolist() + later
        return found.values()

    def _ripen(self) -> None:
        """Make a run of what waits, and merge it with runs that are no longer than it."""
        rows = np.array([row for held in self._young.values() for row in held], np.uint32)
        values = np.repeat(np.array(list(self._young), np.uint64), [len(held) for held in self._young.values()])
        run = _sorted(values, rows)
        while self._runs and len(self._runs[-1][0]) <= 1.5 * len(run[0]):
            older = self._runs.pop()
            run = _sorted(np.concatenate((older[0], run[0])), np.concatenate((older[1], run[1])))
        self._runs.append(run)
        self._young, self._waiting = {}, 0
        if self._held * _BITS_EACH > self._filter.bits:
            self._filter = _Filter(2 * self._filter.bits)
            for values, _ in self._runs:
                self._filter.add(values)


class _Filter:
    """Tells of most fingerprints that were never added that they were not, and of each that was that it may be.

    Args:
        bits: its size, a power of two.
    """

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self._bytes = np.zeros(bits // 8, np.uint8)
        self._shift = np.uint64(64 - bits.bit_length() + 1)

    def add(self, prints: Hashes) -> None:
        """Remember these fingerprints."""
        at, bit = self._places(prints)
        np.bitwise_or.at(self._bytes, at, np.left_shift(np.uint8(1), bit))

    def may_hold(self, prints: Hashes) -> npt.NDArray[np.bool_]:
        """For each whether it may have been added."""
        at, bit = self._places(prints)
        return (self._bytes[at] >> bit & 1).astype(np.bool_)

    def _places(self, prints: Hashes) -> tuple[Hashes, npt.NDArray[np.uint8]]:
        """The byte and bit of each. Fingerprints are the least of their windows: spread, they fill it evenly."""
        places = (prints * _SPREAD) >> self._shift
        return places >> np.uint64(3), (places & np.uint64(7)).astype(np.uint8)


def _sorted(values: Hashes, rows: Rows) -> tuple[Hashes, Rows]:
    """Both by value; equal values in the order in which they came."""
    order = np.argsort(values, kind="stable")
    return values[order], rows[order]
