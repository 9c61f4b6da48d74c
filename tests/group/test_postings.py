from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from pytest import MonkeyPatch

from variorum.group import postings
from variorum.group.fingerprints import ALL_PAIRS, Hashes
from variorum.group.postings import GrowingIndex


def plain(rows: Sequence[Hashes], prints: Hashes) -> list[int]:
    """The sharers by the definition: a fingerprint of many rows counts an eighth, for the latest of them alone."""
    counts: Counter[int] = Counter()
    for value in prints.tolist():
        held = [n for n, theirs in enumerate(rows) if value in theirs]
        for n in held[-ALL_PAIRS:]:
            counts[n] += 1 if len(held) > ALL_PAIRS else 8
    return sorted((n for n in counts if counts[n] >= 16), key=lambda n: (-counts[n], n))


@pytest.mark.parametrize("values", [400, 60])
def test_the_sharers_are_those_that_a_plain_count_gives(monkeypatch: MonkeyPatch, values: int) -> None:
    monkeypatch.setattr(postings, "YOUNG", 50)
    monkeypatch.setattr(postings, "_BITS_AT_FIRST", 64)
    random = Random(1)
    rows = [np.unique(np.array([random.randrange(values) for _ in range(12)], np.uint64)) for _ in range(120)]
    index = GrowingIndex()
    found = 0
    for n, prints in enumerate(rows):
        wanted = plain(rows[:n], prints)
        assert index.sharers(prints, 200) == wanted
        assert index.sharers(prints, 2) == wanted[:2]
        index.add(n, prints)
        found += len(wanted)
    assert found > 100


def test_the_filter_keeps_what_is_there_and_drops_most_of_what_is_not() -> None:
    random = Random(2)
    index = GrowingIndex()
    here, others = (np.array([random.randrange(1 << 64) for _ in range(20_000)], np.uint64) for _ in range(2))
    for n, prints in enumerate(np.split(here, 200)):
        index.add(n, prints)
    assert index._filter.may_hold(here).all()
    assert index._filter.may_hold(others).mean() < 0.1


def test_what_stands_everywhere_leads_to_the_latest_alone_and_counts_little() -> None:
    index = GrowingIndex()
    furniture = np.arange(3, dtype=np.uint64)
    for n in range(100):
        index.add(n, furniture)
    assert index.sharers(furniture, 1000) == []


def test_an_empty_report_is_no_obstacle() -> None:
    index = GrowingIndex()
    index.add(0, np.empty(0, np.uint64))
    assert index.sharers(np.empty(0, np.uint64), 5) == []
