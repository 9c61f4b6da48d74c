"""Whether two places on the map can be one."""

from __future__ import annotations

import math

from variorum.model.reading import Entity, Place

FAR = 60.0
"""Kilometres between two points from which they are two places."""


def places_apart(one: Entity, other: Entity) -> bool:
    """Whether two places cannot be one: in two countries, or two known points too far from each other.

    A place inside the other (by its name, or a country's) agrees; one that no list knows may lie anywhere.
    """
    names = [set(e.name.casefold().split()) for e in (one, other)]
    if names[0] <= names[1] or names[1] <= names[0]:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if "country" in {one.kind, other.kind}:
        return False
    return bool(one.place and other.place) and _kilometres(one.place, other.place) > FAR


def _kilometres(a: Place | None, b: Place | None) -> float:
    """Great-circle distance on a sphere of 6,371 km (haversine)."""
    if a is None or b is None:
        return 0.0
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))
