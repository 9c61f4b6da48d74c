"""Reads an article's times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.text import Paragraph
from variorum.model.time import TimeExpression
from variorum.read.times.assemble import Expression, expressions
from variorum.read.times.direction import direction, governor
from variorum.read.times.discourse import Context, Discourse, Resolved
from variorum.read.times.halves import Told, told
from variorum.read.times.lexicon import lexicon
from variorum.read.times.meaning import At, Meaning, Moved, SameIn, Stated
from variorum.read.times.notes import is_note
from variorum.read.times.resolve import resolve


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of one paragraph, resolved.

    Attributes:
        start, end: offsets in the paragraph's text.
        pieces: for a range, its two ends, each resolved alone.
    """

    paragraph: Paragraph
    start: int
    end: int
    resolved: Resolved
    pieces: tuple[Found, ...] = ()


def find_times(article: Article, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Every time named in the passages, in reading order, none overlapping another.

    Args:
        article: gives the day that words are counted from. With none, only what the text states has a ``when``.
        passages: the article's parsed paragraphs, in order.
    """
    return tuple(_expression(article, found) for found in read_times(article, passages))


def read_times(article: Article, passages: Sequence[Passage]) -> list[Found]:
    """The same, with the ends of ranges kept apart.

    Where words leave open which half of a day an hour is of, the text is read again with the hours it tells.
    """
    found = list(_read(article, passages, ()))
    if any(f.resolved.open for f in found):
        hours = told((f.paragraph.span(f.start, f.end).start, f.resolved.value) for f in found if not f.resolved.open)
        found = list(_read(article, passages, hours))
    return found


def _read(article: Article, passages: Sequence[Passage], hours: Sequence[Told]) -> Iterator[Found]:
    words = lexicon(article.language)
    now, later = _clock(article.published), _updated(article)
    discourse = Discourse(article.day, now, hours=hours)
    for passage in passages:
        # What a caption dates is the picture: the text does not go on from there.
        spoken = Discourse(article.day, now, hours=hours) if passage.paragraph.kind == "caption" else discourse
        if later and is_note(passage.text, article.language):
            spoken = Discourse(*later, hours=hours)
        spoken.new_paragraph()
        sentence = -1
        for expression in expressions(passage, words):
            if (here := _sentence(passage, expression.start)) != sentence:
                spoken.new_sentence()
                sentence = here
            spoken.offset = passage.paragraph.span(expression.start, expression.end).start
            yield from _resolved(passage, expression, spoken, article.language)


def _updated(article: Article) -> tuple[dt.date, tuple[int, int] | None] | None:
    """Day and clock of the last update, where that is of a later day than the article."""
    day = dt.date.fromisoformat(article.updated[:10]) if article.updated else None
    return (day, _clock(article.updated)) if day and article.day and day > article.day else None


def _clock(stamp: str | None) -> tuple[int, int] | None:
    """Hour and minute of an ISO 8601 moment, if it has them."""
    return (int(stamp[11:13]), int(stamp[14:16])) if stamp and len(stamp) >= 16 and stamp[10] == "T" else None


def _resolved(passage: Passage, expression: Expression, discourse: Discourse, language: str) -> Iterator[Found]:
    """The expression with its value; a range whose ends do not fit as its ends; nothing for words without a meaning."""
    way = direction(passage, expression.start, expression.end, language)
    verb = governor(passage, expression.start, expression.end, language)
    resolved = resolve(expression.meaning, Context(discourse, way, verb))
    pieces = tuple(p for e in expression.pieces for p in _resolved(passage, e, discourse, language))
    if resolved is None:
        yield from pieces
        return
    if resolved.period and not pieces and not expression.aside and not _is_aside(expression.meaning):
        discourse.note(resolved.period)
        bare = isinstance(expression.meaning, At) and expression.meaning.day is None
        if verb and not bare and resolved.period.grain == "day":
            discourse.tell(verb, resolved.period, way)
    yield Found(passage.paragraph, expression.start, expression.end, resolved, pieces)


def _is_aside(meaning: Meaning) -> bool:
    """Whether the text does not go on from the time: a day known by a name, a year with which figures are compared."""
    match meaning:
        case Stated():
            return meaning.aside
        case Moved("year", -1, _, keep=True) | SameIn():
            return True
    return False


def _sentence(passage: Passage, offset: int) -> int:
    """The index of the sentence that holds the character."""
    starts = passage.parse.starts
    for n, (first, _) in enumerate(passage.parse.sentences):
        if starts and first < len(starts) and starts[first] > offset:
            return n - 1
    return len(passage.parse.sentences) - 1


def _expression(article: Article, found: Found) -> TimeExpression:
    cite = article.cite(found.paragraph.span(found.start, found.end))
    r = found.resolved
    return TimeExpression(cite, r.when, r.basis if r.when else None, r.type, r.value)
