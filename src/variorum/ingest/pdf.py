"""PDF: press releases, and the exports of newspaper databases. By pypdf (https://pypdf.readthedocs.io).

A page says where each word stands, not which words are a paragraph: lines are put together by their height on the page,
and a gap wider than the page's own leading, or another size of type, opens a new paragraph.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from variorum.errors import FormatError, InputError, UnreadableError
from variorum.ingest.declared import Declared
from variorum.ingest.documents import read_text
from variorum.ingest.source import Source
from variorum.model.article import Article, Failure

MOST_PAGES = 1_000
MOST_STEPS = 2_000_000
"""Steps of drawing in a document: a page of print has some hundred; forms that draw one another may have billions."""
DRAWN = 1_000
"""Steps that the drawing of a form is counted for: its resources are read anew each time."""
WIDE = 1.35
"""Times the page's leading from which a gap between two lines opens a paragraph."""
SIZES = 0.15
"""Share of a line's size by which another line's must differ to be other type."""
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": ""}
)
MARKS = r"[\s\-\u2013\u2014|]*"
FOLIO = re.compile(rf"{MARKS}(?:page\s+)?\d{{1,4}}(?:\s*(?:/|of)\s*\d{{1,4}})?{MARKS}", re.IGNORECASE)
"""A page's number alone on its line."""
EDGE = 2
"""Lines at a page's head and foot among which running heads are looked for."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    height: float
    size: float


def read(source: Source) -> Iterator[Article | Failure]:
    """The reports of a document; running heads and page numbers are left out.

    A page that cannot be read is named, and the others are read.

    Raises:
        FormatError: no PDF, a damaged or encrypted one.
        UnreadableError: too large, or no text in it (pictures of pages have none).
    """
    raw = source.raw
    try:
        pages, problems = _pages(raw, source.path)
    except InputError:
        raise
    except NotImplementedError as error:
        raise FormatError(source.path, f"encrypted, or made in a way that is not known: {error}") from None
    except Exception as error:  # pypdf raises whatever a broken file leads it to
        raise FormatError(source.path, f"not a PDF, or a damaged one: {type(error).__name__}: {error}") from None
    text = "\n\n".join(filter(None, (_text(lines) for lines in _without_running_heads(pages))))
    if not text.strip():
        why = problems[0] if problems else "no text in it; pictures of pages are not read"
        raise UnreadableError(source.path, why)
    yield from read_text(text, source.stating(Declared(captured=_made(raw))))
    yield from (Failure(source.path, "ingest", problem) for problem in problems)


def _open(raw: bytes) -> Any:
    import pypdf

    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # a library's warnings are not for the reader's terminal
        logger.propagate = False
    return pypdf.PdfReader(io.BytesIO(raw), strict=False)


def _pages(raw: bytes, path: str) -> tuple[list[list[_Line]], list[str]]:
    """The lines of each page, and what was wrong with pages."""
    from pypdf.errors import DependencyError

    document = _open(raw)
    if document.is_encrypted:
        try:
            opened = document.decrypt("")
        except (DependencyError, NotImplementedError):
            opened = 0
        if not opened:
            raise FormatError(path, "encrypted")
    gathered: list[list[_Line]] = []
    problems: list[str] = []
    steps = [0]
    for number, page in enumerate(document.pages, start=1):
        if number > MOST_PAGES:
            problems.append(f"more than {MOST_PAGES:,} pages; the rest is left unread")
            break
        try:
            gathered.append(_lines(page, steps, path))
        except UnreadableError:
            raise
        except Exception as error:  # as above, for one page
            problems.append(f"page {number} cannot be read: {type(error).__name__}: {error}")
    return gathered, problems


def _lines(page: Any, steps: list[int], path: str) -> list[_Line]:
    lines: list[_Line] = []
    words: list[str] = []
    place = (0.0, 0.0)

    def close() -> None:
        if text := " ".join("".join(words).split()):
            lines.append(_Line(text.translate(LIGATURES), *place))
        words.clear()

    def take(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        nonlocal place
        for i, piece in enumerate(text.split("\n")):
            if i:
                close()
            if piece.strip() and not "".join(words).strip():
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
                place = (tm[4] * cm[1] + tm[5] * cm[3] + cm[5], round(float(size) * scale, 1))
            words.append(piece)

    def count(step: object = b"", *_: object) -> None:
        steps[0] += DRAWN if step == b"Do" else 1
        if steps[0] > MOST_STEPS:
            raise UnreadableError(path, f"more than {MOST_STEPS:,} steps of drawing in it")

    page.extract_text(visitor_text=take, visitor_operand_before=count)
    if steps[0] > MOST_STEPS:  # the library may have taken the refusal for a broken form
        count()
    close()
    return lines


def _text(lines: Sequence[_Line]) -> str:
    """A page's lines with a blank one where a paragraph begins."""
    steps = [(a.height - b.height, a.size) for a, b in pairwise(lines)]
    gaps = Counter(round(step) for step, size in steps if 0 < step < 4 * max(size, 1))
    leading = min((g for g, n in gaps.items() if n == max(gaps.values())), default=0)
    out: list[str] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None:
            gap = before.height - line.height
            other = abs(before.size - line.size) > SIZES * max(before.size, line.size)
            out.append("\n\n" if other or (leading and gap > WIDE * leading) or gap < -leading else "\n")
        out.append(line.text)
    return "".join(out)


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """The pages without their numbers, and without lines that stand at the head or foot of half of them or more."""
    seen = Counter(key for page in pages for key in {_key(line) for line in (*page[:EDGE], *page[-EDGE:])})
    running = {key for key, n in seen.items() if n > 1 and 2 * n >= len(pages)}
    kept = []
    for page in pages:
        edges = {*range(EDGE), *range(len(page) - EDGE, len(page))}
        kept.append(
            [
                line
                for i, line in enumerate(page)
                if i not in edges or not (FOLIO.fullmatch(line.text) or _key(line) in running)
            ]
        )
    return kept


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _made(raw: bytes) -> str | None:
    """The day that the file was made, by its own word: the report in it was written before."""
    try:
        made = _open(raw).metadata.creation_date
    except Exception:  # a fact of little weight in whatever state the file is
        return None
    return made.date().isoformat() if made else None
