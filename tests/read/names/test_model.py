"""Names through the trained parser, on texts of our own."""

import pytest

from tests import factory
from variorum.backends.spacy_parser import SpacyParser
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Mention
from variorum.read.names import find_names

pytestmark = pytest.mark.model

FERRY = "\n".join(
    [
        "The passenger ferry Sea Lark sank off Ambon early Monday, Indonesian officials said, killing 12 people.",
        "Transport Minister Rudi Hartono told reporters in Jakarta that the ship had sailed without clearance. "
        "He said 30 people were missing.",
        'The head of the local rescue office, Maria Latu, said divers would go on. "We will not stop," she said.',
        "Hartono said the ministry had suspended the operator, Lautan Lines. The company has not commented.",
        "Latu's office said the search area had been widened.",
    ]
)
MISSILE = "\n".join(
    [
        "SEOUL said North Korea fired two ballistic missiles toward the Sea of Japan on Thursday.",
        "U.S. Secretary of State Laura Benning spoke by phone with South Korean Foreign Minister Han Do-yun, "
        "her spokesman Greg Pell said.",
        "Han and Benning condemned the launch. The two ministers agreed to meet in Washington next month.",
        "Pyongyang has not commented. Beijing, which is North Korea's main ally, called for restraint.",
    ]
)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def read(text: str, parser: SpacyParser) -> tuple[list[Mention], dict[str, Entity]]:
    article = factory.article(text)
    parses = parser.parse([p.text for p in article.paragraphs])
    found = [Passage(i, p, q) for i, (p, q) in enumerate(zip(article.paragraphs, parses, strict=True))]
    mentions, entities = find_names(article, found)
    assert all(m.cite.holds(text) for m in mentions)
    return list(mentions), {e.name: e for e in entities}


def test_an_accident(parser: SpacyParser) -> None:
    mentions, entities = read(FERRY, parser)
    minister, rescuer = entities["Rudi Hartono"], entities["Maria Latu"]
    assert [r.title for r in minister.roles] == ["Transport Minister"]
    assert {m.cite.exact for m in mentions if m.entity == minister.id} >= {"Rudi Hartono", "Hartono", "He"}
    assert {m.cite.exact for m in mentions if m.entity == rescuer.id} >= {"Maria Latu", "Latu", "she"}
    company = next(m for m in mentions if m.cite.exact == "The company")
    assert company.entity == entities["Lautan Lines"].id
    assert entities["Ambon"].country == "ID" and entities["Ambon"].place is not None


def test_a_missile_test(parser: SpacyParser) -> None:
    mentions, entities = read(MISSILE, parser)
    assert entities["Laura Benning"].country == "US" and entities["Han Do-yun"].country == "KR"
    ministers = next(m for m in mentions if m.cite.exact == "The two ministers")
    assert set(ministers.members) == {entities["Laura Benning"].id, entities["Han Do-yun"].id}
    assert all(m.government for m in mentions if m.cite.exact in ("Pyongyang", "Beijing"))
    assert not any(m.government for m in mentions if m.cite.exact == "Washington")
    assert entities["Sea of Japan"].kind == "place"


FOREIGN = "\n".join(
    [
        "Energy Minister Fahd bin Nasser al-Muqrin met Ahmad ul Haq Khan of the People's Defence Force in Doha.",
        'A ship of Solvera Oyj SLV1V.HE was near Carina (Dalisay) Shoal. "It will leave Carina Shoal," al-Muqrin said.',
        "The Women's Council of Morava had asked for it. The Women's Council said so twice.",
    ]
)


def test_particles_codes_brackets_and_possessives_within_names(parser: SpacyParser) -> None:
    _, entities = read(FOREIGN, parser)
    kinds = {name: e.kind for name, e in entities.items()}
    assert kinds["Fahd bin Nasser al-Muqrin"] == kinds["Ahmad ul Haq Khan"] == "person"
    assert kinds["People's Defence Force"] == kinds["Solvera Oyj"] == "organization"
    assert {n.text for n in entities["Fahd bin Nasser al-Muqrin"].names} >= {"al-Muqrin"}
    assert {n.text for n in entities["Carina (Dalisay) Shoal"].names} == {"Carina (Dalisay) Shoal", "Carina Shoal"}
    assert {n.text for n in entities["Women's Council of Morava"].names} >= {"Women's Council"}


def test_a_name_that_someone_goes_by_is_theirs(parser: SpacyParser) -> None:
    text = "The group's commander, Yusuf Hamdan, known as Abu Salma, said the boat was free.\nAbu Salma gave no date."
    _, entities = read(text, parser)
    people = [{n.text for n in e.names} for e in entities.values() if e.kind == "person"]
    assert people == [{"Yusuf Hamdan", "Abu Salma"}]
