"""What two reports share: how much of each stands in the other, and in which passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.group.alignment import Block
from variorum.group.words import Body
from variorum.model.article import Article
from variorum.model.text import Citation

EVIDENCE = 8
"""Words, counting no quotation, name or stock sentence, that a passage needs to show that text was taken over."""
WHOLE = 0.9
MOST = 0.5
PASSAGES = 16
"""The same words, all passages together, that two reports need to be linked at all when less than half is shared."""
_SHORTEST_CITED = 4


@dataclass(frozen=True, slots=True)
class Sharing:
    """What two reports share.

    Attributes:
        left_coverage, right_coverage: the share of each one's body words that stand in the other, 0 to 1.
        evidence: shared words that prove it.
        blocks: the shared passages, in the left report's order.
    """

    left_coverage: float
    right_coverage: float
    evidence: int
    blocks: tuple[Block, ...]

    @property
    def whole(self) -> bool:
        """Whether nearly all of each stands in the other."""
        return min(self.left_coverage, self.right_coverage) >= WHOLE

    @property
    def most(self) -> bool:
        """Whether most of one of them stands in the other."""
        return max(self.left_coverage, self.right_coverage) >= MOST


def sharing(left: Body, right: Body, blocks: tuple[Block, ...]) -> Sharing | None:
    """What the aligned passages amount to. None when they show no copying.

    A passage counts with all its words, quotations and names included, once it holds ``EVIDENCE`` words that two
    reporters would not have written alike.
    """
    kept, evidence = [], 0
    for block in blocks:
        weight = sum(left.own[i] and right.own[j] for i, j in _pairs(block))
        if weight >= min(EVIDENCE, len(left), len(right)):
            kept.append(block)
            evidence += weight
    shared = sum(len(b) for b in kept)
    if not shared:
        return None
    found = Sharing(shared / len(left), shared / len(right), evidence, tuple(sorted(kept, key=lambda b: b.left)))
    return found if found.most or evidence >= PASSAGES else None


def passages(
    left: Article, right: Article, bodies: tuple[Body, Body], blocks: tuple[Block, ...]
) -> tuple[Citation, ...]:
    """The shared passages as citations, in turn the left report's and the right's, each within one sentence of both.

    Words that one of the two dropped, added or changed inside a sentence stay in its passage.
    """
    out: list[Citation] = []
    for block in blocks:
        for (i, j, _), (k, m, n) in _pieces(block, *bodies):
            out.append(bodies[0].cite(left, i, k + n))
            out.append(bodies[1].cite(right, j, m + n))
    return tuple(out)


def _pairs(block: Block) -> Iterator[tuple[int, int]]:
    for run in block.runs:
        yield from zip(range(run.left, run.left + run.length), range(run.right, run.right + run.length), strict=True)


def _pieces(block: Block, left: Body, right: Body) -> Iterator[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """The block's first and last run in each pair of sentences, as (left, right, length).

    Pieces of fewer than ``_SHORTEST_CITED`` equal words are left out unless the block has nothing longer.
    """
    sentences: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in _pairs(block):
        sentences.setdefault((left.sentences[i], right.sentences[j]), []).append((i, j))
    longest = max(map(len, sentences.values()))
    for pairs in sentences.values():
        if len(pairs) >= min(_SHORTEST_CITED, longest):
            yield (*pairs[0], 1), (*pairs[-1], 1)
