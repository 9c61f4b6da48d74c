"""Numbers in words and digits: "1,200", "tens of thousands", "thirty-one", "two thirds of", "100-120".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.lang.currencies import currency_codes
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.spelled import hyphened, rounded_at, scale_behind, spelled_on, to_float

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)")
GLUED = re.compile(r"(\d[\d,]*(?:\.\d+)?)([a-z]{2,})")
"""A number and its scale, or its unit, in one word: "4.2bn", "350MW"."""
PRICED = re.compile(r"([a-z]{1,4}\.?\$?|[$€£¥₩])(\d[\d,]*(?:\.\d+)?)([a-z]*)")
"""A currency's short form and a sum in one word: "Rs900", "PHP10,000", "P38m"."""
MEASURED = re.compile(r"([a-z]+)-(\d+(?:\.\d+)?)")
"""A measure and its figure in one word: "magnitude-6.8"."""
ROUND = 2.5
"""Points that a share told as a fraction ("a third", "half") may be off: it is told for its roundness."""
Value = tuple[float, float, int]
"""The least and the most that a number can mean, and its last token."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


@kept_with_parse
def countable(passage: Passage) -> tuple[int, ...]:
    """The tokens at which a number may begin: numerals by their tag, and number words."""
    known, pos = _number_words(), passage.parse.pos
    return tuple(
        token
        for token, word in enumerate(passage.lower)
        if (
            word in known
            or pos[token] == "NUM"
            or ("-" in word and MEASURED.fullmatch(word))
            or (word[0].isdigit() and GLUED.fullmatch(word))
            or (word[-1].isalnum() and price_of(passage, token) is not None)
            or rounded_at(passage, token) is not None
        )
        and _may_count(passage, token)
    )


@cache
def _number_words() -> frozenset[str]:
    known = _words()
    return frozenset(
        [
            *known["vague"],
            *known["numbers"],
            *known["fractions"],
            *known["pairs"]["words"],
            *known["single"]["words"],
            *known["sets"],
        ]
    )


def _may_count(passage: Passage, token: int) -> bool:
    """Whether a number word or numeral is one here: "Channel Six" is a name, "both" may only join."""
    word = passage.lower[token]
    if token and word.isalpha() and passage.words[token][0].isupper() and passage.words[token - 1][:1].isupper():
        return False
    pairs = _words()["pairs"]
    return word not in pairs["words"] or passage.parse.deps[token] not in pairs["joining"]


def number_at(passage: Passage, token: int) -> Value | None:
    """The number that begins at the token: digits, words, scales, or a vague word."""
    word = passage.lower[token]
    if (rounded := rounded_at(passage, token)) is not None:
        return rounded[0], rounded[0], rounded[1]
    if word in _words()["vague"]:
        return _vague_at(passage, token, word)
    if word in _words()["sets"]:
        several = passage.lower[token + 1 : token + 2] == ("of",) and passage.parse.tags[token] == "NN"
        return (float(_words()["sets"][word]), float(_words()["sets"][word]), token) if several else None
    if word in _words()["single"]["words"]:
        return (1.0, 1.0, token) if is_single(passage, token) else None
    if word in _words()["pairs"]["words"]:
        return 2.0, 2.0, token
    if (m := MEASURED.fullmatch(word)) and m[1] in _words()["measures"]["nouns"]:
        size = to_float(m[2])
        return (size, size, token) if size is not None else None
    return _ranged(passage, token) if RANGE.fullmatch(word) else _numeral_at(passage, token)


def _ranged(passage: Passage, token: int) -> Value | None:
    """A range in one word, with the scale behind it: "100-120", "8-10 million"."""
    low, high = (to_float(part) for part in re.split("[-–]", passage.lower[token], maxsplit=1))
    if low is None or high is None or low >= high:
        return None
    last = token
    while (scaled := scale_behind(passage, token, last)) is not None:
        low, high, last = low * scaled[0], high * scaled[0], scaled[1]
    return low, high, last


def _numeral_at(passage: Passage, token: int) -> Value | None:
    """The number that numerals make, the first of which stands at the token."""
    word, value = passage.lower[token], _value(passage.lower[token])
    if value is None and (price := price_of(passage, token)) is not None:
        value = price[1]
    if (
        value is None
        or passage.parse.pos[token] not in {"NUM", "NOUN", "ADJ", "PROPN"}
        or _parts_behind(passage, token)
    ):
        return None
    if word == "one" and (passage.parse.tags[token] != "CD" or passage.children(token, "det", "amod", "poss")):
        return None
    value, last = spelled_on(passage, token, value)
    if last + 1 < len(passage) and (size := _words()["lots"].get(passage.lower[last + 1])):
        return value * size, float("inf"), last + 1
    if (end := _range_end(passage, token, last)) is not None and value < end[1]:
        return end
    return (value, value, last) if math.isfinite(value) else None


def _parts_behind(passage: Passage, token: int) -> bool:
    """Whether a number counts the parts of a fraction, which is read at its own word: "*two* thirds of"."""
    at = token + 2 if passage.words[token + 1 : token + 2] == ("-",) else token + 1
    word = passage.lower[at] if at < len(passage) else ""
    return word in _words()["fractions"] and word.endswith("s")


def _range_end(passage: Passage, token: int, last: int) -> Value | None:
    """Both ends of a range told in words, and its last token.

    "Between 8,000 *and 10,000*", "20 *to 30* people", "three *or four* boats", "5 *to 6* million".
    """
    before, joiner = passage.lower[token - 1] if token else "", passage.lower[last + 1 : last + 2]
    between = (before, *joiner) == ("between", "and")
    joined = joiner in {("-",), ("–",)} and _are_digits(passage, last, last + 2)
    if last + 2 >= len(passage) or not (between or joined or joiner in {("to",), ("or",)}):
        return None
    if before == "from" or passage.lower[token] in _words()["pairs"]["words"]:
        return None
    top = number_at(passage, last + 2)
    if top is None or top[0] != top[1]:
        return None
    counts = top[2] + 1 < len(passage) and passage.parse.tags[top[2] + 1].startswith("NN")
    if not (counts or between) or (joiner == ("or",) and passage.parse.tags[last + 2] != "CD"):
        return None
    low, first = number_value(passage, token, last), _value(passage.lower[last + 2])
    if low is None:
        return None
    unscaled = first is not None and low < first < top[0] and last == token
    return (low * top[0] / first if unscaled and first else low), top[0], top[2]


def _are_digits(passage: Passage, low: int, top: int) -> bool:
    """Whether two numbers in digits stand by themselves, and are no name of a type ("ATR 42-500") or a telephone's."""
    if top >= len(passage) or not all(DIGITS.fullmatch(passage.lower[i]) for i in (low, top)):
        return False
    before = passage.words[low - 1] if low else ""
    named = before.isupper() or before in {"-", "–", "."} or (low > 0 and passage.parse.pos[low - 1] == "PROPN")
    return not named and passage.words[top + 1 : top + 2] not in {("-",), ("–",)}


def number_value(passage: Passage, token: int, last: int) -> float | None:
    """What the numerals from one token to another come to, if they are one number."""
    value = _value(passage.lower[token])
    if value is None:
        return None
    told = spelled_on(passage, token, value)
    return told[0] if told[1] == last else None


def _vague_at(passage: Passage, token: int, word: str) -> Value | None:
    """A vague number: "dozens", "many people", "tens of thousands of people"; not "too many"."""
    if passage.parse.pos[token] not in {"NOUN", "ADJ", "NUM"}:
        return None
    if any(passage.lower[c] in _words()["degree"]["words"] for c in passage.children(token, "advmod")):
        return None
    low, last = float(_words()["vague"][word]), token
    if word in _words()["lots"] and token > 1 and passage.lower[token - 2] in _words()["fractions"]:
        low /= 2
    if scale := _words()["scales"].get(passage.lower[token + 1] if token + 1 < len(passage) else ""):
        return low * scale, float("inf"), token + 1
    of, plural = (*passage.lower[token + 1 : token + 3], "", "")[:2]
    if of == "of" and plural in _words()["plurals"]:
        low, last = low * float(_words()["plurals"][plural]), token + 2
    return low, float("inf"), last


def _value(word: str) -> float | None:
    if DIGITS.fullmatch(word):
        return to_float(word)
    if joined := hyphened(word):
        return float(joined)
    if m := GLUED.fullmatch(word):
        scale = _words()["scales"].get(m[2]) or (1 if m[2] in _words()["units"] else None)
        number = to_float(m[1])
        return number * scale if number is not None and scale else None
    number = _words()["numbers"].get(word)
    return float(number) if number is not None else None


@kept_with_parse
def fraction_at(passage: Passage, token: int) -> Value | None:
    """The percentage that a fraction of something tells: "a third of", "two thirds of", "half of", "half the".

    Fractions are told for their roundness: the range is wider than the figure.
    """
    size = _words()["fractions"].get(passage.lower[token])
    after = passage.lower[token + 1] if token + 1 < len(passage) else ""
    of = after == "of" or (passage.lower[token] == "half" and after in _words()["articles"]["words"])
    lots = token + 2 < len(passage) and passage.lower[token + 2] in _words()["lots"]
    other = lots or _ordinal(passage, token) or rounded_at(passage, token) is not None
    if size is None or not of or other:
        return None
    parts = _words()["numbers"].get(passage.lower[parts_at(passage, token)], 1)
    share = float(size) * (parts if passage.lower[token].endswith("s") else 1)
    return (share - ROUND, share + ROUND, token) if 0 < share < 100 else None


def _ordinal(passage: Passage, token: int) -> bool:
    """Whether a word for a part is a place in a count: "*the third* of four"; not "a third of"."""
    word = passage.lower[token]
    return word in _words()["ordinals"] and (not token or passage.lower[token - 1] not in _words()["parting"]["words"])


def parts_at(passage: Passage, token: int) -> int:
    """Where the number of a fraction's parts stands before it: "*two* thirds", "*two*-thirds"."""
    return token - 2 if token > 1 and passage.words[token - 1] == "-" else max(token - 1, 0)


def is_single(passage: Passage, token: int) -> bool:
    """Whether the word says that there was one: "a *single* missile"; not "without a single loss", "single market"."""
    rules, head = _words()["single"], passage.parse.heads[token]
    behind = passage.parse.tags[token + 1 : token + 2]
    if passage.parse.tags[head] != "NN" or head < token or behind in {("JJS",), ("RBS",), ("HYPH",)}:
        return False
    if passage.parse.lemmas[head].lower() in rules["idioms"]:
        return False
    articles = [c for c in passage.children(head, "det", "poss") if c < token]
    if not articles or any(passage.lower[c] not in rules["articles"] for c in articles):
        return False
    if passage.lower[articles[0] - 1 : articles[0]] and passage.lower[articles[0] - 1] in rules["denying"]:
        return False
    above = list(passage.ancestors(head))[:2]
    nobody = {passage.lower[s] for a in above for s in passage.children(a, "nsubj")} & {*_words()["none"]["pronouns"]}
    return not nobody and not any(passage.children(a, "neg") for a in above)


def price_of(passage: Passage, token: int) -> tuple[str, float] | None:
    """The currency and the sum told in one word: "Rs900", "PHP10,000".

    A letter alone is a currency's only before a sum that looks like one ("P38 million", "R1,500").
    """
    m = PRICED.fullmatch(passage.lower[token].rstrip("."))
    if m is None:
        return None
    short, shown = m[1], passage.words[token]
    following = passage.lower[token + 1] if token + 1 < len(passage) else ""
    known = {**_words()["prefixed"], **_words()["units"]} if not short.isalpha() else _words()["prefixed"]
    unit = known.get(short) or (short.upper() if short.upper() in currency_codes() and shown[:3].isupper() else None)
    if unit is None and (m[3] in _words()["scales"] or "," in m[2] or following in _words()["scales"]):
        unit = _words()["letters"].get(short)
    number, scale = to_float(m[2]), _words()["scales"].get(m[3]) if m[3] else 1
    return (unit, number * scale) if unit and number is not None and scale else None
