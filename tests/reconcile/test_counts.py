from __future__ import annotations

from tests.reconcile import told
from variorum.model.reading import Event
from variorum.model.record import Difference
from variorum.reconcile.align import aligned
from variorum.reconcile.differences.counts import count_differences

Stories = list[tuple[told.Article, list[Event], list[told.Claim]]]

A = told.report("a", "This is the second visit to Spain since May.")
B = told.report("b", "It was the second summit since she took office.")
C = told.report("c", "It was the third visit to Spain since May.")
SECOND_VISIT = told.ordinal(A, "second visit to Spain since May", 2, ["visit", "Spain"], "since May")
SECOND_SUMMIT = told.ordinal(B, "second summit since she took office", 2, ["summit"], "since she took office")
THIRD_VISIT = told.ordinal(C, "third visit to Spain since May", 3, ["visit", "Spain"], "since May")


def found(*rows: tuple[told.Article, told.Ordinal]) -> list[Difference]:
    told_: Stories = [(a, [], [told.claim(a, o.cite.exact, ["be"], ordinals=(o,))]) for a, o in rows]
    corpus = told.corpus(told_)
    return count_differences(corpus, aligned(corpus, []))


def test_different_sets_are_compatible() -> None:
    [row] = found((A, SECOND_VISIT), (B, SECOND_SUMMIT))
    assert (row.kind, row.verdict, len(row.positions)) == ("count", "compatible", 2)


def test_one_set_with_two_numbers_is_a_conflict() -> None:
    [row] = found((A, SECOND_VISIT), (C, THIRD_VISIT))
    assert row.verdict == "conflict"
    assert "2 and 3" in row.explanation


def test_an_ordinal_of_an_earlier_happening_is_not_this_ones() -> None:
    first = told.report("d", "It follows their first visit to Spain.")
    words = "It follows their first visit to Spain"
    ordinal = told.ordinal(first, "first visit to Spain", 1, ["visit", "Spain"])
    told_: Stories = [
        (A, [], [told.claim(A, SECOND_VISIT.cite.exact, ["be"], ordinals=(SECOND_VISIT,))]),
        (first, [], [told.claim(first, words.replace("their ", "their "), ["follow"], ordinals=(ordinal,))]),
    ]
    corpus = told.corpus(told_)
    rows = count_differences(corpus, aligned(corpus, []))
    assert all(r.verdict != "conflict" for r in rows)
