"""The thread of a quotation: whole quoted sentences with no cue of their own go on with one that has."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.read.speech.beside import is_whole_sentence
from variorum.read.speech.draft import Draft, Piece
from variorum.read.speech.marks import Stretch
from variorum.read.speech.tree import Tree


class Thread:
    """Follows an article's quotations paragraph by paragraph.

    A loose quotation goes on with the attribution before it in its paragraph; one that begins a paragraph, with the
    last quotation of the paragraph before. One that is left open, for the next paragraph to re-open, waits for the cue
    that may stand there.
    """

    def __init__(self) -> None:
        self._last: Draft | None = None
        self._waiting: list[Piece] = []

    def follow(self, tree: Tree, place: int, stretches: Sequence[Stretch], drafts: Sequence[Draft]) -> None:
        """Give the paragraph's loose quotations to the attributions they belong to."""
        if not stretches or stretches[0].start > 0:
            self.end()
        for stretch in stretches:
            piece = Piece(place, stretch.start, stretch.end)
            holder = next((d for d in drafts if any(_holds(p, piece) for p in d.pieces)), None)
            if holder is None and is_whole_sentence(tree, stretch):
                holder = _before(tree, place, stretch, drafts)
                if holder is None and self._waits(stretch):
                    self._waiting.append(piece)
                    continue
                holder = holder or (self._last if stretch.start == 0 else None)
                if holder is not None:
                    holder.pieces.append(piece)
            if holder is not None:
                self._give(holder if stretch.continues else self._last)
                self._last = holder

    def end(self) -> None:
        """No more follows: what waits goes to the last attribution."""
        self._give(self._last)
        self._last = None

    def _waits(self, stretch: Stretch) -> bool:
        return stretch.goes_on and stretch.start == 0 and (not stretch.continues or bool(self._waiting))

    def _give(self, holder: Draft | None) -> None:
        if holder is not None:
            holder.pieces.extend(self._waiting)
        self._waiting = []


def _holds(piece: Piece, other: Piece) -> bool:
    return piece.passage == other.passage and piece.start < other.end and other.start < piece.end


def _before(tree: Tree, place: int, stretch: Stretch, drafts: Sequence[Draft]) -> Draft | None:
    """The attribution of this paragraph that ends last before the quotation."""
    ends = [(_end(tree, d, place), d) for d in drafts if d.holder is None and d.pieces]
    before = [(end, d) for end, d in ends if end <= stretch.start]
    return max(before, key=lambda e: e[0])[1] if before else None


def _end(tree: Tree, draft: Draft, place: int) -> int:
    """Where the attribution's last word stands in the passage."""
    ends = [tree.parse.ends[draft.cue[1] - 1]] if draft.passage == place else []
    return max([*ends, *(p.end for p in draft.pieces if p.passage == place)], default=0)
