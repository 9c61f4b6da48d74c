import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.present import edition
from tests.present.cli.conftest import Bench, Run
from variorum import __version__
from variorum.engine.settings import Web
from variorum.model.article import Failure
from variorum.model.reading import Reading
from variorum.model.story import Story


def test_record_without_output_is_plain_text_when_piped(engine: Bench, run: Run) -> None:
    done = run("record", "folder")
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert done.stdout.startswith(
        "Ilves to meet Roan *today*\nTue 13 Jan 2026\n2 reports, 2 outlets, 2 lineages, 1 origin\n"
    )


@pytest.mark.parametrize("suffix,opening", [(".json", "{"), (".md", "# "), (".txt", "Ilves"), (".MD", "# ")])
def test_output_form_is_told_by_the_suffix(suffix: str, opening: str, engine: Bench, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / f"talks{suffix}"
    done = run("record", "folder", "-o", out)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert out.read_text("utf-8").startswith(opening)
    assert str(out) in done.stderr


def test_json_is_the_record_with_its_texts(engine: Bench, run: Run) -> None:
    printed = json.loads(run("record", "folder", "--format", "json").stdout)
    assert printed == edition.record(failures=()).to_dict()
    without = json.loads(run("record", "folder", "--format", "json", "--no-texts").stdout)
    assert "text" not in without["articles"][0]
    assert without == edition.record(failures=()).to_dict(texts=False)


def test_an_embedder_is_asked_for_by_its_option(engine: Bench, run: Run) -> None:
    asked = json.loads(run("record", "folder", "--format", "json", "--embedder", "e5").stdout)
    assert asked["aligner"] == "lexical + e5"
    assert run("record", "folder", "--embedder", "e6").exit_code == 2


def test_an_unknown_suffix_is_refused_before_any_work(run: Run, tmp_path: Path) -> None:
    done = run("record", "folder", "-o", tmp_path / "talks.docm")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {tmp_path / 'talks.docm'}: ")
    assert ".html, .json, .md" in done.stderr


def test_output_that_is_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("record", "folder", "-o", tmp_path)
    assert (done.exit_code, done.stderr) == (2, f"error: {tmp_path}: is a folder; name a file to write\n")


def test_output_that_cannot_be_written(engine: Bench, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("record", "folder", "-o", tmp_path / "file" / "talks.md")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {tmp_path / 'file' / 'talks.md'}: ")


def test_several_stories_get_a_number_each(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [edition.story(), Story("s2", "Other", (edition.SECOND,), ())]
    done = run("record", "folder", "-o", tmp_path / "out.md")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out-1.md", "out-2.md"]
    assert "out-1.md" in done.stderr
    assert "s2  Other" in done.stderr


def test_one_of_several_stories(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [edition.story(), Story("s2", "Other", (edition.SECOND,), ())]
    assert run("record", "folder", "-o", tmp_path / "out.md", "--story", "s2").exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["out.md"]
    done = run("record", "folder", "--story", "s9")
    assert done.exit_code == 2
    assert "there are s1" in done.stderr


def test_a_story_may_be_named_by_its_title_or_a_part_of_it(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [edition.story(), Story("s2", "Ferry sinks off Olm", (edition.SECOND,), ())]
    for name in ("Ferry sinks off Olm", "ferry SINKS off olm", "sinks"):
        done = run("record", "folder", "-o", tmp_path / "out.md", "--story", name)
        assert done.exit_code == 0
        assert done.stderr.splitlines()[-1].startswith("s2  Ferry sinks off Olm (")
    assert [p.name for p in tmp_path.iterdir()] == ["out.md"]
    engine.stories.append(Story("s3", "Ferry sinks again", (edition.FIRST,), ()))
    done = run("record", "folder", "--story", "ferry")
    assert done.exit_code == 2
    assert "several stories are called ferry: s2" in done.stderr


def test_the_stories_found_are_listed_before_they_are_written(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [edition.story(), Story("s2", "Other", (edition.SECOND,), ())]
    lines = run("record", "folder", "-o", tmp_path / "out.md").stderr.splitlines()
    assert lines[0] == "2 stories found:"
    assert lines[2] == "  s2  Other (1)"
    assert run("record", "folder", "-o", tmp_path / "out.md", "--quiet").stderr == ""


def test_one_way_to_choose_stories_at_a_time(engine: Bench, run: Run) -> None:
    for two in (("--story", "s1", "--all"), ("--one-story", "--all"), ("--one-story", "--store", "desk.db")):
        assert run("record", "folder", *two).exit_code == 2


def test_several_stories_as_json_are_a_line_each(engine: Bench, run: Run) -> None:
    engine.stories = [edition.story(), edition.story()]
    lines = run("record", "folder", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["variorum/record/1"] * 2


def test_one_story_takes_all(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [edition.story(), edition.story()]
    run("record", "folder", "--one-story", "-o", tmp_path / "out.json")
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_a_bad_file_among_good_ones_is_named_and_the_rest_goes_on(engine: Bench, run: Run) -> None:
    engine.articles.failures = (Failure("bad.bin", "ingest", "is binary, not text"),)
    done = run("record", "folder", "--quiet")
    assert done.exit_code == 0
    assert done.stderr == "error: bad.bin: is binary, not text\n"
    assert "Not read: bad.bin: is binary, not text" in done.stdout


def test_a_story_in_another_language_does_not_stop_the_others(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.stories = [replace(edition.story(), id="foreign"), edition.story()]
    engine.foreign = {"foreign"}
    done = run("record", "folder", "--quiet", "-o", tmp_path / "out.json")
    assert (done.exit_code, done.stderr) == (0, "error: foreign: language ko cannot be read yet\n")
    failures = json.loads((tmp_path / "out.json").read_bytes())["failures"]
    assert failures == [{"path": "foreign", "stage": "read", "error": "language ko cannot be read yet"}]


def test_only_stories_in_other_languages_are_nothing_to_read(engine: Bench, run: Run, tmp_path: Path) -> None:
    engine.foreign = {edition.story().id}
    done = run("record", "folder", "-o", tmp_path / "out.json")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr.splitlines()[-1] == "error: folder: nothing to read"


def test_nothing_to_read_is_one_line_and_exit_two(engine: Bench, run: Run) -> None:
    engine.articles.clear()
    done = run("group", "empty")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "error: empty: nothing to read (no files)\n"


def test_group_as_json_has_the_documented_shape(engine: Bench, run: Run) -> None:
    printed = json.loads(run("group", "folder", "--format", "json").stdout)
    assert printed["articles"][0] == {
        "id": edition.FIRST.id,
        "path": "first.txt",
        "url": None,
        "title": "Ilves to meet Roan *today*",
        "outlet": "The First",
        "published": "2026-01-12",
    }
    assert printed["stories"] == [
        {
            "id": "s1",
            "title": "Ilves to meet Roan *today*",
            "articles": [edition.FIRST.id, edition.SECOND.id],
            "because": [],
        }
    ]
    assert (printed["lineage"], printed["failures"]) == ([], [])


def test_group_as_text_lists_the_reports(engine: Bench, run: Run) -> None:
    shown = run("group", "folder").stdout
    assert "s1, 2 reports" in shown
    assert "The Second: Talks in Brel | no deal" in shown


def test_read_prints_one_object_for_one_report_and_lines_for_several(engine: Bench, run: Run) -> None:
    engine.reading = Reading(edition.FIRST.id, (), (), (), (), (), (), ())
    several = run("read", "folder", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["article"] for line in several] == [edition.FIRST.id] * 2
    del engine.articles[1]
    one = run("read", "first.txt", "--format", "json").stdout
    assert json.loads(one)["article"] == edition.FIRST.id
    assert one.startswith("{\n")


def test_read_prints_one_report_as_timeml_and_no_more(engine: Bench, run: Run) -> None:
    engine.reading = Reading(edition.FIRST.id, (), (), (), (), (), (), ())
    assert "one report" in run("read", "folder", "--format", "timeml").stderr
    engine.articles.pop()
    assert run("read", "first.txt", "--format", "timeml").stdout.strip() == f"<TimeML>{edition.FIRST.id}</TimeML>"


def test_reports_that_cannot_be_read_are_named(engine: Bench, run: Run) -> None:
    done = run("read", "folder")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "error: first.txt: language ko cannot be read yet",
        "error: second.txt: language ko cannot be read yet",
        "error: folder: nothing to read",
    ]


def test_what_is_said_of_reports_that_were_kept_is_a_note_and_no_failure(engine: Bench, run: Run) -> None:
    engine.articles.notes = (Failure("feed.rss", "note", "of 1 of 2 items only a summary is here"),)
    done = run("record", "folder", "--format", "json")
    assert (done.exit_code, done.stderr) == (0, "note: feed.rss: of 1 of 2 items only a summary is here\n")
    assert json.loads(done.stdout)["failures"] == []
    assert run("record", "folder", "--quiet").stderr == ""


def test_usage_errors_exit_two(run: Run) -> None:
    assert run("record").exit_code == 2
    assert run("recrod").exit_code == 2
    assert run("record", "x", "--story", "a", "--one-story").exit_code == 2
    assert run("record", "x", "--no-texts", "--format", "html").exit_code == 2


def test_version_and_exit_codes_are_told(run: Run) -> None:
    assert run("--version").stdout == f"variorum, version {__version__}\n"
    told = run("--help").stdout
    assert all(f"\n    {code}  " in told for code in (0, 1, 2, 130))


def test_verify_says_what_it_checked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    file.write_text(json.dumps(edition.record().to_dict()), "utf-8")
    done = run("verify", file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(rf"{re.escape(str(file))}: all \d\d cites hold \(0 reports .*, 2 checked .*\)\n", done.stdout)
    assert run("verify", file, "--quiet").stdout == ""


def test_verify_exits_one_at_the_first_finding_that_fails(run: Run, tmp_path: Path) -> None:
    data = edition.record().to_dict()
    data["differences"][1]["positions"][0]["evidence"][0]["exact"] = "Fishing was on the agenda"
    file = tmp_path / "r.json"
    file.write_text(json.dumps(data), "utf-8")
    done = run("verify", file)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error: /differences/1/positions/0/evidence/0: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"{}"])
def test_verify_refuses_what_is_no_record(content: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(content)
    done = run("verify", tmp_path / "r.json")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {tmp_path / 'r.json'}: ")


def test_verify_of_a_missing_file(run: Run, tmp_path: Path) -> None:
    done = run("verify", tmp_path / "r.json")
    assert (done.exit_code, done.stderr) == (2, f"error: {tmp_path / 'r.json'}: No such file or directory\n")


@pytest.mark.parametrize("command", ["record", "read", "group"])
def test_what_may_be_fetched_is_told_to_the_engine(command: str, engine: Bench, run: Run) -> None:
    run(command, "https://news.example/feed")
    assert engine.asked_with is not None
    assert engine.asked_with.web == Web(follow="nothing", cache=None, private=False)
    run(command, "https://news.example/feed", "--follow", "pages", "--cache", "kept", "--private")
    assert engine.asked_with.web == Web(follow="pages", cache=Path("kept"), private=True)
