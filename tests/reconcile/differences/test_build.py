"""What every kind of difference is put together from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reconcile import told
from variorum.reconcile.differences.build import asked_of, told_by


@pytest.mark.parametrize(
    ("clause", "shown"),
    [
        ("the ferry sank at 4 a.m.", "the ferry sank at 4 a.m."),
        ("the ferry sank at four.", "the ferry sank at four"),
        ("it stood at 5.8.", "it stood at 5.8"),
        ("the missile flew 350 kilometers (217 miles", "the missile flew 350 kilometers"),
        (
            "the two leaders met for several hours in the old town of Halden and in the afternoon went home",
            "the two leaders met for several hours in the old town of Halden …",
        ),
        ("to be of the and", "to be of the and"),
    ],
)
def test_a_question_takes_up_a_clause_as_far_as_it_makes_sense(clause: str, shown: str) -> None:
    report = told.report("one", clause, "2026-03-10")
    assert asked_of(told.cite(report, clause)) == shown


def test_who_says_so_is_told_by_the_outlet_else_by_whose_text_it_is() -> None:
    report = told.report("one", "Ten came.", "2026-03-10")
    nobodys = replace(report, outlet=None, agencies=())
    agencys = replace(nobodys, agencies=("NPA",))
    names = [told_by(told.corpus([(r, [], [])]), r.id, None) for r in (report, agencys, nobodys)]
    assert names == [report.outlet, "NPA", "one report"]
    assert told_by(told.corpus([(agencys, [], [])]), agencys.id, "the mayor") == "the mayor (in NPA)"
