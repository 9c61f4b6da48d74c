"""What became of planned items: which pairs of clauses make a row, with which verdict, and which make none."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.differences.opposed_field import field
from variorum.reconcile.differences.programme import programme_differences

Row = tuple[str, dict[str, Any]]
"""A clause and its slots."""
ELSEWHERE = (
    "The bakery on the square sells bread until noon",
    "Farmers in the valley fear a late harvest of plums",
    "A new tram line reaches the northern suburbs",
    "The museum shows paintings by a local artist",
    "Fishermen mended their boats before the regatta",
    "Two cyclists won medals at the national games",
)
"""What the reports tell beside: without it every word is as common as any."""
DAYS = ("2026-03-10", "2026-03-11")
NO = {"polarity": "no"}
TO_BE = {"future": True}


def active(words: str, subject: str, verb: str, what: str, **more: Any) -> Row:
    """Who does what to what."""
    theme = None if what.startswith("on ") else noun(what)
    return words, {"subject": subject, "predicate": verb, "object": what, "theme": theme} | more


def passive(words: str, subject: str, verb: str, participle: str, **more: Any) -> Row:
    """What was done to the subject."""
    return words, {"subject": subject, "predicate": verb, "theme": noun(subject), "ascribed": participle} | more


def noun(phrase: str) -> str:
    """A phrase's own noun."""
    return re.split(r" (?:to|of|with|at|in|on) ", phrase, maxsplit=1)[0].split()[-1]


def rows(one: Row, two: Row, days: tuple[str, str] = DAYS) -> list[Difference]:
    """What two reports show."""
    given: list[Any] = []
    for name, row, day in zip("ab", (one, two), days, strict=True):
        words, slots = row
        beside = ELSEWHERE[:3] if name == "a" else ELSEWHERE[3:]
        report = told.report(name, ". ".join([words, *beside]) + ".", day)
        claims = [told.claim(report, w, w.lower().split(), sentence=told.cite(report, w)) for w in beside]
        claims.insert(0, told.claim(report, words, words.lower().split(), sentence=told.cite(report, words), **slots))
        given.append((report, [], claims))
    return programme_differences(field(told.corpus(given)), [])


DINNER = active(
    "The envoys will attend a dinner at the Hofburg", "The envoys", "attend", "a dinner at the Hofburg", **TO_BE
)
VOTE = active("Parliament will vote on the mining bill", "Parliament", "vote", "on the mining bill", **TO_BE)
DROPPED = [
    (
        active("Lind is due to visit the shipyard in Gdynia", "Lind", "visit", "the shipyard in Gdynia", **TO_BE),
        active("Lind skipped a planned visit to the shipyard", "Lind", "skip", "a planned visit to the shipyard"),
    ),
    (
        active("Both will give a joint press conference", "Both", "give", "a joint press conference", **TO_BE),
        active("A joint news conference did not take place", "A joint news conference", "take", "place", **NO),
    ),
    (DINNER, passive("The dinner at the Hofburg was called off", "The dinner at the Hofburg", "call", "called")),
    (
        VOTE,
        passive("The vote on the mining bill was postponed", "The vote on the mining bill", "postpone", "postponed"),
    ),
    (
        active("Teachers have called a strike in Hamar", "Teachers", "call", "a strike in Hamar"),
        active("The teachers cut short the strike", "The teachers", "cut", "the strike"),
    ),
    (
        active("The guests will plant a cherry tree", "The guests", "plant", "a cherry tree", **TO_BE),
        passive(
            "A tree-planting ceremony was cancelled", "A tree-planting ceremony", "cancel", "cancelled",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "gone"), DROPPED)
def test_a_plan_that_another_report_tells_as_dropped_is_superseded(plan: Row, gone: Row) -> None:
    [row] = rows(plan, gone)
    assert (row.kind, row.verdict) == ("status", "superseded")
    assert row.positions[0].value == "planned"


def test_a_plan_of_a_later_day_than_the_word_that_it_is_off_stands_again() -> None:
    off = passive("The dinner at the Hofburg was called off", "The dinner at the Hofburg", "call", "called")
    assert not rows(DINNER, off, ("2026-03-12", "2026-03-11"))


PLANNED = passive(
    "A meeting with the Danish premier is planned", "A meeting with the Danish premier", "plan", "planned"
)
NONE = passive(
    "No meeting with the Danish premier is planned", "No meeting with the Danish premier", "plan", "planned", **NO
)


def test_planned_and_not_planned_contradict_one_another() -> None:
    [row] = rows(PLANNED, NONE, ("2026-03-10", "2026-03-10"))
    assert row.verdict == "conflict"
    assert "not" in row.positions[1].value
    assert "A" in row.explanation and "B" in row.explanation


def test_what_is_only_expected_contradicts_nothing() -> None:
    words, slots = PLANNED
    [row] = rows((words, slots | {"hedge": "expected"}), NONE, ("2026-03-10", "2026-03-10"))
    assert row.verdict == "compatible"


OTHERS = [
    passive("A concert at the Hofburg was cancelled", "A concert at the Hofburg", "cancel", "cancelled"),
    passive("A dinner of the yacht club was called off", "A dinner of the yacht club", "call", "called"),
    active("The envoys dropped a lawsuit at the Hofburg", "The envoys", "drop", "a lawsuit"),
    active("The envoys attended a dinner at the Hofburg", "The envoys", "attend", "a dinner at the Hofburg"),
    passive("The dinner may be called off", "The dinner", "call", "called", hedge="may"),
]


@pytest.mark.parametrize("gone", OTHERS)
def test_another_item_and_no_word_that_it_is_off_make_no_row(gone: Row) -> None:
    assert not rows(DINNER, gone)


def test_a_noun_with_another_word_before_it_is_another_item() -> None:
    other = passive(
        "The vote on the hunting bill was postponed", "The vote on the hunting bill", "postpone", "postponed"
    )
    assert not rows(VOTE, other)


def test_called_off_by_one_and_on_by_another_contradict_one_another() -> None:
    off = passive("The drill at Narva was cancelled", "The drill at Narva", "cancel", "cancelled")
    on = active("The drill at Narva will go ahead as planned", "The drill at Narva", "go", "ahead", **TO_BE)
    [row] = rows(off, on, ("2026-03-10", "2026-03-10"))
    assert row.verdict == "conflict"


def test_called_off_by_one_and_held_by_another_contradict_one_another() -> None:
    plan = active("The guests will plant a cherry tree", "The guests", "plant", "a cherry tree", **TO_BE)
    off = passive("A cherry tree-planting ceremony was cancelled", "A tree-planting ceremony", "cancel", "cancelled")
    held = active("The guests planted a cherry tree", "The guests", "plant", "a cherry tree")
    given: list[Any] = []
    for name, (words, slots), n in zip("abc", (plan, off, held), range(3), strict=True):
        beside = ELSEWHERE[2 * n : 2 * n + 2]
        report = told.report(name, ". ".join([words, *beside]) + ".", "2026-03-10")
        claims = [told.claim(report, w, w.lower().split(), sentence=told.cite(report, w)) for w in beside]
        claims.insert(0, told.claim(report, words, words.lower().split(), sentence=told.cite(report, words), **slots))
        given.append((report, [], claims))
    [row] = programme_differences(field(told.corpus(given)), [])
    assert row.verdict == "conflict"
    assert [p.value for p in row.positions] == ["planned", "called off", "held"]


def test_what_was_to_be_closed_is_kept_open() -> None:
    plan = passive("The tyre factory in Gdynia will be shut", "The tyre factory in Gdynia", "shut", "shut", **TO_BE)
    kept = active("It offered to keep the factory in Gdynia open", "It", "keep", "the factory in Gdynia")
    [row] = rows(plan, kept)
    assert row.positions[1].value == "kept open"
