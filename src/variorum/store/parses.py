"""Parses by paragraph hash, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from variorum.errors import UnreadableError
from variorum.model.parse import PARSED, Parse

LAYOUT = """
CREATE TABLE IF NOT EXISTS parse (
    parser TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    columns TEXT NOT NULL,
    PRIMARY KEY (parser, paragraph)
) WITHOUT ROWID
"""
AT_ONCE = 500
"""Keys asked for in one statement; SQLite allows 32,766 variables, older builds 999."""


class ParseStore:
    """A file of parses. A parse is found by the parser's name and version and the paragraph's hash.

    Args:
        path: the SQLite file; made when absent.
        parser: name and version of the parser whose parses are kept and found.

    Raises:
        UnreadableError: the file is there but is no SQLite store, or its folder cannot be written.
    """

    def __init__(self, path: Path, parser: str) -> None:
        self._parser = parser
        try:
            self._connection = sqlite3.connect(path)
            self._connection.execute(LAYOUT)
        except sqlite3.Error as error:
            raise UnreadableError(str(path), f"cannot be used as a store: {error}") from error

    def get(self, keys: Iterable[str]) -> dict[str, Parse]:
        """The parses that are kept, by paragraph hash; what is not kept is left out."""
        wanted = list(keys)
        found: dict[str, Parse] = {}
        for at in range(0, len(wanted), AT_ONCE):
            some = wanted[at : at + AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT paragraph, columns FROM parse WHERE parser = ? AND paragraph IN ({marks})"
            rows = self._connection.execute(query, [self._parser, *some])
            found |= {key: parse_from(columns) for key, columns in rows}
        return found

    def put(self, parses: Mapping[str, Parse]) -> None:
        """Keep parses by paragraph hash, all or none; one that is kept already stays."""
        columns = {key: json.dumps([getattr(parse, name) for name in PARSED]) for key, parse in parses.items()}
        rows = [(self._parser, key, row) for key, row in columns.items()]
        with self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO parse VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def parse_from(columns: str) -> Parse:
    """A parse from its JSON columns."""
    *tokens, sentences = json.loads(columns)
    starts, ends, lemmas, tags, pos, deps, heads, labels = (tuple(c) for c in tokens)
    return Parse(starts, ends, lemmas, tags, pos, deps, heads, labels, tuple((a, b) for a, b in sentences))
