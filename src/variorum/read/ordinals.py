"""Ordinals with the set they count in: "second visit to Japan since August".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Ordinal
from variorum.read.clauses import noun_phrase

ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")

BESIDE = frozenset({"appos", "conj", "nsubj", "nsubjpass", "npadvmod", "dobj", "dep"})
"""How an ordinal that has left out its noun is set beside another phrase; without a limit it only numbers a list."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


def find_ordinals(article: Article, passage: Passage, busy: frozenset[int]) -> list[tuple[int, Ordinal]]:
    """The passage's ordinals that name a place in a counted set, each with its token."""
    found = []
    for token, value in (*_named_places(passage), *_superlatives(passage)):
        head = _counted_noun(passage, token) if token not in busy else None
        if head is None and (row := _of_the_unnamed(passage, token, busy)) and token not in busy:
            found.append((token, Ordinal(article.cite(passage.span(*row[0])), value, (), passage.phrase(*row[1]))))
        if head is None or passage.parse.lemmas[head].lower() in _words()["ordinal_names"]["nouns"]:
            continue
        core = _core(passage, token, head)
        first, last = noun_phrase(passage, core)
        first = min(first, passage.subtree(token)[0])
        limit = _limit(passage, core, last, busy)
        if limit is None and head < token and passage.parse.deps[core] in BESIDE:
            continue
        end = max(last, limit[1]) if limit else last
        members = [*([_lemma(passage, head)] if core != head else []), *_set_words(passage, token, core)]
        cite = article.cite(passage.span(first, end))
        found.append((token, Ordinal(cite, value, tuple(members), passage.phrase(*limit) if limit else None)))
    return sorted(found, key=lambda row: row[0])


def _core(passage: Passage, ordinal: int, counted: int) -> int:
    """The head of the ordinal's phrase: the counted noun, what stands for it, or the ordinal itself."""
    if counted > ordinal:
        return counted
    near = (passage.parse.heads[ordinal], *passage.children(ordinal, "conj"))  # "the second and last *one*"
    stand_ins = _words()["ellipsis"]["stand_ins"]
    return next((t for t in near if t > ordinal and passage.lower[t] in stand_ins), ordinal)


def _of_the_unnamed(
    passage: Passage, ordinal: int, busy: frozenset[int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words of an ordinal that is said of a pronoun, and those of its limit: "It is *the 41st since May*"."""
    verb = passage.parse.heads[ordinal]
    subjects = passage.children(verb, "nsubj") if passage.parse.deps[ordinal] == "attr" else ()
    if not subjects or passage.parse.pos[subjects[0]] != "PRON" or not passage.children(ordinal, "det", "poss"):
        return None
    first, last = noun_phrase(passage, ordinal)
    limit = _limit(passage, ordinal, last, busy)
    return ((first, max(last, limit[1])), limit) if limit else None


@kept_with_parse
def _named_places(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Each ordinal's token and value; of "twenty-first" in three tokens the last one's."""
    found = []
    for token, word in enumerate(passage.lower):
        value = _ordinal_value(word)
        if value is not None and value < 10 and token > 1 and passage.words[token - 1] == "-":
            value += _words()["numbers"].get(passage.lower[token - 2], 0)
        if value is not None:
            found.append((token, value))
    return tuple(found)


@kept_with_parse
def _superlatives(passage: Passage) -> tuple[tuple[int, int], ...]:
    """What is the first in rank since some time: "the *strongest* quake since 1948"; of no use without a limit."""
    found = []
    for token, tag in enumerate(passage.parse.tags):
        head = passage.parse.heads[token]
        if tag != "JJS" or passage.parse.deps[token] != "amod" or passage.parse.pos[head] != "NOUN":
            continue
        behind = [passage.lower[i] for i in passage.subtree(head) if i > head]
        above = passage.parse.heads[head]
        behind += [passage.lower[c] for c in passage.children(above, "prep") if c > head]
        if any(word in _words()["limits"]["since"] for word in behind):
            found.append((token, 1))
    return tuple(found)


def _counted_noun(passage: Passage, ordinal: int) -> int | None:
    """The noun of the counted set: what the ordinal modifies, or what is said to be it ("the talks were the third")."""
    dep, head = passage.parse.deps[ordinal], passage.parse.heads[ordinal]
    if dep == "amod" and any(passage.parse.deps[t] == "det" for t in range(ordinal + 1, head)):
        return None  # "the second a doctor"
    if dep == "amod" and passage.parse.pos[head] in {"NOUN", "NUM", "PRON"} and head > ordinal:
        if passage.lower[head] in _words()["ellipsis"]["stand_ins"]:
            return _left_out(passage, head, ordinal)
        while passage.parse.deps[head] == "compound" and passage.parse.pos[passage.parse.heads[head]] == "NOUN":
            head = passage.parse.heads[head]  # "sixth ballistic missile *launch*"
        return head if passage.parse.pos[head] == "NOUN" else None
    if dep in {"amod", "compound", "nmod"} and head > ordinal and passage.parse.pos[head] == "PROPN":
        gathers = passage.lower[head] in _words()["ordinal_names"]["gatherings"]
        return head if gathers else None  # "the fifth Lower Mekong *Summit*"; not "the Second Army"
    return _left_out(passage, ordinal, ordinal) if passage.children(ordinal, "det", "poss") else None


def _left_out(passage: Passage, ordinal: int, at: int) -> int | None:
    """The noun that an ordinal without one counts: its subject's, the one it is set beside, or an ordinal's before.

    Args:
        passage: where it stands.
        ordinal: the ordinal, or what stands in for the noun behind it ("a third, much larger *one*").
        at: the ordinal's own place, before which another must stand.
    """
    dep, head = passage.parse.deps[ordinal], passage.parse.heads[ordinal]
    if dep == "attr":
        subjects = passage.children(head, "nsubj")
        return _if_noun(passage, subjects[0]) if subjects else None
    if dep == "conj":
        first = passage.sentence_of(ordinal)[0]
        before = [t for t, _ in (*_named_places(passage), *_superlatives(passage)) if first <= t < at]
        return _counted_noun(passage, max(before)) if before else None
    if dep == "appos":
        return _beside(passage, head, ordinal)
    opening = passage.subtree(ordinal)[0]
    comma = opening > 1 and passage.words[opening - 1] == "," and dep in BESIDE
    return _beside(passage, opening - 2, ordinal) if comma else None  # "the meeting, *their third this year*, lasted"


def _beside(passage: Passage, noun: int, ordinal: int) -> int | None:
    """What an ordinal behind a comma counts: the noun before it, or, where that is a day or a place, the deed's."""
    if _if_noun(passage, noun) is not None and passage.parse.labels[noun][2:] not in {"DATE", "TIME"}:
        return noun
    for verb in passage.ancestors(noun):
        if passage.parse.pos[verb] == "VERB":
            things = passage.children(verb, "dobj", "nsubjpass") or passage.children(verb, "nsubj")
            return _if_noun(passage, things[0]) if things and things[0] < ordinal else None
    return None


def _if_noun(passage: Passage, token: int) -> int | None:
    """The token, if it is no name: "the July congress" has its noun in lower case, however it is tagged."""
    pos = passage.parse.pos[token]
    if passage.lower[token] in _words()["ordinal_names"]["gatherings"]:
        return token
    return token if pos == "NOUN" or (pos == "PROPN" and passage.words[token].islower()) else None


def _lemma(passage: Passage, token: int) -> str:
    if passage.lower[token] in _words()["ordinal_names"]["gatherings"]:
        return passage.lower[token]
    return passage.words[token] if passage.parse.pos[token] == "PROPN" else passage.parse.lemmas[token].lower()


def _ordinal_value(word: str) -> int | None:
    if m := ORDINAL_DIGITS.fullmatch(word):
        return int(m[1])
    tens, _, ones = word.partition("-")
    value: int | None = _words()["ordinals"].get(ones or tens)
    if ones and value is not None:
        base = _words()["numbers"].get(tens, 0)
        return base + value if base % 10 == 0 < base and value < 10 else None
    return value


def _set_words(passage: Passage, ordinal: int, head: int) -> list[str]:
    """Lemmas of the counted noun and of what narrows it down: "visit Japan", "South Korea Japan summit"."""
    keep = []
    kinds = {"compound", "nmod", "amod", "pobj", *(["poss"] if head == ordinal else [])}  # "*China's* 71st"
    for token in passage.subtree(head):
        dep, pos = passage.parse.deps[token], passage.parse.pos[token]
        inside = (token == head and token != ordinal) or dep in kinds
        bounded = any(_bounds(passage, a) for a in passage.ancestors(token) if a > head)
        named = pos in {"NOUN", "PROPN", "ADJ"} and passage.lower[token] not in _words()["ellipsis"]["empty"]
        if inside and named and not bounded and token != ordinal and token <= head + 4:
            keep.append(_lemma(passage, token))
    return keep


def _bounds(passage: Passage, token: int) -> bool:
    """Whether a preposition bounds what is counted: "since May", "of the year"."""
    limits = _words()["limits"]
    spans = passage.lower[token] in limits["of"] and any(
        passage.parse.lemmas[c].lower() in limits["spans"] for c in passage.children(token, "pobj")
    )
    return spans or passage.lower[token] in limits["prepositions"]


def _deed(passage: Passage, head: int) -> tuple[int, int] | None:
    """What the first of them is the first to do: "the first woman *to lead the party*"."""
    for verb in passage.children(head, "relcl", "acl"):
        if any(passage.lower[c] == "to" for c in passage.children(verb, "aux")):
            below = passage.subtree(verb)
            stop = next((i for i in below if passage.words[i] in {",", ";"}), below[-1] + 1)
            return below[0], stop
    return None


def _limit(passage: Passage, head: int, last: int, busy: frozenset[int]) -> tuple[int, int] | None:
    """The token range of the phrase or clause that bounds the set: "since Lee took office", "this year"."""
    governor = passage.parse.heads[head]
    if (deed := _deed(passage, head)) is not None:
        return deed
    times = [i for i in range(head + 1, min(last + 2, len(passage))) if i in busy]
    if times and passage.parse.deps[times[-1]] == "npadvmod":
        return times[0], next((i for i in range(times[0], len(passage)) if i not in busy), len(passage))
    for token in (*passage.children(head, "prep", "advcl"), *passage.children(governor, "prep", "advcl")):
        below = passage.subtree(token)
        first = below[0]
        if first > head and first - last <= 3 and _bounds(passage, first):
            stop = next((i for i in below if i > first and passage.words[i] in {",", ";"}), below[-1] + 1)
            return first, stop
    return None
