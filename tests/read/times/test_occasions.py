"""Which way the day of a gathering points, and of what is fixed beforehand; the article is of 13 January 2026."""

import pytest

from tests import factory
from variorum.read.times import find_times


def days(spec: str) -> list[str]:
    passage = factory.passage(spec)
    return [t.value for t in find_times(factory.article(passage.text, published="2026-01-13"), [passage])]


def test_what_has_been_called_has_its_own_day() -> None:
    spec = (
        "They/PRP/nsubj/2 have/VBP/aux/2 banned/VBN/ROOT/2/lemma=ban a/DT/det/4 rally/NN/dobj/2 on/IN/prep/4 "
        "Monday/NNP/pobj/5"
    )
    assert days(spec) == ["2026-01-19"]


@pytest.mark.parametrize(("day", "value"), [("Monday", "2026-01-12"), ("Friday", "2026-01-16")])
def test_what_was_announced_is_the_last_such_day_only_when_that_is_near(day: str, value: str) -> None:
    spec = (
        f"They/PRP/nsubj/1 announced/VBD/ROOT/1/lemma=announce a/DT/det/3 rally/NN/dobj/1 on/IN/prep/3 {day}/NNP/pobj/4"
    )
    assert days(spec) == [value]


def test_what_was_held_has_been() -> None:
    spec = "They/PRP/nsubj/1 held/VBD/ROOT/1/lemma=hold a/DT/det/3 rally/NN/dobj/1 on/IN/prep/3 Friday/NNP/pobj/4"
    assert days(spec) == ["2026-01-09"]


def test_days_before_a_vote_the_vote_is_to_come() -> None:
    spec = (
        "He/PRP/nsubj/1 left/VBD/ROOT/1 days/NNS/npadvmod/3/lemma=day before/IN/prep/1 a/DT/det/5 vote/NN/pobj/3 "
        "on/IN/prep/5 Sunday/NNP/pobj/6"
    )
    assert days(spec) == ["PXD", "2026-01-18"]


def test_a_session_that_is_to_do_something_is_to_come() -> None:
    spec = (
        "Monday/NNP/poss/2 's/POS/case/0 session/NN/nsubj/3 is/VBZ/ROOT/3/lemma=be to/TO/aux/5 decide/VB/xcomp/3 "
        "it/PRP/dobj/5"
    )
    assert days(spec) == ["2026-01-19"]


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ("It/PRP/nsubj/1 expires/VBZ/ROOT/1/lemma=expire in/IN/prep/1 October/NNP/pobj/2", "2026-10"),
        ("It/PRP/nsubj/1 takes/VBZ/ROOT/1/lemma=take effect/NN/dobj/1 in/IN/prep/1 October/NNP/pobj/3", "2026-10"),
        ("It/PRP/nsubj/1 expired/VBD/ROOT/1/lemma=expire in/IN/prep/1 October/NNP/pobj/2", "2025-10"),
        ("The/DT/det/2 October/NNP/compound/2 fair/NN/nsubj/3 opens/VBZ/ROOT/3/lemma=open", "2025-10"),
    ],
)
def test_a_present_tense_of_what_is_fixed_beforehand_looks_ahead(spec: str, value: str) -> None:
    assert days(spec) == [value]
