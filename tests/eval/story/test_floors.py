"""The whole line, from files to record, held against gold stories: no category falls under its floor."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.floors import floors
from eval.story.score import CITES, Scorecard, load, score

import variorum
from variorum.engine.verify import verify
from variorum.present.export.schema import faults

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
NARA = pytest.param(
    SHARED / "seeds",
    SHARED / "acceptance" / "nara.json",
    marks=pytest.mark.skipif(not SHARED.exists(), reason="the seed reports are not beside this checkout"),
    id="nara",
)
STORIES = [
    pytest.param(ROOT / "examples" / name, ROOT / "eval/story/gold" / f"{name}.json", id=name)
    for name in ("summit", "ferry", "strike", "hostages", "election", "quake", "missile", "talks")
]
STRAYED = {"quake": 1, "missile": 1}
"""Reports of a story that are known to be taken for a story of their own, wrongly: at most so many."""


@pytest.mark.model
@pytest.mark.parametrize(("reports", "gold"), [*STORIES, NARA])
def test_no_category_falls_under_its_floor(reports: Path, gold: Path) -> None:
    articles = variorum.ingest(reports)
    story, *strayed = variorum.group(articles)
    assert sum(len(other.articles) for other in strayed) <= STRAYED.get(gold.stem, 0)
    record = variorum.record(story).to_dict()
    assert articles.failures == ()
    assert faults(record) == []
    assert len(verify(record).reread) == len(story.articles)
    card = score(record, load(gold))
    assert card.line(CITES).misses == ()
    least = floors("story", gold.stem)
    assert least, "no floors are set for this story"
    assert {m: (s, least[m]) for m, s in shares(card).items() if s < least.get(m, 0)} == {}
    assert set(least) <= set(shares(card))


def shares(card: Scorecard) -> dict[str, float]:
    """Each category's share, and that of all."""
    return {line.category: line.right / line.asked for line in card.lines if line.asked} | {"in all": card.share}
