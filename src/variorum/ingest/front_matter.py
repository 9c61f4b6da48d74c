"""A block of ``key: value`` lines between two ``---`` lines at the top of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.errors import FormatError
from variorum.ingest.declared import Declared
from variorum.ingest.stated import stated_date, stated_language, stated_names

OPENING = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)")
FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
KEY = re.compile(r"([A-Za-z_][\w .-]*?)\s*:(?:\s+(.*)|\s*)$")
ITEM = re.compile(r"\s*-\s+(.*)$")
LONGEST = 200
"""Lines within which the block must close."""

Value = str | list[str]


def front_matter(text: str, path: str) -> tuple[Declared, int]:
    """The envelope that stands above the report, and where it ends; nothing and 0 without one.

    Keys: ``title``, ``outlet``, ``agency``, ``byline`` (or ``author``, ``authors``, ``by``), ``published``,
    ``updated``, ``url``, ``language``; others are left alone. Values may be quoted; a list is ``[a, b]`` or one
    ``- a`` a line.

    Raises:
        FormatError: the block does not close, or a line of it is neither key nor item nor comment, or holds a date or a
            language that is none; the message names the line.
    """
    opening = OPENING.match(text)
    if not opening or not _begins_with_key(text[opening.end() :]):
        return Declared(), 0
    rows = text[opening.end() :].splitlines(keepends=True)[:LONGEST]
    first = text[: opening.end()].count("\n") + 1
    if not any(FENCE.match(row.rstrip()) for row in rows):
        raise FormatError(path, f"front matter opened on line {first - 1} is never closed with ---")
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    at, key = opening.end(), None
    for number, line in enumerate(rows, start=first):
        at += len(line)
        bare = line.rstrip()
        if FENCE.match(bare):
            break
        key = _line(bare, key, values, path, number)
        lines |= {name: number for name in values if name not in lines}
    return _declared(values, lines, path), at


def _begins_with_key(rest: str) -> bool:
    """A rule of dashes above a report is no front matter: the first line that says something must be a key."""
    line = next((s for s in rest.splitlines() if s.strip() and not s.lstrip().startswith("#")), "")
    return bool(KEY.match(line.rstrip()) or FENCE.match(line))


def _line(line: str, key: str | None, values: dict[str, Value], path: str, number: int) -> str | None:
    """Take one line up into the values; return the key that items on the next lines belong to."""
    if not line.strip() or line.lstrip().startswith("#"):
        return key
    if found := (KEY.match(line) if not line[0].isspace() else None):
        name, value = found[1].strip().lower(), (found[2] or "").strip()
        if name in values:
            raise FormatError(path, f"front matter, line {number}: {name!r} is given twice")
        values[name] = _value(value, path, number) if value else []
        return name if not value else None
    item = ITEM.match(line)
    held = values.get(key) if key else None
    if item and isinstance(held, list):
        held.append(_unquoted(item[1], path, number))
        return key
    raise FormatError(path, f"front matter, line {number}: neither 'key: value' nor a list item: {line.strip()[:60]!r}")


def _value(value: str, path: str, number: int) -> Value:
    if value.startswith("["):
        if not value.endswith("]"):
            raise FormatError(path, f"front matter, line {number}: the list is not closed with ]")
        items = re.findall(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^,]+', value[1:-1])
        return [v for i in items if (v := _unquoted(i.strip(), path, number))]
    return _unquoted(value, path, number)


def _unquoted(value: str, path: str, number: int) -> str:
    """A YAML scalar: plain, in double quotes with backslashes, or in single quotes."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        quote = value[0]
        if len(value) < 2 or not value.endswith(quote):
            raise FormatError(path, f"front matter, line {number}: the quotation mark is not closed: {value[:60]!r}")
        inner = value[1:-1]
        return inner.replace("''", "'") if quote == "'" else re.sub(r"\\(.)", r"\1", inner)
    return re.sub(r"\s+#.*$", "", value)


def _declared(values: dict[str, Value], lines: dict[str, int], path: str) -> Declared:
    def one(*names: str) -> str | None:
        held = next((values[n] for n in names if values.get(n)), None)
        return (", ".join(held) if isinstance(held, list) else held) or None

    def at(name: str) -> str:
        return f"front matter, line {lines.get(name, 0)}: {name}"

    def several(*names: str) -> tuple[str, ...]:
        held = next((values[n] for n in names if values.get(n)), [])
        return tuple(held) if isinstance(held, list) else _each(held)

    return Declared(
        title=one("title"),
        outlet=one("outlet"),
        agencies=several("agency", "agencies"),
        byline=stated_names(several("byline", "author", "authors", "by")),
        published=stated_date(one("published"), at("published"), path),
        updated=stated_date(one("updated"), at("updated"), path),
        url=one("url"),
        language=stated_language(one("language"), path, at("language")),
    )


def _each(value: str) -> tuple[str, ...]:
    parts: Iterable[str] = re.split(r"\s*[,;]\s*|\s+and\s+", value)
    return tuple(p for p in parts if p)
