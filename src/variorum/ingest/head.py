"""The lines above the body: masthead, slogan, headline, standfirst, a picture's label."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.ingest.agencies import agency
from variorum.ingest.blocks import Block
from variorum.ingest.boilerplate import fold
from variorum.ingest.bylines import bare_byline, is_name
from variorum.ingest.captions import is_bare_credit
from variorum.ingest.layout import Layout
from variorum.ingest.prose import is_prose
from variorum.lang import table
from variorum.model.text import PartKind

ATTRIBUTING = ("-", "–", "—")
"""Marks before an agency's name by which a headline says who reports it, not where it stands."""
LEAST_HEADLINE = 4
"""Words below which a line above a longer one is rather a masthead, a section or a label."""


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["masthead"]
    return found


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(_data()["words"])


@cache
def _sections() -> frozenset[str]:
    return frozenset(_data()["sections"])


def names_outlet(text: str) -> bool:
    """Whether a short line has the form of an outlet's name: a known agency, a domain, "The ... Times"."""
    parts = text.split()
    if not 1 <= len(parts) <= 6 or text.endswith((".", "!", "?")) or fold(text) in _sections():
        return False
    if agency(text) or re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", text):
        return True
    if not all(p[0].isupper() or p in ("of", "the", "and", "&", "de", "in", "for") for p in parts):
        return False
    if len(parts) == 1:
        return text.isupper() and 2 <= len(text) <= 5 and text.isalpha()
    return (
        fold(parts[-1]) in _outlet_words()
        or fold(parts[0]) in _outlet_words()
        or (parts[0] == "The" and len(parts) <= 3)
    )


def split_title(title: str) -> tuple[str, str | None]:
    """A headline and the outlet that a web page's title carries behind it: ``... | The Example Times``."""
    for mark in _data()["title_separators"]:
        words, found, tail = title.rpartition(f" {mark} ")
        if (
            found
            and len(words.split()) >= LEAST_HEADLINE
            and names_outlet(tail.strip())
            and (mark not in ATTRIBUTING or not agency(tail))
        ):
            return words.strip(), tail.strip()
    return title, None


def settle(layout: Layout) -> None:
    """Decide the undecided blocks above the body and note headline and masthead."""
    blocks = layout.blocks
    end = _body_start(blocks)
    if end is None:
        return
    _bare_bylines(layout, end)
    _captions_of_credits(blocks)
    _standfirsts(blocks, end)
    _display(layout, end)


def _body_start(blocks: list[Block]) -> int | None:
    """The index at which the body begins: behind the first dateline, else at the first paragraph of prose."""
    open_prose = [i for i, b in enumerate(blocks) if b.kind is None and is_prose(b)]
    first = next((i for i, b in enumerate(blocks) if b.kind == "dateline"), None)
    if first is not None and sum(i < first for i in open_prose) <= 2:
        return first
    if not open_prose:
        return _unpunctuated(blocks)
    above = _last_furniture(blocks, open_prose)
    return next((i for i in open_prose if i > above), open_prose[0])


def _last_furniture(blocks: list[Block], open_prose: list[int]) -> int:
    """The last byline or stamp that has at most two paragraphs above it, and prose below; -1 without one."""
    marks = [i for i, b in enumerate(blocks) if b.kind in ("byline", "stamp")]
    fit = [m for m in marks if sum(p < m for p in open_prose) <= 2 and m < open_prose[-1]]
    below = [m for m in fit if sum(p > m for p in open_prose) > sum(p < m for p in open_prose)]
    return max(below, default=-1)


def _unpunctuated(blocks: list[Block]) -> int | None:
    """Copy without full stops: the first line is the headline if several follow it, else all is body."""
    undecided = [i for i, b in enumerate(blocks) if b.kind is None]
    if len(undecided) < 2:
        return undecided[0] if undecided else None
    return undecided[1]


def _bare_bylines(layout: Layout, end: int) -> None:
    """Names, agencies and offices alone on a line, once a headline stands above and a stamp or an office beside."""
    blocks = layout.blocks
    titled = False
    for i, block in enumerate(blocks[:end]):
        if block.kind is not None:
            continue
        found = bare_byline(block.text) if titled else None
        office = titled and found is None and _office_line(block.text)
        if office or (found and (not found.names or _beside_furniture(blocks, i, end))):
            if found and not _credits_picture(blocks, i):
                layout.credits.append(found)
            blocks[i] = block.marked("byline")
        titled = titled or len(block.words) >= LEAST_HEADLINE


def _credits_picture(blocks: list[Block], i: int) -> bool:
    following = next((b for b in blocks[i + 1 :] if b.kind != "boilerplate"), None)
    return bool(agency(blocks[i].text)) and following is not None and following.kind == "caption"


def _beside_furniture(blocks: list[Block], i: int, end: int) -> bool:
    above = next((b for b in reversed(blocks[:i]) if b.kind != "boilerplate"), None)
    below = next((b for b in blocks[i + 1 : end] if b.kind != "boilerplate"), None)
    return any(b.kind in ("stamp", "byline") or (b.kind is None and _office_line(b.text)) for b in (above, below) if b)


def _office_line(text: str) -> bool:
    """An office, or an outlet and a place: ``Political correspondent``, ``BBC News, Linda``."""
    found = bare_byline(text)
    return (found is not None and not found.names) or ("," in text and names_outlet(text.partition(",")[0]))


def _captions_of_credits(blocks: list[Block]) -> None:
    """A line of display type beside a bare picture credit is that picture's caption: above it, else below."""
    headline = next((i for i, b in enumerate(blocks) if b.kind is None and len(b.words) >= LEAST_HEADLINE), None)
    if headline is None:
        return
    for i, block in enumerate(blocks):
        if block.kind != "caption" or not is_bare_credit(block.text):
            continue
        near = [
            j
            for j in (i - 1, i + 1)
            if headline < j < len(blocks) and blocks[j].kind is None and not is_prose(blocks[j])
        ]
        for j in near[:1]:
            blocks[j] = blocks[j].marked("caption")


def _standfirsts(blocks: list[Block], end: int) -> None:
    for i, block in enumerate(blocks[:end]):
        if block.kind is None and is_prose(block):
            blocks[i] = block.marked("summary")


def _display(layout: Layout, end: int) -> None:
    """Masthead, headline, standfirst and labels among the lines of display type."""
    blocks = layout.blocks
    lines = [i for i, b in enumerate(blocks[:end]) if b.kind is None]
    stated = [b for b in blocks if b.kind == "headline"]
    at = None if stated else _headline(blocks, lines)
    if stated:
        layout.headline = stated[0].text
    if at is not None:
        layout.headline = blocks[at].text
        blocks[at] = blocks[at].marked("headline")
    for i in lines:
        if i == at:
            continue
        if at is not None and i < at:
            if _outlet_above(layout, i, at):
                layout.mastheads.append(blocks[i].text)
            blocks[i] = blocks[i].marked("masthead")
        else:
            blocks[i] = blocks[i].marked(_below_headline(blocks[i]))


def _headline(blocks: list[Block], lines: list[int]) -> int | None:
    """The first line that no far longer line outranks.

    A line that names an outlet or a section gives way to any later line; a line of five words or fewer gives way to
    one half as long again, of six words at least.
    """
    for n, i in enumerate(lines):
        later = lines[n + 1 :]
        text, size = blocks[i].text, len(blocks[i].words)
        if later and (names_outlet(text) or fold(text) in _sections()):
            continue
        if size <= 5 and any(len(blocks[j].words) >= max(6, 1.5 * size) for j in later):
            continue
        return None if names_outlet(text) and agency(text) else i
    return None


def _outlet_above(layout: Layout, i: int, at: int) -> bool:
    """Whether a line above the headline names the outlet: by its form, by recurring, or over a stamp at the top."""
    blocks, text = layout.blocks, layout.blocks[i].text
    if fold(text) in _sections() or len(text.split()) > 6:
        return False
    if names_outlet(text) or any(fold(text) == fold(d.outlet or "") or text in d.credits for d, _ in layout.datelines):
        return True
    recurs = sum(text in b.text for b in blocks if b.kind in ("boilerplate", "byline")) > 0
    return recurs or (i == 0 and i + 1 < at and blocks[i + 1].kind == "stamp" and is_name(text))


def _below_headline(block: Block) -> PartKind:
    """A line of display type between headline and body: a standfirst, a picture's label, or a stray word."""
    if fold(block.text) in _sections() or len(block.words) == 1:
        return "boilerplate"
    return "summary" if len(block.words) >= 6 else "caption"
