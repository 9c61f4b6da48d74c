"""An attribution while it is being put together, in tokens of one passage."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.model.reading import Manner
from variorum.read.speech.lexicon import Lexicon
from variorum.read.speech.source import Named
from variorum.read.speech.tree import Range, Tree

Found = tuple[str, list[Range], int]
"""The frame, the content's ranges, and where the cue ends."""
ANTECEDENT = "antecedent"
"""The frame whose content is the noun that the cue's relative clause modifies."""
AROUND = frozenset({"tail", "phrase"})
"""Frames whose content may stand on both sides of the cue."""


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A stretch of content: the passage's place in the list of passages, and offsets in its text."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ground:
    """Where cues are sought.

    Attributes:
        tree: the passage.
        place: the passage's place in the list of passages.
        words: the language's words.
        quoted: tokens between quotation marks, whose own cues are the speaker's, not the report's.
    """

    tree: Tree
    place: int
    words: Lexicon
    quoted: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False)
class Draft:
    """One attribution, growing.

    Attributes:
        passage: the passage's place in the list of passages.
        nucleus: the token that carries the cue.
        cue: the cue's tokens.
        manner: kind of attribution.
        frame: what stands for the content (see speech.toml), or ``quote``, ``tail``, ``phrase``.
        source: the source's tokens; None when it is left out.
        head: the source's head token.
        inner: content in tokens of the passage.
        pieces: content in characters, once quotation marks have been taken in.
        addressee: the tokens that say to whom.
        holder: the attribution that this one is embedded in.
        verbal: whether the cue is a verb.
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
    verbal: bool = False


def draft_of(ground: Ground, nucleus: int, cue: Range, found: Found, source: Named | None) -> Draft:
    """A draft of a cue with what was found for it; its manner is ``say`` until set."""
    frame, content, _ = found
    if frame not in AROUND:
        content = [(cue[1], b) if a < cue[0] and cue[1] <= b else (a, b) for a, b in content]
    inner = [r for r in (ground.tree.trim(c) for c in content) if r[0] < r[1]]
    draft = Draft(ground.place, nucleus, cue, "say", frame, inner=inner)
    if source is not None:
        draft.source, draft.head = source
    return draft
