from __future__ import annotations

import itertools

from tests import factory
from tests.group.reports import AGENCY, OTHER, QUAKE_A, QUAKE_A2, QUAKE_B, report
from variorum.group import find_lineage, group_stories
from variorum.group.features import days_apart, findings, named_days, profile_of, same_dates
from variorum.group.terms import usage_of, weigh
from variorum.model.article import Article
from variorum.model.ids import make_id


def stories(*articles: Article) -> list[set[str | None]]:
    return [{a.path for a in s.articles} for s in group_stories(articles, find_lineage(articles))]


def summit(name: str, place: str, month: str, day: str, published: str) -> Article:
    text = (
        f"President Orla Finch of Merrow and Chancellor Udo Brandt of Steinland met in {place} on {month} {day} "
        f"for talks on fishing rights and the gas line under the Grey Sea. Finch arrived in {place} by train and was "
        f"received by Brandt with full honours. The two leaders signed a declaration and dined with their delegations."
    )
    return report(text, name, title=f"Finch and Brandt meet in {place}", published=published)


def test_two_tellings_of_one_event_are_one_story_and_another_event_is_apart() -> None:
    assert stories(report(AGENCY, "north"), report(QUAKE_A, "east"), report(OTHER, "south")) == [
        {"north.txt", "south.txt"},
        {"east.txt"},
    ]


def test_two_earthquakes_stay_apart() -> None:
    found = stories(
        report(QUAKE_A, "one", title="Quake kills nine in Velmora"),
        report(QUAKE_A2, "two", title="Survivors pulled from rubble in Velmora hills"),
        report(QUAKE_B, "three", title="Quake kills four near Dunhaven", published="2026-01-15"),
    )
    assert found == [{"one.txt", "two.txt"}, {"three.txt"}]


def test_two_summits_of_one_pair_stay_apart_by_time() -> None:
    found = stories(
        summit("a", "Olm", "January", "13", "2026-01-13"),
        summit("b", "Olm", "January", "13", "2026-01-14"),
        summit("c", "Praag", "March", "20", "2026-03-20"),
    )
    assert found == [{"a.txt", "b.txt"}, {"c.txt"}]


def test_copies_do_not_pull_a_story_out_of_shape() -> None:
    """The place of the one other telling does not hang on how often the agency's text was printed."""
    copies = [report(AGENCY, f"copy{n}") for n in range(12)]
    found = stories(report(OTHER, "south"), report(QUAKE_A, "east"), *copies)
    assert found == [{"south.txt", *(c.path for c in copies)}, {"east.txt"}]


def test_a_story_has_its_id_order_lineage_and_a_headline_that_one_report_printed() -> None:
    articles = [
        report(OTHER, "south", title="Tarnwick has its bridge back", published="2026-01-14"),
        report(AGENCY, "north", title="Mayor opens harbour bridge in Tarnwick", published="2026-01-13"),
        report(AGENCY, "west", title="Also today", published="2026-01-13"),
    ]
    [story] = group_stories(articles, find_lineage(articles))
    assert story.id == make_id("story", sorted(a.id for a in articles))
    assert [a.published for a in story.articles] == ["2026-01-13", "2026-01-13", "2026-01-14"]
    assert story.title in ("Tarnwick has its bridge back", "Mayor opens harbour bridge in Tarnwick")
    assert [k.relation for k in story.lineage] == ["copies"]


def test_without_headlines_the_title_is_the_first_reports_own_words() -> None:
    [story] = group_stories([report(AGENCY, "north")], ())
    assert AGENCY.startswith(story.title)


def test_an_undated_report_finds_its_story() -> None:
    assert stories(report(AGENCY, "north"), report(OTHER, "south", published=None)) == [{"north.txt", "south.txt"}]


def test_odd_input_is_no_obstacle() -> None:
    assert group_stories([], ()) == ()
    empty = factory.article("", path="empty.txt", published=None)
    nameless = factory.article("it rained all day and then it rained again", path="rain.txt")
    assert sorted(map(len, stories(empty, nameless, nameless))) == [1, 1]
    [story] = group_stories([empty], ())
    assert story.title == "empty.txt"


def test_the_order_of_the_articles_has_no_influence() -> None:
    articles = [
        report(AGENCY, "n"),
        report(OTHER, "s"),
        report(QUAKE_A, "e"),
        report(QUAKE_A2, "w"),
        report(QUAKE_B, "x"),
    ]
    once = group_stories(articles, find_lineage(articles))
    for order in itertools.islice(itertools.permutations(articles), 0, None, 7):
        assert group_stories(order, find_lineage(order)) == once


def test_features_say_why() -> None:
    one, two = report(QUAKE_A, "one"), report(QUAKE_A2, "two")
    usages = [usage_of(one), usage_of(two)]
    weights = weigh(usages)
    profiles = [profile_of(a, u, weights, [a.day] if a.day else []) for a, u in zip((one, two), usages, strict=True)]
    reasons = {f.feature: f.reason for f in findings(*profiles)}
    assert "“karsa”" in reasons["names"]
    assert reasons["days"] == "published 0 days apart"
    assert days_apart(*profiles).score == same_dates(*profiles).score == 1.0


def test_dates_in_the_opening_count_when_they_may_be_the_events() -> None:
    article = factory.article("The talks of Jan. 12 follow those of 3 March 1999. On January 14th they end.")
    assert named_days(article) == {(1, 12), (1, 14)}
    assert named_days(factory.article("May 99 fish swim in March?")) == frozenset()
