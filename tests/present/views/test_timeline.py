from __future__ import annotations

from tests.present.made_record import made_record
from variorum.present.views.entities import names
from variorum.present.views.sources import Sources
from variorum.present.views.timeline import STATUS_NOTES, STATUS_WORDS, Timeline, timeline


def view() -> Timeline:
    record = made_record()
    return timeline(record["timeline"], Sources(record["articles"]), names(record["entities"]))


def test_the_story_stands_apart_from_its_background_each_by_date() -> None:
    assert [h.id for h in view().story] == ["h5", "h4", "h3", "h1", "h2", "h7", "h6"]
    assert [h.id for h in view().background] == ["h8", "h9"]


def test_a_happening_says_when_who_where_and_by_how_many() -> None:
    meeting = next(h for h in view().story if h.id == "h1")
    assert (meeting.when, meeting.who, meeting.place) == ("Tue 10 Mar 2026", ("Mara Voss", "Teo Alvane"), "Halden")
    assert (meeting.articles, meeting.origins, [c.label for c in meeting.cites]) == (4, 3, ["S1", "S2", "S3", "S4"])


def test_an_undated_happening_comes_last_and_says_so() -> None:
    last = view().story[-1]
    assert (last.start, last.when) == (None, "no date")


def test_every_status_is_explained() -> None:
    assert STATUS_WORDS.keys() == STATUS_NOTES.keys()
    assert view().statuses == ("happened", "scheduled", "announced", "unconfirmed")
