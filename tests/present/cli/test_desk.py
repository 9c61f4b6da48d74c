"""A desk's store from the command line, with the real engine: grouping loads no model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tests.engine.test_desk import write
from variorum.present.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(w) for w in words])


def groups(*words: object) -> Any:
    done = run("group", *words, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_a_desk_goes_on_and_says_what_changed(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "north.txt", "quake.txt"), tmp_path / "desk.db"
    first = groups(folder, "--store", store)
    assert [s["number"] for s in first["stories"]] == [1, 2]
    write(folder)
    second = groups(folder, "--store", store)
    assert len(second["articles"]) == 6
    assert sorted(c["kind"] for c in second["changes"]) == ["joined", "joined", "joined", "joined", "opened"]
    assert groups(folder, "--store", store)["changes"] == []
    printed = run("group", write(tmp_path / "late", "other.txt"), "--store", store).stdout
    assert "The East Post" in printed


def test_a_story_says_why_an_article_is_in_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "in")
    found = groups(folder)
    [quake] = [s for s in found["stories"] if "quake.txt" in str(_paths(found, s))]
    why = {b["article"]: b for b in quake["because"]}
    assert set(why) == set(quake["articles"])
    findings = {f["feature"]: f["reason"] for b in why.values() for f in b["findings"]}
    assert "“karsa”" in findings["names"]
    printed = run("group", folder).stdout
    assert "because of The Isle Post: " in printed
    assert "because of The North Post: both have one text" in printed


def _paths(found: Any, story: Any) -> list[str]:
    return [a["path"] for a in found["articles"] if a["id"] in story["articles"]]


def test_what_is_said_of_two_reports_holds_until_it_is_taken_back(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", "quake.txt", "rescue.txt"), tmp_path / "desk.db"
    one, two = (a["id"] for a in groups(folder, "--store", store)["articles"])
    assert [c["kind"] for c in groups(folder, "--store", store, "--apart", one, two)["changes"]] == ["split"]
    assert len(groups(folder, "--store", store)["stories"]) == 2
    [merge] = groups(folder, "--store", store, "--open", one, two)["changes"]
    assert merge["kind"] == "merged"
    assert merge["reason"].startswith("with ")


def test_a_verdict_wants_a_store(tmp_path: Path) -> None:
    done = run("group", write(tmp_path / "in"), "--apart", "a1", "a2")
    assert done.exit_code == 2
    assert "name one with --store" in done.stderr


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database at all, only words " * 40, "utf-8")
    done = run("group", write(tmp_path / "in"), "--store", tmp_path / "notes.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {tmp_path / 'notes.txt'}: cannot be used as a store")
