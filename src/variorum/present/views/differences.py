"""Where the reports differ: each question with its answers in exact words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from variorum.model.record import EVEN
from variorum.present.views.asking import asked
from variorum.present.views.dates import month_words, when_words
from variorum.present.views.sources import Cite, Row, Source, Sources
from variorum.present.views.wording import Stretch, collate, emphasize, rounded_off, same_words

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

SHOWN = 3
"""Passages of one answer that are shown at once."""
BY_RULE = 1.0
"""What a rule says, and is not in doubt, stands before all that is likely."""
MINOR = frozenset({"name", "precision"})
"""Kinds that rarely matter to the reader, listed last within their verdict."""
ISO_DAYS = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:/(\d{4}-\d{2}-\d{2}))?")


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words that give an answer, with the words of the answer marked where they stand in them.

    ``cites`` are all places that have these words, case and punctuation apart; the words are the first one's.
    """

    stretches: tuple[Stretch, ...]
    cites: tuple[Cite, ...]

    @property
    def words(self) -> str:
        """The exact words on one line."""
        return self.cites[0].words


@dataclass(frozen=True, slots=True)
class Position:
    """One answer: who gives it, and in which words."""

    value: str
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]

    @property
    def leading(self) -> tuple[Passage, ...]:
        """The passages to show at once: before others those with the answer marked, then those of another report."""
        return tuple(p for p in self.passages if p in self._ranked[:SHOWN])

    @property
    def more(self) -> tuple[Passage, ...]:
        """All others."""
        return tuple(p for p in self.passages if p not in self._ranked[:SHOWN])

    @property
    def _ranked(self) -> list[Passage]:
        nth: Counter[int] = Counter()
        ranks = {}
        for passage in self.passages:
            first = passage.cites[0].source.number
            marked = any(s.differs for s in passage.stretches)
            ranks[passage] = (not marked, nth[first])
            nth[first] += marked
        return sorted(self.passages, key=lambda p: ranks[p])


@dataclass(frozen=True, slots=True)
class Difference:
    """One question with all its answers, the verdict, and why; ``likeliness`` where no rule is sure."""

    id: str
    kind: str
    question: str
    verdict: str
    positions: tuple[Position, ...]
    explanation: str
    likeliness: float | None


@dataclass(frozen=True, slots=True)
class Differences:
    """Conflicts; what looked like one and is explained; and what a trained comparison holds to be rather none."""

    conflicts: tuple[Difference, ...]
    explained: tuple[Difference, ...]
    doubtful: tuple[Difference, ...]

    @property
    def all(self) -> tuple[Difference, ...]:
        """In the order of the page."""
        return self.conflicts + self.explained + self.doubtful


def differences(rows: Sequence[Row], sources: Sources) -> Differences:
    """The view of ``differences[]``: within a verdict first the rules' rows, those of more reports before others."""
    views = sorted((_difference(r, sources) for r in rows), key=_order)
    explained = [d for d in views if d.verdict != "conflict"]
    return Differences(
        tuple(d for d in views if d.verdict == "conflict"),
        tuple(d for d in explained if not _doubtful(d)),
        tuple(sorted((d for d in explained if _doubtful(d)), key=_unlikely)),
    )


def _doubtful(difference: Difference) -> bool:
    return difference.likeliness is not None and difference.likeliness < EVEN


def _unlikely(difference: Difference) -> float:
    return -(difference.likeliness or 0)


def _order(difference: Difference) -> tuple[int, float, bool, int, str]:
    voices = {s.number for p in difference.positions for s in p.sources}
    unlikely = _unlikely(difference) if difference.likeliness is not None else -BY_RULE
    return (
        VERDICTS.index(difference.verdict),
        unlikely,
        difference.kind in MINOR,
        -len(voices),
        difference.id,
    )


def _difference(row: Row, sources: Sources) -> Difference:
    return Difference(
        id=row["id"],
        kind=KIND_WORDS[row["kind"]],
        question=asked(row["question"], [p["value"] for p in row["positions"]]),
        verdict=row["verdict"],
        positions=_contrasted(tuple(_position(p, sources) for p in row["positions"])),
        explanation=row["explanation"],
        likeliness=row["likeliness"],
    )


def _position(row: Row, sources: Sources) -> Position:
    cites = sources.cites(row["evidence"])
    return Position(
        value=_value(row["value"]),
        sources=sources.named(row["articles"]),
        passages=tuple(Passage(emphasize(c[0].exact, row["value"]), c) for c in _alike(cites)),
    )


def _alike(cites: Iterable[Cite]) -> list[tuple[Cite, ...]]:
    """Cites of the same words together; each stands beside its own outlet, and so needs no number."""
    found: dict[tuple[str, ...], list[Cite]] = {}
    for cite in cites:
        found.setdefault(same_words(cite.exact), []).append(replace(cite, nth=1))
    return [tuple(group) for group in found.values()]


def _contrasted(positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """Where two answers are whole passages, the words in which they part are marked instead of all of them."""
    firsts = [p.passages[0] for p in positions if p.passages and all(s.differs for s in p.passages[0].stretches)]
    if len(positions) != 2 or len(firsts) != 2:
        return positions
    collated = collate([f.words for f in firsts])
    return tuple(
        replace(p, passages=(Passage(marked, p.passages[0].cites), *p.passages[1:]))
        for p, marked in zip(positions, collated, strict=True)
    )


def _value(value: str) -> str:
    """An answer in words; bare ISO days or a month become a date to read."""
    days = ISO_DAYS.fullmatch(value)
    if not days:
        return rounded_off(" ".join(value.split()))
    if len(days[1]) == len("2026-01"):
        return month_words(days[1])
    return when_words({"from": days[1], "to": days[2] or days[1], "grain": "day"})
