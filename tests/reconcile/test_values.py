"""Which typed values a report gives, of which kind, in which clause, in whose voice."""

from __future__ import annotations

import pytest

from tests.reconcile import told, typed
from tests.reconcile.typed import Report, Said, counted, dated, lasting, ranked
from variorum.model.reading import Reading
from variorum.model.time import TimeExpression
from variorum.reconcile.align import aligned
from variorum.reconcile.clause_times import in_clauses
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.figures import figures
from variorum.reconcile.values import Value, values


def found(*said: Said, day: str = "2026-01-13") -> list[Value]:
    return read(typed.story(Report("a", said, day)))


def read(corpus: Corpus) -> list[Value]:
    return values(corpus, figures(corpus, aligned(corpus, [])))


@pytest.mark.parametrize(
    ("said", "kind", "low", "high", "noun"),
    [
        (counted("Four wagons burned", "Four wagons", 4, noun="wagon"), "count", 4.0, 4.0, "wagon"),
        (counted("It cost 3 million euros", "3 million euros", 3e6, unit="EUR", noun=None), "money", 3e6, 3e6, None),
        (lasting("The talks lasted two hours", "two hours", "PT2H"), "span", 2.0, 2.0, None),
        (dated("It sank at 06:40", "06:40", "2026-01-12T06:40"), "clock", 400.0, 400.0, None),
        (ranked("It was the third wreck since May", "third", 3, ["wreck"], "since May"), "ordinal", 3.0, 3.0, "wreck"),
    ],
)
def test_each_kind_of_value(said: Said, kind: str, low: float, high: float, noun: str | None) -> None:
    [value] = found(said)
    assert (value.kind, value.low, value.high, value.noun, value.shown) == (kind, low, high, noun, said.shown)


def test_a_day_is_counted_in_days() -> None:
    monday, friday = found(
        dated("It sank on 12 January", "12 January", "2026-01-12"),
        dated("It rose on 16 January", "16 January", "2026-01-16"),
    )
    assert monday.kind == "day"
    assert friday.low - monday.low == 4


def test_values_come_by_publication_then_in_order_of_the_text() -> None:
    late = Report("late", [counted("Six boats sank", "Six boats", 6)], "2026-01-14")
    early = Report("early", [dated("It sank on 12 January", "12 January", "2026-01-12"),
                             counted("Four boats sank", "Four boats", 4)], "2026-01-13")  # fmt: skip
    assert [v.shown for v in read(typed.story(late, early))] == ["12 January", "Four boats", "Six boats"]


def test_the_outcome_is_what_befell_the_counted() -> None:
    [value] = found(counted("Four people died", "Four people", 4, noun="people", of="dead"))
    assert value.outcome == "dead"


def test_those_who_only_speak_are_no_value() -> None:
    assert found(counted("Two officials said so", "Two officials", 2, noun="official", predicate="say",
                         subject="Two officials")) == []  # fmt: skip
    assert len(found(counted("Two officials fled", "Two officials", 2, noun="official", predicate="flee",
                             subject="Two officials"))) == 1  # fmt: skip


def test_what_two_clauses_hold_is_one_value_of_the_smaller() -> None:
    article = told.report("a", "The mayor said the talks lasted two hours.")
    whole = told.claim(article, "The mayor said the talks lasted two hours", ["talk"])
    inner = told.claim(article, "the talks lasted two hours", ["talk"])
    time = TimeExpression(told.cite(article, "two hours"), None, None, "DURATION", "PT2H")
    reading = Reading(article.id, (time,), (), (), (), (), (whole, inner), ())
    [value] = read(build_corpus([article], [reading], (), {}))
    assert value.claim.id == inner.id
    assert in_clauses((whole, inner), (time,)) == {inner.id: [time]}


def test_a_time_outside_every_clause_is_given_to_one_of_its_sentence() -> None:
    article = told.report("a", "On Monday the talks began.")
    clause = told.claim(article, "the talks began", ["talk"])
    time = TimeExpression(told.cite(article, "Monday"), told.when("2026-01-12"), "stated", "DATE", "2026-01-12")
    assert in_clauses((clause,), (time,), beside=True) == {clause.id: [time]}
    assert in_clauses((clause,), (time,)) == {}


def test_a_time_that_stands_in_no_sentence_is_left_out() -> None:
    article = told.report("a", "Monday. The talks began.")
    clause = told.claim(article, "The talks began", ["talk"], sentence=told.cite(article, "The talks began."))
    time = TimeExpression(told.cite(article, "Monday"), told.when("2026-01-12"), "stated", "DATE", "2026-01-12")
    assert in_clauses((clause,), (time,)) == {}


def test_the_limit_of_a_counted_set_is_no_day() -> None:
    article = told.report("a", "It was the third wreck since 3 January.")
    ordinal = told.ordinal(article, "third", 3, ["wreck"], "since 3 January")
    wide = told.ordinal(article, "third wreck since 3 January", 3, ["wreck"], "since 3 January")
    time = TimeExpression(told.cite(article, "3 January"), told.when("2026-01-03"), "stated", "DATE", "2026-01-03")

    def kinds(given: told.Ordinal) -> list[str]:
        claim = told.claim(article, article.text[:-1], ["wreck"], ordinals=(given,))
        reading = Reading(article.id, (time,), (), (), (), (), (claim,), ())
        return sorted(v.kind for v in read(build_corpus([article], [reading], (), {})))

    assert kinds(wide) == ["ordinal"]
    assert kinds(ordinal) == ["day", "ordinal"]


@pytest.mark.parametrize("kind", ["count", "span", "day"])
def test_what_is_told_of_long_ago_is_old(kind: str) -> None:
    for when, old in ((told.when("2020-02-03"), True), (told.when("2026-01-12"), False)):
        said = {
            "count": counted("Four boats sank", "Four boats", 4, time=when),
            "span": lasting("The talks lasted two hours", "two hours", "PT2H", time=when),
            "day": dated("It sank that day", "that day", when.edtf),
        }
        [value] = found(said[kind])
        assert (value.kind, value.old) == (kind, old)


def test_a_value_is_the_report_s_or_the_speaker_s() -> None:
    own, theirs = found(
        counted("Four boats sank", "Four boats", 4),
        counted("Six nets tore", "Six nets", 6, noun="net", holder="The mayor"),
    )
    assert (own.voice, theirs.voice) == (None, "The mayor")


def test_its_evidence_is_the_clause_that_holds_it() -> None:
    [value] = found(counted("Four boats sank", "Four boats", 4))
    assert value.evidence.exact == "Four boats sank"
    article = told.report("a", "On Monday the talks began.")
    clause = told.claim(article, "the talks began", ["talk"])
    time = TimeExpression(told.cite(article, "Monday"), told.when("2026-01-12"), "stated", "DATE", "2026-01-12")
    reading = Reading(article.id, (time,), (), (), (), (), (clause,), ())
    [outside] = read(build_corpus([article], [reading], (), {}))
    assert outside.evidence.exact == "Monday"


def test_same_is_of_what_is_meant_and_not_of_the_words() -> None:
    one, two, three = found(
        counted("Four boats sank", "Four boats", 4), counted("4 boats rose", "4 boats", 4),
        counted("At least 4 nets tore", "At least 4 nets", 4, None, noun="net"),
    )  # fmt: skip
    assert one.same(two)
    assert not one.same(three)


def test_times_are_the_same_by_day_and_clock() -> None:
    one, two, other = found(
        dated("It sank at 06:40", "06:40", "2026-01-12T06:40"),
        dated("It blew at 6.40 a.m.", "6.40 a.m.", "2026-01-12T06:40"),
        dated("It rose at 06:41", "06:41", "2026-01-11T06:40"),
    )
    assert one.same(two)
    assert not one.same(other)
