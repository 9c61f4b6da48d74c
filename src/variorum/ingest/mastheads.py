"""The outlet among the lines of display type above a report: a masthead, a name set off by a bar, a name on top."""

from __future__ import annotations

import re

from variorum.ingest.agencies import agencies_in, agency
from variorum.ingest.blocks import Block
from variorum.ingest.boilerplate import fold
from variorum.ingest.bylines import is_name
from variorum.ingest.dates import dates_in, either
from variorum.ingest.layout import Layout
from variorum.ingest.outlets import (
    barred_name,
    ends_as_note,
    ends_as_outlet,
    is_house,
    is_note,
    is_section,
    like_a_name,
    masthead_name,
    names_outlet,
)
from variorum.ingest.stamps import titled
from variorum.lang import table
from variorum.lang import words as words_of

LEAST_HEADLINE = 4
"""Words below which a line above a longer one is rather a masthead, a section or a label."""
LONGEST_DAY = 4
"""Words of a line that gives a place and a day."""
LINE_END = 2
"""Characters between two lines with none between them, at most."""


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
    behind = len(days) == 1 and days[0].end == len(lower.text) and len(lower.words) <= LONGEST_DAY
    return behind and titled(lower.text) and like_a_name(upper.text)


def _one_name(upper: Block, lower: Block) -> bool:
    """Whether two lines with none between them are one outlet's name: neither could be without the other."""
    if lower.span.start - upper.span.end > LINE_END or is_section(lower.text) or ends_as_outlet(upper.text):
        return False
    named = all(like_a_name(b.text) and len(b.words) < LEAST_HEADLINE for b in (upper, lower))
    return named and ends_as_outlet(lower.text)


def under_name(blocks: list[Block], i: int) -> bool:
    """Whether the line stands right under the name at the top, with more room below it than above."""
    if not (0 < i < len(blocks) - 1) or not (
        outlet_line(blocks[i - 1].text) or (i == 1 and like_a_name(blocks[0].text))
    ):
        return False
    above, own, below = (b.span for b in blocks[i - 1 : i + 2])
    return own.start - above.end < below.start - own.end


def name_on_top(blocks: list[Block], i: int, below: list[int]) -> bool:
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


def outlet_line(text: str, *, house: bool = False) -> str | None:
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


def outlet_above(layout: Layout, i: int, at: int) -> str | None:
    """The outlet that a line above the headline names.

    It shows by its form, by recurring in the foot or in a credit, by a stamp right under it, or by standing at the very
    top with words that are not the report's, as a kicker's mostly are.
    """
    blocks, text = layout.blocks, layout.blocks[i].text
    name = masthead_name(text) or (barred_name(text) or parted_name(text) if i == 0 else None) or text.strip("[]()")
    if i == 0 and (parted := parted_name(text)) and ends_as_outlet(parted):
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
    top = all(b.kind == "boilerplate" for b in blocks[:i]) and like_a_name(name)
    channel = i == 0 and len(name.split()) > 1 and name.split()[-1].isdigit()  # "France 24"
    top = top and (channel or not is_note(name) or _house_and_edition(name))
    return name if recurs or over_stamp or (top and (channel or not _of_report(name, blocks[at:]))) else None


def _editions() -> frozenset[str]:
    """Words that tell one edition of a house from its others: "English", "Digital"."""
    return words_of("en", "ingest", "masthead", "editions")


def _house_and_edition(name: str) -> bool:
    """``KBC Digital``: a house by its initials, and its edition."""
    words = name.split()
    return len(words) == 2 and words[0].isupper() and words[0].isalpha() and fold(words[1]) in _editions()


def parted_name(text: str) -> str | None:
    """The name before a dash or a pointer and a section, an agency or its own words: ``XNA - Northern News Agency``."""
    name, *others = re.split(r"\s+[–—>-]\s+", text)
    if len(others) != 1 or not like_a_name(name) or is_section(name):
        return None
    if name.isupper() and _initials_of(name, others[0]):
        return name
    if not like_a_name(others[0]):
        return None
    beside = ends_as_outlet(others[0]) or agencies_in(others[0]) or is_section(others[0]) or is_note(others[0])
    beside = bool(beside) or (agency(name) is not None and any(map(ends_as_outlet, others[0].split())))
    if agency(others[0]) and ends_as_outlet(name):
        return name  # "Northern News Agency - XNA"
    return name if beside and (agency(name) or ends_as_outlet(name) or ends_as_outlet(others[0])) else None


def _initials_of(short: str, words: str) -> bool:
    """Whether the initials are those of the words, small ones counted or not: ``TSA - Tout sur l'Algérie``."""
    parts = [w for w in re.split(r"[\s'’\-]+", re.sub(r"\b[ld]['’]", "", words, flags=re.IGNORECASE)) if w]
    large = [w for w in parts if w[0].isupper()]
    return len(short) > 1 and short in ("".join(w[0] for w in parts).upper(), "".join(w[0] for w in large))


def _told(name: str, report: list[Block]) -> bool:
    """Whether somebody in the report has told it to the house of that name."""
    telling = either(table("en", "ingest")["masthead"]["telling"])
    words = re.sub("^The ", "", name).split()
    own = " ".join(words[:-1] if len(words) > 1 and fold(words[-1]) in _editions() else words)
    spoken = re.compile(rf"\b(?:{telling})\s(?:the\s)?{re.escape(own)}\b", re.IGNORECASE)
    return like_a_name(name) and any(spoken.search(b.text) for b in report)


def _of_report(name: str, report: list[Block]) -> bool:
    """Whether more than half of a line's words are the report's; of three words or more, any."""
    own = {fold(w) for w in name.split() if len(fold(w)) > 3 or (w.isupper() and w.isalpha() and not name.isupper())}
    words = {fold(w).removesuffix("'s") for b in report if b.kind in (None, "headline", "summary") for w in b.words}
    return not own or len(own & words) * 2 > len(own) or (len(own) > 2 and bool(own & words))
