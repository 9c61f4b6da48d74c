from __future__ import annotations

import pytest

from tests.present.made_record import when
from variorum.present.views.dates import day_words, when_words


@pytest.mark.parametrize(
    ("start", "end", "grain", "words"),
    [
        ("2026-03-10", "2026-03-10", "day", "Tue 10 Mar 2026"),
        ("2026-03-10", "2026-03-10", "part_of_day", "Tue 10 Mar 2026"),
        ("2026-02-21", "2026-02-28", "day", "21–28 Feb 2026"),
        ("2026-02-01", "2026-02-28", "month", "Feb 2026"),
        ("2026-01-01", "2026-03-31", "quarter", "Jan – Mar 2026"),
        ("2025-12-01", "2026-02-28", "season", "Dec 2025 – Feb 2026"),
        ("1911-01-01", "1911-12-31", "year", "1911"),
        ("1888-01-01", "1921-12-31", "year", "1888–1921"),
        ("2026-02-25", "2026-03-04", "week", "25 Feb – 4 Mar 2026"),
        ("2025-12-28", "2026-01-03", "week", "28 Dec 2025 – 3 Jan 2026"),
    ],
)
def test_an_interval_reads_as_in_a_chronology(start: str, end: str, grain: str, words: str) -> None:
    assert when_words(when(start, end, grain)) == words


def test_a_year_that_goes_without_saying_is_left_out() -> None:
    assert when_words(when("2026-03-10"), year=2026) == "Tue 10 Mar"
    assert when_words(when("2026-02-25", "2026-03-04", "week"), year=2026) == "25 Feb – 4 Mar"
    assert when_words(when("2025-03-10"), year=2026) == "Mon 10 Mar 2025"


def test_no_date_is_said_so() -> None:
    assert when_words(None) == "no date"


def test_a_stamp_gives_its_day() -> None:
    assert day_words("2026-03-04T16:40") == "Wed 4 Mar 2026"
