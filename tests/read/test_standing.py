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


def test_a_denial_before_a_subordinate_clause_is_not_its_own() -> None:
    spec = (
        "He/PRP/nsubj/7 ca/MD/aux/7/lemma=can n't/RB/neg/7/lemma=not because/IN/mark/7 he/PRP/nsubjpass/7 is/VBZ/aux/7 "
        "being/VBG/auxpass/7 audited/VBN/ROOT/7/lemma=audit"
    )
    assert standing_of_verb(factory.passage(spec), 7).standing != "denied"


@pytest.mark.parametrize(
    ("spec", "verb"),
    [
        (
            "She/PRP/nsubj/1 decided/VBD/ROOT/1/lemma=decide against/IN/prep/1 closing/VBG/pcomp/2/lemma=close "
            "it/PRP/dobj/3",
            3,
        ),
        (
            "He/PRP/nsubj/1 denied/VBD/ROOT/1/lemma=deny help/NN/nsubj/3 was/VBD/ccomp/1/lemma=be slow/JJ/acomp/3 "
            "to/TO/aux/6 arrive/VB/xcomp/4",
            6,
        ),
        ("There/EX/expl/1 is/VBZ/ROOT/1/lemma=be no/DT/det/3 offer/NN/attr/1", 1),
        (
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/lemma=be not/RB/neg/1 true/JJ/acomp/1 that/IN/mark/6 they/PRP/nsubj/6 "
            "left/VBD/ccomp/1/lemma=leave",
            6,
        ),
        (
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/lemma=be untrue/JJ/acomp/1 that/IN/mark/5 they/PRP/nsubj/5 "
            "left/VBD/ccomp/1/lemma=leave",
            5,
        ),
    ],
)
def test_what_denies_a_clause(spec: str, verb: int) -> None:
    assert standing_of_verb(factory.passage(spec), verb).standing == "denied"
