"""The project's own heads of reports, with the facts that a reader takes from them, written down before any rule ran.

``==== name`` opens a piece, ``key: value`` lines state its facts down to a line ``----``, the report follows. Names
and outlets are invented. Keys: ``outlet``, ``agency`` (several with commas), ``byline`` (several with semicolons),
``published``, ``updated``, ``dateline``, ``title``, ``standfirst`` and ``opening`` (the first words of the summary and
of the body); ``-`` says that there is none, a key left out is not asked. ``beside`` is the day of a dated report of the
same words that is read with this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HALVES = ("dev", "check")
KEYS = (
    "outlet", "agency", "byline", "published", "updated", "dateline", "title", "standfirst", "opening", "beside",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One report as its file would be, and its facts by key; None where it has none."""

    name: str
    text: str
    facts: dict[str, str | None]
    beside: str | None


def load(half: str) -> list[Piece]:
    """The pieces of ``dev`` or ``check``, in order.

    Raises:
        FileNotFoundError: no such half.
        ValueError: a piece without ``----`` or with a line that is no known fact.
    """
    text = (FOLDER / f"{half}.txt").read_text(encoding="utf-8")
    return [_piece(found) for found in re.split(r"^==== ", text, flags=re.MULTILINE)[1:]]


def _piece(source: str) -> Piece:
    stated, found, text = source.partition("\n----\n")
    name, *lines = stated.split("\n")
    if not found:
        raise ValueError(f"{name}: no line of four dashes")
    facts: dict[str, str | None] = {}
    for line in lines:
        key, _, value = line.partition(": ")
        if key not in KEYS or not value or key in facts:
            raise ValueError(f"{name}: no fact, or one given twice: {line}")
        facts[key] = None if value == "-" else value
    return Piece(name, text, {k: v for k, v in facts.items() if k != "beside"}, facts.get("beside"))
