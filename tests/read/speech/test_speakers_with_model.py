"""Speakers through the trained model: papers, go-betweens, voices within voices, and who goes on speaking."""

from __future__ import annotations

import pytest

import variorum

pytestmark = pytest.mark.model


def speakers(text: str, words: str) -> list[str | None]:
    quotes = variorum.read_text(text, published="2026-03-11").quotes
    return [q.speaker_name for q in quotes if any(words in c.exact for c in q.quoted)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            'Prime Minister Livia Marsh was silent. Her office issued a statement saying it backed a "just solution".',
            "just solution",
            "Livia Marsh's office",
        ),
        (
            'A jet was sent up, the Defense Ministry said.\n\n"It was a patrol aircraft," the statement reads.',
            "patrol aircraft",
            "Defense Ministry",
        ),
        (
            'Prime Minister Trinh Duc spoke on Friday.\n\n"The delta is sinking in salt," the PM was quoted as saying.',
            "delta is sinking",
            "Trinh Duc",
        ),
        (
            "Captain Herman Marsh is alive. His wife said he had phoned her. "
            '"The engine room is flooding," she quoted him as saying.',
            "engine room",
            "Herman Marsh",
        ),
        (
            'Tashkent fired a rocket on Tuesday, prompting New Zealand to voice "deep concern" over it.',
            "deep concern",
            "New Zealand",
        ),
        (
            'Two people in the room said that it was long. "He spoke about nothing else," one of them said.',
            "nothing else",
            "one of two people in the room",
        ),
        (
            'General Ada Marsh said that the direct line worked. The conversation was "brief and correct".',
            "brief and correct",
            "Ada Marsh",
        ),
        (
            'Minister Jo Reyes spoke first. On his part, President Ada Marsh thanked the port. "It is ours," he said.',
            "It is ours",
            "Ada Marsh",
        ),
    ],
)
def test_speaker(text: str, words: str, speaker: str) -> None:
    assert speakers(text, words) == [speaker]


def test_who_judges_in_words_of_their_own_is_another_voice() -> None:
    text = (
        'Members of the Harbour Council defined the launch as "a grave provocation in clear violation of" the accord, '
        "the presidential office said."
    )
    assert speakers(text, "grave provocation") == ["Members of the Harbour Council"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Lee said it was long. It won the "Golden Bear of Berlin".', "Golden Bear"),
        ('Lee said it was long. Everybody knows the so-called "house of dead".', "house of dead"),
    ],
)
def test_labels_behind_a_speaker_are_nobodys(text: str, words: str) -> None:
    assert speakers(text, words) == []


def test_a_joint_statement_speaks_for_itself() -> None:
    text = 'The ministry said it was late.\n\n"It is a good day," the joint statement reads.'
    assert speakers(text, "good day") == ["the joint statement"]
