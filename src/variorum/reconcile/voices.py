"""Who tells a thing: a speaker, or the report itself."""

from __future__ import annotations

Voice = tuple[str, str | None]
"""The id of an article, and who speaks in it; None for the report itself."""


def two_voices(one: Voice, two: Voice) -> bool:
    """Whether they are not one voice: two who speak, one and a report, or two reports."""
    return one[1] != two[1] or (not one[1] and one[0] != two[0])
