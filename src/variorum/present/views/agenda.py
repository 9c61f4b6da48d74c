"""Topic by report: what is on the table, by whose account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.present.views.sources import Cite, Row, Source, Sources

POLARITY_WORDS = {"on": "on", "off": "off", "may": "may", "raised": "raised", "not_raised": "not raised"}
POLARITY_NOTES = {
    "on": "on the agenda",
    "may": "may come up",
    "off": "off the agenda",
    "raised": "was raised",
    "not_raised": "was not raised",
}
MAX_COLUMNS = 8
"""Above this many reports only those that speak of the agenda get a column."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one report says of one topic; ``note`` adds who raises it, who says so, and the hedge."""

    polarity: str
    words: str
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A row: a topic, how deep it lies under another, and a cell for each column."""

    id: str
    name: str
    depth: int
    cells: tuple[tuple[Standing, ...], ...]
    split: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """The table: its columns, its rows, and the standings that occur (for the legend)."""

    columns: tuple[Source, ...]
    topics: tuple[Topic, ...]
    used: tuple[str, ...]


def agenda(rows: Sequence[Row], sources: Sources, names: Mapping[str, str]) -> Agenda:
    """The view of ``agenda[]``. Topics in most reports first; sub-topics under theirs."""
    heard = {e["article"] for r in rows for e in r["entries"]}
    columns = sources.all if len(sources.all) <= MAX_COLUMNS else sources.named(heard)
    topics = tuple(_topic(row, depth, columns, sources, names) for row, depth in _tree(rows))
    used = {s.polarity for t in topics for cell in t.cells for s in cell}
    return Agenda(columns, topics, tuple(p for p in POLARITY_NOTES if p in used))


def _tree(rows: Sequence[Row]) -> list[tuple[Row, int]]:
    """Rows in order of reading with their depth; a parent that is missing, or in a circle, makes a row a root."""
    ids = {r["id"] for r in rows}
    below: dict[str | None, list[Row]] = {}
    for row in sorted(rows, key=lambda r: (-len({e["article"] for e in r["entries"]}), r["topic"].casefold(), r["id"])):
        below.setdefault(row["parent"] if row["parent"] in ids else None, []).append(row)
    out: list[tuple[Row, int]] = []
    seen: set[str] = set()

    def add(row: Row, depth: int) -> None:
        if row["id"] not in seen:
            seen.add(row["id"])
            out.append((row, depth))
            for child in below.get(row["id"], []):
                add(child, depth + 1)

    for row in below.get(None, []):
        add(row, 0)
    for row in rows:
        add(row, 0)
    return out


def _topic(row: Row, depth: int, columns: Sequence[Source], sources: Sources, names: Mapping[str, str]) -> Topic:
    cells = tuple(_cell([e for e in row["entries"] if e["article"] == c.id], sources, names) for c in columns)
    sides = {"off" if p in ("off", "not_raised") else "on" for p in (e["polarity"] for e in row["entries"])}
    return Topic(row["id"], " ".join(row["topic"].split()), depth, cells, split=len(sides) > 1)


def _cell(entries: Sequence[Row], sources: Sources, names: Mapping[str, str]) -> tuple[Standing, ...]:
    grouped: dict[tuple[str, str], list[Row]] = {}
    for entry in entries:
        grouped.setdefault((entry["polarity"], _note(entry, names)), []).append(entry["cite"])
    return tuple(
        Standing(polarity, POLARITY_WORDS[polarity], note, sources.cites(cites))
        for (polarity, note), cites in grouped.items()
    )


def _note(entry: Row, names: Mapping[str, str]) -> str:
    side = names.get(entry["side"] or "")
    notes = (
        f"by {side}" if side else "",
        f"says {entry['attributed_to']}" if entry["attributed_to"] else "",
        f"“{entry['hedge']}”" if entry["hedge"] else "",
    )
    return "; ".join(n for n in notes if n)
