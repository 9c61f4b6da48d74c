"""How organizations' names are shortened: legal forms left off, what it makes left off, first letters."""

from __future__ import annotations

from functools import lru_cache

from variorum.lang import words
from variorum.lang.name_forms import fold

ACRONYM_LEAST = 2
"""Letters that an acronym has at least."""


@lru_cache(maxsize=16384)
def stem(name: str, language: str = "en") -> str:
    """The folded name without a leading article and the legal forms at its end: "Apple Inc." is "apple"."""
    found = fold(name).removeprefix("the ").split()
    legal = words(language, "names", "legal_forms")
    while len(found) > 1 and (found[-1] in legal or " ".join(found[-2:]) in legal):
        found = found[:-1]
    return " ".join(found)


def shortens(short: str, full: str, language: str = "en") -> bool:
    """Whether the short name leaves off only what the firm makes or is: "Ford" of "Ford Motor Company"."""
    few, many = stem(short, language).split(), stem(full, language).split()
    rest = many[len(few) :]
    return bool(rest) and many[: len(few)] == few and all(w in words(language, "names", "company_words") for w in rest)


def is_acronym(short: str, full: str) -> bool:
    """Whether capitals spell the full name's first letters, small words left out or taken in, legal forms apart."""
    letters = short.replace(".", "")
    if len(letters) < ACRONYM_LEAST or not letters.isupper():
        return False
    for name in dict.fromkeys((fold(full), stem(full))):
        found = name.split()
        small = words("en", "names", "joiners")
        if len(found) >= ACRONYM_LEAST and letters.lower() in (
            "".join(w[0] for w in found),
            "".join(w[0] for w in found if w not in small),
        ):
            return True
    return False
