from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.embedding import Topical
from variorum.reconcile.sameness import SAME, same_answers, same_fact, same_facts
from variorum.reconcile.worded import worded

FERRY = "Two ferries collided off the port of Sel on Monday, killing three passengers."


def test_the_same_words_in_another_order_are_nearer_than_other_words() -> None:
    again = same_fact(FERRY, "Three passengers were killed when ferries collided near the port of Sel.")
    other = same_fact(FERRY, "The minister promised that wages would rise in spring.")
    assert again >= SAME > other


def test_equal_texts_are_one_fact_and_order_does_not_matter() -> None:
    assert same_fact("Permanent", "permanent.") == 1.0
    assert same_fact(FERRY, "Ferries met off Sel.") == same_fact("Ferries met off Sel.", FERRY)


@pytest.mark.parametrize(
    "near, apart",
    [
        ("Twelve miners died in the Korb pit.", "Nine miners died in the Korb pit."),
        ("It was the second visit of the year.", "It was the third visit of the year."),
        ("Talks were held by Norwegian envoys.", "Talks were held by Chilean envoys."),
        ("The ministry confirmed the strike.", "The ministry never confirmed the strike."),
    ],
)
def test_a_type_parts_what_the_words_do_not(near: str, apart: str) -> None:
    assert same_fact(near, apart) < same_fact(near, near.replace(".", " ,"))
    assert same_fact(near, apart) < same_fact(near, near + " It is over.")


def test_a_rounded_figure_is_the_same_figure_and_a_year_is_no_count() -> None:
    exact, rounded, other = "Sales of 73,115,038 shares", "Sales of 73 million shares", "Sales of 54 million shares"
    assert same_fact(exact, rounded) > same_fact(exact, other)
    assert worded("In 2024, 45 of forty-five paid $3 billion").numbers == {("A.D.", 2024.0), ("", 45.0), ("USD", 3e9)}


@pytest.mark.parametrize(
    "one, other",
    [
        ("three weeks", "21 days"),
        ("in about 24 months", "two years"),
        ("another year", "12 months"),
        ("a day", "24 hours"),
    ],
)
def test_a_length_of_time_is_the_same_in_another_unit(one: str, other: str) -> None:
    assert worded(one).numbers == worded(other).numbers != frozenset()


def test_a_rate_is_no_length_of_time() -> None:
    assert worded("300 deaths a year").numbers == {("", 300.0)} == worded("One of 300 deaths").numbers


def test_a_country_is_known_by_its_people_capital_and_seat_of_government() -> None:
    assert worded("The Kremlin").lands == worded("Russian envoys").lands == worded("Moscow").lands == {"RU"}


def test_an_embedder_joins_what_shares_no_word() -> None:
    embedder = Topical({"died", "deaths"}, {"bread"})
    pairs = [("Miners died", "Deaths underground"), ("Miners died", "Bread prices")]
    one, other = same_facts(pairs, embedder=embedder)
    assert one >= SAME > other
    assert sorted(embedder.seen) == sorted({t for p in pairs for t in p})


def test_answers_with_other_figures_are_other_answers() -> None:
    answers = ["three years", "two years", "at least three more years", "for good"]
    score = dict(zip(combinations(answers, 2), same_answers(answers, "How long will it stay?"), strict=True))
    assert score["three years", "at least three more years"] >= SAME
    assert max(score["three years", "two years"], score["two years", "for good"]) < SAME


def test_where_a_name_is_asked_for_the_country_decides() -> None:
    answers = ["Norway", "the Norwegian government", "Chile's parliament", "the Oslo cabinet"]
    score = dict(zip(combinations(answers, 2), same_answers(answers, "Who would object?"), strict=True))
    assert score["Norway", "the Norwegian government"] >= SAME
    assert score["the Norwegian government", "the Oslo cabinet"] >= SAME
    assert score["Norway", "Chile's parliament"] < SAME


def test_answers_are_held_against_their_question_with_vectors_too() -> None:
    embedder = Topical({"smuggling", "drugs"}, {"votes", "election"})
    answers = ["smuggling", "drugs", "votes", "the election", "drugs"]
    score = same_answers(answers, "Why was it ordered?", embedder=embedder)
    said = {p for p, s in zip(combinations(range(5), 2), score, strict=True) if s >= SAME}
    assert said == {(0, 1), (0, 4), (1, 4), (2, 3)}


def test_an_embedder_reads_answers_alone_and_behind_their_question() -> None:
    embedder = Topical({"smuggling"}, {"votes"})
    same_answers(["smuggling", "votes"], "Why?", embedder=embedder)
    assert set(embedder.seen) == {"smuggling", "votes", "Why?", "Why? smuggling", "Why? votes"}


def test_answers_are_known_by_the_company_they_keep() -> None:
    answers = ["low wages", "wages and rosters", "rosters for nurses", "rain", "wolves", "cinemas"]
    score = dict(zip(combinations(answers, 2), same_answers(answers, "Why?"), strict=True))
    assert score["low wages", "rosters for nurses"] > score["low wages", "cinemas"]


def test_no_answers_and_one_answer_have_no_pairs() -> None:
    assert same_answers([], "Why?") == same_answers(["Because."], "Why?") == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_get_a_likelihood(a: str, b: str) -> None:
    assert 0 <= same_fact(a, b) <= 1
    assert same_fact(a, b) == same_fact(b, a)
    assert all(0 <= s <= 1 for s in same_answers([a, b, a], "Who?"))
