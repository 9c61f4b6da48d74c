"""Which articles tell one event, and whose text they carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.model.article import Article
from variorum.model.text import Citation

Relation = Literal["carries", "copies", "edits", "shares", "rewrites"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """One link in an article's descent.

    Attributes:
        article: the article spoken of.
        other: the article whose text it has; None when the origin is an agency not among the articles.
        agency: the agency credited.
        relation: ``carries`` an agency's text by its credit; ``copies`` another article whole; ``edits`` it
            (cut or reworded); ``shares`` passages with it; ``rewrites`` it in other words and names it.
        coverage: the share of this article's body words that stand in the other, 0 to 1; None without another.
        passages: the shared passages, in both articles; or the credit's words.
        reason: the evidence, in words.
    """

    article: str
    other: str | None
    agency: str | None
    relation: Relation
    coverage: float | None
    passages: tuple[Citation, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature says of two articles: its name, its score, and the reason a reader sees."""

    feature: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """Why an article is in its story.

    Attributes:
        article: the article.
        other: the article of the story that it is most like, or whose text it has; None when it is alone.
        score: how like; None where it has the other's text.
        findings: what speaks for it, the weightiest first.
    """

    article: str
    other: str | None
    score: float | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody at the desk has decided of two articles: that they tell one event, or that they do not."""

    one: str
    other: str
    together: bool


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that tell one event, ordered by publication, then id.

    Attributes:
        id: hash of its articles.
        title: the headline that says most of it.
        articles: its articles.
        lineage: the links between them, and to agencies.
        because: why each article is in it, in the articles' order.
    """

    id: str
    title: str
    articles: tuple[Article, ...]
    lineage: tuple[Lineage, ...]
    because: tuple[Belonging, ...] = ()
