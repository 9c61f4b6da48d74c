"""Short passages with what a reader takes from them.

``==== name`` opens a piece; facts follow, a line each; ``---- DAY`` opens a report of that day, several for one story.

``event: WORDS | DAYS | STATUS``: an entry of the timeline shares the words and a day and has the status.
``one: WORDS | WORDS | STATUS``: one entry shares both words and has the status.
``topic: WORDS | POLARITY``: an entry of the agenda shares the words and has the polarity.
``no_topic: WORDS``: no topic of the agenda holds the words.
``quote: WORDS | SPEAKER | KEYS``: who said the words; each key stands in the occasion, and ``-`` asks for none.

Statuses are ``happened``, ``planned`` and ``cancelled``; polarities those of the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HALVES = ("dev", "check")
FIELDS = {"event": 3, "one": 3, "topic": 2, "no_topic": 1, "quote": 3}
"""Kinds of fact, and how many fields each has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact: its kind and its fields."""

    kind: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One story of a report or several, each with its day, and what is asked of it."""

    name: str
    reports: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]


def load(half: str) -> list[Piece]:
    """The pieces of ``dev`` or ``check``, in order.

    Raises:
        FileNotFoundError: no such half.
        ValueError: a piece without a report, or a line that is no fact.
    """
    text = (FOLDER / f"{half}.txt").read_text(encoding="utf-8")
    return [_piece(found) for found in re.split(r"^==== ", text, flags=re.MULTILINE)[1:]]


def _piece(source: str) -> Piece:
    head, *parts = re.split(r"^---- (\d{4}-\d\d-\d\d)\n", source, flags=re.MULTILINE)
    name, *lines = head.strip().split("\n")
    if not parts:
        raise ValueError(f"{name}: no report")
    reports = tuple(zip(parts[::2], (t.strip() for t in parts[1::2]), strict=True))
    return Piece(name, reports, tuple(_asked(name, line) for line in lines))


def _asked(name: str, line: str) -> Asked:
    kind, _, rest = line.partition(": ")
    fields = tuple(f.strip() for f in rest.split("|"))
    if FIELDS.get(kind) != len(fields) or not all(fields):
        raise ValueError(f"{name}: no fact: {line}")
    return Asked(kind, fields)
