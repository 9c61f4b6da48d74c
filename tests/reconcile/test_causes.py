"""What reports say brought a thing about, and where they part over it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.causes import causes
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.blame import cause_differences

Row = tuple[str, dict[str, Any]]
"""A clause, with its slots and its holder."""
NAMES = [told.entity(i, n, "organization") for i, n in (("rail", "Rail Union"), ("port", "Port Union"))]


def story(*rows: Row) -> Corpus:
    """Reports of one clause each."""
    reports: list[tuple[told.Article, list[Any], list[told.Claim]]] = []
    for name, (words, more) in zip("abcd", rows, strict=False):
        report = told.report(name, words + ".")
        named = tuple(e.id for e in NAMES if e.name in words)
        reports.append((report, [], [told.claim(report, words, [], entities=named, **more)]))
    return told.corpus(reports, NAMES)


def shown(*rows: Row) -> list[Difference]:
    """What such reports differ in."""
    return cause_differences(story(*rows))


def row(words: str, subject: str, verb: str, what: str | None = None, **more: Any) -> Row:
    """A clause: who does what to what."""
    theme = what.partition(" for ")[0].partition(" on ")[0].split()[-1] if what else None
    return words, {"subject": subject, "predicate": verb, "object": what, "theme": theme, "holder": None} | more


def passive(words: str, subject: str, verb: str, participle: str, **more: Any) -> Row:
    """A passive."""
    return row(words, subject, verb, None, theme=subject.rsplit(maxsplit=1)[-1], ascribed=participle, **more)


CLIMBERS = row("She blamed the climbers for the collapse", "She", "blame", "the climbers")
RUST = passive("The collapse was caused by rust", "The collapse", "cause", "caused")
WEATHER = row("The minister blamed the weather for the accident", "The minister", "blame", "the weather")
WAVES = row("high waves had caused the disaster", "high waves", "cause", "the disaster", holder="the crew")
CARGO = row("The ferry capsized because of a loose cargo", "The ferry", "capsize")
BOTH = passive(
    "The strike was called jointly by the Rail Union and the Port Union", "The strike", "call", "called"
)  # fmt: skip
ONE = row("which called the strike", "The Rail Union", "call", "the strike", subject_entity="rail")
PORT = passive("The stoppage was called by the Port Union", "The stoppage", "call", "called")
MARCH = passive("The march was called by the Port Union", "The march", "call", "called")
RAMMED = row("The cutter rammed the trawler", "The cutter", "ram", "the trawler", holder="the skipper")
RAMMING = passive("The cutter was rammed by the trawler", "The cutter", "ram", "rammed", holder="the coast guard")
MEDIATED = passive("The release was mediated by the Port Union", "The release", "mediate", "mediated")
RAID = passive("The clerks were freed following a raid by marines", "The clerks", "free", "freed")


@pytest.mark.parametrize(
    ("one", "other"),
    [(CLIMBERS, RUST), (WEATHER, CARGO), (ONE, BOTH), (ONE, PORT), (RAMMED, RAMMING), (MEDIATED, RAID)],
)
def test_two_causes_or_doers_of_one_thing_are_a_conflict(one: Row, other: Row) -> None:
    [difference] = shown(one, other)
    assert (difference.kind, difference.verdict, len(difference.positions)) == ("attribution", "conflict", 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WEATHER, WAVES),  # one kind of cause
        (RUST, CARGO),  # two happenings
        (ONE, MARCH),  # two things called
        (CLIMBERS, row("They blamed the rust for the delay", "They", "blame", "the rust")),
        (RUST, passive("The collapse was not caused by ice", "The collapse", "cause", "caused", polarity="no")),
        (RUST, passive("The collapse may have been caused by ice", "The collapse", "cause", "caused", hedge="may")),
        (RUST, row("They did not know what had caused the collapse", "what", "cause", "the collapse")),
        (CARGO, row("The ferry is due to capsize", "The ferry", "capsize")),
        (RAMMED, row("The cutter rammed the pier", "The cutter", "ram", "the pier")),
    ],
)
def test_another_matter_or_the_same_cause_is_none(one: Row, other: Row) -> None:
    assert shown(one, other) == []


def test_who_blames_is_named_with_the_cause() -> None:
    corpus = story(CLIMBERS, WAVES)
    assert [(c.words, c.who) for c in causes(corpus)] == [("the climbers", "She"), ("high waves", "the crew")]
    [difference] = shown(CLIMBERS, RUST)
    assert "She (in A): the climbers" in difference.explanation
    assert "B: rust" in difference.explanation


def test_it_is_what_is_told_of_around() -> None:
    dorm = told.report("a", "The dormitory was full. A gust brought it down.")
    claims = [
        told.claim(dorm, "The dormitory was full", [], subject="The dormitory", predicate="be", object="full"),
        told.claim(dorm, "A gust brought it down", [], subject="A gust", predicate="bring", object="it"),
    ]
    rows = []
    for thing in ("dormitory", "tower"):
        words = f"A blast brought down the {thing}"
        other = told.report("b", words + ".")
        what = {"subject": "A blast", "predicate": "bring", "object": f"the {thing}", "theme": thing}
        story = told.corpus([(dorm, [], claims), (other, [], [told.claim(other, words, [], **what)])])
        rows.append(len(cause_differences(story)))
    assert rows == [1, 0]
