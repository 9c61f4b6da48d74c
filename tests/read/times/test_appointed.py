"""Days that are appointed, moved, or had been: the article is of Tuesday, 13 January 2026."""

from __future__ import annotations

import pytest

from tests.read.times.test_direction import AHEAD, BACK, day_of


@pytest.mark.parametrize(
    ("want", "spec"),
    [
        (
            AHEAD,
            "Ardania/NNP/nsubj/1 declared/VBD/ROOT/1/lemma=declare Wednesday/NNP/dobj/1 a/DT/det/4 holiday/NN/oprd/1 "
            "of/IN/prep/4 mourning/NN/pobj/5",
        ),
        (
            AHEAD,
            "He/PRP/nsubj/2 has/VBZ/aux/2 proclaimed/VBN/ROOT/2/lemma=proclaim Wednesday/NNP/dobj/2 "
            "a/DT/det/6 public/JJ/amod/6 holiday/NN/oprd/2",
        ),
        (
            AHEAD,
            "It/PRP/nsubj/1 announced/VBD/ROOT/1/lemma=announce a/DT/det/3 time/NN/dobj/1 of/IN/prep/3 "
            "mourning/NN/pobj/4 "
            "on/IN/prep/1 Wednesday/NNP/pobj/6",
        ),
        (
            AHEAD,
            "Talks/NNS/nsubjpass/2 were/VBD/auxpass/2 pushed/VBN/ROOT/2/lemma=push back/RP/prt/2 to/IN/prep/2 "
            "Wednesday/NNP/pobj/4",
        ),
        (
            AHEAD,
            "They/PRP/nsubj/1 adjourned/VBD/ROOT/1/lemma=adjourn the/DT/det/3 hearing/NN/dobj/1 to/IN/prep/1 "
            "Wednesday/NNP/pobj/4",
        ),
        (
            AHEAD,
            "She/PRP/nsubj/1 hoped/VBD/ROOT/1/lemma=hope for/IN/prep/1 news/NN/pobj/2 by/IN/prep/1 the/DT/det/6 "
            "feast/NN/pobj/4 on/IN/prep/6 Wednesday/NNP/pobj/7",
        ),
        (
            AHEAD,  # the nearer one
            "A/DT/det/1 session/NN/nsubj/4 had/VBD/aux/4 been/VBN/auxpass/4/lemma=be booked/VBN/ROOT/4 for/IN/prep/4 "
            "Wednesday/NNP/pobj/5",
        ),
        (
            AHEAD,
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/lemma=be on/IN/prep/1 the/DT/det/4 agenda/NN/pobj/2 for/IN/prep/4 "
            "Wednesday/NNP/poss/8 's/POS/case/6 meeting/NN/pobj/5",
        ),
        (
            BACK,
            "They/PRP/nsubj/1 set/VBN/ROOT/1 out/RP/prt/1 from/IN/prep/1 "
            "Rome/NNP/pobj/3 on/IN/prep/1 Wednesday/NNP/pobj/5",
        ),
        # what was declared, moved or hoped for on a day is told as ever
        (
            BACK,
            "Ardania/NNP/nsubj/1 declared/VBD/ROOT/1/lemma=declare "
            "victory/NN/dobj/1 on/IN/prep/1 Wednesday/NNP/pobj/3",
        ),
        (
            BACK,
            "Ann/NNP/nsubj/1 moved/VBD/ROOT/1/lemma=move to/IN/prep/1 "
            "Rome/NNP/pobj/2 on/IN/prep/1 Wednesday/NNP/pobj/4",
        ),
        (
            BACK,
            "He/PRP/nsubjpass/2 was/VBD/auxpass/2 freed/VBN/ROOT/2/lemma=free by/IN/prep/2 the/DT/det/5 army/NN/pobj/3 "
            "on/IN/prep/2 Wednesday/NNP/pobj/6",
        ),
    ],
)  # fmt: skip
def test_what_is_done_about_the_day(want: str, spec: str) -> None:
    assert day_of(spec) == want


@pytest.mark.parametrize(
    "spec",
    [
        "A/DT/det/1 session/NN/nsubj/4 had/VBD/aux/4 been/VBN/auxpass/4/lemma=be booked/VBN/ROOT/4 for/IN/prep/4 "
        "Monday/NNP/pobj/5",
        "The/DT/det/1 release/NN/nsubjpass/7 originally/RB/advmod/3 due/JJ/amod/1 on/IN/prep/3 Monday/NNP/pobj/4 "
        "was/VBD/auxpass/7 delayed/VBN/ROOT/7/lemma=delay",
        "A/DT/det/1 session/NN/nsubj/6 announced/VBN/acl/1/lemma=announce for/IN/prep/2 "
        "Monday/NNP/pobj/3 had/VBD/aux/6 "
        "failed/VBN/ROOT/6/lemma=fail",
        "A/DT/det/1 tour/NN/nsubj/7 set/VBN/acl/1 for/IN/prep/2 Monday/NNP/pobj/3 did/VBD/aux/7 "
        "not/RB/neg/7 take/VB/ROOT/7 "
        "place/NN/dobj/7",
    ],
)  # fmt: skip
def test_a_day_that_had_been_set_is_the_nearer_one(spec: str) -> None:
    assert day_of(spec) == "2026-01-12"
