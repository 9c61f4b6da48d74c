"""Scores of several stories added up, and held against their floors."""

from __future__ import annotations

import pytest
from eval.contrasts.cards import golds, summed
from eval.contrasts.data import FIT, TAUGHT
from eval.pairs.examples import left_out
from eval.story.score import CITES, Line, Scorecard

from eval import floors


def test_categories_are_added_up_in_the_order_first_seen() -> None:
    found = Line("differences found", 3, 5, precision=(2, 3), wrong=1)
    more = Line("differences found", 1, 5, precision=(1, 1), wrong=0)
    card = summed([Scorecard((Line(CITES, 9, 9), found)), Scorecard((Line(CITES, 1, 2), more, Line("dates", 1, 1)))])
    assert card.lines == (
        Line(CITES, 10, 11),
        Line("differences found", 4, 10, precision=(3, 4), wrong=1),
        Line("dates", 1, 1),
    )
    assert (card.right, card.asked) == (5, 11)


def test_what_is_under_its_floor_is_told_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "floors", lambda *_: {"dates": 0.9, "names": 0.5})
    assert floors.under("story", "made", {"dates": 0.8, "names": 0.5, "times": 0.1}) == {"dates": (0.8, 0.9)}
    with pytest.raises(KeyError):
        floors.under("story", "made", {"dates": 1.0})
    monkeypatch.setattr(floors, "floors", lambda *_: {})
    with pytest.raises(KeyError, match=r"story\.made"):
        floors.under("story", "made", {"dates": 1.0})


def test_every_story_left_out_has_its_gold() -> None:
    known = {path.stem for path in golds(FIT, TAUGHT)}
    assert set(left_out()) <= known
