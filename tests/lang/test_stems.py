from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.lang.stems import akin, kin, known, senses, stem


@pytest.mark.parametrize(
    "forms",
    [
        "resign resigned resigning resignation",
        "accuse accused accusation",
        "invest investor investment",
        "city cities",
        "evacuate evacuated evacuation",
        "minister ministry ministers",
        "invade invasion",
        "fall fell fallen",
        "stop stopped stopping",
        "agree agreed agreement",
    ],
)
def test_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("one, other", [("police", "policy"), ("bus", "busy"), ("mine", "minister"), ("gas", "gain")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_synonyms_have_a_group_in_common_and_opposites_stand_on_two_sides() -> None:
    assert kin(stem("kidnapped")) & kin(stem("abduction"))
    assert not kin(stem("kidnapped")) & kin(stem("bridge"))
    [(pair, side)] = senses(stem("doubled"))
    assert (pair, 1 - side) in senses(stem("halved"))
    assert known(stem("abductions")) and not known(stem("Pelmira"))


@given(st.text(max_size=20))
def test_any_text_has_a_stem_no_longer_than_itself(word: str) -> None:
    assert len(stem(word)) <= 7


def test_two_stems_are_akin_that_are_one_or_mean_one() -> None:
    assert akin(stem("truce"), stem("ceasefire"))
    assert akin(stem("ferries"), stem("ferry"))
    assert not akin(stem("ferry"), stem("truce"))
