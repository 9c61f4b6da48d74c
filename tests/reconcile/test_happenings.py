from __future__ import annotations

from tests.reconcile import told
from variorum.reconcile.geography import places_apart
from variorum.reconcile.happenings import happenings

PEOPLE = [told.entity("solin", "Marek Solin"), told.entity("ruiz", "Ana Ruiz"), told.entity("kade", "Ivo Kade")]
A = told.report("a", "Solin met Ruiz in Porto on Monday.", "2026-01-12")
B = told.report("b", "Ruiz held talks with Solin.", "2026-01-13")
C = told.report("c", "Solin met Kade on Monday.", "2026-01-13")


def test_one_meeting_told_twice_is_one_happening() -> None:
    one = told.event(A, "Solin met Ruiz", "met", people=["solin", "ruiz"], on=told.when("2026-01-12"))
    two = told.event(B, "Ruiz held talks", "talks", people=["ruiz", "solin"])
    groups = happenings(told.corpus([(A, [one], []), (B, [two], [])], PEOPLE))
    assert [len(g) for g in groups] == [2]


def test_meetings_of_other_people_stay_apart() -> None:
    one = told.event(A, "Solin met Ruiz", "met", people=["solin", "ruiz"], on=told.when("2026-01-12"))
    two = told.event(C, "Solin met Kade", "met", people=["solin", "kade"], on=told.when("2026-01-12"))
    assert [len(g) for g in happenings(told.corpus([(A, [one], []), (C, [two], [])], PEOPLE))] == [1, 1]


def test_meetings_on_other_days_stay_apart() -> None:
    one = told.event(A, "Solin met Ruiz", "met", people=["solin", "ruiz"], on=told.when("2026-01-12"))
    two = told.event(B, "Ruiz held talks", "talks", people=["solin", "ruiz"], on=told.when("2025-10-01"))
    assert [len(g) for g in happenings(told.corpus([(A, [one], []), (B, [two], [])], PEOPLE))] == [1, 1]


def test_a_happening_of_another_family_stays_apart() -> None:
    one = told.event(A, "Solin met Ruiz", "met", people=["solin", "ruiz"], on=told.when("2026-01-12"))
    two = told.event(
        B, "Ruiz held talks", "talks", people=["solin", "ruiz"], on=told.when("2026-01-12"), family="journey"
    )
    assert [len(g) for g in happenings(told.corpus([(A, [one], []), (B, [two], [])], PEOPLE))] == [1, 1]


def test_places_lie_apart_only_when_something_shows_it() -> None:
    nara, prefecture = told.entity("n", "Nara", "place"), told.entity("p", "Nara Prefecture", "place")
    assert not places_apart(nara, prefecture)
    assert not places_apart(nara, told.entity("h", "Temple Hill", "place"))
    assert places_apart(told.entity("x", "Lyon", "place", "FR"), told.entity("y", "Turin", "place", "IT"))
