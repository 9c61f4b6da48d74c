"""Rows whose answers read the same are left out."""

from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.record import DifferenceKind, Verdict
from variorum.reconcile.differences import _alike
from variorum.reconcile.differences.build import difference, position

A = told.report("one", "It was fired at 8.17am Beijing time.", "2026-03-10")
B = told.report("two", "It was fired at 8.17am Beijing time.", "2026-03-11")
CORPUS = told.corpus([(A, [], []), (B, [], [])])


@pytest.mark.parametrize(
    ("kind", "verdict", "values", "left_out"),
    [
        ("date", "conflict", ("8.17am Beijing time", "8.17am Beijing time"), True),
        ("date", "conflict", ("8.17am", "9.17am"), False),
        ("date", "superseded", ("Monday", "Monday"), False),
        ("number", "conflict", ("five", "five"), False),
    ],
)
def test_a_conflict_of_times_in_the_very_same_words_is_none(
    kind: DifferenceKind, verdict: Verdict, values: tuple[str, str], left_out: bool
) -> None:
    sides = [
        position(CORPUS, value, [told.cite(report, "8.17am")]) for value, report in zip(values, (A, B), strict=True)
    ]
    assert _alike(difference(kind, "When was it fired?", sides, verdict, "It cannot have been at both.")) is left_out
