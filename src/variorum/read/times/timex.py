"""Writes an article as a TimeML document with its TIMEX3 tags in line, as the field's scorers read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from variorum.model.article import Article
from variorum.model.parse import PARSED, Parse, Passage
from variorum.model.text import Paragraph, Span
from variorum.read.times.find import Found, read_times

LINE = re.compile(r"\S(?:[^\n]*\S)?")
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; each becomes U+FFFD, so that offsets stay."""


def timex_document(article: Article, passages: Sequence[Passage]) -> str:
    """The article's text as TimeML 1.2.1: ``DOCID``, ``DCT`` and ``TEXT`` with inline ``TIMEX3``.

    The text keeps the article's own characters. The ends of a range are two tags, as TimeML has it. Lines that no
    reading looks at (dateline, stamps, notices) are tagged too, each for itself.
    """
    read = [
        *read_times(article, passages),
        *(f for line in _unread(article, passages) for f in read_times(article, [line])),
    ]
    pieces = (piece for found in read for piece in (found.pieces or (found,)))
    tags = sorted(pieces, key=lambda f: f.paragraph.span(f.start, f.end))
    day = article.day.isoformat() if article.day else ""
    dct = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>' if day else ""
    body = "".join(_tagged(article, tags))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{escape(article.id)}</DOCID>\n<DCT>{dct}</DCT>\n<TEXT>{body}</TEXT>\n</TimeML>\n"
    )


def _unread(article: Article, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The lines, or pieces of lines, that stand outside all passages, unparsed."""
    at = 0
    read = sorted(p.paragraph.span(0, len(p.paragraph.text)) for p in passages if p.paragraph.text)
    for span in [*read, Span(len(article.text), len(article.text))]:
        for m in LINE.finditer(article.text, at, max(at, span.start)):
            line = Paragraph("stamp", m.group(), range(m.start(), m.end() + 1))
            yield Passage(0, line, Parse(*((),) * len(PARSED)))
        at = max(at, span.end)


def _tagged(article: Article, tags: Sequence[Found]) -> Iterator[str]:
    at = 0
    for n, found in enumerate(tags, 1):
        span = found.paragraph.span(found.start, found.end)
        if span.start < at:
            continue
        r = found.resolved
        mod = f" mod={quoteattr(r.mod)}" if r.mod else ""
        yield _escaped(article.text[at : span.start])
        yield f'<TIMEX3 tid="t{n}" type={quoteattr(r.type)} value={quoteattr(r.value)}{mod}>'
        yield _escaped(article.text[span.start : span.end]) + "</TIMEX3>"
        at = span.end
    yield _escaped(article.text[at:])


def _escaped(text: str) -> str:
    return escape(ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})
