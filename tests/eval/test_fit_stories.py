"""The stories that weights are fitted on, taken together: no category falls under its floor."""

from __future__ import annotations

import pytest
from eval.contrasts.cards import cards, summed
from eval.floors import floors


@pytest.mark.model
def test_no_category_of_all_of_them_falls_under_its_floor() -> None:
    card = summed(cards())
    shares = {line.category: line.right / line.asked for line in card.lines} | {"in all": card.share}
    least = floors("story", "fit")
    assert least, "no floors are set for these stories"
    assert {m: (s, least[m]) for m, s in shares.items() if s < least.get(m, 0)} == {}
    assert set(least) <= set(shares)
