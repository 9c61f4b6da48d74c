from __future__ import annotations

from random import Random

import numpy as np

from tests import factory
from variorum.group.fingerprints import SHINGLE, WINDOW, Vocabulary, candidate_pairs, fingerprints, hashes_of


def prints(*words: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return fingerprints(np.array(words, np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def test_hashes_are_the_same_in_every_run() -> None:
    [value] = hashes_of([factory.paragraph("Bridge")], Vocabulary()).tolist()
    assert value == 0x26C4BC17A58C0FEE
    assert Vocabulary()["Bridge"] == Vocabulary()["bridge"]
    assert Vocabulary()["don’t"] == Vocabulary()["don't"]


def test_every_run_of_the_promised_length_is_found() -> None:
    random = Random(7)
    length = SHINGLE + WINDOW - 1
    for _ in range(50):
        shared = [random.randrange(10**6) for _ in range(length)]
        one = [random.randrange(10**6) for _ in range(40)] + shared + [random.randrange(10**6) for _ in range(40)]
        two = [random.randrange(10**6) for _ in range(40)] + shared + [random.randrange(10**6) for _ in range(40)]
        assert np.intersect1d(prints(*one), prints(*two)).size


def test_texts_too_short_for_a_shingle_have_no_fingerprint() -> None:
    assert prints().size == prints(1, 2, 3, 4).size == 0
    assert candidate_pairs([]) == candidate_pairs([prints(), prints()]) == []


def test_pairs_come_from_shared_fingerprints_alone() -> None:
    one, two, three = list(range(60)), list(range(30, 90)), list(range(1000, 1060))
    assert candidate_pairs([prints(*one), prints(*two), prints(*three)]) == [(0, 1)]


def test_a_passage_that_stands_everywhere_costs_a_few_pairs_a_row() -> None:
    common = list(range(30))
    rows = [prints(*common, *range(1000 * n, 1000 * n + 40)) for n in range(1, 60)]
    assert len(candidate_pairs(rows)) <= 4 * len(rows)
