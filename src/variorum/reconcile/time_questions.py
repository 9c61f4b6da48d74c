"""The questions of time that every newsroom asks, with the words by which a clause answers them (``timed.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.disasters import opening

OPENS = 400
"""Characters in which a report tells what the story's own happening is."""


@dataclass(frozen=True)
class Question:
    """A question with its patterns."""

    name: str
    asked: str
    gives: str
    tie: str
    reach: int
    forms: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]
    planned: bool
    since: bool = False
    dateless: bool = False
    lasting: tuple[re.Pattern[str], ...] = ()
    lasting_of: re.Pattern[str] | None = None


@cache
def questions() -> tuple[Question, ...]:
    """The table's questions."""
    return tuple(_question(row) for row in table("en", "timed")["question"])


def _question(row: Mapping[str, Any]) -> Question:
    forms, never = ([*map(_pattern, row.get(key, ()))] for key in ("forms", "never"))
    planned = bool(row.get("planned"))
    return Question(
        name=row["name"],
        asked=row["asked"],
        gives=row["gives"],
        tie=row["tie"],
        reach=row["reach"],
        forms=tuple(forms),
        never=tuple(never),
        planned=planned,
        since=bool(row.get("since")),
        dateless=bool(row.get("dateless")),
        lasting=tuple(map(_pattern, row.get("lasting", ()))),
        lasting_of=_pattern(row["lasting_of"]) if "lasting_of" in row else None,
    )


def _pattern(form: str) -> re.Pattern[str]:
    flags = 0 if "[A-Z]" in form else re.IGNORECASE
    return re.compile(form if form.startswith(r"\b") or form.startswith("(?:^") else rf"\b(?:{form})", flags)


@cache
def _main(name: str) -> Question:
    """When the story's own happening was, of one of the table's kinds."""
    rules = table("en", "timed")
    row = next(r for r in rules["main"] if r["name"] == name)
    happened = "|".join(rules["happened"]["verbs"])
    nouns = "|".join(row["nouns"])
    forms = [rf"(?:the|this|an?) (?:[\w-]+ ){{0,3}}(?:{nouns})\b(?:[^.;]{{0,50}}?)\b(?:{happened})\b", *row["verbs"]]
    never = rules["happened"]["never"]
    patterns = [re.compile(rf"\b(?:{f})", re.IGNORECASE) for f in forms]
    patterns += [re.compile(f, re.IGNORECASE) for f in rules["happened"]["pronoun"]]
    return Question(
        f"main {name}",
        "At what hour was it",
        "clock",
        "one",
        14,
        tuple(patterns),
        tuple(re.compile(n, re.IGNORECASE) for n in never),
        planned=False,
    )


def main_happening(corpus: Corpus) -> Question | None:
    """The question of the story's own happening; None when half of the reports open with none of the table's."""
    openings = [opening(a)[:OPENS] for a in corpus.articles]
    for row in table("en", "timed")["main"]:
        form = re.compile(rf"\b(?:{'|'.join(row['opens'])})\b", re.IGNORECASE)
        count = sum(bool(form.search(o)) for o in openings)
        if count > 1 and 2 * count >= len(openings):
            return _main(row["name"])
    return None
