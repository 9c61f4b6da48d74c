"""Typed values of sentences in the manner of newswire, through the trained parser: every number that is told."""

from __future__ import annotations

import pytest

import variorum
from variorum.model.reading import Ordinal, Quantity

pytestmark = pytest.mark.model

Row = tuple[float, str | None, str | None, str | None]
"""Value, unit, noun, and what befell the counted."""


def _age(years: float, noun: str | None) -> Row:
    return years, "year-old", noun, None


TOLLS: list[tuple[str, list[Row]]] = [
    (
        "At least 31 people were killed and 94 injured in the collision.",
        [(31, None, "people", "dead"), (94, None, None, "injured")],
    ),
    ("31 dead, 94 injured in train collision", [(31, None, None, "dead"), (94, None, None, "injured")]),
    ("Death toll rises to 36 after factory blaze", [(36, None, None, "dead")]),
    ("At least 7 killed, dozens missing in landslide", [(7, None, None, "dead"), (24, None, None, "missing")]),
    ("Toll in mine blast rises to 19, six missing", [(19, None, None, "dead"), (6, None, None, "missing")]),
    ("Ferry sinks, 14 feared dead", [(14, None, None, "dead")]),
    ("The death toll from the flood has climbed to 112.", [(112, None, None, "dead")]),
    ("The number of dead stood at 31 on Tuesday.", [(31, None, None, "dead")]),
    ("Rescuers found two more bodies, bringing the toll to 36.", [(2, None, "body", "dead"), (36, None, None, "dead")]),
    ("The explosion took the death toll to 40.", [(40, None, None, "dead")]),
    ("A collapse overnight raised the death toll to 41.", [(41, None, None, "dead")]),
    ("Nineteen miners lost their lives in the blast.", [(19, None, "miner", "dead")]),
    ("Some 250 passengers perished when the ferry sank.", [(250, None, "passenger", "dead")]),
    ("The ferry was licensed for 200 passengers.", [(200, None, "passenger", None)]),
    ("Nine people died and 17 were listed as missing.", [(9, None, "people", "dead"), (17, None, None, "missing")]),
    ("Some 43 people are now known or feared to have died.", [(43, None, "people", "dead")]),
    ("The quake was 6.0 in magnitude.", [(6.0, None, "magnitude", None)]),
    ("Three firefighters embraced martyrdom in the blaze.", [(3, None, "firefighter", "dead")]),
    ("Five soldiers were martyred in the attack.", [(5, None, "soldier", "dead")]),
    ("The crash caused 14 fatalities.", [(14, None, "fatality", "dead")]),
    ("There were 22 casualties, the ministry said.", [(22, None, "casualty", "casualty")]),
    ("Six workers remain unaccounted for.", [(6, None, "worker", "missing")]),
    ("Eleven people were still unaccounted for on Friday.", [(11, None, "people", "missing")]),
    ("Forty people were pulled from the rubble.", [(40, None, "people", "rescued")]),
    ("Four bodies were pulled from the rubble.", [(4, None, "body", "dead")]),
    ("Seventeen miners were brought to the surface.", [(17, None, "miner", "rescued")]),
    ("Eight crew members managed to get out.", [(8, None, "member", "rescued")]),
    ("Two boys were brought out alive.", [(2, None, "boy", "rescued")]),
    ("Nine workers were found alive under the debris.", [(9, None, "worker", "rescued")]),
    ("Twelve bodies have been recovered from the river.", [(12, None, "body", "dead")]),
    (
        "The quake left 300 people dead and 5,000 homeless.",
        [(300, None, "people", "dead"), (5000, None, None, "displaced")],
    ),
    ("The landslide claimed 15 lives.", [(15, None, "life", "dead")]),
    ("The accident killed all 54 people on board.", [(54, None, "people", "dead")]),
    ("Four people are feared dead.", [(4, None, "people", "dead")]),
    ("Sixteen workers were trapped underground.", [(16, None, "worker", "missing")]),
    ("More than 2,000 residents were evacuated from the valley.", [(2000, None, "resident", "displaced")]),
    ("Thirty-two people were taken to hospital.", [(32, None, "people", "hospitalized")]),
    ("Three others succumbed to their injuries.", [(3, None, "other", "dead")]),
    ("The bodies of 13 fishermen washed ashore.", [(13, None, "fisherman", "dead")]),
    ("The storm displaced 40,000 families.", [(40000, None, "family", "displaced")]),
    ("Police detained 26 protesters outside the mine.", [(26, None, "protester", "arrested")]),
    ("Nine activists were taken into custody.", [(9, None, "activist", "arrested")]),
    ("Riot police rounded up 120 demonstrators.", [(120, None, "demonstrator", "arrested")]),
    ("43 arrested after clashes in capital", [(43, None, None, "arrested")]),
    ("Some 8,000 people took to the streets.", [(8000, None, "people", None)]),
    ("Organisers put the turnout at 20,000.", [(20000, None, None, None)]),
    ("Fifteen strikers were freed on bail.", [(15, None, "striker", "released")]),
    ("Police shot dead four marchers.", [(4, None, "marcher", "dead")]),
    ("Sixty-four captives were handed over at the border.", [(64, None, "captive", "released")]),
    ("Rebels let go 12 hostages.", [(12, None, "hostage", "released")]),
    ("Another 30 detainees walked free.", [(30, None, "detainee", "released")]),
    ("Air defences shot down 12 drones.", [(12, None, "drone", None)]),
]
WHOSE: list[tuple[str, list[Row]]] = [
    ("Two gunmen killed nine people.", [(2, None, "gunman", None), (9, None, "people", "dead")]),
    ("Two policemen recovered a body.", [(2, None, "policeman", None)]),
    ("Two men who killed a guard were arrested.", [(2, None, "man", "arrested")]),
    ("Twelve people suffered injuries.", [(12, None, "people", "injured")]),
    (
        "Eighteen of the 54 passengers were missing.",
        [(18, None, "passenger", "missing"), (54, None, "passenger", "aboard")],
    ),
    ("There were 54 people on board, 20 of whom died.", [(54, None, "people", "aboard"), (20, None, "whom", "dead")]),
    ("The dead included nine children.", [(9, None, "child", "dead")]),
    ("Four firemen were overcome by smoke and taken to hospital.", [(4, None, "fireman", "hospitalized")]),
    ("Landslide death toll climbs to 58; 20 still missing", [(58, None, None, "dead"), (20, None, None, "missing")]),
    ("Rescuers freed seven people from the wreckage.", [(7, None, "people", "rescued")]),
    ("The ministers exchanged 12 letters.", [(12, None, "letter", None)]),
    ("Workers handed over 12 vehicles to the police.", [(12, None, "vehicle", None)]),
]
REVISED: list[tuple[str, list[Row]]] = [
    ("The army said it fired three missiles, after first reporting two.", [(3, None, "missile", None)]),
    ("The ministry revised the death toll down from 34 to 31.", [(31, None, None, "dead")]),
    (
        "The agency revised its figure from 6.9 to 6.8.",
        [(6.9, None, "magnitude", None), (6.8, None, "magnitude", None)],
    ),
    ("The death toll stood at 31, up from 23 earlier.", [(31, None, None, "dead")]),
    ("Twenty-five people died, two more than previously reported.", [(25, None, "people", "dead")]),
    ("The death toll was lowered to 29 from 33.", [(29, None, None, "dead")]),
    ("Police counted 12 bodies, not 14 as reported earlier.", [(12, None, "body", "dead")]),
    ("The death toll rose to 44 from an earlier 39.", [(44, None, None, "dead")]),
]
COUNTED: list[tuple[str, list[Row]]] = [
    ("Between 8,000 and 10,000 people marched through the capital.", [(10000, None, "people", None)]),
    ("Some 20 to 30 people were hurt.", [(30, None, "people", "injured")]),
    ("The toll rose from 20 to 30 people.", [(30, None, "people", "dead")]),
    ("The fire injured more than a dozen.", [(10, None, None, "injured")]),
    ("Half a dozen people were hurt.", [(5, None, "people", "injured")]),
    ("About two dozen houses burned.", [(24, None, "house", None)]),
    ("One of them was killed.", [(1, None, "they", "dead")]),
    ("Both pilots were killed.", [(2, None, "pilot", "dead")]),
    ("Both of the drivers were injured.", [(2, None, "driver", "injured")]),
    ("Rescuers found a fourth body.", []),
]
SIZED: list[tuple[str, list[Row]]] = [
    ("The government opened the $5-billion dam.", [(5e9, "USD", "dam", None)]),
    ("The minister announced a $4.2bn project in the north.", [(4.2e9, "USD", "project", None)]),
    ("The bank set up a €20m fund for the victims.", [(2e7, "EUR", "fund", None)]),
    ("A 3.5-magnitude quake shook the coast.", [(3.5, None, "magnitude", None)]),
    ("A 120-metre ship sank off the coast.", [(120, "m", "ship", None)]),
    ("The company will build a 2-billion-euro plant.", [(2e9, "EUR", "plant", None)]),
    ("Sales rose to $2.3bn from $1.1bn a year earlier.", [(2.3e9, "USD", None, None), (1.1e9, "USD", None, None)]),
    ("Engineers inspected the 15km tunnel.", [(15, "km", "tunnel", None)]),
    ("A 40-tonne crane fell onto the road.", [(40, "t", "crane", None)]),
    ("The wall is 20 m high.", [(20, "m", None, None)]),
]
AGES: list[tuple[str, list[Row]]] = [
    ("A seven-year-old girl was killed in the crash.", [_age(7, "girl")]),
    ("A girl of 7 was killed in the blast.", [_age(7, "girl")]),
    ("A boy aged 9 died in hospital.", [_age(9, "boy")]),
    ("Gulnara Seitova, 38, told reporters that the roof fell in.", [_age(38, "seitova")]),
    ("Two girls aged 7 and 9 were killed.", [(2, None, "girl", "dead"), _age(7, "girl"), _age(9, "girl")]),
    ("A 45-year-old man and his son, 12, were injured.", [_age(45, "man"), _age(12, "son")]),
    ("The driver, 54, was arrested.", [_age(54, "driver")]),
    ("The victim was 34 years old.", [_age(34, "victim")]),
    ("Police named the dead man as Ivan Petrov (42).", [_age(42, "petrov")]),
    ("She died at the age of 91.", [_age(91, None)]),
    ("A crew of 9 was rescued.", [(9, None, None, "rescued")]),
    ("The police arrested a 16-year-old.", [_age(16, None)]),
    (
        "Police arrested three men, aged 21, 34 and 56.",
        [(3, None, "man", "arrested"), _age(21, "man"), _age(34, "man"), _age(56, "man")],
    ),
    ("Children aged between 7 and 12 were evacuated.", [_age(12, "child")]),
    ("Man, 34, killed in crash", [_age(34, "man")]),
    ("An 18-month-old baby survived the fire.", [(18, "month-old", "baby", None)]),
    ("Ivan Petrov turned 90 last week.", [_age(90, "petrov")]),
    ("A mother of five, Anna Berg, was hurt.", []),
    ("The 38-year-old told reporters he was safe.", [(38, "year-old", None, None)]),
    ("In Paris, 38 people were arrested.", [(38, None, "people", "arrested")]),
    ("In the capital, 38 were arrested.", [(38, None, None, "arrested")]),
    ("Two people, 12 and 14, were injured.", [(2, None, "people", "injured"), _age(12, "people"), _age(14, "people")]),
]


def _read(sentence: str) -> tuple[list[Quantity], list[Ordinal]]:
    claims = variorum.read_text(sentence, published="2026-03-05").claims
    quantities = {q.cite: q for c in claims for q in c.slots.quantities}
    return list(quantities.values()), [o for c in claims for o in c.slots.ordinals]


def _row(quantity: Quantity) -> Row:
    value = quantity.low if quantity.high is None else quantity.high
    return value, quantity.unit, quantity.noun, quantity.of


@pytest.mark.parametrize(("sentence", "expected"), [*TOLLS, *WHOSE, *REVISED, *COUNTED, *SIZED, *AGES])
def test_what_is_told_is_read_and_no_more(sentence: str, expected: list[Row]) -> None:
    found = [_row(q) for q in _read(sentence)[0]]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_ordinals_of_counted_sets() -> None:
    assert [(o.value, o.set) for o in _read("Rescuers found a fourth body.")[1]] == [(4, ("body",))]
    assert [(o.value, o.set) for o in _read("The company will build a third plant.")[1]] == [(3, ("plant",))]


ELLIPTIC = [
    ("The programme is Halden's second in 18 months.", [(2, ("programme", "Halden"), "in 18 months")]),
    ("The flight was India's 71st this year.", [(71, ("flight", "India"), "this year")]),
    ("The test was the South's first since August.", [(1, ("test", "South"), "since August")]),
    ("The July congress was the second and last one this year.", [(2, ("congress",), "this year")]),
    ("The meeting, their third this year, lasted two hours.", [(3, ("meeting",), "this year")]),
    ("A bomb exploded on Monday, the second in a week.", [(2, ("bomb",), "in a week")]),
    (
        "It is the third round of layoffs since 2020, and the second in two years.",
        [(3, ("round", "layoff"), "since 2020"), (2, ("round",), "in two years")],
    ),
    ("It was their first swap of the year.", [(1, ("swap",), "of the year")]),
    ("It was the third meeting of the ministers.", [(3, ("meeting", "minister"), None)]),
    ("The first bomb hit a school and the second a hospital.", [(1, ("bomb",), None)]),
    ("He has two brothers, the second a doctor.", []),
    ("Anna Berg, the second of five children, grew up in Oslo.", []),
    ("The first was freed in March and the second in May.", []),
    ("In the village, the first was found at noon.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ELLIPTIC)
def test_an_ordinal_without_a_noun_counts_what_is_told_beside_it(
    sentence: str, expected: list[tuple[int, tuple[str, ...], str | None]]
) -> None:
    assert [(o.value, o.set, o.limit) for o in _read(sentence)[1]] == expected


def test_an_ordinal_and_what_stands_in_for_its_noun_are_read_to_an_end() -> None:
    article = variorum.read_text("The camera showed a flash, followed by a second and a third, much larger one.")
    assert article.claims
