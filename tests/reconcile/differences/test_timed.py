"""Questions of time that two reports answer unlike: the hour it left, since when he is held, by when it is reached."""

from __future__ import annotations

from typing import Any

import pytest

from tests.read.times.reading import flat
from tests.reconcile import told
from variorum.model.reading import Reading
from variorum.model.record import Difference
from variorum.read.times import find_times
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.differences.timed import timed_differences

Told = tuple[str, str, dict[str, Any]]
"""A report's clauses: its words, the day it was written, and what else is read of it."""


def say(words: str, day: str = "2026-03-10", **slots: Any) -> Told:
    return words, day, slots


def rows(*reports: Told) -> list[Difference]:
    """What reports of one sentence each show; who is named is told by the test."""
    articles, readings = [], []
    for n, (words, day, slots) in enumerate(reports):
        article = told.report(f"r{n}", f"{words}.", day)
        claim = told.claim(article, words, words.lower().split(), **slots)
        articles.append(article)
        readings.append(Reading(article.id, find_times(article, [flat(article.text)]), (), (), (), (), (claim,), ()))
    people = (told.entity("p", "Ana Petrik"), told.entity("v", "Jon Vaas"))
    return timed_differences(build_corpus(articles, readings, people, {}), [])


def shown(*reports: Told) -> tuple[str, str, list[str]] | None:
    found = rows(*reports)
    assert len(found) < 2
    return (found[0].kind, found[0].verdict, [p.value for p in found[0].positions]) if found else None


FERRY: dict[str, Any] = {"subject": "The ferry", "predicate": "leave"}
SHIP: dict[str, Any] = {"subject": "The vessel", "predicate": "sail"}
ENVOY: dict[str, Any] = {"subject": "Ana Petrik", "subject_entity": "p", "entities": ("p",)}
AMOUNT = told.number(told.report("x", "1 billion"), "1 billion", 1e9, unit="USD")
OTHER: dict[str, Any] = {"subject": "Jon Vaas", "subject_entity": "v", "entities": ("v",)}


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (say("The ferry sent a distress call at 9:10 p.m."), say("A mayday came in at 20.52"), "conflict"),
        (say("The ferry left Odda at 6:30 p.m.", **FERRY), say("The vessel sailed at 7:15 p.m.", **SHIP), "conflict"),
        (
            say("The ferry left Odda at 6:30 p.m.", **FERRY),
            say("The vessel sailed at around 6:40 p.m.", **SHIP),
            "compatible",
        ),
        (
            say("Ana Petrik landed at 9:40 a.m.", **ENVOY),
            say("Ana Petrik arrived shortly after 10 a.m.", **ENVOY),
            "conflict",
        ),
        (say("The last gunman was shot just after 9 a.m."), say("The shooting stopped around 8:30 a.m."), "conflict"),
        (
            say("Monday will be a day of mourning"),
            say("Flags will be lowered on Tuesday for national mourning"),
            "conflict",
        ),
        (
            say("The inquiry was told to report within three days"),
            say("The commission must submit its findings within ten days"),
            "conflict",
        ),
        (
            say("The warning was sent by text message six hours before"),
            say("People were alerted by phone 20 minutes before the flood"),
            "conflict",
        ),
        (
            say("The two leaders last met in May 2023"),
            say("It was the first meeting of the leaders since 2023"),
            "compatible",
        ),
        (say("The last exchange was held on Dec. 24"), say("They last exchanged prisoners on Dec. 23"), "conflict"),
        (say("The crossings will reopen by July"), say("The border crossings will reopen in August 2026"), "conflict"),
        (
            say("The two leaders talked for three hours"),
            say("The talks between the two sides lasted 90 minutes"),
            "conflict",
        ),
        (say("The two leaders talked for nearly three hours"), say("The talks lasted about three hours"), "compatible"),
        (say("The ceasefire ended five days of fighting"), say("Six days of shelling were over"), "compatible"),
        (
            say("Ana Petrik has been held since February 2026", **ENVOY),
            say("Ana Petrik was arrested in March 2026", **ENVOY),
            "conflict",
        ),
        (
            say("The bus was built in 2014", subject="The bus"),
            say("The coach was first registered in 2011", subject="The coach"),
            "conflict",
        ),
        (
            say("The plane was 23 years old", subject="The plane"),
            say("The aircraft was made in 2003", subject="The aircraft"),
            "compatible",
        ),
    ],
)
def test_answers_to_one_question(one: Told, two: Told, verdict: str) -> None:
    found = shown(one, two)
    assert found is not None
    assert found[1] == verdict


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (say("The fire was put out at 2:05 p.m."), say("The blaze was declared out at 12:30 p.m."), "conflict"),
        (
            say("The visa scheme was extended until the end of 2028"),
            say("The visa programme was prolonged to the end of 2027"),
            "conflict",
        ),
        (
            say("The technical teams will meet before the end of 2026"),
            say("The expert committees will convene in July 2026"),
            "compatible",
        ),
        (
            say("They agreed to raise trade to $1 billion by 2030", quantities=(AMOUNT,)),
            say("Trade is to reach $1 billion within five years", quantities=(AMOUNT,)),
            "compatible",
        ),
    ],
)
def test_what_runs_ends_and_is_to_be(one: Told, two: Told, verdict: str) -> None:
    found = shown(one, two)
    assert found is not None
    assert found[1] == verdict


def test_a_rule_of_how_long_ahead_is_no_telling() -> None:
    rule = say("Tests are to be notified at least three days ahead")
    assert not rows(rule, say("The ministry was notified four days in advance"))


def test_hours_told_in_words_leave_the_half_of_the_day_open() -> None:
    one = say("The ferry sent a distress call at 12:50 p.m.")
    assert not rows(one, say("A mayday came in at ten to one"))
    assert [row.verdict for row in rows(one, say("A mayday came in at one o'clock"))] == ["compatible"]
    assert [row.verdict for row in rows(one, say("A mayday came in at half past one"))] == ["conflict"]


def test_hours_of_two_zones_are_held_against_each_other_on_one_clock() -> None:
    one = say("The ferry sent a distress call at 9:16 a.m. Japan time")
    assert [row.verdict for row in rows(one, say("A mayday came in at 8:17 a.m. Beijing time"))] == ["compatible"]
    assert [row.verdict for row in rows(one, say("A mayday came in at 9:40 a.m. Beijing time"))] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (say("The ferry left Odda at 6:30 p.m.", **FERRY), say("The vessel sailed at 6:30 p.m.", **SHIP)),
        (say("Ana Petrik landed at 9:40 a.m.", **ENVOY), say("Jon Vaas landed at noon", **OTHER)),
        (say("The ferry left Odda at 6:30 p.m.", **FERRY), say("A second ferry left Odda at 9 p.m.", **FERRY)),
        (say("Ana Petrik was arrested in March 2026", **ENVOY), say("Jon Vaas was arrested in May 2026", **OTHER)),
        (say("The two leaders talked for three hours"), say("The two leaders talked alone for 40 minutes")),
        (say("The two leaders met after three days of talks"), say("The two leaders talked for an hour")),
        (say("The two women spoke for five minutes"), say("The talks lasted three hours")),
        (say("The crossings will reopen by July"), say("The schools will reopen in August 2026")),
        (say("The last exchange was held on Dec. 24"), say("The last election was held on Dec. 2")),
        (
            say("Ana Petrik will leave for Odda on March 11", **ENVOY),
            say("Ana Petrik returned home on March 13", **ENVOY),
        ),
        (say("The talks were held in March 2026"), say("The meeting was held in May 2026")),
    ],
)
def test_answers_to_two_questions(one: Told, two: Told) -> None:
    assert not rows(one, two)


def test_a_visit_that_ended_a_day_early_is_a_plan_overtaken() -> None:
    plan = say("Ana Petrik is expected to leave on March 13", **ENVOY, future=True)
    left = say("Ana Petrik returned home on March 12", "2026-03-13", **ENVOY)
    assert shown(plan, left) == ("date", "superseded", ["March 13", "March 12"])


def test_who_does_not_expect_it_before_a_day_overtakes_no_plan() -> None:
    plan = say("The crossings are to reopen on April 1", future=True)
    doubt = say("He does not expect any of them to open before April 17", "2026-03-12", polarity="no")
    found = shown(plan, doubt)
    assert found is not None
    assert found[:2] == ("date", "conflict")


def test_the_hour_of_the_storys_own_happening() -> None:
    one = say("A coach crashed near Odda at 4:50 a.m. on Tuesday")
    two = say("The crash happened shortly before 5 a.m. on Tuesday")
    three = say("The crash at the bend took place at half past five")
    found = {row.verdict: [p.value for p in row.positions] for row in rows(one, two, three)}
    assert found["conflict"][-1] == "half past five"
    assert [row.verdict for row in rows(one, two)] == ["compatible"]


@pytest.mark.parametrize("end", ["The fire was put out at 7 p.m.", "The blaze was brought under control at 5:30 p.m."])
def test_the_hour_at_which_a_fire_broke_out_is_not_that_of_its_end(end: str) -> None:
    assert not rows(say("The blaze broke out at about 1:30 p.m. in a warehouse"), say(end))


def test_two_days_of_mourning_that_one_report_tells_are_of_two_lands() -> None:
    one = say("The north holds a day of mourning on Wednesday")
    two = say("The republic holds a day of mourning on Thursday")
    both = (
        "In the north flags will be at half-mast on Wednesday",
        "the republic will hold a day of mourning on Thursday",
    )
    article = told.report("both", f"{both[0]}. {both[1]}.", "2026-03-10")
    claims = tuple(told.claim(article, w, w.lower().split(), sentence=told.cite(article, w)) for w in both)
    articles, readings = (
        [article],
        [Reading(article.id, find_times(article, [flat(article.text)]), (), (), (), (), claims, ())],
    )
    for n, (words, day, _) in enumerate((one, two)):
        other = told.report(f"r{n}", f"{words}.", day)
        claim = told.claim(other, words, words.lower().split())
        articles.append(other)
        readings.append(Reading(other.id, find_times(other, [flat(other.text)]), (), (), (), (), (claim,), ()))
    found = timed_differences(build_corpus(articles, readings, (), {}), [])
    assert {row.verdict for row in found} == {"compatible"}


def test_no_day_set_agrees_with_a_day() -> None:
    one = say("Ana Petrik accepted an invitation, without giving a date, and the next meeting is in Odda")
    two = say("The next meeting is planned for June 2026")
    found = shown(one, two)
    assert found is not None
    assert found[1] == "compatible"
