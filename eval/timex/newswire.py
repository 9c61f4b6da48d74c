"""The project's own pieces in the manner of dailies, agencies and broadcasts, tagged by TimeML's guidelines.

``== name | published`` opens a piece, each line is a paragraph, ``{words|value}`` an expression. The type follows from
the value: ``SET`` is said, ``P...`` is a DURATION, ``...T...`` after a date a TIME, all else a DATE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from eval.timex.gold import GoldArticle, Timex, half_of
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.text import Paragraph, Part

FOLDER = Path(__file__).parent / "newswire"
HEADING = re.compile(r"== ([\w-]+) \| (\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)")
TAGGED = re.compile(r"\{([^{}|]+)\|(SET )?([^{}|]+)\}")


def load(folder: Path = FOLDER) -> list[GoldArticle]:
    """Every piece of the folder's ``*.txt``, in order of file and place.

    Raises:
        FileNotFoundError: the folder holds none.
        ValueError: a line stands before any heading, or has a brace that tags nothing.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"{folder}: no *.txt")
    return [piece for file in files for piece in _pieces(file)]


def type_of(value: str, *, repeated: bool = False) -> str:
    """The TIMEX3 type that a value has."""
    if repeated:
        return "SET"
    if re.match(r"P[\dXT]", value):
        return "DURATION"
    return "TIME" if re.match(r"[\dX]{4}-[\dX]{2}-[\dX]{2}T", value) else "DATE"


def _pieces(file: Path) -> Iterator[GoldArticle]:
    heading: re.Match[str] | None = None
    lines: list[str] = []
    for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("=="):
            if heading:
                yield _piece(heading, lines)
            heading, lines = HEADING.fullmatch(line), []
        elif line and not line.startswith("#"):
            lines.append(line)
            if not heading or re.search(r"[{}]", TAGGED.sub("", line)):
                raise ValueError(f"{file}:{n}: no heading before, or a brace that tags nothing: {line}")
    if heading:
        yield _piece(heading, lines)


def _piece(heading: re.Match[str], lines: list[str]) -> GoldArticle:
    text, gold = "", []
    paragraphs: list[Paragraph] = []
    for line in lines:
        start, at = len(text), 0
        for m in TAGGED.finditer(line):
            text += line[at : m.start()] + m[1]
            gold.append(Timex(len(text) - len(m[1]), len(text), type_of(m[3], repeated=bool(m[2])), m[3]))
            at = m.end()
        text += line[at:]
        paragraphs.append(Paragraph("body", text[start:], tuple(range(start, len(text) + 1))))
        text += "\n"
    article = Article(
        id=make_id("article", heading[1]), path=f"{heading[1]}.txt", url=None, raw_sha256="", text=text,
        parts=tuple(Part(p.kind, p.span(0, len(p.text))) for p in paragraphs), paragraphs=tuple(paragraphs),
        outlet=None, agencies=(), byline=(), title=None, published=heading[2], updated=None, dateline=None,
        language="en",
    )  # fmt: skip
    return GoldArticle(heading[1], half_of(heading[1]), article, tuple(gold))
