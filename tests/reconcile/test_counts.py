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
    later = told.report("d", "She came following their fifth visit to Spain since May.")
    words = "their fifth visit to Spain since May"
    fifth = told.ordinal(later, words, 5, ["visit", "Spain"], "since May")
    claims: Stories = [
        (A, [], [told.claim(A, SECOND_VISIT.cite.exact, ["be"], ordinals=(SECOND_VISIT,))]),
        (later, [], [told.claim(later, later.text[:-1], ["come"], ordinals=(fifth,))]),
    ]
    corpus = told.corpus(claims)
    assert count_differences(corpus, aligned(corpus, [])) == []
    assert [d.verdict for d in found((A, SECOND_VISIT), (later, fifth))] == ["conflict"]
