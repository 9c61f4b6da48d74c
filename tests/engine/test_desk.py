"""A desk goes on with what was done: in any order, in any number of runs, and after being killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from eval.group.stream import Mix, make_stream

from tests.group.reports import AGENCY, OTHER, QUAKE_A, QUAKE_A2, QUAKE_B
from variorum.engine.desk import Edition, continue_desk, decide, note_recorded
from variorum.errors import NothingToReadError
from variorum.store import DeskStore

REPORTS = {
    "north.txt": ("The North Post", "2026-01-13", "Mayor opens harbour bridge in Tarnwick", AGENCY),
    "west.txt": ("The West Post", "2026-01-14", "Bridge opened in Tarnwick", AGENCY),
    "south.txt": ("The South Post", "2026-01-13", "Tarnwick has its bridge back", OTHER),
    "quake.txt": ("The East Post", "2026-01-13", "Quake kills nine in Velmora", QUAKE_A),
    "rescue.txt": ("The Isle Post", "2026-01-13", "Survivors pulled from rubble in Velmora hills", QUAKE_A2),
    "other.txt": ("The Cape Post", "2026-01-15", "Quake kills four near Dunhaven", QUAKE_B),
}


def write(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names or REPORTS:
        outlet, day, title, text = REPORTS[name]
        head = f"---\ntitle: {title}\noutlet: {outlet}\npublished: {day}\n---\n"
        (folder / name).write_text(head + text.replace("\n", "\n\n") + "\n", "utf-8")
    return folder


def names(edition: Edition) -> set[frozenset[str]]:
    return {frozenset(Path(a.path or "").name for a in s.articles) for s in edition.stories}


def write_stream(folder: Path, stories: int = 14) -> Path:
    """A made stream as files, an article each."""
    folder.mkdir()
    for article in make_stream(Mix(stories=stories, words=120), 5).articles:
        row = {
            "headline": article.title, "articleBody": "\n\n".join(p.text for p in article.paragraphs),
            "datePublished": article.published, "publisher": article.outlet,
        }  # fmt: skip
        (folder / f"{article.path}.json").write_text(json.dumps(row), "utf-8")
    return folder


def test_runs_in_any_order_end_where_one_run_ends(tmp_path: Path) -> None:
    whole = continue_desk([write_stream(tmp_path / "all")], tmp_path / "whole.db")
    files = sorted((tmp_path / "all").iterdir())
    for seed in range(3):
        shuffled = random.Random(seed).sample(files, len(files))
        store = tmp_path / f"{seed}.db"
        for at in range(0, len(files), len(files) // 4 + 1):
            edition = continue_desk(shuffled[at : at + len(files) // 4 + 1], store)
        assert edition.stories == whole.stories


def test_a_run_says_what_it_changed_and_a_second_one_changes_nothing(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "north.txt", "quake.txt"), tmp_path / "desk.db"
    first = continue_desk([folder], store)
    assert [c.kind for c in first.changes] == ["opened", "joined", "opened", "joined"]
    assert continue_desk([folder], store).changes == []
    write(folder)
    second = continue_desk([folder], store)
    assert names(second) == {
        frozenset({"north.txt", "west.txt", "south.txt"}), frozenset({"quake.txt", "rescue.txt"}),
        frozenset({"other.txt"}),
    }  # fmt: skip
    assert {first.numbers[s.id] for s in first.stories} < {second.numbers[s.id] for s in second.stories}
    joined = {c.article: c for c in second.changes if c.kind == "joined"}
    south = next(a.id for a in second.articles if (a.path or "").endswith("south.txt"))
    assert "“tarnwick”" in joined[south].reason
    assert sum(c.kind == "opened" for c in second.changes) == 1


def test_stories_merge_with_a_reason_and_come_apart_again(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "quake.txt", "rescue.txt"), tmp_path / "desk.db"
    one, two = sorted(a.id for a in continue_desk([folder], store).articles)
    decide(store, one, two, "apart")
    parted = continue_desk([folder], store)
    assert [c.kind for c in parted.changes] == ["split"]
    assert len(parted.stories) == 2
    decide(store, two, one, "open")
    merged = continue_desk([folder], store)
    [change] = merged.changes
    assert change.kind == "merged"
    assert "“karsa”" in change.reason
    assert {change.story, change.other} == set(parted.numbers.values())
    desk = DeskStore(store)
    assert [run for run, _ in desk.changes()] == [1, 1, 1, 2, 3]


def test_what_somebody_joined_stays_together(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "quake.txt", "other.txt"), tmp_path / "desk.db"
    one, two = [a.id for a in continue_desk([folder], store).articles]
    decide(store, one, two, "together")
    assert len(continue_desk([folder], store).stories) == 1


def test_a_file_that_changed_is_read_again_and_one_that_went_stays(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "north.txt", "quake.txt"), tmp_path / "desk.db"
    continue_desk([folder], store)
    (folder / "quake.txt").unlink()
    rewritten = (
        "---\ntitle: Nothing new\npublished: 2026-01-13\n---\nBeekeepers expect a poor harvest after the frost.\n"
    )
    (folder / "north.txt").write_text(rewritten, "utf-8")
    edition = continue_desk([folder], store)
    assert sorted(a.title or "" for a in edition.articles) == ["Nothing new", "Quake kills nine in Velmora"]
    assert [c.kind for c in edition.changes] == ["left", "opened", "joined"]


def test_a_story_waits_for_its_record_until_one_was_written_of_it_as_it_is(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "north.txt", "quake.txt"), tmp_path / "desk.db"
    first = continue_desk([folder], store)
    assert first.unrecorded == {s.id for s in first.stories}
    for story in first.stories:
        note_recorded(store, first.numbers[story.id], story)
    assert continue_desk([folder], store).unrecorded == frozenset()
    second = continue_desk([write(folder, "rescue.txt")], store)
    [waiting] = second.unrecorded
    assert second.numbers[waiting] == next(n for i, n in first.numbers.items() if i not in second.numbers)


def test_a_desk_without_anything_says_so(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(NothingToReadError, match="the folder holds no files"):
        continue_desk([tmp_path / "in"], tmp_path / "desk.db")


CHILD = """
import sys
from variorum.engine import desk
from variorum.store import DeskStore

desk.AT_ONCE, desk.COMPARED_AT_ONCE = 4, 3
wanted, left = sys.argv[3], int(sys.argv[4])
original = getattr(DeskStore, wanted)

def tell(self, *given):
    global left
    result = original(self, *given)
    left -= 1
    if not left:
        print("now", flush=True)
        sys.stdin.read()
    return result

setattr(DeskStore, wanted, tell)
desk.continue_desk([sys.argv[1]], sys.argv[2])
"""


@pytest.mark.parametrize("step,times", [("take_in", 1), ("take_in", 3), ("compare", 1), ("compare", 4), ("settle", 1)])
def test_a_killed_run_is_gone_on_with(tmp_path: Path, step: str, times: int) -> None:
    folder = write_stream(tmp_path / "in", 6)
    whole = continue_desk([folder], tmp_path / "whole.db")
    store = tmp_path / "desk.db"
    command = [sys.executable, "-c", CHILD, str(folder), str(store), step, str(times)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "now\n", "the run ended before it could be killed"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    desk = DeskStore(store)
    kept = {a.id for a in desk.articles()}
    desk.close()
    assert kept if step == "take_in" else len(kept) == len(whole.articles)
    after = continue_desk([folder], store)
    assert after.stories == whole.stories
    assert len(after.articles) == len({a.id for a in after.articles}) == len(whole.articles)
    desk = DeskStore(store)
    opened = [c.story for _, c in desk.changes() if c.kind == "opened"]
    assert sorted(opened) == sorted(set(opened)) == sorted(after.numbers.values())


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Not between two steps but anywhere: the kill comes after a time that is a little longer each round."""
    folder = write_stream(tmp_path / "in", 6)
    whole = continue_desk([folder], tmp_path / "whole.db")
    store = tmp_path / "desk.db"
    command = [sys.executable, "-c", CHILD, str(folder), str(store), "close", "99"]
    for wait in (0.3, 0.6, 0.9, 1.2):
        with subprocess.Popen(command, stdin=subprocess.PIPE) as child:
            time.sleep(wait)
            child.kill()
    after = continue_desk([folder], store)
    assert after.stories == whole.stories
    assert sorted(DeskStore(store).members()) == sorted(a.id for a in whole.articles)
