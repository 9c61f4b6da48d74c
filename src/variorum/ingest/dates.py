"""Dates and clock times as newsrooms stamp them: ``Jan. 9, 2026``, ``09.01.2026``, ``16:59 GMT``.

Only for what stands around a report. Dates inside its sentences are the business of reading.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``text[start:end]``; the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def date(self) -> dt.date | None:
        """The day, if the year is known."""
        return dt.date(self.year, self.month, self.day) if self.year else None

    def in_year(self, year: int) -> dt.date | None:
        """That day of a year; None for 29 February where the year has none."""
        return dt.date(year, self.month, self.day) if _in_calendar(year, self.month, self.day) else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date with its clock time (``T14:30`` or ""), at ``text[start:end]``."""

    start: int
    end: int
    found: FoundDate
    clock: str

    @property
    def iso(self) -> str | None:
        """Date and time as ISO 8601; None without a year."""
        return self.found.date.isoformat() + self.clock if self.found.date else None


def either(words: list[str] | dict[str, Any]) -> str:
    """A pattern for any of the words, longest first, white space in them free."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


def _data() -> dict[str, Any]:
    found: dict[str, Any] = table("en", "ingest")["dates"]
    return found


@cache
def date_pattern() -> str:
    """The source of a pattern for one date, with or without a year (no names in it)."""
    month = rf"(?:{either(_data()['months'])})\b\.?"
    behind = rf"(?:{either([*_data()['months'], *_data()['months_behind']])})\b\.?"
    era = rf"(?:,?\s*\(?{era_pattern()}\)?(?:,?\s*\(?\d{{4}}\)?)?)"
    sign, nth = _data()["signs"], either(_data()["ordinal_endings"])
    of_month, of_year = either(_data()["before_month"]), either(_data()["before_year"])
    return (
        r"(?:\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}"
        rf"|\d{{4}}[{sign['year']}]\s?\d{{1,2}}[{sign['month']}]\s?\d{{1,2}}[{sign['day']}]"
        rf"|{month}\s*\d{{1,2}}(?:{nth})?(?!\d|:\d)(?:{era}|\s*,?\s*\d{{4}}|\s?\(\d{{4}}\))?"
        rf"|\d{{1,2}}(?:{nth}|\.|º)?(?:\s+|-|/)(?:(?:{of_month})\s+)?{behind},?"
        rf"(?:{era}|(?:\s*,?\s*|-|/|\s+(?:{of_year})\s+)\d{{4}})?"
        r"|\d{1,2}\.\s\d{1,2}\.\s\d{4}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))(?!\d(?!\d?:\d\d))"
    )


@cache
def era_pattern() -> str:
    """The source of a pattern for a year counted from a state's own era: ``Juche 115``."""
    eras = either(_data()["eras"])
    return rf"(?:(?:{eras})\s?\d{{1,3}}|\d{{1,3}}\s(?:{eras})(?!\s?\d))\b"


@cache
def _era() -> re.Pattern[str]:
    return re.compile(era_pattern(), re.IGNORECASE)


@cache
def weekday_pattern() -> str:
    """The source of a pattern for a weekday's name."""
    return rf"(?:{either(_data()['weekdays'])})\b\.?"


@cache
def zone_pattern() -> str:
    """The source of a pattern for a time zone's short name, in capitals."""
    names = [*_data()["zones"], *(n for n in _data()["other_zones"]["names"] if n.isupper())]
    return rf"(?-i:{either(names)})"


@cache
def _date() -> re.Pattern[str]:
    return re.compile(date_pattern(), re.IGNORECASE)


@cache
def _clock_pattern() -> str:
    zones = either([*_data()["zones"], *_data()["other_zones"]["names"]])
    sign = _data()["signs"]
    clock = (
        r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?"
        rf"|\d{{1,2}}[{sign['hour']}]\s?[0-5]?\d[{sign['minute']}]"
        r"|\d{1,2}\s*[ap]\.?m\b\.?|[012]\d[0-5]\d(?=\s*(?:GMT|UTC|hrs))"
    )
    offset = r"[+-]\d{1,2}(?::?[0-5]\d)?"
    zone = rf"\(?(?:(?:{zones})\b(?:\s?{offset})?|{offset})\)?"
    return rf"(?:{clock})(?:\s*{zone})?"


@cache
def _moment() -> re.Pattern[str]:
    date, clock, weekday = date_pattern(), _clock_pattern(), weekday_pattern()
    gap = rf"(?:\.?\s*(?:,|\||·|•|/|-|–|—|{either(_data()['clock_links'])}|@)\s*|T|\.?\s+|(?<=\d{{4}})(?=\d{{1,2}}:))"
    return re.compile(
        rf"(?:(?<![\w.])|(?<=\d)(?=[A-Z]))(?:(?P<clock1>{clock}){gap}(?:{weekday}{gap})?(?P<date1>{date})"
        rf"|(?:{weekday}{gap})?(?P<date2>{date})(?:{gap}\(?(?:{weekday}\)?{gap}?)?(?P<clock2>{clock})\)?)?)",
        re.IGNORECASE,
    )


def dates_in(text: str) -> Iterator[FoundDate]:
    """Every date in the text that a calendar has, in order."""
    for match in _date().finditer(text):
        if found := _parse(match[0], match.start()):
            yield found


def moments_in(text: str) -> Iterator[Moment]:
    """Every date in the text with the clock time and weekday that go with it, in order."""
    for match in _moment().finditer(text):
        group = "date1" if match["date1"] else "date2"
        clock = match["clock1"] or match["clock2"]
        month_first = _says_month_first(clock or "")
        found = _parse(match[group], match.start(group), month_first=month_first)
        if found:
            yield Moment(match.start(), match.end(), found, _clock(clock))


def _says_month_first(clock: str) -> bool:
    return bool(set(re.findall(r"[A-Z]{2,3}", clock)) & set(_data()["other_zones"]["month_first"]))


def _parse(words: str, start: int, *, month_first: bool = False) -> FoundDate | None:
    end, counted = start + len(words), _era_year(words)
    words = _era().sub(" ", words) if counted else words
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    name = re.search(r"[^\W\d_]{3,}", _ending().sub("", words))
    if name:
        month = _data()["months"].get(name[0].lower()) or _data()["months_behind"].get(name[0].lower())
        day, year = numbers[0], numbers[1] if len(numbers) > 1 else counted
    elif re.match(r"\d{4}", words):
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 or (month_first and day <= 12):
            day, month = month, day
        year = year + 2000 if year < 100 else year
    if month is None or not _in_calendar(year, month, day):
        return None
    return FoundDate(start, end, year, month, day)


@cache
def _ending() -> re.Pattern[str]:
    """What stands behind a day's figure that is no month's name: an ordinal's ending."""
    return re.compile(rf"(?<=\d)(?:{either(_data()['ordinal_endings'])})\b", re.IGNORECASE)


def _era_year(words: str) -> int | None:
    """The year that an era's own count gives: ``Juche 115`` is 2026."""
    found = _era().search(words)
    if not found:
        return None
    name = re.sub(r"[\s\d]+", "", found[0]).lower()
    return int(_data()["eras"][name]) + int(re.findall(r"\d+", found[0])[0])


def _in_calendar(year: int | None, month: int, day: int) -> bool:
    try:
        dt.date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return year is None or 1600 <= year < 2200


def _clock(words: str | None) -> str:
    """``T16:59``, with the offset where the zone has one meaning; ``""`` for no clock time."""
    match = re.match(
        rf"(\d{{1,2}})(?:[:.h]|[{_data()['signs']['hour']}]\s?)?(\d{{2}})?(?::\d{{2}}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?",
        words or "",
        re.IGNORECASE,
    )
    if not match:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    if hour > 23:
        return ""
    return f"T{hour:02}:{minute:02}{_offset((words or '')[match.end() :])}"


def _offset(zone: str) -> str:
    if shift := re.search(r"([+-])(\d{1,2}):?(\d{2})?", zone):
        return f"{shift[1]}{int(shift[2]):02}:{shift[3] or '00'}"
    found = re.search(r"[A-Z]+", zone)
    return str(_data()["zones"].get(found[0], "")) if found else ""


def nearest_year(month: int, day: int, to: dt.date) -> dt.date | None:
    """The day of that name nearest to a given day: ``Dec. 31`` under a stamp of 1 January is last year's."""
    choices = [dt.date(y, month, day) for y in (to.year - 1, to.year, to.year + 1) if _in_calendar(y, month, day)]
    return min(choices, key=lambda d: (abs((d - to).days), d), default=None)
