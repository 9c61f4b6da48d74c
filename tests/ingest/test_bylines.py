from __future__ import annotations

import pytest

from variorum.ingest.bylines import (
    Credits,
    bare_byline,
    byline,
    carried_from,
    closing,
    headed_credit,
    person,
    trailing_credit,
)


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


@pytest.mark.parametrize(
    ("line", "names", "sources"),
    [
        ("(Reporting by Ana Kovel in Linda and John Roe; Editing by Mary Major)", ["Ana Kovel", "John Roe"], []),
        ("Reporting by Ana Kovel; Editing by Mary Major", ["Ana Kovel"], []),
        ("(Editing by Mary Major)", [], []),
        ("John Roe reported from Port Arda.", ["John Roe"], []),
        ("Associated Press writer John Roe in Port Arda contributed to this report.", [], ["AP"]),
        ("The Associated Press contributed to this report.", [], ["AP"]),
        ("Source: Xinhua", [], ["Xinhua"]),
        ("Source: Linda News Agency", [], ["Linda News Agency"]),
        ("Source: the ministry", [], []),
        ("With material from Delta Wire.", [], ["Delta Wire"]),
        ("With material from AFP and Delta Wire", [], ["AFP", "Delta Wire"]),
        ("Agency material: Coast Press.", [], ["Coast Press"]),
        ("(Delta Wire and staff)", [], ["Delta Wire"]),
        ("(AFP and staff)", [], ["AFP"]),
        ("Additional reporting by AFP", [], ["AFP"]),
        ("(With inputs from ANI)", [], ["ANI"]),
        ("(AFP)", [], ["AFP"]),
        ("— Reuters", [], ["Reuters"]),
        ("jd/rm (AFP, Reuters)", [], ["AFP", "Reuters"]),
        ("PTI JD RT", [], ["PTI"]),
    ],
)
def test_credits_under_the_report(line: str, names: list[str], sources: list[str]) -> None:
    found = closing(line)
    assert found is not None
    assert (list(found.names), list(found.sources)) == (names, sources)


@pytest.mark.parametrize(
    "line",
    [
        "With the talks over, Reuters and other agencies asked the minister, who gave no answer to them.",
        "Reporting rates have doubled since the strait was closed.",
        "The minister contributed.",
        "(Kovel and staff)",
        "Material from the wreck was brought ashore on Monday.",
        "Sources said that Kovel would go to Port Arda within a week, and that she had told the cabinet so.",
    ],
)
def test_sentences_are_no_credits(line: str) -> None:
    assert closing(line) is None


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
    ("text", "credit"),
    [
        ("They left. (Reuters)", "(Reuters)"),
        ("“We left.” — AFP", "— AFP"),
        ("They left. PTI JD RT", "PTI JD RT"),
        ("They left (AFP reported on Monday).", None),
        ("They left the AP", None),
    ],
)
def test_a_credit_behind_the_last_sentence(text: str, credit: str | None) -> None:
    start = trailing_credit(text)
    assert (text[start:].strip() if start is not None else None) == credit


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


def test_a_line_says_whose_report_it_is() -> None:
    found = carried_from("This report by The Canadian Press was first published Jan. 13, 2026.")
    assert found is not None and found.sources == ("CP",)
    assert carried_from("This report by the ministry was first published in January.") is None


def test_a_line_that_says_who_reports_from_where() -> None:
    found = byline("Ana Kovel reports from Clare Island")
    assert found is not None and (found.names, found.places) == (("Ana Kovel",), ("Clare Island",))
    assert byline("Words: Ana Kovel") == Credits(("Ana Kovel",))
    assert byline("Words fail the ministers of Ardania") is None


def test_a_credit_to_agencies_may_stand_above_the_report() -> None:
    assert headed_credit("Compiled from Reuters and AP") == Credits(sources=("Reuters", "AP"))
    assert headed_credit("Reuters") is None
    assert headed_credit("Compiled from the ministry's figures") is None
