"""Language knowledge as data: one folder a language, one TOML file a subject, one loader."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(language: str, subject: str) -> dict[str, Any]:
    """The data of one subject in one language, as TOML gives it.

    Args:
        language: ISO 639-1 code, a folder of this package.
        subject: the file's name without suffix (``times``, ``speech``, ...).

    Raises:
        FileNotFoundError: no such language or subject.
    """
    source = resources.files(__name__).joinpath(language, f"{subject}.toml")
    return tomllib.loads(source.read_text("utf-8"))


@cache
def words(language: str, subject: str, *keys: str) -> frozenset[str]:
    """A list of words from a table, as a set: ``words("en", "speech", "cues", "say")``."""
    node: Any = table(language, subject)
    for key in keys:
        node = node[key]
    return frozenset(node)


@cache
def expression(language: str, subject: str, *keys: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression from a table: ``expression("en", "raised", "shape", "ends")``."""
    node: Any = table(language, subject)
    for key in keys:
        node = node[key]
    return re.compile(node, flags)
