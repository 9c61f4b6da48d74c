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


KINDS_AND_CUTS = [
    # small English words as syllables, and where they are none
    ("The flood reached the town of Bao An on Monday. Bao An closed its school.", {"Bao An": "place"}, {"Bao"}),
    ("They landed in Paris. An engineer met them in Lyon on Friday.", {"Paris": "place"}, {"Paris An", "Lyon Friday"}),
    ("The clinic belongs to Tran Thi Sen, 62. Sen said she would rebuild it.", {"Tran Thi Sen": "person"}, set()),
    ("A spokesman, Jan Mertens, told reporters so.", {"Jan Mertens": "person"}, {"Mertens"}),
    ("It opened on Jan 12, the mayor said.", {}, {"Jan"}),
    ("The court in The Hague heard the case. The Harbour was closed.", {"The Hague": "place"}, {"Hague"}),
    # titles of the world's press, envoys, ranks
    ("Mawlawi Hamid Noori told reporters the post was hit.", {"Hamid Noori": "person"}, {"Mawlawi Hamid Noori"}),
    ("Ombudsman Olena Marchuk visited the camp.", {"Olena Marchuk": "person"}, {"Ombudsman Olena Marchuk"}),
    ("The driver, Motin Sheikh, was arrested. Police said Sheikh had fled.", {"Motin Sheikh": "person"}, set()),
    ("U.S. Ambassador to Manila Carol Dunn said so.", {"Carol Dunn": "person"}, {"Manila Carol Dunn"}),
    ("Seaman First Class Paul Reyes, 24, was hurt.", {"Paul Reyes": "person"}, {"First Class Paul Reyes"}),
    # bodies with possessives, tails, two states, an adjective of their own
    ("A spokesman for the Lumora People's Defence Force said so.", {"Lumora People's Defence Force": "organization"},
     {"Defence Force"}),
    ("The chairman of the Coal Miners' Union said so.", {"Coal Miners' Union": "organization"}, {"Coal Miners"}),
    ("The Prosecutor General's Office said two men were held.", {"Prosecutor General's Office": "organization"},
     {"Office"}),
    ("The Joint Headquarters for the Relief of Victims of War said so.",
     {"Joint Headquarters for the Relief of Victims of War": "organization"}, {"Joint Headquarters"}),
    ("He thanked the council for Anna Berg.", {"Anna Berg": "person"}, set()),
    ("The Norway-Sweden Defence Council met in Oslo. Norway-Sweden ties are warm.",
     {"Norway-Sweden Defence Council": "organization", "Norway": "country"}, {"Sweden Defence Council"}),
    ("Data came from the European Forest Fire Information System on Friday.",
     {"European Forest Fire Information System": "organization"}, {"Forest Fire Information System"}),
    ("The European Foreign Minister Jan Kral spoke.", {"Jan Kral": "person"}, {"European Foreign Minister Jan Kral"}),
    ("Two leaders are to co-chair Harbour Council meeting in Oslo.", {"Harbour Council": "organization"}, set()),
    # what a name is, by what is said around it
    ("Residents of Loma Karesh fled. Loma Karesh was shelled.", {"Loma Karesh": "place"}, set()),
    ("Bana Hla, a village in the north, was bombed. Tara Hla, a teacher, fled.",
     {"Bana Hla": "place", "Tara Hla": "person"}, set()),
    ("The city would sue the supplier, Litora Gaz.", {"Litora Gaz": "organization"}, set()),
    ("The army removed the elected government of Mya Thi Lwin.", {"Mya Thi Lwin": "person"}, set()),
    ("The road between Tara Minh-Loc and the sea was cut.", {"Tara Minh-Loc": "place"}, set()),
    ("The Baltic Emergency Inspectorate said so.", {"Baltic Emergency Inspectorate": "organization"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named", "never"), KINDS_AND_CUTS)
def test_where_a_name_ends_and_what_it_names(
    text: str, named: dict[str, str], never: set[str], parser: SpacyParser
) -> None:
    _, entities = read(text, parser)
    assert {name: entities[name].kind for name in named if name in entities} == named
    assert never.isdisjoint(entities)


def test_an_honorific_belongs_to_who_has_one_name_more(parser: SpacyParser) -> None:
    _, entities = read("Sheikh Nadia left the country. Nadia's lawyer said so.", parser)
    assert {n.text for n in entities["Sheikh Nadia"].names} == {"Sheikh Nadia", "Nadia"}
    _, entities = read("Sheikh Karim bin Saleh opened the port. President Okoro thanked him.", parser)
    assert "Karim bin Saleh" in entities and "Okoro" in entities


def test_a_short_form_in_brackets_is_the_long_ones(parser: SpacyParser) -> None:
    _, entities = read("LumSA will study it.\nThe Lumora Space Agency (LumSA) found debris.", parser)
    assert {n.text for n in entities["Lumora Space Agency"].names} == {"Lumora Space Agency", "LumSA"}
    _, entities = read("The Great Talora River Dam (Gtrd) cost a lot. Talks on the GTRD stalled.", parser)
    dam = entities["Great Talora River Dam"]
    assert dam.kind == "place" and {n.text for n in dam.names} == {"Great Talora River Dam", "Gtrd", "GTRD"}
    _, entities = read("The Lumora Space Agency (Oslo) found debris.", parser)
    assert {n.text for n in entities["Lumora Space Agency"].names} == {"Lumora Space Agency"}


def test_a_body_is_known_without_the_state_behind_of(parser: SpacyParser) -> None:
    _, entities = read("The Naval Bureau of Norway ran a drill. The Bank of Norway did not.", parser)
    assert {n.text for n in entities["Naval Bureau of Norway"].names} == {"Naval Bureau of Norway", "Naval Bureau"}
    assert {n.text for n in entities["Bank of Norway"].names} == {"Bank of Norway"}
