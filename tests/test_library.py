"""The library's face: verbs that are fetched when asked for, in whatever order the parts are imported."""

import subprocess
import sys
from pathlib import Path

import pytest

import variorum

IMPORTS = (
    "import variorum",
    "import variorum.read.article",
    "from variorum.ingest import from_bytes",
    "from variorum import group",
    "import variorum.engine",
    "from variorum.engine import ingest",
)


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("first", range(len(IMPORTS)))
def test_a_stage_is_a_verb_and_a_package_in_any_order(first: int, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Brel, Jan. 13 - Nothing happened on Tuesday.\n", "utf-8")
    imports = "\n".join(IMPORTS[first:] + IMPORTS[:first])
    code = f"""
{imports}
import variorum, variorum.ingest, variorum.read.article
articles = variorum.ingest({str(tmp_path)!r})
assert len(articles) == 1 and articles.failures == ()
assert callable(variorum.read) and callable(variorum.group)
assert variorum.read.article.__name__ == "variorum.read.article"
assert variorum.ingest.from_bytes.__module__.startswith("variorum.ingest")
"""
    run(code)


def test_importing_loads_no_other_module_of_the_project() -> None:
    code = (
        "import sys, variorum; print(*(m for m in sys.modules if m.partition('.')[0] in ('variorum', 'click', 'rich')))"
    )
    assert run(code).split() == ["variorum"]


def test_every_verb_is_there() -> None:
    assert {"ingest", "read", "read_text", "group", "record", "verify"} <= set(dir(variorum))
    for verb in variorum.__all__:
        assert getattr(variorum, verb)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'recrod'"):
        variorum.recrod  # noqa: B018
