"""Plans for one item on two days: moved by a later report, told two ways on one day, or of two items."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from tests.reconcile.differences.test_programme import ELSEWHERE, TO_BE, Row, active, passive
from variorum.model.reading import Reading
from variorum.model.record import Difference
from variorum.model.time import TimeExpression
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.programme import programme_differences

Dated = tuple[Row, str, str]
"""A clause with its slots, its words for a time, and the day; or the length in TIMEX3."""


def rows(one: Dated, two: Dated, days: tuple[str, str] = ("2026-03-10", "2026-03-12")) -> list[Difference]:
    """What two reports show."""
    articles, readings = [], []
    for name, ((words, slots), said, on), day in zip("ab", (one, two), days, strict=True):
        beside = ELSEWHERE[:3] if name == "a" else ELSEWHERE[3:]
        report = told.report(name, ". ".join([words, *beside]) + ".", day)
        claims: list[Any] = [told.claim(report, w, w.lower().split(), sentence=told.cite(report, w)) for w in beside]
        claims.insert(0, told.claim(report, words, words.lower().split(), sentence=told.cite(report, words), **slots))
        when = None if on.startswith("P") else told.when(on)
        time = TimeExpression(told.cite(report, said), when, "stated", "DATE" if when else "DURATION", on)
        articles.append(report)
        readings.append(Reading(report.id, (time,), (), (), (), (), tuple(claims), ()))
    return programme_differences(field(build_corpus(articles, readings, (), {})), [])


def mass(day: str, on: str) -> Dated:
    """The old fisherman's funeral."""
    words = f"The funeral of the fisherman Petrik will be held in Memel on {day}"
    return passive(words, "The funeral of the fisherman Petrik", "hold", "held", **TO_BE), day, on


def burial(day: str, on: str) -> Dated:
    """The same, by a verb."""
    words = f"The fisherman Petrik will be buried in Memel on {day}"
    return passive(words, "The fisherman Petrik", "bury", "buried", **TO_BE), day, on


def test_a_later_report_puts_it_on_another_day() -> None:
    [row] = rows(mass("Friday", "2026-03-13"), burial("Sunday", "2026-03-15"))
    assert (row.kind, row.verdict) == ("date", "superseded")
    assert [p.value for p in row.positions] == ["Friday", "Sunday"]


def test_reports_of_one_day_that_name_two_contradict_one_another() -> None:
    [row] = rows(mass("Friday", "2026-03-13"), burial("Sunday", "2026-03-15"), ("2026-03-10", "2026-03-10"))
    assert row.verdict == "conflict"


def test_closed_for_a_month_is_held_against_reopened_within_days() -> None:
    soon = passive(
        "The Arlberg tunnel will be reopened within two days", "The Arlberg tunnel", "reopen", "reopened", **TO_BE
    )
    words = "The Arlberg tunnel will stay closed for at least a month"
    late = words, {"subject": "The Arlberg tunnel", "predicate": "stay", "object": "closed"} | TO_BE
    [row] = rows((soon, "two days", "P2D"), (late, "a month", "P1M"))
    assert row.verdict == "superseded"


def heard(whom: str, day: str) -> Row:
    """Somebody's day in court."""
    return active(f"The court will hear {whom} on {day}", "The court", "hear", whom, **TO_BE)


APART = [
    (mass("Friday", "2026-03-13"), burial("Friday", "2026-03-13")),
    (
        (active("Lind will visit Gdynia on Friday", "Lind", "visit", "Gdynia", **TO_BE), "Friday", "2026-03-13"),
        (active("Lind will visit Tartu on Sunday", "Lind", "visit", "Tartu", **TO_BE), "Sunday", "2026-03-15"),
    ),
    (
        (heard("the banker", "Friday"), "Friday", "2026-03-13"),
        (heard("the grocer", "Sunday"), "Sunday", "2026-03-15"),
    ),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_one_day_and_two_items_make_no_row(one: Dated, two: Dated) -> None:
    assert not rows(one, two)
