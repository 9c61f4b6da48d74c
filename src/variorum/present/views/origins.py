"""How independent the support is: four numbers, the reason of each merge, and who carries whose text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from variorum.present.views.sources import Cite, Row, Source, Sources

RELATION_WORDS = {
    "carries": "carries",
    "copies": "copies",
    "edits": "edits",
    "shares": "shares text with",
    "rewrites": "rewrites",
}


@dataclass(frozen=True, slots=True)
class Count:
    """One of the four numbers, with what it counts."""

    number: int
    unit: str
    meaning: str


SHORT = 120
"""Characters of a short reason, at most: two lines of a terminal."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Reports that count as one, and why."""

    sources: tuple[Source, ...]
    reason: str

    @property
    def short(self) -> str:
        """The reason in two lines: what comes before its evidence, or before a colon or semicolon of it."""
        if len(self.reason) <= SHORT:
            return self.reason
        for mark in ("; ", ": "):
            head = self.reason.partition(mark)[0]
            if len(head) <= SHORT:
                return head
        return shorten(self.reason, SHORT, placeholder=" …")


@dataclass(frozen=True, slots=True)
class Link:
    """One link of descent. ``target`` is the other report, or None when it is ``agency``; ``coverage`` in percent."""

    source: Source
    relation: str
    target: Source | None
    agency: str | None
    coverage: int | None
    passages: tuple[Cite, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Independence:
    """The four numbers from wide to narrow, and the merges that lead from one to the next."""

    counts: tuple[Count, ...]
    merges: tuple[Merge, ...]


def independence(row: Row, sources: Sources) -> Independence:
    """The view of ``independence``."""
    counts = (
        Count(row["articles"], _plural("report", row["articles"]), "read for this record"),
        Count(row["outlets"], _plural("outlet", row["outlets"]), "that published them"),
        Count(row["lineages"], _plural("lineage", row["lineages"]), "texts written on their own; copies count once"),
        Count(row["origins"], _plural("origin", row["origins"]), "sources that stand on their own behind the texts"),
    )
    return Independence(counts, tuple(Merge(sources.named(g["articles"]), g["reason"]) for g in row["groups"]))


def lineage(rows: Sequence[Row], sources: Sources) -> tuple[Link, ...]:
    """The view of ``lineage[]``, in order of publication."""
    links = (_link(r, sources) for r in rows)
    return tuple(sorted(links, key=lambda x: (x.source.number, x.relation, x.target.number if x.target else 0)))


def _link(row: Row, sources: Sources) -> Link:
    return Link(
        source=sources[row["article"]],
        relation=RELATION_WORDS[row["relation"]],
        target=sources[row["other"]] if row["other"] else None,
        agency=row["agency"],
        coverage=round(row["coverage"] * 100) if row["coverage"] is not None else None,
        passages=sources.cites(row["passages"]),
        reason=row["reason"],
    )


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else noun + "s"
