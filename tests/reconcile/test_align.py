from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reconcile import told
from tests.reconcile.embedding import Topical
from variorum.model.record import DifferenceKind, Verdict
from variorum.reconcile.align import aligned
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.facts import joined_claims, silences
from variorum.reconcile.support import Origins

A = told.report("a", "The mill in Porto burned down in 1911. Rain fell.", "2026-01-12")
B = told.report("b", "Porto's mill was burned down in 1911. Bread is dear.", "2026-01-13")
C = told.report("c", "Wages rose in Lyon.", "2026-01-14")
MILL_A = told.claim(A, "The mill in Porto burned down in 1911", ["mill", "burn", "porto"], predicate="burn")
MILL_B = told.claim(B, "Porto's mill was burned down in 1911", ["mill", "burn", "porto"], predicate="burn")
RAIN = told.claim(A, "Rain fell", ["rain", "fall"], predicate="fall")
WAGES = told.claim(C, "Wages rose in Lyon", ["wage", "rise", "lyon"], predicate="rise")
CORPUS = told.corpus([(A, [], [MILL_A, RAIN]), (B, [], [MILL_B]), (C, [], [WAGES])])


def test_claims_of_one_fact_are_joined_and_others_are_not() -> None:
    groups = {frozenset(s.claim.id for s in g) for g in aligned(CORPUS, [])}
    assert groups == {frozenset({MILL_A.id, MILL_B.id}), frozenset({RAIN.id}), frozenset({WAGES.id})}


def test_agreed_and_single_and_who_is_silent() -> None:
    claims = joined_claims(CORPUS, aligned(CORPUS, []), [], Origins({}))
    assert [c.status for c in claims] == ["agreed", "single", "single"]
    [silence] = silences(CORPUS, claims)
    assert (silence.claim, silence.articles_silent) == (claims[0].id, (C.id,))


def test_a_report_written_before_the_others_is_not_called_silent() -> None:
    early = told.report("early", "Fog.", "2026-01-01")
    corpus = told.corpus([(early, [], []), (A, [], [MILL_A]), (B, [], [MILL_B])])
    assert silences(corpus, joined_claims(corpus, aligned(corpus, []), [], Origins({}))) == ()


def test_a_claim_and_its_denial_are_disputed() -> None:
    no = told.claim(B, "Porto's mill was burned down", ["mill", "burn", "porto"], predicate="burn", polarity="no")
    corpus = told.corpus([(A, [], [MILL_A]), (B, [], [no])])
    [claim] = joined_claims(corpus, aligned(corpus, []), [], Origins({}))
    assert claim.status == "disputed"


@pytest.mark.parametrize(
    ("verdict", "kind", "likeliness", "status"),
    [
        ("conflict", "date", None, "disputed"),
        ("superseded", "number", None, "disputed"),
        ("superseded", "number", 0.7, "disputed"),
        ("superseded", "number", 0.4, "agreed"),
        ("superseded", "status", None, "agreed"),
        ("compatible", "number", None, "agreed"),
    ],
)
def test_a_difference_that_is_more_likely_than_not_leaves_a_claim_open(
    verdict: Verdict, kind: DifferenceKind, likeliness: float | None, status: str
) -> None:
    sides = [position(CORPUS, value, [c.cite]) for value, c in (("down", MILL_A), ("was", MILL_B))]
    row = replace(difference(kind, "What burned?", sides, verdict, "They say so."), likeliness=likeliness)
    assert joined_claims(CORPUS, aligned(CORPUS, []), [row], Origins({}))[0].status == status


def test_claims_dated_apart_are_not_joined() -> None:
    old = told.claim(A, "The mill in Porto", ["mill", "burn", "porto"], time=told.when("1911-05-01"))
    new = told.claim(B, "Porto's mill", ["mill", "burn", "porto"], time=told.when("2026-01-10"))
    assert len(aligned(told.corpus([(A, [], [old]), (B, [], [new])]), [])) == 2


FIRE_A = told.claim(A, "The mill in Porto burned down in 1911", ["mill", "burn", "porto", "night"], predicate="burn")
FIRE_B = told.claim(B, "Porto's mill was burned down", ["mill", "porto", "flame", "ruin", "ash"], predicate="burn")
FIRE = told.corpus([(A, [], [FIRE_A, RAIN]), (B, [], [FIRE_B]), (C, [], [WAGES])])
BREAD_B = told.claim(B, "in 1911. Bread is dear", ["mill", "porto", "flame", "ruin", "ash"], predicate="burn")
BREAD = told.corpus([(A, [], [FIRE_A]), (B, [], [BREAD_B])])


def test_a_proposal_takes_over_the_line_what_lies_just_below_it() -> None:
    embedder = Topical({"mill"})
    for found in (aligned(FIRE, []), aligned(FIRE, [], embedder)):
        assert {frozenset(s.claim.id for s in g) for g in found} >= {frozenset({FIRE_A.id, FIRE_B.id})}
    assert sorted(embedder.seen) == sorted({FIRE_A.cite.exact, FIRE_B.cite.exact})


def test_what_is_not_likely_to_say_the_same_is_not_proposed() -> None:
    assert len(aligned(BREAD, [])) == 2
    assert len(aligned(FIRE, [], Topical({"1911"}, {"was"}))) == 4


def test_a_proposal_cannot_join_what_the_dates_bar() -> None:
    old = told.claim(A, "The mill in Porto burned down", FIRE_A.terms, time=told.when("1911-05-01"))
    new = told.claim(B, "Porto's mill was burned down", FIRE_B.terms, time=told.when("2026-01-10"))
    embedder = Topical({"mill"})
    assert len(aligned(told.corpus([(A, [], [old]), (B, [], [new])]), [], embedder)) == 2
    assert embedder.seen == []
