"""How organizations' names are shortened: legal forms left off, what it makes left off, first letters."""

from __future__ import annotations

from functools import lru_cache

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.lang.territories import territories, without_land

SHORT_STATES = ("us", "uk", "un", "eu")
"""Short forms that an acronym takes in whole."""
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
    return stem(short, language) in short_forms(full, language)


@lru_cache(maxsize=16384)
def short_forms(full: str, language: str = "en") -> tuple[str, ...]:
    """The stems left when words for what a firm makes or is, or whose body it is, are left off the end of its name."""
    found, made = stem(full, language).split(), words(language, "names", "company_words")
    short: list[str] = []
    if (at := next((i for i, w in enumerate(found) if w == "of"), 0)) > 1:
        short.append(" ".join(found[:at]))  # "Women's Council of Linda"
    while found and found[-1] in made:
        found = found[:-1]
        short.append(" ".join(found))
    return tuple(short)


@lru_cache(maxsize=16384)
def portfolio(name: str, language: str = "en") -> str:
    """A body named for what it looks after, with its noun last: "Ministry of Internal Affairs", "Interior Ministry".

    Words for one portfolio are one; the country that the name begins or ends with is left out. Empty for other names.
    """
    data = table(language, "organizations")["portfolios"]
    found = without_land(stem(name, language), language)[0].split()
    if len(found) > 2 and found[0] in data["bodies"] and found[1] in ("of", "for"):
        body, charge = found[0], found[3:] if found[2] == "the" else found[2:]
        at = next((i for i, w in enumerate(charge) if i and w == "of"), len(charge))
        charge = charge[:at] if " ".join(charge[at + 1 :]) in territories(language).names else charge
    elif len(found) > 1 and found[-1] in data["bodies"]:
        body, charge = found[-1], found[:-1]
    else:
        return ""
    words_of = " ".join(charge)
    return f"{next((group[0] for group in data['same'] if words_of in group), words_of)} {body}"


def head_noun(name: str, language: str = "en") -> str:
    """The word that says what kind of body it is: "front" of "Front of the Blue Hills", "league" of "Blue League"."""
    found = stem(name, language).split()
    joined = next(
        (i for i, w in enumerate(found) if i and w in words(language, "names", "english_joiners")), len(found)
    )
    return found[joined - 1]


def is_acronym(short: str, full: str) -> bool:
    """Whether capitals spell the full name's first letters, small words left out or taken in, legal forms apart."""
    letters = short.replace(".", "")
    if len(letters) < ACRONYM_LEAST or not letters.isupper():
        return False
    return letters.lower() in first_letters(full)


@lru_cache(maxsize=16384)
def first_letters(full: str) -> frozenset[str]:
    """The first letters of a name's words: with and without small words, with and without legal forms."""
    small, found = words("en", "names", "joiners"), set()
    for name in dict.fromkeys((fold(full), stem(full))):
        parts = name.split()
        if len(parts) >= ACRONYM_LEAST:
            found |= {"".join(w[0] for w in parts), "".join(w[0] for w in parts if w not in small)}
            if parts[0] in SHORT_STATES:
                found.add(parts[0] + "".join(w[0] for w in parts[1:] if w not in small))  # "USGS"
    return frozenset(found)
