from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eval.story.score import CITES, score, table

from tests.eval.story.ideal import IDS, gold, record

Row = dict[str, Any]
ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "acceptance"


def test_a_record_that_is_right_has_full_marks() -> None:
    card = score(record(), gold())
    assert [line.category for line in card.lines if line.right != line.asked] == []
    assert [m for line in card.lines for m in line.misses] == []
    assert card.share == 1.0
    assert card.line("quotes found").precision == (2, 2)
    assert card.line("quotes found").wrong == 0


def test_a_record_of_nothing_has_none() -> None:
    empty: Row = {"articles": [], "entities": []}
    card = score(empty, gold())
    assert card.right == 0
    assert card.asked == score(record(), gold()).asked


def spoil(*path: str | int, value: Any) -> Callable[[Row], None]:
    """A change of one place of the record."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


SPOILT: list[tuple[str, Callable[[Row], None]]] = [
    (CITES, spoil("times", 0, "exact", value="Monday")),
    ("article facts", spoil("articles", 0, "outlet", value="Sund Herald")),
    ("article facts", spoil("articles", 0, "agencies", value=[])),
    ("article facts", spoil("articles", 0, "published", value="2026-05-09")),
    ("article facts", spoil("articles", 2, "updated", value=None)),
    ("article facts", spoil("articles", 0, "title", value="Two ministers")),
    ("article facts", spoil("articles", 0, "byline", value=["Kim Vo", "NPA"])),
    ("article facts", spoil("articles", 0, "dateline", value=None)),
    ("entities whole and apart", spoil("entities", 1, "names", value=[{"text": "Omar Sule"}])),
    ("entities whole and apart", spoil("entities", 0, "kind", value="place")),
    ("dates resolved", spoil("times", 0, "from", value="2026-04-05")),
    ("dates resolved", spoil("times", 2, "edtf", value=None)),
    ("quotes with the right speaker", spoil("quotes", 0, "speaker", value="e2")),
    ("quotes with the occasion", spoil("quotes", 0, "variants", 1, "occasion", value=None)),
    ("events on the timeline", spoil("timeline", 0, "when", value=None)),
    ("events with the right status", spoil("timeline", 0, "status", value="scheduled")),
    ("agenda entries", spoil("agenda", 0, "entries", 1, "polarity", value="on")),
    ("differences with the right verdict", spoil("differences", 0, "verdict", value="compatible")),
    ("copies linked", spoil("lineage", 0, "relation", value="shares")),
]


@pytest.mark.parametrize(("category", "change"), SPOILT)
def test_each_fault_costs_its_category_a_point(category: str, change: Callable[[Row], None]) -> None:
    data = record()
    change(data)
    if category == "quotes with the right speaker":
        data["quotes"][0]["speaker_name"] = "Omar Sule"
    line = score(data, gold()).line(category)
    assert line.right < line.asked
    assert len(line.misses) == line.asked - line.right


def test_a_record_with_one_position_of_a_difference_has_not_found_it() -> None:
    data = record()
    data["differences"][0]["positions"][1]["evidence"] = []
    assert score(data, gold()).line("differences found").right == 0


def test_a_conflict_that_the_gold_does_not_know_is_counted() -> None:
    data = record()
    other = data["differences"][0]["positions"][0]
    data["differences"].append({"question": "Who?", "verdict": "conflict", "positions": [other, other]})
    line = score(data, gold()).line("differences found")
    assert (line.right, line.wrong, line.precision) == (1, 1, (1, 2))
    assert line.misses == ("conflict not in the gold: Who?",)


def test_one_entity_for_two_people_is_right_for_one_at_most() -> None:
    data = record()
    data["entities"][0]["names"] += data["entities"].pop(1)["names"]
    line = score(data, gold()).line("entities whole and apart")
    assert (line.right, line.asked) == (2, 3)
    assert "merged with Ana Brandt" in line.misses[0]


def test_a_label_taken_for_a_quote_is_counted() -> None:
    data = record()
    start = data["articles"][0]["text"].index("open door")
    label = {"article": IDS["early.txt"], "start": start, "end": start + 9, "exact": "open door", "kind": "mixed"}
    data["quotes"].append({"id": "q2", "speaker": "e1", "speaker_name": "Ana Brandt", "variants": [label]})
    line = score(data, gold()).line("quotes found")
    assert (line.wrong, line.precision) == (1, (2, 3))


def test_a_claim_that_points_at_the_whole_article_joins_nothing() -> None:
    data = record()
    text = data["articles"][0]["text"] * 4
    data["articles"][0]["text"] = text
    data["claims"][0]["evidence"][0] |= {"start": 0, "end": 501, "exact": text[:501]}
    assert score(data, gold()).line("agreements joined").right == 0


def test_a_record_without_texts_cannot_be_scored() -> None:
    data = record()
    del data["articles"][0]["text"]
    with pytest.raises(ValueError, match="texts"):
        score(data, gold())


def test_the_table_names_what_was_missed() -> None:
    data = record()
    data["timeline"][0]["status"] = "denied"
    shown = table(score(data, gold()), misses=True)
    assert "events with the right status            0/1" in shown
    assert "in all, citations apart" in shown
    assert shown.endswith("events with the right status: they meet 2026-05-12 happened: got ['denied']")


def test_the_command_prints_the_table(tmp_path: Path) -> None:
    paths = [tmp_path / "record.json", tmp_path / "gold.json"]
    for path, data in zip(paths, (record(), gold()), strict=True):
        path.write_text(json.dumps(data), "utf-8")
    command = [sys.executable, "-m", "eval.story", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == table(score(record(), gold())) + "\n"


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the acceptance scorer is not beside this checkout")
@pytest.mark.parametrize("change", [None, *(c for _, c in SPOILT)])
def test_it_counts_as_the_acceptance_scorer_does(tmp_path: Path, change: Callable[[Row], None] | None) -> None:
    data = record()
    if change:
        change(data)
    paths = [tmp_path / "record.json", tmp_path / "gold.json"]
    for path, content in zip(paths, (data, gold()), strict=True):
        path.write_text(json.dumps(content), "utf-8")
    command = [sys.executable, str(SHARED / "score.py"), *map(str, paths)]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert counts(table(score(data, gold()))) == counts(theirs)


def counts(shown: str) -> list[tuple[str, str, str]]:
    """Category, right and asked of every line."""
    return re.findall(r"^(\S.*?) +(\d+)/(\d+)\b", shown, flags=re.MULTILINE)
