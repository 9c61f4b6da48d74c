from __future__ import annotations

import pytest

from tests.present.made_record import bare_record, cite, made_record
from variorum.errors import CitationError
from variorum.present.views.sources import Sources


def sources() -> Sources:
    return Sources(made_record()["articles"])


def test_sigla_follow_the_order_of_publication() -> None:
    assert [(s.siglum, s.outlet) for s in sources().all] == [
        ("S1", "Costara Courier"),
        ("S2", "The Norland Gazette"),
        ("S3", "Harbour Times"),
        ("S4", "The Meridian"),
    ]


def test_a_cite_links_to_its_words() -> None:
    link = sources().cite(cite(4, "met in Halden"))
    assert (link.label, link.anchor, link.extent) == ("S4", "c-4-109-122", "109–122")


def test_several_cites_stand_in_order_each_once_and_numbered_within_a_report() -> None:
    rows = [cite(4, "second formal"), cite(3, "third"), cite(4, "met in Halden"), cite(3, "third")]
    assert [(c.label, c.words) for c in sources().cites(rows)] == [
        ("S3", "third"),
        ("S4", "met in Halden"),
        ("S4·2", "second formal"),
    ]


def test_words_over_a_line_break_read_on_one_line() -> None:
    assert sources().cite(cite(1, "will travel to Halden")).words == "will travel to Halden"


def test_a_report_without_outlet_title_or_date_is_still_named() -> None:
    (only,) = Sources(bare_record()["articles"]).all
    assert (only.outlet, only.title, only.date) == ("outlet not stated (003.txt)", "(no headline)", "no date")


def test_a_cite_of_an_unknown_article_is_an_error() -> None:
    with pytest.raises(CitationError, match="a9999"):
        sources().cite({"article": "a9999", "start": 0, "end": 1, "exact": "x"})


def test_a_report_without_an_outlet_is_named_by_its_agency() -> None:
    article = made_record()["articles"][0] | {"outlet": None, "agencies": ["NPA"], "path": "reports/003.txt"}
    (only,) = Sources([article]).all
    assert (only.outlet, only.credit) == ("outlet not stated (NPA)", "")
