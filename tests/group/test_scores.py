from __future__ import annotations

import pytest
from eval.group.scores import b_cubed, pairs, pairwise
from eval.group.stream import Mix, make_stream

from variorum.group import find_lineage, group_stories

SMALL = Mix(stories=6, reports=2, copies=3, words=200, days=20)


def test_b_cubed_by_hand() -> None:
    """Bagga and Baldwin's measure on five items, worked out on paper."""
    gold = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}
    score = b_cubed(gold, found)
    assert score.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_pairwise_by_hand() -> None:
    score = pairwise({"a": 1, "b": 1, "c": 1, "d": 2}, {"a": "x", "b": "x", "c": "y", "d": "y"})
    assert (score.precision, score.recall) == (1 / 2, 1 / 3)
    assert score.f1 == pytest.approx(0.4)


def test_nothing_asked_is_nothing_missed() -> None:
    assert b_cubed({}, {}).f1 == pairwise({}, {}).f1 == pairs([], []).f1 == 1.0


def test_a_stream_is_the_same_for_the_same_seed() -> None:
    assert make_stream(SMALL, 3) == make_stream(SMALL, 3)
    assert make_stream(SMALL, 3) != make_stream(SMALL, 4)


def test_a_small_stream_is_linked_and_grouped_right() -> None:
    stream = make_stream(SMALL, 1)
    lineage = find_lineage(stream.articles)
    found = {frozenset((k.article, k.other)) for k in lineage if k.other and k.relation in ("copies", "edits")}
    copies = pairs(stream.copy_pairs(), found)
    assert stream.copy_pairs()
    assert min(copies.precision, copies.recall) >= 0.97
    group = {a.id: s.id for s in group_stories(stream.articles, lineage) for a in s.articles}
    assert b_cubed(stream.story, group).f1 >= 0.95
