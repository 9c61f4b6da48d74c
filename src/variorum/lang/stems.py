"""Words in one form: endings off, irregular forms looked up, and the groups of words that news puts for one another."""

from __future__ import annotations

from functools import cache, lru_cache

from variorum.lang import table
from variorum.lang.name_forms import fold

VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without endings, cut to its first letters: "resigned" and "resignation" are one. For comparing only."""
    folded = fold(word)
    found = _irregular().get(folded, folded)
    while len(shorter := _without_ending(found)) < len(found):
        found = shorter
    if len(found) > 3 and found[-1] == found[-2]:
        found = found[:-1]
    return found[: table("en", "sameness")["stems"]["longest"]]


def _without_ending(word: str) -> str:
    for ending, least, instead in table("en", "sameness")["stems"]["endings"]:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least and VOWELS & set(rest) and not (ending == "s" and rest[-1] in "su"):
            return str(rest + instead)
    return word


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = table("en", "sameness")["stems"]["irregular"]
    return {form: base for base, line in forms.items() for form in (base, *line.split())}


@lru_cache(maxsize=65536)
def kin(form: str) -> frozenset[int]:
    """Numbers of the groups of synonyms that a stem is in."""
    return _groups().get(form, frozenset())


def akin(one: str, other: str) -> bool:
    """Whether two stems are one, or news puts the one for the other ("coach", "carriage")."""
    return one == other or not kin(one).isdisjoint(kin(other))


@lru_cache(maxsize=65536)
def sense(word: str) -> str:
    """One key for the words that news puts for one another, else the word's stem."""
    return sense_of_root(stem(word) or word)


def sense_of_root(root: str) -> str:
    """The same of a stem."""
    groups = kin(root)
    return f"#{min(groups)}" if groups else root


def known(form: str) -> bool:
    """Whether a stem is in any group of synonyms or opposites, and so a word of the language rather than a name."""
    return form in _groups() or form in _sides()


@lru_cache(maxsize=65536)
def senses(form: str) -> frozenset[tuple[int, int]]:
    """Of the pairs of opposites, those a stem is in, with the side, 0 or 1."""
    return _sides().get(form, frozenset())


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, line in enumerate(table("en", "synonyms")["groups"]):
        for word in line.split():
            found.setdefault(stem(word), set()).add(n)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for n, pair in enumerate(table("en", "synonyms")["opposites"]):
        for side, line in enumerate(pair):
            for word in line.split():
                found.setdefault(stem(word), set()).add((n, side))
    return {form: frozenset(sides) for form, sides in found.items()}
