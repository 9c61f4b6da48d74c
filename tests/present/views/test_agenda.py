from __future__ import annotations

from tests.present.made_record import Row, made_record
from variorum.present.views.agenda import Agenda, agenda
from variorum.present.views.entities import names
from variorum.present.views.sources import Sources


def view(rows: list[Row] | None = None) -> Agenda:
    record = made_record()
    rows = record["agenda"] if rows is None else rows
    return agenda(rows, Sources(record["articles"]), names(record["entities"]))


def test_a_sub_topic_stands_indented_under_its_parent() -> None:
    assert [(t.name, t.depth) for t in view().topics] == [
        ("fishing rights", 0),
        ("herring quota", 1),
        ("the night ferry", 0),
    ]


def test_each_report_has_a_cell_and_silence_is_an_empty_one() -> None:
    fishing = view().topics[0]
    assert [[s.words for s in cell] for cell in fishing.cells] == [["on"], ["on"], ["off"], []]
    assert fishing.cells[0][0].note == "says Olav Brekke; “expected”"


def test_on_here_and_off_there_is_a_split_but_may_is_not() -> None:
    assert [t.split for t in view().topics] == [True, False, False]


def test_the_legend_has_the_standings_that_occur() -> None:
    assert view().used == ("on", "may", "off", "raised")


def test_parents_that_are_missing_or_go_in_a_circle_lose_no_row() -> None:
    rows = made_record()["agenda"]
    lost, first, second = rows[2] | {"parent": "g9"}, rows[0] | {"parent": "g1"}, rows[1] | {"parent": "g2"}
    assert sorted(t.id for t in view([lost, first, second]).topics) == ["g1", "g2", "g3"]


def test_no_agenda_gives_no_rows() -> None:
    assert view([]).topics == ()
