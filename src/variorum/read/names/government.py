"""When a place's name stands for a government: "Seoul said", "ties between Tokyo and Beijing"."""

from __future__ import annotations

from variorum.lang import words
from variorum.lang.territories import territories
from variorum.model.reading import EntityKind
from variorum.read.names.lexicon import clues
from variorum.read.names.spans import NameSpan


def stands_for_government(span: NameSpan, kind: EntityKind, language: str) -> bool:
    """Whether the name acts, speaks, owns or deals as a government does, at this place of the text.

    A capital is a city by default, so it must do what cities do not; a country is its government only where it speaks;
    a seat of power ("the Kremlin") always is.
    """
    lands = territories(language)
    if span.sort == "adjective":
        return False
    if span.key in lands.seats:
        return True
    parse, head = span.passage.parse, span.last - 1
    while parse.deps[head] == "conj" and parse.heads[head] != head:
        head = parse.heads[head]
    dep, above = parse.deps[head], parse.heads[head]
    if kind == "country":
        return dep == "nsubj" and parse.lemmas[above] in clues(language)["human_verbs"]
    if span.key not in lands.capitals:
        return False
    if dep == "ROOT":  # a subject that its relative clause has hidden from the parser: "Beijing, which ..., called for"
        return span.passage.lower[span.last : span.last + 2] == (",", "which")
    if dep == "nsubj":
        return parse.pos[above] == "VERB" and parse.lemmas[above] not in words(
            language, "references", "government", "city_verbs"
        )
    if dep == "poss":
        return span.passage.lower[above] in words(language, "references", "government", "possessions")
    if dep == "pobj" and span.passage.lower[above] in ("between", "with", "by", "among"):
        noun = parse.heads[above]
        by = span.passage.lower[above] == "by"
        return (by and parse.pos[noun] == "VERB") or parse.lemmas[noun] in words(
            language, "references", "government", "relations"
        )
    return False
