"""Clock times with a conversion in brackets; the article is of Tuesday, 13 January 2026."""

import pytest

from tests.read.times.reading import read, values
from variorum.model.time import own_times


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It sank at 3:40 am (2240 GMT Monday).", ["2026-01-13T03:40", "2026-01-12T22:40Z"]),
        ("It sank at 11:15 p.m. local time (0415 GMT Sunday).", ["2026-01-10T23:15", "2026-01-11T04:15Z"]),
        ("It sank at 10 p.m. on Monday (0300 GMT).", ["2026-01-12T22:00", "2026-01-12", "2026-01-13T03:00Z"]),
        ("It sank at 10 p.m. on Monday (2100 GMT).", ["2026-01-12T22:00", "2026-01-12", "2026-01-12T21:00Z"]),
        ("It sank at 1 am (1830 GMT Sunday) and rose at 6.", ["2026-01-12T01:00", "2026-01-11T18:30Z"]),
    ],
)  # fmt: skip
def test_the_clock_and_its_conversion_are_one_moment(text: str, want: list[str]) -> None:
    assert [value for _, value in values(text)] == want


def test_the_conversion_is_no_time_of_its_own() -> None:
    text = "It sank at 3:40 am on Tuesday (2240 GMT on Monday), they said on Friday."
    assert [t.cite.exact for t in own_times(text, read(text))] == ["3:40 am", "Tuesday", "Friday"]


def test_brackets_that_convert_nothing_stay() -> None:
    text = "It sank on Tuesday (at 2240 GMT)."
    assert [t.cite.exact for t in own_times(text, read(text))] == ["Tuesday", "2240 GMT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose at 9:16 a.m. Japan time.", [("9:16 a.m. Japan time", "2026-01-13T09:16+09:00")]),
        ("It rose at 3:03 p.m. (Beijing Time).", [("3:03 p.m. (Beijing Time)", "2026-01-13T15:03+08:00")]),
        ("It rose at 10:31 Central Indonesian Time.", [("10:31 Central Indonesian Time", "2026-01-13T10:31+08:00")]),
        ("It rose at 5 p.m. Eastern European Time.", [("5 p.m. Eastern European Time", "2026-01-13T17:00+02:00")]),
        ("It rose at 4 p.m. Sri Lanka time.", [("4 p.m. Sri Lanka time", "2026-01-13T16:00+05:30")]),
        ("It rose at 7:30 p.m. Eastern.", [("7:30 p.m. Eastern", "2026-01-13T19:30-05:00")]),
    ],
)
def test_whose_time_it_is(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found
