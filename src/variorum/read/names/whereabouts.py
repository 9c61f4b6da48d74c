"""What the words around a name say of where something is, comes from and goes to; and of what somebody is."""

from __future__ import annotations

from variorum.lang import table, words
from variorum.read.names.lexicon import clues
from variorum.read.names.spans import NameSpan


def situated(span: NameSpan, language: str) -> float:
    """How much the sentence uses a name as a place's.

    By where it says people are from ("Ada Marsh, 58, from Linda,"), what happens there ("in Linda, where ..."), the way
    to it ("the trip to Linda"), what it is called ("a camp called Linda"), and the place it is joined to ("in Harlow
    and Linda").
    """
    if span.title or span.label == "ORG":
        return 6.0 * _called(span, language)
    return (
        4.0 * _home(span)
        + 4.0 * _where(span)
        + 3.0 * _way(span, language)
        + 6.0 * _called(span, language)
        + (1.5 * _joined(span, language))
    )


def lies_in(before: str, language: str) -> bool:
    """Whether the word before a name says that something is there: "in", "near"."""
    return before in clues(language)["standing_in"]


def described(span: NameSpan, noun: str, language: str) -> bool:
    """Whether the noun of an apposition with its article says what a person does: "Ada Marsh, a nurse,"."""
    return " " in span.key and noun in words(language, "names", "occupations")


def _home(span: NameSpan) -> bool:
    """Behind a person's name, or age: "from Linda"."""
    p, at = span.passage, span.first - 1
    if at < 1 or p.lower[at] != "from":
        return False
    if p.words[at - 1] == ",":
        return at > 1 and p.words[at - 2].isdigit()
    return p.parse.tags[at - 1] == "NNP" and p.parse.labels[at - 1][2:] not in ("ORG", "DATE", "TIME", "GPE")


def _where(span: NameSpan) -> bool:
    p = span.passage
    after = p.lower[span.last : span.last + 2]
    return after[:1] == ("where",) or after == (",", "where")


def _way(span: NameSpan, language: str) -> bool:
    """Behind "the road to", "bound for": words of ways and motion with their preposition."""
    p = span.passage
    if span.first < 2:
        return False
    ways = table(language, "names")["ways"].get(p.lower[span.first - 1], ())
    return p.lower[span.first - 2] in ways


def _called(span: NameSpan, language: str) -> bool:
    p, hints = span.passage, clues(language)
    if span.first < 2 or p.lower[span.first - 1] not in hints["calling"]:
        return False
    return p.lower[span.first - 2] in hints["place"] | hints["place_nouns"]


def _joined(span: NameSpan, language: str) -> bool:
    """Whether the name is joined to another under a preposition of place: "in Harlow and Linda"."""
    parse, head = span.passage.parse, span.last - 1
    if parse.deps[head] != "conj":
        return False
    first = parse.heads[head]
    link = parse.heads[first]
    beside = parse.pos[first] == "PROPN" and parse.deps[first] == "pobj"
    return beside and span.passage.lower[link] in {*clues(language)["standing_in"], "between"}
