from __future__ import annotations

from tests.present.made_record import made_record
from variorum.present.views.entities import Cast, cast
from variorum.present.views.sources import Sources


def view() -> Cast:
    record = made_record()
    return cast(record["entities"], Sources(record["articles"]))


def test_people_with_an_office_or_several_reports_lead() -> None:
    assert [p.name for p in view().leading] == ["Mara Voss", "Teo Alvane", "Olav Brekke"]
    assert [p.name for p in view().others] == ["Petra Lund"]


def test_an_office_stands_once_with_all_who_state_it() -> None:
    voss = view().leading[0]
    assert [(o.title, [c.label for c in o.cites]) for o in voss.offices] == [
        ("Prime Minister, Norland", ["S1", "S2"]),
        ("Prime Minister", ["S3"]),
    ]


def test_an_office_that_names_its_country_does_not_name_it_twice() -> None:
    assert view().leading[1].offices[0].title == "Costaran President"


def test_other_forms_of_a_name_have_their_reports() -> None:
    assert [(f.text, [s.siglum for s in f.sources]) for f in view().leading[0].forms] == [
        ("Voss", ["S2", "S3"]),
        ("Ms. Voss", ["S4"]),
    ]


def test_the_rest_stands_by_kind() -> None:
    assert [(label, [e.name for e in group]) for label, group in view().rest] == [
        ("Organizations", ["NPA"]),
        ("Countries", ["Costara", "Norland"]),
        ("Places", ["Halden"]),
    ]
    assert view().rest[2][1][0].location == "59.12°, 11.39°"
