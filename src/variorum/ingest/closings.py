"""Credits that stand apart from a byline: under a report, above it, behind its last sentence."""

from __future__ import annotations

import re
from functools import cache

from variorum.ingest.agencies import agencies_in, agency, pattern, split_credit
from variorum.ingest.bylines import (
    CONTACT,
    Credits,
    byline,
    byline_words,
    credited_in,
    is_name,
    is_other,
    office_pattern,
    person,
)
from variorum.ingest.dates import either
from variorum.ingest.gazetteer import is_place
from variorum.ingest.outlets import names_outlet
from variorum.ingest.stamps import titled


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?\s*(?P<head>{either(byline_words()['closing'])})\b\s*:?\s*", re.IGNORECASE)


@cache
def _contributed() -> re.Pattern[str]:
    kinds = f"(?P<from>{either(byline_words()['reported_from'])})|(?P<with>{either(byline_words()['contributed'])})"
    return re.compile(rf"(?P<who>[A-Z].{{1,120}}?)\s+(?:also\s+)?(?:{kinds})\b.{{0,80}}$")


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(byline_words()['carried'])})\s+(?P<who>.{{2,80}})", re.IGNORECASE)


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
        without = re.sub(rf"\b(?:The\s+)?(?:{pattern()})\b\s*(?:{either(byline_words()['offices'])})?\s*", "", who)
        given = credited_in(without)
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
        rf"(?:\s+inputs?)?(?:\s[A-Z]{{2,4}}){{0,4}}(?:/[a-z]{{2,4}}(?:\([a-z]{{1,4}}\))?)*[\s)\].\-/]*"
    )


def _filed_by(text: str) -> Credits | None:
    """``XNA/Jane Doe``: an agency and, behind a stroke, who wrote for it."""
    source, stroke, who = (s.strip() for s in text.partition("/"))
    known = agency(source) if stroke else None
    return Credits((person(who),), (known.name,)) if known and is_name(who, fewest=2) and not is_other(who) else None


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
    if stroked := re.fullmatch(r"[A-Z]\w*(?:/[A-Z]\w*)+", text.strip()):  # ``ABC/Reuters``: the house and an agency
        return tuple(known.name for part in stroked[0].split("/") if (known := agency(part)))
    inside = re.fullmatch(r"[(\[]([^()\[\]]{2,60})[)\]]\.?", text.strip())
    credited = split_credit(inside[1]) if inside else ()
    names = [n for n in credited if not office_pattern().fullmatch(n)]
    shared = len(names) < len(credited)  # beside "staff" or "agencies" any name is one more source
    fine = all(agency(n) or re.fullmatch(r"[A-Z]{2,6}", n) or (shared and _is_house(n)) for n in names)
    return tuple(names) if fine else ()


def _closing_credit(text: str, head: re.Match[str]) -> Credits | None:
    word = " ".join(head["head"].lower().split())
    body = text[head.end() :].strip("()[] .")
    if word in (*byline_words()["material"], *byline_words()["sources"]) and (found := _material(word, body)):
        return found
    if word in byline_words()["of_agencies"] or word.startswith(tuple(byline_words()["shared"])):
        credited = tuple(a.name for a in agencies_in(body))
        short = len(text.split()) <= 10
        if credited and (short or word not in byline_words()["phrases"]):
            return Credits(sources=credited)
        return Credits() if short and word not in byline_words()["plain"] else None
    first = re.split(r"\s*;\s*", body)[0]
    if not first or not (first[0].isupper() or agencies_in(first)):
        return None
    found = credited_in(re.sub(r"\s+(?:in|from)\s+[A-Z][\w.\-]*(?:\s+[A-Z][\w.\-]*)*", "", first))
    if found is None:
        return Credits() if text.startswith(("(", "[")) else None
    return found if word in byline_words()["reporters"] else Credits((), found.sources)


def _material(word: str, body: str) -> Credits | None:
    """Whose material a report has used, known as an agency or not; None where the words name no such house."""
    credited = split_credit(body)
    sources = [s for s in credited if not (office_pattern().fullmatch(s) or _initials(s, credited))]
    house = _is_house if word in byline_words()["sources"] else titled
    if not sources or not all(agency(s) or (house(s) and not is_place(s)) for s in sources):
        return None
    return Credits(sources=tuple(sources))


def _initials(name: str, credited: tuple[str, ...]) -> bool:
    """Whether a desk's own mark stands behind the agency: ``AFP/zl``, ``Reuters/fh(gs)``."""
    return name != credited[0] and not agency(name) and bool(re.fullmatch(r"[a-z]{1,4}(?:\([a-z]{1,4}\)?)?", name))


def _is_house(name: str) -> bool:
    """Whether a name has the form of an agency's or an outlet's: "Orient Press", "Delta News Agency"."""
    return titled(name) and (names_outlet(name) or bool(office_pattern().search(name)))


@cache
def _trailing() -> re.Pattern[str]:
    known = rf"(?:{pattern()})"
    several = rf"{known}(?:\s*[/,&]\s*{known})*"
    return re.compile(
        rf"(?<=[.!?\"”’)])\s*(?:[(\[]\s*(?:with\s+)?{several}(?:\s+inputs?)?\s*[)\]]|[—–]\s?{known}|-\s{known}|/{known}/?"
        rf"|\s{known}(?:\s[A-Z]{{2,4}}){{1,4}}|\s{several})\.?$"
    )


def trailing_credit(text: str) -> int | None:
    """Where an agency's credit behind the last sentence begins; None without one."""
    match = _trailing().search(text)
    return match.start() if match and match.start() and closing(text[match.start() :]) else None
