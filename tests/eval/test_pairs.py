"""The comparer on the stories that it was not taught on: it does not fall under its floors."""

from __future__ import annotations

import pytest
from eval.floors import floors
from eval.pairs.__main__ import EVERY, measured
from eval.pairs.examples import left_out, written
from eval.pairs.measures import average_precision


def test_average_precision_counts_from_the_top() -> None:
    assert average_precision([True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([False, False]) == 0


def test_every_written_pair_has_two_sentences_and_a_standing() -> None:
    pairs = list(written())
    assert len(pairs) > 5000
    assert all(p.one.strip() and p.two.strip() and p.one != p.two for p in pairs)


@pytest.mark.model
def test_the_comparer_does_not_fall_under_its_floors() -> None:
    found = measured()
    assert found.stories == len(left_out()[::EVERY])
    over = [bool(rows) for likely, rows in found.scored if likely >= 0.5]
    shares = {
        "average precision": average_precision([bool(rows) for _, rows in found.scored]),
        "right from 0.5": sum(over) / len(over),
    }
    least = floors("pairs", "left_out")
    assert set(least) == set(shares)
    assert {m: (s, least[m]) for m, s in shares.items() if s < least[m]} == {}
