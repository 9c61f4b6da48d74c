"""Text that never changes, and the ranges that point into it.

All offsets are code points of one article's ``text``, half-open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

PartKind = Literal[
    "masthead",  # the outlet's own name and slogan, section names
    "headline",
    "stamp",  # "Posted ... Updated ...", a bare date line
    "byline",
    "dateline",
    "caption",  # a picture's text, with its credit
    "summary",  # a lead printed above the body that repeats it
    "body",
    "boilerplate",  # related links, buttons, sign-up lines, a text printed a second time
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether the other range lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A range of an article's text that repeats its words, so that it proves itself."""

    article: str
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        """The range alone."""
        return Span(self.start, self.end)

    def overlaps(self, other: Citation) -> bool:
        """Whether the two share a character of one article."""
        return self.article == other.article and self.span.overlaps(other.span)

    def holds(self, text: str) -> bool:
        """Whether the words stand where the citation says, in the article's ``text``."""
        return bool(self.exact) and text[self.start : self.end] == self.exact


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an article's text: which kind, and where."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An unwrapped view of one paragraph, with the way back to the article's own characters.

    Attributes:
        kind: the kind of part it was cut from.
        text: the paragraph on one line: each run of white space is one space, no space at either end.
        offsets: for each character of ``text`` its place in the article's text, and one entry more, the place
            just past the last character; strictly increasing. Kept as a ``range`` where the characters follow one
            another in the article, as they mostly do, else as a tuple: equal places make equal paragraphs.
    """

    kind: PartKind
    text: str
    offsets: Sequence[int]

    def __post_init__(self) -> None:
        """Keep the places in their one form."""
        places = self.offsets
        follow = bool(places) and places[-1] - places[0] == len(places) - 1
        object.__setattr__(self, "offsets", range(places[0], places[-1] + 1) if follow else tuple(places))

    def span(self, start: int, end: int) -> Span:
        """The article's own range for the view's ``text[start:end]`` (must not be empty)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def key(self) -> str:
        """The hash under which a parse of this paragraph may be kept: equal text, equal key."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
