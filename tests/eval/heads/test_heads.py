from __future__ import annotations

import pytest
from eval.floors import floors
from eval.heads.pieces import HALVES, KEYS, load
from eval.heads.score import score


@pytest.mark.parametrize("half", HALVES)
def test_the_floor_under_each_half_holds(half: str) -> None:
    facts = score(half)
    assert sum(f.right for f in facts) >= floors("heads", half)["in all"] * len(facts)


def test_every_piece_asks_for_several_facts_under_a_name_of_its_own() -> None:
    pieces = [piece for half in HALVES for piece in load(half)]
    assert len({piece.name for piece in pieces}) == len(pieces)
    assert all(len(piece.facts) >= 3 and set(piece.facts) < set(KEYS) for piece in pieces)
