from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

from eval.group.lookalikes import told
from eval.group.scores import b_cubed
from eval.group.stream import Mix, make_stream

from tests import factory
from tests.group.reports import AGENCY, OTHER, QUAKE_A, QUAKE_A2, QUAKE_B, report
from variorum.group import find_lineage, group_stories
from variorum.group.live import LiveStories

REPORTS = [
    report(AGENCY, "north"),
    report(OTHER, "south"),
    report(AGENCY, "west", published="2026-01-14"),
    report(QUAKE_A, "one", title="Quake kills nine in Velmora"),
    report(QUAKE_A2, "two", title="Survivors pulled from rubble in Velmora hills"),
    report(QUAKE_B, "three", title="Quake kills four near Dunhaven", published="2026-01-15"),
]


def found(live: LiveStories) -> set[frozenset[str]]:
    return {frozenset(a.id for a in story) for story in live.stories()}


def test_reports_open_and_join_stories_and_say_why() -> None:
    live = LiveStories()
    opened, joined, copied, quake, *_ = (live.add(article) for article in REPORTS)
    assert (opened.opened, joined.opened, copied.opened, quake.opened) == (True, False, False, True)
    assert opened.story == joined.story == copied.story != quake.story
    assert opened.because.other is None
    assert joined.because.other == REPORTS[0].id
    assert "“tarnwick”" in {f.feature: f.reason for f in joined.because.findings}["names"]
    assert [f.reason for f in copied.because.findings] == ["both have one text"]


def test_any_order_of_arrival_ends_in_the_same_stories_here() -> None:
    wanted = {frozenset(a.id for a in s.articles) for s in group_stories(REPORTS, find_lineage(REPORTS))}
    for order in itertools.islice(itertools.permutations(REPORTS), 0, None, 37):
        live = LiveStories()
        for article in order:
            live.add(article)
        assert found(live) == wanted


def test_a_report_may_bring_stories_together_with_a_reason() -> None:
    articles, _ = told("check")
    live = LiveStories()
    numbers: set[int] = set()
    merges = 0
    for article in Random(0).sample(articles, len(articles)):
        last = live.add(article)
        if last.merged:
            merges += 1
            assert set(last.merged) <= numbers
            assert last.because.findings
        numbers = numbers - set(last.merged) | {last.story}
    assert merges


class Unscanned(dict[int, list[int]]):
    """A mapping that lets nobody go through all of it."""

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("went through all the stories")

    keys = items = values = __iter__  # type: ignore[assignment]


def test_one_more_report_goes_through_no_list_of_all_stories() -> None:
    articles, _ = told("check")
    live = LiveStories()
    live._members = Unscanned()
    merged = [live.add(article).merged for article in articles]
    assert any(merged)


def test_a_streams_stories_are_nearly_those_of_all_at_once() -> None:
    stream = make_stream(Mix(stories=30, words=200), 3)
    whole = group_stories(stream.articles, find_lineage(stream.articles))
    gold = {a.id: s.id for s in whole for a in s.articles}
    live = LiveStories()
    for article in Random(2).sample(stream.articles, len(stream.articles)):
        live.add(article)
    assert b_cubed(gold, {a.id: n for n, s in enumerate(live.stories()) for a in s}).f1 >= 0.95


def test_odd_input_is_no_obstacle() -> None:
    live = LiveStories()
    for article in (
        factory.article("", path="empty.txt", published=None),
        factory.article("it rained", path="rain.txt"),
    ):
        assert live.add(article).opened
    assert len(live.stories()) == 2
