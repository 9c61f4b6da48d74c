"""Noun phrases taken apart by their words, so that two reports' words for one thing can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from variorum.lang import words
from variorum.lang.stems import stem


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase taken apart.

    Attributes:
        head: the stem of its noun; empty for a pronoun.
        before: stems of what stands before the noun, articles and plain adjectives left out.
        behind: stems of the words of what is said of it behind the noun.
        apart: words that set it apart from others of its kind ("second", "another").
        known: it speaks of a thing known to the reader: "the", "his", a name.
        number: it is counted, or a bare plural.
    """

    head: str
    before: frozenset[str]
    behind: frozenset[str]
    apart: frozenset[str]
    known: bool
    number: bool

    def crosses(self, other: NounPhrase) -> bool:
        """Whether a word before the one noun stands before or behind the other."""
        return bool(self.before & (other.before | other.behind) or other.before & self.behind)


@cache
def noun_phrase(text: str) -> NounPhrase:
    """A noun phrase taken apart by its words: its noun is the last before a preposition or a relative pronoun."""
    found = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text)
    ends, of_many = words("en", "acts", "phrase", "ends_at"), words("en", "acts", "phrase", "of_many")
    at = next((n for n, w in enumerate(found) if n and w.lower() in ends), len(found))
    own, behind = found[:at], found[at + 1 :]
    if own and (own[-1].lower().rstrip("s") in of_many or own[-1][0].isdigit()) and found[at : at + 1] == ["of"]:
        again = next((n for n, w in enumerate(behind) if n and w.lower() in ends), len(behind))
        own, behind = [*own, *behind[:again]], behind[again + 1 :]
    if not own or text.lower() in words("en", "acts", "phrase", "pronouns"):
        return NounPhrase("", frozenset(), frozenset(), frozenset(), known=False, number=False)
    lower = [w.lower().replace("’s", "").replace("'s", "") for w in own]
    definite, indefinite = words("en", "acts", "phrase", "definite"), words("en", "acts", "phrase", "indefinite")
    apart = {w for w in lower if w in words("en", "acts", "phrase", "apart")}
    fixed = definite | indefinite | words("en", "acts", "phrase", "plain") | words("en", "acts", "phrase", "apart")
    numerals = words("en", "acts", "phrase", "numerals")
    modifiers = {stem(w) for w in lower[:-1] if w not in fixed | numerals and not w[0].isdigit()}
    tail = {stem(w) for w in behind if w.lower() not in ends | fixed}
    named = any(w[0].isupper() for w in own[1:]) and lower[0] not in definite | indefinite
    possessed = any(w.endswith(("'s", "’s")) for w in own[:-1])
    known = lower[0] in definite or possessed or named or (len(own) > 1 and own[-1][0].isupper())
    several = lower[-1] not in words("en", "acts", "phrase", "plural_of_one")
    number = not known and several and (len(own) > 1 or lower[-1].endswith("s")) and lower[0] not in {"a", "an"}
    return NounPhrase(stem(lower[-1]), frozenset(modifiers), frozenset(tail), frozenset(apart), known, number)
