"""What reports say of a topic of talks, and which rows it makes, with which verdict."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from tests.reconcile.differences.test_looked_over import Says
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences import differences
from variorum.reconcile.differences.agenda import agenda_differences
from variorum.reconcile.matters import matters
from variorum.reconcile.raised import said_of_topics
from variorum.reconcile.side_by_side import SideBySide

Row = tuple[str, dict[str, Any]]
"""A clause and its slots; under ``lead`` the words of its sentence before it."""
ELSEWHERE = (
    "The bakery on the square sells bread until noon",
    "Farmers in the valley expect a late harvest of plums",
    "A new tram line reaches the northern suburbs",
    "The museum shows paintings by a local artist",
    "Fishermen mended their boats before the regatta",
    "Two cyclists won medals at the national games",
)
"""What the reports tell beside: without it every word is as common as any."""
NO = {"polarity": "no"}


def row(words: str, subject: str | None, verb: str, what: str | None = None, **more: Any) -> Row:
    """Who does what to what."""
    return words, {"subject": subject, "predicate": verb, "object": what} | more


def passive(words: str, subject: str, verb: str, **more: Any) -> Row:
    """What was done to the subject."""
    theme = subject.partition(" of ")[0].split()[-1]
    return words, {"subject": subject, "predicate": verb, "theme": theme, "ascribed": f"{verb}ed"} | more


def story(*given: Row, days: tuple[str, ...] = ("2026-01-13", "2026-01-13")) -> Corpus:
    """One report a clause, each with clauses of other things."""
    reports: list[Any] = []
    for n, (words, slots) in enumerate(given):
        beside = ELSEWHERE[n * 3 : n * 3 + 3]
        before, holder = slots.get("lead", ""), slots.get("holder")
        own = {k: v for k, v in slots.items() if k not in {"lead", "holder"}}
        report = told.report("ab"[n], ". ".join([before + words, *beside]) + ".", days[n])
        claims = [told.claim(report, words, (), sentence=told.cite(report, before + words), holder=holder, **own)]
        claims += [told.claim(report, w, (), sentence=told.cite(report, w)) for w in beside]
        reports.append((report, [], claims))
    return told.corpus(reports)


def shown(*given: Row, days: tuple[str, ...] = ("2026-01-13", "2026-01-13")) -> list[Difference]:
    corpus = story(*given, days=days)
    return agenda_differences(corpus, matters(corpus))


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (row("The toll is at the top of the list", "The toll", "be", "at the top of the list"), "on"),
        (row("The toll will be among the issues", "The toll", "be", "among the issues"), "on"),
        (row("The toll may come up over lunch", "The toll", "come", "over lunch", hedge="may"), "may"),
        (row("The toll is off the table", "The toll", "be", "off the table"), "off"),
        (row("The toll is not up for discussion", "The toll", "be", "up for discussion", **NO), "off"),
        (row("The toll is a matter for the islanders alone", "The toll", "be", "a matter for the islanders"), "off"),
        (passive("The toll will not be raised in Oslo", "The toll", "raise", **NO), "off"),
        (row("No talks on the toll are planned", "No talks on the toll", "plan", None, **NO), "off"),
        (row("Also not on the programme is the toll", None, "be", "Also not on the programme"), "off"),
        (row("On the table is the toll", "the toll", "be", "On the table"), "on"),
        (row("At the heart of the talks was the toll", None, "be", "At the heart of the talks"), "raised"),
        (row("The two sides sat down with a toll as the first item of the agenda", "The two sides", "sit", None), "on"),
        (row("which was not on the agenda of the talks", "the toll", "be", "on the agenda", lead="The toll it is, ",
             **NO), "off"),
        (row("The sides had an exchange of views on the toll", "The sides", "have", "an exchange"), "raised"),
        (row("She brought the toll up at once", "She", "bring", "the toll"), "raised"),
        (row("The toll came up over lunch", "The toll", "come", "over lunch"), "raised"),
        (row("The toll was the main subject of the talks", "The toll", "be", "the main subject of"), "raised"),
        (row("The two exchanged views on the toll", "The two", "exchange", "views on the toll"), "raised"),
        (row("The two deliberated on the toll", "The two", "deliberate", "on the toll"), "raised"),
        (row("The two flagged the toll", "The two", "flag", "the toll"), "raised"),
        (row("Not a word was said about the toll", "Not a word", "say", "about the toll"), "not_raised"),
        (row("There was no mention of the toll", "There", "be", "no mention of the toll", **NO), "not_raised"),
        (row("Neither side spoke of the toll", "Neither side", "speak", "of the toll", **NO), "not_raised"),
        (row("The toll went unmentioned", "The toll", "go", "unmentioned"), "not_raised"),
        (row("The toll was left out of the talks", "The toll", "leave", "out of the talks"), "not_raised"),
        (row("it was not discussed", "it", "discuss", None, ascribed="discussed", lead="Asked about the toll, he said ",
             **NO), "not_raised"),
    ],
)  # fmt: skip
def test_what_a_clause_says_of_a_topic(given: Row, answer: str) -> None:
    corpus = story(given)
    [said] = said_of_topics(corpus, matters(corpus))
    assert said.answer == answer
    assert "toll" in said.named.lower()


@pytest.mark.parametrize(
    "given",
    [
        row("The joint statement makes no mention of the toll", "The joint statement", "make", "no mention", **NO),
        row("They raised the toll by a third", "They", "raise", "the toll"),
        row("The firm did not raise the wages", "The firm", "raise", "the wages", theme="wage", **NO),
        row("Norway is not obliged to negotiate the toll", "Norway", "negotiate", "the toll", **NO),
        row("The scheme covers the toll", "The scheme", "cover", "the toll"),
        passive("the toll had been discussed", "the toll", "discuss", lead="Asked whether "),
        row("The band treats strangers with the toll as an issue", "The band", "treat"),
    ],
)
def test_what_says_nothing_of_talks(given: Row) -> None:
    corpus = story(given)
    assert said_of_topics(corpus, matters(corpus)) == []


def test_what_a_clause_within_says_is_not_said_by_the_one_around_it() -> None:
    report = story(
        row("The envoys told us of a toll which was not on the agenda", "The envoys", "tell", "us")
    ).articles[0]
    outer, inner = (
        told.claim(
            report,
            words,
            (),
            sentence=told.cite(report, report.text.partition(".")[0]),
            subject=who,
            predicate=verb,
            **no,
        )
        for words, who, verb, no in (
            (report.text.partition(".")[0], "The envoys", "tell", {}),
            ("which was not on the agenda", "a toll", "be", NO),
        )
    )
    corpus = told.corpus([(report, [], [outer, inner])])
    [said] = said_of_topics(corpus, matters(corpus))
    assert (said.answer, said.named) == ("off", "toll")


@pytest.mark.parametrize(
    ("topic", "question"),
    [("The tolls on ferries", "Are the tolls on ferries"), ("The toll under old rules", "Is the toll under old rules"),
     ("Questions concerning the toll", "Are Questions concerning the toll"),
     ("The shipping tolls", "Are the shipping tolls")],
)  # fmt: skip
def test_a_topic_is_asked_for_by_its_noun(topic: str, question: str) -> None:
    yes, no = (row(f"{topic} will {n}be raised", topic, "raise", ascribed="raised") for n in ("", "not "))
    no[1].update(NO)
    [found] = shown(yes, no)
    assert found.question == f"{question} on the agenda?"


def test_on_against_off_is_a_conflict() -> None:
    yes = row("The ferry quota is high on the agenda", "The ferry quota", "be", "high on the agenda", holder="Oslo")
    no = row("the quota for ferries is off the table", "the quota for ferries", "be", "off the table", holder="Bergen")
    [found] = shown(yes, no)
    assert (found.kind, found.verdict) == ("polarity", "conflict")
    assert "Oslo (in A)" in found.explanation
    assert "Bergen (in B)" in found.explanation


def test_what_is_told_in_closed_words_is_not_put_to_a_comparer() -> None:
    yes = row("The ferry quota is high on the agenda", "The ferry quota", "be", "high on the agenda", holder="Oslo")
    no = row("the quota for ferries is off the table", "the quota for ferries", "be", "off the table", holder="Bergen")
    unlike = SideBySide((), Says())
    corpus = story(yes, no)
    [found] = [d for d in differences(corpus, [], [], [], [], unlike) if "agenda" in d.question]
    assert (found.verdict, found.likeliness) == ("conflict", None)


def test_a_port_is_access_to_the_sea() -> None:
    yes = row("Access to the sea will be raised", "Access to the sea", "raise", None, theme="Access")
    no = row("a port for a neighbour is not a topic of the talks", "a port for a neighbour", "be", "a topic of", **NO)
    assert [d.verdict for d in shown(yes, no)] == ["conflict"]


def test_what_came_of_a_plan_later_supersedes_it() -> None:
    plan = passive("The toll will be raised", "The toll", "raise")
    silent = passive("The toll was not discussed", "The toll", "discuss", **NO)
    assert [d.verdict for d in shown(plan, silent, days=("2026-01-12", "2026-01-15"))] == ["superseded"]
    assert shown(plan, silent) == []


def test_what_is_no_bargain_may_be_spoken_of() -> None:
    yes = row("The toll is on the agenda", "The toll", "be", "on the agenda")
    no = row("The toll is not negotiable", "The toll", "be", "negotiable", ascribed="negotiable", **NO)
    assert [d.verdict for d in shown(yes, no)] == ["compatible"]


def test_a_claim_that_is_called_untrue_is_a_denial() -> None:
    yes = row("The two discussed the toll", "The two", "discuss", "the toll")
    no = row("they had spoken about the toll", "they", "speak", "about the toll", lead="He rejected reports that ")
    assert [d.verdict for d in shown(yes, no)] == ["conflict"]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (row("The toll is on the agenda", "The toll", "be", "on the agenda"),
         row("Fishing is off the agenda", "Fishing", "be", "off the agenda")),
        (row("The two discussed the toll", "The two", "discuss", "the toll", holder="Mr Berg"),
         row("The toll was not discussed", "The toll", "discuss", None, theme="toll", holder="Mr Berg", **NO)),
        (row("The two discussed the toll", "The two", "discuss", "the toll"),
         row("The declaration does not mention the toll", "The declaration", "mention", "the toll", **NO)),
    ],
)  # fmt: skip
def test_other_topics_one_voice_and_papers_make_no_row(yes: Row, no: Row) -> None:
    assert shown(yes, no) == []
