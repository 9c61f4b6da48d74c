"""The reports themselves: their parts as blocks, with every cited passage marked.

Offsets are code points, which is not what a browser counts, so the text is cut here. Passages nest where they can;
where one crosses another's end, or a block's, it is cut and goes on as a second mark without an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from urllib.parse import urlsplit

from variorum.model.plain import cites_in
from variorum.model.text import Span
from variorum.present.views.dates import day_words, when_words
from variorum.present.views.sources import Row, Source, Sources

BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
HASH_SHOWN = 16
BASIS_WORDS = {
    "stated": "as stated",
    "from_publication": "counted from the report’s own date",
    "inherited": "counted from a date the text has set",
}


@dataclass(slots=True)
class Passage:
    """A cited range and its words: what cites it (``quote``, ``conflict``, ``time``), and a note on it."""

    span: Span
    anchor: str
    exact: str
    uses: set[str] = field(default_factory=set)
    note: str | None = None

    @property
    def classes(self) -> str:
        """The uses, for the page's style."""
        return " ".join(sorted(self.uses))


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins. ``first`` is false where a cut passage goes on."""

    passage: Passage
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost open mark ends."""


Piece = str | Open | Close


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of one part; ``opens`` is true for the first block of its part."""

    kind: str
    opens: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its data and its marked text.

    Attributes:
        url: where it was published; only http and https addresses are kept.
        facts: label and value pairs for its head.
        blocks: its text; None when the record leaves it out.
        passages: the cited passages in order, which stand in for a text left out; empty otherwise.
    """

    source: Source
    language: str
    url: str | None
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...] | None
    passages: tuple[Passage, ...]

    @property
    def has_headline(self) -> bool:
        """Whether its text shows its title."""
        return any(b.kind == "headline" for b in self.blocks or ())


def reports(record: Row, sources: Sources) -> tuple[Report, ...]:
    """The view of ``articles[]``, in order of publication."""
    cited = _passages(record, sources)
    by_id = {a["id"]: a for a in record["articles"]}
    return tuple(_report(by_id[s.id], s, cited[s.id]) for s in sources.all)


def marked(text: str, span: Span, passages: Sequence[Passage]) -> tuple[Piece, ...]:
    """The text of one block, cut at the ends of the passages in it; joined, its strings are the text."""
    todo = [
        (max(p.span.start, span.start), -min(p.span.end, span.end), p.anchor, p.span.start >= span.start, p)
        for p in passages
        if p.span.overlaps(span)
    ]
    heapify(todo)
    out: list[Piece] = []
    ends: list[int] = []
    at = span.start

    def write(to: int) -> None:
        nonlocal at
        if at < to:
            out.append(text[at:to])
            at = to

    while todo:
        start, negative_end, anchor, first, passage = heappop(todo)
        while ends and ends[-1] <= start:
            write(ends.pop())
            out.append(Close())
        if ends and -negative_end > ends[-1]:
            heappush(todo, (ends[-1], negative_end, anchor, False, passage))
            negative_end = -ends[-1]
        write(start)
        out.append(Open(passage, first))
        ends.append(-negative_end)
    while ends:
        write(ends.pop())
        out.append(Close())
    write(span.end)
    return tuple(out)


def _passages(record: Row, sources: Sources) -> dict[str, list[Passage]]:
    """Every cited range of each article, once, with all its uses."""
    found: dict[str, dict[str, Passage]] = {s.id: {} for s in sources.all}

    def note(node: object, use: str | None, words: str | None = None) -> None:
        for cite in cites_in(node):
            anchor = sources.cite({"article": cite.article, "start": cite.start, "end": cite.end, "exact": ""}).anchor
            held = found[cite.article].setdefault(anchor, Passage(cite.span, anchor, cite.exact))
            if use:
                held.uses.add(use)
            held.note = held.note or words

    note({k: v for k, v in record.items() if k not in ("articles", "times")}, None)
    note(record["quotes"], "quote")
    note([d for d in record["differences"] if d["verdict"] == "conflict"], "conflict")
    for time in record["times"]:
        note(time, "time" if time["from"] else None, _time_note(time))
    return {article: list(rows.values()) for article, rows in found.items()}


def _time_note(time: Row) -> str | None:
    if not time["from"]:
        return None
    basis = BASIS_WORDS.get(time["basis"] or "")
    return f"= {when_words(time)}" + (f" ({basis})" if basis else "")


def _report(article: Row, source: Source, passages: Sequence[Passage]) -> Report:
    text = article.get("text")
    url = article.get("url")
    return Report(
        source=source,
        language=article["language"],
        url=url if url and urlsplit(url).scheme in ("http", "https") else None,
        facts=tuple(_facts(article)),
        blocks=tuple(_blocks(text, article["parts"], passages)) if text else None,
        passages=() if text else tuple(sorted(passages, key=lambda p: (p.span, p.anchor))),
    )


def _facts(article: Row) -> Iterator[tuple[str, str]]:
    if article["byline"]:
        yield "By", ", ".join(article["byline"])
    if article["agencies"]:
        yield "Agency", ", ".join(article["agencies"])
    for label, key in (("Published", "published"), ("Updated", "updated")):
        if article[key]:
            yield label, _stamp_words(article[key])
    if line := article["dateline"]:
        yield "Dateline", ", ".join(filter(None, (line["place"], day_words(line["date"]) if line["date"] else "")))
    if article.get("path"):
        yield "File", article["path"]
    yield "SHA-256 of the text", f"{article['text_sha256'][:HASH_SHOWN]}…"


def _stamp_words(stamp: str) -> str:
    """An ISO stamp with its time and zone, if it has one."""
    clock = stamp[11:].replace("Z", " UTC")
    return f"{day_words(stamp)}, {clock}" if clock else day_words(stamp)


def _blocks(text: str, parts: Sequence[Mapping[str, object]], passages: Sequence[Passage]) -> Iterator[Block]:
    at = 0
    for part in (*parts, {"kind": "body", "start": len(text), "end": len(text)}):
        start, end = part["start"], part["end"]
        assert isinstance(start, int) and isinstance(end, int)
        for kind, first, last in (("body", at, start), (str(part["kind"]), start, end)):
            for i, span in enumerate(_paragraphs(text, first, last)):
                yield Block(kind, i == 0, marked(text, span, passages))
        at = max(at, end)


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    """The stretches between blank lines that hold more than white space."""
    spans, at = [], start
    for gap in BLANK_LINE.finditer(text, start, end):
        spans.append(Span(at, gap.start()))
        at = gap.end()
    spans.append(Span(at, end))
    return [s for s in spans if text[s.start : s.end].strip()]
