from __future__ import annotations

from tests.present.made_record import bare_record, made_record
from variorum.model.plain import cites_in
from variorum.present.views.page import page


def test_the_made_record_is_sound() -> None:
    record = made_record()
    texts = {a["id"]: a["text"] for a in record["articles"]}
    cites = cites_in(record)
    assert len(cites) > 50
    assert all(c.holds(texts[c.article]) for c in cites)


def test_the_glance_answers_what_happened_what_is_planned_and_where_they_clash() -> None:
    glance = page(made_record()).glance
    assert "h1" in [h.id for h in glance.happened]
    assert [h.id for h in glance.planned] == ["h2", "h7", "h6"]
    assert [d.id for d in glance.conflicts] == ["d1"]


def test_the_glance_names_what_a_later_report_settles() -> None:
    record = made_record()
    assert [d.id for d in page(record).glance.revised] == ["d4"]
    next(row for row in record["differences"] if row["id"] == "d4")["likeliness"] = 0.3
    assert not page(record).glance.revised


def test_a_bare_year_gives_way_to_a_day() -> None:
    record = made_record()
    days = [record["timeline"][0] | {"id": f"x{n}", "support": {"articles": 1, "origins": 1}} for n in range(4)]
    year = {"from": "2026-01-01", "to": "2026-12-31", "grain": "year", "edtf": "2026"}
    record["timeline"] = [*days, record["timeline"][0] | {"id": "y", "when": year}]
    assert [h.id for h in page(record).glance.happened] == ["x0", "x1", "x2", "x3"]


def test_the_glance_holds_no_background() -> None:
    glance = page(made_record()).glance
    assert not [h for h in glance.happened + glance.planned if h.background]


def test_the_glance_prefers_what_most_origins_tell() -> None:
    record = made_record()
    extra = [record["timeline"][2] | {"id": f"x{n}", "support": {"articles": 1, "origins": 1}} for n in range(6)]
    record["timeline"] += extra
    assert "h1" in [h.id for h in page(record).glance.happened]


def test_an_empty_record_has_a_page() -> None:
    view = page(bare_record())
    assert (view.title, view.dates, view.charts) == ("A ferry sinks", "no date", ())
