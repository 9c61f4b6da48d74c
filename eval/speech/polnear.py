"""PolNeAR's brat files: articles with their attributions. The corpus stays where it is; nothing is copied here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]
"""Ranges of code points, in order."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution's ranges in its article's text."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its gold."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def load(folder: Path) -> Iterator[GoldArticle]:
    """Every article of a split, by name, with its first annotator's gold (two articles have six).

    Gold without content is left out, since it reports nothing.

    Raises:
        FileNotFoundError: the folder holds no ``attributions/*.ann``.
    """
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise FileNotFoundError(f"{folder}: no attributions/*.ann")
    first = {_name(path): path for path in reversed(files)}
    return (_article(folder, first[name]) for name in sorted(first))


def digest(articles: list[GoldArticle]) -> str:
    """SHA-256 over texts and gold, first twelve hex digits."""
    return hashlib.sha256("".join(f"{a.text}{a.attributions}" for a in articles).encode()).hexdigest()[:12]


def _name(path: Path) -> str:
    return re.sub(r"_[0-9a-f]{4}$", "", path.stem)


def _article(folder: Path, path: Path) -> GoldArticle:
    name = _name(path)
    text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
    spans: dict[str, Spans] = {}
    relations: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, ranges = rest.partition("\t")[0].partition(" ")
            spans[key] = tuple((int(a), int(b)) for a, b in (r.split() for r in ranges.split(";")))
        elif key.startswith("E"):
            relations.append(rest.split())
    found = (_attribution(roles, spans) for roles in relations)
    return GoldArticle(name, text, tuple(a for a in found if a.content))


def _attribution(roles: list[str], spans: dict[str, Spans]) -> Attribution:
    of: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
    for role in roles:
        kind, _, key = role.partition(":")
        of.setdefault(kind.rstrip("0123456789"), []).extend(spans.get(key, ()))
    return Attribution(*(tuple(sorted(of[k])) for k in ("Source", "Cue", "Content")))
