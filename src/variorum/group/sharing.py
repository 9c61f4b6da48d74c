"""What two reports share: how much of each stands in the other, and in which passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.group.alignment import Block, Run
from variorum.group.words import Body
from variorum.model.article import Article
from variorum.model.text import Citation

EVIDENCE = 8
"""Words, counting no quotation, name or stock sentence, that a passage needs to show that text was taken over."""
WHOLE = 0.9
HALF = 0.5
"""The share of the shorter report's shingles that stand in the other, from which most of it was taken over."""
WORN = 0.65
"""The same of its words, gaps inside passages counted, where words were dropped or changed in every sentence."""
CLEAN = 0.985
"""The share of equal words in passages up to which they are worn: one word in seventy dropped or changed."""
PASSAGES = 16
"""The same words, all passages together, that two reports need to be linked at all when less than half is shared."""
_SHORTEST_CITED, _LONGEST_CITED = 4, 60
"""Words of a citation: a list or table without a full stop is cut too."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What two reports share.

    Attributes:
        left, right: the share of each one's body words that stand in the other, 0 to 1.
        shingles: the share of the shorter one's rows of eight words that stand in the other.
        within: the greater share of either's words that lie within the shared passages; words that an editor dropped or
            changed inside one are counted, for the passage was taken over all the same.
        worn: whether words were dropped or changed all through the shared passages.
        evidence: shared words that prove it.
        blocks: the shared passages, in the left report's order.
    """

    left: float
    right: float
    shingles: float
    within: float
    worn: bool
    evidence: int
    blocks: tuple[Block, ...]

    @property
    def whole(self) -> bool:
        """Whether nearly all of each stands in the other."""
        return min(self.left, self.right) >= WHOLE

    @property
    def most(self) -> bool:
        """Whether most of one of them was taken over."""
        return self.shingles >= HALF or self.within >= WORN

    def to_row(self) -> list[Any]:
        """What JSON can hold of it, which is all."""
        runs = [[[r.left, r.right, r.length] for r in b.runs] for b in self.blocks]
        return [self.left, self.right, self.shingles, self.within, self.worn, self.evidence, runs]

    @staticmethod
    def from_row(row: list[Any]) -> Sharing:
        """What :meth:`to_row` gave."""
        left, right, shingles, within, worn, evidence, passages = row
        blocks = tuple(Block(tuple(Run(*run) for run in runs)) for runs in passages)
        return Sharing(left, right, shingles, within, worn, evidence, blocks)


def sharing(left: Body, right: Body, blocks: Sequence[Block], shingles: float) -> Sharing | None:
    """What the aligned passages amount to. None when they show no copying.

    A passage counts with all its words, quotations and names included, once it holds ``EVIDENCE`` words that two
    reporters would not have written alike.
    """
    kept, evidence = [], 0
    for block in blocks:
        weight = _weight(block, left.own, right.own)
        if weight >= EVIDENCE:
            kept.append(block)
            evidence += weight
    if not kept:
        return None
    shared = sum(map(len, kept))
    extents = [
        sum(stop - start for start, stop in side) for side in zip(*((b.left, b.right) for b in kept), strict=True)
    ]
    within = max(extents[0] / len(left), extents[1] / len(right))
    worn = 2 * shared <= CLEAN * sum(extents)
    passages = tuple(sorted(kept, key=lambda b: b.left))
    found = Sharing(shared / len(left), shared / len(right), shingles, within, worn, evidence, passages)
    return found if found.most or evidence >= PASSAGES else None


def passages(left: Article, right: Article, bodies: tuple[Body, Body], blocks: Sequence[Block]) -> tuple[Citation, ...]:
    """The shared passages as citations, in turn the left report's and the right's, each within one sentence of both.

    Words that one of the two dropped, added or changed inside a sentence stay in its passage.
    """
    out: list[Citation] = []
    for block in blocks:
        for (i, j), (k, m) in _pieces(block, *bodies):
            out.append(bodies[0].cite(left, i, k + 1))
            out.append(bodies[1].cite(right, j, m + 1))
    return tuple(out)


def _weight(block: Block, left: bytes, right: bytes) -> int:
    """The block's words that can show copying in both reports."""
    return sum(
        (
            int.from_bytes(left[r.left : r.left + r.length], "big")
            & int.from_bytes(right[r.right : r.right + r.length], "big")
        ).bit_count()
        for r in block.runs
    )


def _pieces(block: Block, left: Body, right: Body) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The block's first and last equal words in each pair of sentences, each as (left, right).

    Pieces of fewer than ``_SHORTEST_CITED`` equal words are left out unless the block has nothing longer.
    """
    pieces: list[list[tuple[int, int]]] = []
    last: tuple[int, int] | None = None
    for run in block.runs:
        for i, j in zip(range(run.left, run.left + run.length), range(run.right, run.right + run.length), strict=True):
            here = left.sentences[i], right.sentences[j]
            if here != last or len(pieces[-1]) == _LONGEST_CITED:
                pieces.append([])
            pieces[-1].append((i, j))
            last = here
    longest = max(map(len, pieces))
    for piece in pieces:
        if len(piece) >= min(_SHORTEST_CITED, longest):
            yield piece[0], piece[-1]
