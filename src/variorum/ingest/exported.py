"""One report of a database's export, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ingest.dates import either, moments_in, weekday_pattern

LONGEST_DATE = 80
"""Characters of a line that dates a report, with weekday, clock time and edition."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export says of one report.

    Attributes:
        whole: everything the export prints of it.
        body: its text, in the export's own lines.
        date: the line that dates it, as it stands.
        byline: the writers, as printed.
    """

    whole: str
    headline: str | None
    body: str
    outlet: str | None = None
    date: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing but what goes with one: a weekday, a clock time, an edition behind it."""
    if len(line) > LONGEST_DATE:
        return False
    found = next(moments_in(line), None)
    if found is None or found.iso is None:
        return False
    before = re.sub(rf"(?i){weekday_pattern()}", "", line[: found.start])
    return not before.strip(" ,()")


def labelled(labels: Sequence[str]) -> re.Pattern[str]:
    """A pattern for a line that begins with one of the labels and a colon; the rest is ``value``."""
    return re.compile(rf"\s*(?:{either(list(labels))})\s*:\s*(?P<value>.*)$", re.IGNORECASE)
