"""The documentation says all there is, and nothing that isn't there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from variorum.ingest import DEFAULT_LIMITS, from_bytes
from variorum.ingest.formats import FORMATS as READ
from variorum.present.cli import main
from variorum.present.cli.output import SUFFIXES
from variorum.present.export.schema import record_schema

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
CLI = (ROOT / "docs/cli.md").read_text("utf-8")
COMMANDS = sorted(main.commands)


def section(command: str) -> str:
    """The part of cli.md under the command's heading."""
    parts = re.split(r"^## variorum (\w+)$", CLI, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[command]


def options(command: str) -> set[str]:
    """Every way to write an option of the command."""
    inside = (p for p in main.commands[command].params if isinstance(p, click.Option))
    return {name for option in inside for name in (*option.opts, *option.secondary_opts)}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_and_none_that_is_not_there(command: str) -> None:
    table = "\n".join(line for line in section(command).splitlines() if line.startswith("| `"))
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", table))
    assert options(command) <= named
    assert {n for n in named if n.startswith("--")} <= options(command)


def test_every_command_is_documented_once() -> None:
    assert sorted(re.findall(r"^## variorum (\w+)$", CLI, re.MULTILINE)) == COMMANDS


def test_every_suffix_is_documented() -> None:
    assert all(f"`{suffix}`" in section("record") for suffix in SUFFIXES if suffix != ".htm")


def test_exit_codes_are_those_of_the_help() -> None:
    told = re.findall(r"^  (\d)  ", str(main.epilog), re.MULTILINE)
    assert told == re.findall(r"^\| (\d) \|", CLI, re.MULTILINE)


def lines_of_commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in re.findall(r"^```\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            yield from ((page.name, line) for line in block.splitlines() if re.match(r"variorum [a-z]", line))


@pytest.mark.parametrize("page,line", list(lines_of_commands()))
def test_commands_shown_can_be_called(page: str, line: str) -> None:
    _, command, *rest = line.split("#", maxsplit=1)[0].split()
    shown = [word for word in rest if not word.startswith("[") and word.startswith("-")]
    assert command in COMMANDS, page
    assert set(shown) <= options(command), page


def test_examples_shown_are_there() -> None:
    shown = {path for _, line in lines_of_commands() for path in re.findall(r"\bexamples[\w/.-]*", line)}
    assert shown
    assert [path for path in sorted(shown) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert [link for link in links if "//" not in link and not (page.parent / link).exists()] == []


FORMATS = (ROOT / "docs/formats.md").read_text("utf-8")


def test_the_formats_listed_are_those_that_are_read() -> None:
    rows = re.findall(
        r"^\| ([^|`]+) \| ([^|]*) \| [^|]+ \|$", FORMATS.partition("\n\nA report is named")[0], re.MULTILINE
    )
    told = {name: set(re.findall(r"`(\.\w+)`", suffixes.partition(";")[0])) for name, suffixes in rows[1:]}
    assert told == {each.name: set(each.suffixes) for each in READ}
    assert len({each.name for each in READ}) == len(READ)


def test_the_limits_told_are_those_that_hold() -> None:
    limits = DEFAULT_LIMITS
    told = [row[0] for row in re.findall(r"^\| ([\d,]+(?: MB| times)?) \| (.*) \|$", FORMATS, re.MULTILINE)]
    megabytes = [f"{size // 2**20:,} MB" for size in (limits.file, limits.unpacked)]
    assert told == [*megabytes, f"{limits.members:,}", f"{limits.nesting}", f"{limits.ratio} times"]


def test_the_front_matter_shown_is_read_as_told() -> None:
    block = re.findall(r"^```\n(---\n.*?)^```", FORMATS, re.MULTILINE | re.DOTALL)[0]
    (found,), failures = from_bytes(block.encode("utf-8"), "harbour.md")
    assert failures == []
    assert (found.title, found.outlet) == ("Harbour talks end without a deal", "The Example")
    assert (found.agencies, found.byline, found.url) == (
        ("PNS",),
        ("Mara Quist",),
        "https://news.example/harbour-talks",
    )
    assert (found.published, found.updated, found.language) == ("2026-01-13", "2026-01-14", "en")


def test_the_keys_of_json_are_read_as_told() -> None:
    told = re.findall(r"^\| (`.*?`) \|", FORMATS, re.MULTILINE)
    row: dict[str, Any] = {
        "headline": "Harbour talks end",
        "articleBody": "The two ministers parted.\nThey will meet again.",
        "datePublished": "2026-01-13",
        "dateModified": "2026-01-14",
        "publisher": {"name": "The Example"},
        "author": ["Mara Quist"],
        "creditText": "PNS",
        "url": "https://news.example/harbour-talks",
        "inLanguage": "en",
    }
    assert sorted(row) == sorted(re.findall(r"\w+", " ".join(told)))
    (found,), failures = from_bytes(json.dumps(row).encode("utf-8"), "harbour.json")
    assert failures == []
    assert (found.title, found.outlet, found.agencies, found.byline) == (
        "Harbour talks end",
        "The Example",
        ("PNS",),
        ("Mara Quist",),
    )
    assert (found.published, found.updated, found.url) == ("2026-01-13", "2026-01-14", row["url"])


def properties(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


def test_every_key_of_the_record_is_explained() -> None:
    page = re.sub(r"^```.*?^```", "", (ROOT / "docs/record.md").read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    told = set(re.findall(r"`(\w+)`", page)) | {"article", "start", "end", "exact"}
    assert sorted(set(properties(record_schema())) - told) == []


def test_every_choice_of_a_key_is_explained() -> None:
    page = (ROOT / "docs/record.md").read_text("utf-8")
    choices = re.findall(r'"enum": \[(.*?)\]', json.dumps(record_schema()))
    words = {w for c in choices for w in re.findall(r'"(\w+)"', c)}
    told = set(re.findall(r"`(\w+)`", page))
    assert sorted(words - told - {"none"}) == []


PYTHON_SHOWN = [
    block
    for page in PAGES
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
]


@pytest.mark.parametrize("block", PYTHON_SHOWN)
def test_code_shown_is_python_that_names_real_verbs(block: str) -> None:
    import variorum

    compile(block, "docs", "exec")
    assert set(re.findall(r"variorum\.([a-z_]+)\(", block)) <= set(variorum.__all__)


@pytest.mark.model
def test_the_code_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    block = re.findall(r"^```python\n(.*?)^```", PAGES[0].read_text("utf-8"), re.MULTILINE | re.DOTALL)[0]
    exec(compile(block, "README.md", "exec"), {})
    assert "conflict" in capsys.readouterr().out
