"""Quotation marks: where words stand between them.

A pure scan over the paragraphs' text, with no help of a parse. Marks come in every style of print
(“ ”, „ “, « », » «, ‘ ’, " ", ' ', `` ''); what a mark does is told by its shape, and by the white space around it
where the shape does not say. A paragraph that re-opens a quotation which the one before left open goes on with it (the
Chicago Manual of Style, 13.32). Any other mark without its partner covers the rest of its own sentence and no more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

OPENING = "“„«‹‟"
CLOSING = "”»›"
STRAIGHT = '"＂'
SINGLES = "'‘’‚"
DOUBLE = re.compile(r"``|''|[“”„‟«»‹›\"＂]")
SINGLE = re.compile(r"(?<![\w'`‘’])[‘'‚](?=[^\s'’‘])")
SENTENCE_END = re.compile(r"[.!?…][)\]]*(?=\s+[^\sa-z]|\s*$)")
BEFORE_OPENING = " \t\u00a0([{—–-/:…"
LONGEST_SINGLE = 600
"""Characters: a single mark whose partner is farther than this is an apostrophe."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between quotation marks in one paragraph.

    Attributes:
        start, end: offsets in the paragraph's text, marks included.
        inner_start, inner_end: the words alone.
        closed: whether it has its closing mark.
        goes_on: whether the next paragraph re-opens it.
        continues: whether it goes on from the paragraph before.
        single: whether the marks are single ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    goes_on: bool = False
    continues: bool = False
    single: bool = False


def stretches(texts: Sequence[str], contractions: Collection[str] = ()) -> list[tuple[Stretch, ...]]:
    """The outermost quoted stretches of each paragraph, in order.

    Args:
        texts: the paragraphs, unwrapped, in the article's order.
        contractions: words that begin with an apostrophe ("'em"), in lower case without it.
    """
    found: list[tuple[Stretch, ...]] = []
    running = False
    for n, text in enumerate(texts):
        following = texts[n + 1] if n + 1 < len(texts) else ""
        inside = _scan(text, _opens(following), running, contractions) if _may_quote(text) else ()
        running = bool(inside) and inside[-1].goes_on
        found.append(inside)
    return found


def _may_quote(text: str) -> bool:
    return any(mark in text for mark in "“”„‟«»‹›\"＂`'‘’")


def _opens(text: str) -> bool:
    return text[:1] in (*OPENING, *STRAIGHT, "”", "‘") or text.startswith("``")


def _scan(text: str, reopened: bool, running: bool, contractions: Collection[str]) -> tuple[Stretch, ...]:
    doubles = _doubles(text, reopened)
    singles = _singles(text, doubles, contractions)
    outer = [d for d in doubles if not _within(d.start, singles)]
    out = sorted([*outer, *singles], key=lambda s: s.start)
    if running and out and out[0].start == 0:
        out[0] = _replace(out[0], continues=True)
    return tuple(out)


def _doubles(text: str, reopened: bool) -> list[Stretch]:
    """Pair the double marks left to right; an opening mark while one is open shows that the first was odd."""
    out: list[Stretch] = []
    opened: re.Match[str] | None = None
    depth = 0
    reverse = _reversed_guillemets(text)
    for mark in DOUBLE.finditer(text):
        way = _direction(text, mark, opened is not None, reverse)
        if way == "open" and opened is None:
            opened, depth = mark, 0
        elif way == "open" and opened is not None:
            if _nests(opened.group(), mark.group()):
                depth += 1
            else:
                out.append(_odd(text, opened, mark.start()))
                opened, depth = mark, 0
        elif way == "close" and opened is not None:
            if depth and _nests(opened.group(), mark.group()):
                depth -= 1
            else:
                out.append(Stretch(opened.start(), mark.end(), opened.end(), mark.start()))
                opened = None
    if opened is not None:
        out.append(_odd(text, opened, len(text), goes_on=reopened))
    return [s for s in out if text[s.inner_start : s.inner_end].strip()]


def _nests(outer: str, inner: str) -> bool:
    """Marks of another family may stand inside: guillemets around inverted commas, and the reverse."""
    families = ("«»‹›", "“”„‟", '"＂', "``''")
    return next(f for f in families if outer in f) != next(f for f in families if inner in f)


def _reversed_guillemets(text: str) -> bool:
    first = re.search(r"[«»]", text)
    return bool(first) and first.group() == "»" and (first.start() == 0 or text[first.start() - 1] in BEFORE_OPENING)  # type: ignore[union-attr]


def _direction(text: str, mark: re.Match[str], inside: bool, reverse: bool) -> str:
    """Whether a mark opens, closes, or is none (``skip``)."""
    shape, before, after = mark.group(), text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    may_open = (not before or before in BEFORE_OPENING or before in "‘'“\"") and bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace() and (not after or not after.isalnum())
    if shape in "«»‹›":
        return "open" if (shape in "«‹") != reverse else "close"
    if shape in ("``", "„", "‟"):
        return "open"
    if shape in STRAIGHT or shape == "''":
        if not inside and before.isdigit():
            return "skip"  # inches
        if may_open != may_close:
            return "open" if may_open else "close"
        return "close" if inside else "open"
    if shape == "“":
        return "close" if inside and may_close and not may_open else "open"
    return "open" if may_open and not may_close and not inside else "close"


def _odd(text: str, opened: re.Match[str], limit: int, *, goes_on: bool = False) -> Stretch:
    """A mark without its partner: the whole paragraph if the next one re-opens it, else its own sentence."""
    end = SENTENCE_END.search(text, opened.end(), limit)
    stop = limit if goes_on or end is None else end.end()
    while stop > opened.end() and text[stop - 1].isspace():
        stop -= 1
    return Stretch(opened.start(), stop, opened.end(), stop, closed=False, goes_on=goes_on)


def _singles(text: str, doubles: Sequence[Stretch], contractions: Collection[str]) -> list[Stretch]:
    """Single marks outside the double ones, each with a partner; the rest are apostrophes."""
    if not any(m in text for m in SINGLES):
        return []
    out: list[Stretch] = []
    at = 0
    while opened := SINGLE.search(text, at):
        at = opened.end()
        word = re.match(r"\w*", text[at:])
        if _within(opened.start(), doubles) or (word and (word[0].lower() in contractions or word[0][:2].isdigit())):
            continue
        close = _single_close(text, at, doubles)
        if close is not None:
            out.append(Stretch(opened.start(), close + 1, opened.end(), close, single=True))
            at = close + 1
    return out


def _within(offset: int, doubles: Sequence[Stretch]) -> bool:
    return any(s.start <= offset < s.end for s in doubles)


def _single_close(text: str, start: int, doubles: Sequence[Stretch]) -> int | None:
    """The closing partner: after a word or its stop, before a gap.

    A plural's possessive ("the workers' union") is passed over when a better one follows.
    """
    possible: int | None = None
    for mark in re.finditer(r"(?<=[^\s])['’](?!\w)", text[start : start + LONGEST_SINGLE]):
        place = start + mark.start()
        if _within(place, doubles) and not _within(start, doubles):
            continue
        possessive = text[place - 1] == "s" and re.match(r"\s[a-z]", text[place + 1 : place + 3])
        if not possessive:
            return place
        possible = place if possible is None else possible
    return possible


def _replace(stretch: Stretch, *, continues: bool) -> Stretch:
    return Stretch(
        stretch.start, stretch.end, stretch.inner_start, stretch.inner_end,
        stretch.closed, stretch.goes_on, continues, stretch.single,
    )  # fmt: skip
