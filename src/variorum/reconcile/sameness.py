"""How likely two short texts state one fact: words in common, an embedder's word if there is one, and the typed slots.

Words and embedder measure how near the texts are. Numbers, countries and denial are compared as types, and can only part
what seems near: "three years" and "two years" are alike in every way but the one that counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from statistics import mean, pstdev

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory, territories
from variorum.model.protocols import Embedder

SAME = 0.5
"""From here on two texts are taken to state one fact."""
STEM = 6
"""First letters by which words are held to be one: the best of 4 to 7 and the whole word on news sentences."""
NAME_WEIGHT = 0.7
"""What a name weighs beside a word: all reports of one story share its names, so they tell little."""
WORDS_BESIDE_VECTORS = 0.2
"""What the words in common weigh beside the cosine: the best of 0, 0.05, 0.1 and 0.2 over answers and news sentences together."""
DEVIATIONS = 0.27
"""Deviations above a question's mean from which answers say the same; the mean of four questions' best."""
SPREAD, SPREAD_OF_DEVIATIONS = 0.05, 0.5
"""How far from the threshold a score is before it is nearly certain; ranks stay as they are."""
NUMBER_PENALTY, NUMBER_DOUBT, LAND_PENALTY, DENIAL_PENALTY = 0.5, 0.02, 0.1, 0.03
"""What is taken off where types part two texts. Answers with other figures are other answers; sentences give several
figures, and may have the rest in common."""
THRESHOLD_WORDS, THRESHOLD_VECTORS, THRESHOLD_ANSWERS = 0.15, 0.88, 0.7
"""Set on NAnCo's development questions, and on news sentences for pairs that answer no question."""

YEAR = "year"
"""The unit of a bare figure that can be a year."""
Figure = tuple[str, float]

_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|%|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPITALIZED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Worded:
    """A text by what it is compared by.

    Attributes:
        words: its telling words, cut to their first letters, with what each weighs.
        numbers: figures and number words, scales multiplied in, each with its unit: "" for a bare number.
        ordinals: places in a count.
        lands: countries and regions it names by any of their words.
        denied: whether it says that something is not so.
    """

    words: dict[str, float]
    numbers: frozenset[Figure]
    ordinals: frozenset[int]
    lands: frozenset[str]
    denied: bool


def same_fact(a: str, b: str, *, about: str | None = None, embedder: Embedder | None = None) -> float:
    """How likely two short texts state one fact, 0 to 1; from ``SAME`` on they are taken to.

    Args:
        a: a claim or an answer.
        b: another.
        about: the question both answer, where there is one.
        embedder: what measures sentences; without it words alone do.

    Raises:
        BackendError: the embedder's model would not load.
    """
    return same_facts([(a, b)], about=about, embedder=embedder)[0]


def same_facts(
    pairs: Sequence[tuple[str, str]], *, about: str | None = None, embedder: Embedder | None = None
) -> list[float]:
    """:func:`same_fact` for many pairs at once; an embedder looks at each text once.

    Raises:
        BackendError: the embedder's model would not load.
    """
    threshold = THRESHOLD_WORDS if embedder is None else THRESHOLD_ANSWERS if about else THRESHOLD_VECTORS
    known = worded(about).lands if about else frozenset[str]()
    found = []
    for (a, b), near in zip(pairs, nearness(pairs, about=about, embedder=embedder), strict=True):
        apart = types_apart(worded(a), worded(b), known, answers=about is not None)
        found.append(1.0 if fold(a) == fold(b) else _likely(near - apart - threshold))
    return found


def same_answers(answers: Sequence[str], about: str, *, embedder: Embedder | None = None) -> list[float]:
    """How likely each two answers to one question say the same, 0 to 1, pair by pair as ``combinations`` gives them.

    Every question has its own level: what "how long" asks for is answered in words that are near in any case. So a pair
    is held against the mean and the deviation over all pairs of the question, not against a level fixed for all.

    Raises:
        BackendError: the embedder's model would not load.
    """
    pairs = list(combinations(answers, 2))
    near = nearness(pairs, about=about, embedder=embedder)
    level, spread = (mean(near), pstdev(near)) if near else (0.0, 0.0)
    known = worded(about).lands
    found = []
    for (a, b), n in zip(pairs, near, strict=True):
        apart = types_apart(worded(a), worded(b), known, answers=True)
        score = (n - level) / spread - DEVIATIONS - apart / spread if spread else -apart
        found.append(1.0 if fold(a) == fold(b) else _likely(score, SPREAD_OF_DEVIATIONS))
    return found


def nearness(
    pairs: Sequence[tuple[str, str]], *, about: str | None = None, embedder: Embedder | None = None
) -> list[float]:
    """Words in common, and beside them the cosine of the vectors if there is an embedder; types are not looked at."""
    near = [shared_words(a, b) for a, b in pairs]
    if embedder:
        cosines = embedder.likeness(pairs, about)
        near = [cosine + WORDS_BESIDE_VECTORS * share for cosine, share in zip(cosines, near, strict=True)]
    return near


def types_apart(one: Worded, two: Worded, known: frozenset[str] = frozenset(), *, answers: bool = False) -> float:
    """What is taken off because numbers, countries or a denial part two texts; 0 when nothing does."""
    numbers = (NUMBER_PENALTY if answers else NUMBER_DOUBT) if numbers_apart(one, two, answers=answers) else 0.0
    return numbers + lands_apart(one, two, known) + denied_apart(one, two)


def _likely(margin: float, spread: float = SPREAD) -> float:
    """A margin over the threshold as 0 to 1, 0.5 at the threshold."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin / spread))))


def shared_words(a: str, b: str) -> float:
    """They share telling words: the weight shared against the mean of the weights of both (Dice), 0 to 1.

    A long word is the rarer one as a rule (Zipf 1935), so length stands in for rarity where no corpus is at hand.
    """
    one, two = worded(a).words, worded(b).words
    both = sum(one.values()) + sum(two.values())
    shared = sum(min(one[w], two[w]) for w in sorted(one.keys() & two.keys()))
    return 2 * shared / both if both else 0.0


def numbers_apart(one: Worded, two: Worded, *, answers: bool = False) -> bool:
    """Both give figures in one unit, or places in a count, and none of the one's is any of the other's.

    Answers to one question are held against each other whatever their unit: "three years" is not "until 2024".
    """
    if one.ordinals and two.ordinals and not one.ordinals & two.ordinals:
        return True
    pairs = [(x, y) for u, x in one.numbers for v, y in two.numbers if answers or u == v]
    return bool(pairs) and not any(_agree(x, y) for x, y in pairs)


def lands_apart(one: Worded, two: Worded, known: frozenset[str] = frozenset()) -> float:
    """Both name countries, those that both speak of anyway left out, and none in common."""
    ours, theirs = one.lands - known, two.lands - known
    return LAND_PENALTY if ours and theirs and not ours & theirs else 0.0


def denied_apart(one: Worded, two: Worded) -> float:
    """One says it is so, the other that it is not."""
    return DENIAL_PENALTY if one.denied != two.denied else 0.0


def _agree(x: float, y: float) -> bool:
    """Equal, or one is the other's rounding; small whole numbers are never rounded, nor are years."""
    if x == y:
        return True
    if all(n.is_integer() and n < 10_000 for n in (x, y)):
        return False
    return abs(x - y) <= 0.03 * max(abs(x), abs(y))


@lru_cache(maxsize=8192)
def worded(text: str) -> Worded:
    """A text by what it is compared by."""
    found = [m[0].replace("’", "'").lower() for m in _WORD.finditer(text)]
    ordinals = table("en", "quantities")["ordinals"]
    return Worded(
        words=_weights(text),
        numbers=frozenset(_numbers(found)),
        ordinals=frozenset(ordinals[w] for w in found if w in ordinals),
        lands=frozenset(_lands(text)),
        denied=any(w in words("en", "standing", "negation", "words") or w.endswith("n't") for w in found),
    )


def _weights(text: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    small = words("en", "group", "stopwords")
    for raw in (m[0] for m in _WORD.finditer(text)):
        plain = raw.replace("’", "'").lower()
        stem = fold(plain.removesuffix("'s"))[:STEM]
        if stem and plain not in small and stem not in small:
            kind = NAME_WEIGHT if raw[0].isupper() or raw[0].isdigit() else 1.0
            weights[stem] = max(weights.get(stem, 0.0), kind * min(1.6, 0.4 + len(plain) / 8))
    return weights


def _numbers(found: Sequence[str]) -> list[Figure]:
    """Figures and number words with the scale that follows; "one" is left out, being a pronoun as often."""
    data = table("en", "quantities")
    spelled, scales, units = data["numbers"], data["scales"], data["units"]
    numbers: list[Figure] = []
    at = 0
    while at < len(found):
        word, at = found[at], at + 1
        value = float(word.replace(",", "")) if _FIGURE.fullmatch(word) else None if word == "one" else spelled.get(word)
        if value is None:
            continue
        year = _YEAR.fullmatch(word) is not None
        if value in range(20, 100, 10) and at < len(found) and spelled.get(found[at], 10) in range(1, 10):
            value, at = value + spelled[found[at]], at + 1
        while at < len(found) and found[at] in scales:
            value, at = value * scales[found[at]], at + 1
        unit = units.get(found[at], "") if at < len(found) else ""
        numbers.append((YEAR if year and not unit else unit, float(value)))
    return numbers


def _lands(text: str) -> list[str]:
    """Countries and regions named by name, adjective, people, capital or seat of government, by their codes."""
    found, codes = _CAPITALIZED.findall(text), []
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
