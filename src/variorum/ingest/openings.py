"""Datelines as some houses print them, brought to the form that :mod:`variorum.ingest.datelines` reads."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.ingest.agencies import agency
from variorum.ingest.datelines import DASHES, FoundDateline, dateline, place_name, post_of
from variorum.ingest.gazetteer import is_place
from variorum.ingest.stamps import titled
from variorum.lang import table
from variorum.lang.name_forms import fold
from variorum.lang.territories import territories

LONGEST_NAME = 6
"""Words of a name that may stand behind a dash where a sentence would be."""
LEAST_SENTENCE = 8
"""Words that must follow a place in capitals and a full stop."""
LONGEST_LINE = 12
"""Words of a dateline that stands alone."""
LAND = re.compile(r"(?P<place>[^\W\d_a-z][^,:()\d]{1,40}?)(?P<land>\s\((?P<name>[^()\d]{3,40})\))(?=\s*[,:])")
STOPPED = re.compile(r"(?P<place>[^\W\d_a-z]{4,}(?:\s[^\W\d_a-z]{2,}){0,2})\.\s+(?=[\"“‘«]?[A-Z])")
HOUSE = re.compile(rf"(?P<house>[A-Z][\w\-]*[A-Z][\w\-]*)\s+[{DASHES}]\s+(?=[\"“‘«]?[A-Z0-9])")


def opening_dateline(text: str) -> FoundDateline | None:
    """The dateline that a text opens with, or None.

    Beside the forms of :func:`variorum.ingest.datelines.dateline`: the country in brackets behind the place and a line
    without the sentence (AFP), a full stop before the dash (``(EFE).-``), a place in capitals with a full stop.
    """
    plain = re.sub(rf"\.(?=[{DASHES}]\s)", " ", text[:120], count=1) + text[120:]
    land = LAND.match(plain)
    if land and fold(land["name"]) in territories("en").names:
        return _with_land(plain, land)
    found = dateline(plain)
    if found is None:
        return _stopped(plain)
    if found.place and fold(found.place) in _labels():
        return None
    rest = plain[found.end :]
    if found.date is None and rest and _names_only(rest):
        return None  # a masthead: "XNA - Northern Desk"
    return _with_house(found, plain)


def _with_land(text: str, land: re.Match[str]) -> FoundDateline | None:
    cut = len(land["land"])
    bare = text[: land.start("land")] + text[land.end("land") :]
    found = dateline(bare)
    if found is None and re.search(rf"[{DASHES}]\s*$", bare) and len(bare.split()) <= LONGEST_LINE:
        found = dateline(f"{bare.rstrip()} A")  # its sentence stands on the next line
    place = f"{place_name(land['place'])}, {place_name(land['name'])}"
    if found is not None and found.place:
        return replace(found, place=place, end=min(found.end + cut, len(text)))
    colon = re.match(r"\s*:\s+(?=\S)", text[land.end() :])
    if colon and land["place"].isupper() and len(text.split()) > LEAST_SENTENCE:
        return FoundDateline(land.end() + colon.end(), place, None, (), None, strong=False)
    return None


def _stopped(text: str) -> FoundDateline | None:
    """``LINDA. The president ...``: a place in capitals and a full stop, as Spanish-language papers print it."""
    match = STOPPED.match(text)
    if not match or len(text[match.end() :].split()) < LEAST_SENTENCE or agency(match["place"]):
        return None
    barred = table("en", "ingest")["dateline"]
    if fold(match["place"]) in {*barred["not_places"], *barred["not_first"]} | _labels():
        return None
    return FoundDateline(match.end(), place_name(match["place"]), None, (), None, strong=False)


def _with_house(found: FoundDateline, text: str) -> FoundDateline:
    """With the house that a full stop parts from the place: ``LINDA. LinTAG - The president ...``."""
    stopped = text[: found.end].rstrip().endswith(".")
    house = HOUSE.match(text[found.end :]) if stopped and found.outlet is None else None
    if house is None:
        return found
    known = agency(house["house"])
    end = found.end + house.end()
    return replace(found, end=end, credits=(known.name,)) if known else replace(found, end=end, outlet=house["house"])


def _labels() -> set[str]:
    """Words that say what a date is: "PUBLISHED MAY 14" is no dateline."""
    stamps = table("en", "ingest")["stamps"]
    return {*stamps["published"], *stamps["updated"]}


def _names_only(rest: str) -> bool:
    return len(rest.split()) <= LONGEST_NAME and titled(rest) and not rest.rstrip().endswith((".", "!", "?", ":"))


def post_line(text: str) -> str | None:
    """The place of a line that gives a place and its country alone: ``Linda, Ardania``."""
    place, comma, land = (s.strip() for s in text.partition(","))
    named = comma and fold(land) in territories("en").names and is_place(place)
    return post_of(text) if named else None
