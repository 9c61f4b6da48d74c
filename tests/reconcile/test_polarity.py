"""What is affirmed here and denied there: the same thing by other words, and nothing that only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.align import stated_claims
from variorum.reconcile.differences.polarity import polarity_differences

Row = tuple[str, dict[str, Any]]
"""A clause and its slots."""
SAME = told.entity("mill", "Mill", "organization")


def shown(yes: Row, no: Row, *days: str) -> list[Difference]:
    """What two reports show of which one affirms and the other denies."""
    reports = [told.report(name, row[0] + ".", day) for name, row, day in zip("ab", (yes, no), days, strict=True)]
    claims = []
    for report, (words, slots), polarity in zip(reports, (yes, no), ("yes", "no"), strict=True):
        terms = [w.lower() for w in words.split() if len(w) > 3]
        claims.append(told.claim(report, words, terms, polarity=polarity, **slots))
    corpus = told.corpus([(r, [], [c]) for r, c in zip(reports, claims, strict=True)], [SAME])
    return polarity_differences(corpus, [[s] for s in stated_claims(corpus, [])])


def act(words: str, subject: str, verb: str, what: str | None = None, **more: Any) -> Row:
    """A clause: who does what to what."""
    theme = what.partition(" of ")[0].split()[-1] if what else None
    return words, {"subject": subject, "predicate": verb, "object": what, "theme": theme} | more


def done(words: str, subject: str, verb: str, participle: str, **more: Any) -> Row:
    """A passive: what was done to the subject."""
    theme = subject.partition(" of ")[0].split()[-1]
    return words, {"subject": subject, "predicate": verb, "theme": theme, "ascribed": participle} | more


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (  # active and passive
            act("The mill dumped dye in the river", "The mill", "dump", "dye"),
            done("no dye had been dumped in the river", "no dye", "dump", "dumped"),
        ),
        (  # denied of everybody
            done("The march was declared unlawful by a judge", "The march", "declare", "unlawful"),
            act("no judge has declared the march unlawful", "no judge", "declare", "the march", ascribed="unlawful"),
        ),
        (  # another verb for the act
            done("the harbour was closed at dusk", "the harbour", "close", "closed"),
            done("the harbour had not been shut", "the harbour", "shut", "shut"),
        ),
        (  # what there is
            act("the union has an offer on wages", "the union", "have", "an offer on wages", theme="offer"),
            ("there was no offer on wages", {"subject": "there", "predicate": "be", "object": "no offer on wages"}),
        ),
        (  # what is not there acts
            act("an opening clause lets the firm leave the deal", "an opening clause", "let", "the firm"),
            act("the contract has no opening clause", "the contract", "have", "no opening clause"),
        ),
        (  # of what was not used somebody was hit
            ("two were struck by rubber balls", {"subject": "two", "predicate": "strike", "ascribed": "struck"}),
            done("no rubber balls were fired", "no rubber balls", "fire", "fired"),
        ),
        (  # a plan, and a promise denied
            act("the state will scrap the toll for drivers", "the state", "scrap", "the toll", future=True),
            act("nobody promised to scrap anything for drivers", "nobody", "scrap", "anything", theme=None),
        ),
        (  # what is said of a thing
            act("help was slow to come to the valley", "help", "come", ascribed="slow"),
            act("that help had been slow to come to the valley", "help", "come", ascribed="slow"),
        ),
    ],
)
def test_affirmed_and_denied_in_other_words_is_a_conflict(yes: Row, no: Row) -> None:
    [row] = shown(yes, no, "2026-01-13", "2026-01-13")
    assert (row.kind, row.verdict) == ("polarity", "conflict")
    assert "Affirmed by A, denied by B" in row.explanation


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (  # another doer
            act("the mill dumped dye in the river", "the mill", "dump", "dye"),
            act("the dairy dumped no dye in the river", "the dairy", "dump", "no dye"),
        ),
        (  # another thing
            done("the dye works were closed in March", "the dye works", "close", "closed"),
            done("the paper works were not closed in March", "the paper works", "close", "closed"),
        ),
        (  # only a part is denied
            done("the strike was called by the union", "the strike", "call", "called"),
            done("the strike was not called by one union", "the strike", "call", "called"),
        ),
        (  # a plan, and what has been so far
            act("the state will scrap the toll for drivers", "the state", "scrap", "the toll", future=True),
            act("the state did not scrap the toll for drivers", "the state", "scrap", "the toll"),
        ),
        (  # a common verb without an object
            act("the people care about the river", "the people", "care", object="about the river"),
            act("the people don't care about the wages", "the people", "care", object="about the wages"),
        ),
        (  # a request is no decision
            act("the firm asked a court to declare the march unlawful", "the firm", "ask", "a court"),
            act("no judge has declared the march unlawful", "no judge", "declare", "the march", ascribed="unlawful"),
        ),
        (  # of a passive, another doer
            done("the mill is backed by few workers", "the mill", "back", "backed"),
            act("the mayor does not back the mill", "the mayor", "back", "the mill"),
        ),
        (  # what is not there, and another of its noun
            act("the state has a plan for the river", "the state", "have", "a plan for the river", theme="plan"),
            act("the mill has no plan for wages", "the mill", "have", "no plan for wages", theme="plan"),
        ),
        (  # struck by something else
            ("two were struck by stones", {"subject": "two", "predicate": "strike", "ascribed": "struck"}),
            done("no rubber balls were fired", "no rubber balls", "fire", "fired"),
        ),
        (  # things of a kind
            act("he unveiled his plan for the schools", "he", "unveil", "his plan"),
            act("they did not unveil plans for the schools", "they", "unveil", "plans"),
        ),
    ],
)
def test_another_matter_is_none(yes: Row, no: Row) -> None:
    assert shown(yes, no, "2026-01-13", "2026-01-13") == []


def test_not_so_far_and_then_done_is_superseded() -> None:
    yes = done("the march was declared unlawful", "the march", "declare", "unlawful")
    no = done("the march has not been declared unlawful", "the march", "declare", "unlawful")
    [row] = shown(yes, no, "2026-01-15", "2026-01-13")
    assert row.verdict == "superseded"
    [row] = shown(yes, no, "2026-01-13", "2026-01-15")
    assert row.verdict == "conflict"


def test_two_speakers_of_one_report_may_differ_and_one_may_not() -> None:
    report = told.report("a", "The ferry was overloaded. The ferry was not overloaded.")
    rows = {}
    for speaker in ("the owner", None):
        claims = [
            told.claim(report, words, ["ferry", "overload"], subject="The ferry", predicate="be", ascribed="overloaded",
                       polarity=polarity, holder=who)
            for words, polarity, who in (
                ("The ferry was overloaded", "yes", None), ("The ferry was not overloaded", "no", speaker),
            )
        ]  # fmt: skip
        corpus = told.corpus([(report, [], claims)])
        rows[speaker] = polarity_differences(corpus, [[s] for s in stated_claims(corpus, [])])
    assert len(rows["the owner"]) == 1
    assert rows[None] == []
