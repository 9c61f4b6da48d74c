"""A page's tree as the lines that a browser shows, each with what the page's markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from variorum.errors import FormatError
from variorum.ingest.html_decoding import visible
from variorum.ingest.html_tree import elements, names_of, parse_page, strip_unseen
from variorum.lang import table

Role = Literal["headline", "standfirst", "byline", "stamp", "caption", "credit", "heading", "item"]

LARGEST = 1_000_000
"""Characters a reader sees; the longest reports have some hundred thousand."""
WORD = 12
"""Characters of long words; a text with more to a word is written without spaces."""
MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page.

    Attributes:
        text: its characters, white space single.
        tag: the block element it stands in.
        role: what the markup says it is.
        parent: number of the element around its block, by which neighbours meet.
        outer: number of the element around that.
        linked: share of its characters that lie in links.
        moment: the ``datetime`` of a time element in it.
        author: whether an element in it is said to name the writer, and what it reads.
    """

    text: str
    tag: str
    role: Role | None
    parent: int
    outer: int
    linked: float
    moment: str | None = None
    author: str | None = None


@dataclass
class _Open:
    """A block element on the way down, and the text gathered for its line; ``holds`` if there are blocks in it."""

    tag: str
    number: int
    role: Role | None
    holds: bool = False
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    moment: str | None = None
    author: str | None = None


def lines_of(tree: Any, path: str) -> list[Line]:
    """The lines of a stripped tree, in order.

    Raises:
        FormatError: more in it than any report has.
    """
    lines: list[Line] = []
    size = 0
    for line in _Walk().lines(tree):
        size += len(line.text)
        if size > LARGEST or len(lines) > MOST_LINES:
            raise FormatError(path, f"a page of more than {LARGEST:,} characters or {MOST_LINES:,} lines is no report")
        lines.append(line)
    return lines


def fragment_lines(markup: str, path: str = "") -> list[Line]:
    """The lines of a piece of markup that is all report, as a feed carries it."""
    if not markup.strip():
        return []
    try:
        tree = parse_page(f"<html><body><div>{markup}</div></body></html>", path)
    except FormatError:
        return []
    strip_unseen(tree)
    return lines_of(tree, path)


class _Walk:
    """Goes through a tree once, without recursion, and gives a line at each block's edge."""

    def __init__(self) -> None:
        self._open: list[_Open] = [_Open("html", 0, None)]
        self._number = 0
        self._links = 0
        self._pre = 0

    def lines(self, tree: Any) -> Iterator[Line]:
        from lxml import etree

        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                yield from self._enter(element)
            else:
                yield from self._leave(element)
        yield from self._flush()

    def _enter(self, element: Any) -> Iterator[Line]:
        tag = element.tag
        if tag == "br":
            yield from self._break(element)
        elif tag in elements("blocks"):
            if tag in ("td", "th") and _is_cell(element):
                if self._open[-1].pieces:
                    self._open[-1].pieces.append(" | ")
            else:
                yield from self._flush()
                self._number += 1
                holds = any(c.tag == "br" or c.tag in elements("blocks") for c in element)
                self._open.append(_Open(tag, self._number, _role(element, self._open[-1]), holds))
        elif tag == "span" and self._open[-1].tag != "p" and _follows_span(element):
            self._open[-1].pieces.append(" ")
        self._pre += tag == "pre"
        self._links += tag == "a"
        self._note(element)
        yield from self._text(element.text)

    def _leave(self, element: Any) -> Iterator[Line]:
        tag = element.tag
        self._links -= tag == "a"
        if tag in elements("blocks") and not (tag in ("td", "th") and _is_cell(element)):
            yield from self._flush()
            if len(self._open) > 1:
                self._open.pop()
        self._pre -= tag == "pre"
        yield from self._text(element.tail)

    def _note(self, element: Any) -> None:
        top = self._open[-1]
        if element.tag == "time" and element.get("datetime"):
            top.moment = top.moment or element.get("datetime")
        if "author" in (element.get("rel") or "").split() or "author" in (element.get("itemprop") or "").split():
            top.author = top.author or visible("".join(element.itertext())) or None

    def _text(self, text: str | None) -> Iterator[Line]:
        if not text:
            return
        pieces = re.split(r"\n[^\S\n]*\n", text) if self._pre else [text]
        for i, piece in enumerate(pieces):
            if i:
                yield from self._flush()
            self._open[-1].pieces.append(piece)
            if self._links:
                self._open[-1].linked += len(visible(piece))

    def _break(self, element: Any) -> Iterator[Line]:
        """A line break: inside a headline, or a sentence that goes on in small letters, it is a space."""
        so_far = visible("".join(self._open[-1].pieces))
        following = (element.tail or "").lstrip()
        if self._open[-1].role in ("headline", "heading") or (
            following[:1].islower() and so_far and so_far[-1] not in '.!?:;"”’'
        ):
            self._open[-1].pieces.append(" ")
        else:
            yield from self._flush()

    def _flush(self) -> Iterator[Line]:
        top = self._open[-1]
        text = visible("".join(top.pieces)).strip("| ")
        if text:
            around = self._open[-2].number if len(self._open) > 1 else 0
            outer = self._open[-3].number if len(self._open) > 2 else 0
            if top.holds:  # loose text in a container: its own children are its neighbours
                around, outer = top.number, around
            yield Line(text, top.tag, top.role, around, outer, min(1.0, top.linked / len(text)), top.moment, top.author)
        top.pieces, top.linked, top.moment, top.author = [], 0, None, None


def size_of(text: str) -> int:
    """How many words there are, or would be where a script sets none apart."""
    return max(len(text.split()), len(text) // WORD)


def _follows_span(element: Any) -> bool:
    """Whether nothing but a style sheet stands between two spans, as between the date and the time of a stamp."""
    before = element.getprevious()
    return before is not None and before.tag == "span" and not before.tail


def _is_cell(element: Any) -> bool:
    """Whether a table's cell holds a value, and not a piece of layout: one short line, no blocks in it."""
    return not any(c.tag in elements("blocks") or c.tag == "br" for c in element.iter() if c is not element) and (
        len(visible("".join(element.itertext()))) <= 80
    )


def _role(element: Any, around: _Open) -> Role | None:
    """What the markup says a block is; what is inside a caption, a byline or a credit is of it."""
    tag = element.tag
    if tag in ("figcaption", "figure", "caption"):
        return "caption"
    if tag in ("blockquote", "table", "tbody"):
        return None
    if around.role in ("caption", "byline", "stamp", "headline"):
        return around.role
    if tag == "h1":
        return "headline"
    if tag in ("li", "dd", "dt", "td", "th", "tr"):
        return "item" if around.role is None else around.role
    own = set(names_of(element))
    roles = table("en", "pages")["roles"]
    found: Role | None = None
    if not own.isdisjoint(roles["caption"]) or (
        not own.isdisjoint(roles["picture"]) and not own.isdisjoint(roles["credit"])
    ):
        found = "caption"
    elif not own.isdisjoint(roles["byline"]):
        found = "byline"
    elif not own.isdisjoint(roles["stamp"]):
        found = "stamp"
    elif tag in ("h2", "h3", "h4", "h5", "h6"):
        found = "headline" if "headline" in own else "heading" if own.isdisjoint(roles["standfirst"]) else "standfirst"
    elif not own.isdisjoint(roles["standfirst"]):
        found = "standfirst"
    elif not own.isdisjoint(roles["credit"]):
        found = "credit"
    return found or (around.role if around.role in ("standfirst", "item", "credit") else None)
