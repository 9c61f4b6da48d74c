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
WHY = "It cannot have been at both times."
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


def over(verdict: Verdict, says: Says, kind: DifferenceKind = "date") -> Difference | None:
    corpus = story()
    sides = [
        position(corpus, words, [cite(article, words)])
        for article, words in ((LATE, "went down at noon"), (EARLY, "sank at dawn"))
    ]
    row = difference(kind, "When did it sink?", sides, verdict, WHY)
    found = looked_over(corpus, SideBySide((), says), [row])
    return found[0] if found else None


@pytest.mark.parametrize(("likely", "left", "told"), [(0.4, 0.4, "0.40"), (0.496, None, "0.50"), (0.79, None, "0.79")])
def test_a_conflict_that_the_comparer_doubts_is_none(likely: float, left: float | None, told: str) -> None:
    row = over("conflict", Says(conflict=likely))
    assert row
    assert (row.verdict, row.likeliness, row.unlikely) == ("compatible", left, left is not None)
    doubt = f"though, they are at odds with a likeliness of only {told}, so this is called no conflict."
    assert row.explanation == f"{WHY} By a trained comparison, {doubt}"


def test_a_conflict_that_both_grounds_bear_out_stands() -> None:
    row = over("conflict", Says(conflict=0.3, superseded=0.55))
    assert row
    assert (row.verdict, row.explanation, row.likeliness) == ("conflict", WHY, None)


@pytest.mark.parametrize("verdict", ["compatible", "superseded"])
def test_other_verdicts_are_left_with_how_likely_they_are_where_that_is_unlikely(verdict: Verdict) -> None:
    sure, unsure = over(verdict, Says(conflict=0.9)), over(verdict, Says(conflict=0.4))
    assert sure
    assert unsure
    assert (sure.verdict, sure.explanation, sure.likeliness) == (verdict, WHY, None)
    assert (unsure.verdict, unsure.likeliness) == (verdict, 0.4)
    doubt = "though, they are two answers to one question with a likeliness of only 0.40."
    assert unsure.explanation == f"{WHY} By a trained comparison, {doubt}"


@pytest.mark.parametrize("verdict", ["conflict", "compatible", "superseded"])
@pytest.mark.parametrize("says", [Says(conflict=0.1), Says(same=0.9)])
def test_what_answers_two_questions_or_is_the_same_is_not_shown(verdict: Verdict, says: Says) -> None:
    assert over(verdict, says) is None


def test_what_is_likely_enough_to_the_second_figure_is_shown() -> None:
    assert over("compatible", Says(conflict=0.196))
    assert over("compatible", Says(conflict=0.194)) is None


def test_a_row_of_which_there_is_nothing_to_read_stands() -> None:
    copies = [
        report(n, "Nine died by the police, eleven by the mayor.", published="2026-01-13") for n in ("one", "two")
    ]
    corpus = build_corpus(copies, [Reading(a.id, (), (), (), (), (), (), ()) for a in copies], (), {})
    sides = [
        position(corpus, w, [cite(a, w)])
        for a, w in zip(copies, ("Nine died by the police", "eleven by the mayor"), strict=True)
    ]
    row = difference("number", "How many died?", sides, "conflict", WHY)
    says = Says()
    assert looked_over(corpus, SideBySide((), says), [row]) == [row]
    assert says.asked == []


def test_names_are_not_asked_about() -> None:
    says = Says()
    row = over("conflict", says, "name")
    assert row
    assert row.verdict == "conflict"
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
