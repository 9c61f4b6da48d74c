from __future__ import annotations

from typing import Any

from tests.reconcile import told
from variorum.model.reading import Place
from variorum.reconcile.differences.clashes import clash_differences
from variorum.reconcile.differences.places import place_differences
from variorum.reconcile.differences.standings import status_differences
from variorum.reconcile.one_happening import Told

EARLY = told.report("early", "All nine were freed near Agadez on Sunday.", "2026-03-08")
NEXT = told.report("next", "Nobody was freed on Sunday.", "2026-03-09")
LATER = told.report("later", "The nine were freed near Tamanrasset on Wednesday.", "2026-03-11")
PLAN = told.report("plan", "The nine are to be freed near Agadez on Sunday.", "2026-03-07")
AGADEZ = told.replace(told.entity("agadez", "Agadez", "place", "NE"), place=Place(16.97, 7.99, 1))
TAMANRASSET = told.replace(told.entity("tam", "Tamanrasset", "place", "DZ"), place=Place(22.79, 5.53, 2))
CORPUS = told.corpus([(a, [], []) for a in (PLAN, EARLY, NEXT, LATER)], [AGADEZ, TAMANRASSET])


def freed(report: told.Article, day: str | None = None, **more: Any) -> Told:
    on = told.when(day) if day else None
    dated = {"dated": "Sunday" if "Sunday" in report.text else "Wednesday"}
    event = told.event(report, report.text[:-1], "freed", on=on, kind="release", family="release", **dated, **more)
    return Told(report.id, event, frozenset(), frozenset())


def test_told_as_done_and_then_denied_is_a_conflict() -> None:
    [row] = status_differences(CORPUS, [[freed(EARLY), freed(NEXT, standing="denied")]])
    assert (row.kind, row.verdict) == ("status", "conflict")


def test_denied_at_first_and_then_done_is_superseded() -> None:
    [row] = status_differences(CORPUS, [[freed(NEXT, standing="denied"), freed(LATER)]])
    assert row.verdict == "superseded"


def test_planned_and_then_done_is_superseded() -> None:
    [row] = status_differences(CORPUS, [[freed(PLAN, standing="planned"), freed(EARLY)]])
    assert (row.verdict, [p.value for p in row.positions]) == ("superseded", ["planned", "done"])


def test_what_all_tell_alike_is_no_difference() -> None:
    assert status_differences(CORPUS, [[freed(EARLY), freed(LATER)]]) == []


def test_a_release_on_two_days_is_a_conflict_of_dates() -> None:
    one, two = freed(EARLY, "2026-03-08", place="agadez"), freed(LATER, "2026-03-11", place="agadez")
    [row] = clash_differences(CORPUS, [[one], [two]])
    assert (row.kind, row.verdict, [p.value for p in row.positions]) == ("date", "conflict", ["Sunday", "Wednesday"])


def test_a_release_at_two_places_far_apart_is_a_conflict_of_places() -> None:
    group = [freed(EARLY, place="agadez"), freed(LATER, place="tam")]
    [row] = clash_differences(CORPUS, [group])
    assert (row.kind, row.verdict) == ("place", "conflict")
    assert place_differences(CORPUS, [group]) == []


def test_weeks_apart_are_two_happenings_and_no_clash() -> None:
    one, two = freed(EARLY, "2026-03-08", place="agadez"), freed(LATER, "2026-03-25", place="agadez")
    assert clash_differences(CORPUS, [[one], [two]]) == []
