"""Model values as plain data: what is written to JSON."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import Any

from variorum.model.article import Article
from variorum.model.text import Citation, Part
from variorum.model.time import TimeExpression, When

Plain = Any
"""dict, list, str, int, float, bool or None, nested."""


def plain(value: object) -> Plain:
    """Any model value as JSON-ready data: dataclasses become objects, tuples lists, dates ISO strings."""
    if isinstance(value, TimeExpression):
        return plain_time(value)
    if isinstance(value, When):
        return plain_when(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def plain_when(when: When) -> dict[str, Plain]:
    """``{from, to, grain, edtf}`` with inclusive ISO dates."""
    start, end = when.interval.start.isoformat(), when.interval.end.isoformat()
    return {"from": start, "to": end, "grain": when.grain, "edtf": when.edtf}


def plain_time(time: TimeExpression) -> dict[str, Plain]:
    """A row of ``times[]``, with its TIMEX3 form under ``timex``."""
    none = {"from": None, "to": None, "grain": None, "edtf": None}
    row: dict[str, Plain] = plain(time.cite) | (plain_when(time.when) if time.when else none)
    return row | {"basis": time.basis, "timex": {"type": time.type, "value": time.value}}


def plain_article(article: Article, *, texts: bool = True) -> dict[str, Plain]:
    """A row of ``articles[]``."""
    import hashlib

    line = article.dateline
    row = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "agencies": list(article.agencies),
        "byline": list(article.byline),
        "title": article.title,
        "published": article.published,
        "updated": article.updated,
        "dateline": {"place": line.place, "date": plain(line.date)} if line else None,
        "language": article.language,
        "raw_sha256": article.raw_sha256,
        "text_sha256": hashlib.sha256(article.text.encode("utf-8")).hexdigest(),
        "parts": [plain_part(p) for p in article.parts],
    }
    return row | ({"text": article.text} if texts else {})


def plain_part(part: Part) -> dict[str, Plain]:
    """``{kind, start, end}``."""
    return {"kind": part.kind, "start": part.span.start, "end": part.span.end}


def cites_in(node: Plain) -> list[Citation]:
    """Every cite in plain data, in the order it stands: objects with article, start, end and exact."""
    found: list[Citation] = []
    if isinstance(node, dict):
        if {"article", "start", "end", "exact"} <= node.keys():
            found.append(Citation(node["article"], node["start"], node["end"], node["exact"]))
        for value in node.values():
            found.extend(cites_in(value))
    elif isinstance(node, list):
        for value in node:
            found.extend(cites_in(value))
    return found
