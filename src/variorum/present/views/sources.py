"""The reports as witnesses: each gets a siglum, and every cite a link to its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from variorum.errors import CitationError
from variorum.lang.agencies import name_key
from variorum.present.views.dates import day_words

Row = dict[str, Any]
"""One object of the record's plain data."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report as it is named on the page.

    Attributes:
        id: the article's id.
        number: its place in order of publication, from 1.
        outlet: who published it, or where it came from when no outlet is stated.
        day: its date as ISO, None when it has none.
        date: the same in words.
        credit: the agencies it carries beside its outlet, "" when none.
    """

    id: str
    number: int
    outlet: str
    title: str
    day: str | None
    date: str
    credit: str

    @property
    def siglum(self) -> str:
        """The short name used in every cite."""
        return f"S{self.number}"

    @property
    def anchor(self) -> str:
        """The id of the report's own text on the page."""
        return f"report-{self.siglum}"

    @property
    def tooltip(self) -> str:
        """Outlet, date and title in one line."""
        return f"{self.outlet}, {self.date}: {self.title}"


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to exact words in a report; ``nth`` counts the cites of one report that stand together, from 1."""

    source: Source
    start: int
    end: int
    exact: str
    nth: int = 1

    @property
    def label(self) -> str:
        """The siglum, numbered from the second cite on."""
        return self.source.siglum if self.nth == 1 else f"{self.source.siglum}·{self.nth}"

    @property
    def anchor(self) -> str:
        """The id of the marked words in the report."""
        return f"c-{self.source.number}-{self.start}-{self.end}"

    @property
    def extent(self) -> str:
        """First and last offset, for print."""
        return f"{self.start}–{self.end}"

    @property
    def words(self) -> str:
        """The exact words on one line, as they read in the report."""
        return " ".join(self.exact.split())


class Sources:
    """All reports of a record, in order of publication; undated ones last, in the record's order."""

    def __init__(self, articles: Sequence[Row]) -> None:
        dated = sorted(articles, key=lambda a: _stamp(a) or "9999")
        self.all: tuple[Source, ...] = tuple(_source(a, n) for n, a in enumerate(dated, 1))
        self._by_id = {s.id: s for s in self.all}

    def __getitem__(self, article: str) -> Source:
        """The report with this id.

        Raises:
            CitationError: the record names an article that it does not hold.
        """
        if article not in self._by_id:
            raise CitationError(f"the record cites article {article!r}, which is not among its articles")
        return self._by_id[article]

    def cite(self, row: Row) -> Cite:
        """The link for one cite."""
        source = self[row["article"]]
        return Cite(source, row["start"], row["end"], row["exact"])

    def cites(self, rows: Iterable[Row]) -> tuple[Cite, ...]:
        """The links for several cites: by report, then by place; each passage once."""
        links = {c.anchor: c for c in map(self.cite, rows)}
        ordered = sorted(links.values(), key=lambda c: (c.source.number, c.start, -c.end))
        seen: dict[int, int] = {}
        out = []
        for link in ordered:
            nth = seen[link.source.number] = seen.get(link.source.number, 0) + 1
            out.append(replace(link, nth=nth))
        return tuple(out)

    def named(self, articles: Iterable[str]) -> tuple[Source, ...]:
        """The reports with these ids, in order of publication."""
        return tuple(sorted({self[a] for a in articles}, key=lambda s: s.number))


def _stamp(article: Row) -> str | None:
    line = article.get("dateline") or {}
    stamp = article.get("published") or line.get("date") or article.get("updated")
    return str(stamp) if stamp else None


def _source(article: Row, number: int) -> Source:
    stamp = _stamp(article)
    day = stamp[:10] if stamp else None
    return Source(
        id=article["id"],
        number=number,
        outlet=article["outlet"] or _origin(article),
        title=article["title"] or "(no headline)",
        day=day,
        date=day_words(day) if day else "no date",
        credit=", ".join(
            a for a in article["agencies"] if article["outlet"] and name_key(a) != name_key(article["outlet"])
        ),
    )


def _origin(article: Row) -> str:
    """What stands in for the outlet's name when the report does not say it: its agencies, else its host, or file."""
    host = urlsplit(article.get("url") or "").hostname
    name = ", ".join(article["agencies"]) or host or PurePosixPath(article.get("path") or "").name
    return f"outlet not stated ({name})" if name else "outlet not stated"
