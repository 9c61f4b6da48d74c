from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.dates import dates_in, moments_in, nearest_year


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13.01.2026", "2026-01-13"),
        ("09 Jan 2026, 16:59", "2026-01-09T16:59"),
        ("January 13, 2026, 07:35", "2026-01-13T07:35"),
        ("Jan. 13, 2026 - 17:30:12", "2026-01-13T17:30"),
        ("Tue 13 Jan 2026 08.10 GMT", "2026-01-13T08:10+00:00"),
        ("3:45 PM EST, Tue January 13, 2026", "2026-01-13T15:45-05:00"),
        ("12:05 a.m. KST Jan 13 2026", "2026-01-13T00:05+09:00"),
        ("Tue, January 13, 2026 at 4:45 PM GMT+1", "2026-01-13T16:45+01:00"),
        ("2026-01-13T07:35:00+05:30", "2026-01-13T07:35+05:30"),
        ("2026/01/13 07:35", "2026-01-13T07:35"),
        ("2026.01.13", "2026-01-13"),
        ("Tuesday, January 13, 2026 12:05 AM", "2026-01-13T00:05"),
        ("13 stycznia 2026", "2026-01-13"),
        ("13 Ocak 2026", "2026-01-13"),
        ("13 mars 2026 à 18h05", "2026-03-13T18:05"),
        ("2026年1月13日 8時12分", "2026-01-13T08:12"),
        ("January 13 Juche 115(2026)", "2026-01-13"),
        ("13 January, Juche 115", "2026-01-13"),
        ("January 13, Reiwa 8", "2026-01-13"),
        ("13th January, 2026", "2026-01-13"),
        ("13-Jan-2026", "2026-01-13"),
        ("1/13/2026", "2026-01-13"),
        ("1/9/2026 4:45 PM ET", "2026-01-09T16:45"),
        ("9/1/2026", "2026-01-09"),
        ("January 13, 2026 10:15 IST", "2026-01-13T10:15"),
        ("0735 GMT, 13 January 2026", "2026-01-13T07:35+00:00"),
    ],
)
def test_newsroom_stamps(text: str, iso: str) -> None:
    [moment] = moments_in(text)
    assert moment.iso == iso


@pytest.mark.parametrize(
    "text", ["February 30, 2026", "32.13.2026", "may 2026", "version 1.2.3", "1910-45", "phone 030-123-4567"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert [m.iso for m in moments_in(text) if m.iso] == []


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%Y-%m-%d", "%b. %d, %Y", "%d %b %Y"]),
)
def test_every_day_reads_back(day: dt.date, form: str) -> None:
    [found] = dates_in(day.strftime(form))
    assert found.date == day


def test_a_day_without_a_year_goes_to_the_nearest() -> None:
    assert nearest_year(12, 31, dt.date(2026, 1, 1)) == dt.date(2025, 12, 31)
    assert nearest_year(1, 2, dt.date(2025, 12, 31)) == dt.date(2026, 1, 2)
    assert nearest_year(2, 29, dt.date(2026, 3, 1)) is None
