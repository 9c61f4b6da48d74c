"""The story's happenings in order of time: its own days, and the history behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.present.views.dates import when_words
from variorum.present.views.sources import Cite, Row, Sources
from variorum.present.views.wording import fragment

STATUS_WORDS = {
    "happened": "happened",
    "under_way": "under way",
    "scheduled": "planned",
    "announced": "announced",
    "unconfirmed": "planned, not confirmed",
    "cancelled": "cancelled",
    "denied": "denied",
}
STATUS_NOTES = {
    "happened": "at least one report tells it as done",
    "under_way": "told as going on",
    "scheduled": "still ahead when the latest report was written",
    "announced": "made known, no day given",
    "unconfirmed": "planned, its day is past, and no report here says that it took place",
    "cancelled": "called off",
    "denied": "a report or a source says that it did not take place",
}
UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Happening:
    """One row of the timeline.

    Attributes:
        when: its days in words; ``start`` and ``end`` the same as ISO, None when undated.
        status: as in the record, with ``status_words`` for the reader.
        who: the participants' names; ``place`` the place's.
        articles, origins: its support.
    """

    id: str
    when: str
    start: str | None
    end: str | None
    grain: str | None
    what: str
    kind: str
    status: str
    status_words: str
    who: tuple[str, ...]
    place: str | None
    articles: int
    origins: int
    cites: tuple[Cite, ...]
    background: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The story's own happenings, then those told as history; both by date, undated ones last."""

    story: tuple[Happening, ...]
    background: tuple[Happening, ...]

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that occur, in the order of the legend."""
        have = {h.status for h in self.story + self.background}
        return tuple(s for s in STATUS_WORDS if s in have)


def timeline(rows: Sequence[Row], sources: Sources, names: Mapping[str, str]) -> Timeline:
    """The view of ``timeline[]``; ``names`` gives each entity id its name."""
    happenings = sorted((_happening(r, sources, names) for r in rows), key=_order)
    return Timeline(
        tuple(h for h in happenings if not h.background),
        tuple(h for h in happenings if h.background),
    )


def _happening(row: Row, sources: Sources, names: Mapping[str, str]) -> Happening:
    when = row["when"]
    return Happening(
        id=row["id"],
        when=when_words(when),
        start=when["from"] if when else None,
        end=when["to"] if when else None,
        grain=when["grain"] if when else None,
        what=fragment(row["what"]),
        kind=row["kind"].replace("_", " "),
        status=row["status"],
        status_words=STATUS_WORDS[row["status"]],
        who=tuple(dict.fromkeys(names[p] for p in row["participants"] if p in names)),
        place=names.get(row["place"]) if row["place"] else None,
        articles=row["support"]["articles"],
        origins=row["support"]["origins"],
        cites=sources.cites(row["evidence"]),
        background=row.get("background", False),
    )


def _order(happening: Happening) -> tuple[str, str, int, str]:
    return (happening.start or UNDATED, happening.end or UNDATED, -happening.articles, happening.id)
