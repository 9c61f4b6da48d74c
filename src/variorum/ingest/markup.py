"""A piece of markup that is all report, as feeds, tables and newsroom formats carry it, into lines."""

from __future__ import annotations

import re

from variorum.ingest.html import Piece
from variorum.ingest.html_lines import fragment_lines
from variorum.model.text import PartKind

ELEMENT = re.compile(
    r"</(?:p|div|h[1-6]|li|span|a|b|i|em|strong|blockquote|body|figure|section|article)\s*>|<br\s*/?>", re.I
)
"""What shows that a text is markup: the end of an element that reports are marked up with, or a line's break."""
KINDS: dict[str, PartKind] = {
    "headline": "headline",
    "caption": "caption",
    "credit": "caption",
    "standfirst": "summary",
}


def is_markup(text: str) -> bool:
    """Whether a text is markup."""
    return bool(ELEMENT.search(text))


def pieces_of(markup: str, path: str) -> list[Piece]:
    """The lines that a reader sees of a piece of markup, with the part that its elements say.

    Raises:
        FormatError: more in it than a report has.
    """
    return [Piece(line.text, KINDS.get(line.role or "")) for line in fragment_lines(markup, path)]
