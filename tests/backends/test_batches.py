from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.backends.batches import batches

LONGEST = 40


@given(st.lists(st.integers(0, LONGEST), max_size=30), st.integers(1, 100))
def test_batches_keep_every_text_in_order(lengths: list[int], enough: int) -> None:
    texts = ["x" * n for n in lengths]
    found = list(batches(texts, enough))
    assert [t for batch in found for t in batch] == texts
    assert all(enough <= sum(map(len, batch)) < enough + LONGEST for batch in found[:-1])
    assert all(found)
