from __future__ import annotations

import datetime as dt

import pytest
from eval.story.match import Page, days, meet, near, outlet_core, same_speaker
from hypothesis import given
from hypothesis import strategies as st


def test_words_are_found_across_line_breaks_and_marks() -> None:
    text = "On  Tuesday,\n the leader’s\u00a0guest left."
    assert [text[a:b] for a, b in Page.of(text).find("tuesday, the leader's guest")] == [
        "Tuesday,\n the leader’s\u00a0guest"
    ]


def test_the_words_before_tell_which_occurrence_is_meant() -> None:
    text = "left on Friday, said on Friday"
    assert Page.of(text).find("Friday", "said on ") == [(24, 30)]
    assert len(Page.of(text).find("Friday")) == 2
    assert Page.of(text).find("") == []


@given(st.text(alphabet="ab \n\t“’É\u00a0", max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_whatever_stands_in_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    words = text[start : start + length].strip()
    if words:
        found = Page.of(text).find(words)
        at = text.index(words)
        assert (at, at + len(words)) in found


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2026-02-03T10:00", "2026-02-03", "2026-02-03"),
        ("2026-W25", "2026-06-15", "2026-06-21"),
        ("1910/1945", "1910-01-01", "1945-12-31"),
    ],
)
def test_values_of_days(value: str, first: str, last: str) -> None:
    assert days(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_what_is_no_value_of_days_is_none() -> None:
    assert days(None) is None
    assert days("soon") is None
    assert days("2026/soon") is None


@pytest.mark.parametrize(
    ("one", "two", "result"),
    [
        ("2026-05", "2026-05", True),
        ("2026-05-21/2026-05-31", "2026-05-16/2026-05-31", True),
        ("2026-05", "2026-05-31", False),
        ("2026-05-01", "2026-05-02", False),
        ("2026-05-01/2026-05-10", "2026-05-02/2026-05-11", False),
    ],
)
def test_near_days(one: str, two: str, result: bool) -> None:
    assert near(days(one), days(two)) is result
    assert near(days(two), days(one)) is result
    assert not near(days(one), None)


def test_days_that_meet() -> None:
    assert meet(days("2026-05"), days("2026-05-31"))
    assert not meet(days("2026-05"), days("2026-06-01"))
    assert not meet(None, days("2026"))


def test_speakers_names_may_hold_one_another_if_they_are_of_several_words() -> None:
    assert same_speaker("lee's office", "south korea's lee's office")
    assert not same_speaker("lee", "lee's office")
    assert not same_speaker("lee", "")


@pytest.mark.parametrize("name", ["The Brel Post", "www.brelpost.com", "https://brelpost.co.uk/world", "Brel Post"])
def test_an_outlets_core(name: str) -> None:
    assert outlet_core(name) == "brelpost"
