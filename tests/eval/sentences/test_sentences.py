from __future__ import annotations

import pytest
from eval.sentences.__main__ import Sentence, average_precision, labelled, tf_idf

FIRE = Sentence("t", "a", "The mill burned down", frozenset({"e1"}))
BLAZE = Sentence("t", "b", "Flames took the mill", frozenset({"e1", "e2"}))
VOTE = Sentence("t", "c", "The council voted", frozenset({"e2"}))


def test_pairs_of_two_documents_that_share_an_event_are_positive() -> None:
    pairs, labels = labelled([FIRE, BLAZE, VOTE])
    assert list(zip(pairs, labels, strict=True)) == [
        ((FIRE.text, BLAZE.text), True), ((BLAZE.text, VOTE.text), True), ((FIRE.text, VOTE.text), False),
    ]  # fmt: skip


def test_average_precision_looks_at_each_positives_rank() -> None:
    assert average_precision([0.9, 0.8, 0.7], [True, False, True]) == pytest.approx((1 + 2 / 3) / 2)


def test_the_plain_vectors_see_shared_words() -> None:
    near, far = tf_idf([(FIRE.text, BLAZE.text), (FIRE.text, VOTE.text)], [FIRE, BLAZE, VOTE])
    assert near > far == 0
