"""Names, agencies and offices alone on a line, which only what stands beside them makes a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.blocks import Block
from variorum.ingest.bylines import Credits, bare_byline, has_office, is_name
from variorum.ingest.gazetteer import is_place
from variorum.ingest.layout import Layout
from variorum.ingest.mastheads import LEAST_HEADLINE, outlet_line, parted_name
from variorum.ingest.outlets import (
    is_note,
    is_section,
    masthead_name,
    names_outlet,
)
from variorum.ingest.stamps import titled


def mark_bare_bylines(layout: Layout, end: int) -> None:
    """Mark names, agencies and offices alone on a line, once a headline stands above and a stamp or office beside.

    Args:
        layout: the report's blocks; what is found is credited there.
        end: the index of the block with which the body begins.
    """
    blocks = layout.blocks
    titled = False
    for i, block in enumerate(blocks[:end]):
        if block.kind is not None and not _signed_like_a_picture(blocks, i, layout):
            continue
        text = _without_outlet(block.text, blocks[0].text) if i else block.text
        found = bare_byline(text)
        found = found if not (found and _would_be_headline(blocks, i, found)) else None
        found = found if titled or (found and i and _desk(block.text, found)) else None
        office = titled and found is None and _office_line(block.text)
        if found and i and (house := _house_of_copy(layout, block.text, found)):
            layout.imprint = layout.imprint or house
            blocks[i] = block.marked("masthead")
            continue
        signed = found and (
            not found.names or _of_agency(found) or has_office(text) or _beside_furniture(blocks, i, end)
        )
        posted = found and found.places and not _spoken_of(found.names, blocks[i + 1 :])
        if office:
            _house_and_place(layout, block)
        team = found and not signed and not posted and _over_place(layout, i, end, found)
        if office or (found and (signed or posted or team or _lone_writer(layout, i, end))):
            if found and not _credits_picture(blocks, i):
                layout.credit(found, block)
            blocks[i] = block.marked("byline")
        titled = titled or not (names_outlet(block.text) or is_section(block.text))


def _house_of_copy(layout: Layout, text: str, found: Credits) -> str | None:
    """The outlet whose name stands alone under a headline, where the dateline credits the copy to an agency."""
    copied = any(agency(c) for d, _ in layout.datelines for c in d.credits)
    alone = text in found.sources and not agency(text) and names_outlet(text)
    return text if copied and alone else None


def _house_and_place(layout: Layout, block: Block) -> None:
    """Take up ``BBC News, Linda`` under a byline: the writers' house, and where they are."""
    house, comma, place = (s.strip() for s in block.text.partition(","))
    if not comma or agency(house) or not names_outlet(house):
        return
    layout.imprint = layout.imprint or house
    for name in re.split(r"\s+and\s+|\s*/\s*", place)[:1]:
        if is_place(name):
            layout.place(name, block)


def _over_place(layout: Layout, i: int, end: int, found: Credits) -> bool:
    """Whether a team's names stand over nothing but where it is, its paper's name, a button, and then a stamp."""
    blocks = layout.blocks
    if not found.names or any(c.names for c in layout.credits) or _spoken_of(found.names, blocks[i + 1 :]):
        return False
    for j in range(i + 1, min(end, i + 5)):
        if blocks[j].kind in ("stamp", "dateline"):
            return True
        if blocks[j].kind == "boilerplate" or blocks[j].text == blocks[0].text:
            continue
        if blocks[j].text.isupper() and blocks[j].text.isalpha() and not is_place(blocks[j].text):
            continue  # "PREMIUM"
        if not _place_line(blocks[j].text):
            return False
        layout.place(blocks[j].text, blocks[j])
        blocks[j] = blocks[j].marked("dateline")
    return False


def _place_line(text: str) -> bool:
    """Whether a line gives places alone, one of them known: ``Linda/Ambon``."""
    places = re.split(r"\s*[/,]\s*", text)
    if len(text.split()) > 6 or not titled(text) or any(is_section(p) or agency(p) for p in places):
        return False
    return any(map(is_place, places)) or (len(places) == 2 and all(p.isalpha() for p in places))


def _of_agency(found: Credits) -> bool:
    """Whether a known agency stands beside the name: ``Mara Quist, AFP`` is nothing but a byline."""
    return any(agency(source) for source in found.sources)


def _would_be_headline(blocks: list[Block], i: int, found: Credits) -> bool:
    """A "name" of four words or more with no line of that length above: rather the headline, in capitals."""
    long = [name for name in found.names if len(name.split()) >= LEAST_HEADLINE]
    above = [b for b in blocks[:i] if b.kind in (None, "headline") and len(b.words) >= LEAST_HEADLINE]
    return bool(long) and all(b.kind is None and (outlet_line(b.text) or parted_name(b.text)) for b in above)


def _lone_writer(layout: Layout, i: int, end: int) -> bool:
    """A full name between headline and body that the report doesn't speak of, where nothing else names a writer."""
    blocks = layout.blocks
    if any(c.names for c in layout.credits) or i + 1 < end or is_note(blocks[i].text):
        return False
    return is_name(blocks[i].text, fewest=2) and not _spoken_of((blocks[i].text,), blocks[i + 1 :])


def _spoken_of(names: Sequence[str], report: Sequence[Block]) -> bool:
    """Whether the report has one of the surnames, as it has those of the persons in its pictures."""
    return any(name.split()[-1] in b.text for name in names for b in report)


def _signed_like_a_picture(blocks: list[Block], i: int, layout: Layout) -> bool:
    """``Jane Doe / Reuters / AFP`` right above the stamp: a byline, if there is no other and no picture."""
    if blocks[i].kind != "caption" or any(c.names for c in layout.credits):
        return False
    above, below = blocks[i - 1] if i else None, blocks[i + 1] if i + 1 < len(blocks) else None
    found = bare_byline(blocks[i].text)
    return bool(
        found
        and (found.names or has_office(blocks[i].text))
        and below
        and below.kind == "stamp"
        and above
        and above.kind in (None, "headline")
    )


def _without_outlet(text: str, top: str) -> str:
    """``The Linda Herald with AFP`` under that masthead: the credit alone."""
    name = masthead_name(top) or top
    if not text.startswith(f"{name} ") or not agencies_in(text):
        return text
    return re.sub(r"^[\s,/|&·–—-]*(?:(?:with|and)\s+)?", "", text.removeprefix(name))


def _desk(text: str, found: Credits) -> bool:
    """A desk and an agency, which may stand above the headline too: ``Foreign desk, AP``."""
    return bool(found.sources) and not found.names and not outlet_line(text) and text not in found.sources


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
