"""Reports as JSON or JSON Lines: objects in the names that ``rows`` knows, or news items of the IPTC (``ninjs``)."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from variorum.errors import FormatError, UnreadableError
from variorum.ingest import ninjs
from variorum.ingest.decoding import UTF16_MARKS, decode
from variorum.ingest.limits import MEGABYTE
from variorum.ingest.rows import has_body, has_headline, read_row
from variorum.ingest.source import Source, alone
from variorum.model.article import Article, Failure

LISTS = ("@graph", "articles", "itemListElement", "items", "results", "data", "documents", "docs", "news", "hits")
"""Under which keys a file holds its articles."""
WRAPPERS = ("item", "_source", "article")
PATIENCE = 20
"""Lines at a file's beginning, none of them JSON, from which it is taken for something else."""
NOT_JSON = "not JSON"
READ = 64 * 1024
BETWEEN = re.compile(r"[ \t\r\n,]*")
"""What stands between the items of a list."""
Numbered = tuple[int, Any, str]
"""A row's number, its value (bytes that are still to be parsed, or parsed), and the hash of its bytes."""


def read(source: Source) -> Iterator[Article | Failure]:
    """The article, or list of articles, of a JSON file; the list may stand under a key such as ``articles``.

    The article's text is composed: the headline, a blank line, the body, with the characters that the JSON stands for.
    The n-th article of a list is ``path#n``, from 1. A list that is larger than a file may be is read piece by piece.

    Raises:
        UnreadableError: as ``decode``.
        FormatError: no JSON, or no article in it.
    """
    raw = source.stream.read(source.limits.file + 1)
    if len(raw) > source.limits.file:
        yield from _each(_streamed(source, raw), source)
        return
    path, digest = source.path, hashlib.sha256(raw).hexdigest()
    value = _parsed(decode(raw, path), path, 1)
    rows = _rows(value)
    if not rows:
        raise FormatError(
            path, "no article in it: an object with 'articleBody', or a list of such objects, is expected"
        )
    if isinstance(value, dict) and rows == [value]:
        yield from _article(value, source, None, digest)
        return
    yield from _each(((n, row, digest) for n, row in enumerate(rows, start=1)), source)


def read_lines(source: Source) -> Iterator[Article | Failure]:
    """One article a line; blank lines are skipped. The article on line n is ``path#n``; a bad line fails alone.

    Raises:
        UnreadableError: as ``decode``.
        FormatError: of the first ``PATIENCE`` lines none is JSON, so that it is no such file.
    """
    begun = False
    bad: list[Failure] = []
    for found in _each(_lines(source), source):
        if begun or isinstance(found, Article) or not found.error.startswith(NOT_JSON):
            begun = True
            yield from bad
            bad = []
            yield found
            continue
        bad.append(found)
        if len(bad) >= PATIENCE:
            raise FormatError(source.path, f"not JSON Lines: {bad[0].path}: {bad[0].error}, and so on")
    yield from bad


def _lines(source: Source) -> Iterator[Numbered]:
    for n, line in enumerate(_raw_lines(source), start=1):
        if line.strip():
            yield n, line, hashlib.sha256(line.removeprefix(codecs.BOM_UTF8).strip()).hexdigest()


def _raw_lines(source: Source) -> Iterator[bytes]:
    """The file's lines; of one that is longer than a file may be only so much as to show it."""
    if source.head.startswith(UTF16_MARKS):
        yield from (t.encode("utf-8", "surrogatepass") for t in decode(source.raw, source.path).split("\n"))
        return
    longest = source.limits.file + 1
    while line := source.stream.readline(longest):
        yield line
        while len(line) == longest and not line.endswith(b"\n"):
            line = source.stream.readline(longest)


def _streamed(source: Source, begun: bytes) -> Iterator[Numbered]:
    """The items of a list that is larger than a file may be, one by one.

    Raises:
        UnreadableError: no list, or an item that is itself too large.
        FormatError: no JSON.
    """
    large = f"too large: the limit is {source.limits.file / MEGABYTE:.4g} MB a file, or an item of a list"
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    text, at, number = decoder.decode(begun), 0, 0
    if not text.lstrip().startswith("["):
        raise UnreadableError(source.path, large)
    at = text.index("[") + 1
    while True:
        at = BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        if text.startswith("]", at):
            return
        try:
            value, end = json.JSONDecoder().raw_decode(text, at)
        except json.JSONDecodeError as error:
            raw = source.stream.read(max(READ, len(text) - at))
            if not raw or len(text) - at > source.limits.file:
                reason = large if raw else f"{NOT_JSON}: {error.msg} in item {number + 1} of the list"
                raise FormatError(source.path, reason) from None
            text, at = text[at:] + decoder.decode(raw), 0
            continue
        except (ValueError, RecursionError) as error:
            raise FormatError(source.path, f"item {number + 1} of the list cannot be read: {error}") from None
        number += 1
        yield number, value, hashlib.sha256(text[at:end].encode("utf-8", "surrogatepass")).hexdigest()
        at = end


def _each(rows: Iterable[Numbered], source: Source) -> Iterator[Article | Failure]:
    for n, row, digest in rows:
        name = f"{source.path}#{n}"
        if source.wants(name):
            yield from alone(name, _row(row, source, n, digest))


def _row(row: Any, source: Source, n: int, digest: str) -> Iterator[Article | Failure]:
    name = f"{source.path}#{n}"
    value = _parsed(_line(row, source, name), name, n) if isinstance(row, bytes) else row
    yield from _article(value, source, n, digest)


def _line(raw: bytes, source: Source, name: str) -> str:
    if len(raw) > source.limits.file:
        raise UnreadableError(name, f"too large: the limit is {source.limits.file / MEGABYTE:.4g} MB a line")
    return decode(raw, name)


def _parsed(text: str, path: str, line: int) -> Any:
    """A value of the JSON that begins on that line of its file."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {line + error.lineno - 1}, column {error.colno}"
        raise FormatError(path, f"{NOT_JSON}: {error.msg} at {at}") from None
    except RecursionError:
        raise FormatError(path, "JSON nested too deeply") from None
    except ValueError as error:  # a number of thousands of figures
        raise FormatError(path, f"not JSON that can be read: {error}") from None


def _article(value: Any, source: Source, number: int | None, digest: str) -> Iterator[Article | Failure]:
    if isinstance(value, dict) and ninjs.is_item(value):
        yield from ninjs.read_item(value, source, number, digest)
    else:
        yield from read_row(value, source, number, digest)


def _rows(value: Any) -> list[Any]:
    """The articles of a parsed file; in a graph only what has a body, for the rest is not articles."""
    if isinstance(value, list):
        return [r for v in value for r in (_rows(v) if isinstance(v, dict) and _listed(v) else [v])]
    if not isinstance(value, dict):
        return []
    if _is_article(value):
        return [value]
    if key := _listed(value):
        rows = [_unwrapped(v) for v in _list(value, key)]
        return [r for r in rows if isinstance(r, dict) and _is_article(r)] if key == "@graph" else rows
    return [value] if has_headline(value) else []


def _unwrapped(value: Any) -> Any:
    """The article in a list's item, where it is wrapped in one more object."""
    inner = (
        next((value[k] for k in WRAPPERS if isinstance(value.get(k), dict)), None) if isinstance(value, dict) else None
    )
    return value if inner is None else inner


def _is_article(value: dict[str, Any]) -> bool:
    return has_body(value) or ninjs.is_item(value)


def _listed(value: dict[str, Any]) -> str | None:
    return next((k for k in LISTS if _list(value, k) and not _is_article(value)), None)


def _list(value: dict[str, Any], key: str) -> list[Any]:
    """The list under a key, or under the same key once more (``hits.hits``)."""
    found = value.get(key)
    found = found.get(key) if isinstance(found, dict) else found
    return found if isinstance(found, list) else []
