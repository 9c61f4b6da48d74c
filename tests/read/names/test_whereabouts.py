"""What is said of where a name is, or of what its bearer does, tells its kind."""

from __future__ import annotations

import pytest

import variorum

pytestmark = pytest.mark.model


def kinds(text: str) -> dict[str, str]:
    return {e.name: e.kind for e in variorum.read_text(text, published="2026-03-11").entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fata Marsh, 58, from Glavatic, was buried on Wednesday.", "Glavatic"),
        ("In Glavatic, where most houses were down, Esad Marsh, 61, sat by his barn.", "Glavatic"),
        ("Two tourists who stayed at a yurt camp called Altyn Jailo were among the dead.", "Altyn Jailo"),
        ("The trip to Don Sahan was dropped because of a storm.", "Don Sahan"),
        ("The bus was heading for Budla, according to the first information.", "Budla"),
        ("The people of Turkala must fish in peace. Turkala Governor Peter Marsh wants more.", "Turkala"),
        ("A woman died in the village of Glavatic, the Konjo mayor, Armin Marsh, said.", "Glavatic"),
    ],
)
def test_places(text: str, name: str) -> None:
    assert kinds(text)[name] == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("In Paris, President Ada Marsh said that the talks went well.", "Ada Marsh", "person"),
        ("A man named Jo Marsh and a woman called Ada Lind lived in a camp.", "Jo Marsh", "person"),
        ("The letter was handed over by Maria Lopez from Greenpeace.", "Greenpeace", "organization"),
        ("Halima Osman Marsh, a British accountant, hid in a water tank.", "Halima Osman Marsh", "person"),
        ("Skipper Jan-Are Marsh was hauling line.", "Jan-Are Marsh", "person"),
        ("The contractor, Tien-Shan Zhol, did not answer our calls.", "Tien-Shan Zhol", "organization"),
    ],
)
def test_no_places(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_a_bodys_name_at_home_stands_in_brackets() -> None:
    text = "The National Search and Rescue Agency (Basarnos) stated that 14 had died. Basarnos sent ships."
    (body,) = (e for e in variorum.read_text(text, published="2026-03-11").entities if e.kind == "organization")
    assert {n.text for n in body.names} == {"National Search and Rescue Agency", "Basarnos"}
    assert "Moscow" in kinds("The Emergencies Ministry (Moscow) said nothing.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President of the Kyrgyz Republic Azamat Marsh held a meeting.", "Azamat Marsh"),
        ("Minister of Emergency Situations Bakyt Marsh informed the press.", "Bakyt Marsh"),
        ("State Minister for Transport Abeba Marsh told the press.", "Abeba Marsh"),
        ("Minister for Foreign Affairs Jo Marsh came.", "Jo Marsh"),
        ("President of the Republic Lakhdar Marsh came.", "Lakhdar Marsh"),
    ],
)
def test_an_office_with_what_it_looks_after_before_the_name(text: str, name: str) -> None:
    assert kinds(text)[name] == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The President of the Czech Republic visited Prague.", "Czech Republic", "country"),
        ("The Ministry for Transport said no.", "Ministry for Transport", "organization"),
        ("The Council for Transport Safety was formed.", "Council for Transport Safety", "organization"),
    ],
)
def test_an_office_without_a_name_behind_it(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind
