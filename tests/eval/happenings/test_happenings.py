from __future__ import annotations

import pytest
from eval.floors import floors
from eval.happenings.pieces import FIELDS, HALVES, load
from eval.happenings.score import CHECKS, score

from variorum.engine.reader import Reader


@pytest.mark.model
@pytest.mark.parametrize("half", HALVES)
def test_the_floor_under_each_half_holds(half: str) -> None:
    facts = score(half, Reader())
    assert sum(f.right for f in facts) >= floors("happenings", half)["in all"] * len(facts)


def test_every_piece_asks_for_something_in_its_own_words() -> None:
    pieces = [piece for half in HALVES for piece in load(half)]
    assert len({piece.name for piece in pieces}) == len(pieces)
    assert set(CHECKS) == set(FIELDS)
    for piece in pieces:
        told = " ".join(text for _, text in piece.reports)
        words = [
            f for a in piece.asked if a.kind in {"event", "one", "quote"} for f in a.fields[: 1 + (a.kind == "one")]
        ]
        assert piece.asked and all(w in told for w in words), piece.name
