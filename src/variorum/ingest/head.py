"""The lines above the body: masthead, slogan, headline, standfirst, a picture's label."""

from __future__ import annotations

import re

from variorum.ingest.agencies import agency
from variorum.ingest.bare_bylines import mark_bare_bylines
from variorum.ingest.blocks import Block
from variorum.ingest.captions import is_bare_credit
from variorum.ingest.layout import Layout
from variorum.ingest.mastheads import LEAST_HEADLINE, name_on_top, outlet_above, outlet_line, parted_name, under_name
from variorum.ingest.outlets import (
    is_section,
    is_slogan,
)
from variorum.ingest.prose import is_prose
from variorum.lang import table
from variorum.model.text import PartKind

DEEPEST = 60
"""Lines that the longest head of a copied page takes: menus, share buttons, pictures and all."""
LONGEST_HEADLINE = 20
"""Words."""
OWN_WORDS = 0.3
"""Share of a headline's words that its report takes up; a slogan's, a button's, a name's are not taken up."""
STANDFIRST = 8
"""Words from which a line below the headline is a standfirst, even one that the report does not take up."""
LABEL = 5
"""Words of the longest picture's label."""
LONGEST_SLOGAN = 10
"""Words."""
STEM = 4
"""Letters by which words of one stem meet ("ministers", "minister")."""


def settle(layout: Layout) -> None:
    """Decide the undecided blocks above the body and note headline and masthead."""
    blocks = layout.blocks
    layout.headline = next((b.text for b in blocks if b.kind == "headline"), None)
    start = _body_start(blocks)
    if start is not None and (at := _punctuated_headline(blocks, start)) is not None:
        blocks[at] = blocks[at].marked("headline")
        start = _body_start(blocks)
    if start is None:
        return
    end = min(start, DEEPEST)
    mark_bare_bylines(layout, end)
    mark_bare_bylines(layout, end)  # again: a name above one that has been found beside a stamp
    _captions_of_credits(blocks)
    _standfirsts(blocks, end)
    _display(layout, end)


def _body_start(blocks: list[Block]) -> int | None:
    """The index at which the body begins: behind the first dateline, else at the first paragraph of prose."""
    open_prose = [i for i, b in enumerate(blocks) if b.kind is None and is_prose(b)]
    first = next((i for i, b in enumerate(blocks) if b.kind == "dateline" and _opens_body(blocks, i)), None)
    if first is not None and sum(i < first for i in open_prose) <= 3:
        return first
    if not open_prose:
        return _unpunctuated(blocks)
    above = _last_furniture(blocks, open_prose)
    return next((i for i in open_prose if i > above), open_prose[0])


def _opens_body(blocks: list[Block], i: int) -> bool:
    """Whether a sentence follows the dateline, on its line or on the next."""
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    return following is not None and following.kind is None and (not following.opens or is_prose(following))


def _punctuated_headline(blocks: list[Block], start: int) -> int | None:
    """The first line where it is a headline that ends in a full stop, as some archives print them.

    One sentence of at most ``LONGEST_HEADLINE`` words, above the dateline or byline that opens the body, or else in
    title case or taken up at once by the paragraph below.
    """
    undecided = [i for i, b in enumerate(blocks) if b.kind is None]
    at = undecided[0] if undecided else None
    if at is None or any(b.kind == "headline" for b in blocks) or not is_prose(blocks[at]):
        return None
    words = blocks[at].words
    if len(words) > LONGEST_HEADLINE or re.search(r"[a-z][.!?][\"”’)]*\s", blocks[at].text):
        return None
    if at < start:
        return at
    below = _stems(" ".join(blocks[i].text for i in undecided[1:3] if is_prose(blocks[i])))
    own = _stems(blocks[at].text)
    long = [w.strip("\"'“”‘’,:.()") for w in words if len(w) > STEM]
    titled = len(long) > 2 and not any(w[:1].islower() for w in long)
    return at if below and (titled or len(own & below) > len(own) / 2) else None


def _last_furniture(blocks: list[Block], open_prose: list[int]) -> int:
    """The last byline, stamp or dateline that has at most two paragraphs above it, and prose below; -1 without one."""
    marks = [i for i, b in enumerate(blocks[:DEEPEST]) if b.kind in ("byline", "stamp", "dateline")]
    fit = [m for m in marks if sum(p < m for p in open_prose) <= 2 and m < open_prose[-1]]
    below = [m for m in fit if sum(p > m for p in open_prose) > sum(p < m for p in open_prose)]
    return max(below, default=-1)


def _unpunctuated(blocks: list[Block]) -> int | None:
    """Copy without full stops: the first line is the headline if several follow it, else all is body."""
    undecided = [i for i, b in enumerate(blocks) if b.kind is None]
    if len(undecided) < 2:
        return undecided[0] if undecided else None
    return undecided[1]


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
    stated = next((b for b in blocks if b.kind == "headline"), None)
    report = _stems(" ".join(b.text for b in blocks[end:] if b.kind is None))
    at = None if stated else _headline(blocks, lines, report)
    title = stated or (blocks[at] if at is not None else None)
    layout.headline = title.text if title else None
    for i in lines:
        if i == at:
            blocks[i] = blocks[i].marked("headline")
        elif at is not None and i < at:
            if name := outlet_above(layout, i, at):
                layout.mastheads.append(name)
            blocks[i] = blocks[i].marked("masthead")
        elif at is not None and (house := outlet_line(blocks[i].text, house=True)):
            layout.imprint = layout.imprint or house
            blocks[i] = blocks[i].marked("masthead")
        else:
            blocks[i] = blocks[i].marked(_below_headline(blocks[i], report))


def _stems(text: str) -> set[str]:
    words = (w.strip("\"'“”‘’,;:.()").lower().removesuffix("'s").removesuffix("’s") for w in text.split())
    stop = table("en", "ingest")["headline"]["stop"]
    return {w[:STEM] for w in words if len(w) > 3 and w not in stop}


def _taken_up(text: str, report: set[str]) -> bool:
    """Whether the report uses the line's own words."""
    own = _stems(text)
    return bool(own) and len(own & report) >= OWN_WORDS * len(own)


def _headline(blocks: list[Block], lines: list[int], report: set[str]) -> int | None:
    """The first line that names neither outlet nor section and that no better one follows.

    Where a line of five words or more follows, a label of up to three words gives way, and so do a slogan and a short
    line that the report does not take up.
    """
    able = [i for i in lines if not (outlet_line(blocks[i].text) or is_section(blocks[i].text))]
    able = [i for i in able if not blocks[i].text.endswith(":") and not (i == 0 and parted_name(blocks[i].text))]
    able = [i for n, i in enumerate(able) if not (able[n + 1 :] and name_on_top(blocks, i, able[n + 1 :]))]
    for n, i in enumerate(able):
        text, size = blocks[i].text, len(blocks[i].words)
        longer = [blocks[j].text for j in able[n + 1 :] if len(blocks[j].words) > LEAST_HEADLINE]
        taken_later = any(_taken_up(line, report) for line in longer)
        label = size < LEAST_HEADLINE and taken_later
        own = _taken_up(text, report)
        stray = size < LABEL and taken_later and not own
        slogan = is_slogan(text) or (size <= LONGEST_SLOGAN and taken_later and not own and under_name(blocks, i))
        if not (label or stray or (longer and i != lines[0] and slogan)):
            return i
    return next((i for i in lines if not agency(blocks[i].text) and not is_section(blocks[i].text)), None)


def _below_headline(block: Block, report: set[str]) -> PartKind:
    """A line of display type between headline and body: standfirst, picture's label, button, or the body's opening."""
    if block.text.endswith((":", "?")) and len(block.words) > 2:
        return "body"
    if is_section(block.text) or len(block.words) == 1:
        return "boilerplate"
    if not _taken_up(block.text, report) and len(block.words) < STANDFIRST:
        return "boilerplate"
    return "summary" if len(block.words) > LABEL else "caption"
