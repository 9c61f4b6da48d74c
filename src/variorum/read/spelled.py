"""Numerals behind one another: "two hundred and ten thousand", "a million", "half a million", "two and a half", "5m".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage

ARTICLES = frozenset({"a", "an"})
PARTS = frozenset({"half", "quarter", "quarters", "third", "thirds"})
"""Words for parts that scales are told in."""
THOUSAND = 1000


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


def spelled_on(passage: Passage, token: int, value: float) -> tuple[float, int]:
    """What a number comes to with the numerals behind it, and its last token: "two hundred *and ten thousand*".

    Args:
        passage: where it stands.
        token: its first token.
        value: what that one means.
    """
    last, whole, least = token, 0.0, math.inf
    while True:
        at = last + 2 if passage.words[last + 1 : last + 2] == ("-",) else last + 1
        word = passage.lower[at] if at < len(passage) else ""
        unit = _words()["numbers"].get(word, 0)
        if at == last + 2 and value % 100 in range(20, 100, 10) and 0 < unit < 10:
            value, last = value + unit, at
        elif half := _and_a_half(passage, last):
            value, last = value + half[0], half[1]
        elif (scaled := scale_behind(passage, token, last)) is not None:
            value, last = value * scaled[0], scaled[1]
        elif rest := _behind_hundreds(passage, last, value):
            value, last = value + rest[0], rest[1]
        elif rest := _behind_thousands(passage, last, value, least):
            whole, least = whole + value, value
            value, last = rest
        else:
            return whole + value, last


def rounded_at(passage: Passage, token: int) -> tuple[float, int] | None:
    """A scale that an article counts, whole or in parts, and its last token: "a thousand", "half a million"."""
    word, scales = passage.lower[token], _words()["scales"]
    if word not in ARTICLES | PARTS:
        return None
    before = passage.lower[token - 1] if token else ""
    at, size = token + 1, 1.0
    if word in PARTS:
        parts = _words()["numbers"].get(before, 1) if word.endswith("s") else 1
        size = parts * _words()["fractions"][word] / 100
        while at < len(passage) and passage.lower[at] in {"-", "of", *ARTICLES}:
            at += 1
    elif before in _words()["bare_scales"]["not_behind"]:
        return None
    scale = passage.lower[at] if at < len(passage) else ""
    if len(scale) <= 2 or scale not in scales or (word != "half" and at == token + 1 and word in PARTS):
        return None
    value, last = spelled_on(passage, at, float(scales[scale])) if size == 1 else (size * scales[scale], at)
    return value, last


def _and_a_half(passage: Passage, last: int) -> tuple[float, int] | None:
    """The half behind a number: "two *and a half* million", "two-*and-a-half*"."""
    behind = [i for i in range(last + 1, min(last + 7, len(passage))) if passage.words[i] != "-"][:3]
    if [passage.lower[i] for i in behind] != ["and", "a", "half"]:
        return None
    scaled = _words()["scales"].get(passage.lower[last], 1)
    return (scaled / 2, behind[-1]) if behind[-1] - last <= len(behind) * 2 else None


def _behind_hundreds(passage: Passage, last: int, value: float) -> tuple[float, int] | None:
    """The tens and units behind hundreds told in words: "one hundred *and thirty-three*", "a hundred *twenty*"."""
    spelled = passage.lower[last] in _words()["scales"] and last > 0 and passage.lower[last - 1].isalpha()
    at = last + 2 if passage.lower[last + 1 : last + 2] == ("and",) else last + 1
    if not spelled or value % 100 or at >= len(passage) or not passage.lower[at][:1].isalpha():
        return None
    told = _words()["numbers"].get(passage.lower[at]) or hyphened(passage.lower[at])
    if not told or (at == last + 1 and passage.lower[last] != "hundred"):
        return None
    following = passage.lower[at + 1 : at + 2]
    return (float(told), at) if not (following and following[0] in _words()["scales"]) else None


def _behind_thousands(passage: Passage, last: int, value: float, least: float) -> tuple[float, int] | None:
    """The lesser number behind thousands told in words: "two thousand *five* hundred"; its first word's value."""
    scale = _words()["scales"].get(passage.lower[last], 0)
    at = last + 2 if passage.lower[last + 1 : last + 2] == ("and",) else last + 1
    if scale < THOUSAND or at >= len(passage) or not last or not passage.lower[last - 1].isalpha():
        return None
    rest = _words()["numbers"].get(passage.lower[at]) or hyphened(passage.lower[at])
    more = passage.lower[at + 1 : at + 2]
    fits = rest and value < least and rest < scale and not (more and _words()["scales"].get(more[0], 0) >= scale)
    return (float(rest), at) if fits and rest else None


def scale_behind(passage: Passage, token: int, last: int) -> tuple[float, int] | None:
    """A word of scale behind a number, with or without a hyphen, and its token: "5 million", "$5-billion"."""
    at = last + 2 if last + 1 < len(passage) and passage.words[last + 1] == "-" else last + 1
    scale = _words()["scales"].get(passage.lower[at].rstrip(".")) if at < len(passage) else None
    if scale is None or (len(passage.lower[at]) == 1 and (at > last + 1 or _is_metre(passage, token, at))):
        return None
    return float(scale), at


def _is_metre(passage: Passage, token: int, at: int) -> bool:
    """Whether "m" measures ("20 m high", "a 20m wall"); behind a sign of money or before a plural it counts."""
    word = passage.lower[at].rstrip(".")
    if word not in _words()["units"]:
        return False
    money = token and (passage.parse.tags[token - 1] == "$" or passage.lower[token - 1] in _words()["prefixed"])
    if at + 1 >= len(passage) or passage.words[at].endswith("."):
        return not money and passage.parse.starts[at] > passage.parse.ends[at - 1]
    metre = passage.parse.tags[at + 1] in {"JJ", "RB", "NN", "HYPH", "IN"} and passage.lower[at + 1] != "of"
    return metre and not money


def hyphened(word: str) -> int | None:
    """The value of a number of two words in one ("thirty-one")."""
    parts = word.split("-")
    known = len(parts) > 1 and all(p in _words()["numbers"] for p in parts)
    return sum(_words()["numbers"][p] for p in parts) if known else None


def to_float(digits: str) -> float | None:
    """The digits' value; None when they are none, or so many that no float holds them."""
    try:
        value = float(digits.replace(",", "").rstrip("."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
