from __future__ import annotations

import pytest

from variorum.ingest.agencies import agencies_in, agency, by_url, split_credit
from variorum.lang import table


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("the Associated Press", "AP"),
        ("ASSOCIATED PRESS", "AP"),
        ("Agence France-Presse", "AFP"),
        ("DPA", "dpa"),
        ("Kyodo News", "Kyodo"),
        ("REUTERS", "Reuters"),
        ("UPI.com", "UPI"),
    ],
)
def test_forms_lead_to_the_short_name(form: str, name: str) -> None:
    found = agency(form)
    assert found is not None and found.name == name


def test_short_forms_keep_their_case() -> None:
    assert agency("pa") is None
    assert agencies_in("My pa and the map told the AP and Reuters") == [agency("AP"), agency("Reuters")]


def test_an_address_names_its_publisher() -> None:
    assert by_url("https://www.reuters.com/world/x") == "Reuters"
    assert by_url("http://edition.example.co.uk:8080/a?b") == "example.co.uk"
    assert by_url("no address") is None
    assert by_url(None) is None


def test_no_form_belongs_to_two_agencies() -> None:
    forms: dict[str, str] = {}
    for row in table("en", "agencies")["agency"]:
        for form in {row["name"], *row["forms"]}:
            assert forms.setdefault(form, row["name"]) == row["name"], form


def test_credits_are_split_and_named() -> None:
    assert split_credit("UNB/Agence France-Presse") == ("UNB", "AFP")
    assert split_credit("UNB-AFP") == ("UNB", "AFP")
    assert split_credit("RFE/RL") == ("RFE/RL",)
    assert split_credit("Reuters and the Associated Press") == ("Reuters", "AP")
