"""Datelines: place, day and credit before a report's first sentence.

Forms from the stylebooks of AP, Reuters, AFP and from the wires' own copy. A sentence that only begins with a
capital and a dash is none: with neither a credit nor a date, the place must be written in capitals or be in the
gazetteer, and a new sentence must follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.ingest.agencies import agency, pattern, split_credit
from variorum.ingest.dates import FoundDate, date_pattern, dates_in, either, weekday_pattern
from variorum.lang import table

DASHES = "-–—―−"
BULLETS = "•·|"


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline at the front of a text, up to ``end``.

    Attributes:
        place: as read ("Nara, Japan"); None for a bare credit such as ``(Reuters) -``.
        credits: what stands in the brackets, one entry a name, as printed or, if known, the agency's short name.
        outlet: the name before the colon in ``Nara, January 14, 2026 – The Europe Today:``.
        strong: whether a date or a credit stands in it, so that it may open any paragraph.
    """

    end: int
    place: str | None
    date: FoundDate | None
    credits: tuple[str, ...]
    outlet: str | None
    strong: bool


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["dateline"]
    return found


@cache
def _form() -> re.Pattern[str]:
    calendar = table("en", "ingest")["dates"]
    month = rf"(?i:(?:{either(calendar['months'])})\b\.?\s*\d|{weekday_pattern()}(?=[\s,]))"
    capital = rf"(?!{month})[^\W\d_a-z][\w.'’\-]*"
    small = "|".join(sorted(_data()["small"]))
    # a full stop behind a word of three letters or more ends the place, abbreviated states apart
    name = rf"{capital}(?:(?<!\w\w\w\.)\s(?:(?:{small})\s)*{capital}){{0,5}}"
    date = rf"(?:(?i:{weekday_pattern()}),?\s*)?(?P<date>(?i:{date_pattern()}))"
    brackets = r"\((?P<round>[^()]{2,60})\)|\[(?P<square>[^\[\]]{2,60})\]|/(?P<slash>[A-Z][^/]{1,40})/"
    credit = rf"(?:{brackets}|(?P<bare>{pattern()})(?=\s*[{DASHES}]))"
    clock = r"\d{1,2}[:.]\d{2}(?:\s?[A-Z]{2,4})?"
    return re.compile(
        rf"(?P<place>{name}(?:\s?/\s?{name}){{0,3}})(?:\s\[{name}\](?=,))?(?P<region>(?:,\s*{name}){{1,2}})?"
        rf"(?:(?P<comma>[,.|●•·]?)\s*(?:(?i:{weekday_pattern()}),?\s*)?\(?{date.replace('<date>', '<date1>')}\)?)?"
        rf"(?:\s*[{DASHES},.:|]?\s*{credit})?"
        rf"(?:,?\s*{date.replace('<date>', '<date2>')})?(?:,\s*{clock}(?=\s*[{DASHES}(]))?"
        rf"(?P<dash>\s*[{DASHES}]{{1,3}}|\s[{BULLETS}](?=\s)|\s*:|\s?\.|\s*,)?(?P<space>\s*)"
    )


@cache
def _bare_credit() -> re.Pattern[str]:
    day = rf"(?i:{date_pattern()})"
    date = rf"(?:,?\s*(?P<date0>{day}))"
    known = pattern()
    return re.compile(
        rf"(?:(?:(?P<date2>{day})\s*)?[(\[](?P<round>(?:{known})(?:\s*/\s*(?:{known}))*)[)\]]{date}?\s*[{DASHES}:]*\s+"
        rf"|(?P<bare>{known})(?:{date.replace('date0', 'date1')}\s*[{DASHES}.:/]+|\s+[{DASHES}]{{1,3}}|/)\s+)"
    )


def dateline(text: str) -> FoundDateline | None:
    """The dateline that the text opens with, or None."""
    return _unplaced(text) or _placed(text)


def _unplaced(text: str) -> FoundDateline | None:
    match = _bare_credit().match(text)
    if not match or not _new_sentence(text[match.end() :]):
        return None
    date = next(dates_in(match["date0"] or match["date1"] or match["date2"] or ""), None)
    return FoundDateline(match.end(), None, date, split_credit(match["round"] or match["bare"]), None, strong=True)


def _placed(text: str) -> FoundDateline | None:
    match = _form().match(text)
    if not match or _fold(match["place"]) in _data()["not_places"] or agency(match["place"]):
        return None
    if _fold(match["place"].split()[0]) in _data()["not_first"]:
        return None
    credit = re.sub(
        r"^(?:via|by|from)\s+", "", match["round"] or match["square"] or match["slash"] or match["bare"] or ""
    )
    region, behind_place = _region(match["region"] or "")
    sources = split_credit(credit) if credit else behind_place
    date = next(dates_in(match["date1"] or match["date2"] or ""), None)
    rest = text[match.end() :]
    if not _accepted(match, sources, date, rest):
        return None
    end, outlet = match.end(), None
    if tail := _outlet_tail(rest) if date and match["dash"] else None:
        end, outlet = end + tail[0], tail[1]
    named = re.sub(r"(?<=\w{4})\.$", "", match["place"])
    place = place_name(named) + (f", {place_name(region)}" if region else "")
    return FoundDateline(end, place, date, sources, outlet, strong=bool(sources or date))


def _region(behind: str) -> tuple[str, tuple[str, ...]]:
    """What stands between place and date: the region or country, and the agency (``Tehran, IRNA, Jan 30``)."""
    parts = [p.strip() for p in behind.split(",") if p.strip()]
    sources = tuple(known.name for p in parts if (known := agency(p)))
    return ", ".join(p for p in parts if not agency(p)), sources


def _accepted(match: re.Match[str], sources: tuple[str, ...], date: FoundDate | None, rest: str) -> bool:
    place, dash = match["place"], (match["dash"] or "").strip()
    dash = dash or ("." if re.search(r"\w{3}\.$", place) else "")
    capitals = _in_capitals(place)
    if sources:
        known = any(agency(c) for c in sources)
        if not known and not all(_like_a_source(c) for c in sources):
            return False
        # a short form in brackets may abbreviate anything
        named = any(agency(c) and len(c) > 4 and not c.isupper() for c in sources)
        placed = capitals or date is not None or named or _known_place(place)
        opened = dash or capitals or known
        return bool(placed and opened and rest and (_new_sentence(rest) or (known and bool(dash))))
    if date:
        if match["comma"] == "" and not capitals:
            return False
        if not rest:
            alone = (
                match["comma"] in (",", "●", "•", "·") and date.year is not None and place.isalpha() and len(place) > 2
            )
            return capitals or _known_place(place) or alone
        return bool(dash) and (dash not in ".," or capitals) and _new_sentence(rest)
    if not rest:
        return capitals and bool(dash[:1] in DASHES if dash else _known_place(place))
    if not match["space"] or not _new_sentence(rest):
        return False
    return _bare_place(place, match["region"], dash, rest)


def _bare_place(place: str, region: str | None, dash: str, rest: str) -> bool:
    """A place with neither date nor credit: only in capitals, or known."""
    if dash == ":":
        capitals = _in_capitals(place)
        return _known_place(place) and (capitals or (region is None and len(rest.split()) > 8))
    if dash in BULLETS and dash:
        return _in_capitals(place) and _known_place(place)
    if dash == ".":
        return region is None and len(rest.split()) > 8 and _known_place(place)
    if not dash or dash[0] not in DASHES:
        return False
    if _in_capitals(place) and not rest.isupper():
        letters = sum(c.isalpha() for c in place)
        return region is not None or (letters > 5 and len(place.split()) <= 2) or _known_place(place)
    return _known_place(place)


def _new_sentence(rest: str) -> bool:
    bare = rest.lstrip(" \"'“‘«[(")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit() or not bare[0].isascii())


def _in_capitals(place: str) -> bool:
    core = re.sub(rf"\b(?:{'|'.join(sorted(_data()['small']))})\b", "", place)
    return core.isupper() and sum(c.isalpha() for c in core) > 2


def _like_a_source(credit: str) -> bool:
    """A name or an abbreviation of two letters or more; not ``(R)``, ``(left)``, ``(population 3 million)``."""
    parts = credit.split()
    return (
        len(parts) <= 5
        and len(credit) > 1
        and all(p[0].isupper() or p in ("of", "the", "and") for p in parts)
        and not any(c.isdigit() for c in credit)
    )


def _known_place(place: str) -> bool:
    from variorum.ingest.gazetteer import is_place

    return all(is_place(p) for p in re.split(r"\s?/\s?", place))


def _fold(words: str) -> str:
    return words.lower().strip(" .,:")


@cache
def _tail() -> re.Pattern[str]:
    small = "|".join(table("en", "ingest")["masthead"]["small"])
    word = rf"(?:[A-Z][\w.'’&\-]*|{small})"
    return re.compile(rf"({word}(?:\s{word}){{0,5}}):\s+(?=[A-Z\"“‘'0-9])")


def _outlet_tail(rest: str) -> tuple[int, str] | None:
    """``The Europe Today:`` behind the dash, up to six words with initial capitals."""
    match = _tail().match(rest)
    return (match.end(), match[1]) if match else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?i:{either(_data()['labels'])})\s*:\s*(?P<place>[A-Z][^:.!?]{{1,50}})")


def labelled_dateline(text: str) -> str | None:
    """The place of a line such as ``DATELINE: LINDA``, as archives of newspapers print them."""
    found = _label().fullmatch(text)
    return place_name(found["place"]) if found else None


def post_of(text: str) -> str | None:
    """The place that stands alone beside a date: in capitals, or known."""
    if not (1 <= len(text.split()) <= 4) or not re.fullmatch(r"[^\W\d_][\w .,'’/\-]*", text) or agency(text):
        return None
    head = text.split(",", maxsplit=1)[0].strip()
    known = _known_place(head) and text[0].isupper()
    return place_name(text) if known and _fold(head) not in _data()["not_places"] else None


def place_name(place: str) -> str:
    """A place as read: capitals throughout become initial capitals (``RIO DE JANEIRO``: Rio de Janeiro)."""
    small = set(_data()["small"])

    def word(w: str, first: bool) -> str:
        if not w.isupper() or re.fullmatch(r"(?:[A-Z]\.)+|U[SKN]", w):
            return w
        return (
            w.lower()
            if w.lower() in small and not first
            else re.sub(r"(?<![\w'’])[^\W\d_]", lambda m: m[0].upper(), w.lower())
        )

    parts = re.split(r"(\s+|/|,\s*)", place.strip())
    return "".join(word(p, i == 0) for i, p in enumerate(parts)).strip()
