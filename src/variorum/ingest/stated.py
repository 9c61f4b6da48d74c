"""Values that an envelope states, made uniform: dates, names, languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.bylines import byline
from variorum.ingest.dates import moments_in
from variorum.model.article import Failure

COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z|[+-]\d{2}:?\d{2})?)?")
"""ISO 8601's basic form, with the T or without: ``20260113``, ``20260113T073500Z``, ``20260113073500``."""


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
    if compact := COMPACT.fullmatch(value):
        year, month, day, hour, minute, second, zone = compact.groups()
        value = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone or ''}" if hour else "")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return dt.date.fromisoformat(value).isoformat()
    moment = dt.datetime.fromisoformat(value)
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", value):
        raise ValueError(value)
    seconds = "auto" if moment.second or moment.microsecond else "minutes"
    return moment.isoformat(timespec=seconds)


class Noted:
    """Dates and languages of an envelope, read so that a wrong one costs the fact and not the report.

    Attributes:
        problems: what was wrong, each in words that name the value's key.
    """

    def __init__(self) -> None:
        self.problems: list[str] = []

    def date(self, value: Any, key: str) -> str | None:
        """As ``stated_date``; None, and a note, where that would raise or the value is no text."""
        if value is not None and not isinstance(value, str):
            self.problems.append(f"{key}: no text")
            return None
        try:
            return stated_date(value, key, "")
        except FormatError as error:
            self.problems.append(error.reason)
            return None

    def language(self, value: Any) -> str | None:
        """As ``stated_language``; None, and a note, where that would raise or the value is no text."""
        try:
            return stated_language(value if isinstance(value, str) else None, "")
        except FormatError as error:
            self.problems.append(error.reason)
            return None

    def failures(self, path: str) -> list[Failure]:
        """One for each value that the report is read without."""
        return [Failure(path, "ingest", f"{problem}; the report is read without it") for problem in self.problems]


def stated_names(values: Sequence[str]) -> tuple[str, ...]:
    """Writers' names; a value that is a whole byline ("By A and B") is read as one."""
    names: list[str] = []
    for value in values:
        found = byline(value if value.lower().startswith("by ") else f"By {value}")
        names += found.names if found and found.names else [value.strip()]
    return tuple(dict.fromkeys(n for n in names if n))


def stated_language(value: str | None, path: str, key: str = "language") -> str | None:
    """The ISO 639-1 code of ``en``, ``en-GB``, ``en_US``, ``eng`` or ``English``.

    Raises:
        FormatError: no language by its code or its English name.
    """
    if value is None or not value.strip():
        return None
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][\w-]+)?", value.strip())
    code = match[1].lower() if match else _language_names().get(value.strip().casefold())
    if code is None:
        raise FormatError(path, f"{key}: {value[:40]!r} is no language code such as 'en'")
    return _shortest(code) if len(code) == 3 else code


@cache
def _language_names() -> dict[str, str]:
    """Languages by their English names (CLDR)."""
    from babel import Locale

    return {name.casefold(): code for code, name in Locale("en").languages.items() if "_" not in code}


@cache
def _shortest(code: str) -> str:
    """The two letters of a language that ISO 639-2 gives three (CLDR's aliases), else the code itself."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(code, code))
