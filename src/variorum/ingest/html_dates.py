"""When a page was published, where its data does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from variorum.errors import FormatError
from variorum.ingest.dates import either
from variorum.ingest.html_lines import Line
from variorum.ingest.html_tree import quiet
from variorum.ingest.stated import stated_date
from variorum.lang import table

STAMP = 8
"""Words of a line that may be a stamp, in whatever language."""
NEVER = "2199-12-31"
"""The bound handed to htmldate in place of today, so that a page reads the same on every day."""


def shown_moments(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Published and updated, by the time elements among the report's lines; the first without a label is published."""
    published = updated = None
    for line in lines:
        moment = _stated(line.moment)
        if moment and _says_updated(line.text):
            updated = updated or moment
        elif moment:
            published = published or moment
    return published, updated


def _stated(value: str | None) -> str | None:
    try:
        return stated_date(value[:80], "datetime", "") if value else None
    except (FormatError, OverflowError):
        return None


def _says_updated(text: str) -> bool:
    return bool(re.match(rf"\W*(?:{either(table('en', 'ingest')['stamps']['updated'])})\b", text, re.IGNORECASE))


def guessed_date(head: Any, above: Sequence[Line], url: str | None) -> str | None:
    """The day by htmldate (https://htmldate.readthedocs.io), from the head, the address and what is above the body.

    The body is kept from it: the first date in a report is rarely its own. Only forms that say a whole date are taken,
    so that no clock is asked.
    """
    from htmldate import find_date
    from lxml import html

    quiet("htmldate")
    page = html.Element("html")
    page.append(head if head is not None else html.Element("head"))
    body = html.Element("body")
    for line in above:
        element = html.Element("p", {"class": "date"} if len(line.text.split()) <= STAMP else {})
        element.text = line.text
        body.append(element)
    page.append(body)
    try:
        found = find_date(page, extensive_search=False, original_date=True, url=url, max_date=NEVER)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    return _stated(found)
