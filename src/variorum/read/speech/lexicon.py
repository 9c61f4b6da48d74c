"""The language's words of speech, as look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.reading import Manner


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word may do as a cue.

    Attributes:
        manner: the kind of attribution that it most often makes.
        frames: what may stand for its content (see the table's own comments).
        prepositions: those that link it to its content.
    """

    manner: Manner
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Words by lemma, ready for the reader."""

    verbs: dict[str, Entry]
    nouns: dict[str, Entry]
    adjectives: dict[str, Entry]
    light: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    possessed: frozenset[str]
    label_before: frozenset[str]
    label_nouns: frozenset[str]
    contractions: frozenset[str]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once."""
    data = table(language, "speech")
    return Lexicon(
        verbs=_entries(data["verbs"], data["verb_prepositions"], "say"),
        nouns=_entries(data["nouns"], data["noun_prepositions"], "judge"),
        adjectives=_adjectives(data["adjectives"]),
        light=frozenset(data["light"]["verbs"]),
        phrases=tuple(tuple(p.split()) for p in data["prepositions"]["phrases"]),
        possessed=frozenset(data["prepositions"]["possessed"]),
        label_before=frozenset(data["labels"]["before"]),
        label_nouns=frozenset(data["labels"]["nouns"]),
        contractions=frozenset(data["marks"]["contractions"]),
    )


def _entries(groups: list[dict[str, Any]], prepositions: dict[str, list[str]], default: Manner) -> dict[str, Entry]:
    """Merge the groups a word stands in; the first group names its manner."""
    manner: dict[str, Manner] = {}
    frames: dict[str, set[str]] = {}
    for group in groups:
        for word in group["words"]:
            manner.setdefault(word, group["class"])
            frames.setdefault(word, set()).update(group["frames"])
    words = sorted({*manner, *prepositions})
    return {
        w: Entry(manner.get(w, default), frozenset(frames.get(w, ())), frozenset(prepositions.get(w, ())))
        for w in words
    }


def _adjectives(data: dict[str, Any]) -> dict[str, Entry]:
    words = sorted({*data["clause"], *data["inf"], *(w for ws in data["prepositions"].values() for w in ws)})
    return {
        w: Entry(
            "think",
            frozenset(f for f in ("clause", "inf") if w in data[f]),
            frozenset(p for p, ws in data["prepositions"].items() if w in ws),
        )
        for w in words
    }
