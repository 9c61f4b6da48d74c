"""Reports written out as parses, one token a word, so that a fuzzer can change any part of them.

A token is ``form/lemma/TAG/POS/dep/head/label``; the head is how many tokens away it is (``-2``), ``0`` for a root.
A form that begins with ``+`` stands close to the one before it. ``||`` begins a sentence, a line break a paragraph
(``# `` makes it a headline); ``@2026-01-13`` alone on a line is the day of publication, ``====`` begins another report.

Reading is lenient: what is left out or out of range takes a plain value, a circle of heads is cut, so that every text
is a spec.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Parse
from variorum.model.text import Paragraph, Part, Span

PLAIN = ("", "", "NN", "NOUN", "dep", "0", "")
"""What stands for a token's fields that are left out."""
LONGEST = 4000
"""Tokens of a paragraph that are read; what is long beyond that is the parser's to cut."""

STAMP = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?)?", re.ASCII)


def reports(spec: str) -> list[tuple[Article, list[Parse]]]:
    """The reports of a spec with their parses; those without a token are left out."""
    found = (_report(part, n) for n, part in enumerate(spec.split("====")))
    return [(article, parses) for article, parses in found if parses]


def written(article: Article, parses: Sequence[Parse]) -> str:
    """A parsed report as its spec."""
    lines = [f"@{article.published}"] if article.published else []
    for paragraph, parse in zip(article.paragraphs, parses, strict=True):
        mark = "# " if paragraph.kind == "headline" else ""
        lines.append(mark + " ".join(_tokens(paragraph.text, parse)))
    return "\n".join(lines) + "\n"


def _tokens(text: str, parse: Parse) -> Iterator[str]:
    begins = {first for first, _ in parse.sentences if first}
    columns = zip(parse.lemmas, parse.tags, parse.pos, parse.deps, parse.heads, parse.labels, strict=True)
    for n, row in enumerate(columns):
        lemma, tag, pos, dep, head, label = row
        if n in begins:
            yield "||"
        close = "+" if n and parse.starts[n] == parse.ends[n - 1] else ""
        form = text[parse.starts[n] : parse.ends[n]]
        yield "/".join((close + form, lemma.replace("/", "|"), tag, pos, dep, str(head - n), label))


@dataclass
class _Columns:
    """A paragraph under way."""

    text: str = ""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)

    def add(self, word: str) -> None:
        form, *given = word.rsplit("/", 6)
        row = [form, *(g or p for g, p in zip(given, PLAIN[1:], strict=False)), *PLAIN[1 + len(given) :]]
        close = form.startswith("+") and len(form) > 1
        form = form[1:] if close else form or "x"
        start = len(self.text) + (not close and bool(self.text))
        self.text = self.text.ljust(start) + form
        self.spans.append((start, len(self.text)))
        self.rows.append((form, row[1] or form.lower(), *row[2:]))

    def parse(self) -> Parse:
        count = len(self.rows)
        cuts = [0, *(c for c in self.cuts if c < count), count]
        return Parse(
            starts=tuple(s for s, _ in self.spans),
            ends=tuple(e for _, e in self.spans),
            lemmas=tuple(r[1] for r in self.rows),
            tags=tuple(r[2] for r in self.rows),
            pos=tuple(r[3] for r in self.rows),
            deps=tuple(r[4] for r in self.rows),
            heads=_tree([r[5] for r in self.rows]),
            labels=tuple(r[6] for r in self.rows),
            sentences=tuple((a, b) for a, b in pairwise(cuts) if a < b),
        )


def _tree(offsets: Sequence[str]) -> tuple[int, ...]:
    """Heads without a circle: each is a root, or leads to one."""
    count = len(offsets)
    heads = [n + _number(o) if 0 <= n + _number(o) < count else n for n, o in enumerate(offsets)]
    safe: set[int] = set()
    for n in range(count):
        way: list[int] = []
        at = n
        while at not in safe and at not in way and heads[at] != at:
            way.append(at)
            at = heads[at]
        if at in way:
            heads[at] = at
        safe.update(way, {at})
    return tuple(heads)


def _number(text: str) -> int:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    return sign * int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < 6 else 0


def _report(spec: str, number: int) -> tuple[Article, list[Parse]]:
    published: str | None = None
    text = ""
    paragraphs: list[Paragraph] = []
    parts: list[Part] = []
    parses: list[Parse] = []
    for line in spec.splitlines():
        if line.startswith("@"):
            published = _day(line[1:]) or published
            continue
        columns = _Columns()
        for word in line.removeprefix("# ").split()[:LONGEST]:
            if word == "||":
                columns.cuts.append(len(columns.rows))
            else:
                columns.add(word)
        if not columns.rows:
            continue
        text += "\n\n" if text else ""
        offsets = tuple(range(len(text), len(text) + len(columns.text) + 1))
        paragraphs.append(Paragraph("headline" if line.startswith("# ") else "body", columns.text, offsets))
        parts.append(Part(paragraphs[-1].kind, Span(offsets[0], offsets[-1])))
        parses.append(columns.parse())
        text += columns.text
    return _article(text, paragraphs, parts, published, number), parses


def _article(
    text: str, paragraphs: Sequence[Paragraph], parts: Sequence[Part], published: str | None, number: int
) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=make_id("article", digest, number), path=f"{number}.txt", url=None, raw_sha256=digest, text=text,
        parts=tuple(parts), paragraphs=tuple(paragraphs), outlet=f"Outlet {number}", agencies=(), byline=(),
        title=next((p.text for p in paragraphs if p.kind == "headline"), None), published=published, updated=None,
        dateline=None, language="en",
    )  # fmt: skip


def _day(text: str) -> str | None:
    """An ISO 8601 date or date-time, as an article has it."""
    stamp = text.strip()
    try:
        dt.datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp if STAMP.fullmatch(stamp) else None
