"""What a report says a person is, and of what: "Prime Minister" of "Japan"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.reading import Role
from variorum.read.names.lexicon import offices
from variorum.read.names.spans import NameSpan

Near = Mapping[tuple[int, int], NameSpan]
"""Spans of an article by paragraph and by their first, or past-last, token."""

LONGEST_APPOSITION = 14
"""Tokens within which an apposition must name an office."""


@dataclass(frozen=True)
class Neighbours:
    """An article's spans, to be found by where they end and begin."""

    ending: Near
    beginning: Near


def neighbours(spans: Sequence[NameSpan]) -> Neighbours:
    """Index the spans."""
    ending = {(s.passage.index, s.last): s for s in spans}
    return Neighbours(ending, {(s.passage.index, s.first): s for s in spans})


def owner_before(span: NameSpan, at: int, near: Neighbours) -> NameSpan | None:
    """The country, people or organization right before token ``at``: "Japan's", "South Korean", "Hyundai"."""
    index, words = span.passage.index, span.passage.words
    if found := near.ending.get((index, at)):
        return found
    if at and words[at - 1] in ("'s", "’s", "'", "’"):
        return near.ending.get((index, at - 1))
    return None


def owner_after(span: NameSpan, at: int, near: Neighbours) -> NameSpan | None:
    """The country or organization after token ``at``: "president of South Korea", "head of the IAEA"."""
    index, lower = span.passage.index, span.passage.lower
    if at < len(lower) and lower[at] in ("of", "for", "at", "in"):
        skip = 2 if at + 1 < len(lower) and lower[at + 1] == "the" else 1
        return near.beginning.get((index, at + skip))
    return None


def name_of(owner: NameSpan | None) -> str | None:
    """How the role names its body: a country by its name, whatever the form."""
    if owner is None:
        return None
    return owner.territory.name if owner.territory else owner.text


def title_words(title: str, language: str) -> str | None:
    """The office as it is called: short forms written out, what is passing left out; None when it is no office."""
    jobs = offices(language)
    words = [w for w in title.split() if w.lower() not in jobs.passing and w.lower() not in jobs.honorifics]
    if not words or words[-1].lower() in jobs.relations:
        return None
    last = words[-1].lower()
    if last not in jobs.heads and last[:-1] in jobs.heads:
        words[-1] = words[-1][:-1]  # "Presidents Xi and Putin"
    written = [jobs.short.get(w.lower().rstrip("."), w) for w in words]
    return " ".join(written)


def roles_at(article: Article, span: NameSpan, near: Neighbours) -> list[tuple[Role, NameSpan | None]]:
    """The offices stated at one mention, before the name and after it, each with whose office it is."""
    found = []
    if span.title and (title := title_words(span.title, article.language)):
        owner = owner_before(span, span.title_first, near)
        cite = article.cite(span.passage.span(span.title_first, span.last))
        found.append((Role(title, name_of(owner), cite), owner))
    beside = (_apposed(article, span, near), _before(article, span, near))
    return found + [role for role in beside if role is not None]


def _before(article: Article, span: NameSpan, near: Neighbours) -> tuple[Role, NameSpan | None] | None:
    """The office in "the captain, " or "the head of the rescue office, " before a name that a comma closes."""
    p, jobs, comma = span.passage, offices(article.language), span.first - 1
    closed = span.last < len(p) and p.words[span.last] == ","
    if comma < 2 or not closed or span.title or p.words[comma] != ",":
        return None
    for h in range(comma - 1, max(-1, comma - LONGEST_APPOSITION), -1):
        if p.words[h] in (",", ".", ";") or p.parse.tags[h].startswith(("VB", "MD", "W")):
            return None
        if (
            p.words[h] in jobs.heads
            and p.parse.tags[h] == "NN"
            and (h == comma - 1 or p.lower[h + 1] in ("of", "for", "at", "in"))
        ):
            start = h
            while start > 0 and p.words[start - 1] in jobs.before_head:
                start -= 1
            title = title_words(p.phrase(start, h + 1), article.language)
            if title is None or start == 0 or p.parse.tags[start - 1] not in ("DT", "PRP$", "POS", "JJ"):
                return None
            owner = owner_before(span, start, near) or owner_after(span, h + 1, near)
            return Role(title, name_of(owner), article.cite(p.span(start, span.last))), owner
    return None


def _apposed(article: Article, span: NameSpan, near: Neighbours) -> tuple[Role, NameSpan | None] | None:
    """The office in ", a presidential spokesperson," behind a name."""
    p, at, jobs = span.passage, span.last, offices(article.language)
    if at >= len(p) or p.words[at] != ",":
        return None
    for h in range(at + 1, min(len(p), at + LONGEST_APPOSITION)):
        tag, word = p.parse.tags[h], p.lower[h]
        if tag.startswith(("VB", "W", "MD")) or word in (",", ".", "and", "(", ";"):
            return None
        joined = h + 1 < len(p) and (p.lower[h + 1] in jobs.heads or p.words[h + 1] == "-")
        if word in jobs.heads and tag in ("NN", "NNP") and not joined:
            start = h
            while start - 1 > at and p.lower[start - 1] in jobs.before_head:
                start -= 1
            if any(p.parse.tags[k] in ("IN", "TO") for k in range(at + 1, start)):
                return None
            title = title_words(p.phrase(start, h + 1), article.language)
            if title is None:
                return None
            owner = owner_before(span, start, near) or owner_after(span, h + 1, near)
            return Role(title, name_of(owner), article.cite(p.span(span.first, h + 1))), owner
    return None


def gender_of(span: NameSpan, language: str) -> str | None:
    """The person's gender, "m" or "f", when the title tells ("Mr.", "spokeswoman", "King")."""
    jobs = offices(language)
    words = {w.lower() for w in span.title.split()}
    if words & jobs.women:
        return "f"
    return "m" if words & jobs.men else None
