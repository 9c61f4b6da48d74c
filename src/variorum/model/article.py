"""One report as it was found, and what could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from variorum.model.text import Citation, Paragraph, Part, Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, and sometimes when, the reporter filed. Says nothing of where the event was."""

    place: str
    date: dt.date | None
    span: Span


@dataclass(frozen=True)
class Article:
    """One report.

    Attributes:
        id: hash of the raw bytes and of the file's name or URL.
        path: the file as the user named it (with ``#n`` behind it for the n-th article of a file with several).
        url: where it was published, if it says so.
        raw_sha256: hash of the bytes it was read from.
        text: the file's own characters, frozen; every span points here.
        parts: the text cut into parts, in order, not overlapping; what lies between is white space.
        paragraphs: what is to be read (headline, captions, summary, body), unwrapped, in order.
        outlet: who published it. None when the report does not say.
        agencies: the agencies its text is credited to, as their short names ("AFP"), an agency's own report to itself.
            A picture's credit is none.
        byline: the writers' names, without "By" and without offices.
        title: the headline's words.
        published: ISO 8601 date or date-time, as far as the report says; the day of the update where that alone is
            printed. None when it says nothing.
        updated: the same for the last change.
        dateline: place and date the report was filed from.
        language: ISO 639-1 code.
    """

    id: str
    path: str | None
    url: str | None
    raw_sha256: str
    text: str
    parts: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]
    outlet: str | None
    agencies: tuple[str, ...]
    byline: tuple[str, ...]
    title: str | None
    published: str | None
    updated: str | None
    dateline: Dateline | None
    language: str

    @cached_property
    def day(self) -> dt.date | None:
        """The day against which the report's words for dates are resolved.

        The day of publication; where none is given, that of the dateline, then of the last update.
        """
        for stamp in (self.published, self.dateline and self.dateline.date, self.updated):
            if stamp:
                return stamp if isinstance(stamp, dt.date) else dt.date.fromisoformat(stamp[:10])
        return None

    def cite(self, span: Span) -> Citation:
        """The citation for a range of this article's text."""
        return Citation(self.id, span.start, span.end, self.text[span.start : span.end])


NOTE = "note"
"""The stage of what is said of reports that were kept."""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """What could not be read or worked on: which file, at which stage, and why."""

    path: str
    stage: str
    error: str

    @property
    def is_note(self) -> bool:
        """Whether nothing was set aside: what there is was kept, and this is said of it."""
        return self.stage == NOTE
