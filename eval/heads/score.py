"""Hold what is read from the heads against what a reader wrote down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.heads.pieces import Piece, load
from eval.story.match import fold, outlet_core
from variorum.ingest import complete_years, from_text
from variorum.model.article import Article
from variorum.model.text import PartKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact asked for: of which piece, under which key, wanted and read, and whether that is right."""

    piece: str
    key: str
    wanted: str | None
    got: str | None
    right: bool


def score(half: str) -> list[Fact]:
    """Every fact of one half, in order."""
    return [fact for piece in load(half) for fact in _facts(piece)]


def _facts(piece: Piece) -> Iterator[Fact]:
    article = read(piece)
    for key, wanted in piece.facts.items():
        got = read_fact(article, key)
        yield Fact(piece.name, key, wanted, got, _right(key, wanted, got, article))


def read(piece: Piece) -> Article:
    """The piece as an article, its year completed from the report beside it if there is one."""
    article = from_text(piece.text)
    if piece.beside is None:
        return article
    return complete_years([article, from_text(piece.text, published=piece.beside)])[0]


def read_fact(article: Article, key: str) -> str | None:
    """What was read under a key, in the form in which the pieces state it."""
    if key in ("standfirst", "opening"):
        return _first(article, "summary" if key == "standfirst" else "body")
    if key == "agency":
        return ", ".join(article.agencies) or None
    if key == "byline":
        return "; ".join(article.byline) or None
    if key == "dateline":
        return (article.dateline.place if article.dateline else None) or None
    found: str | None = getattr(article, key)
    return found


def _first(article: Article, kind: PartKind) -> str | None:
    return next((p.text for p in article.paragraphs if p.kind == kind), None)


def _right(key: str, wanted: str | None, got: str | None, article: Article) -> bool:
    """An outlet may stand among the agencies if it is one, and an agency that prints its own text be the outlet."""
    if wanted is None or got is None:
        if key == "agency" and wanted:
            return outlet_core(wanted) == outlet_core(article.outlet)
        return wanted is got or (key == "outlet" and wanted in article.agencies)
    if key == "outlet":
        return outlet_core(wanted) == outlet_core(got)
    if key in ("agency", "byline"):
        return set(map(fold, re.split("[,;] ", wanted))) == set(map(fold, re.split("[,;] ", got)))
    if key in ("published", "updated"):
        return got[: len(wanted)] == wanted
    return (
        fold(got).startswith(fold(wanted))
        if key in ("dateline", "standfirst", "opening")
        else fold(got) == fold(wanted)
    )
