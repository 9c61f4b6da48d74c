"""Clauses of two reports held against each other, from claims built by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tests.reconcile import told
from variorum.model.reading import Event
from variorum.model.record import Difference
from variorum.model.time import TimeExpression, TimexType
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.changes import change_differences
from variorum.reconcile.differences.datings import dating_differences
from variorum.reconcile.differences.lengths import length_differences
from variorum.reconcile.differences.sites import site_differences
from variorum.reconcile.tellings import tellings


@dataclass(frozen=True)
class Clause:
    """A report of one clause, its verb and subject, and the time that stands in it."""

    text: str
    verb: str
    subject: str
    time: tuple[str, str, str | None] | None = None
    published: str = "2026-05-08"
    theme: str | None = None
    terms: tuple[str, ...] = ()
    slots: tuple[tuple[str, Any], ...] = ()


def story(*clauses: Clause) -> Corpus:
    """The reports' corpus: a time is its words, its TIMEX3 value and its day (None for a length)."""
    rows: list[tuple[told.Article, list[Event], list[told.Claim]]] = []
    times: list[tuple[TimeExpression, ...]] = []
    for n, c in enumerate(clauses):
        article = told.report(f"report {n}", c.text, c.published)
        slots = {"predicate": c.verb, "subject": c.subject, "theme": c.theme, **dict(c.slots)}
        rows.append((article, [], [told.claim(article, c.text.rstrip("."), c.terms, **slots)]))
        found: tuple[TimeExpression, ...] = ()
        if c.time:
            words, value, day = c.time
            when = told.when(day) if day else None
            kind: TimexType = "TIME" if "T" in value and day else "DATE" if day else "DURATION"
            found = (TimeExpression(told.cite(article, words), when, "stated" if when else None, kind, value),)
        times.append(found)
    corpus = told.corpus(rows)
    given = dict(zip((a.id for a, _, _ in rows), times, strict=True))
    return replace(corpus, readings=tuple(replace(r, times=given[r.article]) for r in corpus.readings))


def dated(*clauses: Clause) -> list[Difference]:
    corpus = story(*clauses)
    return dating_differences(corpus, tellings(corpus))


SUNDAY = ("on Sunday", "2026-05-03", "2026-05-03")
MONDAY = ("on Monday", "2026-05-04", "2026-05-04")
OPENED = Clause("The trial opened on Sunday.", "open", "The trial", SUNDAY)
BEGAN = Clause("The trial began on Monday.", "begin", "The trial", MONDAY)


def test_one_beginning_by_two_verbs_on_two_days_is_a_conflict() -> None:
    [row] = dated(OPENED, BEGAN)
    assert (row.kind, row.verdict, [p.value for p in row.positions]) == ("date", "conflict", ["on Sunday", "on Monday"])
    assert "Report 0" in row.explanation
    assert "Report 1" in row.explanation


def test_a_beginning_and_an_end_are_not_compared() -> None:
    assert dated(OPENED, replace(BEGAN, text="The trial ended on Monday.", verb="end")) == []


def test_since_a_day_bounds_what_is_the_greatest_and_dates_what_is_not() -> None:
    since = ("since Sunday", "2026-05-03", "2026-05-03")
    run = replace(OPENED, text="The protest began since Sunday.", verb="begin", subject="The protest", time=since)
    other = replace(BEGAN, text="The protest began on Monday.", verb="begin", subject="The protest")
    [row] = dated(run, other)
    assert [p.value for p in row.positions] == ["since Sunday", "on Monday"]
    assert dated(replace(run, text="The protest began as the largest since Sunday."), other) == []


def test_another_of_its_kind_is_not_compared() -> None:
    second = replace(BEGAN, text="The second trial began on Monday.", subject="The second trial")
    assert dated(OPENED, second) == []


def test_what_several_did_is_no_one_happening() -> None:
    some = replace(OPENED, text="Trials opened on Sunday.", subject="Trials")
    assert dated(some, replace(BEGAN, text="Trials began on Monday.", subject="Trials")) == []


def test_a_plan_that_a_later_report_moves_is_superseded() -> None:
    will = (("future", True),)
    plan = replace(OPENED, text="The trial will open on Sunday.", slots=will, published="2026-05-01")
    moved = replace(BEGAN, text="The trial will begin on Monday.", slots=will, published="2026-05-02")
    [row] = dated(plan, moved)
    assert (row.kind, row.verdict) == ("date", "superseded")


def test_two_plans_of_one_day_are_a_conflict() -> None:
    will = (("future", True),)
    plan = replace(OPENED, text="The trial will open on Sunday.", slots=will, published="2026-05-01")
    other = replace(BEGAN, text="The trial will begin on Monday.", slots=will, published="2026-05-01")
    [row] = dated(plan, other)
    assert (row.kind, row.verdict) == ("date", "conflict")


def lasted(text: str, words: str, value: str) -> Clause:
    return Clause(text, "last", "The siege", (words, value, None))


def lengths(*clauses: Clause) -> list[Difference]:
    corpus = story(*clauses)
    return length_differences(corpus, tellings(corpus))


def test_two_lengths_of_one_thing_are_a_conflict() -> None:
    two = lasted("The siege lasted two hours.", "two hours", "PT2H")
    [row] = lengths(two, lasted("The siege lasted five hours.", "five hours", "PT5H"))
    assert (row.kind, row.verdict) == ("number", "conflict")


def test_one_length_in_two_measures_agrees() -> None:
    days = lasted("The siege lasted 49 days.", "49 days", "P49D")
    [row] = lengths(days, lasted("The siege lasted seven weeks.", "seven weeks", "P7W"))
    assert (row.kind, row.verdict) == ("granularity", "compatible")


def test_nearly_and_about_widen_a_length() -> None:
    about = lasted("The siege lasted about two hours.", "two hours", "PT2H")
    [row] = lengths(about, lasted("The siege lasted 130 minutes.", "130 minutes", "PT130M"))
    assert row.verdict == "compatible"


def test_what_is_so_long_ago_is_no_length() -> None:
    two = lasted("The siege lasted two hours.", "two hours", "PT2H")
    assert lengths(two, lasted("The siege began five hours ago.", "five hours", "PT5H")) == []


def test_two_sites_of_one_end_are_a_conflict() -> None:
    corpus = story(
        Clause("The march ended at the cathedral.", "end", "The march"),
        Clause("The march ended outside the town hall.", "end", "The march"),
    )
    [row] = site_differences(corpus, tellings(corpus))
    assert (row.kind, row.verdict) == ("place", "conflict")


def test_inside_and_outside_one_line_are_a_conflict() -> None:
    corpus = story(
        Clause("The drone fell inside the zone.", "fall", "The drone"),
        Clause("The drone came down outside the zone.", "come", "The drone"),
    )
    [row] = site_differences(corpus, tellings(corpus))
    assert [p.value for p in row.positions] == ["inside the zone", "outside the zone"]


def changes(*clauses: Clause) -> list[tuple[str, str]]:
    corpus = story(*clauses)
    return [(d.kind, d.verdict) for d in change_differences(corpus, tellings(corpus))]


CLOSED = Clause("The border is closed.", "close", "The border", published="2026-05-01", theme="border")
PLAN = Clause("The concert will take place.", "take", "The concert", published="2026-05-01", slots=(("future", True),))


def test_what_was_shut_and_opened_again_is_superseded() -> None:
    opened = Clause("The border reopened.", "reopen", "The border", published="2026-05-03")
    assert changes(CLOSED, opened) == [("status", "superseded")]


def test_what_was_open_before_it_shut_is_not() -> None:
    opened = Clause("The border reopened.", "reopen", "The border", published="2026-04-28")
    assert changes(opened, CLOSED) == []


def test_a_plan_called_off_is_superseded() -> None:
    off = Clause("The concert was cancelled.", "cancel", "The concert", published="2026-05-02", theme="concert")
    assert changes(PLAN, off) == [("status", "superseded")]


def test_another_happening_called_off_is_not() -> None:
    off = Clause("The parade was cancelled.", "cancel", "The parade", published="2026-05-02", theme="parade")
    assert changes(PLAN, off) == []


def test_nobody_at_first_and_then_some_is_superseded() -> None:
    none = Clause(
        "Nobody was released.", "release", "Nobody", published="2026-05-01", theme="nobody", slots=(("polarity", "no"),)
    )
    some = Clause("Five sailors were released.", "release", "Five sailors", published="2026-05-03", theme="sailor")
    assert ("status", "superseded") in changes(none, some)
