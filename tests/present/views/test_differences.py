from __future__ import annotations

from tests.present.made_record import made_record
from variorum.present.views.differences import Differences, differences
from variorum.present.views.sources import Sources


def view() -> Differences:
    record = made_record()
    return differences(record["differences"], Sources(record["articles"]))


def test_conflicts_stand_apart_from_what_can_be_explained() -> None:
    assert [d.id for d in view().conflicts] == ["d1"]
    assert [d.verdict for d in view().explained] == ["superseded", "compatible", "compatible"]


def test_a_position_has_its_reports_and_their_exact_words_with_the_answer_marked() -> None:
    on, off = view().conflicts[0].positions
    assert [s.siglum for s in on.sources] == ["S1", "S2"]
    assert [p.cite.words for p in off.passages] == ["fishing rights will stay off the table"]
    assert [s.text for s in off.passages[0].stretches if s.differs] == ["off"]
