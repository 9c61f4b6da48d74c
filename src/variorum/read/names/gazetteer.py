"""Cities by name, from GeoNames, chosen by the sense of their context."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources

from variorum.lang.name_forms import fold
from variorum.model.reading import Place

CERTAIN = 1_000_000
"""People from which on a city needs no context to be meant."""

LIKELY = 100_000
"""People from which on a city is taken though no country of its is named in the article."""


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    name: str
    country: str
    population: int
    place: Place


@cache
def _rows(language: str) -> dict[str, list[str]]:
    """The table's lines by folded name. Lines are cut only when a city is asked for."""
    source = resources.files("variorum.lang").joinpath(language, "cities.tsv")
    rows: dict[str, list[str]] = {}
    for line in source.read_text("utf-8").split("\n"):
        name, tab, _ = line.partition("\t")
        if tab:
            rows.setdefault(
                name.lower() if name.isascii() and "-" not in name and "'" not in name else fold(name), []
            ).append(line)
    return rows


@cache
def cities(name: str, language: str) -> tuple[City, ...]:
    """All cities of that (folded) name, the largest first."""
    found = []
    for line in _rows(language).get(name, ()):
        title, country, population, lat, lon, number = line.split("\t")
        found.append(City(title, country, int(population), Place(float(lat), float(lon), int(number))))
    return tuple(sorted(found, key=lambda c: (-c.population, c.place.geonames_id)))


@cache
def _largest(name: str, language: str) -> dict[str, int]:
    """The index among :func:`cities` of each country's largest one."""
    return {city.country: n for n, city in reversed(list(enumerate(cities(name, language))))}


def choose(name: str, language: str, named: str | None, near: Collection[str]) -> City | None:
    """The city meant by a (folded) name.

    Args:
        name: the folded name.
        language: whose table.
        named: the country named right beside it ("Nara, Japan"); decides.
        near: countries the article names; they come before greater size.
    """
    found = cities(name, language)
    if named:
        return next((c for c in found if c.country == named), None)
    if found and found[0].population >= CERTAIN:
        return found[0]
    if found and (places := [n for code in near if (n := _largest(name, language).get(code)) is not None]):
        return found[min(places)]
    return found[0] if found and found[0].population >= LIKELY else None
