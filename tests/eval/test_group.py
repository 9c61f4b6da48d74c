from __future__ import annotations

import pytest
from eval.floors import floors
from eval.group.agencies import measure, snippets
from eval.group.lookalikes import ours, sets, told
from eval.group.scores import b_cubed, pairwise


@pytest.mark.parametrize("name", ["checked on", "checked on, without dates", "examples"])
def test_stories_that_look_alike_come_apart(name: str) -> None:
    articles, story = sets()[name]
    group = ours(articles)
    least = floors("group", name)
    assert least
    assert b_cubed(story, group).f1 >= least["b_cubed"]
    assert pairwise(story, group).f1 >= least["pairs"]


def test_the_halves_have_no_story_in_common_and_each_story_several_reports() -> None:
    stories = [told(name)[1].values() for name in ("tune", "check")]
    assert not set(stories[0]) & set(stories[1])
    assert all(list(half).count(s) > 1 for half in stories for s in half)


def test_agencies_are_told_from_what_looks_like_a_credit() -> None:
    score, misses = measure()
    least = floors("group", "agencies")
    assert score.precision >= least["precision"], misses
    assert score.recall >= least["recall"], misses


def test_a_third_of_the_ways_to_credit_are_none() -> None:
    wanted = [agencies for agencies, _ in snippets()]
    assert len(wanted) > 80
    assert sum(not agencies for agencies in wanted) >= len(wanted) / 4
