"""Tables of reports, one a row: CSV (RFC 4180), with commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterator
from typing import TextIO

from variorum.errors import FormatError, UnreadableError
from variorum.ingest.decoding import UTF16_MARKS
from variorum.ingest.rows import has_body, read_row
from variorum.ingest.source import Source, alone
from variorum.model.article import Article, Failure

SEPARATORS = ",;\t|"


def read(source: Source) -> Iterator[Article | Failure]:
    """The article of each row, by the names at the columns' heads (``rows``); the n-th below them is ``path#n``.

    A bad row fails alone.

    Raises:
        UnreadableError: binary, or in no known encoding.
        FormatError: no column of text; or bytes that break the encoding: what came before stays.
    """
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.file))
    text = io.TextIOWrapper(source.stream, _encoding(source), newline="")
    number = 0
    try:
        heads = text.readline()
        columns = next(csv.reader([heads], delimiter=_separator(heads)))
        if not has_body(dict.fromkeys(columns)):
            shown = ", ".join(c.strip()[:30] for c in columns[:12])
            raise FormatError(source.path, f"no column of text: its first line names {shown}")
        for cells in _rows(text, _separator(heads)):
            if not any(c.strip() for c in cells):
                continue
            number += 1
            if isinstance(cells, str):
                yield Failure(f"{source.path}#{number}", "ingest", f"quotation marks out of order: {cells}")
            elif source.wants(f"{source.path}#{number}"):
                yield from _row(columns, cells, source, number)
    except UnicodeDecodeError as error:
        raise FormatError(source.path, f"behind row {number}: not {error.encoding} (byte {error.start})") from None
    finally:
        text.detach()


def _rows(text: TextIO, separator: str) -> Iterator[list[str] | str]:
    """The cells of each row, or what breaks the rules of quotation in it; then the next line begins a row.

    Tables between tabs mostly know no quotation: what breaks its rules there is cut at the tabs.
    """
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in text:
            taken.append(line)
            yield line

    reader = csv.reader(lines(), delimiter=separator, strict=True)
    while True:
        taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            if separator == "\t":
                yield from ([cell.strip("\r\n") for cell in line.split(separator)] for line in list(taken))
            else:
                yield str(error)
            continue
        if cells is None:
            return
        yield cells


def _row(columns: list[str], cells: list[str], source: Source, number: int) -> Iterator[Article | Failure]:
    name = f"{source.path}#{number}"
    if len(cells) > len(columns):
        yield Failure(name, "ingest", f"{len(cells)} cells under {len(columns)} columns")
        return
    digest = hashlib.sha256(json.dumps(cells, ensure_ascii=True).encode()).hexdigest()
    yield from alone(name, read_row(dict(zip(columns, cells, strict=False)), source, number, digest))


def _separator(line: str) -> str:
    """What stands between the columns' heads most often."""
    return max(SEPARATORS, key=line.count)


def _encoding(source: Source) -> str:
    head = source.head
    if head.startswith(UTF16_MARKS):
        return "utf-16"
    if b"\x00" in head:
        raise UnreadableError(source.path, "binary data, not text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
