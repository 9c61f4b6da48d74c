"""Lines that give facts: a stamp with what stands beside it, a label and its value, an agency's stamp at the foot."""

from __future__ import annotations

import re
from functools import cache

from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.blocks import Block
from variorum.ingest.bylines import Credits, bare_byline, byline, has_given_name
from variorum.ingest.closings import closing
from variorum.ingest.datelines import post_of
from variorum.ingest.dates import either
from variorum.ingest.layout import Layout
from variorum.ingest.outlets import DOMAIN, is_note, is_section, like_a_name, masthead_name, names_outlet
from variorum.ingest.stamps import Stamp, StampLine, imprint_pattern, stamps_in, titled
from variorum.lang import table

EDGES = " ,|·•●–—-/()[]"
LONGEST_FOOT = 12
"""Words of an agency's stamp under a report."""


def foot_stamp(block: Block) -> tuple[Stamp, ...]:
    """``15.01.2026 10:52 dpa jd xx n1`` under a report: when its agency sent it, and the desk's marks."""
    stamps = stamps_in(block.text) if len(block.words) <= LONGEST_FOOT else []
    if len(stamps) != 1 or stamps[0].start or "T" not in (stamps[0].iso or ""):
        return ()
    behind = block.text[stamps[0].end :].split()
    return tuple(stamps) if behind and agency(behind[0]) else ()


def labelled(block: Block, layout: Layout) -> list[Block]:
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


def stamped(line: StampLine, layout: Layout) -> list[Block]:
    """The pieces of a line with stamps, whose other facts the layout takes up."""
    layout.stamps += line.stamps
    sides = [_beside_stamp(b, layout) if b else None for b in (line.before, line.after)]
    return [b for b in (sides[0], line.stamp.marked("stamp"), sides[1]) if b]


def _beside_stamp(block: Block, layout: Layout) -> Block:
    """What stands in a stamp's line: a byline, a source, the outlet's imprint, or only more of the stamp."""
    text = re.sub(r"[\s,]+(?:on|at)$", "", block.text.strip(EDGES))
    text = re.sub(r"^\d{1,2}[:.]\d{2}\s*[|·•]\s*", "", text)  # the clock before the place
    text += ")" if text.count("(") > text.count(")") else ""
    if filed := _filed(text):
        credited, at = filed
        layout.credit(Credits(sources=(credited,)), block)
        layout.place(at, block)
        return block.marked("dateline")
    first, *others = re.split(r"\s*[|·•]\s*", text)
    if others and names_outlet(first) and not agency(first):
        layout.imprint = layout.imprint or first
        text = " | ".join(others)
    if imprint := imprint_pattern().match(text):
        layout.imprint = re.sub(r"^the\s", "", imprint["outlet"].strip(EDGES))
    elif house := _dated_house(text):
        layout.imprint = layout.imprint or house
    elif not layout.blocks and (found_top := _domain_and_place(text)):
        layout.imprint = found_top[0]
        layout.place(found_top[1], block)
        return block.marked("masthead")
    elif not layout.blocks and (house := _top_name(text)):
        layout.imprint = house
        return block.marked("masthead")
    elif place := post_of(text):
        layout.place(place, block)
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


def _domain_and_place(text: str) -> tuple[str, str] | None:
    """``24.kg - Bishkek``: a site by its address, and where it writes."""
    site, *others = re.split(r"\s+[|·•–—-]\s+", text)
    place = post_of(others[0]) if len(others) == 1 and DOMAIN.fullmatch(site) else None
    return (site, place) if place else None


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
