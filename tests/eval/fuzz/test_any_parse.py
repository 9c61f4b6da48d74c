"""Whatever a parser gives, the readers read it, and a record can be made of the readings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from eval.fuzz import targets
from tests.eval.fuzz import drawn


@settings(max_examples=250, deadline=None)
@given(drawn.specs())
def test_any_parse_is_read(spec: str) -> None:
    targets.parse(spec.encode("utf-8", "surrogatepass"))


@settings(max_examples=50, deadline=None)
@given(drawn.stories)
def test_any_readings_make_a_record(spec: str) -> None:
    targets.story(spec.encode("utf-8", "surrogatepass"))


ROWS = (
    "said/say/VBD/VERB/{}/", "meet/meet/VB/VERB/{}/", "killed/kill/VBN/VERB/{}/", "talks/talk/NNS/NOUN/{}/",
    "Voss/Voss/NNP/PROPN/{}/B-PERSON",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("link", ["conj/1", "conj/-1", "xcomp/-1", "xcomp/1", "conj/0", "poss/1", "pobj/-1"])
def test_a_tree_as_deep_as_its_words_are_many_is_read(row: str, link: str) -> None:
    targets.parse(f"@2026-01-13\n{' '.join([row.format(link)] * 700)}\n".encode())
