import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.times.reading import only, read, values
from variorum.lang import table
from variorum.read.times.period import Period

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]

STYLES: dict[str, Callable[[dt.date], str]] = {
    "iso": lambda d: d.isoformat(),
    "us": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "us_two_digits": lambda d: f"{MONTHS[d.month - 1]} {d.day:02}, {d.year}",
    "us_short": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "uk": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "uk_of": lambda d: f"the {d.day}{ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "us_weekday": lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "us_ordinal": lambda d: f"{MONTHS[d.month - 1]} {d.day}{ordinal(d.day)}, {d.year}",
    "dotted": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "slashed": lambda d: f"{d.month}/{d.day}/{d.year}",
}


def ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@pytest.mark.parametrize("style", STYLES)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_written_out_means_itself(style: str, day: dt.date) -> None:
    written = STYLES[style](day)
    found = only(f"It was signed on {written} in the capital", day=None)
    assert (found.cite.exact, found.type, found.value) == (written, "DATE", day.isoformat())
    assert found.when is not None
    assert (found.when.interval.start, found.when.interval.end, found.when.grain) == (day, day, "day")
    assert (found.when.edtf, found.basis) == (day.isoformat(), "stated")


@given(year=st.integers(1500, 2099), month=st.integers(1, 12))
def test_every_month_of_a_year_means_itself(year: int, month: int) -> None:
    found = only(f"He left in {MONTHS[month - 1]} {year}.", day=None)
    assert found.value == found.when.edtf == f"{year}-{month:02}"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("It was built in 1942.", "1942", "1942", "1942"),
        ("It opened in the 1990s.", "the 1990s", "199", "199X"),
        ("It opened in the '80s.", "the '80s", "198", "198X"),
        ("It opened in the eighties.", "the eighties", "198", "198X"),
        ("A war of the 19th century.", "the 19th century", "18", "18XX"),
        ("Profit rose in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3", "2009-07/2009-09"),
        ("Profit rose in the final quarter of 2009.", "the final quarter of 2009", "2009-Q4", "2009-10/2009-12"),
        ("It fell in the final week of May 2008.", "the final week of May 2008", "2008-W22", "2008-05-26/2008-06-01"),
        ("Profit rose in Q3 2009.", "Q3 2009", "2009-Q3", "2009-07/2009-09"),
        ("They met in the summer of 1989.", "the summer of 1989", "1989-SU", "1989-22"),
        ("It fell in the first week of May 2008.", "the first week of May 2008", "2008-W18", "2008-04-28/2008-05-04"),
        ("It fell in early 2003.", "early 2003", "2003", "2003-01-01/2003-04-30"),
        ("It fell in mid-October 2007.", "mid-October 2007", "2007-10", "2007-10-11/2007-10-20"),
        ("It was built around 1910.", "around 1910", "1910", "1910~"),
        ("It was built circa 1910.", "circa 1910", "1910", "1910~"),
        ("It ended at the end of 1996.", "the end of 1996", "1996", "1996-09-01/1996-12-31"),
        ("He came on June 9/2026.", "June 9/2026", "2026-06-09", "2026-06-09"),
        ("It stays until at least 2029.", "2029", "2029", "2029"),
        ("He came on 11/02/89.", "11/02/89", "1989-11-02", "1989-11-02"),
        ("He came on Christmas Day 2004.", "Christmas Day 2004", "2004-12-25", "2004-12-25"),
    ],
)
def test_stated_times(text: str, words: str, value: str, edtf: str) -> None:
    found = only(text, day=None)
    assert (found.cite.exact, found.value) == (words, value)
    assert found.when is not None and (found.when.edtf, found.basis) == (edtf, "stated")


def test_a_fiscal_year_has_no_days_of_its_own() -> None:
    found = only("Sales rose in fiscal 2008.")
    assert (found.cite.exact, found.value, found.when, found.basis) == ("fiscal 2008", "FY2008", None, None)


def test_a_date_that_no_calendar_has_is_left() -> None:
    assert ("2009-02-30", "2009-02-30") not in values("It was 2009-02-30 by that clock.")
    assert [t.value for t in read("Form 31/31/2009 was used")] == []


@pytest.mark.parametrize("day", ["2026-01-13", "0001-01-01", "9999-12-31", None])
@pytest.mark.parametrize("figure", ["9" * 30, "9" * 400, "9" * 5000, "9" * 400 + ".5", "0000", "1" + ",0" * 400])
def test_figures_that_no_calendar_has_are_left(figure: str, day: str | None) -> None:
    text = f"It began {figure} years ago, on May {figure} or the {figure}th of May, in the {figure}th century or"
    text += f" {figure} weeks later, at 10:{figure} in {figure}, in the first quarter of {figure}, every {figure} days."
    assert all(t.cite.holds(text) and len(t.value) < 60 for t in read(text, day))


def test_the_days_of_an_early_quarter_have_four_figures_of_year() -> None:
    assert Period(dt.date(999, 1, 1), "quarter").edtf == "0999-01/0999-03"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began at 10:30 a.m. EST on Oct. 17, 1989.", "10:30 a.m. EST", "1989-10-17T10:30-05:00"),
        ("It began at 6 p.m. on 3 March 2010.", "6 p.m.", "2010-03-03T18:00"),
        ("It began at 12 a.m. on 3 March 2010.", "12 a.m.", "2010-03-03T00:00"),
        ("It began at 0800 GMT on 3 March 2010.", "0800 GMT", "2010-03-03T08:00Z"),
        ("It began at 5:15 p.m. (GMT +8) on 3 March 2010.", "5:15 p.m. (GMT +8)", "2010-03-03T17:15+08:00"),
        ("It began at five o'clock on 3 March 2010.", "five o'clock", "2010-03-03T05:00"),
        ("It began at 3 o'clock in the afternoon on 3 March 2010.", "3 o'clock in the afternoon", "2010-03-03T15:00"),
        ("It began at noon on 3 March 2010.", "noon", "2010-03-03T12:00"),
        ("On the morning of 3 March 2010 it began.", "the morning of 3 March 2010", "2010-03-03TMO"),
    ],
)
def test_times_of_day(text: str, words: str, value: str) -> None:
    first = read(text, day=None)[0]
    assert (first.cite.exact, first.type, first.value) == (words, "TIME", value)
    assert first.when is not None and first.when.interval.start == first.when.interval.end


@pytest.mark.parametrize("phrase", [*table("en", "times")["feasts"], *table("en", "times")["named_days"]])
def test_every_feast_and_named_day_of_the_table_is_found(phrase: str) -> None:
    found = only(f"It was {phrase.title()} again")
    assert (found.cite.exact.lower(), found.type) == (phrase, "DATE")
    assert found.when is not None and found.when.grain == "day"


def test_named_days_are_stated() -> None:
    assert values("Since 9/11 and Black Monday, D-Day is far.", day=None) == [
        ("9/11", "2001-09-11"), ("Black Monday", "1987-10-19"), ("D-Day", "1944-06-06"),
    ]  # fmt: skip
