"""The one place where tests get their objects.

A parse is written as one string, a token a word: ``form/TAG/dep/head`` with the head's index counted from 0 in the
whole passage; ``lemma=`` and ``label=`` may follow, e.g. ``Lee/NNP/nsubj/1/label=B-PERSON``. ``||`` starts a sentence.
"""

from __future__ import annotations

from typing import Any

from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Parse, Passage
from variorum.model.text import Paragraph, Part, PartKind, Span

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "IN": "ADP", "DT": "DET", "CD": "NUM", "MD": "AUX",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "PRP": "PRON", "PRP$": "PRON", "TO": "PART", "CC": "CCONJ",
    ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT",
}  # fmt: skip
"""Universal tags for the Penn tags that tests use; a verb's is VERB, anything else X."""


def article(text: str = "", **given: Any) -> Article:
    """An article of one paragraph a line of ``text``; any field may be given."""
    paragraphs, parts, at = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            paragraphs.append(paragraph(line.strip(), at=start))
            parts.append(Part("body", Span(start, start + len(line.strip()))))
        at += len(line) + 1
    fields: dict[str, Any] = {
        "path": "report.txt", "url": None, "raw_sha256": "0" * 64, "text": text, "parts": tuple(parts),
        "paragraphs": tuple(paragraphs), "outlet": "The Example", "agencies": (), "byline": (), "title": None,
        "published": "2026-01-13", "updated": None, "dateline": None, "language": "en",
    }  # fmt: skip
    fields |= given
    fields.setdefault("id", make_id("article", fields["path"], text))
    return Article(**fields)


def paragraph(text: str, at: int = 0, kind: PartKind = "body") -> Paragraph:
    """A paragraph that needed no unwrapping, standing at offset ``at`` of its article."""
    return Paragraph(kind, text, tuple(range(at, at + len(text) + 1)))


def passage(spec: str, text: str | None = None, index: int = 0, at: int = 0) -> Passage:
    """A parsed paragraph from a spec (see the module's docstring).

    Args:
        spec: the tokens.
        text: the paragraph's text; without it the forms are joined by single spaces.
        index: the paragraph's place in the article.
        at: offset of the paragraph in the article's text.
    """
    rows: list[tuple[str, str, str, int, dict[str, str]]] = []
    sentences: list[tuple[int, int]] = []
    first = 0
    for word in spec.split():
        if word == "||":
            sentences.append((first, len(rows)))
            first = len(rows)
            continue
        form, tag, dep, head, *extra = word.split("/") if not word.startswith("//") else ["/", *word[2:].split("/")]
        rows.append((form, tag, dep, int(head), dict(e.split("=", 1) for e in extra)))
    sentences.append((first, len(rows)))
    text = text if text is not None else " ".join(r[0] for r in rows)
    starts, offset = [], 0
    for form, *_ in rows:
        offset = text.index(form, offset)
        starts.append(offset)
        offset += len(form)
    parse = Parse(
        starts=tuple(starts),
        ends=tuple(s + len(r[0]) for s, r in zip(starts, rows, strict=True)),
        lemmas=tuple(r[4].get("lemma", r[0] if r[1].startswith("NNP") else r[0].lower()) for r in rows),
        tags=tuple(r[1] for r in rows),
        pos=tuple(POS.get(r[1], "VERB" if r[1].startswith("VB") else "X") for r in rows),
        deps=tuple(r[2] for r in rows),
        heads=tuple(r[3] for r in rows),
        labels=tuple(r[4].get("label", "") for r in rows),
        sentences=tuple(sentences),
    )
    return Passage(index, paragraph(text, at), parse)
