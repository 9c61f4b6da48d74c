"""Bylines and credit lines: who wrote a report, and which agency's text it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.ingest.agencies import agencies_in, agency, pattern
from variorum.ingest.dates import either
from variorum.ingest.gazetteer import is_place
from variorum.ingest.outlets import is_section, like_a_name, names_outlet, split_writer
from variorum.ingest.stamps import titled
from variorum.lang import table

SEGMENT = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*;\s*|\s*/\s*(?=[A-Z])")
NAME_BREAK = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|with)\s+")
CONTACT = re.compile(r"(?<!\S)[^\s@]*@\S+|\bhttps?://\S+|\([^()@]*@[^()]*\)")


@dataclass(frozen=True, slots=True)
class Credits:
    """What a byline or credit line gives: writers, agencies (or outlets) credited, as printed, and writers' places.

    ``houses`` are those among the sources whose own staff is credited.
    """

    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()


def byline_words() -> dict[str, Any]:
    """The language's words for bylines and credits."""
    found: dict[str, Any] = table("en", "ingest")["byline"]
    return found


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either([w for w in byline_words()['lead'] if w != 'from'])})\b\s*[:·•\-–—]?\s*", re.IGNORECASE
    )


@cache
def _lead_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(byline_words()['lead_labels'])})\s*:\s*", re.IGNORECASE)


@cache
def office_pattern() -> re.Pattern[str]:
    """A writer's office or a desk: "correspondent", "staff"."""
    return re.compile(rf"\b(?:{either(byline_words()['offices'])})\b", re.IGNORECASE)


def has_office(text: str) -> bool:
    """Whether the line gives a writer's office ("Staff Writer", "Political correspondent")."""
    return bool(office_pattern().search(text))


def sends_out(name: str) -> bool:
    """Whether a name is an agency's by its last words: "Albion Wire", not "Staff and agency"."""
    last = either(byline_words()["agency_words"])
    found = re.fullmatch(rf"(?P<own>.+)\s(?i:{last})", name)
    return (
        bool(found)
        and titled(name)
        and not (found and (office_pattern().search(found["own"]) or is_section(found["own"])))
    )


def byline(text: str) -> Credits | None:
    """The line as a byline that says so ("By ..."), or None."""
    text = re.sub(r"^By(?=[A-Z])", "By ", text)
    if (post := _post().fullmatch(text)) and titled(post["place"]):
        name = (post["name"] or "").strip()
        return Credits((person(name),) if is_name(name, fewest=2) else (), (), _places(post["place"]))
    lead = _lead().match(text) or _lead_label().match(text)
    if not lead or lead.end() == len(text) or len(text.split()) > 30:
        return None
    rest = text[lead.end() :]
    if rest[0].islower() and not agency(rest) and not office_pattern().match(rest):
        return None
    return credited_in(rest)


def foreign_byline(text: str) -> Credits | None:
    """The line as a byline of another language: its word for "by", and full names alone."""
    head, _, rest = text.partition(" ")
    if head.lower() not in byline_words()["foreign_lead"]:
        return None
    found = bare_byline(rest.strip())
    return found if found and found.names and not found.places else None


def has_given_name(text: str) -> bool:
    """Whether the first word is a known given name."""
    return any(text.split(maxsplit=1)[0] in table("en", "given_names")[sex] for sex in ("m", "f"))


def _outlet_behind(text: str, part: str) -> bool:
    """Whether what a bar sets off behind a writer's name is the outlet: several words, no given name before them."""
    own = part.split()
    barred = re.search(rf"[|·•/]\s*{re.escape(part)}", text) is not None
    return barred and 1 < len(own) <= 5 and titled(part) and not has_given_name(part) and bool(names_outlet(part))


def _post_words(part: str) -> list[str]:
    """The places of a segment that gives several, one of them known: ``Linda, Ambon``."""
    places = re.split(r"\s*[,/]\s*", part)
    single = len(places) > 1 and all(p.isalpha() and titled(p) and not is_section(p) and not agency(p) for p in places)
    return places if single and any(map(is_place, places)) else []


@cache
def _post() -> re.Pattern[str]:
    """``Reporting from Linda, Ardania``, ``Jane Doe reports from Linda``: where a report was written."""
    behind = rf"(?P<name>[^\W\d_a-z][\w.'’\- ]{{3,40}})\s(?:{either(byline_words()['reported_from'])})"
    return re.compile(
        rf"(?:(?i:{either(byline_words()['posted'])})|{behind})\s+(?P<place>[A-Z][\w.'’\-]*(?:[\s,/]+[\w.'’\-]+){{0,5}})"
    )


def _places(words: str) -> tuple[str, ...]:
    return tuple(p.strip(" .,") for p in re.split(r"\s+and\s+|\s*/\s*", words) if p.strip(" .,"))


def credited_in(text: str) -> Credits | None:
    """What segments parted by bars, strokes and semicolons credit; None where one is neither name, office nor place."""
    names: list[str] = []
    sources: list[str] = []
    places: list[str] = []
    houses: list[str] = []
    offices = 0
    for segment in SEGMENT.split(re.sub(r"\(([^()]*)\)", r" | \1 | ", CONTACT.sub("", text))):
        part = segment.strip(" ,.|·•[]") if not re.search(r"\b[A-Z]\.$", segment) else segment.strip(" ,|·•[]")
        if not part:
            continue
        if known := agency(part):
            sources.append(known.name)
            continue
        if names and is_place(part) and len(part.split()) == 1:
            places.append(part)
            continue
        if names and (one := _post_words(part)):
            places += one
            continue
        if names and (_outlet_behind(text, part) or re.fullmatch(r"[A-Z]{2,6}", part)):
            sources.append(part)
            continue
        if (found := _names(part)) is None:
            return None
        offices += not (found.names or found.places)
        names += found.names
        sources += found.sources
        places += found.places
        houses += found.houses
    if not (names or sources or offices or places):
        return None
    return Credits(
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(sources)),
        tuple(dict.fromkeys(places)),
        tuple(dict.fromkeys(houses)),
    )


def _names(part: str) -> Credits | None:
    """Names separated by commas and "and", with offices and agencies among them; None where one is none of these."""
    names: list[str] = []
    sources: list[str] = []
    places: list[str] = []
    houses: list[str] = []
    for i, word in enumerate(NAME_BREAK.split(part)):
        item = word.strip(" .") if not re.search(r"\b[A-Z]\.$", word) else word.strip()
        if at := re.search(r"(?:^|\s+)(?:in|from|at)\s+(?P<place>[A-Z].*)$", item):
            item = item[: at.start()]
            places += [at["place"].strip(" .")] if titled(at["place"]) and not names_outlet(at["place"]) else []
        if not item:
            continue
        if _is_post(item, names or houses, places):
            places = [f"{places[-1]}, {item}"] if places else [item]
            continue
        if known := agency(item):
            sources.append(known.name)
        elif office_pattern().search(item):
            held = _officed(item)
            names += held.names
            sources += held.sources
            houses += held.houses
        elif trailing := _ends_in_agency(item):
            names.append(person(trailing[0]))
            sources.append(trailing[1])
        elif writer := split_writer(item):
            names.append(person(writer[0]))
            sources.append(writer[1])
        elif i and len(item.split()) > 1 and names_outlet(item):
            sources.append(item)
        elif i == 0 and like_a_name(item) and item.split()[-1].isdigit():
            sources.append(item)  # "France 24"
            houses.append(item)
        elif is_name(item):
            names.append(person(item))
        elif i == 0 or not (names or sources) or not item[0].isupper():
            return None
    return Credits(tuple(names), tuple(sources), tuple(places), tuple(houses))


def _is_post(item: str, names: list[str], places: list[str]) -> bool:
    """Whether what stands behind a writer's full name is where the writer is: a place, or no full name."""
    if not (names and len(names[-1].split()) > 1) or agency(item) or office_pattern().search(item):
        return False
    return is_place(item) or (len(item.split()) == 1 and item.isalpha() and titled(item) and not names_outlet(item))


def _officed(item: str) -> Credits:
    """What an item with an office in it credits: an agency, the writer behind, or the house whose staff it is."""
    credited = tuple(a.name for a in agencies_in(item))
    if credited:
        return Credits((rest,) if (rest := _after_office(item)) else (), credited)
    if sends_out(item):
        return Credits(sources=(item,))
    behind = _after_office(item)
    if behind and len(behind.split()) > 1 and not is_other(behind):
        return Credits((behind,))
    own = _staffed().fullmatch(item) or _of_house().fullmatch(item)
    fine = own and titled(own["house"]) and not office_pattern().search(own["house"])
    return Credits(sources=(own["house"],), houses=(own["house"],)) if own and fine else Credits()


def _after_office(item: str) -> str | None:
    """``Xinhua writers Li Ming`` names a writer behind the office."""
    behind = item[list(office_pattern().finditer(item))[-1].end() :].strip()
    return person(behind) if is_name(behind) else None


@cache
def _of_house() -> re.Pattern[str]:
    """``RNZ Pacific Journalist``: a writer of the house that goes by its initials."""
    return re.compile(
        rf"(?P<house>[A-Z]{{3,6}}(?:\s(?!(?i:{office_pattern().pattern}))[A-Z]\S*)?)\s(?:\S+\s)?(?i:{office_pattern().pattern})"
    )


@cache
def _staffed() -> re.Pattern[str]:
    """``Linda Lantern staff``: the house's own writers."""
    return re.compile(rf"(?P<house>[A-Z]\S*(?:\s\S+){{1,4}})\s(?i:{either(byline_words()['own_writers'])})")


@cache
def _agency_end() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>.+?)\s+(?P<agency>{pattern()})$")


def _ends_in_agency(item: str) -> tuple[str, str] | None:
    match = _agency_end().match(item)
    known = agency(match["agency"]) if match else None
    return (match["name"], known.name) if match and known and is_name(match["name"]) else None


def is_name(text: str, *, fewest: int = 1) -> bool:
    """Whether the words have the form of a person's name: capitals, particles, initials; no digits, at most five."""
    parts = text.split()
    if not fewest <= len(parts) <= 5 or not text[0].isalpha():
        return False
    particles = set(byline_words()["particles"])
    capital = [p for p in parts if p.lower().rstrip(".") not in particles]
    return bool(capital) and all(p[0].isupper() and re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[.'’\-])*", p) for p in capital)


def person(text: str) -> str:
    """A name as read: capitals throughout become initial capitals, so that two outlets' bylines can meet."""
    text = " ".join(text.split()).strip(" ,;:")
    if not text.isupper() or len(text) < 4:
        return text
    return " ".join(w if re.fullmatch(r"(?:[A-Z]\.)+", w) else w.title() for w in text.split())


def bare_byline(text: str) -> Credits | None:
    """A line of names alone, or of names and where they are, that only its neighbours make a byline."""
    if len(text.split()) > 14 or text.endswith((".", "!", "?", ":")) or any(c.isdigit() for c in text):
        return None
    head, colon, _ = text.partition(": ")
    if not has_office(head if colon else text) and (colon or not titled(text)):
        return None
    found = credited_in(text)
    return found if found and all(is_name(n, fewest=2) and not is_other(n) for n in found.names) else None


def is_other(name: str) -> bool:
    """A place, an outlet or a section that has the form of a person's name."""
    return is_section(name) or names_outlet(name) or is_place(name)
