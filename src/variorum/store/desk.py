"""A desk's file: the articles it has, what they were found to share, its stories and how these came about.

What is written at once stands or falls together, so that a run killed at any moment leaves a file that the next run
goes on from. Decisions and changes are rows of their own: nothing that was decided is written over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import UnreadableError
from variorum.model.article import Article, Failure
from variorum.model.story import Decision
from variorum.store.articles import article_from, article_to

LAYOUT = """
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, file TEXT NOT NULL, row TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS article_file ON article (file);
CREATE TABLE IF NOT EXISTS failure (file TEXT NOT NULL, path TEXT NOT NULL, stage TEXT NOT NULL, error TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS comparison (
    one TEXT NOT NULL, other TEXT NOT NULL, shared TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS decision (
    n INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, verdict TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS member (article TEXT PRIMARY KEY, story INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recorded (story INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS change (
    n INTEGER PRIMARY KEY, run INTEGER NOT NULL, kind TEXT NOT NULL, story INTEGER NOT NULL, article TEXT,
    other INTEGER, reason TEXT NOT NULL);
"""
VERSION = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the life of a desk's stories.

    Attributes:
        kind: ``opened``, ``joined``, ``left``, ``merged`` or ``split``.
        story: the story's number at this desk, which stays when articles come and go.
        article: the article that came or went; None when the step is of whole stories.
        other: the story that was merged into this one, or from which this one split or the article came.
        reason: why, in words.
    """

    kind: str
    story: int
    article: str | None
    other: int | None
    reason: str


class DeskStore:
    """An open desk file.

    Args:
        path: the SQLite file; made when absent.

    Raises:
        UnreadableError: the file is no SQLite store, was made by a later version, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._connection = sqlite3.connect(path)
            self._connection.executescript(LAYOUT)
            [(version,)] = self._connection.execute("PRAGMA user_version")
            if version > VERSION:
                raise UnreadableError(str(path), f"made by a later version (layout {version}, known is {VERSION})")
            self._connection.execute(f"PRAGMA user_version = {VERSION}")
        except sqlite3.Error as error:
            raise UnreadableError(str(path), f"cannot be used as a store: {error}") from error

    def stamp(self, file: str) -> str | None:
        """The stamp under which a file was read last; None for one that was not."""
        found = self._connection.execute("SELECT stamp FROM file WHERE path = ?", [file]).fetchone()
        return found[0] if found else None

    def take_in(self, read: Iterable[tuple[str, str | None, Sequence[Article], Sequence[Failure]]]) -> None:
        """Keep what files and addresses held, all of them or none: path, stamp, articles, failures.

        What a file held before gives way; without a stamp, as for a feed that lets go of its items, it stays. An
        article that another file holds already is not kept twice.
        """
        with self._connection as to:
            for file, stamp, articles, failures in read:
                to.execute("DELETE FROM failure WHERE file = ?", [file])
                rows = [(a.id, file, article_to(a)) for a in articles]
                to.executemany("INSERT OR IGNORE INTO article VALUES (?, ?, ?)", rows)
                to.executemany(
                    "INSERT INTO failure VALUES (?, ?, ?, ?)", [(file, f.path, f.stage, f.error) for f in failures]
                )
                if stamp is not None:
                    ids = {a.id for a in articles}
                    held = to.execute("SELECT id FROM article WHERE file = ?", [file]).fetchall()
                    to.executemany("DELETE FROM article WHERE id = ?", [row for row in held if row[0] not in ids])
                    to.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", [file, stamp])

    def articles(self) -> Iterator[Article]:
        """The articles, by id."""
        for (row,) in self._connection.execute("SELECT row FROM article ORDER BY id"):
            yield article_from(row)

    def failures(self) -> list[Failure]:
        """What could not be read, sorted."""
        rows = self._connection.execute("SELECT DISTINCT path, stage, error FROM failure ORDER BY path, stage, error")
        return [Failure(*row) for row in rows]

    def comparisons(self) -> Iterator[tuple[str, str, str | None]]:
        """What pairs of texts were found to share: their hashes, and the finding; None for nothing."""
        yield from self._connection.execute("SELECT one, other, shared FROM comparison")

    def compare(self, rows: Iterable[tuple[str, str, str | None]]) -> None:
        """Keep such findings, all or none."""
        with self._connection as to:
            to.executemany("INSERT OR REPLACE INTO comparison VALUES (?, ?, ?)", rows)

    def decide(self, one: str, other: str, verdict: str) -> None:
        """Write down that two articles tell one event (``together``) or two (``apart``), or that this is ``open``."""
        with self._connection as to:
            to.execute("INSERT INTO decision (one, other, verdict) VALUES (?, ?, ?)", [*sorted((one, other)), verdict])

    def decisions(self) -> list[Decision]:
        """What stands decided: of each pair the last word."""
        rows = self._connection.execute("SELECT one, other, verdict FROM decision ORDER BY n")
        last = {(one, other): verdict for one, other, verdict in rows}
        return [Decision(*pair, verdict == "together") for pair, verdict in sorted(last.items()) if verdict != "open"]

    def members(self) -> dict[str, int]:
        """The story of each article, by the last run that came to its end."""
        return dict(self._connection.execute("SELECT article, story FROM member ORDER BY article"))

    def last_story(self) -> int:
        """The highest number that a story was ever given; 0 for none."""
        [(highest,)] = self._connection.execute("SELECT max(story) FROM change")
        return highest or 0

    def settle(self, members: dict[str, int], changes: Sequence[Change]) -> None:
        """Keep how a run ended and what it changed, all or nothing. A run that changed nothing is not counted."""
        with self._connection as to:
            to.execute("DELETE FROM member")
            to.executemany("INSERT INTO member VALUES (?, ?)", sorted(members.items()))
            [(run,)] = to.execute("SELECT coalesce(max(run), 0) + 1 FROM change")
            rows = [(run, c.kind, c.story, c.article, c.other, c.reason) for c in changes]
            to.executemany(
                "INSERT INTO change (run, kind, story, article, other, reason) VALUES (?, ?, ?, ?, ?, ?)", rows
            )

    def note_recorded(self, story: int, ident: str) -> None:
        """Write down that a story's record was written, and with which articles: its id is their hash."""
        with self._connection as to:
            to.execute("INSERT OR REPLACE INTO recorded VALUES (?, ?)", [story, ident])

    def recorded(self) -> dict[int, str]:
        """The id that each story had when its record was written last."""
        return dict(self._connection.execute("SELECT story, id FROM recorded ORDER BY story"))

    def changes(self) -> list[tuple[int, Change]]:
        """All changes in order, each with the number of its run."""
        rows = self._connection.execute("SELECT run, kind, story, article, other, reason FROM change ORDER BY n")
        return [(run, Change(*row)) for run, *row in rows]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
