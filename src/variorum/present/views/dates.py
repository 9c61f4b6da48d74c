"""Days and intervals in words."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from babel.dates import format_date

DAY, SHORT_DAY, MONTH = "EEE d MMM y", "EEE d MMM", "MMM y"
YEARS = frozenset({"year", "decade", "century"})


def day_words(iso: str, *, year: bool = True) -> str:
    """``2026-01-13`` as ``Tue 13 Jan 2026``, or without its year."""
    return _say(dt.date.fromisoformat(iso[:10]), DAY if year else SHORT_DAY)


def month_words(iso: str) -> str:
    """``2026-01`` as ``Jan 2026``."""
    return _say(dt.date.fromisoformat(f"{iso}-01"), MONTH)


def when_words(when: dict[str, Any] | None, *, year: int | None = None) -> str:
    """An interval as it would be printed in a chronology: ``Oct 2025``, ``1910–1945``, ``21–31 Dec 2025``.

    Args:
        when: ``{from, to, grain, ...}`` with inclusive ISO dates, or None.
        year: a year that goes without saying.
    """
    if not when or not when["from"]:
        return "no date"
    start, end = dt.date.fromisoformat(when["from"]), dt.date.fromisoformat(when["to"])
    if when["grain"] in YEARS or _whole_years(start, end):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    said = start.year == end.year == year
    if start == end:
        return _say(start, SHORT_DAY if said else DAY)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end)
    return _days(start, end, with_year=not said)


def _whole_years(start: dt.date, end: dt.date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _months(start: dt.date, end: dt.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return _say(start, MONTH)
    first = _say(start, "MMM" if start.year == end.year else MONTH)
    return f"{first} – {_say(end, MONTH)}"


def _days(start: dt.date, end: dt.date, *, with_year: bool) -> str:
    last = _say(end, "d MMM y" if with_year else "d MMM")
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    return f"{_say(start, 'd MMM' if start.year == end.year else 'd MMM y')} – {last}"


def _say(day: dt.date, pattern: str) -> str:
    return str(format_date(day, pattern, locale="en"))
