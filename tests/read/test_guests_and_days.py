"""Happenings through the trained model: guests, debates, days of mourning, plans, and what is no march."""

from __future__ import annotations

import datetime as dt

import pytest

import variorum
from variorum.model.reading import Event

pytestmark = pytest.mark.model


def events(text: str) -> list[Event]:
    return list(variorum.read_text(text, published="2026-03-11").events)


@pytest.mark.parametrize(
    "text",
    [
        "President Ada Marsh was received by his Norian counterpart.",
        "The Norian ambassador was received at the ministry.",
        "The king received the premier, Jan Reyes, at the palace.",
        "The NATO Council discussed the incident in Brussels on Friday at Norway's request.",
        "The prime minister, Ada Marsh, discussed the launches with Jo Reyes for 25 minutes on Friday.",
        "The parliament will debate the matter today.",
    ],
)
def test_encounters(text: str) -> None:
    assert "meeting" in {e.kind for e in events(text)}


@pytest.mark.parametrize(
    "text",
    ["The village received 40 tonnes of rice on Friday.", "He received a letter.", "The port hosts a fleet."],
)
def test_what_is_received_is_no_guest(text: str) -> None:
    assert "meeting" not in {e.kind for e in events(text)}


def test_days_of_mourning_and_aftershocks() -> None:
    assert "ceremony" in {e.kind for e in events("June 15 was declared a day of national mourning.")}
    assert "nature" in {e.kind for e in events("A strong aftershock struck the town on Friday.")}


def test_a_visit_planned_for_march_is_in_march_and_no_march() -> None:
    found = events("He said that a visit by Minister Jo Marsh to Moscow, planned for early April, was being prepared.")
    (visit,) = (e for e in found if e.kind == "visit")
    assert visit.when is not None
    assert visit.when.interval.start == dt.date(2026, 4, 1)
    assert "protest" not in {e.kind for e in events("The visit is planned for early March.")}
