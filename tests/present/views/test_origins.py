from __future__ import annotations

import pytest

from tests.present.made_record import made_record
from variorum.present.views.origins import SHORT, Merge, independence, lineage
from variorum.present.views.sources import Sources


def test_four_numbers_and_the_reason_of_each_merge() -> None:
    record = made_record()
    view = independence(record["independence"], Sources(record["articles"]))
    assert [(c.number, c.unit) for c in view.counts] == [
        (4, "reports"),
        (4, "outlets"),
        (3, "lineages"),
        (3, "origins"),
    ]
    assert [([s.siglum for s in m.sources], m.reason) for m in view.merges] == [
        (["S1", "S2"], "Both print the text of NPA by their credit lines.")
    ]


@pytest.mark.parametrize(
    ("reason", "short"),
    [
        ("reports of one agency: AFP, in texts of their own", "reports of one agency: AFP, in texts of their own"),
        (f"AFP's text, cut: {'59% of its words stand in the other, ' * 5}", "AFP's text, cut"),
        (f"one rests on the other; {'named more than once, ' * 9}", "one rests on the other"),
        ("word " * 60, " ".join(["word"] * 23) + " …"),
    ],
)
def test_a_short_reason_is_two_lines_of_a_terminal(reason: str, short: str) -> None:
    assert Merge((), reason).short == short
    assert len(short) <= SHORT


def test_one_of_a_thing_is_singular() -> None:
    counts = independence({"articles": 1, "outlets": 1, "lineages": 1, "origins": 1, "groups": []}, Sources([])).counts
    assert [c.unit for c in counts] == ["report", "outlet", "lineage", "origin"]


def test_lineage_says_whose_text_and_how_much_of_it() -> None:
    record = made_record()
    links = lineage(record["lineage"], Sources(record["articles"]))
    assert [(x.source.siglum, x.relation, x.target and x.target.siglum, x.agency, x.coverage) for x in links] == [
        ("S1", "edits", "S2", "NPA", 93),
        ("S2", "carries", None, "NPA", None),
    ]
