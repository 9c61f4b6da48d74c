"""Which of a page's lines are the report's, and what part each is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from variorum.ingest.agencies import agency
from variorum.ingest.blocks import Block, unwrapped
from variorum.ingest.boilerplate import fold, is_boilerplate
from variorum.ingest.bylines import bare_byline, byline, closing
from variorum.ingest.captions import is_caption
from variorum.ingest.datelines import dateline
from variorum.ingest.html_lines import Line
from variorum.ingest.html_tree import elements, quiet
from variorum.ingest.prose import ends_sentence
from variorum.ingest.stamps import stamp_line
from variorum.lang import table
from variorum.model.text import PartKind

LINKED = 0.6
"""Share of a line in links from which it leads elsewhere and is no sentence of the report."""
ABOVE = 6
"""Lines above the headline in which the caption of a picture on top of the page is looked for."""
FEW = 2
"""Sentences found on a page below which one is enough to show where the others stand."""
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
ALIKE = 0.5
"""Share of words that a heading has in common with the title that the page declares."""
STANDING_ALONE = 60
"""Characters from which a line found inside the extracted text is the same line, and not a word of it."""


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
    body = _body(lines, _extracted(tree))
    prose = [i for i in sorted(body) if is_prose_line(lines[i])]
    if not prose:
        return []
    at = _headline(lines, prose, title)
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


def _extracted(tree: Any) -> list[str]:
    """The folded lines of what trafilatura takes for the text."""
    from trafilatura import bare_extraction

    quiet("trafilatura")
    found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False)
    if found is None:
        return []
    text = getattr(found, "body", None)
    if text is None:
        return []
    out = []
    for element in text.iter("p", "head", "item", "quote", "cell", "lb", "code", "list", "row"):
        out += [
            _key(t) for t in (*(element.itertext() if element.tag not in ("list", "row") else ()), element.tail) if t
        ]
        out.append(_key(" ".join(element.itertext())))
    return [t for t in out if t]


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _body(lines: Sequence[Line], extracted: Sequence[str]) -> set[int]:
    """Places of the body's lines: extracted, or among extracted ones and like them."""
    whole, joined = set(extracted), "\n".join(extracted)
    keys = [_key(line.text) for line in lines]
    able = [i for i, line in enumerate(lines) if line.role not in ("headline", "caption", "byline", "stamp")]
    found = {i for i in able if keys[i] in whole or (_stands_alone(keys[i]) and keys[i] in joined)}
    found = found or _densest(lines, able)
    prose = Counter(lines[i].parent for i in found if is_prose_line(lines[i]))
    outer = Counter(lines[i].outer for i in found if is_prose_line(lines[i]))
    few = 0 if prose.total() <= FEW else 1
    first, last = min(found, default=0), max(found, default=-1)
    for i in able:
        line = lines[i]
        near = prose[line.parent] > few or (first < i < last and (prose[line.outer] > 1 or outer[line.outer] > 1))
        if near and line.tag in elements("paragraphs") and line.role in (None, "heading", "item"):
            found.add(i)
    return {i for i in found if not (_leads_away(lines[i]) or _is_notice(lines[i]) or _heads_links(lines, i))}


def _stands_alone(key: str) -> bool:
    """Whether a line's letters are too many to be met by chance; the scripts with most letters need fewest."""
    return len(key) >= (STANDING_ALONE if key.isascii() else STANDING_ALONE // 3)


def is_prose_line(line: Line) -> bool:
    """Whether a line is made of sentences; the full stops of other scripts are not looked for."""
    return line.role != "heading" and (
        ends_sentence(line.text) or len(line.text) > STANDING_ALONE or (not line.text.isascii() and len(line.text) > 25)
    )


def _heads_links(lines: Sequence[Line], i: int) -> bool:
    """Whether a heading stands over links alone, whatever language it says so in."""
    return lines[i].role == "heading" and i + 1 < len(lines) and _leads_away(lines[i + 1])


def _is_notice(line: Line) -> bool:
    """A button, a label, a notice by its words; who holds the rights is kept, for it names the outlet."""
    return is_boilerplate(_block(line.text)) and not re.match(r"\W*(?:©|copyright)", line.text, re.IGNORECASE)


def _densest(lines: Sequence[Line], able: Iterable[int]) -> set[int]:
    """The paragraphs of the container with most prose, where nothing was extracted."""
    able = [i for i in able if not _leads_away(lines[i])]
    sizes: Counter[int] = Counter()
    for i in able:
        if is_prose_line(lines[i]):
            sizes[lines[i].parent] += len(lines[i].text)
    best = max(sizes, key=lambda p: (sizes[p], -p), default=None)
    return {i for i in able if lines[i].parent == best}


def _leads_away(line: Line) -> bool:
    """A link to another report, a button, a label of such: no sentence, or one that lies wholly in a link."""
    if line.linked >= 1 or (line.linked >= LINKED and not ends_sentence(line.text)):
        return True
    label = line.text.partition(":")[0] if ":" in line.text[:40] else ""
    return line.linked > 0 and bool(label) and is_boilerplate(_block(line.text))


def _block(text: str) -> Block:
    return unwrapped(text, 0, len(text))


def _headline(lines: Sequence[Line], prose: Sequence[int], title: str | None) -> int | None:
    """The heading that says most of the declared title: above the body, or where none is there above its second half.

    Pages with a gallery on top have sentences above their headline.
    """
    found = _headline_above(lines, prose[0], title)
    return found if found is not None else _headline_above(lines, prose[len(prose) // 2], title, sure=True)


def _headline_above(lines: Sequence[Line], first: int, title: str | None, *, sure: bool = False) -> int | None:
    own = _words(title or "")
    roles = ("headline",) if sure else ("headline", "heading")
    above = [i for i, line in enumerate(lines[:first]) if line.role in roles]

    def score(i: int) -> float:
        words = _words(lines[i].text)
        return 2 * len(words & own) / (len(words) + len(own)) if words else 0.0

    alike = [i for i in above if score(i) >= ALIKE] or [
        i for i, line in enumerate(lines[:first]) if len(own) > 2 and _words(line.text) == own
    ]
    if alike:
        return max(alike, key=lambda i: (round(score(i), 1), lines[i].role == "headline", -i))
    if sure:
        return None
    stated = [i for i in above if lines[i].role == "headline" and len(_words(lines[i].text)) > 1]
    return stated[-1] if stated and not own else next((i for i in stated[::-1] if lines[i].linked < LINKED), None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


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
    return not _leads_away(line) and (ends_sentence(line.text) or is_caption(line.text))


def _runs_on(line: Line) -> bool:
    """A few words before a dash that are set apart from the sentence they open: place and outlet."""
    return len(line.text.split()) <= CLOCK and line.text.endswith(("—", "–", "--")) and not dateline(line.text)


def _is_deck(line: Line) -> bool:
    """Whether a heading right under the headline says more of it."""
    return line.role == "heading" and not line.linked and len(line.text.split()) > LISTED


def _beside(line: Line, *, before: bool, behind: bool) -> PartKind | LeftOut | None:
    """The part of a line that is none of the body's; ``LEFT_OUT`` for one that is not the report's."""
    block = _block(line.text)
    short = len(block.words) <= SHORT
    if line.role == "caption":
        return LEFT_OUT if behind or _leads_away(line) or _is_notice(line) else "caption"
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
    if (line.role == "standfirst" or listed) and before and not _leads_away(line):
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
    return bool(named or dateline(words) or closing(words) or byline(words) or stamp_line(_block(words)))


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
