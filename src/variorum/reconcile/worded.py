"""A short text by what it can be compared by: telling words, figures, places in a count, countries, denial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory, territories

STEM = 6
"""First letters by which words are held to be one: the best of 4 to 7 and the whole word on news sentences."""
NAME_WEIGHT = 0.7
"""What a name weighs beside a word: all reports of one story share its names, so they tell little."""
YEAR = "A.D."
"""The unit of a bare figure that can be a calendar year."""
Figure = tuple[str, float]

_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|%|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Worded:
    """A text by what it is compared by.

    Attributes:
        words: its telling words in lower case, each once.
        stems: the words cut to their first letters, with what each weighs.
        numbers: figures and number words, scales multiplied in, each with its unit: "" for a bare number.
        ordinals: places in a count.
        lands: countries and regions it names by any of their words, by code.
        denied: whether it says that something is not so.
    """

    words: tuple[str, ...]
    stems: dict[str, float]
    numbers: frozenset[Figure]
    ordinals: frozenset[int]
    lands: frozenset[str]
    denied: bool


def rarity(word: str) -> float:
    """What a word weighs: a long one is the rarer one as a rule (Zipf 1935), so length stands in for rarity."""
    return min(1.6, 0.4 + len(word) / 8)


@lru_cache(maxsize=8192)
def worded(text: str) -> Worded:
    """A text by what it is compared by."""
    raw = [m[0].replace("’", "'") for m in _WORD.finditer(text)]
    plain = [w.lower() for w in raw]
    ordinals = table("en", "quantities")["ordinals"]
    small = words("en", "group", "stopwords")
    telling = [w for w in raw if w.lower() not in small and fold(w.lower().removesuffix("'s"))]
    return Worded(
        words=tuple(dict.fromkeys(w.lower() for w in telling)),
        stems=_stems(telling),
        numbers=frozenset(_numbers(plain)),
        ordinals=frozenset(ordinals[w] for w in plain if w in ordinals),
        lands=frozenset(_lands(text)),
        denied=any(w in words("en", "standing", "negation", "words") or w.endswith("n't") for w in plain),
    )


def _stems(telling: Sequence[str]) -> dict[str, float]:
    stems: dict[str, float] = {}
    for word in telling:
        stem = fold(word.lower().removesuffix("'s"))[:STEM]
        kind = NAME_WEIGHT if word[0].isupper() or word[0].isdigit() else 1.0
        stems[stem] = max(stems.get(stem, 0.0), kind * rarity(word))
    return stems


def _numbers(found: Sequence[str]) -> list[Figure]:
    """Figures and number words with the scale that follows; "one" is left out, being a pronoun as often."""
    data = table("en", "quantities")
    spelled, scales, units = data["numbers"], data["scales"], data["units"]
    numbers: list[Figure] = []
    at = 0
    while at < len(found):
        word, at = found[at], at + 1
        value = (
            float(word.replace(",", "")) if _FIGURE.fullmatch(word) else None if word == "one" else spelled.get(word)
        )
        if value is None:
            continue
        year = _YEAR.fullmatch(word) is not None
        if value in range(20, 100, 10) and at < len(found) and spelled.get(found[at], 10) in range(1, 10):
            value, at = value + spelled[found[at]], at + 1
        while at < len(found) and found[at] in scales:
            value, at = value * scales[found[at]], at + 1
        unit = next((u for w in found[at : at + 2] if (u := units.get(w) or _length(w))), "")
        numbers.append((YEAR if year and not unit else unit, float(value)))
    return numbers


def _length(word: str) -> str | None:
    """The unit of time that a noun is, "year" for "years"."""
    single = word.removesuffix("s")
    return single if single in words("en", "quantities", "time_units", "nouns") else None


def _lands(text: str) -> list[str]:
    """Countries and regions named by name, adjective, people, capital or seat of government, by their codes."""
    found, codes = _NAME.findall(text), []
    at = 0
    while at < len(found):
        for size in range(min(_LONGEST_NAME, len(found) - at), 0, -1):
            land = _land(fold(" ".join(found[at : at + size]))) if found[at][0].isupper() else None
            if land:
                codes.append(land.code or land.name)
                at += size - 1
                break
        at += 1
    return codes


@cache
def _land(name: str) -> Territory | None:
    lands = territories("en")
    tables = (lands.names, lands.adjectives, lands.peoples, lands.seats, lands.capitals)
    return next((found for t in tables if (found := t.get(name))), None)
