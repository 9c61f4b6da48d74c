"""Writers as data state them: persons, and the agencies, desks and outlets that stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.ingest.agencies import agency
from variorum.ingest.bylines import byline
from variorum.ingest.outlets import names_outlet

LONGEST = 6
"""Words of a name that no rule of bylines knows."""


def stated_writers(values: Iterable[str], outlet: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Persons' names, and the houses credited among them; the outlet itself, its desks and accounts are neither."""
    names: list[str] = []
    credited: list[str] = []
    for value in values:
        found = byline(value if value.lower().startswith("by ") else f"By {value}")
        if known := agency(value):
            credited.append(known.name)
        elif found:
            names += found.names
            credited += found.sources
        elif len(value.split()) <= LONGEST and not any(c.isdigit() or c in "@/_" for c in value):
            names.append(value)
    own = fold(outlet or "")
    kept = [n for n in names if fold(n) != own and not names_outlet(n)]
    return tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(c for c in credited if fold(c) != own))


def fold(text: str) -> str:
    """Letters and digits alone, in small letters: what stays of a name however a page sets it."""
    return re.sub(r"[\W_]+", "", text).casefold()
