"""What an envelope (front matter, JSON, a caller) says of a report; it wins over what the text says."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Declared:
    """The stated facts of one report; None, or empty, where nothing is stated. Dates are ISO 8601.

    Attributes:
        credited: houses that it names among the writers; they join those that the text credits.
        captured: when an archive took the page as it stands; published it was before, nobody says how long.
    """

    title: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    captured: str | None = None
    credited: tuple[str, ...] = ()

    def over(self, around: Declared) -> Declared:
        """These facts, and where one is missing that of the envelope around."""
        return Declared(**{f.name: getattr(self, f.name) or getattr(around, f.name) for f in fields(self)})
