"""An attribution while it is being put together, in tokens of one passage."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.model.reading import Manner
from variorum.read.speech.tree import Range


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A stretch of content: the passage's place in the list of passages, and offsets in its text."""

    passage: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Draft:
    """One attribution, growing.

    Attributes:
        passage: the passage's place in the list of passages.
        nucleus: the token that carries the cue.
        cue: the cue's tokens.
        manner: kind of attribution.
        frame: what stands for the content (see speech.toml), or ``quote``, ``tail``.
        source: the source's tokens; None when it is left out.
        head: the source's head token.
        inner: content in tokens of the passage.
        pieces: content in characters, once quotation marks have been taken in.
        bare: the cue was found beside a quotation, whatever its verb.
    """

    passage: int
    nucleus: int
    cue: Range
    manner: Manner
    frame: str
    source: Range | None = None
    head: int | None = None
    inner: list[Range] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    addressee: Range | None = None
    holder: Draft | None = None
