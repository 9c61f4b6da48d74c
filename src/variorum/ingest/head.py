"""The lines above the body: masthead, slogan, headline, standfirst, a picture's label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.blocks import Block
from variorum.ingest.boilerplate import fold
from variorum.ingest.bylines import Credits, bare_byline, has_office, is_name
from variorum.ingest.captions import is_bare_credit
from variorum.ingest.dates import dates_in
from variorum.ingest.layout import Layout
from variorum.ingest.outlets import (
    barred_name,
    ends_as_note,
    ends_as_outlet,
    is_house,
    is_note,
    is_section,
    is_slogan,
    like_a_name,
    masthead_name,
    names_outlet,
)
from variorum.ingest.prose import is_prose
from variorum.ingest.stamps import titled
from variorum.lang import table
from variorum.model.text import PartKind

LEAST_HEADLINE = 4
"""Words below which a line above a longer one is rather a masthead, a section or a label."""
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
LINE_END = 2
"""Characters between two lines with none between them, at most."""
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
    _bare_bylines(layout, end)
    _bare_bylines(layout, end)  # again: a name above one that has been found beside a stamp
    _captions_of_credits(blocks)
    _standfirsts(blocks, end)
    _display(layout, end)


def set_apart(layout: Layout) -> None:
    """Note a masthead at the very top that is printed over two lines, or ends in a full stop ("Northing.")."""
    blocks = layout.blocks
    open_lines = [i for i, b in enumerate(blocks[:4]) if b.kind is None]
    if open_lines[:1] != [0] or not any(len(b.words) >= LEAST_HEADLINE for b in blocks[1:5] if b.kind is None):
        return
    first = blocks[0]
    if open_lines[1:2] == [1] and _over_day(first, blocks[1]):
        layout.mastheads.append(first.text)
        blocks[:2] = [first.marked("masthead"), blocks[1].marked("stamp")]
        return
    short = len(first.words) < LEAST_HEADLINE
    if short and re.fullmatch(r"[^.]{3,}\.", first.text) and like_a_name(name := first.text[:-1]):
        if not is_section(name):
            layout.mastheads.append(name)
            blocks[0] = first.marked("masthead")
    elif short and open_lines[1:2] == [1] and _one_name(first, blocks[1]):
        layout.mastheads.append(f"{first.text} {blocks[1].text}")
        blocks[:2] = [b.marked("masthead") for b in blocks[:2]]


def _over_day(upper: Block, lower: Block) -> bool:
    """Whether a name that begins with "The" stands right over a place and a day ("The New Herald", "Linda 9 April")."""
    if lower.span.start - upper.span.end > LINE_END or not upper.text.startswith("The "):
        return False
    days = list(dates_in(lower.text))
    behind = len(days) == 1 and days[0].end == len(lower.text) and len(lower.words) < LABEL
    return behind and titled(lower.text) and like_a_name(upper.text)


def _one_name(upper: Block, lower: Block) -> bool:
    """Whether two lines with none between them are one outlet's name: neither could be without the other."""
    if lower.span.start - upper.span.end > LINE_END or is_section(lower.text) or ends_as_outlet(upper.text):
        return False
    named = all(like_a_name(b.text) and len(b.words) < LEAST_HEADLINE for b in (upper, lower))
    return named and ends_as_outlet(lower.text)


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


def _bare_bylines(layout: Layout, end: int) -> None:
    """Names, agencies and offices alone on a line, once a headline stands above and a stamp or an office beside."""
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
        if office or (found and (signed or posted or _lone_writer(layout, i, end))):
            if found and not _credits_picture(blocks, i):
                layout.credit(found, block)
            blocks[i] = block.marked("byline")
        titled = titled or not (names_outlet(block.text) or is_section(block.text))


def _house_of_copy(layout: Layout, text: str, found: Credits) -> str | None:
    """The outlet whose name stands alone under a headline, where the dateline credits the copy to an agency."""
    copied = any(agency(c) for d, _ in layout.datelines for c in d.credits)
    alone = text in found.sources and not agency(text) and names_outlet(text)
    return text if copied and alone else None


def _of_agency(found: Credits) -> bool:
    """Whether a known agency stands beside the name: ``Mara Quist, AFP`` is nothing but a byline."""
    return any(agency(source) for source in found.sources)


def _would_be_headline(blocks: list[Block], i: int, found: Credits) -> bool:
    """A "name" of four words or more with no line of that length above: rather the headline, in capitals."""
    long = [name for name in found.names if len(name.split()) >= LEAST_HEADLINE]
    return bool(long) and not any(b.kind in (None, "headline") and len(b.words) >= LEAST_HEADLINE for b in blocks[:i])


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
    return bool(found.sources) and not found.names and not _outlet_line(text) and text not in found.sources


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
    stated = next((b for b in blocks if b.kind == "headline"), None)
    report = _stems(" ".join(b.text for b in blocks[end:] if b.kind is None))
    at = None if stated else _headline(blocks, lines, report)
    title = stated or (blocks[at] if at is not None else None)
    layout.headline = title.text if title else None
    for i in lines:
        if i == at:
            blocks[i] = blocks[i].marked("headline")
        elif at is not None and i < at:
            if name := _outlet_above(layout, i, at):
                layout.mastheads.append(name)
            blocks[i] = blocks[i].marked("masthead")
        elif at is not None and (house := _outlet_line(blocks[i].text, house=True)):
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
    able = [i for i in lines if not (_outlet_line(blocks[i].text) or is_section(blocks[i].text))]
    able = [i for i in able if not blocks[i].text.endswith(":") and not (i == 0 and _parted_name(blocks[i].text))]
    able = [i for n, i in enumerate(able) if not (able[n + 1 :] and _name_on_top(blocks, i, able[n + 1 :]))]
    for n, i in enumerate(able):
        text, size = blocks[i].text, len(blocks[i].words)
        longer = [blocks[j].text for j in able[n + 1 :] if len(blocks[j].words) > LEAST_HEADLINE]
        taken_later = any(_taken_up(line, report) for line in longer)
        label = size < LEAST_HEADLINE and taken_later
        own = _taken_up(text, report)
        stray = size < LABEL and taken_later and not own
        slogan = is_slogan(text) or (size <= LONGEST_SLOGAN and taken_later and not own and _under_name(blocks, i))
        if not (label or stray or (longer and i != lines[0] and slogan)):
            return i
    return next((i for i in lines if not agency(blocks[i].text) and not is_section(blocks[i].text)), None)


def _under_name(blocks: list[Block], i: int) -> bool:
    """Whether the line stands right under the name at the top, with more room below it than above."""
    if not (0 < i < len(blocks) - 1) or not (
        _outlet_line(blocks[i - 1].text) or (i == 1 and like_a_name(blocks[0].text))
    ):
        return False
    above, own, below = (b.span for b in blocks[i - 1 : i + 2])
    return own.start - above.end < below.start - own.end


def _name_on_top(blocks: list[Block], i: int, below: list[int]) -> bool:
    """Whether the line is set off as a name, or opens the file as one over a headline, with words not the report's."""
    text = blocks[i].text
    if _sectioned(text):
        return True
    if not all(b.kind in ("boilerplate", "stamp") for b in blocks[:i]):
        return False
    if not any(len(blocks[j].words) >= LEAST_HEADLINE for j in below):
        return False
    if is_house(text) or ((masthead_name(text) or barred_name(text)) and not _of_report(text, blocks[i + 1 :])):
        return True
    return len(blocks[i].words) < LEAST_HEADLINE and like_a_name(text) and not _of_report(text, blocks[i + 1 :])


def _sectioned(text: str) -> bool:
    """A name set off from a section by a bar or a dot, or from an edition, as no headline is."""
    return masthead_name(text) is not None and (bool(re.search(r"\s[|·•»›]\s", text)) or ends_as_note(text))


def _outlet_line(text: str, *, house: bool = False) -> str | None:
    """The outlet of a line that has the form of its name, alone or with a section or edition beside it.

    Args:
        text: the line.
        house: whether it stands where an institute's or a ministry's name may do so.
    """
    if names_outlet(text) or (house and is_house(text)):
        return text.strip("[]()")
    told = text.partition(": ")[2]
    if len(told.split()) >= LEAST_HEADLINE and not any(dates_in(told)):
        return None  # "LINDA: 22 NAMES ON A LIST"
    name = masthead_name(text)
    return name if name and (ends_as_outlet(name) or names_outlet(name) or (house and is_house(name))) else None


def _outlet_above(layout: Layout, i: int, at: int) -> str | None:
    """The outlet that a line above the headline names.

    It shows by its form, by recurring in the foot or in a credit, by a stamp right under it, or by standing at the very
    top with words that are not the report's, as a kicker's mostly are.
    """
    blocks, text = layout.blocks, layout.blocks[i].text
    name = masthead_name(text) or (barred_name(text) or _parted_name(text) if i == 0 else None) or text.strip("[]()")
    if i == 0 and (parted := _parted_name(text)) and ends_as_outlet(parted):
        return parted
    if is_section(text):
        return None
    if i == 0 and is_house(name):
        return name
    if len(name.split()) > 6:
        return None
    if names_outlet(name) or ends_as_outlet(name):
        return name
    if any(fold(name) == fold(d.outlet or "") or name in d.credits for d, _ in layout.datelines):
        return name
    if _told(name, blocks[at:]):
        return name
    recurs = any(
        name in b.text for j, b in enumerate(blocks) if j != i and b.kind in ("boilerplate", "byline", "stamp")
    )
    over_stamp = i == 0 and i + 1 < at and blocks[i + 1].kind == "stamp" and is_name(name)
    top = all(b.kind == "boilerplate" for b in blocks[:i]) and like_a_name(name) and not is_note(name)
    return name if recurs or over_stamp or (top and not _of_report(name, blocks[at:])) else None


def _parted_name(text: str) -> str | None:
    """The name before a dash or a pointer and a section, an agency or its own words: ``XNA - Northern News Agency``."""
    name, *others = re.split(r"\s+[–—>-]\s+", text)
    if len(others) != 1 or not like_a_name(name) or not like_a_name(others[0]) or is_section(name):
        return None
    beside = ends_as_outlet(others[0]) or agencies_in(others[0]) or is_section(others[0]) or is_note(others[0])
    return name if beside and (agency(name) or ends_as_outlet(name) or ends_as_outlet(others[0])) else None


def _told(name: str, report: list[Block]) -> bool:
    """Whether somebody in the report has told it to the house of that name."""
    spoken = re.compile(rf"\b(?:told|tells)\s(?:the\s)?{re.escape(re.sub('^The ', '', name))}\b", re.IGNORECASE)
    return like_a_name(name) and any(spoken.search(b.text) for b in report)


def _of_report(name: str, report: list[Block]) -> bool:
    """Whether more than half of a line's words are the report's; of three words or more, any."""
    own = {w for w in map(fold, name.split()) if len(w) > 3}
    words = {fold(w).removesuffix("'s") for b in report if b.kind in (None, "headline", "summary") for w in b.words}
    return not own or len(own & words) * 2 > len(own) or (len(own) > 2 and bool(own & words))


def _below_headline(block: Block, report: set[str]) -> PartKind:
    """A line of display type between headline and body: standfirst, picture's label, button, or the body's opening."""
    if block.text.endswith((":", "?")) and len(block.words) > 2:
        return "body"
    if is_section(block.text) or len(block.words) == 1:
        return "boilerplate"
    if not _taken_up(block.text, report) and len(block.words) < STANDFIRST:
        return "boilerplate"
    return "summary" if len(block.words) > LABEL else "caption"
