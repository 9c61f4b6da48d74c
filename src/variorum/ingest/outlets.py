"""Outlets' names by their form."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.ingest.agencies import agency
from variorum.ingest.boilerplate import fold
from variorum.ingest.dates import either
from variorum.ingest.gazetteer import is_place
from variorum.lang import table

ATTRIBUTING = ("-", "–", "—")
"""Marks before an agency's name by which a headline says who reports it, not where it stands."""
LEAST_TITLE = 4
"""Words of a headline before an outlet's name can be cut off it."""


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["masthead"]
    return found


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(_data()["words"])


@cache
def _sections() -> frozenset[str]:
    return frozenset(_data()["sections"])


def is_section(text: str) -> bool:
    """Whether the line is a section's name, a kicker ("World", "Breaking news"), or the way to it ("Home > World")."""
    steps = re.split(r"\s+[>›»]\s+", text.strip())
    if fold(text) in _sections() or (len(steps) > 1 and all(len(s.split()) <= 3 for s in steps)):
        return True
    first, *others = re.split(r"\s*[|·•/]\s*|\s+(?=(?i:no\.?|#)\s*\d)", text.strip())
    short = all(len(o.split()) <= 2 for o in others)
    return bool(others) and fold(first) in _sections() and short and not any(map(_ends_so, others))


def _ends_so(text: str) -> bool:
    return bool(text) and ends_as_outlet(text)


def is_page(text: str) -> bool:
    """Whether the words give a page or an edition: what may stand behind a date in a line of print."""
    return len(text.split()) <= 5 and bool(_note().match(text))


@cache
def _note() -> re.Pattern[str]:
    """What stands beside an outlet's name in its masthead: an edition, a page, a number, a date."""
    words = either(_data()["notes"])
    return re.compile(rf"(?:.*\b)?(?:{words})\b\.?(?:\s*(?:[A-Z]?\d+|[A-Z]))?$|\d.*|.*\b\d{{4}}$", re.IGNORECASE)


def is_note(text: str) -> bool:
    """Whether the words name a section, an edition, a page or a part of the world."""
    return 0 < len(text.split()) <= 5 and (_names_part(text) or bool(_note().match(text)))


def _names_part(text: str) -> bool:
    """A section of a paper, in one word or several ("Regional News"), or a place."""
    parts = _sections() | {*_data()["small"], *_data()["regions"]}
    return is_section(text) or is_place(text) or all(fold(w) in parts for w in text.split())


def ends_as_note(text: str) -> bool:
    """Whether the last word is that of an edition, a page, an issue."""
    return fold(text.rsplit(maxsplit=1)[-1]) in _data()["notes"]


DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}")
PARTS = re.compile(r"\s*[|·•»›>●]\s*|\s+[–—-]{1,2}\s+|:\s+|,\s+|\s*[(\[](?=[^()\[\]]+[)\]]$)")


def barred_name(text: str) -> str | None:
    """The name before a bar at the top of a page, whatever section stands behind it: ``Alster Post | Lokales``."""
    name, *others = re.split(r"\s+[|·•»›]\s+", text)
    fine = others and like_a_name(name) and not _names_part(name) and all(len(o.split()) <= 3 for o in others)
    return name if fine else None


def masthead_name(text: str) -> str | None:
    """The outlet's name in a line that gives its section, edition or slogan too: ``The Linda Herald | World``."""
    text = text.strip()
    text = text[1:-1] if text[:1] in "([" and text[-1:] in ")]" else text
    name, *notes = [part for p in PARTS.split(text) if (part := p.strip("()[] "))] or [""]
    if not notes or len(text.split()) > 12:
        return None
    if _names_part(name) and len(notes) == 1 and ends_as_outlet(notes[0]):
        name, notes = notes[0], [name]
    if not like_a_name(name) or _names_part(name):
        return None
    if all(is_note(n) or _abbreviates(n, name) or DOMAIN.fullmatch(n) or _same_agency(n, name) for n in notes):
        return name
    return name if ends_as_outlet(name) and all(is_note(n) or is_slogan(n) for n in notes) else None


def _same_agency(one: str, other: str) -> bool:
    return agency(one) is not None and agency(one) == agency(other)


def _abbreviates(short: str, name: str) -> bool:
    """``KNA`` for Kestrel News Agency."""
    return short.isupper() and short == "".join(w[0] for w in name.split() if w.lower() not in _data()["small"]).upper()


def like_a_name(text: str, longest: int = 5) -> bool:
    """At most so many words in capitals or with initial capitals, or a channel's figure ("France 24")."""
    own = text.split()
    fine = re.fullmatch(r"[^\W\d_][\w &.'’\-]*", text) and not text.endswith((".", "!", "?"))
    small = _data()["small"]
    named = (w[0].isupper() or w in small or w == "&" or re.fullmatch(r"\d{1,3}", w) for w in own)
    return bool(fine) and len(own) <= longest and all(named)


@cache
def _slogan() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_data()['slogans'])})\b", re.IGNORECASE)


def is_slogan(text: str) -> bool:
    """Whether a line under a masthead speaks of journalism or of the reader, as slogans do."""
    return len(text.split()) <= 10 and bool(_slogan().search(text)) and not any(c.isdigit() for c in text)


def names_outlet(text: str) -> bool:
    """Whether a short line has the form of an outlet's name: a known agency, a domain, "The ... Times"."""
    text = text.strip("[]() ")
    parts = text.split()
    if not 1 <= len(parts) <= 6 or text.endswith((".", "!", "?")) or ":" in text or is_section(text):
        return False
    if agency(text) or DOMAIN.fullmatch(text):
        return True
    if not all(p[0].isupper() or p in _data()["small"] for p in parts):
        return False
    if len(parts) == 1:
        return text.isupper() and 2 <= len(text) <= 5 and text.isalpha()
    edition = len(parts) == 2 and fold(parts[1]) == "english" and not _given(parts[0])
    return (
        edition or ends_as_outlet(text) or fold(parts[0]) in _outlet_words() or (parts[0] == "The" and len(parts) <= 3)
    )


def _given(word: str) -> bool:
    return any(word in table("en", "given_names")[sex] for sex in ("m", "f"))


@cache
def _house() -> re.Pattern[str]:
    before, last = either(_data()["houses"]), either(_data()["named_houses"])
    return re.compile(rf"(?:.+\s)?(?:{before})\s(?:of|for|on|to)\s.+|.+\s(?:{last})", re.IGNORECASE)


def is_house(text: str) -> bool:
    """Whether the words name a body that publishes: "Institute for ...", "Ministry of ...", "... Foundation"."""
    return like_a_name(text, longest=9) and bool(_house().fullmatch(text))


def ends_as_outlet(text: str) -> bool:
    """Whether the last word is one that newspapers and broadcasters end their names with."""
    return fold(text.rsplit(maxsplit=1)[-1]) in _outlet_words()


def split_writer(text: str) -> tuple[str, str] | None:
    """``Jane Doe Fox News`` as writer and outlet: two words, and two or more that end as an outlet's name does.

    Words that are surnames too ("Post", "Star") are not taken for an outlet's after a name.
    """
    parts = text.split()
    last = fold(parts[-1]) if parts else ""
    if len(parts) < 4 or last not in _outlet_words() or last in _data()["also_surnames"]:
        return None
    return " ".join(parts[:2]), " ".join(parts[2:])


def _attributes(tail: str) -> bool:
    """Whether a name behind a dash says whose word the headline gives: an agency, or an office's initials ("JCS")."""
    name = tail.strip()
    return bool(agency(name)) or (name.isupper() and name.isalpha() and fold(name) not in _outlet_words())


def split_title(title: str) -> tuple[str, str | None]:
    """A headline and the outlet that a web page's title carries behind it: ``... | The Example Times``."""
    for mark in _data()["title_separators"]:
        words, found, tail = title.rpartition(f" {mark} ")
        named = bool(found) and names_outlet(tail.strip()) and (mark not in ATTRIBUTING or not _attributes(tail))
        if named and len(words.split()) >= LEAST_TITLE:
            return words.strip(), tail.strip()
    return title, None
