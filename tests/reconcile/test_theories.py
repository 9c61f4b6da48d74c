"""What reports say caused the disaster of their story."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.reconcile import told
from variorum.lang import table
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.theories import theory_differences
from variorum.reconcile.disasters import disasters
from variorum.reconcile.theories import theories

FIRE = "A blaze gutted a furniture store in the harbour town"
CRASH = "Nine people died when a night bus and a lorry collided"
RAILS = "A goods train was derailed near the border"
FERRY = "A river ferry capsized on Monday"
BRIDGE = "A road bridge collapsed in the capital"
FLOOD = "Floods hit the valley at the weekend"
BLAST = "An explosion wrecked a bakery"


def story(opening: str, *texts: str) -> Corpus:
    """Reports that all open with one sentence, each then with its own."""
    reports: list[tuple[told.Article, list[Any], list[told.Claim]]] = []
    for n, text in enumerate(texts):
        report = told.report("abcdef"[n], f"{opening}. {text}", published=f"2026-01-{13 + n}")
        sentences = re.split(r"(?<=[.!?]) ", report.text)
        claims = [told.claim(report, s, [], sentence=told.cite(report, s)) for s in sentences]
        reports.append((report, [], claims))
    return told.corpus(reports, [])


def shown(opening: str, *texts: str) -> list[Difference]:
    """What such reports differ in."""
    return theory_differences(story(opening, *texts))


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (FIRE, "The fire chief blamed a short circuit.", "Detectives believe the store was deliberately set alight."),
        (FIRE, "The blaze was caused by a cigarette, the owner said.", "Sparks from a power line started the fire."),
        (CRASH, "The lorry's brakes had failed, its owner said.", "Police blamed the speed of the bus."),
        (RAILS, "Investigators pointed to a broken switch.", "The crash was put down to sabotage by the minister."),
        (FERRY, "Overloading had caused the disaster.", "The ferry had struck a rock, the harbour master said."),
        (BRIDGE, "The collapse was attributed to poor maintenance.", "Substandard concrete was the likely cause."),
        (FLOOD, "Farmers blamed the dam for releasing water.", "The floods came from blocked drains, engineers said."),
        (BLAST, "A gas cylinder caused the explosion.", "The cause of the blast was flour dust."),
        (
            "A coach plunged into a gorge",
            "A survivor said the driver had fallen asleep.",
            "Police put the crash down to failed brakes.",
        ),
        ("A fishing boat sank off the cape", "A rope had caused the boat to capsize.", "It sank because of panic."),
        ("A landslide buried a hamlet", "It was a landslide triggered by heavy rain.", "She blamed a quarry for it."),
        (FLOOD, "Officials blamed a cloudburst.", "Two geologists suspect that a glacier broke off above the valley."),
        (BLAST, "The firm blamed flour dust.", "The mayor suspects a build-up of gas in the cellar."),
        (
            "A mail plane crashed near the border",
            "Pilot error caused the crash.",
            "It was shot down, one minister said.",
        ),
        (
            CRASH,
            "The owner blamed an oncoming tractor.",
            "His lawyer said he would appeal and that the brakes had failed.",
        ),
        ("A mudflow hit a valley", "The mudflow was blamed on rain.", "A glacial lake had drained, geologists said."),
        (CRASH, "First indications are that the driver was tired and had a microsleep.", "The bus was going too fast."),
        ("A small plane crashed into a lake", "Strong winds caused the crash.", "A bird strike was to blame for it."),
    ],
)
def test_two_causes_of_the_disaster_are_one_conflict(opening: str, one: str, other: str) -> None:
    [difference] = shown(opening, one, other)
    assert (difference.kind, difference.verdict) == ("attribution", "conflict")
    assert len(difference.positions) > 1


@pytest.mark.parametrize(
    ("opening", "one", "other"),
    [
        (FIRE, "The fire chief blamed a short circuit.", "An electrical fault caused the fire."),
        (FIRE, "The fire chief blamed a short circuit.", "In 2009, a blaze there was caused by arson."),
        (FIRE, "The fire chief blamed a short circuit.", "Such fires are often caused by cigarettes."),
        (FIRE, "The fire chief blamed a short circuit.", "Police ruled out arson."),
        (FIRE, "The fire chief blamed a short circuit.", "The fire may have been caused by a candle."),
        (CRASH, "Police blamed the speed of the bus.", "The minister blamed the unions for the strike."),
        (FERRY, "Overloading had caused the disaster.", "Nobody knew what had caused the disaster."),
        (FERRY, "Overloading had caused the disaster.", "The ferry was not overloaded."),
        (FERRY, "Overloading had caused the disaster.", "Experts argued over what caused the disaster."),
        (FLOOD, "Officials blamed a cloudburst.", "Residents said that the dam had opened its floodgates."),
        (BLAST, "A gas leak caused the explosion.", "The minister blamed a badly repaired gas pipe."),
        ("The two ministers met on Monday", "He blamed the weather for the delay.", "Heavy traffic caused it."),
    ],
)
def test_one_cause_or_none_of_this_disaster_is_no_difference(opening: str, one: str, other: str) -> None:
    assert [d for d in shown(opening, one, other) if d.kind == "attribution"] == []


def test_a_cause_supersedes_that_it_was_open() -> None:
    [difference] = shown(FIRE, "The cause of the fire was not immediately known.", "A heater had caused the blaze.")
    assert (difference.kind, difference.verdict) == ("status", "superseded")
    assert shown(FIRE, "A heater had caused the blaze.", "The cause of the fire was not immediately known.") == []


def test_an_inquirys_conclusion_supersedes_the_first_suspicion() -> None:
    last = "The inquiry concluded that the accident was caused by a signal."
    [difference] = shown(RAILS, "The railway pointed to its data: the report points to speed.", last)
    assert difference.verdict == "superseded"


def test_who_gives_the_cause_and_how_it_is_worded() -> None:
    corpus = story(RAILS, "The train was going too fast.", "Officials blamed a cracked rail, and left.")
    kinds = disasters(corpus)
    assert kinds == ("derailment",)
    assert [(t.words, t.marked, sorted(t.families)) for t in theories(corpus, kinds)] == [
        ("The train was going too fast", False, ["speed"]),
        ("a cracked rail", True, ["track"]),
    ]


def test_what_is_only_a_part_of_something_larger_is_not_the_disaster() -> None:
    quake = "An earthquake set off a landslide and fires; firefighters fought the flames"
    assert disasters(story(quake, "Six died.", "Ten were hurt.")) == ()
    assert disasters(story("A landslide buried a hamlet", "Six died.", "Ten were hurt.")) == ("landslide",)


def test_the_table_names_only_what_it_has() -> None:
    listed = table("en", "theories")
    kinds, families = set(listed["disasters"]), set(listed["families"])
    assert not {k for f in listed["families"].values() for k in f["of"]} - kinds
    assert not {k for row in listed["larger"] for k in row["part"]} - kinds
    assert not listed["opens"].keys() - kinds
    assert not listed["given"].keys() - kinds
    assert not {f for row in listed["given"].values() for f in (row["family"], *row["unless"])} - families
    assert {row.get("needs", "") for row in listed["marks"]} == {"", "family", "either"}
