"""Numbers with what they count: value, bound, unit, noun, and what befell the counted.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Quantity

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(r"(\d[\d,.]*)[-–](\d[\d,.]*)")
FEW = 10
"""The most that "the two leaders" and their like can be; a larger number tells something even behind "the"."""
FARTHEST = 8
"""Tokens between a number and its noun ("two short-range ballistic missiles"), at most."""
Number = tuple[int, int, float, float]
"""A number's first and last token, and the least and the most it can mean."""
Told = tuple[float, float | None, str | None, str | None, str | None, str | None]
"""The fields of a quantity behind its cite, in order."""
Count = tuple[int, tuple[int, int], Told]
"""A number's token, the half-open token range of the words that tell the quantity, and what they tell."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


@cache
def _outcome_of() -> dict[str, str]:
    return {lemma: outcome for outcome, lemmas in _words()["outcomes"].items() for lemma in lemmas}


def find_quantities(article: Article, passage: Passage, busy: frozenset[int]) -> list[tuple[int, Quantity]]:
    """The passage's quantities, each with its number's token.

    Args:
        article: for the cites.
        passage: where to look.
        busy: tokens that belong to time expressions, whose numbers are dates.
    """
    return [
        (token, Quantity(article.cite(passage.span(*words)), *told)) for token, words, told in _counts(passage, busy)
    ]


@kept_with_parse
def _counts(passage: Passage, busy: frozenset[int]) -> tuple[Count, ...]:
    found: list[Count] = []
    after = 0
    for token in _countable(passage):
        if token < after or token in busy or (value := _number_at(passage, token)) is None:
            continue
        low, high, last = value
        if told := _quantity(passage, (token, last, low, high)):
            found.append((token, *told))
        after = last + 1
    return tuple(found)


@kept_with_parse
def _countable(passage: Passage) -> tuple[int, ...]:
    return tuple(token for token in range(len(passage)) if _may_count(passage, token))


def _may_count(passage: Passage, token: int) -> bool:
    """A cheap look before the parse of a number: a numeral by its tag, or a number word."""
    word = passage.lower[token]
    return passage.parse.pos[token] == "NUM" or word in _words()["vague"] or word in _words()["numbers"]


def _number_at(passage: Passage, token: int) -> tuple[float, float, int] | None:
    """(low, high, last token) of a number that begins at the token: digits, words, scales, or a vague word."""
    word = passage.lower[token]
    if word in _words()["vague"]:
        return _vague_at(passage, token, word)
    if m := RANGE.fullmatch(word):
        low, high = _float(m[1]), _float(m[2])
        return (low, high, token) if low is not None and high is not None and low < high else None
    value, last = _value(word), token
    if value is None or passage.parse.pos[token] not in {"NUM", "NOUN", "ADJ", "PROPN"}:
        return None
    if word == "one" and passage.parse.tags[token] != "CD":
        return None
    if token + 2 < len(passage) and passage.words[token + 1] == "-" and value in range(20, 100, 10):
        unit = _words()["numbers"].get(passage.lower[token + 2], 10)
        value, last = (value + unit, token + 2) if unit < 10 else (value, last)
    while last + 1 < len(passage) and (scale := _words()["scales"].get(passage.lower[last + 1])):
        value, last = value * scale, last + 1
    return (value, value, last) if math.isfinite(value) else None


def _vague_at(passage: Passage, token: int, word: str) -> tuple[float, float, int] | None:
    """A vague number: "dozens", "many people", "tens of thousands of people"; not "too many"."""
    if passage.parse.pos[token] not in {"NOUN", "ADJ", "NUM"}:
        return None
    if any(passage.lower[c] in _words()["degree"]["words"] for c in passage.children(token, "advmod")):
        return None
    low, last = float(_words()["vague"][word]), token
    of, plural = (*passage.lower[token + 1 : token + 3], "", "")[:2]
    if of == "of" and plural in _words()["plurals"]:
        low, last = low * float(_words()["plurals"][plural]), token + 2
    if _counted(passage, token, last) is None and _outcome(passage, token) is None:
        return None
    return low, float("inf"), last


def _value(word: str) -> float | None:
    if DIGITS.fullmatch(word):
        return _float(word)
    if "-" in word and all(p in _words()["numbers"] for p in word.split("-")):
        return float(sum(_words()["numbers"][p] for p in word.split("-")))
    number = _words()["numbers"].get(word)
    return float(number) if number is not None else None


def _float(digits: str) -> float | None:
    """The digits' value; None when they are none, or so many that no float holds them."""
    try:
        value = float(digits.replace(",", "").rstrip("."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _quantity(passage: Passage, number: Number) -> tuple[tuple[int, int], Told] | None:
    first, last, low, high = number
    noun = _measured(passage, first, last)
    if noun is None:
        noun = _counted(passage, first, last)
    lemma = passage.parse.lemmas[noun].lower() if noun is not None else None
    if lemma in _words()["time_units"]["nouns"] or (noun is None and _is_year(passage, first, last)):
        return None
    unit = _unit(passage, first, last, lemma)
    outcome = _outcome(passage, noun if noun is not None else first)
    if (unit is None and noun is None and outcome is None) or (
        _hyphened(passage, first, last) and lemma not in _words()["measures"]["nouns"]
    ):
        return None
    told = outcome or unit or lemma in _words()["measures"]["nouns"]
    if not told and noun is not None and low <= FEW and _definite(passage, noun, first):
        return None
    vague = passage.lower[first] if high == float("inf") else None
    bound, start = _bound(passage, first)
    top: float | None = None if vague or bound == "least" else high
    bottom = 0.0 if bound == "most" else low
    end = max(last, noun if noun is not None and noun - last <= FARTHEST else last) + 1
    return (start, end), (bottom, top, unit, None if unit == lemma else lemma, outcome, vague)


def _hyphened(passage: Passage, first: int, last: int) -> bool:
    """A number inside a compound ("one-on-one", "two-track") counts nothing."""
    text, parse = passage.text, passage.parse
    return text[parse.ends[last] : parse.ends[last] + 1] in {"-", "–"} or text[: parse.starts[first]].endswith(
        ("-", "–")
    )


def _definite(passage: Passage, noun: int, first: int) -> bool:
    """Whether what is counted is known already ("the two leaders"), so that the number tells nothing new."""
    return any(c < first for c in passage.children(noun, "det", "poss") if passage.lower[c] in {"the", "both"})


def _is_year(passage: Passage, first: int, last: int) -> bool:
    return first == last and bool(re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", passage.words[first]))


def _measured(passage: Passage, first: int, last: int) -> int | None:
    """The measure a number gives: "magnitude-6.8", "6.8 magnitude quake", "put the magnitude at 7.1"."""
    nouns = _words()["measures"]["nouns"]
    for token in (first - 1, first - 2, last + 1, last + 2):
        beside = 0 <= token < len(passage) and passage.parse.lemmas[token].lower() in nouns
        between = passage.words[min(token, last) + 1 : max(token, first)] if beside else ()
        if beside and all(w in {"-", "–"} or w.lower() in _words()["measures"]["prepositions"] for w in between):
            return token
    return None


def _counted(passage: Passage, first: int, last: int) -> int | None:
    """The noun that a number counts: its head, or the object of "of" behind it."""
    for token in (last, first):
        for child in passage.children(token, "prep"):
            if passage.lower[child] == "of":
                for below in passage.children(child, "pobj"):
                    return below
    for token in (last, first):
        dep, head = passage.parse.deps[token], passage.parse.heads[token]
        if dep in {"nummod", "amod", "quantmod", "compound"} and head > token:
            return head if passage.parse.pos[head] in {"NOUN", "PROPN"} else None
    return None


def _unit(passage: Passage, first: int, last: int, lemma: str | None) -> str | None:
    units: dict[str, str] = _words()["units"]
    before = passage.lower[first - 1] if first else ""
    after = passage.lower[last + 1] if last + 1 < len(passage) else ""
    for word in (before, after, lemma or ""):
        if word in units and (word != before or not word.isalpha()):
            return units[word]
    return None


def _outcome(passage: Passage, token: int) -> str | None:
    """What is said of the counted: of the verb they are subject or object of, else of the words beside them.

    A predicate tells more than the noun: "36 survivors were injured" counts the injured.
    """
    classes = _outcome_of()
    told, beside = _predicates(passage, token), _beside(passage, token)
    joined = passage.parse.deps[token] in {"conj", "pobj"}
    near = (*beside, *told, token) if joined else (*told, *beside, token)
    words = [w for i in near for w in _forms(passage, i)]
    return next((classes[w] for w in words if w in classes), None)


def _forms(passage: Passage, token: int) -> tuple[str, str]:
    return passage.lower[token], passage.parse.lemmas[token].lower()


def _predicates(passage: Passage, token: int) -> list[int]:
    """The words that say what befell the counted."""
    dep, head = passage.parse.deps[token], passage.parse.heads[token]
    if dep in {"nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd"}:
        under = passage.children(head, "acomp", "oprd", "attr", "xcomp", "dobj", "prep")
        boards = [b for p in under if passage.parse.deps[p] == "prep" for b in passage.children(p, "pobj")]
        return [*(u for u in under if u != token), *boards, head]
    if dep in {"pobj", "conj", "nummod"}:
        above = list(passage.ancestors(token))[:3]
        return [*above, *(c for a in above for c in passage.children(a, "nsubj", "nsubjpass") if c != token)]
    return []


def _beside(passage: Passage, token: int) -> list[int]:
    near = list(passage.children(token, "amod", "acl", "advmod", "relcl", "compound"))
    for preposition in passage.children(token, "prep"):
        near.extend(passage.children(preposition, "pobj"))
        near.append(preposition)
    return near


def _bound(passage: Passage, first: int) -> tuple[str | None, int]:
    """(``least``, ``most``, ``about`` or None, the first token of the words that say so)."""
    for length in (4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = " ".join(passage.lower[start:first])
        for bound, phrases in _words()["bounds"].items():
            if words in phrases:
                return bound, start
    return None, first
