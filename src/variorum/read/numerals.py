"""Numbers in words and digits: "1,200", "tens of thousands", "thirty-one", "two thirds of", "100-120".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)")
GLUED = re.compile(r"(\d[\d,]*(?:\.\d+)?)([a-z]{2,})")
"""A number and its scale in one word: "4.2bn"."""
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
        )
        and _may_count(passage, token)
    )


@cache
def _number_words() -> frozenset[str]:
    known = _words()
    return frozenset([*known["vague"], *known["numbers"], *known["fractions"], *known["pairs"]["words"]])


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
    if word in _words()["vague"]:
        return _vague_at(passage, token, word)
    if (m := MEASURED.fullmatch(word)) and m[1] in _words()["measures"]["nouns"]:
        size = _float(m[2])
        return (size, size, token) if size is not None else None
    if m := RANGE.fullmatch(word):
        low, high = _float(m[1]), _float(m[2])
        return (low, high, token) if low is not None and high is not None and low < high else None
    if word in _words()["pairs"]["words"]:
        return 2.0, 2.0, token
    value, last = _value(word), token
    if value is None or passage.parse.pos[token] not in {"NUM", "NOUN", "ADJ", "PROPN"}:
        return None
    if word == "one" and (passage.parse.tags[token] != "CD" or passage.children(token, "det", "amod", "poss")):
        return None
    if token + 2 < len(passage) and passage.words[token + 1] == "-" and value in range(20, 100, 10):
        unit = _words()["numbers"].get(passage.lower[token + 2], 10)
        value, last = (value + unit, token + 2) if unit < 10 else (value, last)
    while (scaled := _scale_behind(passage, token, last)) is not None:
        value, last = value * scaled[0], scaled[1]
    if last + 1 < len(passage) and (size := _words()["lots"].get(passage.lower[last + 1])):
        return value * size, float("inf"), last + 1
    if (end := _range_end(passage, token, last)) is not None and value < end[0]:
        return value, *end
    if last > token and value % 100 == 0 and (rest := _behind_and(passage, last)):
        value, last = value + rest[0], rest[1]
    return (value, value, last) if math.isfinite(value) else None


def _range_end(passage: Passage, token: int, last: int) -> tuple[float, int] | None:
    """The upper end of a range told in words, and its last token: "between 8,000 *and 10,000*", "20 *to 30* people"."""
    before, joiner = passage.lower[token - 1] if token else "", passage.lower[last + 1 : last + 2]
    if last + 2 >= len(passage) or (before, *joiner) not in {("between", "and"), (before, "to")}:
        return None
    if before == "from" or passage.lower[token] in _words()["pairs"]["words"]:
        return None
    top = number_at(passage, last + 2)
    if top is None or top[0] != top[1]:
        return None
    counts = top[2] + 1 < len(passage) and passage.parse.tags[top[2] + 1].startswith("NN")
    return (top[0], top[2]) if counts or joiner == ("and",) else None


def _scale_behind(passage: Passage, token: int, last: int) -> tuple[float, int] | None:
    """A word of scale behind a number, with or without a hyphen, and its token: "5 million", "$5-billion"."""
    at = last + 2 if last + 1 < len(passage) and passage.words[last + 1] == "-" else last + 1
    scale = _words()["scales"].get(passage.lower[at]) if at < len(passage) else None
    if scale is None or (len(passage.lower[at]) == 1 and (at > last + 1 or _is_metre(passage, token, at))):
        return None
    return float(scale), at


def _is_metre(passage: Passage, token: int, at: int) -> bool:
    """Whether "m" measures ("20 m high", "a 20m wall"); behind a sign of money or before a plural it counts."""
    if passage.lower[at] not in _words()["units"] or at + 1 >= len(passage):
        return False
    money = token and (passage.parse.tags[token - 1] == "$" or passage.lower[token - 1] in _words()["prefixed"])
    metre = passage.parse.tags[at + 1] in {"JJ", "RB", "NN", "HYPH", "IN"} and passage.lower[at + 1] != "of"
    return metre and not money


def _behind_and(passage: Passage, last: int) -> tuple[float, int] | None:
    """The tens and units behind hundreds told in words: "one hundred *and thirty-three*"."""
    spelled = passage.lower[last] in _words()["scales"] and passage.lower[last - 1] in _words()["numbers"]
    if not spelled or last + 2 >= len(passage) or passage.lower[last + 1] != "and":
        return None
    told = number_at(passage, last + 2)
    return (told[0], told[2]) if told and told[0] == told[1] and told[0] < 100 else None


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
        return _float(word)
    if "-" in word and all(p in _words()["numbers"] for p in word.split("-")):
        return float(sum(_words()["numbers"][p] for p in word.split("-")))
    if (m := GLUED.fullmatch(word)) and (scale := _words()["scales"].get(m[2])):
        number = _float(m[1])
        return number * scale if number is not None else None
    number = _words()["numbers"].get(word)
    return float(number) if number is not None else None


def _float(digits: str) -> float | None:
    """The digits' value; None when they are none, or so many that no float holds them."""
    try:
        value = float(digits.replace(",", "").rstrip("."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


@kept_with_parse
def fraction_at(passage: Passage, token: int) -> Value | None:
    """The percentage that a fraction of something tells: "a third of", "two thirds of", "half of", "half the".

    Fractions are told for their roundness: the range is wider than the figure.
    """
    size = _words()["fractions"].get(passage.lower[token])
    after = passage.lower[token + 1] if token + 1 < len(passage) else ""
    of = after == "of" or (passage.lower[token] == "half" and after in _words()["articles"]["words"])
    if size is None or not of or (token + 2 < len(passage) and passage.lower[token + 2] in _words()["lots"]):
        return None
    before = passage.lower[token - 1] if token else ""
    parts = _words()["numbers"].get(before, 1) if passage.lower[token].endswith("s") else 1
    share = float(size) * parts
    return (share - ROUND, share + ROUND, token) if 0 < share < 100 else None
