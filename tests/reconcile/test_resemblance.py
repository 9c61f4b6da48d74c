from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reconcile import resemblance as r
from variorum.reconcile.worded import worded


@pytest.mark.parametrize(
    "one, two",
    [
        ("The envoy resigned.", "The envoy's resignation"),
        ("Police arrested a smuggler.", "A smuggler was detained by officers."),
        ("Wages grew.", "Growth of pay"),
    ],
)
def test_derived_words_and_synonyms_are_shared(one: str, two: str) -> None:
    assert r.words_shared(one, two) > r.words_shared(one, "The orchard bloomed early.") == 0


def test_a_word_itself_counts_for_more_than_one_of_its_meaning() -> None:
    assert r.nearness("They smuggled cattle", "smuggled cattle") > r.nearness(
        "They smuggled cattle", "trafficked cattle"
    )


def test_a_fragment_says_too_little_to_be_contained() -> None:
    long = "The harbour master closed the eastern quay after a crane toppled"
    assert r.words_contained("a crane toppled", long) > r.words_contained("a crane", long) > 0


def test_names_are_shared_in_spite_of_a_slip() -> None:
    assert r.names_contained("Velka Dzhurova", "with Velka Dzhurowa") == r.names_contained(
        "Velka Dzhurowa", "Velka Dzhurowa"
    )
    assert r.names_apart("Velka Dzhurova spoke", "when Imre Kass spoke") == 1
    assert r.names_apart("Velka Dzhurova spoke", "somebody spoke") == 0


def test_figures_clash_only_where_they_count_one_thing() -> None:
    nine, twelve = "Nine miners died", "Twelve miners died"
    assert r.numbers_clash(nine, twelve) == 1
    assert r.numbers_agree(nine, "9 miners are dead") == 1
    assert r.numbers_clash(nine, "It took twelve hours") == r.numbers_clash(nine, "About 9 miners died") == 0
    assert r.numbers_alone(nine, "Miners died") == 1
    assert r.numbers_clash("It cost $3 million", "The price was $5m") == 1


def test_a_clash_counts_less_where_there_is_more_to_say() -> None:
    long = "Nine miners died in the Korb pit, where water had broken through a wall that inspectors had twice condemned"
    assert 0 < r.numbers_clash(long, "Twelve miners died in the Korb pit") < 1


def test_days_months_and_years_clash_or_agree() -> None:
    assert r.days_clash("She left on Monday", "She left on Friday") == 1
    assert r.days_clash("She left on 3 March", "She left on March 3") == 0
    assert r.days_agree("She left on 3 March", "She left on March 3") == 1
    assert r.days_clash("She may leave", "She left in May 2024") == 0
    assert worded("on May 7, 2024").days == {("month", 5), ("day", 7), ("year", 2024)}


@pytest.mark.parametrize(
    "one, two, clash",
    [
        ("Prices rose", "Prices fell", True),
        ("They freed him", "They did not free him", True),
        ("The union accepted", "The union refused", True),
        ("They did not approve it", "They rejected it", False),
        ("Prices rose", "Prices went up", False),
    ],
)
def test_denials_and_opposites_clash_and_two_of_them_do_not(one: str, two: str, clash: bool) -> None:
    assert bool(r.denials_clash(one, two)) == bool(r.denials_clash(two, one)) == clash


def test_countries_and_places_in_a_count_clash() -> None:
    assert r.lands_clash("Envoys of Norway met", "Chilean envoys met") == 1
    assert r.lands_clash("Envoys of Norway met", "Norwegian envoys met") == 0
    assert r.counts_clash("the second visit", "the third visit") == 1


@given(st.text(max_size=50), st.text(max_size=50))
def test_every_feature_is_symmetric_and_from_0_to_1(a: str, b: str) -> None:
    for feature in (*r.FEATURES, r.nearness):
        assert 0 <= feature(a, b) <= 1 + 1e-9
        assert feature(a, b) == pytest.approx(feature(b, a))
