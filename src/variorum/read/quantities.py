"""Numbers with what they count: value, bound, unit, noun, and what befell the counted.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.lang.currencies import currency_codes, currency_nouns
from variorum.model.article import Article
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Quantity
from variorum.read.ages import Age, age_at
from variorum.read.numerals import countable, fraction_at, number_at
from variorum.read.outcomes import forms, outcome_of
from variorum.read.outcomes import outcome as find_outcome
from variorum.read.revised import Count, Told, left_behind, standing

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
    return standing(passage, sorted([*found, *_none(passage)], key=lambda row: row.token))


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
    first, last, low, high = number
    head = _head(passage, first, last)
    noun = _noun(passage, first, last)
    bare = noun is None and _stands_alone(passage, head, first)
    lemma = _lemma(passage, noun) if noun is not None else None
    if lemma in _words()["time_units"]["nouns"] or (noun is None and _is_year(passage, first, last)):
        return None
    unit = _unit(passage, first, last, noun)
    total = _totalled(passage, head)
    whole = noun is not None and _of_a_whole(passage, noun, first)
    part = noun is not None and noun > last and passage.lower[passage.parse.heads[noun]] == "of"
    outcome = find_outcome(passage, noun if noun is not None else head, whole=whole)
    if part and not _befell(outcome):
        outcome = find_outcome(passage, head) or outcome
    outcome = outcome or (find_outcome(passage, total) if total else None)
    if noun is None and low % 1:
        outcome = None  # nothing befell 6.8 people
    if unit is None and noun is None and outcome is None and not bare:
        return None
    if unit is None and (noun is None or outcome is not None) and left_behind(passage, first, last):
        return None
    if noun is None and first > 1 and passage.lower[first - 1] == "of" and _is_parent(passage, first - 2):
        return None
    if passage.lower[first] in words("en", "quantities", "pairs", "words") and not _befell(outcome):
        return None
    if _hyphened(passage, first, last) and _compounded(passage, last) is None and lemma not in _measures():
        return None
    told = outcome or unit or lemma in _measures()
    if not told and noun is not None and low <= FEW and _definite(passage, noun, first):
        return None
    vague = passage.lower[first] if high == float("inf") else None
    if vague and noun is None and outcome is None:
        return None
    end = max(last, noun if noun is not None and 0 <= noun - last <= FARTHEST else last) + 1
    if unit and end == last + 1 < len(passage) and _units().get(passage.parse.lemmas[end].lower()) == unit:
        end += 1
    unit, end = _hourly(passage, unit, end)
    behind = _sized(passage, last, noun) if unit and unit != "%" else None
    what = None if unit == lemma else lemma
    what = passage.parse.lemmas[behind].lower() if behind is not None else what
    return _bounded(passage, first, end, (low, high), (unit, what, outcome, vague))


def _hourly(passage: Passage, unit: str | None, end: int) -> tuple[str | None, int]:
    """A distance that is told for an hour is a speed: "105 kilometers per hour"; its unit, and where its words end."""
    rules = _words()["hourly"]
    if unit in rules["units"] and " ".join(passage.lower[end : end + 2]) in rules["words"]:
        return str(rules["units"][unit]), end + 2
    return unit, end


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


def _is_parent(passage: Passage, token: int) -> bool:
    """Whether a word is of a parent, whose children are counted behind it: "a mother *of three*"."""
    return passage.parse.lemmas[token].lower() in words("en", "quantities", "ages", "parents")


def _sized(passage: Passage, last: int, noun: int | None) -> int | None:
    """What has the size that a compound gives: "a 120-metre *ship*", "the 15 km *tunnel*", "a 15-km-long *tunnel*"."""
    unit = noun if noun is not None else last + 1
    if unit >= len(passage) or passage.parse.lemmas[unit].lower() not in _units():
        return None
    dep, head = passage.parse.deps[unit], passage.parse.heads[unit]
    if dep == "npadvmod" and passage.parse.deps[head] == "amod":
        dep, head = "amod", passage.parse.heads[head]
    while passage.parse.deps[head] == "compound" and passage.parse.heads[head] > head:
        head = passage.parse.heads[head]
    sized = dep in {"compound", "nmod", "amod", "nummod"} and head > unit
    return head if sized and passage.parse.pos[head] in {"NOUN", "PROPN"} else None


def _share(passage: Passage, token: int, low: float, high: float) -> tuple[tuple[int, int], Told] | None:
    """A fraction of something as a percentage of it."""
    first = token - 1 if token and passage.lower[token - 1] in {"a", "one", *_words()["numbers"]} else token
    parts = [below for child in passage.children(token, "prep") for below in passage.children(child, "pobj")]
    head = passage.parse.heads[token]
    noun = parts[0] if parts else head if head > token else None
    if noun is None:
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
    """The quantity with the bound that the words before it set ("at least", "up to")."""
    bound, start = _bound(passage, first)
    low, high = range_
    top: float | None = None if told[3] or bound == "least" else high
    bottom = 0.0 if bound == "most" else low
    return (start, end), Told(bottom, top, *told)


def _measures() -> frozenset[str]:
    return words("en", "quantities", "measures", "nouns")


def _head(passage: Passage, first: int, last: int) -> int:
    """The number's token whose head lies outside it."""
    heads = passage.parse.heads
    return next((i for i in range(last, first - 1, -1) if not first <= heads[i] <= last or heads[i] == i), last)


def _noun(passage: Passage, first: int, last: int) -> int | None:
    """What is counted or measured: a noun beside the number, in one compound with it, or what it is said to be."""
    for find in (_measured, _counted):
        if (noun := find(passage, first, last)) is not None:
            return noun
    if (noun := _compounded(passage, last)) is not None:
        return noun
    head = _head(passage, first, last)
    verb = passage.parse.heads[head]
    if passage.parse.deps[head] == "nsubj" and passage.parse.lemmas[verb] == "be":
        said = passage.children(verb, "attr")
        return said[0] if said and passage.parse.pos[said[0]] == "NOUN" else None
    return None


def _compounded(passage: Passage, last: int) -> int | None:
    """The noun of a compound that counts: "four-*storey* building", "12-*member* delegation"; not "two-track"."""
    if last + 2 >= len(passage) or passage.words[last + 1] not in {"-", "–"}:
        return None
    lemma = passage.parse.lemmas[last + 2].lower()
    return last + 2 if lemma in words("en", "quantities", "compounds", "nouns") or lemma in _words()["units"] else None


def _stands_alone(passage: Passage, head: int, first: int) -> bool:
    """Whether a number without a noun is what a verb tells of: "the police counted 8,000", "rose to 31"."""
    rules, dep = _words()["alone"], passage.parse.deps[head]
    if passage.parse.tags[head] != "CD" or passage.lower[head] in rules["pronouns"] or passage.children(head, "det"):
        return False
    above = passage.parse.heads[head]
    if dep == "pobj":
        verb = passage.parse.heads[above]
        if passage.lower[verb] == "from":  # "from 34 to 31"
            verb = passage.parse.heads[verb]
        return passage.lower[above] in rules["prepositions"] and passage.parse.lemmas[verb].lower() in rules["verbs"]
    return dep in rules["dependencies"] and passage.parse.pos[above] in {"VERB", "AUX", "NUM"} and above != head


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


def _measured(passage: Passage, first: int, last: int) -> int | None:
    """The measure a number gives: "magnitude-6.8", "6.8 magnitude quake", "a depth of around 600 meters"."""
    nouns, start = _measures(), _bound(passage, first)[1]
    if _lemma(passage, first) in nouns:
        return first
    for token in (start - 1, start - 2, last + 1, last + 2):
        beside = 0 <= token < len(passage) and passage.parse.lemmas[token].lower() in nouns
        between = passage.words[token + 1 : start] if token < start else passage.words[last + 1 : token]
        if beside and all(w in {"-", "–"} or w.lower() in _words()["measures"]["prepositions"] for w in between):
            return token
    return _measured_of(passage, _head(passage, first, last))


def _lemma(passage: Passage, token: int) -> str:
    """A noun's lemma; the measure alone where the parser has taken it and its figure for one word ("magnitude-6.8")."""
    lemma = passage.parse.lemmas[token].lower()
    measure, hyphen, _ = lemma.partition("-")
    return measure if hyphen and measure in _measures() else lemma


def _measured_of(passage: Passage, head: int) -> int | None:
    """The measure that a number is said to be: "the *depth* of the shaft is 620 meters"."""
    verb = next((a for a in passage.ancestors(head) if passage.parse.pos[a] in {"VERB", "AUX"}), None)
    if verb is None or passage.parse.lemmas[verb].lower() not in _words()["measures"]["verbs"]:
        return None
    subjects = passage.children(verb, "nsubj")
    return next((i for i in subjects if passage.parse.lemmas[i].lower() in _measures()), None)


def _counted(passage: Passage, first: int, last: int) -> int | None:
    """The noun that a number counts: its head, or the object of "of" behind it."""
    ends = dict.fromkeys((_head(passage, first, last), last, first))
    for token in ends:
        for child in passage.children(token, "prep"):
            if passage.lower[child] == "of":
                for below in passage.children(child, "pobj"):
                    return below
    for token in ends:
        dep, head = passage.parse.deps[token], passage.parse.heads[token]
        both = dep in {"det", "predet"} and passage.lower[token] in words("en", "quantities", "pairs", "words")
        if (both or dep in {"nummod", "amod", "quantmod", "compound"}) and head > token:
            between = range(last + 1, head)
            apart = any(passage.words[i] == "," and passage.parse.pos[i + 1] == "NUM" for i in between if i + 1 < head)
            return head if passage.parse.pos[head] in {"NOUN", "PROPN"} and not apart else None
    return None


@cache
def _units() -> dict[str, str]:
    """Units by their words, the currencies of the world among them."""
    ordinary = words("en", "quantities", "no_money", "words")
    units: dict[str, str] = {n: code for n, code in currency_nouns("en").items() if n not in ordinary}
    units.update(_words()["units"])
    return units


def _unit(passage: Passage, first: int, last: int, noun: int | None) -> str | None:
    units = _units()
    lemma = passage.parse.lemmas[noun].lower() if noun is not None else ""
    before = passage.lower[first - 1] if first else ""
    after = passage.lower[last + 1] if last + 1 < len(passage) else ""
    measured = passage.parse.lemmas[last + 1].lower() if noun is not None and after and noun < first else ""
    qualified = passage.lower[noun - 1] if noun else ""
    if before in _words()["prefixed"]:
        return str(_words()["prefixed"][before])
    if first and passage.words[first - 1] in currency_codes() and not passage.text.isupper():  # "ALL 12 FREED"
        return passage.words[first - 1]
    for word in (f"{qualified} {lemma}", before, after, lemma, measured):
        if word in units and (word != before or not word.isalpha()):
            return units[word]
    return None


def _bound(passage: Passage, first: int) -> tuple[str | None, int]:
    """(``least``, ``most``, ``about`` or None, the first token of the words that say so)."""
    for length in (4, 3, 2, 1):
        start = first - length
        if start < 0 or passage.parse.deps[start] == "prt":  # "handed over 12"
            continue
        words = " ".join(passage.lower[start:first])
        for bound, phrases in _words()["bounds"].items():
            if words in phrases:
                return bound, start
    return None, first
