from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.reconcile.agenda import agenda, key_terms, likeness

A = told.report("a", "Fishing rights are on the agenda, including cod quotas.", "2026-01-12")
B = told.report("b", "Fishing disputes will stay off the table.", "2026-01-12")
ON = told.topic(A, "Fishing rights are on the agenda", "on", "Fishing rights")
COD = told.topic(A, "cod quotas", "on", "cod quotas", parent="Fishing rights")
OFF = told.topic(B, "Fishing disputes will stay off the table", "off", "Fishing disputes")


def test_a_topic_is_one_across_reports_and_its_part_stands_apart() -> None:
    corpus = told.corpus([(A, [], []), (B, [], [])], agenda=[(A, ON), (A, COD), (B, OFF)])
    fishing, cod = agenda(corpus)
    assert [e.polarity for e in fishing.entries] == ["on", "off"]
    assert cod.parent == fishing.id


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("historical issues", "Lingering wartime historical disputes", True), ("trade", "security issues", False)],
)
def test_topics_are_known_by_their_telling_words(one: str, other: str, alike: bool) -> None:
    assert (likeness(key_terms(one), key_terms(other)) > 0) is alike
