from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests import factory
from variorum.errors import UnreadableError
from variorum.model.article import Article, Dateline, Failure
from variorum.model.story import Decision
from variorum.model.text import Paragraph, Span
from variorum.store import Change, DeskStore
from variorum.store.articles import article_from, article_to


def article(name: str) -> Article:
    return factory.article(f"The mill in {name} burned down.", path=f"{name}.txt")


def test_an_article_comes_back_as_it_went() -> None:
    plain = article("Porto")
    gaps = Paragraph("body", "Lee met", (3, 4, 5, 6, 9, 10, 11, 12))
    full = replace(
        plain, paragraphs=(*plain.paragraphs, gaps), agencies=("AFP", "dpa"), byline=("Ana Melo",), url=None,
        dateline=Dateline("Porto", dt.date(2026, 1, 13), Span(0, 5)), updated="2026-01-14T08:00+01:00",
    )  # fmt: skip
    for one in (plain, full):
        assert article_from(article_to(one)) == one
    assert isinstance(article_from(article_to(plain)).paragraphs[0].offsets, range)


def test_articles_failures_and_stamps_are_kept(tmp_path: Path) -> None:
    one, two = article("Porto"), article("Braga")
    desk = DeskStore(tmp_path / "desk.db")
    desk.take_in([("a.txt", "7 1", [one], []), ("b.jsonl", "9 2", [two], [Failure("b.jsonl#2", "ingest", "not JSON")])])
    desk.close()
    desk = DeskStore(tmp_path / "desk.db")
    assert sorted(desk.articles(), key=lambda a: a.id) == sorted((one, two), key=lambda a: a.id)
    assert desk.failures() == [Failure("b.jsonl#2", "ingest", "not JSON")]
    assert (desk.stamp("a.txt"), desk.stamp("c.txt")) == ("7 1", None)


def test_a_file_that_changed_gives_up_what_it_held_and_an_address_does_not(tmp_path: Path) -> None:
    one, two, three = article("Porto"), article("Braga"), article("Faro")
    desk = DeskStore(tmp_path / "desk.db")
    desk.take_in(
        [("a.txt", "7 1", [one], [Failure("a.txt", "ingest", "odd")]), ("https://feed.example", None, [two], [])]
    )
    desk.take_in([("a.txt", "8 2", [three], []), ("https://feed.example", None, [], [])])
    assert {a.id for a in desk.articles()} == {two.id, three.id}
    assert desk.failures() == []


def test_what_is_written_at_once_stands_or_falls_together(tmp_path: Path) -> None:
    desk = DeskStore(tmp_path / "desk.db")

    def broken() -> object:
        yield ("a.txt", "7 1", [article("Porto")], [])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.take_in(broken())  # type: ignore[arg-type]
    assert list(desk.articles()) == []
    assert desk.stamp("a.txt") is None


def test_of_decisions_the_last_word_stands_and_can_be_taken_back(tmp_path: Path) -> None:
    desk = DeskStore(tmp_path / "desk.db")
    desk.decide("a2", "a1", "apart")
    desk.decide("a3", "a1", "together")
    assert desk.decisions() == [Decision("a1", "a2", False), Decision("a1", "a3", True)]
    desk.decide("a1", "a2", "open")
    assert desk.decisions() == [Decision("a1", "a3", True)]


def test_runs_are_counted_and_their_changes_kept_in_order(tmp_path: Path) -> None:
    desk = DeskStore(tmp_path / "desk.db")
    first, second = Change("opened", 1, None, None, "a mill"), Change("joined", 1, "a1", None, "first of its story")
    desk.settle({"a1": 1}, [first, second])
    merged = Change("merged", 1, None, 2, "both name “porto”")
    desk.settle({"a1": 1, "a2": 1}, [merged])
    assert desk.changes() == [(1, first), (1, second), (2, merged)]
    assert desk.members() == {"a1": 1, "a2": 1}
    assert desk.last_story() == 1


def test_a_file_that_is_no_store_or_a_later_ones_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, but long enough to look like one " * 40, "utf-8")
    with pytest.raises(UnreadableError, match="cannot be used as a store"):
        DeskStore(tmp_path / "notes.txt")
    with pytest.raises(UnreadableError, match="cannot be used as a store"):
        DeskStore(tmp_path / "nowhere" / "desk.db")
    later = sqlite3.connect(tmp_path / "later.db")
    later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(UnreadableError, match="later version"):
        DeskStore(tmp_path / "later.db")
