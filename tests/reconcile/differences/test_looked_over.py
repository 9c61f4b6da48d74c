"""Rows of the rules, looked over by a comparer that the tests make up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from tests.reconcile.told import cite, report
from variorum.model.protocols import STANDINGS
from variorum.model.reading import Reading
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.looked_over import looked_over
from variorum.reconcile.side_by_side import SideBySide

EARLY = report("early", "The ferry sank at dawn. Nine people died.", published="2026-01-13")
LATE = report("late", "The boat went down at noon. Eleven have died.", published="2026-01-14")


class Says:
    """Says the same of every pair; remembers what it was asked."""

    name = "made"

    def __init__(self, **shares: float) -> None:
        self.row = [shares.get(s, 0.0) for s in STANDINGS]
        self.row[0] += 1 - sum(self.row)
        self.asked: list[tuple[str, str]] = []

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> Any:
        self.asked += pairs
        return np.array([self.row] * len(pairs), np.float32)


def story() -> Corpus:
    return build_corpus((EARLY, LATE), [Reading(a.id, (), (), (), (), (), (), ()) for a in (EARLY, LATE)], (), {})


def over(verdict: Verdict, says: Says, kind: DifferenceKind = "date") -> Difference:
    corpus = story()
    sides = [
        position(corpus, words, [cite(article, words)])
        for article, words in ((LATE, "went down at noon"), (EARLY, "sank at dawn"))
    ]
    row = difference(kind, "When did it sink?", sides, verdict, "It cannot have been at both times.")
    (found,) = looked_over(corpus, SideBySide((), says), [row])
    return found


def test_a_conflict_of_two_questions_is_none() -> None:
    row = over("conflict", Says(conflict=0.1))
    assert row.verdict == "compatible"
    assert row.explanation.startswith("It cannot have been at both times. By a trained comparison, though")
    assert row.explanation.endswith("a likeliness of only 0.10.")


def test_what_says_the_same_by_the_comparer_is_no_conflict_either() -> None:
    assert over("conflict", Says(same=0.9)).explanation.endswith("at odds with a likeliness of only 0.00.")


def test_a_conflict_that_both_grounds_bear_out_stands() -> None:
    row = over("conflict", Says(conflict=0.3, superseded=0.5))
    assert (row.verdict, row.explanation) == ("conflict", "It cannot have been at both times.")


@pytest.mark.parametrize("verdict", ["compatible", "superseded"])
def test_other_verdicts_are_not_looked_over(verdict: Verdict) -> None:
    says = Says(conflict=0.9)
    assert over(verdict, says).verdict == verdict
    assert says.asked == []


def test_names_are_not_asked_about() -> None:
    says = Says()
    assert over("conflict", says, "name").verdict == "conflict"
    assert says.asked == []


def test_the_earlier_report_is_read_first() -> None:
    says = Says()
    over("conflict", says)
    assert says.asked == [("The ferry sank at dawn.", "The boat went down at noon.")]


def test_without_a_comparer_the_rules_stand() -> None:
    corpus = story()
    sides = [position(corpus, w, [cite(a, w)]) for a, w in ((EARLY, "Nine people died"), (LATE, "Eleven have died"))]
    row = difference("number", "How many died?", sides, "conflict", "Both cannot be right.")
    assert looked_over(corpus, SideBySide(), [row]) == [row]
