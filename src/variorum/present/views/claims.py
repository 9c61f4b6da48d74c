"""What the reports state: together, apart, and not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.present.views.sources import Cite, Row, Source, Sources
from variorum.present.views.wording import fragment


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with its support. ``holder`` is the speaker it is put in the mouth of, None for the outlets."""

    id: str
    text: str
    holder: str | None
    status: str
    articles: int
    origins: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the summary: one report's words for what several say, with a capital. ``id`` is the claim's.

    ``latest``: it gives the latest figure of a toll that changes.
    """

    id: str
    text: str
    articles: int
    origins: int
    cites: tuple[Cite, ...]
    latest: bool = False


@dataclass(frozen=True, slots=True)
class OwnClaims:
    """What only one report says, in the order in which it says it."""

    source: Source
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """A report with the statements of others that it, written late enough to know, does not carry."""

    source: Source
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """Statements of several reports (best supported first), and of one alone, by report."""

    shared: tuple[Claim, ...]
    own: tuple[OwnClaims, ...]

    @property
    def own_count(self) -> int:
        """How many statements stand in one report alone."""
        return sum(len(o.claims) for o in self.own)


def summary(rows: Sequence[Row], sources: Sources) -> tuple[Line, ...]:
    """The view of ``summary[]``."""
    return tuple(
        Line(
            r["claim"],
            r["text"][:1].upper() + r["text"][1:],
            r["support"]["articles"],
            r["support"]["origins"],
            tuple(sources.cite(c) for c in r["evidence"]),
            r.get("latest", False),
        )
        for r in rows
    )


def claims(rows: Sequence[Row], sources: Sources) -> Claims:
    """The view of ``claims[]``."""
    views = [_claim(r, sources) for r in rows]
    shared = [c for c in views if c.status != "single"]
    own: dict[str, list[Claim]] = {}
    for claim in views:
        if claim.status == "single" and claim.cites:
            own.setdefault(claim.cites[0].source.id, []).append(claim)
    return Claims(
        tuple(sorted(shared, key=lambda c: (-c.origins, -c.articles, _place(c)))),
        tuple(OwnClaims(s, tuple(sorted(own[s.id], key=_place))) for s in sources.all if s.id in own),
    )


def omissions(rows: Sequence[Row], claim_rows: Sequence[Row], sources: Sources) -> tuple[Omission, ...]:
    """The view of ``silences[]``, turned round: by the report that is silent."""
    by_id = {r["id"]: r for r in claim_rows}
    silent: dict[str, list[Claim]] = {}
    for row in rows:
        for article in row["articles_silent"]:
            silent.setdefault(article, []).append(_claim(by_id[row["claim"]], sources))
    return tuple(Omission(s, tuple(sorted(silent[s.id], key=_weight))) for s in sources.all if s.id in silent)


def _claim(row: Row, sources: Sources) -> Claim:
    return Claim(
        id=row["id"],
        text=fragment(row["text"]),
        holder=row["holder"],
        status=row["status"],
        articles=row["support"]["articles"],
        origins=row["support"]["origins"],
        cites=sources.cites(row["evidence"]),
    )


def _place(claim: Claim) -> tuple[int, int, str]:
    first = claim.cites[0] if claim.cites else None
    return (first.source.number if first else 0, first.start if first else 0, claim.id)


def _weight(claim: Claim) -> tuple[int, tuple[int, int, str]]:
    return (-claim.articles, _place(claim))
