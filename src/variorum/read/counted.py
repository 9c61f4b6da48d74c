"""What a number counts or measures, and how the words before bound it.

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.model.parse import Passage


@cache
def _words() -> dict[str, Any]:
    return table("en", "quantities")


def measures() -> frozenset[str]:
    """Nouns for what is measured: "magnitude", "depth"."""
    return words("en", "quantities", "measures", "nouns")


def head_of(passage: Passage, first: int, last: int) -> int:
    """The number's token whose head lies outside it."""
    heads = passage.parse.heads
    return next((i for i in range(last, first - 1, -1) if not first <= heads[i] <= last or heads[i] == i), last)


def noun_of(passage: Passage, first: int, last: int) -> int | None:
    """What is counted or measured: a noun beside the number, in one compound with it, or what it is said to be."""
    for find in (_measured, _counted):
        if (noun := find(passage, first, last)) is not None:
            return noun
    if (noun := compounded(passage, last)) is not None:
        return noun
    head = head_of(passage, first, last)
    if (noun := _grouped(passage, head)) is not None:
        return noun
    verb = passage.parse.heads[head]
    if passage.parse.deps[head] == "nsubj" and passage.parse.lemmas[verb] == "be":
        said = passage.children(verb, "attr")
        return said[0] if said and passage.parse.pos[said[0]] == "NOUN" else None
    return None


def compounded(passage: Passage, last: int) -> int | None:
    """The noun of a compound that counts: "four-*storey* building", "12-*member* delegation"; not "two-track"."""
    if last + 2 >= len(passage) or passage.words[last + 1] not in {"-", "–"}:
        return None
    lemma, tag = passage.parse.lemmas[last + 2].lower(), passage.parse.tags[last + 2]
    known = lemma in words("en", "quantities", "compounds", "nouns") or lemma in _words()["units"]
    counts = tag == "NN" and lemma.isalpha() and lemma not in words("en", "quantities", "compounds", "uncounted")
    if lemma == "strong":  # "a 3,000-strong *force*"
        head = passage.parse.heads[last + 2]
        return head if head > last + 2 and passage.parse.pos[head] == "NOUN" else last + 2
    return last + 2 if known or (counts and passage.words[last + 2].islower()) else None


def _measured(passage: Passage, first: int, last: int) -> int | None:
    """The measure a number gives: "magnitude-6.8", "6.8 magnitude quake", "a depth of around 600 meters"."""
    nouns, start = measures(), bound_of(passage, first)[1]
    if lemma_of(passage, first) in nouns:
        return first
    for token in (start - 1, start - 2, last + 1, last + 2):
        beside = 0 <= token < len(passage) and passage.parse.lemmas[token].lower() in nouns
        between = passage.words[token + 1 : start] if token < start else passage.words[last + 1 : token]
        if beside and all(w in {"-", "–"} or w.lower() in _words()["measures"]["prepositions"] for w in between):
            return token
    return _measured_of(passage, head_of(passage, first, last))


def lemma_of(passage: Passage, token: int) -> str:
    """A noun's lemma; the measure alone where the parser has taken it and its figure for one word ("magnitude-6.8")."""
    lemma = passage.parse.lemmas[token].lower()
    measure, hyphen, _ = lemma.partition("-")
    return measure if hyphen and measure in measures() else lemma


def _measured_of(passage: Passage, head: int) -> int | None:
    """The measure that a number is said to be: "the *depth* of the shaft is 620 meters"."""
    verb = next((a for a in passage.ancestors(head) if passage.parse.pos[a] in {"VERB", "AUX"}), None)
    if verb is None or passage.parse.lemmas[verb].lower() not in _words()["measures"]["verbs"]:
        return None
    subjects = passage.children(verb, "nsubj")
    return next((i for i in subjects if passage.parse.lemmas[i].lower() in measures()), None)


def _counted(passage: Passage, first: int, last: int) -> int | None:
    """The noun that a number counts: its head, or the object of "of" behind it."""
    ends = dict.fromkeys((head_of(passage, first, last), last, first))
    for token in ends:
        for child in passage.children(token, "prep"):
            if passage.lower[child] == "of":
                for below in passage.children(child, "pobj"):
                    return below
    for token in ends:
        dep, head = passage.parse.deps[token], passage.parse.heads[token]
        both = dep in {"det", "predet"} and passage.lower[token] in words("en", "quantities", "pairs", "words")
        if (both or dep in {"nummod", "amod", "quantmod", "compound"}) and head > token:
            if first <= head <= last:
                continue
            between = range(last + 1, head)
            apart = any(passage.words[i] == "," and passage.parse.pos[i + 1] == "NUM" for i in between if i + 1 < head)
            return head if passage.parse.pos[head] in {"NOUN", "PROPN"} and not apart else None
    return None


def _grouped(passage: Passage, head: int) -> int | None:
    """The group that has as many members as a bare number says: "a *delegation* of nine"."""
    of = passage.parse.heads[head]
    if passage.parse.deps[head] != "pobj" or passage.lower[of] != "of" or passage.parse.tags[head] != "CD":
        return None
    noun = passage.parse.heads[of]
    grouped = passage.parse.lemmas[noun].lower() in words("en", "quantities", "groups", "nouns")
    return noun if grouped and noun < of else None


def bound_behind(passage: Passage, last: int) -> tuple[str | None, int]:
    """The bound that the words behind a number set ("two *or more*"), and the last token of the words that say so."""
    for length in (3, 2, 1):
        words = " ".join(passage.lower[last + 1 : last + 1 + length])
        for bound, phrases in _words()["bounds_behind"].items():
            if words in phrases:
                return bound, last + length
    return None, last


def bound_of(passage: Passage, first: int) -> tuple[str | None, int]:
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
