"""Ages: "a seven-year-old girl", "a boy aged 9", "Petrov, 42,", "a girl of 7", "she was 76".

Newswire gives them in few forms, each of which says whose they are. An age is no count and no toll. The words are data
in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from variorum.lang import table, words
from variorum.model.parse import Passage
from variorum.read.numerals import number_at

OLDEST = 120
"""The most that a bare figure behind a name can be."""
REACH = 9
"""Tokens behind a figure among which its "old" stands ("forty-five-year-old"), at most."""
FARTHEST = 3
"""Tokens between "aged" and its figure ("aged between just 7 and 9"), at most."""
BESIDE = frozenset({"amod", "compound", "nmod", "nummod", "appos", "npadvmod", "acl", "advcl", "conj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURALS = frozenset({"NNS", "NNPS"})
MISTAKEN = frozenset({"", "ORG", "GPE", "NORP"})
"""What a recognizer may take a person's name for, that has a bare figure between commas behind it."""
UNSAID = -1
"""Of an age whose bearer only a pronoun names."""
PREDICATES = frozenset({"acomp", "attr", "oprd"})


class Age(NamedTuple):
    """An age as it stands.

    Attributes:
        start, end: the half-open token range of the words that tell it.
        low, high: the range, in units.
        unit: ``year-old``, ``month-old``, ``week-old``, ``day-old``.
        noun: lemma of whose it is, of a name the last word in lower case; None when it is unsaid.
        aged: whether "aged" tells it, which goes on for the figures joined to it.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    noun: str | None
    aged: bool = False


class Figure(NamedTuple):
    """A number as it stands: its first and last token, and the least and the most it means."""

    token: int
    last: int
    low: float
    high: float


@cache
def _rules() -> dict[str, Any]:
    rules = table("en", "quantities")["ages"]
    return {key: frozenset(row) if isinstance(row, list) else row for key, row in rules.items()}


def age_at(passage: Passage, token: int, before: Age | None) -> Age | None:
    """The age whose figure begins at the token.

    Args:
        passage: where the figure stands.
        token: its first.
        before: the last age found, with which the figure may share its "aged" ("aged 7 and 9").
    """
    previous = passage.lower[token - 1] if token else ""
    rules = _rules()
    if (
        previous not in rules["cues"]
        and rules["old"].isdisjoint(passage.lower[token + 1 : token + REACH])
        and passage.parse.lemmas[token - 1].lower() not in rules["verbs"]
    ):
        return None
    value = number_at(passage, token)
    if value is None or value[1] == float("inf"):
        return None
    figure = Figure(token, value[2], *value[:2])
    return _in_units(passage, figure) or _aged(passage, figure, before) or _bare(passage, figure)


def _in_units(passage: Passage, figure: Figure) -> Age | None:
    """An age told with its unit: "seven-year-old", "34 years old", "18 months of age"."""
    token, last, low, high = figure
    at = _past_hyphen(passage, last + 1)
    unit = _rules()["units"].get(passage.lower[at]) if at < len(passage) else None
    if unit is None:
        return None
    at = _past_hyphen(passage, at + 1)
    if at < len(passage) and passage.lower[at] in _rules()["old"]:
        return Age(token, at + 1, low, high, unit, _noun(passage, _bearer(passage, at)))
    if list(passage.lower[at : at + 2]) == ["of", "age"]:
        return Age(token, at + 2, low, high, unit, _noun(passage, _bearer(passage, at - 1)))
    return None


def _past_hyphen(passage: Passage, at: int) -> int:
    return at + 1 if at < len(passage) and passage.words[at] in {"-", "–", "‑"} else at


def _bearer(passage: Passage, token: int) -> int | None:
    """Whose age a word tells: what it stands beside, or the subject of the verb under which it stands."""
    dep, head = passage.parse.deps[token], passage.parse.heads[token]
    if dep in BESIDE and passage.parse.pos[head] in {"NOUN", "PROPN"}:
        while passage.parse.deps[head] == "compound" and passage.parse.heads[head] > head:
            head = passage.parse.heads[head]
        told = any(passage.parse.tags[i] in FINITE for i in range(token + 1, head))
        return None if told else head  # "the 38-year-old told reporters"
    return _subject(passage, head) if dep in PREDICATES else None


def _subject(passage: Passage, verb: int) -> int | None:
    found = passage.children(verb, "nsubj", "nsubjpass")
    return found[0] if found and passage.parse.pos[found[0]] in {"NOUN", "PROPN"} else None


def _noun(passage: Passage, token: int | None) -> str | None:
    if token is None:
        return None
    return passage.lower[token] if passage.parse.pos[token] == "PROPN" else passage.parse.lemmas[token].lower()


def _aged(passage: Passage, figure: Figure, before: Age | None) -> Age | None:
    """An age behind "aged" or "the age of": "a boy aged 9", "children aged 7 to 12", "girls aged 7 and 9"."""
    token, last, low, high = figure
    if low > OLDEST:
        return None
    between = passage.lower[before.end : token] if before is not None else ()
    if before is not None and 0 < len(between) <= FARTHEST and all(w in _rules()["joining"] for w in between):
        noun_behind = last + 1 < len(passage) and passage.parse.tags[last + 1].startswith("NN")
        return (
            Age(token, last + 1, low, high, before.unit, before.noun, True) if before.aged and not noun_behind else None
        )
    at = token - 1
    while at > token - FARTHEST and passage.lower[at] in _rules()["between"]:
        at -= 1
    if at < 0 or passage.lower[at] not in _rules()["aged"]:
        return None
    if passage.parse.pos[at] == "NOUN" and _counts_noun(passage, token, last):
        return None
    ranged = token - at > 1 and passage.lower[at + 1] in _rules()["ranging"]
    joiner = passage.lower[last + 1] if last + 1 < len(passage) else ""
    if joiner in _rules()["to"] or (ranged and joiner == "and"):
        top = number_at(passage, last + 2) if last + 2 < len(passage) else None
        if top is not None and top[0] > low:
            high, last = top[1], top[2]
    return Age(at, last + 1, low, high, _rules()["unit"], _noun(passage, _bearer_of_aged(passage, at)), True)


def _bearer_of_aged(passage: Passage, at: int) -> int | None:
    dep, head = passage.parse.deps[at], passage.parse.heads[at]
    if dep == "pobj":  # "died at the age of 91"
        verb = passage.parse.heads[head]
        return _subject(passage, verb) if passage.parse.pos[verb] in {"VERB", "AUX"} else None
    return _bearer(passage, at)


def _counts_noun(passage: Passage, token: int, last: int) -> bool:
    """Whether the figure counts a noun behind it ("and 12 adults")."""
    return any(
        passage.parse.heads[i] > last and passage.parse.deps[i] in {"nummod", "compound", "amod"}
        for i in range(token, last + 1)
    )


def _bare(passage: Passage, figure: Figure) -> Age | None:
    """A bare figure behind a person: "Petrov, 42,", "the driver (54)", "a girl of 7", "he was 76"."""
    token, last, low, _ = figure
    if not 0 < low <= OLDEST or low != int(low) or not token or _counts_noun(passage, token, last):
        return None
    for find in (_enclosed, _of_a_person, _ascribed):
        if (whose := find(passage, figure)) is not None:
            noun = None if whose == UNSAID else _noun(passage, whose)
            several = whose != UNSAID and passage.parse.tags[whose] in PLURALS
            return Age(token, last + 1, low, low, _rules()["unit"], noun, several)
    return None


def _behind(passage: Passage, last: int) -> str:
    return passage.lower[last + 1] if last + 1 < len(passage) else ""


def _enclosed(passage: Passage, figure: Figure) -> int | None:
    """Whose age stands between commas or in brackets behind a name or a noun for persons."""
    token, last = figure.token, figure.last
    previous, after = passage.lower[token - 1], _behind(passage, last)
    if token < 2 or previous not in {",", "("}:
        return None
    person = token - 2
    if passage.parse.tags[person] in PLURALS:
        return person if _each(passage, person, token) else None
    if after not in ({")"} if previous == "(" else _rules()["closing"]):
        return None
    behind = last + 2 < len(passage) and after == "," and passage.parse.tags[last + 2] == "CD"
    listed = behind and passage.lower[last + 2] != "one"  # "Petrov, 42, one of the crew"
    return person if not listed and (_is_person(passage, person) or _is_name(passage, person, token)) else None


def _each(passage: Passage, persons: int, token: int) -> bool:
    """Whether as many figures follow as persons are counted: "*two* girls, *7 and 9*,"."""
    counted = [number_at(passage, c) for c in passage.children(persons, "nummod")]
    figures = 0
    while token < len(passage) and (passage.parse.tags[token] == "CD" or passage.lower[token] in _rules()["joining"]):
        figures += passage.parse.tags[token] == "CD"
        token += 1
    known = passage.parse.lemmas[persons].lower() in words("en", "quantities", "anaphoric", "people")
    ends = token == len(passage) or not passage.parse.tags[token].startswith(("NN", "JJ", "$"))
    return known and ends and figures > 1 and any(c is not None and c[0] == c[1] == figures for c in counted)


def _of_a_person(passage: Passage, figure: Figure) -> int | None:
    """Whose age stands behind "of": "a girl of 7"."""
    token = figure.token
    bare = passage.parse.deps[token] == "pobj" and passage.parse.heads[token] == token - 1
    if passage.lower[token - 1] != "of" or not bare or token < 3 or passage.parse.tags[token - 2] != "NN":
        return None
    return token - 2 if passage.parse.lemmas[token - 2].lower() in words("en", "quantities", "ages", "of") else None


def _ascribed(passage: Passage, figure: Figure) -> int | None:
    """Whose age a verb tells: "he was 76", "the driver was 54"."""
    token, after = figure.token, _behind(passage, figure.last)
    verb = passage.parse.heads[token]
    if passage.parse.lemmas[verb].lower() not in _rules()["verbs"] or verb != token - 1:
        return None
    subjects = passage.children(verb, "nsubj")
    ends = not after[:1].isalnum() or after in _rules()["after"]
    if not ends or not subjects or passage.parse.deps[token] not in {"attr", "acomp", "dobj", "npadvmod"}:
        return None
    if passage.lower[subjects[0]] in _rules()["pronouns"]:
        return UNSAID
    named = passage.parse.labels[subjects[0]].endswith("PERSON")
    return subjects[0] if named or _is_person(passage, subjects[0]) else None


def _is_person(passage: Passage, token: int) -> bool:
    lemma = passage.parse.lemmas[token].lower()
    known = lemma in words("en", "quantities", "anaphoric", "people") or lemma in words(
        "en", "quantities", "ages", "kin"
    )
    return passage.parse.tags[token] == "NN" and known and lemma not in words("en", "quantities", "ages", "collectives")


def _is_name(passage: Passage, token: int, figure: int) -> bool:
    """Whether a name is a person's: by its label, or by that of the figure, which the recognizer takes for a length."""
    if passage.parse.pos[token] != "PROPN":
        return False
    label = passage.parse.labels[token]
    dated = label.endswith(("DATE", "TIME", "CARDINAL", "GPE"))
    beside = passage.parse.heads[figure] in {token, passage.parse.heads[token]} and passage.lower[figure - 1] == ","
    shape = passage.words[token]
    unknown = label[2:] in MISTAKEN and (shape[1:].islower() or shape.endswith("."))
    apposed = passage.parse.deps[figure] == "appos" and beside and unknown and passage.lower[figure].isdecimal()
    return label.endswith("PERSON") or apposed or (passage.parse.labels[figure].endswith("DATE") and not dated)
