"""The hours that a length of time may mean, what is no length, and which two may be one."""

from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.reading import Reading
from variorum.model.time import TimeExpression
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.lengths import Length, agree, length_of


def length(text: str, words: str, value: str, *, measuring: bool = False) -> Length | None:
    article = told.report("a", text)
    time = TimeExpression(told.cite(article, words), None, None, "DURATION", value)
    corpus = build_corpus([article], [Reading(article.id, (time,), (), (), (), (), (), ())], (), {})
    return length_of(corpus, article.id, time, measuring=measuring)


def hours(text: str, words: str, value: str) -> tuple[float, float]:
    found = length(text, words, value)
    assert found is not None
    return found.low, found.high


@pytest.mark.parametrize(
    ("words", "value", "expected", "unit"),
    [
        ("two hours", "PT2H", 2.0, 1.0),
        ("90 minutes", "PT90M", 1.5, 1 / 60),
        ("three months", "P3M", 2191.5, 730.5),
        ("five days", "P5D", 120.0, 24.0),
        ("a day and two hours", "P1DT2H", 26.0, 1.0),
        ("two and a half hours", "PT2.5H", 2.5, 0.5),
    ],
)
def test_months_and_minutes_are_told_apart_by_the_t(words: str, value: str, expected: float, unit: float) -> None:
    found = length(f"The talks lasted for {words}.", words, value)
    assert found is not None
    assert (found.low, found.high, found.unit, found.words) == (expected, expected, unit, words)


def test_nearly_stays_below_and_more_than_above() -> None:
    low, high = hours("The talks lasted nearly two hours.", "two hours", "PT2H")
    assert 1.5 < low < high < 2
    low, high = hours("The talks lasted more than two hours.", "two hours", "PT2H")
    assert 2 < low < high == 3
    low, high = hours("The talks lasted about two hours.", "two hours", "PT2H")
    assert low < 2 < high
    assert high - low == pytest.approx(0.4)


def test_the_bound_may_be_among_the_words_themselves() -> None:
    low, high = hours("The talks lasted some two hours.", "some two hours", "PT2H")
    assert low < 2 < high


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks ended two hours ago.", "two hours", "PT2H"),
        ("They ended two hours after that.", "two hours", "PT2H"),
        ("They resume in two hours.", "two hours", "PT2H"),
        ("They must end within two days.", "two days", "P2D"),
        ("They met the past two days.", "two days", "P2D"),
        ("It pays a day.", "a day", "P1D"),
        ("They met the two days.", "the two days", "P2D"),
        ("It was a three-hour meeting.", "three-hour", "PT3H"),
        ("It took some days.", "days", "PXD"),
        ("It took a while.", "a while", "PRESENT_REF"),
    ],
)
def test_what_is_no_length(text: str, words: str, value: str) -> None:
    assert length(text, words, value) is None


def test_a_single_unit_is_a_length_behind_for_or_with_a_half() -> None:
    assert hours("They talked for a day.", "a day", "P1D") == (24, 24)
    assert hours("They talked an hour and a half.", "an hour and a half", "PT1.5H") == (1.5, 1.5)


def test_the_measure_of_a_noun_is_one_where_it_is_asked_for() -> None:
    found = length("It was a three-hour meeting.", "three-hour", "PT3H", measuring=True)
    assert found is not None
    assert (found.low, found.of) == (3, "meet")
    found = length("They signed after three hours of talks.", "three hours", "PT3H", measuring=True)
    assert found is not None
    assert (found.low, found.of) == (3, "talk")
    assert length("They signed after three hours of talks.", "three hours", "PT3H") is None
    assert length("The two-year-old slept.", "two-year-old", "P2Y", measuring=True) is None
    deadline = length("They must end within two days.", "two days", "P2D", measuring=True)
    assert deadline is not None
    assert (deadline.low, deadline.of) == (48, None)


def test_so_long_after_something_is_no_length_and_so_long_within_which_is() -> None:
    assert length("He spoke in Rome a day after the vote.", "a day", "P1D", measuring=True) is None
    for within in ("within", "within about", "in the past", "within less than"):
        term = length(f"It is due {within} two days after the vote.", "two days", "P2D", measuring=True)
        assert term is not None


def made(low: float, high: float, unit: float) -> Length:
    return Length(low, high, unit, "")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (made(2, 2, 1), made(2, 2, 1 / 60), True),
        (made(2, 2, 1), made(2.2, 2.2, 1 / 60), True),  # two hours, rounded from two hours and twelve minutes
        (made(2, 2, 1), made(2.5, 2.5, 1 / 60), False),
        (made(2, 2, 1), made(3, 3, 1), False),
        (made(2, 2, 1), made(2.4, 2.4, 1), False),
        (made(2, 3, 1), made(3, 4, 1), True),
        (made(1176, 1176, 24), made(1176, 1176, 168), True),
        (made(1176, 1176, 24), made(1344, 1344, 168), False),
    ],
)
def test_a_length_in_the_greater_unit_is_rounded(one: Length, other: Length, expected: bool) -> None:
    assert agree(one, other) is agree(other, one) is expected


def test_nearly_two_and_more_than_two_are_two_lengths() -> None:
    text = "The talks lasted {} two hours."
    nearly, above, bare = (length(text.format(w), "two hours", "PT2H") for w in ("nearly", "more than", "exactly"))
    assert nearly and above and bare
    assert not agree(nearly, above)
    assert agree(bare, nearly)
    assert agree(bare, above)
