"""The objects that a page states as JSON-LD, in the names of schema.org."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from variorum.ingest.addresses import web_address
from variorum.ingest.html_decoding import visible

DEEPEST = 40
"""Levels of a page's JSON that are looked at."""
MOST = 5_000
"""Objects of it."""
LONGEST = 300
"""Characters of the longest name or headline."""
Row = dict[str, Any]


def linked_objects(tree: Any) -> Iterator[Row]:
    """Every JSON-LD object of the page, outer ones before those in them, each at most once."""
    left = MOST
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        stack = [(_json(script.text or ""), 0)]
        while stack and left:
            value, depth = stack.pop()
            if depth > DEEPEST:
                continue
            if isinstance(value, dict):
                left -= 1
                yield value
                stack += [(v, depth + 1) for v in reversed(value.values()) if isinstance(v, dict | list)]
            elif isinstance(value, list):
                stack += [(v, depth + 1) for v in reversed(value[:MOST])]


def _json(text: str) -> Any:
    """The JSON of a script, with what editors' templates put around or into it; None for none."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", "", text.strip()
    ).strip()
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt.rstrip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def types_of(row: Row) -> list[str]:
    """The names of an object's types, without their address or prefix."""
    kinds = row.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [str(k).rpartition("/")[2].rpartition(":")[2] for k in kinds if isinstance(k, str)]


def values_of(row: Row, *keys: str) -> list[str]:
    """The values under these keys as text; of an object its address or name."""
    out = []
    for key in keys:
        values = row.get(key)
        for value in values if isinstance(values, list) else [values]:
            one: object = value
            if isinstance(value, dict):
                one = next((value[k] for k in ("@id", "url", "name", "@value") if isinstance(value.get(k), str)), None)
            if isinstance(one, str) and one.strip():
                out.append(_plain(one))
    return out


def _plain(text: str) -> str:
    """A stated value as characters: pages escape it once too often, or put elements into it."""
    return visible(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", html.unescape(text)))


def _named(value: object, objects: Sequence[Row]) -> list[Row]:
    """The persons or organizations that a value stands for, references followed."""
    found: list[Row] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append({"name": one})
        elif isinstance(one, dict):
            if "name" not in one and isinstance(one.get("@id"), str):
                found.append(next((o for o in objects if o.get("@id") == one["@id"] and "name" in o), one))
            else:
                found.append(one)
    return found


def names_in(value: object, objects: Sequence[Row]) -> list[str]:
    """The names of those persons or organizations; an address in a name's place is none."""
    found = [n for row in _named(value, objects) for n in values_of(row, "name")]
    return [n for n in found if len(n) <= LONGEST and not web_address(n)]
