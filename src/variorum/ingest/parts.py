"""Which part of the report each block is, and the facts that the parts state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest import boilerplate, captions
from variorum.ingest.blocks import Block
from variorum.ingest.bylines import bare_byline, byline, foreign_byline
from variorum.ingest.closings import carried_from, closing, contact_credit, headed_credit, trailing_credit
from variorum.ingest.datelines import FoundDateline, labelled_dateline, post_of
from variorum.ingest.fact_lines import foot_stamp, labelled, stamped
from variorum.ingest.head import settle
from variorum.ingest.layout import Layout
from variorum.ingest.mastheads import LEAST_HEADLINE, set_apart
from variorum.ingest.openings import opening_dateline, post_line
from variorum.ingest.prose import ends_sentence, is_prose
from variorum.ingest.stamps import stamp_line

SAME_LEAD = 0.6
"""Share of a lead's words that the next paragraphs must repeat for it to be their summary."""
STANDFIRSTS = 3
"""Sentences that may stand above a dateline: a headline with its full stop, the lead in short, a deck."""
LEAST_TOLD = 12
"""Words from which a line behind a place and a dash that ends in a full stop is a sentence, whatever it ends in."""


def lay_out(blocks: Sequence[Block]) -> Layout:
    """Give every block its kind. Blocks that come with one keep it."""
    layout = Layout()
    for block in _without_repeats(_without_other_scripts(blocks)):
        pieces = [block] if block.kind else _furniture(block, layout)
        layout.begun = layout.begun or any(b.kind is None and is_prose(b) for b in pieces)
        layout.blocks += pieces
    set_apart(layout)
    layout.blocks = _open_datelines(layout)
    settle(layout)
    _mark_bodies(layout)
    _mark_summary(layout)
    _close(layout)
    return layout


def _without_other_scripts(blocks: Sequence[Block]) -> list[Block]:
    own = boilerplate.script_of(" ".join(b.text for b in blocks))
    return [b.marked("boilerplate") if b.kind is None and _foreign(b, own) else b for b in blocks]


def _foreign(block: Block, own: str | None) -> bool:
    script = boilerplate.script_of(block.text)
    return script is not None and own is not None and script != own


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """A text of four words or more printed a second time is not read again."""
    seen: set[str] = set()
    out = []
    for block in blocks:
        key = block.text.casefold().strip(" \"'“”‘’.")
        again = len(block.words) >= 4 and key in seen and block.kind is None
        seen.add(key)
        out.append(block.marked("boilerplate") if again else block)
    return out


def _furniture(block: Block, layout: Layout) -> list[Block]:
    """The block if it is furniture by its own words, cut where a line holds several kinds; undecided otherwise."""
    opening = opening_dateline(block.text)
    line = stamp_line(block)
    if (
        opening
        and opening.strong
        and (opening.place or not line)
        and not (line and _clock_alone(block.text[opening.end :]))
    ):
        return [block]
    if posted := _posted(block, layout):
        return [posted]
    if line:
        return stamped(line, layout)
    if place := labelled_dateline(block.text):
        layout.place(place, block)
        return [block.marked("dateline")]
    if found := byline(block.text):
        layout.credit(found, block)
        return [block.marked("byline")]
    if not layout.begun and (pieces := _above_body(block, layout)):
        return pieces
    if layout.begun and (carried := carried_from(block.text)):
        layout.closing.append(carried)
        return [block.marked("byline")]
    if boilerplate.is_boilerplate(block):
        return [block.marked("boilerplate")]
    if layout.begun and (under := _under_body(block, layout)):
        return [under]
    return [block.marked("caption") if _is_caption(block, begun=layout.begun) else block]


def _clock_alone(rest: str) -> bool:
    """Whether nothing but a clock time follows a place and a day: ``Linda, Monday, 4 May 2026 - 15h12``."""
    return bool(re.fullmatch(r"\d{1,2}[:.h]\d{2}(?:\s*(?:[A-Z]{2,5}|[ap]\.?m\.?))?", rest.strip()))


def _posted(block: Block, layout: Layout) -> Block | None:
    """``Linda: The Herald``: where the house of the first line writes from."""
    place, colon, house = block.text.partition(": ")
    top = layout.blocks[0] if layout.blocks else None
    if layout.begun or not colon or top is None or house.casefold() != top.text.casefold() or not post_of(place):
        return None
    layout.place(place, block)
    layout.mastheads.append(house)
    return block.marked("dateline")


def _above_body(block: Block, layout: Layout) -> list[Block]:
    """The pieces of a line that states a fact by its own words only above the body; none for any other."""
    titled = any(b.kind in (None, "headline") and len(b.words) >= LEAST_HEADLINE for b in layout.blocks)
    if titled and (found := foreign_byline(block.text)):
        layout.credit(found, block)
        return [block.marked("byline")]
    if pieces := labelled(block, layout):
        return pieces
    if titled and (place := post_line(block.text)):
        layout.place(place, block)
        return [block.marked("dateline")]
    if credited := contact_credit(block.text) or headed_credit(block.text):
        layout.credit(credited, block)
        return [block.marked("byline")]
    return []


def _under_body(block: Block, layout: Layout) -> Block | None:
    """A credit line or an agency's stamp under the body; None for any other line."""
    if found := closing(block.text):
        layout.closing.append(found)
        return block.marked("byline")
    if filed := foot_stamp(block):
        layout.stamps += filed
        return block.marked("stamp")
    return None


def _is_caption(block: Block, *, begun: bool) -> bool:
    text = block.text
    if captions.is_bare_credit(text) or captions.is_caption(text):
        return True
    return not begun and len(block.words) >= 6 and captions.hints_caption(text)


def _open_datelines(layout: Layout) -> list[Block]:
    """Cut datelines off: those with a date or a credit anywhere, a bare place only where the body may begin."""
    out: list[Block] = []
    prose = 0
    opened = False
    for block in layout.blocks:
        found = opening_dateline(block.text) if block.kind is None else None
        if found and (found.strong or (not opened and _may_open(found, block, prose))):
            opened = True
            pieces = block.cut(found.end)
            layout.datelines.append((found, pieces[0].span))
            out += [pieces[0].marked("dateline"), *pieces[1:]]
        else:
            out.append(block)
        prose += block.kind is None and is_prose(block)
    return out


def _may_open(found: FoundDateline, block: Block, prose: int) -> bool:
    """Whether a bare place may open this block, with so much prose above it."""
    clear = prose == 0 or "," in (found.place or "") or block.text.split(":")[0].isupper() or block.words[0].isupper()
    alone = found.end == len(block.text)
    # a sentence may end in an abbreviation ("at 8 p.m."), which alone doesn't show that it is one
    told = is_prose(block) or (block.text.endswith(".") and len(block.words) > LEAST_TOLD)
    return (told or alone) and prose <= STANDFIRSTS and clear


def _mark_bodies(layout: Layout) -> None:
    """What is left from the body's first paragraph on is body, but for lists of links and loose ends."""
    blocks = layout.blocks
    open_list = False
    last_prose = max((i for i, b in enumerate(blocks) if b.kind is None and is_prose(b)), default=-1)
    for i, block in enumerate(blocks):
        if block.kind == "boilerplate" and boilerplate.opens_list(block.text):
            open_list = True
        if block.kind is not None:
            continue
        prose = is_prose(block) or not block.opens or ends_sentence(block.text) or bool(trailing_credit(block.text))
        open_list = open_list and not prose
        loose = last_prose >= 0 and i > last_prose and not prose and len(block.words) <= 12 and not _listed(block)
        blocks[i] = block.marked("boilerplate" if open_list or loose else "body")


def _listed(block: Block) -> bool:
    """An item of a list, or the line that announces one."""
    return block.text[0] in "-•*–—‣◦" or block.text[0].isdigit() or block.text.endswith(":")


def _mark_summary(layout: Layout) -> None:
    """A first paragraph whose words the next ones repeat is a summary printed above the body."""
    at = [i for i, b in enumerate(layout.blocks) if b.kind == "body"]
    if len(at) < 3 or any(b.kind == "summary" for b in layout.blocks):
        return
    lead, *following = (layout.blocks[i] for i in at[:3])
    if _repeated(lead, following) >= SAME_LEAD:
        layout.blocks[at[0]] = lead.marked("summary")


def _repeated(lead: Block, following: Sequence[Block]) -> float:
    """The share of the lead's words of four letters or more that stand in the next paragraph, or in the next two."""
    own = _content(lead.text)
    if len(own) < 6:
        return 0.0
    first, both = _content(following[0].text), _content(" ".join(b.text for b in following))
    return max(len(own & first), 0.85 * len(own & both)) / len(own)


def _content(text: str) -> set[str]:
    return {w for w in (boilerplate.fold(w).strip("\"'“”‘’,;") for w in text.split()) if len(w) > 3}


def _signatures(layout: Layout, at: int) -> None:
    """A writer's name under the report's last sentence, over the writer's office."""
    blocks = layout.blocks
    for i in range(at + 1, len(blocks) - 1):
        name, office = (bare_byline(b.text) for b in blocks[i : i + 2])
        if (
            blocks[i].kind == blocks[i + 1].kind == "boilerplate"
            and name
            and name.names
            and office
            and not office.names
        ):
            layout.closing.append(name)
            blocks[i : i + 2] = [blocks[i].marked("byline"), blocks[i + 1].marked("byline")]


def _close(layout: Layout) -> None:
    """An agency's name in brackets behind the report's last sentence credits the text."""
    at = max((i for i, b in enumerate(layout.blocks) if b.kind == "body"), default=None)
    if at is None:
        return
    _signatures(layout, at)
    block = layout.blocks[at]
    if (start := trailing_credit(block.text)) and (found := closing(block.text[start:])):
        body, credit = block.cut(start)
        layout.blocks[at : at + 1] = [body, credit.marked("byline")]
        layout.closing.append(found)
