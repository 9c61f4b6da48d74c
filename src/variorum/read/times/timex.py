"""Writes an article as a TimeML document with its TIMEX3 tags in line, as the field's scorers read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.read.times.find import Found, read_times

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; each becomes U+FFFD, so that offsets stay."""


def timex_document(article: Article, passages: Sequence[Passage]) -> str:
    """The article's text as TimeML 1.2.1: ``DOCID``, ``DCT`` and ``TEXT`` with inline ``TIMEX3``.

    The text keeps the article's own characters. The ends of a range are two tags, as TimeML has it.
    """
    tags = [piece for found in read_times(article, passages) for piece in (found.pieces or (found,))]
    day = article.day.isoformat() if article.day else ""
    dct = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>' if day else ""
    body = "".join(_tagged(article, tags))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{escape(article.id)}</DOCID>\n<DCT>{dct}</DCT>\n<TEXT>{body}</TEXT>\n</TimeML>\n"
    )


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
