"""Bylines and credit lines: who wrote a report, and which agency's text it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.ingest.agencies import agencies_in, agency, pattern, split_credit
from variorum.ingest.dates import either
from variorum.ingest.gazetteer import is_place
from variorum.ingest.outlets import is_section, names_outlet, split_writer
from variorum.ingest.stamps import titled
from variorum.lang import table

SEGMENT = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*;\s*|\s*/\s*(?=[A-Z])")
NAME_BREAK = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|with)\s+")
CONTACT = re.compile(r"\S*@\S+|\bhttps?://\S+|\([^)]*@[^)]*\)")


@dataclass(frozen=True, slots=True)
class Credits:
    """What a byline or credit line gives: writers, agencies (or outlets) credited, as printed, and writers' places.

    ``houses`` are those among the sources whose own staff is credited.
    """

    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["byline"]
    return found


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{either([w for w in _data()['lead'] if w != 'from'])})\b\s*[:·•\-–—]?\s*", re.IGNORECASE)


@cache
def _lead_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(_data()['lead_labels'])})\s*:\s*", re.IGNORECASE)


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_data()['offices'])})\b", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?\s*(?P<head>{either(_data()['closing'])})\b\s*:?\s*", re.IGNORECASE)


@cache
def _contributed() -> re.Pattern[str]:
    kinds = f"(?P<from>{either(_data()['reported_from'])})|(?P<with>{either(_data()['contributed'])})"
    return re.compile(rf"(?P<who>[A-Z].{{1,120}}?)\s+(?:also\s+)?(?:{kinds})\b.{{0,80}}$")


def has_office(text: str) -> bool:
    """Whether the line gives a writer's office ("Staff Writer", "Political correspondent")."""
    return bool(_office().search(text))


def sends_out(name: str) -> bool:
    """Whether a name is an agency's by its last words: "Albion Wire", not "Staff and agency"."""
    last = either(_data()["agency_words"])
    found = re.fullmatch(rf"(?P<own>.+)\s(?i:{last})", name)
    return bool(found) and titled(name) and not (found and (_office().search(found["own"]) or is_section(found["own"])))


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
    if rest[0].islower() and not agency(rest) and not _office().match(rest):
        return None
    return _segments(rest)


def foreign_byline(text: str) -> Credits | None:
    """The line as a byline of another language: its word for "by", and full names alone."""
    head, _, rest = text.partition(" ")
    if head.lower() not in _data()["foreign_lead"]:
        return None
    found = bare_byline(rest.strip())
    return found if found and found.names and not found.places else None


def has_given_name(text: str) -> bool:
    """Whether the first word is a known given name."""
    return any(text.split(maxsplit=1)[0] in table("en", "given_names")[sex] for sex in ("m", "f"))


def _outlet_behind(text: str, part: str) -> bool:
    """Whether what a bar sets off behind a writer's name is the outlet: several words, no given name before them."""
    own = part.split()
    barred = re.search(rf"[|·•]\s*{re.escape(part)}", text) is not None
    return barred and 1 < len(own) <= 5 and titled(part) and not has_given_name(part) and bool(names_outlet(part))


@cache
def _post() -> re.Pattern[str]:
    """``Reporting from Linda, Ardania``, ``Jane Doe reports from Linda``: where a report was written."""
    behind = rf"(?P<name>[^\W\d_a-z][\w.'’\- ]{{3,40}})\s(?:{either(_data()['reported_from'])})"
    return re.compile(
        rf"(?:(?i:{either(_data()['posted'])})|{behind})\s+(?P<place>[A-Z][\w.'’\-]*(?:[\s,/]+[\w.'’\-]+){{0,5}})"
    )


def _places(words: str) -> tuple[str, ...]:
    return tuple(p.strip(" .,") for p in re.split(r"\s+and\s+|\s*/\s*", words) if p.strip(" .,"))


def _segments(text: str) -> Credits | None:
    names: list[str] = []
    sources: list[str] = []
    places: list[str] = []
    houses: list[str] = []
    offices = 0
    for segment in SEGMENT.split(re.sub(r"\(([^)]*)\)", r" | \1 | ", CONTACT.sub("", text))):
        part = segment.strip(" ,.|·•[]") if not re.search(r"\b[A-Z]\.$", segment) else segment.strip(" ,|·•[]")
        if not part:
            continue
        if known := agency(part):
            sources.append(known.name)
            continue
        if names and is_place(part) and len(part.split()) == 1:
            places.append(part)
            continue
        if names and _outlet_behind(text, part):
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
        elif _office().search(item):
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
        elif is_name(item):
            names.append(person(item))
        elif i == 0 or not (names or sources) or not item[0].isupper():
            return None
    return Credits(tuple(names), tuple(sources), tuple(places), tuple(houses))


def _is_post(item: str, names: list[str], places: list[str]) -> bool:
    """Whether what stands behind a writer's full name is where the writer is: a place, or no full name."""
    if not (names and len(names[-1].split()) > 1) or agency(item) or _office().search(item):
        return False
    return is_place(item) or (len(item.split()) == 1 and item.isalpha() and titled(item) and not names_outlet(item))


def _officed(item: str) -> Credits:
    """What an item with an office in it credits: an agency, the writer behind, or the house whose staff it is."""
    credited = tuple(a.name for a in agencies_in(item))
    if credited:
        return Credits((rest,) if (rest := _after_office(item)) else (), credited)
    if sends_out(item):
        return Credits(sources=(item,))
    own = _staffed().fullmatch(item)
    fine = own and titled(own["house"]) and not _office().search(own["house"])
    return Credits(sources=(own["house"],), houses=(own["house"],)) if own and fine else Credits()


def _after_office(item: str) -> str | None:
    """``Xinhua writers Li Ming`` names a writer behind the office."""
    behind = item[list(_office().finditer(item))[-1].end() :].strip()
    return person(behind) if is_name(behind) else None


@cache
def _staffed() -> re.Pattern[str]:
    """``Linda Lantern staff``: the house's own writers."""
    return re.compile(rf"(?P<house>[A-Z]\S*(?:\s\S+){{1,4}})\s(?i:{either(_data()['own_writers'])})")


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
    particles = set(_data()["particles"])
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
    found = _segments(text)
    return found if found and all(is_name(n, fewest=2) and not _is_other(n) for n in found.names) else None


def _is_other(name: str) -> bool:
    """A place, an outlet or a section that has the form of a person's name."""
    return is_section(name) or names_outlet(name) or is_place(name)


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(_data()['carried'])})\s+(?P<who>.{{2,80}})", re.IGNORECASE)


def carried_from(text: str) -> Credits | None:
    """``This report by Example Press was first published ...``: whose report it is, if agencies' it is."""
    found = _carried().match(text) if len(text.split()) <= 30 else None
    sources = tuple(a.name for a in agencies_in(found["who"])) if found else ()
    return Credits(sources=sources) if sources else None


def closing(text: str) -> Credits | None:
    """A line under the report as a credit, or None.

    ``(Reporting by A; Editing by B)``, ``Source: Xinhua``, ``(AFP)``, ``A reported from Paris``.
    """
    if len(text.split()) > 60:
        return None
    if sources := _signed(text):
        return Credits(sources=sources)
    if filed := _filed_by(text):
        return filed
    bracketed = re.fullmatch(r"[(\[](By\s.+)[)\]]\.?", text)
    if bracketed and (written := byline(bracketed[1])) and written.names:
        return written
    if head := _closing().match(text):
        return _closing_credit(text, head)
    if (found := _contributed().match(text)) and len(text.split()) <= 30:
        who = found["who"]
        sources = tuple(a.name for a in agencies_in(who))
        without = re.sub(rf"\b(?:The\s+)?(?:{pattern()})\b\s*(?:{either(_data()['offices'])})?\s*", "", who)
        given = _segments(without)
        if given is None or not (given.names or sources):
            return Credits((), sources) if sources else None
        return Credits(given.names if found["from"] else (), sources)
    return None


@cache
def _signature() -> re.Pattern[str]:
    """Agencies alone, with the initials of those who wrote beside them: ``(AFP)``, ``PTI JD RT``, ``jd/rm (dpa)``."""
    known = rf"(?:{pattern()})"
    return re.compile(
        rf"[a-z]{{0,4}}(?:/[a-z]{{1,4}})*[\s(\[—–\-©/]*(?:[Ww]ith\s+)?(?P<who>{known}(?:\s*[/,&]\s*{known}|\s+and\s+{known})*)"
        rf"(?:\s+inputs?)?(?:\s[A-Z]{{2,4}}){{0,4}}[\s)\].\-/]*"
    )


def _filed_by(text: str) -> Credits | None:
    """``XNA/Jane Doe``: an agency and, behind a stroke, who wrote for it."""
    source, stroke, who = (s.strip() for s in text.partition("/"))
    known = agency(source) if stroke else None
    return Credits((person(who),), (known.name,)) if known and is_name(who, fewest=2) and not _is_other(who) else None


def contact_credit(text: str) -> Credits | None:
    """Agencies and an outlet before an address to write to: ``XNA/The Linda Herald - news@herald.example``."""
    rest = CONTACT.sub("", text).strip(" ,|·•–—-")
    credited = split_credit(rest) if rest != text.strip() and len(rest.split()) <= 8 else ()
    if not any(map(agency, credited)) or not all(agency(c) or names_outlet(c) for c in credited):
        return None
    return Credits(sources=tuple(c for c in credited if agency(c)))


def headed_credit(text: str) -> Credits | None:
    """A credit to agencies that says so ("Compiled from ..."), which may stand above the report as well as under it."""
    found = closing(text) if _closing().match(text) and len(text.split()) <= 12 else None
    return found if found and found.sources and not found.names and all(map(agency, found.sources)) else None


def _signed(text: str) -> tuple[str, ...]:
    match = _signature().fullmatch(text.strip())
    if match:
        return tuple(a.name for a in agencies_in(match["who"]))
    inside = re.fullmatch(r"[(\[]([^()\[\]]{2,60})[)\]]\.?", text.strip())
    credited = split_credit(inside[1]) if inside else ()
    names = [n for n in credited if not _office().fullmatch(n)]
    shared = len(names) < len(credited)  # beside "staff" or "agencies" any name is one more source
    fine = all(agency(n) or re.fullmatch(r"[A-Z]{2,6}", n) or (shared and _is_house(n)) for n in names)
    return tuple(names) if fine else ()


def _closing_credit(text: str, head: re.Match[str]) -> Credits | None:
    word = " ".join(head["head"].lower().split())
    body = text[head.end() :].strip("()[] .")
    if word in (*_data()["material"], *_data()["sources"]) and (found := _material(word, body)):
        return found
    if word in ("with", "via", "source", "sources", "reporting", "report by") or word.startswith(("with ", "inputs")):
        credited = tuple(a.name for a in agencies_in(body))
        short = len(text.split()) <= 10
        if credited and (short or word != "with"):
            return Credits(sources=credited)
        if word in ("with", "via", "reporting") or (word in ("source", "sources") and not short):
            return None
        return Credits() if short else None
    first = re.split(r"\s*;\s*", body)[0]
    if not first or not (first[0].isupper() or agencies_in(first)):
        return None
    found = _segments(re.sub(r"\s+(?:in|from)\s+[A-Z][\w.\-]*(?:\s+[A-Z][\w.\-]*)*", "", first))
    if found is None:
        return Credits() if text.startswith(("(", "[")) else None
    return found if word in _data()["reporters"] else Credits((), found.sources)


def _material(word: str, body: str) -> Credits | None:
    """Whose material a report has used, known as an agency or not; None where the words name no such house."""
    sources = [s for s in split_credit(body) if not _office().fullmatch(s)]
    house = _is_house if word in _data()["sources"] else titled
    if not sources or not all(agency(s) or (house(s) and not is_place(s)) for s in sources):
        return None
    return Credits(sources=tuple(sources))


def _is_house(name: str) -> bool:
    """Whether a name has the form of an agency's or an outlet's: "Orient Press", "Delta News Agency"."""
    return titled(name) and (names_outlet(name) or bool(_office().search(name)))


@cache
def _trailing() -> re.Pattern[str]:
    known = rf"(?:{pattern()})"
    several = rf"{known}(?:\s*[/,&]\s*{known})*"
    return re.compile(
        rf"(?<=[.!?\"”’)])\s*(?:[(\[]\s*(?:with\s+)?{several}(?:\s+inputs?)?\s*[)\]]|[—–]\s?{known}|-\s{known}|/{known}/?"
        rf"|\s{known}(?:\s[A-Z]{{2,4}}){{1,4}})\.?$"
    )


def trailing_credit(text: str) -> int | None:
    """Where an agency's credit behind the last sentence begins; None without one."""
    match = _trailing().search(text)
    return match.start() if match and match.start() and closing(text[match.start() :]) else None
