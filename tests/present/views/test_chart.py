from __future__ import annotations

import pytest

from tests.present.made_record import Row, cite, made_record, when
from variorum.present.views.chart import MAX_DAYS, MAX_STORY, NARROW, WIDE, Chart, Frame, chart
from variorum.present.views.sources import Sources
from variorum.present.views.timeline import timeline


def drawn(rows: list[Row] | None = None, frame: Frame = WIDE) -> Chart:
    record = made_record()
    sources = Sources(record["articles"])
    picture = chart(timeline(record["timeline"] if rows is None else rows, sources, {}), sources.all, frame)
    assert picture
    return picture


def happening(number: int, day: str, end: str | None = None) -> Row:
    meeting: Row = made_record()["timeline"][0]
    return meeting | {"id": f"x{number}", "when": when(day, end), "evidence": [cite(4, "second")]}


def test_days_with_a_report_or_a_happening_are_columns_and_gaps_show() -> None:
    columns = drawn().columns
    assert [(c.label, c.broken) for c in columns] == [
        ("‹", False), ("4", False), ("9", True), ("10", False), ("11", False), ("›", False),
    ]  # fmt: skip
    assert [c.sigla for c in columns] == [(), ("S1", "S2"), ("S3",), (), ("S4",), ()]


def test_a_mark_stands_in_its_day() -> None:
    picture = drawn()
    at = {c.label: c.x for c in picture.columns}
    marks = {r.happening.id: r.x for r in picture.rows}
    assert (marks["h3"], marks["h1"], marks["h2"]) == (at["4"], at["10"], at["11"])
    assert marks["h8"] == marks["h5"] == at["‹"]
    assert marks["h7"] == at["›"]


def test_what_lasts_gets_a_bar_over_its_days() -> None:
    picture = drawn([happening(1, "2026-03-09", "2026-03-11")])
    at = {c.label: c.x for c in picture.columns}
    assert picture.rows[0].bar == (at["9"], at["11"])


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda f: f.name)
def test_no_row_runs_into_the_next_and_all_fit(frame: Frame) -> None:
    picture = drawn(frame=frame)
    for above, below in zip(picture.rows, picture.rows[1:], strict=False):
        assert above.y + 17 * (len(above.lines) + frame.stacked) < below.y
    assert picture.rows[-1].y + picture.rows[-1].height <= picture.height
    assert all(0 < c.x < frame.width for c in picture.columns)


def test_a_long_story_keeps_to_the_days_and_rows_that_fit() -> None:
    rows = [happening(n, f"2026-03-{n:02}") for n in range(1, 32)]
    picture = drawn(rows)
    assert len([c for c in picture.columns if c.weekday]) == MAX_DAYS
    assert (len(picture.rows), picture.more) == (MAX_STORY, len(rows) - MAX_STORY)
    assert all(0 < r.x < WIDE.width for r in picture.rows)


def test_a_long_label_is_cut_to_two_lines() -> None:
    row = happening(1, "2026-03-09") | {"what": "the talks went on and on " * 20}
    (mark,) = drawn([row]).rows
    assert len(mark.lines) == 2
    assert mark.lines[1].endswith("…")


def test_wide_letters_take_more_room() -> None:
    def first_line(what: str) -> int:
        return len(drawn([happening(1, "2026-03-09") | {"what": what}]).rows[0].lines[0])

    assert first_line("TALKS GO ON " * 20) < first_line("talks go on " * 20)
    assert first_line("会談は続いた" * 20) <= WIDE.chars / 2


def test_the_picture_in_words_names_each_happening_with_its_status() -> None:
    assert "Tue 10 Mar 2026: Mara Voss and Teo Alvane met in Halden on Tuesday (happened)" in drawn().summary


def test_what_spans_all_the_days_shown_is_left_to_the_list() -> None:
    picture = drawn([happening(1, "2026-03-10"), happening(2, "2026-01-01", "2026-12-31")])
    assert ([r.happening.id for r in picture.rows], picture.more) == (["x1"], 1)


def test_without_a_dated_happening_there_is_no_picture() -> None:
    sources = Sources(made_record()["articles"])
    assert chart(timeline([], sources, {}), sources.all, WIDE) is None
