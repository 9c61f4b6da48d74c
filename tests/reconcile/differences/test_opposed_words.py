"""Single words of clauses that are compared: who is people, what has an opposite, and what a phrase is of."""

from __future__ import annotations

import pytest

from variorum.lang import table
from variorum.lang.stems import stem
from variorum.reconcile.differences.opposed_words import acts_alike, has_people, sides, thing, turns_into


@pytest.mark.parametrize("phrase", ["two visitors", "the villagers of Tarn", "nine men", "a driver", "the population"])
def test_words_for_people(phrase: str) -> None:
    assert has_people(phrase)


@pytest.mark.parametrize("phrase", ["a visit", "the village", "the drivers' manual", "a quiet manner", "the offices"])
def test_words_with_the_stem_of_one_for_people(phrase: str) -> None:
    assert not has_people(phrase)


def test_what_turns_into_what() -> None:
    arrested = next(side for side in sides(stem("arrested")) if turns_into(side))
    released = turns_into(arrested)
    assert released in sides(stem("freed"))
    assert released is not None and turns_into(released) is None


def test_no_list_is_of_one_stem_with_a_common_word() -> None:
    others = ("for", "per", "journalist", "information", "committee", "office", "village")
    assert not [w for w in others if acts_alike(stem(w))]
    assert not [w for w in ("per", "for") if sides(stem(w))]


def test_each_list_for_one_act_has_more_than_one_word() -> None:
    assert all(len({stem(w) for w in line}) > 1 for line in table("en", "opposed")["alike"].values())


@pytest.mark.parametrize(("phrase", "of"), [("nobody", ""), ("the matter", ""), ("the red barge", "barg")])
def test_what_a_phrase_is_of(phrase: str, of: str) -> None:
    assert thing(phrase) == of
