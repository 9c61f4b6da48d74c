"""Clock times in figures as agencies write them, and the lengths, prices and rates that look like them."""

from __future__ import annotations

import pytest

from tests import factory
from tests.read.times.reading import values
from variorum.read.times import find_times


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As of 20:00, it lay still.", [("20:00", "2026-01-13T20:00")]),
        ("It happened at 10.12.", [("10.12", "2026-01-13T10:12")]),
        (
            "She puts the call for help at 20.52, he at 18.50.",
            [("20.52", "2026-01-13T20:52"), ("18.50", "2026-01-13T18:50")],
        ),
        ("It is open from 10.15 to 18.40.", [("10.15", "2026-01-13T10:15"), ("18.40", "2026-01-13T18:40")]),
        (
            "It broke at 0817 local, at 0600, at 17h30.",
            [("0817 local", "2026-01-13T08:17"), ("0600", "2026-01-13T06:00"), ("17h30", "2026-01-13T17:30")],
        ),
        ("The rate stood at 10.12.", []),
        ("Inflation was at 10.12 and crude opened at 12.10.", []),
        ("It was raised by five to ten on Monday.", [("Monday", "2026-01-12")]),
        ("They voted five to nine on Monday.", [("Monday", "2026-01-12")]),
        ("It sold at 12.40, at $12.40 and at 12.40%.", []),
        ("The index rose from 10.15 to 11.40.", []),
        ("It ended at half past midnight.", [("half past midnight", "2026-01-13T00:30")]),
        ("It fell between 6:38 and 6:52 a.m.", [("6:38", "2026-01-13T06:38"), ("6:52 a.m.", "2026-01-13T06:52")]),
        ("It fell between 6:38 and 6:52 p.m.", [("6:38", "2026-01-13T18:38"), ("6:52 p.m.", "2026-01-13T18:52")]),
        ("It is open from 11 to 1 p.m.", [("11", "2026-01-13T11:00"), ("1 p.m.", "2026-01-13T13:00")]),
    ],
)
def test_figures_that_tell_an_hour(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell shortly before five, he said.", [("five", "XXXX-XX-XXT05:00")]),
        ("It began closer to half past ten, he said.", [("half past ten", "XXXX-XX-XXT10:30")]),
        (
            "He puts it at ten or a quarter past ten.",
            [("ten", "XXXX-XX-XXT10:00"), ("a quarter past ten", "XXXX-XX-XXT10:15")],
        ),
        ("It was nearly past nine.", [("nine", "XXXX-XX-XXT09:00")]),
        ("It left at five to nine.", [("five to nine", "XXXX-XX-XXT08:55")]),
        ("She rang before nine on Monday night.", [("nine", "2026-01-12T21:00"), ("Monday night", "2026-01-12TNI")]),
        (
            "It closed at a quarter to three on Monday morning.",
            [("a quarter to three", "2026-01-12T02:45"), ("Monday morning", "2026-01-12TMO")],
        ),
        (
            "It broke at 4:31 a.m. \u201cThat was at half past four,\u201d he said.",
            [("4:31 a.m.", "2026-01-13T04:31"), ("half past four", "2026-01-13T04:30")],
        ),
        (
            "It left at 8.30 on Monday evening and fell shortly before five.",
            [("8.30", "2026-01-12T20:30"), ("Monday evening", "2026-01-12TEV"), ("five", "XXXX-XX-XXT05:00")],
        ),
        ("The toll stood at nine on Monday.", [("Monday", "2026-01-12")]),
        ("The toll rose from ten to nine.", []),
        ("The toll was raised by two yesterday.", [("yesterday", "2026-01-12")]),
        ("It was the last one this year.", [("this year", "2026")]),
        ("It fell shortly after two.", [("two", "XXXX-XX-XXT02:00")]),
    ],
)
def test_hours_told_by_their_word_alone(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def test_a_number_counts_what_stands_behind_it_and_hangs_on_what_is_done_at_an_hour() -> None:
    counted = "It/PRP/nsubj/1 fell/VBD/ROOT/1 shortly/RB/advmod/3 after/IN/prep/1 two/CD/nummod/5 ships/NNS/pobj/3"
    freed = "It/PRP/nsubj/1 fell/VBD/ROOT/1 shortly/RB/advmod/6 after/IN/mark/6 two/CD/nsubj/6"
    freed += " were/VBD/aux/6 freed/VBN/advcl/1"
    began = "It/PRP/nsubj/1 began/VBD/ROOT/1/lemma=begin at/IN/prep/1 ten/CD/pobj/2"
    orphaned = "He/PRP/nsubj/1 studied/VBD/ROOT/1/lemma=study at/IN/prep/1 ten/CD/pobj/2"
    for spec, words in ((counted, []), (freed, []), (began, ["ten"]), (orphaned, [])):
        passage = factory.passage(spec)
        found = find_times(factory.article(passage.text, published="2026-01-13"), [passage])
        assert [t.cite.exact for t in found] == words


def test_a_level_is_no_hour() -> None:
    passage = factory.passage("It/PRP/nsubj/1 peaked/VBD/ROOT/1/lemma=peak at/IN/prep/1 10.35/CD/pobj/2")
    assert not find_times(factory.article(passage.text, published="2026-01-13"), [passage])
