"""News agencies by name: the forms of a name meet in one key."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from variorum.lang import table

_LANGUAGE = "en"
"""Agencies are credited by the same names in every language."""


def name_key(name: str) -> str:
    """The form in which two writings of an outlet's or agency's name meet: "The Associated Press" and "AP"."""
    forms, bare = _forms(), _bare(name)
    short = _without_tail(bare)
    return forms.get(bare) or forms.get(short, short)


def is_agency(name: str) -> bool:
    """Whether the name is a known news agency's."""
    bare = _bare(name)
    return bare in _forms() or _without_tail(bare) in _forms()


@cache
def agency_names() -> tuple[str, ...]:
    """Every form of every agency's name, sorted."""
    return tuple(sorted({form for row in _rows() for form in (row["name"], *row["forms"])}))


@cache
def _forms() -> dict[str, str]:
    return {_bare(form): _bare(row["name"]) for row in _rows() for form in (row["name"], *row["forms"])}


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table(_LANGUAGE, "agencies")["agency"]
    return rows


def _bare(name: str) -> str:
    words = re.sub(r"[^\w ]+", " ", name.casefold()).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _without_tail(bare: str) -> str:
    """The name without its kind: "xinhua" for "xinhua news agency"."""
    return re.sub(r"(?<=\w) news (?:agency|service)$", "", bare)
