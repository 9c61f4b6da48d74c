"""Heads in forms of their own: other languages, bars, two lines, a house's staff."""

from __future__ import annotations

import pytest

from variorum.ingest import from_text
from variorum.model.article import Article

BODY = """Two ferries met in the strait of Linda on Monday, and neither was damaged, the harbour master said.

Both sailed on after an hour, and an inquiry was opened."""
TITLE = "Two ferries meet in fog off Linda"


def article(head: str) -> Article:
    return from_text(f"{head}\n\n{BODY}\n")


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Por Ana Kovel\n8 de maio de 2026", "Ana Kovel"),
        ("Von Ana Kovel\n8. Mai 2026", "Ana Kovel"),
        ("Par Ana Kovel\n8 mai 2026", "Ana Kovel"),
    ],
)
def test_a_page_may_keep_its_own_languages_furniture(line: str, writer: str) -> None:
    read = article(f"{TITLE}\n\n{line}")
    assert (read.title, read.byline, read.published) == (TITLE, (writer,), "2026-05-08")


def test_a_headline_that_begins_with_a_foreign_by_is_none() -> None:
    assert article("Von Kovel Wins Vote\n\n8 May 2026").byline == ()


@pytest.mark.parametrize("line", ["AP | Accra | 11 March 2026", "The Associated Press | Accra | March 11, 2026"])
def test_agency_place_and_day_between_bars(line: str) -> None:
    read = article(f"Harrow Times\n\n{TITLE}\n\n{line}")
    assert (read.outlet, read.agencies, read.byline) == ("Harrow Times", ("AP",), ())
    assert read.dateline is not None
    assert (read.dateline.place, read.published) == ("Accra", "2026-03-11")


@pytest.mark.parametrize(
    ("masthead", "outlet"),
    [("Northing.", "Northing"), ("Copperfield\nEvening Mail", "Copperfield Evening Mail")],
)
def test_a_masthead_with_a_full_stop_or_over_two_lines(masthead: str, outlet: str) -> None:
    read = article(f"{masthead}\n\n{TITLE}\n\nBy Ana Kovel\n8 May 2026")
    assert (read.outlet, read.title, read.byline) == (outlet, TITLE, ("Ana Kovel",))


def test_a_houses_staff_names_the_house_and_no_writer() -> None:
    read = article(f"{TITLE}\n\nBeacon Harbour staff, Sofia\n8 May 2026")
    assert (read.outlet, read.byline) == ("Beacon Harbour", ())


def test_the_outlets_own_name_is_no_writer() -> None:
    read = article(f"Harrow Ledger\n\n{TITLE}\n\nBy Harrow Ledger\n8 May 2026")
    assert (read.outlet, read.byline) == ("Harrow Ledger", ())


def test_a_word_behind_a_writer_is_a_place_when_it_is_known_or_told_of() -> None:
    house = article(f"{TITLE}\n\nBy Ana Kovel, Statesperson\n8 May 2026")
    assert (house.outlet, house.dateline) == ("Statesperson", None)
    told = article(f"{TITLE}\n\nBy Ana Kovel, Linda\n8 May 2026")
    assert told.outlet is None
    assert told.dateline is not None
    assert told.dateline.place == "Linda"


def test_what_sells_a_headline_is_no_part_of_it() -> None:
    assert article(f"EXCLUSIVE: {TITLE}\n\n8 May 2026").title == TITLE
