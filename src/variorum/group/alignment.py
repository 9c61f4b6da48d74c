"""Where two rows of words run together: maximal matching runs, grown over small gaps.

A run starts at a shared shingle, grows word by word, and steps over up to ``SKIP`` dropped, added or changed words
if ``RESUME`` equal words follow: an editor's cut inside a sentence does not end a passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

SEED = 4
SKIP = 3
RESUME = 3
_BEYOND = SKIP + RESUME + 1
TRIED = 8
"""Places tried where a shingle stands more often."""
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FAR = np.uint64(0xC2B2AE3D27D4EB4F)
_STEPS = sorted(((a, b) for a in range(SKIP + 1) for b in range(SKIP + 1) if a or b), key=lambda s: (s[0] + s[1], s))


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words, from word ``left`` of one row and word ``right`` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """Runs that follow one another closely in both rows: one shared passage."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> tuple[int, int]:
        """The passage's half-open word range in the first row."""
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """The passage's half-open word range in the second row."""
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].length

    def __len__(self) -> int:
        return sum(run.length for run in self.runs)


class Row:
    """A row of words as numbers, with its shingles, ready to be aligned with others."""

    def __init__(self, words: npt.NDArray[np.uint64]) -> None:
        self.words: list[int] = words.tolist()
        count = max(0, len(words) - SEED + 1)
        mixed = np.zeros(count, np.uint64)
        for n in range(SEED if count else 0):
            mixed = mixed * _MIX + words[n : n + count]
        self.shingles = mixed

    @cached_property
    def index(self) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.intp]]:
        """The shingles, sorted, and where each starts; equal ones in the row's order."""
        order = np.argsort(self.shingles, kind="stable")
        return self.shingles[order], order

    @cached_property
    def eights(self) -> npt.NDArray[np.uint64]:
        """The hash of each row of eight words, sorted, each once."""
        return np.unique(self.shingles[:-SEED] * _FAR + self.shingles[SEED:])

    def __len__(self) -> int:
        return len(self.words)


def in_common(left: Row, right: Row) -> float:
    """The share of the shorter row's eight-word shingles that stand in the other; 0 for a row without any."""
    fewer = min(len(left.eights), len(right.eights))
    return len(np.intersect1d(left.eights, right.eights, assume_unique=True)) / fewer if fewer else 0.0


def align(left: Row, right: Row) -> tuple[Block, ...]:
    """The passages two rows of words share, in the right row's order.

    No word of either row is used twice. Passages may stand in another order in the two rows, as when an editor moves
    a paragraph. Of several places where a passage could start, that with the longest one wins, then the nearest to
    where the last passage ended.
    """
    return _Alignment(left, right).blocks()


class _Alignment:
    """Two rows of words while they are being aligned."""

    def __init__(self, left: Row, right: Row) -> None:
        # Beyond their ends the rows go on with words that are equal to none, so that steps need no bounds.
        self.left, self.right = left.words + [-1] * _BEYOND, right.words + [-2] * _BEYOND
        shingles, self.order = left.index
        first = np.searchsorted(shingles, right.shingles)
        found = first < len(shingles)
        found[found] = shingles[first[found]] == right.shingles[found]
        last = np.searchsorted(shingles, right.shingles[found], side="right")
        self.meets = list(zip(np.flatnonzero(found).tolist(), first[found].tolist(), last.tolist(), strict=True))
        self.taken = bytearray(len(left))
        self.done = 0

    def blocks(self) -> tuple[Block, ...]:
        found: list[Block] = []
        behind = 0
        for at, first, last in self.meets:
            if at < self.done:
                continue
            starts = self.order[first : min(last, first + TRIED)].tolist()
            grown = [self.grow(s, at) for s in starts if self.free(s, SEED)]
            if not grown:
                continue
            best = grown[0] if len(grown) == 1 else _best(grown, behind)
            for run in best.runs:
                self.taken[run.left : run.left + run.length] = b"\x01" * run.length
            found.append(best)
            behind, self.done = best.left[1], best.right[1]
        return tuple(found)

    def grow(self, i: int, j: int) -> Block:
        """The passage that goes through word ``i`` of the left row and ``j`` of the right."""
        while i > 0 and j > self.done and self.left[i - 1] == self.right[j - 1] and not self.taken[i - 1]:
            i, j = i - 1, j - 1
        runs: list[Run] = []
        while True:
            run = Run(i, j, self.equal(i, j))
            runs.append(run)
            i, j = i + run.length, j + run.length
            for skip, over in _STEPS:
                if self.left[i + skip] == self.right[j + over] and self.resumes(i + skip, j + over):
                    i, j = i + skip, j + over
                    break
            else:
                return Block(tuple(runs))

    def equal(self, i: int, j: int) -> int:
        """How many words from ``i`` and ``j`` on are equal, and not yet used."""
        left, right, taken = self.left, self.right, self.taken
        start = i
        while left[i] == right[j] and not taken[i]:
            i, j = i + 1, j + 1
        return i - start

    def resumes(self, i: int, j: int) -> bool:
        """Whether the rows run together again from ``i`` and ``j`` on."""
        return self.left[i : i + RESUME] == self.right[j : j + RESUME] and self.free(i, RESUME)

    def free(self, start: int, length: int) -> bool:
        """Whether none of the left row's words from ``start`` on is used."""
        return self.taken.find(1, start, start + length) < 0


def _best(blocks: Sequence[Block], near: int) -> Block:
    """The longest passage; of equally long ones the nearest to word ``near``."""
    return max(blocks, key=lambda block: (len(block), -abs(block.left[0] - near)))
