"""Which of a page's lines are the report's, and what part each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from variorum.ingest.agencies import agency
from variorum.ingest.boilerplate import fold, is_boilerplate
from variorum.ingest.bylines import bare_byline, byline
from variorum.ingest.captions import is_caption
from variorum.ingest.closings import closing
from variorum.ingest.datelines import dateline
from variorum.ingest.html_body import LINKED, block_of, body_lines, headline_line, is_notice, is_prose_line, leads_away
from variorum.ingest.html_lines import Line
from variorum.ingest.prose import ends_sentence
from variorum.ingest.stamps import stamp_line
from variorum.lang import table
from variorum.model.text import PartKind

ABOVE = 6
"""Lines above the headline in which the caption of a picture on top of the page is looked for."""
TAIL = 12
"""Lines behind the body in which a credit is looked for."""
SHORT = 25
"""Words of the longest byline, stamp or credit."""
CLOCK = 6
"""Words of the longest stamp inside a body, as live pages have them."""
STANDFIRST = 8
"""Words from which a heading above the body is a standfirst."""
LISTED = 4
"""Words from which an item above the body is one of its key points."""


LeftOut = Literal["left out"]
LEFT_OUT: LeftOut = "left out"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A line of the report and its part; None where the line's own words are to decide."""

    line: Line
    kind: PartKind | None


def choose(lines: Sequence[Line], tree: Any, title: str | None) -> list[Chosen]:
    """The report's lines in the order they stand on the page: headline, what is below it, body, credits.

    The body is what trafilatura finds (https://trafilatura.readthedocs.io), and its neighbours of the same kind; the
    other parts are those that the markup names, between headline and body.

    Args:
        lines: all lines of the stripped tree.
        tree: that tree; it is left as it is.
        title: the title that the page declares.
    """
    body = body_lines(lines, tree)
    prose = [i for i in sorted(body) if is_prose_line(lines[i])]
    if not prose:
        return []
    at = headline_line(lines, prose, title)
    prose = [i for i in prose if at is None or i > at] or prose[-1:]
    prose = _until_signed(lines, prose, body)
    body = {i for i in body if (at is None or i > at) and (i <= prose[-1] or closing(lines[i].text))}
    body = {i for i in body if i >= prose[0] or not _is_label(lines[i])}
    chosen = _kinds(lines, body, at, prose[0])
    if any(chosen[i] == "stamp" for i in body if i > prose[0]):
        chosen |= {i: "body" for i in body if chosen[i] is None and not _is_furniture(lines[i])}
    return [Chosen(lines[i], kind) for i, kind in _once(lines, chosen)]


def _kinds(lines: Sequence[Line], body: set[int], at: int | None, begun: int) -> dict[int, PartKind | None]:
    """The parts of the report's lines, by their places.

    Args:
        lines: all lines.
        body: places of those of the body.
        at: place of the headline.
        begun: place of the first sentence.
    """
    first, last = min(body), max(body)
    chosen: dict[int, PartKind | None] = {}
    for i in range(0 if at is None else max(0, at - ABOVE), min(last + 1 + TAIL, len(lines))):
        kind: PartKind | LeftOut | None
        if i == at:
            kind = "headline"
        elif at is not None and i < at:
            kind = _above(lines[i])
        elif i in body:
            kind = _part(lines[i], before=i < begun)
        elif at is not None and i == at + 1 and i < first and _is_deck(lines[i]):
            kind = "summary"
        else:
            kind = _beside(lines[i], before=i < first, behind=i > last)
        if kind != LEFT_OUT:
            chosen[i] = kind
    return chosen


def _above(line: Line) -> PartKind | LeftOut:
    """The part of a line above the headline: a picture's caption, a stamp."""
    if line.role == "caption" and _describes(line):
        return "caption"
    dated = line.role == "stamp" and not line.linked and len(line.text.split()) <= SHORT
    return "stamp" if dated and any(c.isdigit() for c in line.text) else LEFT_OUT


def _until_signed(lines: Sequence[Line], prose: Sequence[int], body: set[int]) -> list[int]:
    """The body's sentences up to the credit that signs it, where what follows stands elsewhere on the page."""
    late = prose[len(prose) // 3]
    signed = next((i for i in sorted(body) if i > late and closing(lines[i].text)), None)
    if signed is None:
        return list(prose)
    own = {lines[i].parent for i in prose if i < signed}
    return [i for i in prose if i <= signed or lines[i].parent in own]


def _part(line: Line, *, before: bool) -> PartKind | None:
    """The part of one of the body's lines; above the first prose, a heading or an item sums up what follows."""
    if line.moment and len(line.text.split()) <= CLOCK:
        return "stamp"
    if line.author and len(line.text.split()) <= SHORT:
        return None if byline(line.text) else "byline"
    if before and _runs_on(line):
        return "dateline"
    if line.role == "heading" or (line.role == "item" and line.tag == "li"):
        return "summary" if before and len(line.text.split()) >= STANDFIRST else "body"
    return "summary" if before and line.role == "standfirst" else None


def _describes(line: Line) -> bool:
    """Whether a picture's line above the headline is a sentence or bears a credit, and leads nowhere."""
    return not leads_away(line) and (ends_sentence(line.text) or is_caption(line.text))


def _runs_on(line: Line) -> bool:
    """A few words before a dash that are set apart from the sentence they open: place and outlet."""
    return len(line.text.split()) <= CLOCK and line.text.endswith(("—", "–", "--")) and not dateline(line.text)


def _is_deck(line: Line) -> bool:
    """Whether a heading right under the headline says more of it."""
    return line.role == "heading" and not line.linked and len(line.text.split()) > LISTED


def _beside(line: Line, *, before: bool, behind: bool) -> PartKind | LeftOut | None:
    """The part of a line that is none of the body's; ``LEFT_OUT`` for one that is not the report's."""
    block = block_of(line.text)
    short = len(block.words) <= SHORT
    if line.role == "caption":
        return LEFT_OUT if behind or leads_away(line) or is_notice(line) else "caption"
    if behind:
        signed = short and line.linked < LINKED and closing(line.text)
        return None if signed else "byline" if line.role == "byline" and short and byline(line.text) else LEFT_OUT
    if line.role in ("byline", "stamp") or line.moment or line.author:
        if not short:
            return LEFT_OUT
        if stamp_line(block) or byline(line.text):
            return None
        return "stamp" if line.role == "stamp" or line.moment else "byline"
    listed = line.tag == "li" and not line.linked and len(block.words) >= LISTED and not is_boilerplate(block)
    if (line.role == "standfirst" or listed) and before and not leads_away(line):
        return "summary"
    if before and _runs_on(line):
        return "dateline"
    alone = before and (agency(line.text) or (" " in line.text and bare_byline(line.text)))
    furniture = alone or stamp_line(block) or byline(line.text)
    if furniture and line.linked < 1 and short:
        return None
    if before and line.linked < LINKED and (dateline(line.text) or is_caption(line.text)):
        return None
    return LEFT_OUT


def _is_label(line: Line) -> bool:
    """A word or two above the body that say neither who nor when nor where: the name of a button, of a list."""
    return len(line.text.split()) < LISTED and line.role != "heading" and not line.moment and not _is_furniture(line)


def _is_furniture(line: Line) -> bool:
    """Whether a line's words are more than its text: a dateline, a credit, a stamp."""
    words = line.text
    named = agency(words) or (" " in words and bare_byline(words))
    return bool(named or dateline(words) or closing(words) or byline(words) or stamp_line(block_of(words)))


def _once(lines: Sequence[Line], chosen: dict[int, PartKind | None]) -> Iterable[tuple[int, PartKind | None]]:
    """Without lines that a page prints twice, for two widths of screen."""
    seen: set[str] = set()
    for i, kind in sorted(chosen.items()):
        key = fold(lines[i].text)
        if key in seen and (len(key.split()) >= 4 or kind in ("byline", "stamp", "caption")):
            continue
        seen.add(key)
        yield i, kind


def is_walled(lines: Sequence[Line]) -> bool:
    """Whether the page asks to subscribe before one reads on."""
    notices = table("en", "pages")["paywall"]["notices"]
    return any(n in line.text.lower() for line in lines if len(line.text) < 300 for n in notices)
