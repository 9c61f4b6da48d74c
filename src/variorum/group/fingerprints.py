"""Which pairs of reports may share text: an inverted index of winnowed word shingles.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003) keeps
the smallest hash of each window of neighbouring shingles, so any run of ``SHINGLE + WINDOW - 1`` equal words is found
while three in five shingles are dropped. Hashes are BLAKE2b over folded words: the same on every machine and run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from variorum.group.words import WORD, fold
from variorum.model.text import Paragraph

SHINGLE = 5
WINDOW = 4
ALL_PAIRS = 16
"""Up to so many reports with one fingerprint, each is paired with each; beyond, each with its next few in order."""
NEIGHBOURS = 4
FEWEST = 2
"""Fingerprints that a pair must share to be read."""
COMMON_COUNT = 1 / 8
"""What a fingerprint of more than ``ALL_PAIRS`` rows counts: one such paragraph alone is no reason to read."""
_BATCH = 8_000_000

Hashes = npt.NDArray[np.uint64]


class Vocabulary(dict[str, int]):
    """The 64-bit hash of each word's folded form, worked out once a word."""

    def __missing__(self, word: str) -> int:
        """Hash a word that was not met before."""
        digest = hashlib.blake2b(fold(word).encode("utf-8"), digest_size=8).digest()
        value = self[word] = int.from_bytes(digest, "little")
        return value


def hashes_of(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> Hashes:
    """The hash of each word of a body, in order: the same words as :func:`variorum.group.words.body_of` gives."""
    found = [vocabulary[w] for p in paragraphs for w in WORD.findall(p.text)]
    return np.array(found, np.uint64)


def fingerprints(hashes: Hashes) -> Hashes:
    """The winnowed shingle hashes of a row of words, sorted, each once. Empty for fewer than ``SHINGLE`` words."""
    count = len(hashes) - SHINGLE + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for n in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashes[n : n + count]
        mixed ^= mixed >> np.uint64(29)
    if count <= WINDOW:
        return np.unique(mixed)
    windows = np.lib.stride_tricks.sliding_window_view(mixed, WINDOW)
    return np.unique(windows.min(axis=1))


def candidate_pairs(prints: Sequence[Hashes]) -> list[tuple[int, int]]:
    """The pairs of rows (i < j) that share enough fingerprints to be read, sorted.

    Rows are numbered in the order given. A fingerprint held by more than ``ALL_PAIRS`` rows pairs each row with the
    next ``NEIGHBOURS`` alone and counts ``COMMON_COUNT``, so a phrase that stands everywhere costs no more than its
    number of rows.
    """
    if not prints or not sum(map(len, prints)):
        return []
    values = np.concatenate(prints)
    rows = np.repeat(np.arange(len(prints), dtype=np.uint32), [len(p) for p in prints])
    order = np.argsort(values, kind="stable")
    values, rows = values[order], rows[order]
    fresh = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    sizes = np.diff(np.append(fresh, len(values)))
    del values, order
    keys: list[Hashes] = []
    counts: list[npt.NDArray[np.float64]] = []
    for batch, worth in _pair_keys(rows, fresh, sizes):
        key, place = np.unique(batch, return_inverse=True)
        keys.append(key)
        counts.append(np.bincount(place, weights=worth).astype(np.float64))
    return _often_enough(keys, counts)


def _pair_keys(
    rows: npt.NDArray[np.uint32], fresh: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]
) -> Iterator[tuple[Hashes, npt.NDArray[np.float64]]]:
    """Pairs as ``i << 32 | j`` with their worth, in batches: each entry of a posting list with those behind it."""
    common = np.repeat(sizes > ALL_PAIRS, sizes)
    left = np.repeat(fresh + sizes, sizes) - np.arange(len(rows))
    reach = np.minimum(np.where(common, NEIGHBOURS + 1, ALL_PAIRS), left)
    for step in range(1, ALL_PAIRS):
        first = np.flatnonzero(reach > step)
        for at in range(0, len(first), _BATCH):
            chunk = first[at : at + _BATCH]
            pairs = rows[chunk].astype(np.uint64) << np.uint64(32) | rows[chunk + step].astype(np.uint64)
            yield pairs, np.where(common[chunk], COMMON_COUNT, 1.0)


def _often_enough(keys: list[Hashes], counts: list[npt.NDArray[np.float64]]) -> list[tuple[int, int]]:
    if not keys:
        return []
    key, place = np.unique(np.concatenate(keys), return_inverse=True)
    total = np.bincount(place, weights=np.concatenate(counts))
    kept = key[total >= FEWEST]
    return list(zip((kept >> np.uint64(32)).tolist(), (kept & np.uint64(0xFFFFFFFF)).tolist(), strict=True))
