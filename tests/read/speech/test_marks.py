from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.speech.marks import Stretch, stretches


def inner(*paragraphs: str) -> list[list[str]]:
    """What stands between the marks, paragraph by paragraph."""
    found = stretches(paragraphs, ("em", "til"))
    return [[p[s.inner_start : s.inner_end] for s in here] for p, here in zip(paragraphs, found, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada said “the gate is shut” and left.",
        'Ada said "the gate is shut" and left.',
        "Ada said „the gate is shut“ and left.",
        "Ada said „the gate is shut” and left.",
        "Ada said «the gate is shut» and left.",
        "Ada said »the gate is shut« and left.",
        "Ada said ‘the gate is shut’ and left.",
        "Ada said 'the gate is shut' and left.",
        "Ada said ``the gate is shut'' and left.",
        "Ada said ''the gate is shut'' and left.",
        "Ada said ”the gate is shut” and left.",
        "Ada said “the gate is shut“ and left.",
    ],
)
def test_every_style(text: str) -> None:
    assert inner(text) == [["the gate is shut"]]


def test_two_in_a_row() -> None:
    assert inner('"Yes," she said. "No," he said.') == [["Yes,", "No,"]]


def test_nested_marks_belong_to_the_outer_stretch() -> None:
    assert inner("“He told us, ‘go home,’ and went,” she said.") == [["He told us, ‘go home,’ and went,"]]
    assert inner("‘He told us, “go home,” and went,’ she said.") == [["He told us, “go home,” and went,"]]
    assert inner("«He told us, “go home,” and went,» she said.") == [["He told us, “go home,” and went,"]]


def test_apostrophes_are_no_marks() -> None:
    assert inner("The workers' union and Ada's friends weren't there in the '90s; get 'em.") == [[]]
    assert inner("The teams’ captains said it’s ’til noon.") == [[]]


def test_a_possessive_inside_single_marks() -> None:
    assert inner("‘The workers’ union agrees,’ said Ada.") == [["The workers’ union agrees,"]]


def test_inches_are_no_marks() -> None:
    assert inner('The 6" pipe burst. "We heard it," Ada said.') == [["We heard it,"]]


def test_an_odd_mark_costs_its_own_sentence_and_no_more() -> None:
    text = 'Ada warned of a "long winter. Nobody listened. Ben said "no" twice.'
    assert inner(text) == [["long winter.", "no"]]


def test_an_odd_mark_does_not_reach_the_next_paragraph() -> None:
    assert inner("Ada said “it is late. Ben left.", "He said “no” twice.") == [["it is late."], ["no"]]


def test_a_closing_mark_alone_is_nothing() -> None:
    assert inner("It is late,” Ada said. “Go home.”") == [["Go home."]]


def test_a_paragraph_that_reopens_the_quotation() -> None:
    first, second = "Ada said: “It is late. We must go.", "“And so must you,” she said."
    (opened,), (goes_on,) = stretches([first, second])
    assert opened == Stretch(10, len(first), 11, len(first), closed=False, goes_on=True)
    assert goes_on.continues and second[goes_on.inner_start : goes_on.inner_end] == "And so must you,"


def test_a_paragraph_that_begins_with_a_quotation_of_its_own() -> None:
    (_,), (second,) = stretches(["“It is late,” Ada said.", "“Go home,” Ben said."])
    assert not second.continues


@given(st.lists(st.text(alphabet="ab. ,\n“”„«»‘’\"'`A", max_size=60), max_size=4))
def test_any_text_gives_stretches_in_order_that_hold(paragraphs: list[str]) -> None:
    found = stretches(paragraphs)
    assert len(found) == len(paragraphs)
    for text, here in zip(paragraphs, found, strict=True):
        ends = 0
        for s in here:
            assert ends <= s.start <= s.inner_start < s.inner_end <= s.end <= len(text)
            ends = s.end
