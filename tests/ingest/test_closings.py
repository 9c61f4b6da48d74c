from __future__ import annotations

import pytest

from variorum.ingest.bylines import Credits
from variorum.ingest.closings import carried_from, closing, headed_credit, trailing_credit


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


def test_a_line_says_whose_report_it_is() -> None:
    found = carried_from("This report by The Canadian Press was first published Jan. 13, 2026.")
    assert found is not None and found.sources == ("CP",)
    assert carried_from("This report by the ministry was first published in January.") is None


def test_a_credit_to_agencies_may_stand_above_the_report() -> None:
    assert headed_credit("Compiled from Reuters and AP") == Credits(sources=("Reuters", "AP"))
    assert headed_credit("Reuters") is None
    assert headed_credit("Compiled from the ministry's figures") is None
