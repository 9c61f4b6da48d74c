"""What the language's data says about names: offices, countries, words that betray a kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from variorum.lang import table
from variorum.lang.name_forms import fold


@dataclass(frozen=True)
class Offices:
    """Words for what a person is, lower case (see ``offices.toml``)."""

    heads: frozenset[str]
    weak: frozenset[str]
    honorifics: frozenset[str]
    relations: frozenset[str]
    modifiers: frozenset[str]
    passing: frozenset[str]
    tails: frozenset[str]
    chiefs: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    leaders: frozenset[str]
    name_parts: frozenset[str]
    classes: frozenset[str]
    syllables: frozenset[str]
    short: dict[str, str]

    @cached_property
    def before_head(self) -> frozenset[str]:
        """Words that may stand in a title before its last: "deputy", and other offices ("secretary general")."""
        return self.modifiers | self.heads


@dataclass(frozen=True)
class Organizations:
    """Known organizations: folded form to full name; ``acronyms`` are the forms written in capitals only."""

    known: dict[str, str]
    acronyms: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether a word is a known organization as it is written: "WHO", not "Who"."""
        key = fold(word)
        return key in self.known and (key not in self.acronyms or word.replace(".", "").isupper())


@cache
def offices(language: str) -> Offices:
    """The language's offices."""
    data = table(language, "offices")
    sets = {k: frozenset(v) for k, v in data.items() if isinstance(v, list)}
    return Offices(**sets, short=dict(data["short"]))


@cache
def clues(language: str) -> dict[str, frozenset[str]]:
    """The language's words that say of what kind a name is (``names.toml``), by list."""
    return {key: frozenset(value) for key, value in table(language, "names").items() if isinstance(value, list)}


@cache
def organizations(language: str) -> Organizations:
    """The language's known organizations."""
    data = table(language, "organizations")
    known: dict[str, str] = {}
    small: set[str] = set()
    for section in ("known", "media"):
        for full, forms in data[section].items():
            for form in (full, *forms):
                known[fold(form)] = full
                if not form.isupper():
                    small.add(fold(form))
    return Organizations(known, frozenset(known) - small)


@cache
def given_names(language: str) -> dict[str, str]:
    """Given names, folded, with their gender "m" or "f"."""
    data = table(language, "given_names")
    return {fold(name): gender for gender in ("m", "f") for name in data[gender]}
