"""What an envelope (front matter, JSON, a caller) says of a report; it wins over what the text says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declared:
    """The stated facts of one report; None, or empty, where nothing is stated. Dates are ISO 8601."""

    title: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
