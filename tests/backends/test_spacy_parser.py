from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from variorum.backends.spacy_parser import LONGEST, SpacyParser, joined, pieces
from variorum.model.parse import Parse

SENTENCE = "The keeper of the harbour light counted the boats twice. "


@given(st.text(st.sampled_from('ab ."A'), max_size=40), st.integers(0, 3))
def test_pieces_are_the_text(text: str, times: int) -> None:
    long = text * (1 + times * LONGEST // (len(text) + 1))
    found = pieces(long)
    assert "".join(found) == long
    assert all(len(p) <= LONGEST for p in found)
    assert all(found) or not long


def test_a_long_text_is_cut_behind_a_sentence() -> None:
    first, second = pieces((SENTENCE * 100).strip())
    assert first.endswith("twice. ") and second.startswith("The keeper")
    assert len(first) > LONGEST - len(SENTENCE) - 1
    assert pieces("x" * (LONGEST + 1)) == ["x" * LONGEST, "x"]
    assert pieces(SENTENCE) == [SENTENCE]


def test_joined_parses_point_into_the_whole_text() -> None:
    one = factory.passage("Boats/NNS/nsubj/1 left/VBD/ROOT/1 ././punct/1").parse
    both: Parse = joined([(one, 13), (one, 12)])
    assert both.starts == (*one.starts, *(13 + s for s in one.starts))
    assert both.heads == (1, 1, 1, 4, 4, 4)
    assert both.sentences == ((0, 3), (3, 6))
    assert both.tags == one.tags * 2
    assert joined([(one, 12)]) is one


@pytest.mark.model
def test_a_paragraph_longer_than_any_is_parsed() -> None:
    text = (SENTENCE * 90).strip()
    whole, short = SpacyParser().parse([text, SENTENCE.strip()])
    assert [text[a:b] for a, b in zip(whole.starts, whole.ends, strict=True)][-3:] == ["boats", "twice", "."]
    assert whole.deps == short.deps * 90
    assert len(whole.sentences) == 90
