"""How the words and days of a gold story are found again in a record."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Range = tuple[int, int]
Days = tuple[dt.date, dt.date]

LONGEST_CITE = 500
"""Characters. A cite longer than a long sentence points at nothing, so it finds nothing."""

NEAR = 16
"""Days by which an interval may be wider or narrower than the gold's, either end: half a month."""

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def fold(text: str | None) -> str:
    """Text as it is compared: composed, typographic marks made plain, case folded."""
    return unicodedata.normalize("NFC", text or "").translate(PLAIN).casefold()


@dataclass(frozen=True)
class Page:
    """One article's text, folded and with its white space squeezed, with the way back.

    Attributes:
        flat: the folded text.
        places: for each character of ``flat`` its offset in the article's text.
    """

    flat: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Page:
        """Fold an article's text; a run of white space becomes one space, none at the start."""
        flat: list[str] = []
        places: list[int] = []
        for word in re.finditer(r"\S+", text):
            if flat:
                flat.append(" ")
                places.append(word.start())
            for i, char in enumerate(word[0], start=word.start()):
                folded = fold(char)
                flat.append(folded)
                places.extend([i] * len(folded))
        return cls("".join(flat), tuple(places))

    def find(self, words: str, before: str = "") -> list[Range]:
        """Every range of the article's text that holds the words, with ``before`` standing right before them."""
        needle, lead = Page.of(words).flat, Page.of(before).flat
        found: list[Range] = []
        at = self.flat.find(needle) if needle else -1
        while at >= 0:
            if self.flat[:at].rstrip().endswith(lead):
                found.append((self.places[at], self.places[at + len(needle) - 1] + 1))
            at = self.flat.find(needle, at + 1)
        return found


def overlap(one: Range, two: Range) -> bool:
    """Whether two half-open ranges share a character."""
    return one[0] < two[1] and two[0] < one[1]


def days(value: str | None) -> Days | None:
    """The days of a gold value: ``2026``, ``2026-06``, ``2026-06-16``, ``2026-W25``, or two of them with a slash."""
    if not value:
        return None
    if "/" in value:
        first, last = (days(v) for v in value.split("/"))
        return (first[0], last[1]) if first and last else None
    if week := re.fullmatch(r"(\d{4})-W(\d{2})", value):
        monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + dt.timedelta(days=6)
    if re.fullmatch(r"\d{4}", value):
        return dt.date(int(value), 1, 1), dt.date(int(value), 12, 31)
    if month := re.fullmatch(r"(\d{4})-(\d{2})", value):
        year, number = int(month[1]), int(month[2])
        after = dt.date(year + number // 12, number % 12 + 1, 1)
        return dt.date(year, number, 1), after - dt.timedelta(days=1)
    try:
        day = dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day, day


def days_of(row: Row | None) -> Days | None:
    """The days of a record's ``when``: its ``from`` and ``to``, else its EDTF."""
    if not row:
        return None
    if row.get("from"):
        return days(f"{row['from']}/{row.get('to') or row['from']}")
    return days(row.get("edtf"))


def near(one: Days | None, two: Days | None) -> bool:
    """The same days, or one within the other with at most ``NEAR`` days between their ends."""
    if one is None or two is None:
        return False
    gap = max(abs((one[0] - two[0]).days), abs((one[1] - two[1]).days))
    nested = (one[0] - two[0]).days * (one[1] - two[1]).days <= 0
    return gap == 0 or (nested and gap <= NEAR)


def meet(one: Days | None, two: Days | None) -> bool:
    """Whether the two share a day."""
    return bool(one and two and one[0] <= two[1] and two[0] <= one[1])


def same_speaker(want: str, name: str) -> bool:
    """Equal, or one holds the other and both have several words ("Lee's office", "South Korea's Lee's office")."""
    several = len(want.split()) > 1 and len(name.split()) > 1
    return bool(name) and (want == name or (several and (want in name or name in want)))


def outlet_core(name: str | None) -> str:
    """An outlet's name or host without ``www.``, ``The`` and its top-level domain: ``bbc`` for ``www.bbc.co.uk``."""
    host = re.sub(r"^(https?://)?((www|edition|m|africa)\.)?", "", fold(name)).split("/")[0].removeprefix("the ")
    return re.sub(r"[^a-z0-9]", "", re.sub(r"(\.(com?|org|net|news|uk|kr|my|jp))+(\.\w\w)?$", "", host))


def words_of(position: Row) -> Iterator[tuple[str, str]]:
    """The articles of a gold position with the words that carry it there: one string for all, or one an article."""
    exact = position["exact"]
    own: dict[str, str] = exact if isinstance(exact, dict) else position.get("exact_by_article") or {}
    shared = exact if isinstance(exact, str) else None
    for article in position["articles"]:
        yield from ((article, said) for said in (own.get(article), shared) if said)


def cites_in(node: Any) -> list[Row]:
    """Every cite in the record's data: objects with article, start, end and exact."""
    if isinstance(node, list):
        return [cite for value in node for cite in cites_in(value)]
    if not isinstance(node, dict):
        return []
    own = [node] if {"article", "start", "end", "exact"} <= node.keys() else []
    return own + [cite for value in node.values() for cite in cites_in(value)]
