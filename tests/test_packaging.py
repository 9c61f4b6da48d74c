"""What is needed is declared, and what is declared is locked."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import variorum

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def names(requirements: list[str]) -> set[str]:
    """The distributions that requirements name, in normal form (PEP 503)."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", r)[0]).lower() for r in requirements}


RUNTIME = names(PROJECT["project"]["dependencies"])
DEVELOPMENT = names(PROJECT["dependency-groups"]["dev"])
BENCH = names(PROJECT["dependency-groups"]["bench"])
FUZZ = names(PROJECT["dependency-groups"]["fuzz"])
TEACH = names(PROJECT["dependency-groups"]["teach"])
FUZZ_LOCK = (ROOT / "requirements-fuzz.lock").read_text("utf-8")
BENCH_LOCK = (ROOT / "requirements-bench.lock").read_text("utf-8")


NAMED = {"sklearn": "scikit-learn"}
"""Modules of optional groups whose distribution has another name, for where it is not installed."""


def imported(folder: Path) -> Iterator[str]:
    """The top-level modules that a folder's files import."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


@pytest.mark.parametrize(
    "folder,declared", [("src", RUNTIME), ("tests", RUNTIME | DEVELOPMENT), ("eval", RUNTIME | BENCH | FUZZ | TEACH)]
)
def test_every_import_is_declared(folder: str, declared: set[str]) -> None:
    owners = packages_distributions()
    ours = {"variorum", "tests", "eval"} | set(sys.stdlib_module_names)
    foreign = sorted(set(imported(ROOT / folder)) - ours)
    assert [m for m in foreign if not names(owners.get(m, [NAMED.get(m, m)])) & declared] == []


@pytest.mark.parametrize(
    "lock,declared",
    [(LOCK, RUNTIME | DEVELOPMENT), (BENCH_LOCK, BENCH), (FUZZ_LOCK, FUZZ)],
    ids=["all", "bench", "fuzz"],
)
def test_everything_declared_is_locked_with_hashes_and_no_address(lock: str, declared: set[str]) -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert locked >= declared
    assert "://" not in lock
    for entry in re.split(r"\n(?=[a-z0-9])", lock):
        assert "--hash=sha256:" in entry, entry[:40]


def test_the_version_is_the_same_in_both_places() -> None:
    assert PROJECT["project"]["version"] == variorum.__version__
