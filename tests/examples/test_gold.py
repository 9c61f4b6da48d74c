"""The gold stories speak of the examples' own words: each row's words stand in the report it names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from eval.story.match import Page, days

ROOT = Path(__file__).parents[2]
STORIES = ("summit", "ferry", "strike", "hostages", "election", "quake", "missile", "talks")


def gold(story: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((ROOT / "eval/story/gold" / f"{story}.json").read_text("utf-8"))
    return data


def text_of(path: Path) -> str:
    raw = path.read_text("utf-8")
    if path.suffix not in {".json", ".jsonl"}:
        return raw
    row = json.loads(raw)
    return f"{row['headline']}\n\n{row['articleBody']}"


def pages(story: str) -> dict[str, Page]:
    return {p.name: Page.of(text_of(p)) for p in sorted((ROOT / "examples" / story).iterdir())}


def words(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Article, words, and the words right before them, for every row that names any."""
    for row in data["times"]:
        yield row["article"], row["exact"], row["before"]
    for row in [*data["quotes"], *data["quotes_not"]]:
        yield row["article"], row["content"], ""
    told = [e["evidence"] for e in data["events"]] + [t["exact"] for t in data["agenda"] + data["agreements"]]
    told += [p["exact"] for d in data["differences"] for p in d["positions"]]
    for by_article in told:
        for article, exact in by_article.items():
            yield article, exact, ""


@pytest.mark.parametrize("story", STORIES)
def test_every_row_of_the_gold_stands_in_its_report(story: str) -> None:
    texts, data = pages(story), gold(story)
    lost = [(a, w) for a, w, before in words(data) if not texts[a].find(w, before)]
    assert lost == []


@pytest.mark.parametrize("story", STORIES)
def test_every_name_of_the_gold_stands_in_one_of_its_reports(story: str) -> None:
    texts, data = pages(story), gold(story)
    lost = [n for e in data["entities"] for n in e["names"] if not any(texts[a].find(n) for a in e["articles"])]
    assert lost == []


@pytest.mark.parametrize("story", STORIES)
def test_every_time_of_the_gold_is_one_the_scorer_can_compare(story: str) -> None:
    data = gold(story)
    values = [t["value"] for t in data["times"]] + [e["start"] for e in data["events"]]
    assert [v for v in values if days(v) is None] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_covers_every_report(story: str) -> None:
    data = gold(story)
    assert [a["id"] for a in data["articles"]] == sorted(pages(story))
    assert {q["article"] for q in data["quotes"]} == {a["id"] for a in data["articles"]}
    assert {t["article"] for t in data["times"]} == {a["id"] for a in data["articles"]}


@pytest.mark.parametrize("story", STORIES)
def test_reports_of_each_story_carry_one_agencys_text_and_no_others_do(story: str) -> None:
    texts, data = pages(story), gold(story)
    shingles = {name: set(_shingles(page.flat)) for name, page in texts.items()}
    linked = {frozenset(row["articles"]) for row in data["copies"]}
    assert linked
    for one, two in combinations(shingles, 2):
        least = min(len(shingles[one]), len(shingles[two]))
        shared = len(shingles[one] & shingles[two]) / least
        assert shared > 0.6 if frozenset((one, two)) in linked else shared < 0.1, (one, two)


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    forms = text.split()
    return (tuple(forms[i : i + 5]) for i in range(len(forms) - 4))
