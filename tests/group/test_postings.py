from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
from pytest import MonkeyPatch

from variorum.group import postings
from variorum.group.postings import GrowingIndex


def test_the_sharers_are_those_that_a_plain_count_gives(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "YOUNG", 50)
    random = Random(1)
    rows = [np.unique(np.array([random.randrange(400) for _ in range(12)], np.uint64)) for _ in range(60)]
    index = GrowingIndex()
    for n, prints in enumerate(rows):
        counts = Counter({m: len(np.intersect1d(rows[m], prints)) for m in range(n)})
        wanted = sorted((m for m in counts if counts[m] >= 2), key=lambda m: (-counts[m], m))
        assert index.sharers(prints, 100) == wanted
        assert index.sharers(prints, 2) == wanted[:2]
        index.add(n, prints)


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
