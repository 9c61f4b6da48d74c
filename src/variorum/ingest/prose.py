"""Whether a block is a sentence of the report or a line of display type."""

from __future__ import annotations

from functools import cache

from variorum.ingest.blocks import Block
from variorum.lang import words

LONGEST_LINE = 30
"""Words. Headlines and labels are shorter; what is longer is prose even without a full stop."""
SHORTEST_SENTENCE = 3
CLOSING = "\"'”’)]»"


@cache
def _abbreviations() -> frozenset[str]:
    return words("en", "ingest", "abbreviations", "ends")


def is_prose(block: Block) -> bool:
    """Whether the block is made of sentences: it ends as one, or is longer than any line of display type."""
    if len(block.words) > LONGEST_LINE:
        return True
    if len(block.words) < SHORTEST_SENTENCE:
        return False
    if ends_sentence(block.text):
        return True
    bare = block.text.rstrip(CLOSING)
    return bare.endswith(("!", "?", ":")) and any(mark in bare[:-1] for mark in (". ", "? ", "! "))


def ends_sentence(text: str) -> bool:
    """Whether a full stop, and none of an abbreviation, ends the text."""
    bare = text.rstrip(CLOSING)
    return bare.endswith((".", "…")) and bare.split()[-1].lower().strip(CLOSING) not in _abbreviations()
