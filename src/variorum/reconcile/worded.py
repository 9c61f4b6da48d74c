"""A short text by what it can be compared by: words, names, figures and what they count, days, countries, denial."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import takewhile

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.lang.stems import kin, known, senses, stem
from variorum.lang.territories import Territory, territories

NAME_WEIGHT = 0.7
"""What a name weighs beside a word: all reports of one story share its names, so they tell little."""
YEAR = "A.D."
"""The unit of a bare figure that can be a calendar year."""
Figure = tuple[str, float]

_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[%$€£¥]|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_LONGEST_NAME = 3
_COUNTED_WITHIN = 3
_CURRENCIES = frozenset("$€£¥")


@dataclass(frozen=True, slots=True)
class Word:
    """A telling word.

    Attributes:
        form: its stem, or for a name the folded name.
        weight: how much it tells.
        name: whether it is part of a name.
        groups: numbers of the groups of synonyms it is in.
    """

    form: str
    weight: float
    name: bool
    groups: frozenset[int]


@dataclass(frozen=True)
class Worded:
    """A text by what it is compared by.

    Attributes:
        words: its telling words in lower case, each once.
        telling: the same as stems and names, in order, each once.
        numbers: figures and number words, scales multiplied in, each with its unit: "" for a bare number.
        counted: the figures with the stems of the words right behind them, one of which they count.
        ordinals: places in a count.
        days: weekdays, months, days of a month and years, each with its kind.
        lands: countries and regions it names by any of their words, by code.
        denied: whether it says that something is not so.
        senses: of the pairs of opposites, those it has a word of, with the side.
    """

    words: tuple[str, ...]
    telling: tuple[Word, ...]
    numbers: frozenset[Figure]
    counted: tuple[tuple[Figure, frozenset[str]], ...]
    ordinals: frozenset[int]
    days: frozenset[tuple[str, int]]
    lands: frozenset[str]
    denied: bool
    senses: frozenset[tuple[int, int]]

    @cached_property
    def forms(self) -> dict[str, Word]:
        """Its telling words by form."""
        return {w.form: w for w in self.telling}

    @cached_property
    def groups(self) -> frozenset[int]:
        """Every group of synonyms that it has a word of."""
        return frozenset(g for w in self.telling for g in w.groups)


def rarity(word: str) -> float:
    """What a word weighs: less where news of any subject uses it, and a long one more, for it is the rarer (Zipf)."""
    return min(1.6, 0.4 + len(word) / 8) * commonness(word.lower())


@lru_cache(maxsize=65536)
def commonness(word: str) -> float:
    """A factor of a word's weight, by how many of a hundred reports use it."""
    found = table("en", "sameness")["common"]
    return next(
        (weight for name, weight in found["weights"].items() if word in words("en", "sameness", "common", name)), 1.0
    )


@lru_cache(maxsize=16384)
def worded(text: str) -> Worded:
    """A text by what it is compared by."""
    raw = [m[0].replace("’", "'") for m in _WORD.finditer(text)]
    plain = [w.lower() for w in raw]
    ordinals = table("en", "quantities")["ordinals"]
    small = words("en", "group", "stopwords")
    telling = [(n, w) for n, w in enumerate(raw) if w.lower() not in small and fold(w.lower().removesuffix("'s"))]
    figures = _numbers(plain)
    return Worded(
        words=tuple(dict.fromkeys(w.lower() for _, w in telling)),
        telling=tuple(_telling(telling)),
        numbers=frozenset(f for f, _ in figures),
        counted=tuple(figures),
        ordinals=frozenset(ordinals[w] for w in plain if w in ordinals),
        days=frozenset(_days(plain)),
        lands=frozenset(_lands(text)),
        denied=any(w in words("en", "standing", "negation", "words") or w.endswith("n't") for w in plain),
        senses=frozenset(s for w in plain for s in senses(stem(w))),
    )


def _telling(found: Iterable[tuple[int, str]]) -> Iterable[Word]:
    made: dict[str, Word] = {}
    for at, word in found:
        form = stem(word)
        # The first word of a sentence is written large whatever it is.
        name = word[0].isupper() and not (at == 0 and (known(form) or commonness(word.lower()) < 1))
        form = fold(word.removesuffix("'s")) if name or word[0].isdecimal() else form
        kind = NAME_WEIGHT if name or word[0].isdecimal() else 1.0
        new = Word(form, kind * rarity(word), name, kin(stem(word)))
        if form not in made or made[form].weight < new.weight:
            made[form] = new
    return made.values()


def _numbers(found: Sequence[str]) -> list[tuple[Figure, frozenset[str]]]:
    """Figures and number words with the scale that follows; lengths of time in one unit."""
    data = table("en", "quantities")
    spelled, scales, units = data["numbers"], data["scales"], data["units"]
    numbers: list[tuple[Figure, frozenset[str]]] = []
    at = 0
    while at < len(found):
        word, before, at = found[at], found[at - 1] if at else "", at + 1
        value = _value(before, word, found[at : at + 1])
        if value is None:
            continue
        year = _YEAR.fullmatch(word) is not None
        if value in range(20, 100, 10) and at < len(found) and spelled.get(found[at], 10) in range(1, 10):
            value, at = value + spelled[found[at]], at + 1
        while at < len(found) and found[at] in scales:
            value, at = value * scales[found[at]], at + 1
        near = takewhile(lambda w: w not in words("en", "quantities", "articles", "words"), found[at : at + 2])
        behind = (units.get(w) or _length(w) for w in near if w not in _CURRENCIES)
        unit = (units.get(before) if before in _CURRENCIES else None) or next(filter(None, behind), "")
        times, unit = table("en", "sameness")["lengths"]["exact"].get(unit, (1, unit))
        small = words("en", "group", "stopwords")
        counts = frozenset(stem(w) for w in found[at : at + _COUNTED_WITHIN] if w not in small)
        numbers.append(((YEAR if year and not unit else unit, float(value * times)), counts))
    return numbers


def _value(before: str, word: str, behind: Sequence[str]) -> float | None:
    """What a word counts.

    "One" and "a" count where a unit of time follows ("another year"), and not as a pronoun; behind a noun "a year" is
    a rate ("300 deaths a year").
    """
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", ""))
    if word not in words("en", "sameness", "lengths", "one"):
        spelled: Mapping[str, float] = table("en", "quantities")["numbers"]
        return spelled.get(word)
    article = word in words("en", "quantities", "articles", "words")
    rate = article and before and before not in words("en", "group", "stopwords")
    return 1.0 if behind and _length(behind[0]) and not rate else None


def _length(word: str) -> str | None:
    """The unit of time that a noun is, "year" for "years"."""
    single = word.removesuffix("s")
    return single if single in words("en", "quantities", "time_units", "nouns") else None


def _days(found: Sequence[str]) -> Iterable[tuple[str, int]]:
    months, weekdays = table("en", "times")["words"]["MONTH"], table("en", "times")["words"]["WEEKDAY"]
    for n, word in enumerate(found):
        if word in weekdays:
            yield "weekday", weekdays[word]
        if word in months and word != "may":
            yield "month", months[word]
        beside = (found[n - 1] if n else "", found[n + 1] if n + 1 < len(found) else "")
        if word.isdecimal() and 1 <= int(word) <= 31 and any(w in months for w in beside):
            yield "day", int(word)
            yield from (("month", months[w]) for w in beside if w == "may")
        if _YEAR.fullmatch(word):
            yield "year", int(word)


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
