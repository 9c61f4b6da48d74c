from __future__ import annotations

from tests.reconcile import told
from variorum.reconcile.happenings import happenings
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
