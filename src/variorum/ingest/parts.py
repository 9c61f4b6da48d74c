"""Which part of the report each block is, and the facts that the parts state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.ingest import boilerplate, captions
from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.blocks import Block
from variorum.ingest.bylines import Credits, bare_byline, byline, foreign_byline, has_given_name
from variorum.ingest.closings import carried_from, closing, contact_credit, headed_credit, trailing_credit
from variorum.ingest.datelines import FoundDateline, labelled_dateline, post_of
from variorum.ingest.dates import either
from variorum.ingest.head import settle
from variorum.ingest.layout import Layout
from variorum.ingest.mastheads import LEAST_HEADLINE, set_apart
from variorum.ingest.openings import opening_dateline, post_line
from variorum.ingest.outlets import is_note, is_section, like_a_name, masthead_name, names_outlet
from variorum.ingest.prose import ends_sentence, is_prose
from variorum.ingest.stamps import Stamp, StampLine, imprint_pattern, stamp_line, stamps_in, titled
from variorum.lang import table

SAME_LEAD = 0.6
"""Share of a lead's words that the next paragraphs must repeat for it to be their summary."""
STANDFIRSTS = 3
"""Sentences that may stand above a dateline: a headline with its full stop, the lead in short, a deck."""
LEAST_TOLD = 12
"""Words from which a line behind a place and a dash that ends in a full stop is a sentence, whatever it ends in."""
EDGES = " ,|·•–—-/()[]"


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
    if opening and opening.strong and (opening.place or not line):
        return [block]
    if line:
        return _stamped(line, layout)
    if place := labelled_dateline(block.text):
        layout.datelines.append((FoundDateline(len(block.text), place, None, (), None, strong=False), block.span))
        return [block.marked("dateline")]
    if found := byline(block.text):
        layout.credit(found, block)
        return [block.marked("byline")]
    begun = layout.begun
    titled_above = any(b.kind in (None, "headline") and len(b.words) >= LEAST_HEADLINE for b in layout.blocks)
    if titled_above and not begun and (found := foreign_byline(block.text)):
        layout.credit(found, block)
        return [block.marked("byline")]
    if not begun and (labelled := _labelled(block, layout)):
        return labelled
    if titled_above and not begun and (place := post_line(block.text)):
        layout.datelines.append((FoundDateline(len(block.text), place, None, (), None, strong=False), block.span))
        return [block.marked("dateline")]
    if not begun and (credited := contact_credit(block.text) or headed_credit(block.text)):
        layout.credit(credited, block)
        return [block.marked("byline")]
    if begun and (carried := carried_from(block.text)):
        layout.closing.append(carried)
        return [block.marked("byline")]
    if boilerplate.is_boilerplate(block):
        return [block.marked("boilerplate")]
    if begun and (found := closing(block.text)):
        layout.closing.append(found)
        return [block.marked("byline")]
    if begun and (filed := _foot_stamp(block)):
        layout.stamps += filed
        return [block.marked("stamp")]
    return [block.marked("caption") if _is_caption(block, begun=begun) else block]


def _foot_stamp(block: Block) -> tuple[Stamp, ...]:
    """``15.01.2026 10:52 dpa jd xx n1`` under a report: when its agency sent it, and the desk's marks."""
    stamps = stamps_in(block.text) if len(block.words) <= LEAST_TOLD else []
    if len(stamps) != 1 or stamps[0].start or "T" not in (stamps[0].iso or ""):
        return ()
    behind = block.text[stamps[0].end :].split()
    return tuple(stamps) if behind and agency(behind[0]) else ()


def _labelled(block: Block, layout: Layout) -> list[Block]:
    """A line that gives one fact behind its label: ``Outlet: The Linda Herald``."""
    data = table("en", "ingest")["masthead"]
    label, colon, value = (s.strip() for s in re.sub(r"^[-*•]\s+", "", block.text).partition(":"))
    if not colon or not value or len(label.split()) > 2:
        return []
    if (listed := label != block.text.partition(":")[0].strip()) and (found := byline(f"{label}: {value}")):
        layout.credit(found, block)
        return [block.marked("byline")]
    source = label.lower() in table("en", "ingest")["byline"]["sources"] and (listed or names_outlet(value))
    if source and (house := _dated_house(f"{label}: {value}")):
        layout.mastheads.append(house)
        return [block.marked("masthead")]
    if label.lower() in data["outlet_labels"] and like_a_name(value):
        layout.mastheads.append(value)
        return [block.marked("masthead")]
    if label.lower() in data["agency_labels"] and (credited := agencies_in(value)):
        layout.credit(Credits(sources=tuple(a.name for a in credited)), block)
        return [block.marked("byline")]
    if label.lower() in data["title_labels"] and not any(b.kind == "headline" for b in layout.blocks):
        head, title = block.cut(len(block.text) - len(value))
        return [head.marked("boilerplate"), title.marked("headline")]
    return []


def _is_caption(block: Block, *, begun: bool) -> bool:
    text = block.text
    if captions.is_bare_credit(text) or captions.is_caption(text):
        return True
    return not begun and len(block.words) >= 6 and captions.hints_caption(text)


def _stamped(line: StampLine, layout: Layout) -> list[Block]:
    layout.stamps += line.stamps
    sides = [_beside_stamp(b, layout) if b else None for b in (line.before, line.after)]
    return [b for b in (sides[0], line.stamp.marked("stamp"), sides[1]) if b]


def _beside_stamp(block: Block, layout: Layout) -> Block:
    """What stands in a stamp's line: a byline, a source, the outlet's imprint, or only more of the stamp."""
    text = re.sub(r"[\s,]+(?:on|at)$", "", block.text.strip(EDGES))
    text += ")" if text.count("(") > text.count(")") else ""
    if filed := _filed(text):
        credited, at = filed
        layout.credit(Credits(sources=(credited,)), block)
        layout.datelines.append((FoundDateline(len(text), at, None, (), None, strong=False), block.span))
        return block.marked("dateline")
    first, *others = re.split(r"\s*[|·•]\s*", text)
    if others and names_outlet(first) and not agency(first):
        layout.imprint = layout.imprint or first
        text = " | ".join(others)
    if imprint := imprint_pattern().match(text):
        layout.imprint = re.sub(r"^the\s", "", imprint["outlet"].strip(EDGES))
    elif house := _dated_house(text):
        layout.imprint = layout.imprint or house
    elif not layout.blocks and (house := _top_name(text)):
        layout.imprint = house
        return block.marked("masthead")
    elif place := post_of(text):
        layout.datelines.append((FoundDateline(len(text), place, None, (), None, strong=False), block.span))
        return block.marked("dateline")
    topic = block.text[0].isalnum() and not block.opens  # behind the date without a mark
    found = byline(text) or closing(text) or (None if topic else bare_byline(text))
    if found:
        layout.credit(found, block)
    return block.marked("byline" if found else "stamp")


def _filed(text: str) -> tuple[str, str] | None:
    """``AP | Accra`` beside a date: the agency, and where it writes from, in either order."""
    parts = [p for p in re.split(r"\s*[|·•]\s*", text) if p]
    known = [(i, a) for i, p in enumerate(parts) if (a := agency(p))]
    if len(parts) != 2 or len(known) != 1:
        return None
    other = parts[1 - known[0][0]]
    place = post_of(other) or (other if other.isalpha() and titled(other) and not is_section(other) else None)
    return (known[0][1].name, place) if place else None


def _top_name(text: str) -> str | None:
    """A name beside the date on the first line of all, where writers don't stand."""
    name = text.split(",", maxsplit=1)[0].strip()
    able = like_a_name(name) and not agency(name) and not is_note(name)
    return name if able and not (byline(text) or has_given_name(name)) else None


def _dated_house(text: str) -> str | None:
    """An outlet beside a date: by the form of its name, or because it is said to be the source."""
    label = _source_label().match(text)
    name = text[label.end() :].strip(EDGES) if label else text
    if agency(name):
        return None
    return masthead_name(name) or (name if names_outlet(name) or (label and titled(name)) else None)


@cache
def _source_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(table('en', 'ingest')['byline']['sources'])})\s*:\s*(?=[A-Z])", re.IGNORECASE)


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
