"""Stamp lines: ``Posted : January 13, 2026, 07:35 Updated : ...``, bare date lines, and a byline beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from variorum.ingest.blocks import Block
from variorum.ingest.dates import FoundDate, Moment, either, era_pattern, moments_in, weekday_pattern, zone_pattern
from variorum.ingest.outlets import is_page
from variorum.lang import table

Role = Literal["published", "updated"]
LONGEST_TOPIC = 2
"""Words."""
DIGIT = re.compile(r"\d")
SEPARATORS = " \t,;:|·•●/–—-()[].\u00a0»›→ـ"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamped moment: what it is said to be (None for a bare date), and when (``iso`` is None without a year)."""

    start: int
    end: int
    role: Role | None
    iso: str | None
    found: FoundDate | None = None
    clock: str = ""


@cache
def _label() -> re.Pattern[str]:
    data = table("en", "ingest")["stamps"]
    updated, published = either(data["updated"]), either(data["published"])
    head = r"(?:^|(?<=[\s|·•(\[,;/–—-]))"
    return re.compile(
        rf"{head}(?:(?P<updated>{updated})|(?P<published>{published}))\s*(?:\(.{{0,12}}\))?\s*[:\-–—|]?\s*(?:{weekday_pattern()},?\s*)?$",
        re.IGNORECASE,
    )


def _hijri() -> str:
    """The source of a pattern for a day of the Islamic calendar: ``9 Dhul Hijjah 1446 AH``."""
    months = either(table("en", "ingest")["dates"]["islamic_months"])
    return rf"\d{{1,2}}\s+(?:{months}),?\s+1[34]\d{{2}}(?:\s*A?H\b)?|AD"


@cache
def _filler() -> re.Pattern[str]:
    data = table("en", "ingest")["stamps"]
    labels = either([*data["updated"], *data["published"]])
    return re.compile(
        rf"\b(?:(?:{labels})\s*:?\s*(?=\d+\s+\w+\s+ago\b))?(?:\d+\s+)?"
        rf"(?:{either(data['filler'])}|{weekday_pattern()}|{zone_pattern()}|{era_pattern()}|{_hijri()})(?!\w)",
        re.IGNORECASE,
    )


@cache
def imprint_pattern() -> re.Pattern[str]:
    """``This article first appeared in the Example Post``, the name as ``outlet``."""
    words = either(table("en", "ingest")["stamps"]["imprint"])
    return re.compile(
        rf"(?:(?:this|the)\s+(?:\w+\s+){{1,3}})?(?:{words})\s+(?P<outlet>(?:the\s+)?(?-i:[A-Z]).{{1,40}}?)[.,]?$",
        re.IGNORECASE,
    )


def stamps_in(text: str) -> list[Stamp]:
    """Every dated moment in a line, with the label before it as its role."""
    found: list[Stamp] = []
    floor = 0
    for moment in moments_in(text):
        found.append(_stamp(text, floor, moment))
        floor = moment.end
    return found


def _stamp(text: str, floor: int, moment: Moment) -> Stamp:
    label = _label().search(text[floor : moment.start])
    if not label:
        return Stamp(moment.start, moment.end, None, moment.iso, moment.found, moment.clock)
    role: Role = "updated" if label["updated"] else "published"
    return Stamp(floor + label.start(), moment.end, role, moment.iso, moment.found, moment.clock)


@dataclass(frozen=True, slots=True)
class StampLine:
    """A line that is a stamp: its moments, and the block cut into what stands before them, them, and behind."""

    stamps: tuple[Stamp, ...]
    before: Block | None
    stamp: Block
    after: Block | None


def stamp_line(block: Block) -> StampLine | None:
    """The block as a stamp line, or None where it is a sentence or a headline that happens to hold a date."""
    if len(block.words) > 40 or not DIGIT.search(block.text):
        return None
    stamps = stamps_in(block.text)
    if not stamps:
        return _undated(block)
    first, last = stamps[0].start, stamps[-1].end
    between = [block.text[a.end : b.start] for a, b in pairwise(stamps)]
    head, tail = block.text[:first], block.text[last:]
    if not all(_empty(gap) for gap in between):
        return None
    labelled = any(s.role for s in stamps)
    timed = any(s.iso and "T" in s.iso for s in stamps)
    if not (
        _beside(head, labelled=labelled or timed, before=True)
        and _beside(tail, labelled=labelled or timed, before=False, alone=_empty(head) and stamps[-1].iso is not None)
    ):
        return None
    pieces = block.cut(len(head) if not _empty(head) else 0, last if not _empty(tail) else len(block.text))
    before = pieces.pop(0) if not _empty(head) else None
    after = pieces.pop() if not _empty(tail) else None
    return StampLine(tuple(stamps), before, pieces[0], after)


def _undated(block: Block) -> StampLine | None:
    """A line of reading time or age alone: ``3 min read``, ``Updated 5 hours ago``."""
    text = block.text
    label = re.match(
        rf"(?:{either(table('en', 'ingest')['stamps']['updated'] + table('en', 'ingest')['stamps']['published'])})\b",
        text,
        re.IGNORECASE,
    )
    rest = text[label.end() :] if label else text
    if len(block.words) <= 8 and _empty(rest):
        return StampLine((), None, block, None)
    return None


def _empty(text: str) -> bool:
    """Nothing but separators and words of no weight ("at", "3 min read")."""
    return not _filler().sub("", text).strip(SEPARATORS)


def _beside(text: str, *, labelled: bool, before: bool, alone: bool = False) -> bool:
    """Whether what stands beside the moments may do so in a stamp line: nothing, a byline, a name set off by a mark.

    Where the line begins with a full date (``alone``), a topic or a section may stand behind it without a mark.
    """
    if _empty(text):
        return True
    bare = text.strip()
    if len(bare.split()) > 12 or bare.endswith(("?", "!", ".")):
        return False
    if before and (re.match(r"(?:\w+ )?by\b", bare, re.IGNORECASE) or imprint_pattern().match(_unhung(bare))):
        return True
    if (bare[-1] if before else bare[0]) in "|·•●" or (not before and is_page(bare.lstrip(SEPARATORS))):
        return True
    marked = bare[-1] in "/–—-," if before else bare[0] in "/–—-,("
    if not before and alone and len(bare.split()) <= LONGEST_TOPIC and titled(bare):
        return True
    return (labelled or marked) and len(bare.split()) <= 6 and titled(bare)


def _unhung(text: str) -> str:
    return re.sub(r"[\s,]+(?:on|at)?$", "", text)


def titled(text: str) -> bool:
    """Whether the words are written as a name is, so that no sentence runs through the stamp."""
    words = re.findall(r"(?<![\w.])[^\W\d_][\w.'’\-]*", text)
    small = table("en", "ingest")["masthead"]["small"]
    return all(w[0].isupper() or w in small for w in words)
