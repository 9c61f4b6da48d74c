from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.reconcile.happenings import happenings
from variorum.reconcile.narrative import narrated
from variorum.reconcile.support import Origins
from variorum.reconcile.timeline import timeline

PEOPLE = [told.entity("solin", "Marek Solin"), told.entity("ruiz", "Ana Ruiz")]
PREVIEW = told.report("preview", "Solin will meet Ruiz on Tuesday and tour the mill on Wednesday.", "2026-01-12")
AFTER = told.report("after", "Solin met Ruiz on Tuesday.", "2026-01-15")
MEETING = told.event(
    PREVIEW, "Solin will meet Ruiz on Tuesday", "meet", people=["solin", "ruiz"], on=told.when("2026-01-13"),
    standing="planned",
)  # fmt: skip
TOUR = told.event(
    PREVIEW, "tour the mill on Wednesday", "tour", people=["solin"], on=told.when("2026-01-14"), standing="planned",
    kind="visit", family="journey",
)  # fmt: skip
MET = told.event(AFTER, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"))


def test_the_ladder_of_standings() -> None:
    corpus = told.corpus([(PREVIEW, [MEETING, TOUR], []), (AFTER, [MET], [])], PEOPLE)
    entries = timeline(corpus, happenings(corpus), Origins({}))
    assert [(e.kind, e.status, e.support.articles) for e in entries] == [
        ("meeting", "happened", 2),
        ("visit", "unconfirmed", 1),
    ]


def test_a_plan_whose_day_is_still_to_come_is_scheduled() -> None:
    corpus = told.corpus([(PREVIEW, [MEETING, TOUR], [])], PEOPLE)
    assert {e.status for e in timeline(corpus, happenings(corpus), Origins({}))} == {"scheduled"}


def test_an_undated_happening_of_one_report_is_left_out() -> None:
    alone = told.event(AFTER, "Solin met Ruiz", "met", people=["solin"])
    corpus = told.corpus([(AFTER, [alone], [])], PEOPLE)
    assert timeline(corpus, happenings(corpus), Origins({})) == ()


def test_copies_count_as_one_origin() -> None:
    copy = told.report("copy", "Solin met Ruiz on Tuesday.", "2026-01-15", byline=("X",))
    again = told.event(copy, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"))
    corpus = told.corpus([(AFTER, [MET], []), (copy, [again], [])], PEOPLE)
    [entry] = timeline(corpus, happenings(corpus), Origins({AFTER.id: "o", copy.id: "o"}))
    assert (entry.support.articles, entry.support.origins) == (2, 1)


def test_an_undated_act_has_the_day_on_which_its_telling_stands() -> None:
    report = told.report("long", "Solin met Ruiz on Tuesday. Police detained Ruiz.", "2026-01-15")
    met = told.event(report, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"))
    held = told.event(report, "Police detained Ruiz", "detained", people=["ruiz"], kind="arrest", family="arrest")
    clause = told.claim(report, "Police detained Ruiz", ["detain"], predicate="detain")
    corpus = told.corpus([(report, [met, held], [clause])], PEOPLE)
    entries = timeline(corpus, happenings(corpus), Origins({}))
    assert {(e.kind, e.when.edtf if e.when else None) for e in entries} == {
        ("meeting", "2026-01-13"),
        ("arrest", "2026-01-13"),
    }
    assert not any(e.background for e in entries), "its day is the story's own, not history"


@pytest.mark.parametrize(
    ("said", "day"), [("Boats joined the search", "2026-01-13"), ("Boats have joined the search", "2026-01-14")]
)
def test_what_has_happened_by_now_is_not_dated_by_the_sentence_before(said: str, day: str) -> None:
    text = f"Divers found the wreck on Wednesday. It sank on Tuesday. {said}."
    report = told.report("long", text, "2026-01-15")
    events = [
        told.event(report, "Divers found the wreck on Wednesday", "found", on=told.when("2026-01-14"), kind="find"),
        told.event(report, "It sank on Tuesday", "sank", on=told.when("2026-01-13"), kind="sinking"),
        told.event(report, said, "joined", kind="rescue"),
    ]
    told_on = narrated(report, events, events[2])
    assert told_on is not None
    assert told_on.when.edtf == day


def test_the_last_report_may_say_that_it_was_called_off() -> None:
    off = told.event(
        AFTER, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"),
        standing="denied", hedge="call off",
    )  # fmt: skip
    corpus = told.corpus([(PREVIEW, [MEETING], []), (AFTER, [off], [])], PEOPLE)
    assert [e.status for e in timeline(corpus, happenings(corpus), Origins({}))] == ["cancelled"]


def test_a_leg_that_is_called_off_does_not_call_off_the_journey() -> None:
    whole = told.event(
        PREVIEW, "Solin will meet Ruiz on Tuesday", "meet", people=["solin"], on=told.when("2026-01-12", "2026-01-14"),
        standing="planned", kind="visit", family="journey",
    )  # fmt: skip
    leg = told.event(
        AFTER, "Solin met Ruiz on Tuesday", "met", people=["solin"], on=told.when("2026-01-13"), standing="denied",
        hedge="cancel", kind="visit", family="journey",
    )  # fmt: skip
    corpus = told.corpus([(PREVIEW, [whole], []), (AFTER, [leg], [])], PEOPLE)
    entries = timeline(corpus, happenings(corpus), Origins({}))
    assert sorted(e.status for e in entries) == ["cancelled", "unconfirmed"]


def test_a_plan_that_a_later_report_says_was_not_done_came_to_nothing() -> None:
    report = told.report("later", "Solin did not tour the mill on Wednesday.", "2026-01-15")
    not_done = told.event(
        report, "Solin did not tour the mill on Wednesday", "tour", people=["solin"], on=told.when("2026-01-14"),
        standing="denied", kind="visit", family="journey",
    )  # fmt: skip
    both = told.corpus([(PREVIEW, [TOUR], []), (report, [not_done], [])], PEOPLE)
    alone = told.corpus([(report, [not_done], [])], PEOPLE)
    assert [e.status for e in timeline(both, happenings(both), Origins({}))] == ["cancelled"]
    assert [e.status for e in timeline(alone, happenings(alone), Origins({}))] == ["denied"]


def test_would_not_is_a_denial_and_no_calling_off() -> None:
    report = told.report("told", "He would not host Ruiz on Wednesday.", "2026-01-13")
    for hedge, status in (("would", "denied"), ("drop", "cancelled")):
        refused = told.event(
            report, "He would not host Ruiz on Wednesday", "host", people=["ruiz"], on=told.when("2026-01-14"),
            standing="denied", hedge=hedge,
        )  # fmt: skip
        corpus = told.corpus([(report, [refused], [])], PEOPLE)
        assert [e.status for e in timeline(corpus, happenings(corpus), Origins({}))] == [status]


def test_words_to_the_press_have_the_day_of_their_report() -> None:
    def days(words: str) -> list[str | None]:
        report = told.report("press", words, "2026-01-15")
        said = told.event(report, words, "told", people=["ruiz"], kind="statement", family="word")
        clause = told.claim(report, words, ["tell"], predicate="told")
        corpus = told.corpus([(report, [said], [clause])], PEOPLE)
        return [e.when.edtf if e.when else None for e in timeline(corpus, happenings(corpus), Origins({}))]

    assert days("Ruiz told reporters in Porto") == ["2026-01-15"]
    assert days("Ruiz told a friend in Porto") == []


def test_what_a_relative_clause_recalls_did_not_happen_on_the_day_of_the_lead() -> None:
    words = "Solin met Ruiz on Tuesday after quakes which killed many. Quakes which killed many hit both."
    report = told.report("recall", words, "2026-01-15")
    met = told.event(report, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"))
    quake = told.event(report, "Quakes which killed many", "Quakes", people=["solin"], kind="protest", family="protest")
    clause = told.claim(report, "Quakes which killed many", ["kill"], predicate="killed")
    corpus = told.corpus([(report, [met, quake], [clause])], PEOPLE)
    assert [e.what for e in timeline(corpus, happenings(corpus), Origins({}))] == ["Solin met Ruiz on Tuesday"]


def told_to_press(text: str, kind: str, family: str) -> str | None:
    """The day of what Solin told a news conference, in a report that dates another happening of two days before."""
    report = told.report("press", f"{text} on Tuesday. Solin told a news conference in Porto.", "2026-01-15")
    dated = told.event(
        report, f"{text} on Tuesday", text.split()[1], people=["ruiz"], on=told.when("2026-01-13"), kind=kind,
        family=family,
    )  # fmt: skip
    said = told.event(
        report, "Solin told a news conference", "conference", people=["solin"], kind="statement", family="word"
    )
    clause = told.claim(report, "Solin told a news conference", ["tell"], predicate="tell")
    other = told.claim(report, "a news conference", ["conference"], predicate="conference")
    corpus = told.corpus([(report, [dated, said], [clause, other])], PEOPLE)
    entries = timeline(corpus, happenings(corpus), Origins({}))
    return next((e.when.edtf for e in entries if e.kind == "statement" and e.when), None)


def test_words_to_the_press_are_of_the_reports_own_day() -> None:
    assert told_to_press("Police detained Ruiz", "arrest", "arrest") == "2026-01-15"


def test_words_to_the_press_on_a_public_day_are_of_that_day() -> None:
    assert told_to_press("Solin visited Ruiz", "visit", "journey") == "2026-01-13"


def test_an_appointed_happening_that_is_dropped_needs_one_report() -> None:
    report = told.report("drop", "Solin met Ruiz on Tuesday. The tour was dropped.", "2026-01-15")
    met = told.event(report, "Solin met Ruiz on Tuesday", "met", people=["solin", "ruiz"], on=told.when("2026-01-13"))
    tour = told.event(
        report, "The tour was dropped", "tour", kind="visit", family="journey", standing="denied", hedge="drop"
    )
    clause = told.claim(report, "The tour was dropped", ["drop"], predicate="drop")
    corpus = told.corpus([(report, [met, tour], [clause])], PEOPLE)
    found = {e.kind: e.status for e in timeline(corpus, happenings(corpus), Origins({}))}
    assert found.get("visit") == "cancelled"
