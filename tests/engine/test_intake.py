from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.engine import Settings, ingest
from variorum.errors import NothingToReadError
from variorum.ingest import Limits

REPORT = (
    "The Harbour Post\n\nMill burns down in Porto\n\nPORTO, Jan 12, 2026 - A mill burned down on Monday, police said.\n"
)


def test_one_bad_file_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 20)
    articles = ingest(tmp_path)
    assert [Path(a.path or "").name for a in articles] == ["a.txt"]
    assert [(Path(f.path).name, f.stage) for f in articles.failures] == [("b.txt", "ingest"), ("c.txt", "ingest")]


def test_a_missing_path_is_named_among_the_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    articles = ingest(tmp_path / "a.txt", tmp_path / "none.txt")
    assert [f.error for f in articles.failures] == ["no such file or folder"]


def test_nothing_to_read_says_why_for_each(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(NothingToReadError, match=r"b\.txt: .*empty"):
        ingest(tmp_path)
    with pytest.raises(NothingToReadError, match="no such file"):
        ingest(tmp_path / "none")


def test_one_bad_file_alone_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(NothingToReadError) as told:
        ingest(tmp_path / "b.txt")
    assert str(told.value) == f"{tmp_path / 'b.txt'}: empty file; nothing else to read"


def test_an_empty_path_is_not_the_working_folder() -> None:
    with pytest.raises(NothingToReadError, match="no such file"):
        ingest("")


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "closed").mkdir()
    opened = os.scandir

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr("os.scandir", scandir)
    articles = ingest(tmp_path)
    assert len(articles) == 1
    assert [(Path(f.path).name, f.error) for f in articles.failures] == [("closed", "Permission denied")]


def test_a_file_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "big.txt").write_text(REPORT * 10)
    articles = ingest(tmp_path, settings=Settings(limits=Limits(file=len(REPORT) + 10)))
    assert len(articles) == 1
    assert "too large" in articles.failures[0].error


def test_hidden_files_are_left_out_and_order_is_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(REPORT + name)
    assert [Path(a.path or "").name for a in ingest(tmp_path)] == ["a.txt", "b.txt"]


def test_a_readme_is_left_out_unless_it_is_given_itself(tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", "Readme"):
        (tmp_path / name).write_text(REPORT + name)
    assert [Path(a.path or "").name for a in ingest(tmp_path)] == ["a.txt"]
    assert len(ingest(tmp_path / "README.md")) == 1


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    assert len(ingest(tmp_path / "a.txt", tmp_path)) == 1


def test_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    seen: list[tuple[str, int, int]] = []
    ingest(tmp_path, progress=lambda stage, done, total: seen.append((stage, done, total)))
    assert seen == [("ingest", 1, 1)]


def test_of_two_copies_of_a_feed_what_both_hold_is_read_once_and_told_once(tmp_path: Path) -> None:
    def feed(*numbers: int) -> str:
        items = "".join(f"<item><guid>{n}</guid><title>Talks, day {n} of them</title></item>" for n in numbers)
        return f"<rss version='2.0'><channel><title>Drava Daily</title>{items}</channel></rss>"

    (tmp_path / "monday.rss").write_text(feed(1, 2, 3, 4, 5))
    (tmp_path / "tuesday.rss").write_text(feed(6, 5, 4, 3, 2))
    articles = ingest(tmp_path)
    assert [a.title for a in articles] == [f"Talks, day {n} of them" for n in (1, 2, 3, 4, 5, 6)]
    told = [(Path(f.path).name, f.error) for f in articles.failures if "same" in f.error]
    assert told == [("tuesday.rss", f"4 articles of it are the same as in {tmp_path / 'monday.rss'}")]


def test_what_a_saved_page_is_made_of_is_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text("<html><h1>Talks end in Brel</h1><p>They met on Tuesday, officials said.</p>")
    for folder in ("talks_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.txt").write_text(REPORT + folder)
    assert [Path(a.path or "").name for a in ingest(tmp_path)] == ["frame.txt", "talks.html"]
