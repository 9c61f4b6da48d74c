"""Re-reads a record's sources and re-finds every cite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.engine.settings import DEFAULTS, Settings
from variorum.errors import CitationError, FormatError, InputError, UnreadableError
from variorum.ingest import from_file
from variorum.ingest.source import steps
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


def verify(
    record: Record | Mapping[str, Any] | str | Path,
    *,
    folder: str | Path | None = None,
    settings: Settings = DEFAULTS,
) -> Verified:
    """Re-find every cite of a record in its articles' sources.

    Each article is ingested again from the file its ``path`` names; where that file is not here, the text in the
    record is used. A member of an archive is read out of the archive. Either way the text must have the record's
    ``text_sha256``.

    Args:
        record: a record, its plain data, or the path of its JSON file.
        folder: where to look for sources whose paths don't lead anywhere from the working folder or, for a record's
            file, from the file's own: by the whole path, then without its first folder, and so on to the bare name.
        settings: the limits within which archives are opened.

    Raises:
        CitationError: the first finding that does not hold: where it stands in the record (a JSON pointer, RFC 6901),
            the article, and which words stand there instead; or an article whose text is another, or nowhere.
        FormatError: not a record.
        UnreadableError: the record's file cannot be read.
    """
    name, data = _load(record)
    beside = Path(record).parent if isinstance(record, str | Path) else Path()
    _require_record(name, data)
    sources = _Sources(data["articles"], beside, None if folder is None else Path(folder), settings)
    texts: dict[str, str] = {}
    reread: list[str] = []
    embedded: list[str] = []
    for index, row in enumerate(data["articles"]):
        where = f"/articles/{index}"
        _require(name, where, row, {"id": str, "text_sha256": str})
        source = sources.article(where, row)
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


class _Sources:
    """The sources of a record's articles, each file read once, however many of its articles are in the record."""

    def __init__(self, rows: Iterable[Any], beside: Path, folder: Path | None, settings: Settings) -> None:
        self._limits = settings.limits
        self._found: dict[str, tuple[Path, str]] = {}
        """For an article's path, where its file is, and the part of the path that names it."""
        self._wanted: dict[Path, list[str]] = {}
        self._read: dict[Path, tuple[list[Article], InputError | None]] = {}
        for path in (row.get("path") for row in rows if isinstance(row, Mapping)):
            if isinstance(path, str) and path not in self._found and (found := _find(path, beside, folder)):
                self._found[path] = found
                self._wanted.setdefault(found[0], []).append(path)

    def article(self, where: str, row: Mapping[str, Any]) -> Article | None:
        """The article read again from its source; None when there is no such file here.

        Raises:
            CitationError: the article is not in the file any more.
        """
        path = row.get("path")
        if not path or path not in self._found:
            return None
        file, name = self._found[path]
        if file not in self._read:
            self._read[file] = self._articles(file, name, self._wanted[file])
        articles, error = self._read[file]
        same = _same(articles, row)
        if not same and not error:  # another of its number may stand in its place, and it under another number
            articles, error = self._articles(file, name, None)
            same = _same(articles, row)
        if same:
            return same[0]
        if error and not articles:
            raise CitationError(f"{where}: the source {path} has changed and is no report now: {error.reason}")
        raise CitationError(f"{where}: the source {path} has changed: article {row['id']} is no longer in it")

    def _articles(self, file: Path, name: str, only: list[str] | None) -> tuple[list[Article], InputError | None]:
        articles: list[Article] = []
        try:
            with file.open("rb") as stream:
                found = from_file(stream, name, limits=self._limits, only=only)
                articles.extend(each for each in found if isinstance(each, Article))
        except InputError as error:
            return articles, error
        except OSError as error:
            return articles, UnreadableError(name, error.strerror or str(error))
        return articles, None


def _same(articles: Iterable[Article], row: Mapping[str, Any]) -> list[Article]:
    """The article of that id, else that of its path: of another text, which is told apart later."""
    every = list(articles)
    return [a for a in every if a.id == row["id"]] or [a for a in every if a.path == row["path"]]


def _find(path: str, beside: Path, folder: Path | None) -> tuple[Path, str] | None:
    """The file that an article's path begins with, and that beginning.

    ``reports.zip!/may/talks.html`` is a member of an archive, ``all.jsonl#3`` the third of several in a file.
    """
    for name in reversed(steps(path)):
        for place in _places(Path(name), beside, folder):
            if _is_file(place):
                return place, name
    return None


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _places(path: Path, beside: Path, folder: Path | None) -> Iterator[Path]:
    """Where a source may be: as the record has it, beside the record, or anywhere down its path in the folder named."""
    yield path
    yield beside / path
    if folder is not None:
        yield from (folder.joinpath(*path.parts[first:]) for first in range(len(path.parts)))


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
