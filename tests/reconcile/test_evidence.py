from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.lang.stems import stem
from variorum.model.article import Article
from variorum.model.reading import Claim, Event
from variorum.reconcile.align import SURE, Stated, barred, stated_claims
from variorum.reconcile.content import contents
from variorum.reconcile.evidence import best_of_each, chance, features, grounds, margin, nearness

A = told.report("a", "Two pilots died. The mayor told reporters at the port. Bread is dear.", "2026-01-12")
B = told.report("b", "The pilots were killed. The judge told reporters at the court. Bread is cheap.", "2026-01-13")
DIED = told.claim(A, "Two pilots died", ["two", "pilot", "die", "ravine"], predicate="die")
KILLED = told.claim(B, "The pilots were killed", ["pilot", "perish", "ravine"], predicate="perish")
DENIED = told.claim(B, "The pilots", ["pilot", "perish", "ravine"], predicate="perish", polarity="no")
MAYOR = told.claim(A, "The mayor told reporters at the port", ["mayor", "tell", "reporter"], predicate="tell")
JUDGE = told.claim(B, "The judge told reporters at the court", ["judge", "tell", "reporter"], predicate="tell")
BREAD = told.claim(A, "Bread is dear", ["bread", "dear"], predicate="be")
CHEAP = told.claim(B, "Bread is cheap", ["bread", "cheap"], predicate="be")


def _stated(*claims: Claim) -> list[Stated]:
    rows: list[tuple[Article, list[Event], list[Claim]]] = [
        (r, [], [c for c in claims if c.cite.article == r.id]) for r in (A, B)
    ]
    found = {s.claim.id: s for s in stated_claims(told.corpus(rows), [])}
    return [found[c.id] for c in claims]


def test_other_words_for_one_act_speak_for_one_fact() -> None:
    one, two, three, four = _stated(DIED, KILLED, BREAD, MAYOR)
    assert margin(features(one.seen, two.seen)) > margin(features(four.seen, two.seen))
    assert grounds(one.seen, two.seen)
    assert not grounds(three.seen, two.seen)


def test_who_spoke_to_whom_says_nothing_of_what_was_said() -> None:
    one, two, *_ = _stated(MAYOR, JUDGE, BREAD, CHEAP)
    assert set(one.content.words) == {"mayor"}
    assert not grounds(one.seen, two.seen)
    assert margin(features(one.seen, two.seen)) < SURE
    assert barred(one, two)


def test_a_denial_is_near_what_it_denies_and_not_the_same() -> None:
    one, yes, no, _ = _stated(DIED, KILLED, DENIED, BREAD)
    said, denied = features(one.seen, yes.seen), features(one.seen, no.seen)
    assert margin(denied) < margin(said)
    assert nearness(denied) == pytest.approx(nearness(said))


def test_the_longer_the_reports_the_more_is_alike_by_chance() -> None:
    assert chance(8, 10, 18) == 0
    assert chance(25, 400, 425) > chance(100, 25, 125) > 0
    assert chance(8, 10, 3000) > chance(8, 10, 400)


def test_only_the_best_for_both_is_kept() -> None:
    rows = [(1.0, 0, 1), (0.5, 0, 2), (0.7, 3, 2)]
    assert best_of_each(rows, lambda n: "b" if n in (1, 2) else "a") == [(1.0, 0, 1), (0.7, 3, 2)]


def test_rare_words_weigh_more_than_what_all_claims_say() -> None:
    made = contents(told.corpus([(A, [], [DIED, MAYOR, BREAD]), (B, [], [KILLED, CHEAP])]))
    assert made[0].words[stem("pilot")] < made[0].words[stem("die")]
    assert "two" not in made[0].words
