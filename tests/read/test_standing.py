from __future__ import annotations

import datetime as dt

import pytest

from tests import factory
from tests.read import scenes
from variorum.model.time import Interval, When
from variorum.read.standing import Stand, settled_by_date, standing_of_verb


@pytest.mark.parametrize(
    ("spec", "verb", "standing", "hedge"),
    [
        (scenes.MET, 2, "happened", None),
        (scenes.SCHEDULED, 6, "planned", None),
        (scenes.NOT_MET, 4, "denied", None),
        (scenes.MAY_DISCUSS, 2, "hedged", "may"),
        (scenes.OFF, 5, "planned", "expected"),
        (scenes.DENIED, 6, "denied", None),
    ],
)
def test_tense_modals_and_governors_decide(spec: str, verb: int, standing: str, hedge: str | None) -> None:
    stand = standing_of_verb(factory.passage(spec), verb)
    assert (stand.standing, stand.hedge) == (standing, hedge)


def test_a_progressive_is_under_way() -> None:
    spec = "Talks/NNS/nsubj/2 are/VBP/aux/2 taking/VBG/ROOT/2/lemma=take place/NN/dobj/2"
    assert standing_of_verb(factory.passage(spec), 2) == Stand("under_way")


def test_a_fact_dated_after_the_report_is_a_plan() -> None:
    day = dt.date(2026, 1, 20)
    when = When(Interval(day, day), "day", "2026-01-20")
    assert settled_by_date(Stand("happened"), when, dt.date(2026, 1, 13)) == Stand("planned")
    assert settled_by_date(Stand("happened"), when, dt.date(2026, 1, 20)) == Stand("happened")
