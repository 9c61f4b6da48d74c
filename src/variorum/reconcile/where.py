"""Words for a place taken apart, and whether two of them may be one place: points, lines at sea, parts of a country."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Literal

from variorum.lang import table, words
from variorum.lang.territories import territories
from variorum.model.reading import Entity
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.geography import places_apart

Relation = Literal["same", "inside", "near", "apart", "unknown"]
Zone = Literal["economic", "territorial", "airspace", "free"]

TOWN, ABOUT, OFFSET = 15.0, 30.0, 8.0
"""Kilometres by which a point may be off: of a town, of what is told as near it, of a distance in a direction."""
SHARE = 0.1
"""The same as a share of the distance."""
EARTH = 6371.0
"""Radius in kilometres."""
_OWNER = (" of ", " around ")
"""Behind a line: whose it is."""
NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:of\s+the\s+|of\s+|de\s+|la\s+|al-)?[A-Z][\w’'-]*)*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the globe, WGS 84 degrees, and the kilometres by which it may be off."""

    lat: float
    lon: float
    slack: float


@dataclass(frozen=True)
class Where:
    """Words for a place, taken apart.

    Attributes:
        words: as the report has them, on one line.
        names: the names in them, the finest first, as the story's entities' ids, or folded where no entity is known.
        distance: kilometres from the first name, where one is given.
        bearing: degrees from north in which it lies from the first name.
        near: told as near the first name, or in its area.
        between: it lies between the first two names.
        zone: a line at sea or in the air that it is inside or outside of.
        outside: outside of it.
        owner: code of the country whose line it is, where it is named.
        realm: on the land or at sea.
        part: the part of a country, "north".
        site: the noun of a site within a town ("fort"); None for none.
    """

    words: str
    names: tuple[str, ...]
    distance: float | None = None
    bearing: float | None = None
    near: bool = False
    between: bool = False
    zone: Zone | None = None
    outside: bool = False
    owner: str | None = None
    realm: str | None = None
    part: str | None = None
    site: str | None = None

    @property
    def rooms(self) -> frozenset[str]:
        """What tells a part of a building: its telling words; none where no such part is named."""
        small = words("en", "acts", "phrase", "ends_at") | words("en", "acts", "phrase", "definite") | {"a", "an"}
        first = re.split(r"\b(?:of|at|in|on)\b", self.words.lower().partition(" ")[2])[0]
        said = frozenset(re.findall(r"[a-z0-9]+", first)) - small
        return said if said & words("en", "whereabouts", "sites", "rooms") else frozenset()


@cache
def _rule(section: str, key: str) -> re.Pattern[str]:
    return re.compile(table("en", "whereabouts")[section][key])


@dataclass(frozen=True, eq=False)
class Places:
    """A story's names, by which words for a place are taken apart and held against others."""

    corpus: Corpus

    @cached_property
    def known(self) -> dict[str, Entity]:
        """The story's entities by their names in lower case, places before others."""
        order = {"place": 0, "country": 1, "organization": 2}
        found: dict[str, Entity] = {}
        for entity in sorted(self.corpus.entities, key=lambda e: order.get(e.kind, 3)):
            for form in (entity.name, *(n.text for n in entity.names)):
                found.setdefault(form.lower(), entity)
        return found

    def where(self, text: str, *, goal: bool = False) -> Where:
        """A place's words taken apart; they begin with a preposition or a distance.

        A goal is a place, whatever its name was taken for.
        """
        text = " ".join(text.split())
        flat = text.lower() if len(text.lower()) == len(text) else text
        measure = _rule("phrase", "distance").search(flat)
        zone, line = _zone(flat)
        behind = line.end() if line else measure.end() if measure else 0
        if line and flat[behind:].startswith(_OWNER):
            behind = len(text)
        named = self._names(text, behind, goal=goal)
        if measure and not line:
            named += [n for n in self._names(text[: measure.start()], 0, goal=goal) if n not in named]
        part = _rule("realm", "part").search(flat)
        said = re.findall(r"[a-z]+", flat)
        return Where(
            words=text,
            names=tuple(named),
            distance=_kilometres(measure) if measure else None,
            bearing=_bearing(measure) if measure else None,
            near=_rule("phrase", "near").search(flat) is not None,
            between=_rule("phrase", "between").search(flat) is not None and len(named) > 1,
            zone=zone,
            outside=zone is not None and _rule("zone", "outside").search(flat) is not None,
            owner=_owner(flat) if zone else None,
            realm=next((r for r in ("land", "sea", "island") if _rule("realm", r).search(flat)), None),
            part=part["part"][:5] if part else None,
            site=next((w for w in said if w in _sites()), None),
        )

    def _names(self, text: str, start: int, *, goal: bool) -> list[str]:
        """The places and bodies named in the words, in order; a name that no list knows by its letters."""
        found: list[str] = []
        never = words("en", "whereabouts", "phrase", "never")
        owners = territories("en").adjectives
        for run in NAME.finditer(text, start):
            name = re.split(r"[’']s\s", re.sub(r"[’']s$", "", run[0]))[-1].strip(" .,")
            if name.lower() in owners or all(w.lower().strip(".") in never for w in name.split()):
                continue
            entity = self.known.get(name.lower())
            if entity is None:
                if _stands_alone(text[run.end() :]):
                    found.append("~" + name.lower())
            elif place := self._called_short(entity, name):
                found.append(place)
            elif goal or entity.kind not in {"person", "group"}:
                found.append(entity.id)
        return list(dict.fromkeys(found))

    def _called_short(self, entity: Entity, name: str) -> str | None:
        """A place that a report calls by its first word alone, where that was taken for people."""
        if entity.kind not in {"person", "group"}:
            return None
        longer = (e for form, e in self.known.items() if form.startswith(f"{name.lower()} ") and e.kind == "place")
        return next((e.id for e in longer), None)

    def spot(self, place: Where) -> Spot | None:
        """The point of a place whose finest name is on the map."""
        ends = [e.place if (e := self.corpus.entity.get(n)) else None for n in place.names[:2]]
        if not ends or ends[0] is None:
            return None
        first = ends[0]
        if place.between:
            if ends[1] is None:
                return None
            half = apart(Spot(first.lat, first.lon, 0), Spot(ends[1].lat, ends[1].lon, 0)) / 2
            return Spot((first.lat + ends[1].lat) / 2, (first.lon + ends[1].lon) / 2, half + TOWN)
        if place.distance is None:
            return Spot(first.lat, first.lon, ABOUT if place.near else TOWN)
        if place.bearing is None:
            return Spot(first.lat, first.lon, place.distance * (1 + SHARE) + TOWN)
        return _moved(first.lat, first.lon, place.distance, place.bearing)

    def relation(self, a: Where, b: Where) -> Relation:
        """Whether two places may be one."""
        opposite = {a.part, b.part} in [{x[:5] for x in pair} for pair in table("en", "whereabouts")["realm"]["parts"]]
        if {a.realm, b.realm} in ({"land", "sea"}, {"land", "island"}) or (opposite and not (a.names and b.names)):
            return "apart"
        if not a.names or not b.names:
            return "same" if a.words == b.words else "unknown"
        if _alike(a, b):
            return "same"
        ends = self.spot(a), self.spot(b)
        if ends[0] and ends[1]:
            far = apart(ends[0], ends[1])
            return "apart" if far > ends[0].slack + ends[1].slack else "near"
        if a.names[0] in b.names or b.names[0] in a.names:
            return "inside"
        return self._by_names(a.names[0], b.names[0])

    def _by_names(self, a: str, b: str) -> Relation:
        one, two = self.corpus.entity.get(a), self.corpus.entity.get(b)
        if not one or not two:
            return "unknown"
        if "country" in {one.kind, two.kind} and one.country and one.country == two.country:
            return "inside"
        return "apart" if places_apart(one, two) else "unknown"


def _owner(flat: str) -> str | None:
    """The code of the country whose line it is, by its name or its adjective."""
    lands = territories("en")
    said = re.findall(r"[a-z.]+", re.sub(r"[’']s\b", "", flat))
    pairs = [*said, *(" ".join(p) for p in pairwise(said))]
    found = [lands.names.get(w) or lands.adjectives.get(w) for w in pairs]
    return next((f.code for f in found if f and f.kind == "country"), None)


def _stands_alone(behind: str) -> bool:
    """The name is no word before a noun ("Norwegian fishermen"), unless before one of a place."""
    after = re.match(r"\s+(?P<noun>[a-z]+)(?! of\b)", behind)
    if after is None:
        return not behind.startswith(("’", "'"))
    ends = words("en", "acts", "phrase", "ends_at")
    return after["noun"] in ends or _rule("phrase", "behind").fullmatch(after["noun"]) is not None


def _zone(flat: str) -> tuple[Zone | None, re.Match[str] | None]:
    zones: tuple[Zone, ...] = ("free", "economic", "territorial", "airspace")
    return next(((z, m) for z in zones if (m := _rule("zone", z).search(flat))), (None, None))


@cache
def _sites() -> frozenset[str]:
    return words("en", "acts", "place", "sites") | words("en", "whereabouts", "sites", "more")


def _kilometres(measure: re.Match[str]) -> float:
    rules: dict[str, Any] = table("en", "whereabouts")["phrase"]
    said = measure["n"].replace(",", "")
    number = float(rules["numbers"].get(said, 0) or said)
    unit = measure["unit"]
    scale = next(v for k, v in rules["units"].items() if unit.startswith(k) and not (k == "m" and unit[:2] == "mi"))
    return number * float(scale) if unit != "nm" else number * 1.852


def _bearing(measure: re.Match[str]) -> float | None:
    way = re.sub(r"[ -]", "", measure["way"] or "")
    bearing: dict[str, float] = table("en", "whereabouts")["bearing"]
    return bearing.get(way)


def _moved(lat: float, lon: float, distance: float, bearing: float) -> Spot:
    """The point so far from another in a direction; bearings are told in eighths of the compass."""
    lat1, way, arc = math.radians(lat), math.radians(bearing), distance / EARTH
    lat2 = math.asin(math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(way))
    east = math.atan2(math.sin(way) * math.sin(arc) * math.cos(lat1), math.cos(arc) - math.sin(lat1) * math.sin(lat2))
    return Spot(math.degrees(lat2), lon + math.degrees(east), OFFSET + distance * 0.4)


def apart(a: Spot, b: Spot) -> float:
    """Kilometres between two points, on a sphere (haversine)."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def _alike(a: Where, b: Where) -> bool:
    return (a.names[0], a.distance, a.bearing, a.between) == (b.names[0], b.distance, b.bearing, b.between)


def zones_apart(a: Where, b: Where) -> bool:
    """Inside one and the same line, and outside of it; or inside it, and where no such lines are."""
    if a.zone is None or b.zone is None:
        return False
    if a.owner and b.owner and a.owner != b.owner:
        return "free" not in {a.zone, b.zone} and a.zone == b.zone and not (a.outside or b.outside)
    if a.zone == b.zone != "free":
        return a.outside != b.outside
    waters: set[str | None] = {"economic", "territorial"}
    free = next((x for x in (a, b) if x.zone == "free"), None)
    other = b if free is a else a
    return free is not None and other.zone in waters and not other.outside
