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


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


def find_ordinals(article: Article, passage: Passage, busy: frozenset[int]) -> list[tuple[int, Ordinal]]:
    """The passage's ordinals that name a place in a counted set, each with its token."""
    found = []
    for token, value in (*_named_places(passage), *_superlatives(passage)):
        head = _counted_noun(passage, token) if token not in busy else None
        if head is None or passage.parse.lemmas[head].lower() in _words()["ordinal_names"]["nouns"]:
            continue
        core = head if head > token else token
        first, last = noun_phrase(passage, core)
        limit = _limit(passage, core, last, busy)
        end = max(last, limit[1]) if limit else last
        members = [*([_lemma(passage, head)] if core != head else []), *_set_words(passage, token, core)]
        cite = article.cite(passage.span(first, end))
        found.append((token, Ordinal(cite, value, tuple(members), passage.phrase(*limit) if limit else None)))
    return sorted(found, key=lambda row: row[0])


@kept_with_parse
def _named_places(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Each ordinal's token and value."""
    return tuple((i, value) for i, word in enumerate(passage.lower) if (value := _ordinal_value(word)) is not None)


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
    if dep == "amod" and passage.parse.pos[head] == "NOUN" and head > ordinal:
        while passage.parse.deps[head] == "compound" and passage.parse.pos[passage.parse.heads[head]] == "NOUN":
            head = passage.parse.heads[head]  # "sixth ballistic missile *launch*"
        return head
    if dep == "attr" and passage.children(ordinal, "det"):
        subjects = passage.children(head, "nsubj")
        return subjects[0] if subjects and passage.parse.pos[subjects[0]] == "NOUN" else None
    return None


def _lemma(passage: Passage, token: int) -> str:
    return passage.words[token] if passage.parse.pos[token] == "PROPN" else passage.parse.lemmas[token].lower()


def _ordinal_value(word: str) -> int | None:
    if m := ORDINAL_DIGITS.fullmatch(word):
        return int(m[1])
    value: int | None = _words()["ordinals"].get(word)
    return value


def _set_words(passage: Passage, ordinal: int, head: int) -> list[str]:
    """Lemmas of the counted noun and of what narrows it down: "visit Japan", "South Korea Japan summit"."""
    keep = []
    for token in passage.subtree(head):
        dep, pos = passage.parse.deps[token], passage.parse.pos[token]
        inside = (token == head and token != ordinal) or dep in {"compound", "nmod", "amod", "pobj"}
        bounded = any(
            passage.lower[a] in _words()["limits"]["prepositions"] for a in passage.ancestors(token) if a > head
        )
        if inside and not bounded and token != ordinal and pos in {"NOUN", "PROPN", "ADJ"} and token <= head + 4:
            keep.append(_lemma(passage, token))
    return keep


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
    for token in (*passage.children(head, "prep"), *passage.children(governor, "prep", "advcl")):
        below = passage.subtree(token)
        first = below[0]
        if first > head and first - last <= 3 and passage.lower[first] in _words()["limits"]["prepositions"]:
            stop = next((i for i in below if i > first and passage.words[i] in {",", ";"}), below[-1] + 1)
            return first, stop
    return None
