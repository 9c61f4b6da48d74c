"""Numbers with what they count: value, bound, unit, noun, and what befell the counted.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.model.article import Article
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Quantity
from variorum.read.ages import Age, age_at
from variorum.read.bare import articled, crowd, filled, is_name, numbered, set_beside, stands_alone
from variorum.read.changes import changing, unitless
from variorum.read.counted import bound_behind, bound_of, compounded, head_of, lemma_of, measures, noun_of
from variorum.read.numerals import countable, fraction_at, number_at, parts_at
from variorum.read.outcomes import forms, outcome_of
from variorum.read.outcomes import outcome as find_outcome
from variorum.read.revised import Count, Told, left_behind, standing
from variorum.read.units import hourly, sized, unit_of, unit_words

FEW = 10
"""The most that "the two leaders" and their like can be; a larger number tells something even behind "the"."""
FARTHEST = 8
"""Tokens between a number and its noun ("two short-range ballistic missiles"), at most."""
Number = tuple[int, int, float, float]
"""A number's first and last token, and the least and the most it can mean."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


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
    age: Age | None = None
    for token in countable(passage):
        if token < after:
            continue
        if (age := age_at(passage, token, age)) is not None:
            found.append(Count(token, *_bounded(passage, *age[:2], age[2:4], (age.unit, age.noun, None, None))))
            after = age.end
        if age is not None or token in busy:
            continue
        share = fraction_at(passage, token)
        if (value := share or number_at(passage, token)) is None:
            continue
        low, high, last = value
        row = _share(passage, token, low, high) if share else _quantity(passage, (token, last, low, high))
        if row:
            found.append(Count(token, *row))
        after = last + 1
    found = filled(passage, sorted([*found, *_none(passage)], key=lambda row: row.token))
    return standing(passage, sorted([*found, *articled(passage, found)], key=lambda row: row.token))


def _none(passage: Passage) -> Iterator[Count]:
    """That nobody died, and that there were no casualties, are counts too."""
    rules = _words()["none"]
    for token, word in enumerate(passage.lower):
        head = passage.parse.heads[token]
        if word in rules["pronouns"] or (word == "one" and token and passage.lower[token - 1] == "no"):
            first = token - 1 if word == "one" else token
            if outcome := find_outcome(passage, token):
                yield Count(token, (first, token + 1), Told(0.0, 0.0, None, None, outcome, None))
        elif word in rules["determiners"] and passage.parse.deps[token] == "det" and head > token:
            told = outcome_of()
            outcome = next((told[w] for w in forms(passage, head) if w in told), None)
            if outcome and passage.parse.pos[head] == "NOUN":
                noun = passage.parse.lemmas[head].lower()
                yield Count(token, (token, head + 1), Told(0.0, 0.0, None, noun, outcome, None))


def _quantity(passage: Passage, number: Number) -> tuple[tuple[int, int], Told] | None:
    """What a number that is no date tells, and the half-open token range of its words; None if it tells nothing."""
    first, last, low, high = number
    own = noun = noun_of(passage, first, last)
    if noun is None:
        noun = numbered(passage, first)
    if noun is own and is_name(passage, first, last, noun) and unit_of(passage, first, last, noun) is None:
        return None
    lemma = lemma_of(passage, noun) if noun is not None else None
    if lemma in _words()["time_units"]["nouns"] or (noun is None and _is_year(passage, first, last)):
        return None
    unit, outcome = unit_of(passage, first, last, noun), _outcome(passage, number, noun)
    people = None
    if noun is None and outcome is None and unit is None:
        if (noun := changing(passage, first, last)) is not None:
            lemma = lemma_of(passage, noun)
            unit, outcome = unit_of(passage, first, last, noun), find_outcome(passage, noun)
        people = crowd(passage, first, last) if noun is None and high == float("inf") else None
        people = unitless(passage, head_of(passage, first, last), low) if noun is None and low == high else people
    if people is None and _tells_nothing(passage, number, noun, unit, outcome):
        return None
    vague = passage.lower[first] if high == float("inf") else None
    end = max(last, own if own is not None and 0 <= own - last <= FARTHEST else last) + 1
    if unit and end == last + 1 < len(passage) and unit_words().get(passage.parse.lemmas[end].lower()) == unit:
        end += 1
    unit, end = hourly(passage, unit, end)
    behind = sized(passage, last, noun) if unit and unit != "%" else None
    what = people or (None if unit == lemma else lemma)
    what = passage.parse.lemmas[behind].lower() if behind is not None else what
    behind_it = bound_behind(passage, last)[1]
    return _bounded(passage, first, max(end, behind_it + 1), (low, high), (unit, what, outcome, vague))


def _outcome(passage: Passage, number: Number, noun: int | None) -> str | None:
    """What befell the counted, by their noun, by the whole of which they are a part, or by the total they make."""
    first, last, low, _ = number
    if noun is None and low % 1:
        return None  # nothing befell 6.8 people
    head = head_of(passage, first, last)
    whole = _of_a_whole(passage, noun, first) if noun is not None else _is_whole(passage, head)
    part = noun is not None and noun > last and passage.lower[passage.parse.heads[noun]] == "of"
    outcome = find_outcome(passage, noun if noun is not None else head, whole=whole)
    if part and not _befell(outcome):
        outcome = find_outcome(passage, head) or outcome
    if outcome is None and (total := _totalled(passage, head)):
        outcome = find_outcome(passage, total)
    return outcome


def _tells_nothing(passage: Passage, number: Number, noun: int | None, unit: str | None, outcome: str | None) -> bool:
    """Whether a number counts nothing, is one that was left behind, or only points to what is known."""
    first, last, low, high = number
    bare = noun is None and outcome is None
    if bare and high == float("inf"):
        return first == last or not stands_alone(passage, first, last)
    if bare and unit is None and not stands_alone(passage, first, last):
        return True
    if unit is None and (noun is None or outcome is not None) and left_behind(passage, first, last):
        return not (bare and set_beside(passage, first, last))
    if (
        noun is None
        and unit is None
        and first
        and passage.lower[first - 1] in words("en", "quantities", "former", "ways")
    ):
        return True  # "41, *up seven* from Thursday"
    if noun is None and first > 1 and passage.lower[first - 1] == "of" and _is_parent(passage, first - 2):
        return True
    if passage.lower[first] in words("en", "quantities", "pairs", "words") and not _befell(outcome):
        return True
    measured = noun is not None and lemma_of(passage, noun) in measures()
    if _hyphened(passage, first, last) and compounded(passage, last) is None and not measured:
        return True
    told = outcome or unit or measured
    return not told and noun is not None and low <= FEW and _definite(passage, noun, first)


def _befell(outcome: str | None) -> bool:
    """Whether an outcome tells more than that they were there."""
    return outcome is not None and outcome != _words()["weakest"]["outcome"]


def _of_a_whole(passage: Passage, noun: int, first: int) -> bool:
    """Whether a number counts the whole of which a part is told: "18 of *the 54 passengers*", "none of the 12"."""
    above = passage.parse.heads[noun]
    if passage.parse.deps[noun] != "pobj" or first < above:
        return False
    if passage.lower[above] != "of":
        return passage.lower[above] in words("en", "quantities", "partitive", "prepositions")
    part = passage.parse.heads[above]
    return passage.parse.tags[part] == "CD" or passage.lower[part] in words("en", "quantities", "partitive", "heads")


def _is_whole(passage: Passage, head: int) -> bool:
    """Whether a number without a noun is the whole of which a part is told behind it: "*of the 64* on board, 41"."""
    above = passage.parse.heads[head]
    opens = passage.parse.deps[head] == "pobj" and passage.lower[above] == "of"
    return (
        opens
        and passage.parse.pos[passage.parse.heads[above]] in {"VERB", "AUX"}
        and above < passage.parse.heads[above]
    )


def _is_parent(passage: Passage, token: int) -> bool:
    """Whether a word is of a parent, whose children are counted behind it: "a mother *of three*"."""
    return passage.parse.lemmas[token].lower() in words("en", "quantities", "ages", "parents")


def _share(passage: Passage, token: int, low: float, high: float) -> tuple[tuple[int, int], Told] | None:
    """A fraction of something as a percentage of it."""
    before = parts_at(passage, token)
    first = before if token and passage.lower[before] in {"a", "one", *_words()["numbers"]} else token
    parts = [below for child in passage.children(token, "prep") for below in passage.children(child, "pobj")]
    head = passage.parse.heads[token]
    noun = parts[0] if parts else head if head > token else None
    if noun is None or passage.parse.lemmas[noun].lower() in _words()["time_units"]["nouns"]:
        return None
    found = (passage.parse.lemmas[noun].lower(), find_outcome(passage, token))
    return _bounded(passage, first, noun + 1, (low, high), ("%", *found, None))


def _bounded(
    passage: Passage,
    first: int,
    end: int,
    range_: tuple[float, float],
    told: tuple[str | None, str | None, str | None, str | None],
) -> tuple[tuple[int, int], Told]:
    """The quantity with the bound that the words about it set ("at least", "up to", "or more")."""
    bound, start = bound_of(passage, first)
    behind = (bound_behind(passage, last)[0] for last in range(first, end))
    bound = next((b for b in behind if b), bound)
    low, high = range_
    top: float | None = None if told[3] or bound == "least" else high
    bottom = 0.0 if bound == "most" else low
    return (start, end), Told(bottom, top, *told)


def _totalled(passage: Passage, head: int) -> int | None:
    """What a sentence on a total counts ("the number of *injured* stands at 44", "the death *toll* rose to 31")."""
    verb = next((a for a in passage.ancestors(head) if passage.parse.pos[a] in {"VERB", "AUX"}), None)
    for subject in passage.children(verb, "nsubj", "nsubjpass", "dobj") if verb is not None else ():
        if subject != head and passage.parse.lemmas[subject].lower() in _words()["totals"]["nouns"]:
            parts = [b for c in passage.children(subject, "prep") for b in passage.children(c, "pobj", "pcomp")]
            return parts[0] if parts else subject
    return None


def _hyphened(passage: Passage, first: int, last: int) -> bool:
    """A number inside a compound ("one-on-one", "two-track") counts nothing."""
    text, parse = passage.text, passage.parse
    return text[parse.ends[last] : parse.ends[last] + 1] in {"-", "–"} or text[: parse.starts[first]].endswith(
        ("-", "–")
    )


def _definite(passage: Passage, noun: int, first: int) -> bool:
    """Whether what is counted is known already ("the two leaders"), so that the number tells nothing new."""
    definite = _words()["articles"]["definite"]
    return any(c < first for c in passage.children(noun, "det", "poss") if passage.lower[c] in definite)


def _is_year(passage: Passage, first: int, last: int) -> bool:
    return first == last and bool(re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", passage.words[first]))
