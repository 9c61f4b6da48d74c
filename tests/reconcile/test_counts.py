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
    told_: Stories = [(a, [], [told.claim(a, o.cite.exact, ["be"], ordinals=(o,), predicate="be")]) for a, o in rows]
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


def test_the_first_of_all_is_not_the_first_since_some_time() -> None:
    first = told.report("e", "It was the first visit to Spain by a Danish king.")
    since = told.report("f", "It was the first visit of a Danish king since 1998.")
    ever = told.ordinal(first, "the first visit to Spain by a Danish king", 1, ["visit", "Spain"])
    again = told.ordinal(since, "the first visit of a Danish king since 1998", 1, ["visit"], "since 1998")
    [row] = found((first, ever), (since, again))
    assert row.verdict == "conflict"
    assert "since 1998" in row.explanation


def test_her_first_visit_is_counted_among_her_own() -> None:
    first = told.report("g", "It was her first visit to Spain.")
    since = told.report("h", "It was the first visit of a Danish queen since 1998.")
    hers = told.ordinal(first, "her first visit to Spain", 1, ["visit", "Spain"])
    again = told.ordinal(since, "the first visit of a Danish queen since 1998", 1, ["visit"], "since 1998")
    assert [d.verdict for d in found((first, hers), (since, again))] == ["compatible"]


def test_ordinals_of_different_kinds_of_happening_are_not_set_side_by_side() -> None:
    crash = told.report("i", "It was the third accident this year.")
    third = told.ordinal(crash, "the third accident this year", 3, ["accident"], "this year")
    assert found((A, SECOND_VISIT), (crash, third)) == []


SUCH = told.report("j", "It was the third such incident off the cape this year.")
CRASH = told.report("k", "The collision was the fourth this year.")
OTHER = told.report("l", "It was the second deadly collision this year.")
THIRD_SUCH = told.ordinal(SUCH, "the third such incident off the cape this year", 3, ["such", "incident"], "this year")
FOURTH_CRASH = told.ordinal(CRASH, "the fourth this year", 4, ["collision"], "this year")
SECOND_DEADLY = told.ordinal(OTHER, "the second deadly collision this year", 2, ["deadly", "collision"], "this year")


def test_such_an_incident_is_what_was_told() -> None:
    [row] = found((SUCH, THIRD_SUCH), (CRASH, FOURTH_CRASH))
    assert (row.verdict, "3 and 4" in row.explanation) == ("conflict", True)


def test_such_an_incident_is_no_narrower_set() -> None:
    assert [d.verdict for d in found((SUCH, THIRD_SUCH), (OTHER, SECOND_DEADLY))] == ["compatible"]


def test_two_owners_count_their_own() -> None:
    one = told.report("m", "It is the drivers' third strike this year.")
    two = told.report("n", "It is the union's second strike this year.")
    third = told.ordinal(one, "the drivers' third strike this year", 3, ["strike"], "this year")
    second = told.ordinal(two, "the union's second strike this year", 2, ["strike"], "this year")
    assert [d.verdict for d in found((one, third), (two, second))] == ["compatible"]


def test_how_often_is_counted_with_what_was_done() -> None:
    often = told.report("o", "It is the second time this year that the leaders have met.")
    fifth = told.report("p", "It was the fifth summit.")
    twice = told.ordinal(often, "the second time this year", 2, ["time"], "this year")
    summit = told.ordinal(fifth, "the fifth summit", 5, ["summit"])
    assert [d.verdict for d in counted((often, twice, "meet"), (fifth, summit, "be"))] == ["compatible"]
    assert counted((often, twice, "refuse"), (fifth, summit, "be")) == []


def test_how_often_is_no_other_number_of_one_set() -> None:
    often = told.report("q", "They met for the second time this year.")
    third = told.report("r", "They met for the third time this year.")
    two = told.ordinal(often, "the second time this year", 2, ["time"], "this year")
    three = told.ordinal(third, "the third time this year", 3, ["time"], "this year")
    assert counted((often, two, "meet"), (third, three, "meet")) == []


def counted(*rows: tuple[told.Article, told.Ordinal, str]) -> list[Difference]:
    """What differs where each ordinal stands in a clause with a verb of its own."""
    told_: Stories = [
        (a, [], [told.claim(a, a.text[:-1], [verb], ordinals=(o,), predicate=verb)]) for a, o, verb in rows
    ]
    corpus = told.corpus(told_)
    return count_differences(corpus, aligned(corpus, []))


SECOND_BLAST = told.report("s", "A second blast hit the market.")
FIRST_BLAST = told.report("t", "The first blast hit the school.")


def test_numbered_blasts_are_no_two_numbers_of_one() -> None:
    second = told.ordinal(SECOND_BLAST, "A second blast", 2, ["blast"])
    first = told.ordinal(FIRST_BLAST, "The first blast", 1, ["blast"])
    assert counted((SECOND_BLAST, second, "hit"), (FIRST_BLAST, first, "hit")) == []
    assert [d.verdict for d in counted((SECOND_BLAST, second, "be"), (FIRST_BLAST, first, "be"))] == ["conflict"]


def test_a_report_that_counts_both_tells_of_two() -> None:
    both = told.report("u", "It was the third round. It was the second round that failed.")
    one = told.report("v", "It was the second round.")
    rows = [told.ordinal(both, words, n, ["round"]) for n, words in ((3, "the third round"), (2, "the second round"))]
    second = told.ordinal(one, "the second round", 2, ["round"])
    told_: Stories = [
        (both, [], [told.claim(both, both.text[:-1], ["be"], ordinals=tuple(rows), predicate="be")]),
        (one, [], [told.claim(one, one.text[:-1], ["be"], ordinals=(second,), predicate="be")]),
    ]
    corpus = told.corpus(told_)
    assert count_differences(corpus, aligned(corpus, [])) == []


def test_rounds_of_two_days_are_two() -> None:
    one, two = told.report("w", "It was the third round."), told.report("x", "It was the second round.")
    rows = ((one, "the third round", 3, "2026-01-12"), (two, "the second round", 2, "2025-10-02"))
    told_: Stories = []
    for article, words, n, day in rows:
        ordinal = told.ordinal(article, words, n, ["round"])
        claim = told.claim(article, article.text[:-1], ["be"], ordinals=(ordinal,), predicate="be", time=told.when(day))
        told_.append((article, [], [claim]))
    corpus = told.corpus(told_)
    assert count_differences(corpus, aligned(corpus, [])) == []


def test_this_year_is_the_year() -> None:
    one, two = told.report("y", "It was the first swap this year."), told.report("z", "It was the first of the year.")
    first = told.ordinal(one, "the first swap this year", 1, ["swap"], "this year")
    same = told.ordinal(two, "the first of the year", 1, ["swap"], "of the year")
    assert found((one, first), (two, same)) == []
    other = told.ordinal(two, "the first of the year", 3, ["swap"], "of the year")
    assert [d.verdict for d in found((one, first), (two, other))] == ["conflict"]
