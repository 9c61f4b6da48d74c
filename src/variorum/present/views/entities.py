"""Who and where: people with their offices and the forms of their names; organizations, places and countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.present.views.sources import Cite, Row, Source, Sources

KINDS = {"organization": "Organizations", "group": "Groups", "country": "Countries", "place": "Places"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as reports state it, with where."""

    title: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of a name, with the reports that use it."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named. ``forms`` leaves out the name it is listed under."""

    id: str
    kind: str
    name: str
    country: str | None
    offices: tuple[Office, ...]
    forms: tuple[NameForm, ...]
    sources: tuple[Source, ...]
    location: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """People first (those with an office, or in several reports, apart from the rest), then the other kinds."""

    leading: tuple[Entity, ...]
    others: tuple[Entity, ...]
    rest: tuple[tuple[str, tuple[Entity, ...]], ...]


def names(rows: Sequence[Row]) -> dict[str, str]:
    """Each entity id with its name."""
    return {r["id"]: r["name"] for r in rows}


def cast(rows: Sequence[Row], sources: Sources) -> Cast:
    """The view of ``entities[]``: those in most reports first."""
    views = sorted((_entity(r, sources) for r in rows), key=lambda e: (-len(e.sources), not e.offices, e.name))
    people = [e for e in views if e.kind == "person"]
    rest = ((label, tuple(e for e in views if e.kind == kind)) for kind, label in KINDS.items())
    return Cast(
        tuple(p for p in people if p.offices or len(p.sources) > 1),
        tuple(p for p in people if not p.offices and len(p.sources) <= 1),
        tuple((label, group) for label, group in rest if group),
    )


def _entity(row: Row, sources: Sources) -> Entity:
    place = row["place"]
    return Entity(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        country=row["country"],
        offices=_offices(row["roles"], sources),
        forms=tuple(
            NameForm(n["text"], sources.named(n["articles"])) for n in row["names"] if n["text"] != row["name"]
        ),
        sources=sources.named(row["articles"]),
        location=f"{place['lat']:.2f}°, {place['lon']:.2f}°" if place else None,
    )


def _offices(roles: Sequence[Row], sources: Sources) -> tuple[Office, ...]:
    """Each office once, in the words first met; the same words in another case are the same office."""
    grouped: dict[str, tuple[str, list[Row]]] = {}
    for role in roles:
        words = " ".join(role["title"].split())
        if role["of"] and role["of"].casefold() not in words.casefold():
            words += f", {role['of']}"
        grouped.setdefault(words.casefold(), (words, []))[1].append(role["cite"])
    offices = (Office(words, sources.cites(cites)) for words, cites in grouped.values())
    return tuple(sorted(offices, key=lambda o: (-len(o.cites), o.title)))
