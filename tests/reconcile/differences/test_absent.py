"""There was none of a thing, by one voice, and another tells of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.lang.stems import stem
from variorum.model.record import Difference
from variorum.reconcile.absences import absences
from variorum.reconcile.asked import Asked
from variorum.reconcile.differences.absent import absent_differences

BESIDE = (
    "The bakery on the square sells bread until noon. Farmers in the hills expect a late harvest of plums. "
    "A new tram line reaches the northern suburbs. The museum shows paintings by a local artist."
)
DENIALS = [
    ("There was no trench along the canal.", "trench"),
    ("Inspectors found no arsenic in the well.", "arsenic"),
    ("No grenades were used on the square.", "grenades"),
    ("The army denied having used phosphorus.", "phosphorus"),
    ("He denied that there had been any deal on fishing.", "deal"),
    ("There is no evidence of arson in the barn.", "arson"),
    ("The mission did not carry out any excavation at the mound.", "excavation"),
    ("The flood left no cracks in the dam.", "cracks"),
    ("The agency ruled out any leak at the mill.", "leak"),
    ("The mayor dismissed talk of a flour shortage.", "shortage"),
    ("The mill denied employing any divers.", "divers"),
]
NOTHING = [
    "There was no reason to hurry.",
    "There is no doubt about it.",
    "The mayor had no comment.",
    "There were no casualties.",
    "There was a trench along the canal.",
    "No one was hurt.",
    "The agency ruled out any possibility of rain.",
]


def things(text: str) -> list[str]:
    """The nouns of what a text says there is none of."""
    report = told.report("a", text)
    corpus = told.corpus([(report, [], [])])
    return [a.thing.head for s in corpus.sentences.told for a in absences(s)]


@pytest.mark.parametrize(("text", "head"), DENIALS)
def test_the_thing_is_found_in_every_wording(text: str, head: str) -> None:
    assert things(text) == [stem(head)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_counts_or_means_is_no_thing(text: str) -> None:
    assert things(text) == []


def rows(yes: str, no: str, days: tuple[str, str] = ("2026-01-13", "2026-01-13"), **slots: Any) -> list[Difference]:
    """What two reports show; of the first the slots of its clause are given."""
    one = told.report("a", f"{yes}. {BESIDE}", days[0])
    two = told.report("b", f"{no}. {BESIDE}", days[1])
    claim = told.claim(one, yes, [], sentence=told.cite(one, f"{yes}."), **slots)
    return absent_differences(Asked(told.corpus([(one, [], [claim]), (two, [], [])])))


def test_a_thing_known_by_a_word_beside_it_is_one_thing() -> None:
    slots: dict[str, Any] = {
        "subject": "Soldiers",
        "predicate": "dig",
        "object": "a trench along the canal",
        "theme": "trench",
    }
    (row,) = rows("Soldiers dug a trench along the canal", "There was no trench along the canal", **slots)
    assert row.verdict == "conflict"
    assert "no trench along the canal" in [p.value for p in row.positions]
    assert rows("Soldiers dug a trench along the canal", "There was no trench along the railway", **slots) == []


def test_another_word_for_the_thing_will_do() -> None:
    slots: dict[str, Any] = {"subject": "Masons", "predicate": "repair", "object": "the rampart", "theme": "rampart"}
    (row,) = rows("Masons were repairing the rampart", "There was no work on the rampart", **slots)
    assert row.verdict == "conflict"


def test_what_is_only_feared_planned_or_denied_too_is_not_told() -> None:
    slots: dict[str, Any] = {
        "subject": "Villagers",
        "predicate": "fear",
        "object": "a trench along the canal",
        "theme": "trench",
    }
    assert rows("Villagers feared a trench along the canal", "There was no trench along the canal", **slots) == []
    plan: dict[str, Any] = {
        "subject": "Soldiers",
        "predicate": "dig",
        "object": "a trench along the canal",
        "theme": "trench",
    }
    assert rows("Soldiers will dig a trench along the canal", "There was no trench along the canal", **plan) == []
    ruled: dict[str, Any] = {
        "subject": "It",
        "predicate": "rule",
        "object": "out a trench along the canal",
        "theme": "trench",
    }
    assert rows("It ruled out a trench along the canal", "There was no trench along the canal", **ruled) == []


def test_none_so_far_is_overtaken() -> None:
    slots: dict[str, Any] = {"subject": "Divers", "predicate": "find", "object": "cracks in the dam", "theme": "crack"}
    (row,) = rows(
        "Divers found cracks in the dam",
        "So far no cracks were found in the dam",
        ("2026-01-15", "2026-01-13"),
        **slots,
    )
    assert row.verdict == "superseded"
