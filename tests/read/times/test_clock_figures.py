"""Clock times in figures as agencies write them, and the lengths, prices and rates that look like them."""

from __future__ import annotations

import pytest

from tests.read.times.reading import values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It left at 06.12 hrs.", [("06.12 hrs", "2026-01-13T06:12")]),
        ("It left at 06:12 hrs.", [("06:12 hrs", "2026-01-13T06:12")]),
        ("It left at 0612 hrs.", [("0612 hrs", "2026-01-13T06:12")]),
        ("It left at about 0612 hrs.", [("about 0612 hrs", "2026-01-13T06:12")]),
        ("It left at 2340 hours.", [("2340 hours", "2026-01-13T23:40")]),
        ("It broke down at 13.05 GMT.", [("13.05 GMT", "2026-01-13T13:05Z")]),
        ("It broke down at 1305 GMT.", [("1305 GMT", "2026-01-13T13:05Z")]),
        ("It broke down at 9.30am.", [("9.30am", "2026-01-13T09:30")]),
        ("It broke at 13.05 on Monday.", [("13.05", "2026-01-12T13:05"), ("Monday", "2026-01-12")]),
        ("They met till 10.15 hrs.", [("10.15 hrs", "2026-01-13T10:15")]),
    ],
)
def test_figures_of_the_clock(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He had worked for 12.30 hours.", [("12.30 hours", "PT12.3H")]),
        ("It took about 2.30 hrs.", [("about 2.30 hrs", "PT2.3H")]),
        ("The pilot had flown 1500 hours.", [("1500 hours", "PT1500H")]),
        ("They looked at 2000 hours of film.", [("2000 hours", "PT2000H")]),
        ("Shares closed at 13.05 on Monday.", [("Monday", "2026-01-12")]),
        ("The rate stood at 5.25 on Monday.", [("Monday", "2026-01-12")]),
    ],
)
def test_lengths_prices_and_rates(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It left at half past four in the afternoon.", [("half past four in the afternoon", "2026-01-13T16:30")]),
        ("It left at a quarter to six p.m.", [("a quarter to six p.m.", "2026-01-13T17:45")]),
        ("It left about half past 10 at night.", [("about half past 10 at night", "2026-01-13T22:30")]),
        ("It left at ten to one on Monday.", [("ten to one", "2026-01-12T12:50"), ("Monday", "2026-01-12")]),
        ("It left at 8.30 on Monday evening.", [("8.30", "2026-01-12T20:30"), ("Monday evening", "2026-01-12TEV")]),
        ("It broke around 04:10 local time.", [("around 04:10 local time", "2026-01-13T04:10")]),
        ("The odds were ten to one.", []),
        ("It won by half past all hope.", []),
    ],
)
def test_hours_told_in_parts_and_halves_of_the_day(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found
