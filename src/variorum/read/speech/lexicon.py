"""The language's words of speech, as look-up tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.reading import Manner


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word may do as a cue.

    Attributes:
        frames: what may stand for its content (see the table's own comments), with the manner this gives the cue.
        prepositions: those that link it to its content.
        manner: what it is in any other frame.
    """

    frames: Mapping[str, Manner]
    prepositions: frozenset[str] = frozenset()
    manner: Manner = "say"

    def takes(self, *frames: str) -> bool:
        """Whether it has one of the frames."""
        return any(f in self.frames for f in frames)

    def manner_of(self, frame: str) -> Manner:
        """The manner of the cue when this frame holds its content."""
        return self.frames.get(frame, self.manner)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words by lemma, ready for the reader; one for a language, and so told apart by identity."""

    verbs: dict[str, Entry]
    nouns: dict[str, Entry]
    adjectives: dict[str, Entry]
    light: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    phrase_starts: frozenset[str]
    possessed: frozenset[str]
    label_before: frozenset[str]
    label_nouns: frozenset[str]
    contractions: frozenset[str]
    spokesmen: frozenset[str]
    kickers: frozenset[str]
    artifacts: frozenset[str]
    speaking: frozenset[str]
    next_nouns: frozenset[str]
    next_links: frozenset[str]


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
        phrase_starts=frozenset({"in", *(p.split()[0] for p in data["prepositions"]["phrases"])}),
        possessed=frozenset(data["prepositions"]["possessed"]),
        label_before=frozenset(data["labels"]["before"]),
        label_nouns=frozenset(data["labels"]["nouns"]),
        contractions=frozenset(data["marks"]["contractions"]),
        speaking=frozenset(data["occasions"]["speaking"]),
        next_nouns=frozenset(data["next_sentence"]["nouns"]),
        next_links=frozenset(data["next_sentence"]["of"]),
        artifacts=frozenset(data["speakers"]["artifacts"]),
        kickers=frozenset(data["speakers"]["kickers"]),
        spokesmen=frozenset(w for key in ("offices", "spoken_for", "artifacts") for w in data["speakers"][key]),
    )


def _entries(groups: list[dict[str, Any]], prepositions: dict[str, list[str]], default: Manner) -> dict[str, Entry]:
    """Merge the groups a word stands in; the first group that gives a frame names its manner."""
    frames: dict[str, dict[str, Manner]] = {}
    for group in groups:
        for word in group["words"]:
            for frame in group["frames"]:
                frames.setdefault(word, {}).setdefault(frame, group["class"])
    words = sorted({*frames, *prepositions})
    return {
        w: Entry(frames.get(w, {}), frozenset(prepositions.get(w, ())), next(iter(frames.get(w, {}).values()), default))
        for w in words
    }


def _adjectives(data: dict[str, Any]) -> dict[str, Entry]:
    words = sorted({*data["clause"], *data["inf"], *(w for ws in data["prepositions"].values() for w in ws)})
    return {
        w: Entry(
            {f: "think" for f in ("clause", "inf") if w in data[f]},
            frozenset(p for p, ws in data["prepositions"].items() if w in ws),
            "think",
        )
        for w in words
    }
