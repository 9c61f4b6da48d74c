"""NewsReader MEANTIME (Minard et al. 2016, CC BY 4.0): articles with TIMEX3 gold, from its CAT XML files."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from eval.timex.gold import GoldArticle, Timex, half_of
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.text import Paragraph, Part, Span

ANNOTATED = 6
"""Only the title, the date line and the next four sentences carry gold (the corpus' guidelines, NWR-2014-2-2)."""
NO_SPACE_BEFORE = re.compile(r"[,.;:!?)%\]]|'s?|''|n't|'(re|ve|ll|d|m)|\.\.\.")
NO_SPACE_AFTER = re.compile(r"[(\[$£€#]|``|US\$")
MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


def load(folder: Path) -> Iterator[GoldArticle]:
    """Every article of the corpus, by name.

    Raises:
        FileNotFoundError: the folder holds no ``intra-doc_annotation/*/*.xml``.
    """
    files = sorted(folder.glob("intra-doc_annotation/*/*.xml"))
    if not files:
        raise FileNotFoundError(f"{folder}: no intra-doc_annotation/*/*.xml")
    return (_article(path) for path in files)


def sentences(path: Path) -> list[str]:
    """All sentences of one of its files, by their numbers."""
    text, _, _ = _text(list(ET.parse(path).getroot().iter("token")))
    return text.split("\n")


def _article(path: Path) -> GoldArticle:
    root = ET.parse(path).getroot()
    rows = [t for t in root.iter("token") if int(t.get("sentence", "0")) < ANNOTATED]
    text, places, paragraphs = _text(rows)
    gold, creation, day = [], [], None
    for timex in root.iter("TIMEX3"):
        spans = [places[i] for a in timex.iter("token_anchor") if (i := a.get("t_id", "")) in places]
        if timex.get("functionInDocument") == "CREATION_TIME":
            day = timex.get("value")
            creation += [Span(min(s.start for s in spans), max(s.end for s in spans))] if spans else []
        elif spans:
            start, end = min(s.start for s in spans), max(s.end for s in spans)
            gold.append(Timex(start, end, timex.get("type", ""), timex.get("value", "")))
    parts = tuple(Part(p.kind, p.span(0, len(p.text))) for p in paragraphs)
    article = Article(
        id=make_id("article", path.stem), path=path.name, url=None, raw_sha256="", text=text, parts=parts,
        paragraphs=tuple(paragraphs), outlet="Wikinews", agencies=(), byline=(), title=None,
        published=_iso(day), updated=None, dateline=None, language="en",
    )  # fmt: skip
    return GoldArticle(
        path.stem, half_of(path.stem), article, tuple(sorted(gold, key=lambda t: t.start)), tuple(creation)
    )


def _iso(day: str | None) -> str | None:
    """The creation day; the corpus writes one of them day first."""
    if day and (m := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", day)):
        return f"{m[3]}-{m[2]}-{m[1]}"
    return day[:10] if day else None


def _text(rows: list[ET.Element]) -> tuple[str, dict[str, Span], list[Paragraph]]:
    """The running text with a line a sentence, each token's place in it, and the lines as paragraphs."""
    text, places = "", dict[str, Span]()
    paragraphs: list[Paragraph] = []
    start, last = 0, None
    for row in rows:
        word = MARKS.get(row.text or "", row.text or "")
        if last is not None and row.get("sentence") != last.get("sentence"):
            paragraphs.append(_paragraph(text, start, first=not paragraphs))
            text += "\n"
            start = len(text)
        elif (
            last is not None
            and not NO_SPACE_BEFORE.fullmatch(row.text or "")
            and not NO_SPACE_AFTER.fullmatch(last.text or "")
        ):
            text += " "
        places[row.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text += word
        last = row
    paragraphs.append(_paragraph(text, start, first=not paragraphs))
    return text, places, paragraphs


def _paragraph(text: str, start: int, *, first: bool) -> Paragraph:
    return Paragraph("headline" if first else "body", text[start:], tuple(range(start, len(text) + 1)))
