"""The units of numbers: money, shares, measures and speeds; and what has the size that a compound gives.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.lang.currencies import currency_codes, currency_nouns
from variorum.model.parse import Passage
from variorum.read.numerals import GLUED, price_of


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


def hourly(passage: Passage, unit: str | None, end: int) -> tuple[str | None, int]:
    """A distance that is told for an hour is a speed: "105 kilometers per hour"; its unit, and where its words end."""
    rules = _words()["hourly"]
    if unit in rules["units"] and " ".join(passage.lower[end : end + 2]) in rules["words"]:
        return str(rules["units"][unit]), end + 2
    return unit, end


def sized(passage: Passage, last: int, noun: int | None) -> int | None:
    """What has the size that a compound gives: "a 120-metre *ship*", "the 15 km *tunnel*", "a 15-km-long *tunnel*"."""
    unit = noun if noun is not None else last + 1
    if unit >= len(passage) or passage.parse.lemmas[unit].lower() not in unit_words():
        return None
    dep, head = passage.parse.deps[unit], passage.parse.heads[unit]
    if dep == "npadvmod" and passage.parse.deps[head] == "amod":
        dep, head = "amod", passage.parse.heads[head]
    while passage.parse.deps[head] == "compound" and passage.parse.heads[head] > head:
        head = passage.parse.heads[head]
    before = dep in {"compound", "nmod", "amod", "nummod"} and head > unit
    return head if before and passage.parse.pos[head] in {"NOUN", "PROPN"} else None


@cache
def unit_words() -> dict[str, str]:
    """Units by their words, the currencies of the world among them."""
    ordinary = words("en", "quantities", "no_money", "words")
    found = {noun: code for noun, code in currency_nouns("en").items() if noun not in ordinary}
    found.update(_words()["units"])
    return found


def unit_of(passage: Passage, first: int, last: int, noun: int | None) -> str | None:
    """The unit that a number is given in: "USD", "%", "km"; None for a count.

    Args:
        passage: where it stands.
        first: its first token.
        last: its last.
        noun: what it counts or measures, if that is said.
    """
    units = unit_words()
    lemma = passage.parse.lemmas[noun].lower().rstrip(".") if noun is not None else ""
    before = passage.lower[first - 1] if first else ""
    after = passage.lower[last + 1] if last + 1 < len(passage) else ""
    measured = passage.parse.lemmas[last + 1].lower() if noun is not None and after and noun < first else ""
    qualified = passage.lower[noun - 1] if noun else ""
    if (glued := _glued(passage, first, last)) is not None:
        return glued
    if before in _words()["prefixed"]:
        return str(_words()["prefixed"][before])
    if first and passage.words[first - 1] in currency_codes() and not passage.text.isupper():  # "ALL 12 FREED"
        return passage.words[first - 1]
    named = before.isalpha() and _names_money(passage, first - 1)
    for word in (f"{qualified} {lemma}", before, after, lemma, measured):
        if word in units and (word != before or named or not word.isalpha()):
            return units[word]
    return None


def _glued(passage: Passage, first: int, last: int) -> str | None:
    """The unit that stands in one word with its number: "350MW", "Rs900"."""
    if (price := price_of(passage, first)) is not None:
        return price[0]
    m = GLUED.fullmatch(passage.lower[last])
    unit: str | None = _words()["units"].get(m[2]) if m else None
    return unit


def _names_money(passage: Passage, token: int) -> bool:
    """Whether a currency's name stands before its sum: "Taka 25,000", "Rupees 5 lakh"; not "won 12 medals"."""
    word, tag = passage.words[token], passage.parse.tags[token]
    money = passage.lower[token] in currency_nouns("en") or passage.parse.lemmas[token].lower() in currency_nouns("en")
    return word.istitle() and tag in {"NNP", "NNPS", "NN", "NNS"} and money
