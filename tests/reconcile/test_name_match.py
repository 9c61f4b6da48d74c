import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.reconcile.name_match import SAME, person_score, word_score

NAMES = st.text("abcdeimnorst -'é", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haruka Mori", "Mori Haruka"),
        ("Park Min-jun", "Park Minjun"),
        ("Sergei Volkov", "Sergey Volkov"),
        ("Mohammed Rahimi", "Muhammad Rahimi"),
        ("Matej Kováčik", "Matej Kovacik"),
        ("Ana M. Torres", "Ana Maria Torres"),
        ("Ana Torres", "Ana Maria Torres"),
        ("Zhelyo Dzhambov", "Jelyo Djambov"),
        ("Yulian Tsonev", "Iulian Tzonev"),
        ("Nadjib Bensalah", "Najib Ben Salah"),
        ("Tareq al-Amin", "Tarek Alamin"),
        ("Volodymyr Tkachuk", "Vladimir Tkachuk"),
        ("Dmytro Horak", "Dmitry Horak"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert person_score(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Seo-yeon", "Kim Dae-ho"),
        ("John Ashford", "Joan Ashford-Miles"),
        ("Pedro Alves", "Pedro Alvares"),
        ("Haruka Mori", "Takashi Mori"),
        ("Ana Torres", "Ana Ferreira"),
        ("", "Ana Ferreira"),
        ("Zhang Wei", "Jiang Wei"),
        ("John Garcia", "John G. Alves"),
        ("Erik Torres", "Erika Torres"),
        ("Zhivko Tsonev", "Ivan Tzonev"),
        ("Karim Bensalah", "Nadjib Ben Salah"),
        ("Ali Hassan", "Ali Hussein"),
        ("Volodymyr Tkachuk", "Dmytro Tkachuk"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert person_score(one, other) < SAME


@given(NAMES, NAMES)
@example("Mori Haruka", "HarukaMori")
def test_the_score_is_even_and_between_0_and_1(one: str, other: str) -> None:
    score = person_score(one, other)
    assert 0.0 <= score <= 1.0
    assert score == person_score(other, one)


def test_initials_and_slips() -> None:
    assert word_score("a", "anna") == 0.9
    assert word_score("b", "anna") == 0.0
    assert word_score("andersson", "anderson") > word_score("andersson", "almqvist")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cabdi Xaashi Guure", "Abdi Hashi Gure"),
        ("Saleebaan Diiriye", "Suleiman Dirie"),
        ("Maxamed Cali Warsame", "Mohamed Ali Warsame"),
        ("Faadumo Xirsi", "Fatuma Hirsi"),
        ("Xasan Cismaan", "Hassan Osman"),
    ],
)
def test_somali_letters(one: str, other: str) -> None:
    assert person_score(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [("Cabdi Xaashi Guure", "Omar Hashi Nur"), ("Carlos Ximenes", "Arlo Himes"), ("Xasan Cali", "Hussein Omar")],
)
def test_somali_letters_make_no_others_one(one: str, other: str) -> None:
    assert person_score(one, other) < SAME
