"""Who began it, or what was hit, where two sides say two things."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from tests.reconcile.test_theories import story
from variorum.model.record import Difference
from variorum.reconcile.differences.accusations import accusation_differences
from variorum.reconcile.differences.mediators import mediator_differences, reason_differences
from variorum.reconcile.differences.targets import target_differences

BORDER = "Soldiers of the two countries exchanged fire at a mountain pass"
SHIPS = "Two patrol boats collided near a reef"
RAID = "An air strike hit the river town"


def began(opening: str, *texts: str) -> list[Difference]:
    """What such reports differ in as to who did it."""
    return accusation_differences(story(opening, *texts))


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (BORDER, "Thai soldiers fired first, the minister said.", "Cambodian troops opened fire without warning."),
        (BORDER, "It was unprovoked shelling by Armenian forces.", "Azerbaijan started the clash, he said."),
        (BORDER, "Delhi accused Pakistan of violating the ceasefire.", "Indian troops broke the truce, Karachi said."),
        (SHIPS, "A Chinese cutter rammed the boat.", "The Vietnamese boat swerved, the other side said."),
        ("Crowds and officers fought in the square", "Police attacked first.", "The protesters fired first."),
    ],
)
def test_each_side_is_said_to_have_done_it(opening: str, one: str, other: str) -> None:
    [difference] = began(opening, one, other)
    assert (difference.kind, difference.verdict, len(difference.positions)) == ("attribution", "conflict", 2)


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (BORDER, "Thai soldiers fired first.", "The Thai army started the fighting."),
        (BORDER, "Thai soldiers fired first.", "In 2011, Cambodian troops opened fire first."),
        (BORDER, "Thai soldiers fired first.", "Cambodian troops returned fire."),
        (BORDER, "Thai soldiers fired first.", "Each accused the other of firing first."),
        (BORDER, "Thai soldiers opened fire at noon.", "Cambodian troops opened fire at two."),
        (SHIPS, "A Chinese cutter rammed the boat.", "The Vietnamese boat sank."),
        ("Two ministers met", "A Chinese cutter rammed the boat.", "A Vietnamese boat rammed the pier."),
    ],
)
def test_one_side_or_other_acts_are_no_difference(opening: str, one: str, other: str) -> None:
    assert began(opening, one, other) == []


def test_that_nobody_knows_is_a_position_of_its_own() -> None:
    open_ = "It was unclear who had fired first, monitors said."
    [difference] = began(BORDER, "Thai soldiers fired first.", "Cambodian troops fired first.", open_)
    assert [p.value for p in difference.positions] == ["Thai soldiers", "Cambodian troops", "not established"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jets bombed a market.", "The army had struck a rebel base."),
        ("The attack on a hospital was condemned.", "The command said it hit an ammunition depot."),
        ("A drone hit a wedding.", "The spokesman said they had targeted a training camp."),
    ],
)
def test_a_military_target_and_another_are_a_conflict(one: str, other: str) -> None:
    [difference] = target_differences(story(RAID, one, other))
    assert (difference.kind, difference.verdict) == ("attribution", "conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jets bombed a market.", "The strike on the bazaar killed six."),
        ("Jets bombed a market.", "In 2016, it struck a rebel base."),
        ("Jets bombed a market.", "He visited a rebel base."),
        ("Jets bombed a military hospital.", "The strike hit a hospital."),
    ],
)
def test_one_kind_of_target_is_no_difference(one: str, other: str) -> None:
    assert target_differences(story(RAID, one, other)) == []


SWAP = "Prisoners were exchanged at the border"
BLAST = "A bomb attack killed six in the market town"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The swap was mediated by Oman.", "Oman and Switzerland mediated the swap, he said."),
        ("The truce was brokered by Egypt.", "With the mediation of Turkey the guns fell silent."),
        ("Norway provided quiet mediation.", "The talks, facilitated by Kenya, took a week."),
    ],
)
def test_other_mediators_are_a_conflict(one: str, other: str) -> None:
    [difference] = mediator_differences(story(SWAP, one, other))
    assert (difference.kind, difference.verdict, len(difference.positions)) == ("attribution", "conflict", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The swap was mediated by Oman.", "The exchange was brokered by Oman."),
        ("The swap was mediated by Oman.", "An earlier swap was mediated by Qatar."),
        ("The swap was mediated by Oman.", "In 2019, a swap was mediated by Qatar."),
        ("The swap was mediated by Oman.", "Qatar welcomed the swap."),
    ],
)
def test_one_mediator_or_another_deal_is_no_difference(one: str, other: str) -> None:
    assert mediator_differences(story(SWAP, one, other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police blamed the bombing on Syrian agents.", "Jordanian officers were behind the attack, he said."),
        ("She accused the Falcon Brigade of planting it.", "Greek exiles claimed responsibility."),
    ],
)
def test_two_said_to_have_done_the_attack_are_a_conflict(one: str, other: str) -> None:
    [difference] = began(BLAST, one, other)
    assert (difference.question, difference.verdict) == ("Who carried out the attack?", "conflict")


def dropped(*rows: tuple[str, dict[str, Any]]) -> list[Difference]:
    """What reports of one clause each differ in as to why."""
    reports: list[tuple[told.Article, list[Any], list[told.Claim]]] = []
    for name, (words, slots) in zip("ab", rows, strict=True):
        report = told.report(name, words + ".")
        reports.append((report, [], [told.claim(report, words, [], **slots)]))
    return reason_differences(told.corpus(reports, []))


ILL = ("The concert was cancelled because of a sore throat", {"predicate": "cancel", "holder": "Her agent"})


@pytest.mark.parametrize(
    ("words", "verb", "rows"),
    [
        ("The hall had called it off, and not because of any sore throat", "call", 1),
        ("She called the concert off, but not because of the weather", "call", 0),
        ("She sang, and not because of any sore throat", "sing", 0),
        ("They cancelled because of a sore throat", "cancel", 0),
    ],
)
def test_a_reason_given_and_denied_is_a_conflict(words: str, verb: str, rows: int) -> None:
    assert len(dropped(ILL, (words, {"predicate": verb}))) == rows
