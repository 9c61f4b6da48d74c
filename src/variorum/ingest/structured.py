"""Reports as JSON or JSON Lines, in schema.org's names (https://schema.org/NewsArticle)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from variorum.errors import FormatError, InputError
from variorum.ingest.assemble import assemble
from variorum.ingest.blocks import unwrapped
from variorum.ingest.declared import Declared
from variorum.ingest.decoding import decode
from variorum.ingest.source import Source
from variorum.ingest.stated import stated_date, stated_language, stated_names
from variorum.model.article import Article, Failure

BODIES = ("articleBody", "text", "body")
HEADLINES = ("headline", "name", "title")
LISTS = ("@graph", "articles", "itemListElement")


def read(source: Source) -> Iterator[Article | Failure]:
    """The article, or list of articles, of a JSON file; ``@graph`` and ``articles`` may hold the list.

    The article's text is composed: the headline, a blank line, the body, with the characters that the JSON stands for.
    The n-th article of a list is ``path#n``, from 1.

    Raises:
        UnreadableError: as ``decode``.
        FormatError: no JSON, or no article in it.
    """
    path = source.path
    value = _parsed(decode(source.raw, path), path)
    rows = _rows(value)
    if not rows:
        raise FormatError(
            path, "no article in it: an object with 'articleBody', or a list of such objects, is expected"
        )
    if isinstance(value, dict) and rows == [value]:
        yield _article(value, source, None, source.digest)
        return
    yield from _each(((n, row, source.digest) for n, row in enumerate(rows, start=1)), source)


def read_lines(source: Source) -> Iterator[Article | Failure]:
    """One article a line; blank lines are skipped. The article on line n is ``path#n``; a bad line fails alone.

    Raises:
        UnreadableError: as ``decode``.
    """
    yield from _each(_lines(source), source)


def _lines(source: Source) -> Iterator[tuple[int, Any, str]]:
    for n, line in enumerate(decode(source.raw, source.path).split("\n"), start=1):
        if line.strip():
            yield n, line, hashlib.sha256(line.strip().encode("utf-8", "surrogatepass")).hexdigest()


def _each(rows: Iterator[tuple[int, Any, str]], source: Source) -> Iterator[Article | Failure]:
    for n, row, digest in rows:
        name = f"{source.path}#{n}"
        try:
            value = _parsed(row, name) if isinstance(row, str) else row
            yield _article(value, source, n, digest)
        except InputError as error:
            yield Failure(name, "ingest", error.reason)


def _parsed(text: str, path: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(path, f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise FormatError(path, "JSON nested too deeply") from None


def _rows(value: Any) -> list[Any]:
    """The articles of a parsed file; in a graph only what has a body, for the rest is not articles."""
    if isinstance(value, list):
        return [r for v in value for r in (_rows(v) if isinstance(v, dict) and _listed(v) else [v])]
    if not isinstance(value, dict):
        return []
    if _has_body(value):
        return [value]
    if key := _listed(value):
        rows = [v.get("item", v) if isinstance(v, dict) else v for v in value[key]]
        return [r for r in rows if isinstance(r, dict) and _has_body(r)] if key == "@graph" else rows
    return [value] if any(k in value for k in HEADLINES) else []


def _listed(value: dict[str, Any]) -> str | None:
    return next((k for k in LISTS if isinstance(value.get(k), list) and not _has_body(value)), None)


def _has_body(value: dict[str, Any]) -> bool:
    return any(k in value for k in BODIES)


def _article(row: Any, source: Source, number: int | None, digest: str) -> Article:
    path = source.path if number is None else f"{source.path}#{number}"
    if not isinstance(row, dict):
        raise FormatError(path, f"an article must be an object, this is {_kind(row)}")
    body = _string(row, BODIES, path)
    if body is None or not body.strip():
        raise FormatError(path, "'articleBody' is missing or empty")
    headline = (_string(row, HEADLINES, path) or "").strip() or None
    text = f"{headline}\n\n{body}" if headline else body
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise FormatError(path, "the text holds half of a surrogate pair, which is no character") from None
    given = [unwrapped(text, 0, len(headline)).marked("headline")] if headline else []
    stated = _declared(row, headline, path).over(source.declared)
    return assemble(text, stated, raw_sha256=digest, path=path, number=number, given=given)


def _declared(row: dict[str, Any], headline: str | None, path: str) -> Declared:
    return Declared(
        title=" ".join(headline.split()) if headline else None,
        outlet=next(iter(_names(row, ("publisher", "sourceOrganization", "outlet"), path)), None),
        agencies=_names(row, ("creditText", "agency"), path),
        byline=stated_names(_names(row, ("author", "byline"), path)),
        published=stated_date(_string(row, ("datePublished", "published"), path), "datePublished", path),
        updated=stated_date(_string(row, ("dateModified", "updated"), path), "dateModified", path),
        url=_string(row, ("url", "mainEntityOfPage", "@id"), path),
        language=stated_language(_string(row, ("inLanguage", "language"), path), path),
    )


def _string(row: dict[str, Any], keys: tuple[str, ...], path: str) -> str | None:
    """The first of the keys that has a value; an object gives its ``@id``, ``url`` or ``name``."""
    key = next((k for k in keys if row.get(k) is not None), None)
    if key is None:
        return None
    value = row[key]
    if isinstance(value, dict):
        value = next(
            (value[k] for k in ("@id", "url", "alternateName", "name") if isinstance(value.get(k), str)), value
        )
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        raise FormatError(path, f"'{key}' must be text, this is {_kind(value)}")
    return value


def _names(row: dict[str, Any], keys: tuple[str, ...], path: str) -> tuple[str, ...]:
    """Names under the first key that has a value: a string, an object with ``name``, or a list of either."""
    key = next((k for k in keys if row.get(k) is not None), None)
    if key is None:
        return ()
    values = row[key] if isinstance(row[key], list) else [row[key]]
    names: list[str] = []
    for value in values:
        name = value.get("name") if isinstance(value, dict) else value
        if not isinstance(name, str):
            raise FormatError(path, f"'{key}' must be a name or an object with 'name', this is {_kind(name)}")
        names += [name.strip()] if name.strip() else []
    return tuple(names)


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
