"""Where on a page the report's sentences stand, and which heading is theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from variorum.ingest.blocks import Block, unwrapped
from variorum.ingest.boilerplate import is_boilerplate
from variorum.ingest.html_lines import Line
from variorum.ingest.html_tree import elements, quiet
from variorum.ingest.prose import ends_sentence

LINKED = 0.6
"""Share of a line in links from which it leads elsewhere and is no sentence of the report."""
FEW = 2
"""Sentences found on a page below which one is enough to show where the others stand."""
ALIKE = 0.5
"""Share of words that a heading has in common with the title that the page declares."""
STANDING_ALONE = 60
"""Characters from which a line found inside the extracted text is the same line, and not a word of it."""


def _extracted(tree: Any) -> list[str]:
    """The folded lines of what trafilatura takes for the text."""
    from trafilatura import bare_extraction

    quiet("trafilatura")
    found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False)
    text = getattr(found, "body", None)
    out: list[str] = []
    for element in () if text is None else text.iter("p", "head", "item", "quote", "cell", "lb", "code", "list", "row"):
        own = () if element.tag in ("list", "row") else element.itertext()
        out += [*own, element.tail or "", " ".join(element.itertext())]
    return [key for words in out if (key := _key(words))]


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def body_lines(lines: Sequence[Line], tree: Any) -> set[int]:
    """Places of the body's lines.

    They are those that trafilatura finds (https://trafilatura.readthedocs.io), and their like beside them.
    """
    text = _extracted(tree)
    whole, joined = set(text), "\n".join(text)
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
    return {i for i in found if not (leads_away(lines[i]) or is_notice(lines[i]) or _heads_links(lines, i))}


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
    return lines[i].role == "heading" and i + 1 < len(lines) and leads_away(lines[i + 1])


def is_notice(line: Line) -> bool:
    """A button, a label, a notice by its words; who holds the rights is kept, for it names the outlet."""
    return is_boilerplate(block_of(line.text)) and not re.match(r"\W*(?:©|copyright)", line.text, re.IGNORECASE)


def _densest(lines: Sequence[Line], able: Iterable[int]) -> set[int]:
    """The paragraphs of the container with most prose, where nothing was extracted."""
    able = [i for i in able if not leads_away(lines[i])]
    sizes: Counter[int] = Counter()
    for i in able:
        if is_prose_line(lines[i]):
            sizes[lines[i].parent] += len(lines[i].text)
    best = max(sizes, key=lambda p: (sizes[p], -p), default=None)
    return {i for i in able if lines[i].parent == best}


def leads_away(line: Line) -> bool:
    """A link to another report, a button, a label of such: no sentence, or one that lies wholly in a link."""
    if line.linked >= 1 or (line.linked >= LINKED and not ends_sentence(line.text)):
        return True
    label = line.text.partition(":")[0] if ":" in line.text[:40] else ""
    return line.linked > 0 and bool(label) and is_boilerplate(block_of(line.text))


def block_of(text: str) -> Block:
    """A line as the finders of ingest take it."""
    return unwrapped(text, 0, len(text))


def headline_line(lines: Sequence[Line], prose: Sequence[int], title: str | None) -> int | None:
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
