"""The language's words for occasions, as look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words


@dataclass(frozen=True, eq=False)
class Places:
    """The language's words for occasions; one for a language, and so told apart by identity.

    Attributes:
        names: those that are names, and so written with a capital: "on Telegram" is no telegram.
    """

    nouns: dict[tuple[str, ...], str]
    names: dict[tuple[str, ...], str]
    heads: frozenset[str]
    told: dict[str, str]
    by_verb: dict[str, str]
    prepositions: frozenset[str]
    ended: frozenset[str]
    gatherings: frozenset[str]
    alone: frozenset[str]
    by: frozenset[str]
    verbs: frozenset[str]
    speaking: frozenset[str]
    sources: frozenset[str]
    medium: frozenset[str]
    of: frozenset[str]
    spoken: frozenset[str]
    answering: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    own: frozenset[str]
    reading: frozenset[str]


@cache
def places(language: str = "en") -> Places:
    """The occasion table of a language."""
    data = table(language, "speech")["occasions"]
    rows = [(n, tuple(n.lower().split()), kind) for kind, ns in data["kinds"].items() for n in ns]
    nouns = {run: kind for n, run, kind in rows if n.split()[-1][0].islower()}
    names = {run: kind for n, run, kind in rows if n.split()[-1][0].isupper()}
    return Places(
        nouns=nouns,
        names=names,
        heads=frozenset(n[-1] for n in (*nouns, *names)),
        told={n: kind for kind, ns in data["told"].items() for n in ns},
        by_verb=dict(data["by_verb"]),
        prepositions=frozenset(data["prepositions"]),
        ended=frozenset(data["ended"]),
        gatherings=frozenset(data["gatherings"]),
        alone=frozenset(data["alone"]),
        by=frozenset(data["by"]),
        verbs=frozenset(data["verbs"]),
        speaking=frozenset(data["speaking"]),
        sources=frozenset(data["sources"]),
        medium=words(language, "speech", "occasions", "medium"),
        of=frozenset(data["of"]),
        spoken=frozenset(data["spoken"]),
        answering=frozenset(data["answering"]),
        outlets=frozenset(data["outlets"]["names"]) | _agencies(language) | _media(language),
        outlet_words=frozenset(data["outlets"]["words"]),
        own=frozenset(data["outlets"]["own"]),
        reading=frozenset(data["outlets"]["reading"]),
    )


def _agencies(language: str) -> frozenset[str]:
    """Every form in which the news agencies are named."""
    return frozenset(f for row in table(language, "agencies")["agency"] for f in (row["name"], *row.get("forms", ())))


def _media(language: str) -> frozenset[str]:
    """Every form in which broadcasters and newspapers that everybody knows are named."""
    return frozenset(f for full, forms in table(language, "organizations")["media"].items() for f in (full, *forms))


@cache
def pointing(language: str) -> frozenset[str]:
    """Words that point back to what was named before."""
    return words(language, "speech", "speakers", "pointing")
