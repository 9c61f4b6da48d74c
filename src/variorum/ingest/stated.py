"""Values that an envelope states, made uniform: dates, names, languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from variorum.errors import FormatError
from variorum.ingest.bylines import byline
from variorum.ingest.dates import moments_in


def stated_date(value: str | None, key: str, path: str) -> str | None:
    """An ISO 8601 date or date-time as it stands (seconds kept if given), or any newsroom form of one.

    Raises:
        FormatError: no date in it.
    """
    if value is None or not value.strip():
        return None
    value = value.strip()
    try:
        return _iso(value)
    except ValueError:
        found = next(moments_in(value), None)
    if found is None or found.iso is None:
        raise FormatError(path, f"{key}: {value[:60]!r} is not a date")
    return found.iso


def _iso(value: str) -> str:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return dt.date.fromisoformat(value).isoformat()
    moment = dt.datetime.fromisoformat(value)
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", value):
        raise ValueError(value)
    seconds = "auto" if moment.second or moment.microsecond else "minutes"
    return moment.isoformat(timespec=seconds)


def stated_names(values: Sequence[str]) -> tuple[str, ...]:
    """Writers' names; a value that is a whole byline ("By A and B") is read as one."""
    names: list[str] = []
    for value in values:
        found = byline(value if value.lower().startswith("by ") else f"By {value}")
        names += found.names if found and found.names else [value.strip()]
    return tuple(dict.fromkeys(n for n in names if n))


def stated_language(value: str | None, path: str) -> str | None:
    """The ISO 639-1 code of ``en``, ``en-GB`` or ``en_US``.

    Raises:
        FormatError: not of that form.
    """
    if value is None or not value.strip():
        return None
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][\w-]+)?", value.strip())
    if not match:
        raise FormatError(path, f"language: {value[:40]!r} is no language code such as 'en'")
    return match[1].lower()
