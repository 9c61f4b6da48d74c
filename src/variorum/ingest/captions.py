"""Pictures' captions and credits. A picture's credit never credits the text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from variorum.ingest.agencies import agency, pattern
from variorum.ingest.dates import either
from variorum.lang import table

LONGEST_CREDIT = 200
"""Characters at a caption's end in which its picture's credit stands."""


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["captions"]
    return found


@cache
def _credit() -> re.Pattern[str]:
    """A picture's credit at the end of a block."""
    nouns = either(_data()["nouns"])
    houses = "|".join(re.escape(h) for h in sorted(_data()["agency_pictures"], key=lambda h: (-len(h), h)))
    house = rf"(?:{houses}|{pattern()})"
    person = r"[A-Z][\w.'’\-]+(?:\s+[A-Z][\w.'’\-]+){0,3}"
    noun = rf"(?i:{nouns})"
    inside = (
        rf"(?:{noun}\b\s*[:/,|\-–—]?\s*(?i:by\s+|from\s+|courtesy(?:\s+of)?\s+|of\s+)?(?:[^()\[\]]{{0,60}})"
        rf"|{house}(?:\s*/[^()\[\]]{{1,50}}|\s+{noun}(?:\s*/[^()\[\]]{{1,50}})?|\s+via\s+[^()\[\]]{{2,40}})?"
        rf"|{person}\s*/\s*(?:{house}|{person})[^()\[\]]{{0,40}})"
    )
    said = r"(?i:(?:photo|image|picture|photograph|credit|pic|source)(?:\s+credit)?\s*(?::|by\b|courtesy\b)).{1,60}"
    housed = (
        rf"(?:{person}\s*/\s*)?{house}\s*(?:/|via\b|\s(?i:photo|file))[^.]{{0,50}}|(?:{person}\s*/\s*){house}"
        r"|REUTERS(?:/[^.]{1,40})?|(?i:file photo|handout|pool photo)\.?"
    )
    return re.compile(
        rf"(?:\s*[(\[]{inside}[)\]]\s*\.?)+$"
        rf"|\s*(?:(?<=[.!?”\"’)])|[/|—–©-])\s*(?:{said}|{housed})$"
        rf"|\s[/|]\s*(?:{house})$"
    )


@cache
def _head() -> re.Pattern[str]:
    heads = either(_data()["heads"])
    return re.compile(
        rf"[\[(]?(?:{heads})\s*(?:[:|]|\.{{3}}|…|,\s|\s[-–—]\s|/)|FILE\s+PHOTO\b|FILE\s*[-–—:]",
        re.IGNORECASE,
    )


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_data()['says'])})\b", re.IGNORECASE)


@lru_cache(maxsize=256)  # asked several times of each line as its part is settled
def credit_start(text: str) -> int | None:
    """Where the picture credit at the end of the text begins; None without one."""
    match = _credit().search(text, max(0, len(text) - LONGEST_CREDIT))
    return match.start() if match else None


def is_caption(text: str) -> bool:
    """Whether the words are a caption by their form: a credit at their end, "Photo:" before them, or by saying so."""
    if len(text.split()) > 120:
        return False
    if credit_start(text) is not None and not _bare_agency_credit(text):
        return True
    return bool(_head().match(text) or _says().search(text))


def hints_caption(text: str) -> bool:
    """Weaker: the words say who stands where ("(L)", "(R)", ", left,"), as captions do above the body."""
    low = text.lower()
    return any(side in low for side in _data()["sides"])


@cache
def _agency_only() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s*(?:{pattern()})(?:\s*[/,&]\s*(?:{pattern()}))*\s*[)\]]\s*\.?$")


def _bare_agency_credit(text: str) -> bool:
    """A sentence that ends in ``(AFP)`` alone may as well be the report's last, with the text's credit."""
    match = _agency_only().search(text, max(0, len(text) - LONGEST_CREDIT))
    if match is None or hints_caption(text) or _says().search(text):
        return False
    return credit_start(text[: match.start()].rstrip()) is None


def is_bare_credit(text: str) -> bool:
    """Whether nothing but a picture credit is there: ``(AP Photo/Jane Doe)``, ``Image source, Getty Images``."""
    if text in _data()["agency_pictures"] and not agency(text):
        return True
    head = _head().match(text)
    if head and re.search(r"source|credit|photo by|photograph by|courtesy", head[0], re.IGNORECASE):
        return len(text.split()) <= 10
    if head and len(text.split()) <= 6:
        rest = text[head.end() :].strip(" ()[]")
        return bool(re.fullmatch(rf"(?:{pattern()}|[A-Z][\w'’.\-]+(?:[\s/]+[A-Z][\w'’.\-]+){{0,3}}(?:/.*)?)", rest))
    return credit_start(text) == 0 and not _agency_only().fullmatch(text)
