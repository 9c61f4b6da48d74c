"""Text into logical lines: paragraphs with hard wraps undone, each with the way back to the file's characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from variorum.lang import words
from variorum.model.text import Paragraph, PartKind, Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
WORD = re.compile(r"\S+")
UNEVEN = re.compile(r"[^\S ]|  ")
WIDEST = 132
"""Columns: the widest wire or terminal copy; longer lines are whole paragraphs."""
NEARLY_FULL = 0.8
"""Share of the width from which a line inside a sentence goes on, though the next word would have fitted: the widest
line of a file may stand outside its copy."""
QUOTED = re.compile(r"(?:>\s+)+(?=\S)")
HEADING = re.compile(r"(?P<open>#{1,6}\s+)(?=.*\w)[^#\s].*?(?P<close>(?:\s+#+)?)$")
LINK = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]\s](?:[^\[\]]*[^\[\]\s])?)\]\([^()\s]+\)")
STRONG = re.compile(r"(?<![\w*\\])(?P<mark>\*\*|__)(?=[^\s*_])(?P<words>[^*_]*[^\s*_])(?P=mark)(?![\w*])")
EMPHASIS = re.compile(r"(?<![\w*\\])(?P<mark>[*_])(?=[^\s*_])(?P<words>[^*_]*[^\s*_])(?P=mark)(?![\w*])")
NARROWEST = 36
"""Columns: the narrowest column that copy is wrapped to."""


@dataclass(frozen=True)
class Block:
    """A logical line of the file, or a piece of one: its unwrapped words and what part it is taken for.

    Attributes:
        text, offsets: as in ``Paragraph``.
        kind: None while undecided.
        opens: whether it begins a logical line (and is not the rest of one that was cut).
        marks: places of the marks (Markdown's) that stand in its range and are not read.
    """

    text: str
    offsets: Sequence[int]
    kind: PartKind | None = None
    opens: bool = True
    marks: frozenset[int] = frozenset()

    @property
    def span(self) -> Span:
        """The block's range in the article's text, with the marks at its ends."""
        start, end = self.offsets[0], self.offsets[-1]
        while start - 1 in self.marks:
            start -= 1
        while end in self.marks:
            end += 1
        return Span(start, end)

    @cached_property
    def words(self) -> list[str]:
        """The words, white space apart."""
        return self.text.split()

    def marked(self, kind: PartKind | None) -> Block:
        """The same block taken for another part."""
        return replace(self, kind=kind)

    def cut(self, *at: int) -> list[Block]:
        """The block in pieces, cut before each of these places of its text; no piece is empty."""
        pieces: list[Block] = []
        start = 0
        for end in (*at, len(self.text)):
            piece = self.text[start:end]
            left = start + len(piece) - len(piece.lstrip())
            right = start + len(piece.rstrip())
            if left < right:
                offsets = (*self.offsets[left:right], self.offsets[right - 1] + 1)
                piece_of = replace(self, text=self.text[left:right], offsets=offsets, opens=self.opens and not pieces)
                taken = pieces[-1].span.end if pieces else 0
                pieces.append(replace(piece_of, marks=frozenset(m for m in self.marks if m >= taken)))
            start = max(start, end)
        return pieces

    def paragraph(self) -> Paragraph:
        """The block as a paragraph to be read."""
        if self.kind is None:
            raise ValueError("undecided block")
        return Paragraph(self.kind, self.text, self.offsets)


def blocks_of(text: str, start: int = 0) -> list[Block]:
    """The logical lines of ``text[start:]``, in order, covering every character that is no white space."""
    lines = [(m.start(), m.end()) for m in LINE.finditer(text, start) if not m[0].isspace()]
    width = wrap_width(text, lines)
    return [unmarked(unwrapped(text, first, last)) for first, last in _joined(text, lines, width)]


def unmarked(block: Block) -> Block:
    """The block without Markdown's marks (CommonMark 4.2, 5.1, 6.2, 6.3): headings, quotations, emphasis, links."""
    heading = HEADING.match(block.text)
    quoted = QUOTED.match(block.text)
    gone = set(range(quoted.end())) if quoted else set()
    gone |= {*range(*heading.span("open")), *range(*heading.span("close"))} if heading else set()
    for pattern in (LINK, STRONG, EMPHASIS):
        for found in pattern.finditer(block.text):
            gone |= {*range(found.start(), found.start("words")), *range(found.end("words"), found.end())}
    if not gone:
        return block
    kept = [i for i in range(len(block.text)) if i not in gone]
    return replace(
        block,
        text="".join(block.text[i] for i in kept),
        offsets=(*(block.offsets[i] for i in kept), block.offsets[kept[-1]] + 1),
        marks=_filled(block, gone),
    )


def _filled(block: Block, gone: set[int]) -> frozenset[int]:
    """The places of what is gone, with the white space between a heading's mark and its words."""
    runs = (range(block.offsets[i], block.offsets[i + 1]) for i in gone)
    return frozenset(place for run in runs for place in run)


def unwrapped(text: str, start: int, end: int) -> Block:
    """``text[start:end]`` on one line (it must hold a character that is no white space)."""
    line = text[start:end]
    if not UNEVEN.search(line.strip()):
        start += len(line) - len(line.lstrip())
        return Block(line.strip(), tuple(range(start, start + len(line.strip()) + 1)))
    out: list[str] = []
    offsets: list[int] = []
    before: re.Match[str] | None = None
    for word in WORD.finditer(text, start, end):
        if before and not _split_word(text, before, word):
            out.append(" ")
            offsets.append(before.end())
        out.append(word[0])
        offsets.extend(range(word.start(), word.end()))
        before = word
    return Block("".join(out), (*offsets, offsets[-1] + 1))


@cache
def _suspended() -> frozenset[str]:
    return words("en", "ingest", "unwrap", "suspended")


def _split_word(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a line ends in a hyphen inside a word: joined without a space, the hyphen kept."""
    left, right = before[0], after[0]
    return (
        len(left) > 1
        and left[-1] in "-\u2010"
        and left[-2].isalpha()
        and right[0].islower()
        and bool(BREAKS.search(text, before.end(), after.start()))
        and right.rstrip(".,;:") not in _suspended()
    )


def _ends_sentence(line: str) -> bool:
    return line.rstrip(" \"'”’)]").endswith((".", "!", "?", ":", "…"))


def wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The column at which the file is hard-wrapped, or None where each line is a paragraph.

    A file is wrapped when hardly a line is longer than ``WIDEST`` (an address apart) and its full lines mostly end
    inside a sentence: of the pairs of neighbouring lines at least a quarter go on with a small letter.
    """
    widths = [len(text[a:b].rstrip()) for a, b in lines if " " in text[a:b].strip()]
    fitting = [w for w in widths if w <= WIDEST]
    width = max(fitting, default=0)
    if width < NARROWEST or len(fitting) < 0.9 * len(widths):
        return None
    pairs = [(x, y) for x, y in pairwise(lines) if not _blank_between(text, x[1], y[0])]
    going_on = sum(not _ends_sentence(text[a:b]) and text[c:d].lstrip()[0].islower() for (a, b), (c, d) in pairs)
    return width if going_on and going_on * 4 >= len(pairs) else None


def _blank_between(text: str, end: int, start: int) -> bool:
    gap = text[end:start].replace("\r\n", "\n")
    return len(BREAKS.findall(gap)) > 1


def _joined(text: str, lines: list[tuple[int, int]], width: int | None) -> Iterator[tuple[int, int]]:
    """Ranges of logical lines: a line goes on in the next where that one's first word had no room on it."""
    if not lines:
        return
    start, end = lines[0]
    for a, b in lines[1:]:
        if width is None or _blank_between(text, end, a) or not _goes_on(text, (start, end), (a, b), width):
            yield start, end
            start = a
        end = b
    yield start, end


def _goes_on(text: str, so_far: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    last = text[max(so_far[0], _line_start(text, so_far[1])) : so_far[1]].rstrip()
    following = text[line[0] : line[1]]
    if HEADING.match(last) or HEADING.match(following):
        return False
    indented = following[0].isspace() and not last[0].isspace()
    if indented and _ends_sentence(last):
        return False
    if len(last) > width or len(following) > WIDEST:
        return False
    first_word = following.split(None, 1)[0]
    if len(last) + 1 + len(first_word) > width:
        return True
    if _ends_sentence(last):
        return False
    nearly_full = len(last) > NEARLY_FULL * width and not re.match(r"(?i:by)\s+[A-Z]", following.lstrip())
    return nearly_full or (len(last) * 2 > width and first_word[0].islower())


def _line_start(text: str, end: int) -> int:
    starts = [m.end() for m in BREAKS.finditer(text, max(0, end - WIDEST - 2), end)]
    return starts[bisect_right(starts, end) - 1] if starts else 0
