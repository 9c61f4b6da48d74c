"""The line that says whose a report is, such as ``© 2026 The Example Times. All rights reserved``."""

from __future__ import annotations

import re
from functools import cache

from variorum.ingest.dates import either
from variorum.lang import table

MARK = r"(?:(?i:copyright)|©|\((?i:c)\))"


@cache
def _line() -> re.Pattern[str]:
    years = r"(?:(?:\d{4}\s?[-–]\s?)?(?P<year>\d{4}))?"
    holder = r"(?P<holder>[^\W\d_a-z][^.,|·©]{1,40}?)"
    behind = r"(?:,?\s*(?:\d{4}\s?[-–]\s?)?(?P<behind>\d{4}))?"
    return re.compile(
        rf"(?:(?P<before>[^\W\d_a-z][^.,|·©]{{1,40}}?)\s*)?{MARK}(?:\s|©|\((?i:c)\)){{0,4}}"
        rf"{years},?\s*(?:by\s+)?(?:{holder}{behind}\s*(?=[.,|·©]|(?i:all rights)|$))?"
    )


def rights_holder(text: str) -> str | None:
    """Whom the line names as owner; None where it is no such line or names nobody."""
    found = _line().match(text)
    holder = (found["holder"] or found["before"]) if found else None
    return _company().sub("", holder).strip() or None if holder else None


@cache
def _company() -> re.Pattern[str]:
    forms = either(table("en", "ingest")["masthead"]["companies"])
    return re.compile(rf"(?:,?\s+(?:{forms})\.?)?\s*(?:all rights.*)?$", re.IGNORECASE)


def rights_year(text: str) -> int | None:
    """The year, or the last of the years, for which rights are claimed."""
    found = _line().match(text)
    year = (found["year"] or found["behind"]) if found else None
    return int(year) if year and 1600 <= int(year) < 2200 else None
