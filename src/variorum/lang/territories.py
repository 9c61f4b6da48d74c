"""Countries and regions: names, adjectives, peoples, seats of government (``countries.toml``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.lang.name_forms import fold
from variorum.model.reading import EntityKind


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, or a region that is no state of its own.

    Attributes:
        code: ISO 3166-1 alpha-2; for a region the state it lies in, None when it lies in several.
    """

    name: str
    code: str | None
    kind: EntityKind


@dataclass(frozen=True)
class Territories:
    """Countries and regions by folded name, adjective, people, seat of government, and side ("the North")."""

    names: dict[str, Territory]
    adjectives: dict[str, Territory]
    peoples: dict[str, Territory]
    capitals: dict[str, Territory]
    seats: dict[str, Territory]
    spellings: dict[str, str]
    sides: dict[str, Territory] = field(default_factory=dict)


def plurals(adjective: str) -> list[str]:
    """Words for people of a kind: "Korean" gives "Koreans"; "Japanese", "French" give none of their own."""
    if adjective.endswith("man"):
        return [adjective, adjective[:-3] + "men"] if adjective.endswith(("chman", "shman")) else [adjective + "s"]
    if adjective.endswith("woman"):
        return [adjective, adjective[:-5] + "women"]
    return [] if adjective.endswith(("ese", "sh", "ch", "ss")) else [adjective + "s"]


@cache
def territories(language: str) -> Territories:
    """The language's countries and regions."""
    data = table(language, "countries")
    found = Territories({}, {}, {}, {}, {}, {fold(k): v for k, v in data["spellings"].items()})
    codes: dict[str, Territory] = {}
    for code, row in data["countries"].items():
        codes[code] = Territory(row["name"], code, "country")
        _enter(found, codes[code], row)
        if side := row.get("side"):
            found.sides[fold(side)] = codes[code]
        for capital in row.get("capitals", ()):
            found.capitals.setdefault(fold(capital), codes[code])
    for name, row in data["regions"].items():
        _enter(found, Territory(name, row.get("country"), "place"), row)
    for seat, code in data["seats"].items():
        found.seats[fold(seat)] = codes[code]
    return found


def _enter(found: Territories, territory: Territory, row: dict[str, Any]) -> None:
    for name in (territory.name, *row.get("also", ())):
        found.names[fold(name)] = territory
    for adjective in row.get("adjectives", ()):
        found.adjectives.setdefault(fold(adjective), territory)
        for plural in plurals(adjective):
            found.peoples.setdefault(fold(plural), territory)
    for people in row.get("people", ()):
        found.peoples.setdefault(fold(people), territory)
        for plural in plurals(people):
            found.peoples.setdefault(fold(plural), territory)


def without_land(name: str, language: str = "en") -> tuple[str, Territory | None]:
    """A folded name cut after the country it begins with: "us air force" is "air force" of the United States."""
    lands, found = territories(language), fold(name).split()
    for size in range(min(4, len(found) - 1), 0, -1):
        head = " ".join(found[:size])
        if land := lands.names.get(head) or lands.adjectives.get(head):
            return " ".join(found[size:]), land
    return " ".join(found), None
