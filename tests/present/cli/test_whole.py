"""The command as a user starts it, on the example story: no part replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SUMMIT = "examples/summit"
REPORT = f"{SUMMIT}/000_karst_daily.txt"

pytestmark = pytest.mark.model


def call(*arguments: object, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "variorum", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "summit.json"
    done = call("record", SUMMIT, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


def test_every_cite_of_the_record_holds(record: Path) -> None:
    done = call("verify", record)
    assert (done.returncode, done.stderr) == (0, "")
    assert "7 reports read again from their files" in done.stdout


def test_one_changed_word_is_found(record: Path, tmp_path: Path) -> None:
    data = json.loads(record.read_text("utf-8"))
    data["timeline"][0]["evidence"][0]["exact"] += "s"
    (tmp_path / "changed.json").write_text(json.dumps(data), "utf-8")
    done = call("verify", tmp_path / "changed.json")
    assert done.returncode == 1
    assert done.stderr.startswith("error: /timeline/0/evidence/0: ")


def test_two_runs_give_the_same_bytes(record: Path, tmp_path: Path) -> None:
    call("record", SUMMIT, "-o", tmp_path / "again.json", hash_seed="1")
    assert (tmp_path / "again.json").read_bytes() == record.read_bytes()


@pytest.mark.parametrize("name,opening", [("one.html", "<!doctype html>"), ("one.md", "# "), ("one.txt", "")])
def test_every_form_can_be_written(name: str, opening: str, tmp_path: Path) -> None:
    done = call("record", REPORT, "-o", tmp_path / name, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = (tmp_path / name).read_text("utf-8")
    assert page.lower().startswith(opening)
    assert "Karst Daily" in page


def test_bad_files_among_good_ones(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.dat").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text("Talks end in Brel\n\nThe ministers met on Tuesday and parted.\n", "utf-8")
    done = call("record", tmp_path, "--format", "json")
    assert done.returncode == 0
    assert [Path(f["path"]).name for f in json.loads(done.stdout)["failures"]] == ["empty.txt", "picture.dat"]
    assert done.stderr.count("error: ") == 2


@pytest.mark.parametrize("verb", ["record", "read", "group"])
def test_nothing_to_read(verb: str, tmp_path: Path) -> None:
    done = call(verb, tmp_path / "missing.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"error: {tmp_path / 'missing.txt'}: ")


def test_group_and_read_give_their_shapes() -> None:
    groups = json.loads(call("group", SUMMIT, "--format", "json").stdout)
    assert set(groups) == {"articles", "stories", "lineage", "failures"}
    assert [len(story["articles"]) for story in groups["stories"]] == [7]
    reading = json.loads(call("read", REPORT, "--format", "json").stdout)
    assert {"times", "mentions", "entities", "quotes", "events", "claims"} <= set(reading)
    assert reading["quotes"]


def test_help_is_light() -> None:
    heavy = "spacy", "rich", "jinja2", "numpy", "babel", "variorum.engine"
    code = f"""
import sys
from variorum.present.cli import main
main(["--help"], standalone_mode=False)
print([m for m in {heavy} if m in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
