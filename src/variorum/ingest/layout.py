"""A report's blocks, and what its furniture says: the working state between lines and article."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.ingest.blocks import Block
from variorum.ingest.bylines import Credits
from variorum.ingest.datelines import FoundDateline
from variorum.ingest.stamps import Stamp
from variorum.model.text import Span


@dataclass
class Layout:
    """Blocks with their kinds (None while undecided) and stated facts, each list in order of appearance.

    Attributes:
        credits: from bylines and credit lines above the body.
        closing: from credit lines under it.
        posts: places that a byline gives for its writer, and where the line stands.
        mastheads: outlets that the lines above the headline name.
        imprint: the outlet a closing line says it was printed in.
        begun: whether a paragraph of prose has been seen, while the blocks are gone through.
    """

    blocks: list[Block] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    credits: list[Credits] = field(default_factory=list)
    closing: list[Credits] = field(default_factory=list)
    datelines: list[tuple[FoundDateline, Span]] = field(default_factory=list)
    posts: list[tuple[str, Span]] = field(default_factory=list)
    headline: str | None = None
    mastheads: list[str] = field(default_factory=list)
    imprint: str | None = None
    begun: bool = False

    def credit(self, found: Credits, block: Block) -> None:
        """Take up what a byline or credit line above the body gives."""
        self.credits.append(found)
        self.posts += [(place, block.span) for place in found.places]

    def place(self, place: str, block: Block) -> None:
        """Take up a place that has a block to itself."""
        self.datelines.append((FoundDateline(len(block.text), place, None, (), None, strong=False), block.span))
