from __future__ import annotations

from tests.present.made_record import cite, made_record, when
from variorum.present.views.entities import names
from variorum.present.views.quotes import Speaker, ledger, occasion_words
from variorum.present.views.sources import Sources


def speakers() -> dict[str, Speaker]:
    record = made_record()
    return {s.name: s for s in ledger(record["quotes"], Sources(record["articles"]), names(record["entities"]))}


def test_speakers_with_exact_words_come_first_and_the_unnamed_last() -> None:
    assert list(speakers()) == ["Mara Voss", "Teo Alvane", "Olav Brekke", ""]


def test_variants_stand_side_by_side_with_their_own_occasions_and_marked_words() -> None:
    (road,) = speakers()["Mara Voss"].quoted
    assert road.differs == "wording and occasion differ"
    assert [w.occasions for w in road.wordings] == [
        ("told reporters on Wednesday [Wed 4 Mar 2026]",),
        ("In an interview with Radio Imber",),
    ]
    assert [s.text for s in road.wordings[1].stretches if s.differs] == ["and"]
    assert [c.words for c in road.paraphrases] == ["Ms. Voss called the talks frank."]


def test_reports_with_the_same_words_share_a_wording() -> None:
    (told,) = speakers()["Olav Brekke"].reported
    assert [[c.label for c in w.cites] for w in told.wordings] == [["S1", "S2"]]


def test_what_has_no_exact_words_is_only_reported() -> None:
    assert not speakers()["Olav Brekke"].quoted
    assert not speakers()["Teo Alvane"].reported


def test_an_occasion_is_in_the_reports_words_or_else_named_by_its_kind() -> None:
    assert occasion_words(None) is None
    assert occasion_words({"kind": "press_conference", "words": "", "medium": None, "when": None}) == "press conference"
    own = {"kind": "interview", "cite": cite(3, "In an interview"), "medium": None, "when": when("2026-03-08")}
    assert occasion_words(own) == "In an interview [Sun 8 Mar 2026]"
