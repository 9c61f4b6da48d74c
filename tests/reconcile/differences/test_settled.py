"""What was settled or was not, and who met apart: which rows two reports make, with which verdict, and which none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.differences.settled import settled_differences
from variorum.reconcile.matters import matters

ELSEWHERE = (
    "The bakery on the square sells bread until noon",
    "Farmers in the valley expect a late harvest of plums",
    "A tram line reaches the northern suburbs",
    "The museum shows paintings by a local artist",
    "Fishermen mended their boats before the regatta",
    "Two cyclists won medals at the national games",
)
"""What the reports tell beside: without it every word is as common as any."""
DAY = "2026-01-13"
ENTITIES = [
    told.entity("n", "Norland", "country", "NO"),
    told.entity("s", "Sudland", "country", "SE"),
    told.entity("o", "Ostland", "country", "EE"),
]


def shown(one: str, two: str, days: tuple[str, str] = (DAY, DAY)) -> list[Difference]:
    """The rows of two reports, each one clause ("voice: words"), or several sentences and the clause last."""
    reports: list[Any] = []
    for n, (given, day) in enumerate(zip((one, two), days, strict=True)):
        voice, _, text = given.rpartition(": ")
        report = told.report("ab"[n], ". ".join([text, *ELSEWHERE[n * 3 : n * 3 + 3]]) + ".", day)
        claims = []
        for sentence in [*text.split(". "), *ELSEWHERE[n * 3 : n * 3 + 3]]:
            named = [e.id for e in ENTITIES if e.name in sentence]
            cite = told.cite(report, sentence)
            holder = voice or None if sentence in text else None
            claims.append(told.claim(report, sentence, (), sentence=cite, entities=tuple(named), holder=holder))
        reports.append((report, [], claims))
    corpus = told.corpus(reports, ENTITIES)
    return settled_differences(corpus, matters(corpus), [])


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Oslo: The negotiations will resume on Friday", "Bergen: We know of no negotiations. No date was set"),
        ("The next exchange is planned for February", "The office: No further exchange has been agreed"),
        ("The mayor: He accepted an invitation to visit Oban in June", "No visit to Oban is planned this year"),
        ("They agreed to reopen the canal to barges", "The envoy: No agreement on the canal was reached"),
        ("They struck a deal on the canal tolls", "Norland has not agreed to a deal on the canal tolls"),
        ("The firm: The offer was made on Monday to Norland", "The union: There is no offer to Norland"),
        ("They signed a treaty on cod quotas", "The treaty on cod quotas was not signed"),
        ("They issued a joint statement in the evening", "The talks ended without a joint statement"),
        ("They inked an accord on cod quotas", "The accord on cod quotas was not signed"),
        ("Norland and Sudland spoke over the phone", "No telephonic talk took place between Norland and Sudland"),
        ("The ministers of Norland and Sudland met in private", "The ministers of Norland and Sudland held no meeting"),
        ("Norland and Sudland spoke by telephone at dawn", "There was no call between Norland and Sudland"),
        ("The leaders of Norland and Sudland shook hands", "The leaders of Norland and Sudland did not shake hands"),
    ],
)  # fmt: skip
def test_settled_against_not_settled_is_a_conflict(yes: str, no: str) -> None:
    assert [d.verdict for d in shown(yes, no)] == ["conflict"]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("No date has been set for the talks", "The mayor: The talks will begin on Friday"),
        ("No agreement on the canal has been reached so far", "They agreed to reopen the canal"),
        ("A joint declaration will be issued at the end", "No joint declaration was issued"),
        ("Norland and Sudland held no meeting", "Norland confirmed that it met Sudland in private"),
    ],
)
def test_a_later_report_overtakes_what_was_open_or_planned(early: str, late: str) -> None:
    assert [d.verdict for d in shown(early, late, (DAY, "2026-01-15"))] == ["superseded"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The negotiations will resume on Friday", "No date was set for the election"),
        ("They agreed to reopen the canal", "The envoy: No agreement on cod quotas was reached"),
        ("Norland and Ostland met in private", "The ministers of Norland and Sudland held no meeting"),
        ("They should issue a joint statement", "The talks ended without a joint statement"),
        ("The closing declaration was adopted", "The talks ended without a joint statement"),
        ("Oslo: They signed a treaty on cod quotas", "Oslo: The treaty on cod quotas was not signed"),
        ("The visit was planned in May", "They left without giving a date"),
    ],
)
def test_other_matters_wishes_and_one_voice_make_no_row(one: str, two: str) -> None:
    assert shown(one, two) == []
