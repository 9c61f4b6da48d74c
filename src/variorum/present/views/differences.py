"""Where the reports differ: each question with its answers in exact words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.present.views.dates import month_words, when_words
from variorum.present.views.sources import Cite, Row, Source, Sources
from variorum.present.views.wording import Stretch, collate, emphasize

VERDICTS = ("conflict", "superseded", "compatible")
KIND_WORDS = {
    "polarity": "yes or no",
    "number": "figure",
    "count": "count",
    "date": "date",
    "place": "place",
    "name": "name",
    "status": "plan or event",
    "occasion": "occasion",
    "attribution": "who said it",
    "granularity": "precision",
}

MINOR = frozenset({"name", "precision"})
"""Kinds that rarely matter to the reader, listed last within their verdict."""
ISO_DAYS = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:/(\d{4}-\d{2}-\d{2}))?")


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words that give an answer, with the words of the answer marked where they stand in them."""

    stretches: tuple[Stretch, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class Position:
    """One answer: who gives it, and in which words."""

    value: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with all its answers, the verdict, and why."""

    id: str
    kind: str
    question: str
    verdict: str
    positions: tuple[Position, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Conflicts first; then what looked like one and is explained."""

    conflicts: tuple[Difference, ...]
    explained: tuple[Difference, ...]


def differences(rows: Sequence[Row], sources: Sources) -> Differences:
    """The view of ``differences[]``: within a verdict, those on which more reports speak come first."""
    views = sorted((_difference(r, sources) for r in rows), key=_order)
    return Differences(
        tuple(d for d in views if d.verdict == "conflict"),
        tuple(d for d in views if d.verdict != "conflict"),
    )


def _order(difference: Difference) -> tuple[int, bool, int, str]:
    voices = {s.number for p in difference.positions for s in p.sources}
    return (VERDICTS.index(difference.verdict), difference.kind in MINOR, -len(voices), difference.id)


def _difference(row: Row, sources: Sources) -> Difference:
    return Difference(
        id=row["id"],
        kind=KIND_WORDS[row["kind"]],
        question=row["question"],
        verdict=row["verdict"],
        positions=_contrasted(tuple(_position(p, sources) for p in row["positions"])),
        explanation=row["explanation"],
    )


def _position(row: Row, sources: Sources) -> Position:
    cites = sources.cites(row["evidence"])
    return Position(
        value=_value(row["value"]),
        sources=sources.named(row["articles"]),
        passages=tuple(Passage(emphasize(c.exact, row["value"]), c) for c in cites),
    )


def _contrasted(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """Where two answers are whole passages, the words in which they part are marked instead of all of them."""
    firsts = [p.passages[0] for p in positions if p.passages and all(s.differs for s in p.passages[0].stretches)]
    if len(positions) != 2 or len(firsts) != 2:
        return positions
    collated = collate([f.cite.exact for f in firsts])
    return tuple(
        replace(p, passages=(Passage(marked, p.passages[0].cite), *p.passages[1:]))
        for p, marked in zip(positions, collated, strict=True)
    )


def _value(value: str) -> str:
    """An answer in words; bare ISO days or a month become a date to read."""
    days = ISO_DAYS.fullmatch(value)
    if not days:
        return " ".join(value.split())
    if len(days[1]) == len("2026-01"):
        return month_words(days[1])
    return when_words({"from": days[1], "to": days[2] or days[1], "grain": "day"})
