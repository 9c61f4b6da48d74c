"""What single words say to the comparison of clauses: opposites, words for one act, and what says nothing.

The lists are data in ``lang/en/opposed.toml``, beside those of ``synonyms.toml``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import sense_of_root, senses, stem
from variorum.reconcile.acts import tokens
from variorum.reconcile.noun_phrases import noun_phrase

Side = tuple[int, int]
"""Number of a pair of opposites, and the side, 0 or 1; the number is below zero for those of ``opposed.toml``."""


@cache
def acts_alike(root: str) -> frozenset[str]:
    """The lists of words for one act that a stem is in."""
    return _alike().get(root, frozenset())


@cache
def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, line in table("en", "opposed")["alike"].items():
        for word in line:
            found[stem(word)].add(name)
    return {root: frozenset(names) for root, names in found.items()}


@cache
def has_people(phrase: str) -> bool:
    """Whether the noun of a phrase is a word for people.

    The words themselves are looked for, and not their stems: a visit is no visitor.
    """
    listed, head = words("en", "opposed", "people", "words"), noun_phrase(phrase).head
    return any(stem(w) == head for w in tokens(phrase) if w in listed or w.removesuffix("s") in listed)


@cache
def sides(root: str) -> tuple[Side, ...]:
    """The sides of opposites that a stem is on."""
    return (*sorted(senses(root)), *_more_sides().get(root, ()))


@cache
def _more_sides() -> dict[str, tuple[Side, ...]]:
    found: dict[str, list[Side]] = defaultdict(list)
    listed = table("en", "opposed")
    for n, pair in enumerate([*listed["turns"], *listed["opposites"]]):
        for side, line in enumerate(pair):
            for word in line.split():
                found[stem(word)].append((-1 - n, side))
    return {root: tuple(on) for root, on in found.items()}


def turns_into(one: Side) -> Side | None:
    """The other side of a pair of which the one turns into the other, as an arrest into a release."""
    n, side = one
    return (n, 1) if side == 0 and 0 <= -1 - n < len(table("en", "opposed")["turns"]) else None


@cache
def stems_of(*keys: str) -> frozenset[str]:
    """Stems of a list of the table."""
    return frozenset(stem(w) for w in words("en", "opposed", *keys))


@cache
def thing(phrase: str) -> str:
    """The sense of a phrase's noun; of "nobody", "the matter", a pronoun, nothing."""
    said = phrase.lower().split()
    if said[:1] and said[0] in words("en", "reconcile", "polar", "nobody") and (len(said) == 1 or said[0] != "no"):
        return ""
    head = noun_phrase(phrase).head
    return "" if not head or head in stems_of("vague", "nouns") else sense_of_root(head)


@cache
def in_force() -> frozenset[str]:
    """Nouns of what is raised when it begins and lifted when it ends; with others both words say one thing."""
    states = table("en", "acts")["undone"]["states"]
    return frozenset(stem(w) for w in states[0]["things"])
