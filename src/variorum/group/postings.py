"""An index of fingerprints that grows: sorted runs that are merged as they fill, like a log-structured merge tree.

A report is looked for in a handful of sorted arrays whatever the number of reports, and each fingerprint is merged but
a few times (O'Neil et al.: "The log-structured merge-tree", Acta Informatica 1996).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from variorum.group.fingerprints import ALL_PAIRS, COMMON_COUNT, FEWEST, Hashes

YOUNG = 40_000
"""Fingerprints that wait in a plain mapping until they become a sorted run."""
Rows = npt.NDArray[np.uint32]


class GrowingIndex:
    """Finds the reports that share fingerprints with a new one."""

    def __init__(self) -> None:
        self._young: dict[int, list[int]] = {}
        self._waiting = 0
        self._runs: list[tuple[Hashes, Rows]] = []

    def add(self, row: int, prints: Hashes) -> None:
        """Take in a report's fingerprints."""
        for value in prints.tolist():
            self._young.setdefault(value, []).append(row)
        self._waiting += len(prints)
        if self._waiting >= YOUNG:
            self._ripen()

    def sharers(self, prints: Hashes, most: int) -> list[int]:
        """The reports that share enough of these fingerprints to be read, those that share most first, at most so many.

        A fingerprint that many reports have counts little, and leads to the latest of them alone.
        """
        counts: dict[int, float] = {}
        young = self._young
        for value in prints.tolist():
            self._count(young.get(value, ()), counts)
        for values, rows in self._runs:
            first, last = np.searchsorted(values, prints), np.searchsorted(values, prints, side="right")
            for at in np.flatnonzero(last > first).tolist():
                self._count(rows[max(first[at], last[at] - ALL_PAIRS - 1) : last[at]].tolist(), counts)
        found = sorted((-count, row) for row, count in counts.items() if count >= FEWEST)
        return [row for _, row in found[:most]]

    @staticmethod
    def _count(rows: list[int] | tuple[int, ...], counts: dict[int, float]) -> None:
        worth = COMMON_COUNT if len(rows) > ALL_PAIRS else 1.0
        for row in rows[-ALL_PAIRS:]:
            counts[row] = counts.get(row, 0.0) + worth

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


def _sorted(values: Hashes, rows: Rows) -> tuple[Hashes, Rows]:
    """Both by value; equal values in the order in which they came."""
    order = np.argsort(values, kind="stable")
    return values[order], rows[order]
