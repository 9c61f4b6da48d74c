from __future__ import annotations

import time

import pytest

from variorum.ingest.bylines import Credits, bare_byline, byline, person


@pytest.mark.parametrize(
    ("line", "names", "sources"),
    [
        ("By Ana Kovel", ["Ana Kovel"], []),
        ("by Ana Kovel and John Roe", ["Ana Kovel", "John Roe"], []),
        ("By Ana Kovel, John Roe and Mary Major", ["Ana Kovel", "John Roe", "Mary Major"], []),
        ("By Ana Kovel, John Roe, and Mary Major, CNN", ["Ana Kovel", "John Roe", "Mary Major"], ["CNN"]),
        ("by · UPI", [], ["UPI"]),
        ("By AFP", [], ["AFP"]),
        ("By ANA KOVEL Associated Press", ["Ana Kovel"], ["AP"]),
        ("By Ana Kovel | Reuters", ["Ana Kovel"], ["Reuters"]),
        ("By Ana Kovel, Political Editor", ["Ana Kovel"], []),
        ("By Xinhua writers Ana Kovel, John Roe", ["Ana Kovel", "John Roe"], ["Xinhua"]),
        ("By Our Correspondent", [], []),
        ("By Kim Na-ri in Linda", ["Kim Na-ri"], []),
        ("By Jan van der Berg", ["Jan van der Berg"], []),
        ("By J. R. Roe", ["J. R. Roe"], []),
        ("By Ana Kovel (ana@example.com)", ["Ana Kovel"], []),
        ("Written by: Ana Kovel", ["Ana Kovel"], []),
        ("By Kim Na-ri, Yonhap News Agency", ["Kim Na-ri"], ["Yonhap"]),
    ],
)
def test_bylines(line: str, names: list[str], sources: list[str]) -> None:
    found = byline(line)
    assert found is not None
    assert (list(found.names), list(found.sources)) == (names, sources)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the talks were over.",
        "By the time they met, the strait was closed",
        "By 2030, catches will have doubled",
        "By George, he has done it again",
        "By",
        "Byron was not there",
    ],
)
def test_lines_that_only_begin_with_by(line: str) -> None:
    assert byline(line) is None


def test_a_bare_line_of_names_is_told_from_places_sections_and_outlets() -> None:
    found = bare_byline("Ana Kovel in Linda")
    assert found is not None and found.names == ("Ana Kovel",)
    for line in ("New Delhi", "Top Stories", "The Linda Times", "Fish", "Kovel waits for guests"):
        assert bare_byline(line) is None, line


def test_capitals_are_no_part_of_a_name() -> None:
    assert person("ANA KOVEL") == "Ana Kovel"
    assert person("J.R. ROE") == "J.R. Roe"
    assert person("Ana McRoe") == "Ana McRoe"


@pytest.mark.parametrize(
    ("line", "names", "places"),
    [
        ("By Ana Kovel, Paris", ["Ana Kovel"], ["Paris"]),
        ("By Ana Kovel, Lindastad", ["Ana Kovel"], ["Lindastad"]),
        ("By Ana Kovel in Paris and John Roe in Rome", ["Ana Kovel", "John Roe"], ["Paris", "Rome"]),
        ("By Ana Kovel (Paris)", ["Ana Kovel"], ["Paris"]),
        ("By Ana Kovel, John Roe", ["Ana Kovel", "John Roe"], []),
        ("By Ana Kovel, Diplomatic Editor", ["Ana Kovel"], []),
        ("By Kovel, Roe and Major", ["Kovel", "Roe", "Major"], []),
        ("Reporting from Linda, Ardania", [], ["Linda, Ardania"]),
    ],
)
def test_a_place_behind_a_writer_is_no_writer(line: str, names: list[str], places: list[str]) -> None:
    found = byline(line)
    assert found is not None
    assert (list(found.names), list(found.places)) == (names, places)


def test_an_agency_nobody_knows_shows_by_its_last_word() -> None:
    found = byline("By Ana Kovel, Albion Wire")
    assert found is not None and (found.names, found.sources) == (("Ana Kovel",), ("Albion Wire",))
    staff = byline("By Staff and news agency")
    assert staff is None or staff.sources == ()


def test_a_line_that_says_who_reports_from_where() -> None:
    found = byline("Ana Kovel reports from Clare Island")
    assert found is not None and (found.names, found.places) == (("Ana Kovel",), ("Clare Island",))
    assert byline("Words: Ana Kovel") == Credits(("Ana Kovel",))
    assert byline("Words fail the ministers of Ardania") is None


@pytest.mark.parametrize("garbage", ["(", "a@", "(a@", "a", "|"])
def test_a_line_without_end_is_gone_through_in_no_time(garbage: str) -> None:
    began = time.process_time()
    byline("By " + garbage * 60_000)
    assert time.process_time() - began < 5  # some tenths of a second; a square of the length takes ten and more
