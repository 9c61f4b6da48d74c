"""What a time may mean as an answer, and how two answers stand to each other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reconcile import told
from variorum.model.time import Interval
from variorum.reconcile.given_times import Given, clock_bounds, stands


def days(first: str, end: str | None = None, *, last: bool = False) -> Given:
    return Given(first, days=Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(end or first)), last=last)


def clock(low: int, high: int | None = None) -> Given:
    return Given("", (low, low if high is None else high), dayless=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came at 5:00", (292, 308)),
        ("It came shortly before 5:00", (280, 299)),
        ("It came just after 5:00", (301, 320)),
        ("It came at around 5:00", (275, 325)),
    ],
)
def test_the_words_before_an_hour_bound_it(text: str, expected: tuple[int, int]) -> None:
    assert clock_bounds(told.report("a", text), text.index("5:00"), 300) == expected


def test_midnight_stands_beside_the_hours_after_it() -> None:
    assert stands(clock(1430, 1439), clock(5, 20)) == "apart"
    assert stands(clock(1420, 1445), clock(0, 10)) == "near"


def test_a_last_day_and_what_comes_before_or_after_it() -> None:
    july = days("2026-07-01", "2026-07-31", last=True)
    assert stands(july, days("2026-06-12")) == "inside"
    assert stands(july, days("2026-08-01", "2026-08-31")) == "apart"
    assert stands(july, days("2026-07-20", "2026-07-31", last=True)) == "inside"


def test_a_year_for_a_goal_is_rounded() -> None:
    one, two = days("2030-01-01", "2030-12-31", last=True), days("2029-01-01", "2029-12-31", last=True)
    assert stands(one, two) == "inside"


def test_what_lies_years_apart_is_of_two_things() -> None:
    assert stands(days("2019-03-01", "2019-03-31"), days("2025-03-01", "2025-03-31")) == "unknown"


def test_lengths() -> None:
    assert stands(Given("five days", hours=(119.0, 121.0)), Given("six days", hours=(143.0, 145.0))) == "near"
    assert stands(Given("three hours", hours=(2.9, 3.1)), Given("90 minutes", hours=(1.4, 1.6))) == "apart"


def test_no_day_set_stands_beside_any() -> None:
    assert stands(Given("without giving a date", dateless=True), days("2026-07-01")) == "inside"
