from __future__ import annotations

from tests.present.made_record import made_record
from variorum.present.views.claims import Claims, claims, omissions
from variorum.present.views.page import page, summary_title
from variorum.present.views.sources import Sources


def view() -> Claims:
    record = made_record()
    return claims(record["claims"], Sources(record["articles"]))


def test_shared_statements_stand_by_support_disputed_ones_among_them() -> None:
    assert [(c.id, c.status) for c in view().shared] == [("c1", "agreed"), ("c2", "agreed"), ("c3", "disputed")]


def test_what_one_report_alone_says_stands_under_that_report() -> None:
    assert [(o.source.siglum, [c.id for c in o.claims]) for o in view().own] == [
        ("S2", ["c6"]),
        ("S3", ["c4"]),
        ("S4", ["c5"]),
    ]
    assert view().own_count == 3


def test_a_silence_is_told_by_the_silent_report() -> None:
    record = made_record()
    silent = omissions(record["silences"], record["claims"], Sources(record["articles"]))
    assert [(o.source.siglum, [c.id for c in o.claims]) for o in silent] == [("S3", ["c2"]), ("S4", ["c2"])]


def test_a_line_begins_with_a_capital_and_a_latest_figure_is_marked() -> None:
    record = made_record()
    record["summary"][0] |= {"text": "a train left the rails", "latest": True}
    shown = page(record).summary
    assert (shown[0].text, shown[0].latest) == ("A train left the rails", True)
    assert summary_title(shown) == "What the reports agree on, and the latest figures"
    assert summary_title(()) == "What the reports agree on"
