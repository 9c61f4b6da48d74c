from __future__ import annotations

import pytest

from variorum.backends.spacy_parser import SpacyParser
from variorum.backends.spacy_stops import going_on


def behind(text: str) -> list[str]:
    return [text[place:].split(maxsplit=1)[0] for place in sorted(set(going_on(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell at 9:16 a.m. Japan time.", ["Japan"]),
        ("It fell at 9:16 p.m. Central Indonesian Time.", ["Central"]),
        ("It fell at 9:16 p.m. Monday, or 9 p.m. Eastern.", ["Monday,", "Eastern."]),
        ("It fell at 9:16 p.m. (1216 GMT).", ["(1216"]),
        ("It fell at 9 p.m. The keeper slept.", []),
        ("It fell at 9 p.m. Monday's tide was low.", []),
        ("Capt. Ana Marsh met Atty. Vaas and Sr. Comr. Petrik.", ["Ana", "Vaas", "Comr.", "Petrik."]),
        ("He met the Gen. The keeper slept.", []),
        ("Boats came from Sta. Ana and Ft. Vale, down Main St. The keeper slept.", ["Ana", "Vale,"]),
        ("It is 40 ft. Boats are longer.", []),
        ("Buoy No. 7 weighs approx. 40 kilos.", ["7", "40"]),
        ("They said no. 7 of them left.", []),
    ],
)
def test_words_that_go_on_with_a_sentence(text: str, words: list[str]) -> None:
    assert behind(text) == words


@pytest.mark.model
def test_a_sentence_is_not_cut_behind_the_hour() -> None:
    text = "The ministry said the rocket rose at about 9:16 a.m. Japan time from waters off the island. It fell."
    (parse,) = SpacyParser().parse([text])
    assert len(parse.sentences) == 2
