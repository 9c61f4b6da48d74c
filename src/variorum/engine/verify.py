"""Re-reads a record's sources and re-finds every cite."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.errors import CitationError, FormatError, InputError, UnreadableError
from variorum.ingest import from_bytes
from variorum.model.article import Article
from variorum.model.record import SCHEMA, Record

CITE = {"article": str, "start": int, "end": int, "exact": str}
"""What makes an object of a record a cite, and the type of each of its fields."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked, all of it found to hold.

    Attributes:
        cites: how many.
        reread: ids of the articles whose source file was read again.
        embedded: ids of the articles whose source is not here, checked against the text in the record.
    """

    cites: int
    reread: tuple[str, ...]
    embedded: tuple[str, ...]


def verify(record: Record | Mapping[str, Any] | str | Path, *, folder: str | Path | None = None) -> Verified:
    """Re-find every cite of a record in its articles' sources.

    Each article is ingested again from the file its ``path`` names; where that file is not here, the text in the
    record is used. Either way the text must have the record's ``text_sha256``.

    Args:
        record: a record, its plain data, or the path of its JSON file.
        folder: where to look for sources whose paths don't lead anywhere from the working folder or, for a record's
            file, from the file's own: by the whole path, then without its first folder, and so on to the bare name.

    Raises:
        CitationError: the first finding that does not hold: where it stands in the record (a JSON pointer, RFC 6901),
            the article, and which words stand there instead; or an article whose text is another, or nowhere.
        FormatError: not a record.
        UnreadableError: the record's file cannot be read.
    """
    name, data = _load(record)
    beside = Path(record).parent if isinstance(record, str | Path) else Path()
    _require_record(name, data)
    texts: dict[str, str] = {}
    reread: list[str] = []
    embedded: list[str] = []
    for index, row in enumerate(data["articles"]):
        where = f"/articles/{index}"
        _require(name, where, row, {"id": str, "text_sha256": str})
        source = _reread(where, row, beside, None if folder is None else Path(folder))
        (reread if source is not None else embedded).append(row["id"])
        texts[row["id"]] = _text(where, row, source)
    cites = [_check(name, pointer, cite, texts) for pointer, cite in cites_with_pointers(data)]
    return Verified(len(cites), tuple(reread), tuple(embedded))


def cites_with_pointers(node: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every cite in plain data, in the order it stands, with its JSON pointer (RFC 6901)."""
    if isinstance(node, Mapping):
        if (
            len(node.keys() & CITE.keys()) >= len(CITE) - 1
        ):  # one that has lost a field is a cite still, and will not hold
            yield pointer, dict(node)
        for key, value in node.items():
            step = str(key).replace("~", "~0").replace("/", "~1")
            yield from cites_with_pointers(value, f"{pointer}/{step}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from cites_with_pointers(value, f"{pointer}/{index}")


def _load(record: Record | Mapping[str, Any] | str | Path) -> tuple[str, Any]:
    """A name for messages, and the plain data."""
    if isinstance(record, Record):
        return "record", record.to_dict()
    if not isinstance(record, str | Path):
        return "record", record
    try:
        return str(record), json.loads(Path(record).read_bytes())
    except OSError as error:
        raise UnreadableError(str(record), error.strerror or str(error)) from error
    except ValueError as error:
        raise FormatError(str(record), f"not JSON ({error})") from error


def _require_record(name: str, data: Any) -> None:
    if not isinstance(data, Mapping):
        raise FormatError(name, f"not a record: a JSON object is needed, this is {_kind(data)}")
    if data.get("schema") != SCHEMA:
        raise FormatError(name, f"not a record of {SCHEMA}: its schema is {data.get('schema')!r}")
    if not isinstance(data.get("articles"), list):
        raise FormatError(name, "not a record: it has no list of articles")


def _require(name: str, pointer: str, row: Any, types: Mapping[str, type]) -> None:
    if not isinstance(row, Mapping):
        raise FormatError(name, f"{pointer}: an object is needed, this is {_kind(row)}")
    for field, kind in types.items():
        value = row.get(field)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise FormatError(name, f"{pointer}/{field}: {kind.__name__} is needed, this is {_kind(value)}")


def _kind(value: Any) -> str:
    return "null" if value is None else type(value).__name__


def _reread(where: str, row: Mapping[str, Any], beside: Path, folder: Path | None) -> Article | None:
    """The article read again from its source file; None when there is no such file here."""
    path = row.get("path")
    if not path:
        return None
    file = re.sub(r"#\d+$", "", path)
    places = (place for name in (path, file) for place in _places(Path(name), beside, folder))
    raw = next((raw for place in places if (raw := _bytes(place)) is not None), None)
    if raw is None:
        return None
    try:
        articles, _ = from_bytes(raw, file)
    except InputError as error:
        raise CitationError(f"{where}: the source {path} has changed and is no report now: {error.reason}") from error
    same = [a for a in articles if a.id == row["id"]] or [a for a in articles if a.path == path]
    if not same:
        raise CitationError(f"{where}: the source {path} has changed: article {row['id']} is no longer in it")
    return same[0]


def _places(path: Path, beside: Path, folder: Path | None) -> Iterator[Path]:
    """Where a source may be: as the record has it, beside the record, or anywhere down its path in the folder named."""
    yield path
    yield beside / path
    if folder is not None:
        yield from (folder.joinpath(*path.parts[first:]) for first in range(len(path.parts)))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _text(where: str, row: Mapping[str, Any], source: Article | None) -> str:
    """The text that the article's cites are held against, of the hash that the record gives."""
    shown = row.get("path") or row.get("url") or row["id"]
    inside = row.get("text")
    if inside is not None and _sha256(inside) != row["text_sha256"]:
        raise CitationError(f"{where}/text: the text of {shown} in the record does not have its text_sha256")
    if source is None:
        if inside is None:
            raise CitationError(f"{where}: the source {shown} is not here, and the record holds no text of it")
        return str(inside)
    if _sha256(source.text) != row["text_sha256"]:
        same = source.raw_sha256 == row.get("raw_sha256")
        why = "is read differently by this version" if same else "has changed since the record was made"
        raise CitationError(f"{where}/text_sha256: the source {shown} {why}")
    return source.text


def _sha256(text: Any) -> str:
    return hashlib.sha256(str(text).encode("utf-8", "surrogatepass")).hexdigest()


def _check(name: str, pointer: str, cite: Mapping[str, Any], texts: Mapping[str, str]) -> Mapping[str, Any]:
    """The cite, if it holds."""
    _require(name, pointer, cite, CITE)
    article, start, end, exact = (cite[field] for field in CITE)
    if article not in texts:
        raise CitationError(f"{pointer}: cites article {article}, which the record does not hold")
    there = texts[article][start:end] if 0 <= start < end else ""
    if not exact or there != exact:
        raise CitationError(f"{pointer}: in article {article}, {start} to {end}, {exact!r} is cited, {there!r} stands")
    return cite
