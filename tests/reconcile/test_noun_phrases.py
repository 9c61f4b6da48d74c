from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.lang.stems import stem
from variorum.reconcile.noun_phrases import noun_phrase


@pytest.mark.parametrize(
    ("text", "noun", "known"),
    [
        ("The talks between the two presidents", "talks", True),
        ("A three-day strike by railway workers", "strike", False),
        ("610 of the 900 trains", "trains", False),
        ("Friday's visit to the memorial", "visit", True),
        ("the second round of talks", "round", True),
        ("his brother Milan", "Milan", True),
    ],
)
def test_the_noun_stands_before_the_preposition(text: str, noun: str, known: bool) -> None:
    found = noun_phrase(text)
    assert (found.head, found.known) == (stem(noun), known)


def test_words_that_set_apart_are_kept_by_themselves() -> None:
    assert noun_phrase("the second round of talks").apart == {"second"}
    assert noun_phrase("another aftershock").apart == {"another"}


def test_what_is_counted_is_no_single_thing() -> None:
    assert noun_phrase("Protesters").number
    assert not noun_phrase("Talks").number
    assert not noun_phrase("the ferry").number


@given(st.text())
def test_any_words_are_taken_apart(text: str) -> None:
    found = noun_phrase(text)
    assert found.head or not found.known
