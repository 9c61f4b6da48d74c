"""What every set of gold times is loaded into."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.text import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """One gold expression: a range of the text, type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its gold.

    Attributes:
        name: the file's name without suffix, or the piece's.
        half: ``dev`` or ``check``, by a hash of the name.
        creation: where the date line's own expression stands; no scorer counts it.
    """

    name: str
    half: str
    article: Article
    gold: tuple[Timex, ...]
    creation: tuple[Span, ...] = ()


def half_of(name: str) -> str:
    """Which half an article belongs to."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "check"
