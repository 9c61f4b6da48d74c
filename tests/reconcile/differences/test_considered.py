"""How far a matter had come by each report: not thought of, weighed, decided."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from tests.reconcile.differences.test_programme import ELSEWHERE, NO, Row, active, passive
from variorum.model.record import Difference
from variorum.reconcile.differences.considered import considered_differences
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.programme_items import programme

IMPOSED = active("The mayor imposed a curfew in Memel", "The mayor", "impose", "a curfew in Memel")
EARLIER = [
    passive("No curfew is being considered", "No curfew", "consider", "considered", **NO),
    active("The mayor did not rule out a curfew", "The mayor", "rule", "a curfew", **NO),
    active("The mayor is weighing a curfew", "The mayor", "weigh", "a curfew"),
    active("The mayor ruled out a curfew", "The mayor", "rule", "a curfew"),
    passive("A curfew is not on the cards", "A curfew", "be", "be", **NO),
    active("There are no plans for a curfew", "There", "be", "no plans for a curfew", theme=None),
]


def rows(one: Row, two: Row, days: tuple[str, str] = ("2026-03-10", "2026-03-12"), lead: str = "") -> list[Difference]:
    """What two reports show; the first may have words before its clause."""
    given: list[Any] = []
    for name, row, day, before in zip("ab", (one, two), days, (lead, ""), strict=True):
        words, slots = row
        beside = ELSEWHERE[:3] if name == "a" else ELSEWHERE[3:]
        report = told.report(name, ". ".join([before + words, *beside]) + ".", day)
        claims = [told.claim(report, w, w.lower().split(), sentence=told.cite(report, w)) for w in beside]
        sentence = told.cite(report, before + words)
        claims.insert(0, told.claim(report, words, words.lower().split(), sentence=sentence, **slots))
        given.append((report, [], claims))
    return considered_differences(programme(field(told.corpus(given))), [])


@pytest.mark.parametrize("early", EARLIER)
def test_a_later_report_tells_that_it_was_decided(early: Row) -> None:
    [row] = rows(early, IMPOSED)
    assert (row.kind, row.verdict) == ("status", "superseded")
    assert row.positions[-1].value == "decided"


def test_what_is_weighed_may_be_a_verbs() -> None:
    weighed = active("to expel the consul", "Norway", "expel", "the consul")
    done = active("Norway expelled the consul of Belarus", "Norway", "expel", "the consul of Belarus")
    [row] = rows(weighed, done, lead="Norway is studying whether ")
    assert [p.value for p in row.positions] == ["considered", "decided"]


OTHERS = [
    (EARLIER[2], active("The mayor imposed a tax in Memel", "The mayor", "impose", "a tax in Memel")),
    (active("The mayor weighed a parcel", "The mayor", "weigh", "a parcel"), IMPOSED),
    (active("The mayor is considering the matter", "The mayor", "consider", "the matter"), IMPOSED),
    (EARLIER[0], EARLIER[0]),
]


@pytest.mark.parametrize(("early", "late"), OTHERS)
def test_another_matter_makes_no_row(early: Row, late: Row) -> None:
    assert not rows(early, late)


def test_what_was_decided_before_is_not_overtaken() -> None:
    assert not rows(EARLIER[0], IMPOSED, ("2026-03-12", "2026-03-10"))
