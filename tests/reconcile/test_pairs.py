"""Two reports, one question: what is found between them, by the whole road from their words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import factory
from variorum.engine import Reader, as_one_story
from variorum.model.record import Difference
from variorum.reconcile.record import reconcile

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]
OURS = frozenset({"date", "place", "status", "granularity"})


def _named(pair: dict[str, Any]) -> str:
    return f"{pair['rule']}: {pair['one'][11:50]}"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _found(reader: Reader, pair: dict[str, Any]) -> list[Difference]:
    texts = [pair[name].split(" ", 1) for name in ("one", "two")]
    articles = [
        factory.article(text, path=f"{name}.txt", published=f"{day}T20:00", outlet=name)
        for name, (day, text) in zip(("One", "Two"), texts, strict=True)
    ]
    record = reconcile(as_one_story(articles), articles, [reader.read(a) for a in articles])
    return [d for d in record.differences if d.kind in OURS or "How long" in d.question]


@pytest.mark.model
@pytest.mark.parametrize("pair", PAIRS, ids=_named)
def test_what_is_found_between_two_reports(reader: Reader, pair: dict[str, Any]) -> None:
    found = _found(reader, pair)
    said = [(d.kind, d.verdict, d.explanation) for d in found]
    if pair["want"] == "none":
        assert not [d for d in found if d.verdict != "compatible"], said
        return
    kind, verdict = pair["want"]
    assert [d for d in found if (d.kind, d.verdict) == (kind, verdict)], said
    assert verdict == "conflict" or not [d for d in found if d.verdict == "conflict"], said
