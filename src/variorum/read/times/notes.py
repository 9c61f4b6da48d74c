"""Notes by which a newsroom says that a report was corrected or updated: they are written on the day of the update."""

from __future__ import annotations

import re
from functools import cache

from variorum.lang import table


@cache
def _note(language: str) -> re.Pattern[str]:
    data = table(language, "times")["notes"]
    report, changed = ("|".join(map(re.escape, data[name])) for name in ("report", "changed"))
    opening, phrase = ("|".join(map(re.escape, data[name])) for name in ("opening", "phrase"))
    return re.compile(
        rf"[(\[]?(?:{opening})(?!\w)|.*\b(?:{phrase})\b|.*\b(?:{report})\b[^.]{{0,20}}\b(?:{changed})\b",
        re.IGNORECASE | re.DOTALL,
    )


def is_note(text: str, language: str) -> bool:
    """Whether a paragraph speaks of a change to the report itself: "This article was amended on Monday"."""
    return bool(_note(language).match(text))
