import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.lang.name_forms import bracketed_forms, compact, fold, same_written_name
from variorum.lang.organization_names import is_acronym, portfolio, shortens, stem
from variorum.lang.territories import territories, without_land


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kováčik", "kovacik"),
        ("Park Min-jun", "park min jun"),
        ("U.S.", "us"),
        ("Łukasz Øst", "lukasz ost"),
        ("O’Brien", "obrien"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_one_name_in_several_spellings_and_orders() -> None:
    assert same_written_name("Park Min-jun", "Park Minjun")
    assert same_written_name("Mori Haruka", "Haruka Mori")
    assert same_written_name("Min-jun Park", "Park Min Jun")
    assert not same_written_name("Park Min-jun", "Park Jun-min")
    assert not same_written_name("Park", "Min")


def test_compact_drops_breaks() -> None:
    assert compact("Enryaku-ji") == compact("Enryakuji")


def test_legal_forms_and_trades_shorten_a_firms_name() -> None:
    assert stem("Selatan Lines Ltd.") == "selatan lines"
    assert shortens("Norling", "Norling Motor Company")
    assert not shortens("Norling", "Norling Children's Choir")


def test_acronyms() -> None:
    assert is_acronym("NTSC", "National Transportation Safety Committee")
    assert is_acronym("BOE", "Bank of England")
    assert not is_acronym("Nts", "National Transport Safety")
    assert not is_acronym("X", "Xenia")


def test_every_country_has_a_code_and_no_two_share_a_name() -> None:
    lands = territories("en")
    assert lands.names["south korea"].code == "KR"
    assert lands.adjectives["danish"].code == "DK"
    assert lands.peoples["danes"].code == "DK"
    assert lands.peoples["frenchmen"].code == "FR"
    assert lands.capitals["ottawa"].code == "CA"
    assert without_land("U.S. Air Force")[0] == "air force"
    assert without_land("Air Force") == ("air force", None)


def test_bodies_named_for_what_they_look_after() -> None:
    assert portfolio("Ministry of Emergency Situations") == portfolio("the Emergencies Ministry") != ""
    assert portfolio("Ministry of Internal Affairs of Georgia") == portfolio("Georgian Interior Ministry")
    assert portfolio("Ministry of Health") != portfolio("Ministry of Finance")
    assert portfolio("Bank of Linda") == ""


def test_a_name_in_brackets_stands_for_the_one_before_it() -> None:
    assert bracketed_forms("Carina (Dalisay) Shoal") == ("Carina Shoal", "Dalisay Shoal")
    assert bracketed_forms("Carina Shoal") == ()


def test_a_body_may_be_named_without_whose_it_is() -> None:
    assert shortens("Women's Council", "Women's Council of Linda")
    assert not shortens("Bank", "Bank of Linda")
