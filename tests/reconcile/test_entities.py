from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.reading import Entity, EntityKind, Mention, NameForm, Place, Reading, Role
from variorum.model.text import Citation
from variorum.reconcile.blocking import keys_of, meeting
from variorum.reconcile.entities import Cluster, Clusters, resolve
from variorum.reconcile.entity_match import same

Row = tuple[EntityKind, Sequence[str], str | None, str | None]
"""Kind, forms with the fullest first, office, country."""
KINDS: tuple[EntityKind, ...] = ("organization", "place", "group")


def article(n: int) -> Article:
    return factory.article(f"Report number {n}.", path=f"{n}.txt")


def entity(of: Article, row: Row, place: Place | None = None) -> Entity:
    kind, forms, office, country = row
    cite = Citation(of.id, 0, 6, "Report")
    return Entity(
        id=make_id("entity", of.id, kind, forms[0]),
        kind=kind,
        name=forms[0],
        names=tuple(NameForm(f, (of.id,)) for f in forms),
        roles=(Role(office, None, cite),) if office else (),
        country=country,
        place=place,
        articles=(of.id,),
    )


def story(*articles: Sequence[Row]) -> tuple[tuple[Entity, ...], list[list[str]]]:
    """The story's entities, and for each article the names that its own entities went to."""
    own = [article(n) for n in range(len(articles))]
    local = [[entity(a, row) for row in rows] for a, rows in zip(own, articles, strict=True)]
    readings = [reading(a, found) for a, found in zip(own, local, strict=True)]
    entities, ids = resolve(own, readings)
    names = {e.id: e.name for e in entities}
    return entities, [[names[ids[e.id]] for e in found] for found in local]


def reading(of: Article, found: Sequence[Entity]) -> Reading:
    mentions = tuple(
        Mention(Citation(of.id, n, n + 1, of.text[n]), e.id, e.kind, "name", 0, n, n + 1) for n, e in enumerate(found)
    )
    return Reading(of.id, (), mentions, tuple(found), (), (), (), ())


def person(*forms: str, office: str | None = None, country: str | None = None) -> Row:
    return ("person", forms, office, country)


def test_one_person_in_every_spelling_and_order() -> None:
    entities, went = story(
        [person("Park Min Jun", "Park")], [person("Park Min-jun")], [person("Min-jun Park")], [person("Park")]
    )
    assert len(entities) == 1
    assert {f.text for f in entities[0].names} == {"Park Min Jun", "Park", "Park Min-jun", "Min-jun Park"}
    assert len(entities[0].articles) == 4
    assert went[3] == [entities[0].name]


def test_two_people_of_one_surname_stay_two() -> None:
    entities, _ = story([person("Kim Seo-yeon", "Kim")], [person("Kim Dae-ho", "Kim")])
    assert {e.name for e in entities} == {"Kim Seo-yeon", "Kim Dae-ho"}


def test_a_bare_surname_of_two_bearers_goes_by_office_or_stays_apart() -> None:
    full = [person("Kim Seo-yeon", office="Governor"), person("Kim Dae-ho", office="Mayor")]
    _, went = story(full, [person("Kim", office="Mayor")])
    assert went[1] == ["Kim Dae-ho"]
    entities, went = story(full, [person("Kim")])
    assert went[1] == ["Kim"] and len(entities) == 3


def test_a_bare_surname_taken_for_a_place_is_the_person() -> None:
    entities, went = story([person("Haruka Mori", "Mori")], [("place", ["Mori"], None, None)])
    assert went[1] == ["Haruka Mori"] and entities[0].kind == "person"


def test_a_bare_surname_in_another_transliteration_is_the_only_bearers() -> None:
    _, went = story([person("Nadya Dzhambova")], [person("Djambova")])
    assert went[1] == ["Nadya Dzhambova"]
    entities, _ = story([person("Nadya Dzhambova"), person("Vera Djambova")], [person("Dzhambowa")])
    assert len(entities) == 3


def test_one_name_taken_for_two_kinds_goes_by_most_articles() -> None:
    body: list[Row] = [("organization", ["Linha Verde"], None, None)]
    entities, _ = story(body, [person("Linha Verde")], body)
    assert [e.kind for e in entities] == ["organization"]
    entities, _ = story(body, [person("Linha Verde", office="Mayor")])
    assert len(entities) == 2


def test_places_in_several_spellings_are_one() -> None:
    forms = ["Enryakuji Temple", "Enryaku-ji Temple", "Enryaku Temple"]
    rows: list[list[Row]] = [[("place", [f], None, None)] for f in forms]
    entities, _ = story(*rows)
    assert len(entities) == 1
    entities, _ = story(
        [("place", ["Harlow Abbey"], None, None), ("place", ["Brook coal mine"], None, None)],
        [("place", ["Harlow Monastery"], None, None), ("place", ["Brook mine"], None, None)],
    )
    assert len(entities) == 2
    entities, _ = story([("place", ["Enryaku Temple"], None, None)], [("place", ["Todai Temple"], None, None)])
    assert len(entities) == 2


def test_places_of_one_name_in_two_places_are_two() -> None:
    own = [article(0), article(1)]
    points = [Place(52.0, 0.0, 1), Place(40.0, -80.0, 2)]
    row: Row = ("place", ["Newport"], None, None)
    found = [entity(a, row, point) for a, point in zip(own, points, strict=True)]
    entities, _ = resolve(own, [reading(a, [e]) for a, e in zip(own, found, strict=True)])
    assert len(entities) == 2


def test_organizations_by_acronym_and_legal_form() -> None:
    entities, _ = story(
        [("organization", ["National Ferry Safety Board"], None, None)],
        [("organization", ["NFSB"], None, None)],
        [("organization", ["Selatan Lines Ltd"], None, None), ("organization", ["Selatan Lines"], None, None)],
    )
    assert [e.name for e in entities] == ["National Ferry Safety Board", "Selatan Lines Ltd"]


def test_an_organization_in_two_transliterations_and_by_its_name_at_home() -> None:
    entities, _ = story(
        [("organization", ["Al Shabaal"], None, None)],
        [("organization", ["al-Shabal"], None, None)],
        [("organization", ["National Search and Rescue Agency", "Basarnos"], None, None)],
        [person("Basarnos")],
        [person("Basarnos")],
    )
    assert sorted((e.kind, e.name) for e in entities) == [
        ("organization", "Al Shabaal"),
        ("organization", "National Search and Rescue Agency"),
    ]


def test_a_bodys_bare_common_noun_joins_no_two_bodies() -> None:
    entities, _ = story(
        [("organization", ["Harlow Herald", "Herald"], None, None)],
        [("organization", ["Brook Herald", "Herald"], None, None)],
    )
    assert len(entities) == 2


def test_foreign_ministries_of_two_states_stay_two() -> None:
    entities, _ = story(
        [("organization", ["Foreign Ministry"], None, "DK")], [("organization", ["Foreign Ministry"], None, "NO")]
    )
    assert len(entities) == 2


def test_countries_by_code_and_order_by_articles() -> None:
    entities, _ = story(
        [("country", ["U.K."], None, "GB"), person("Ana Torres")], [("country", ["Britain"], None, "GB")]
    )
    assert [e.kind for e in entities] == ["country", "person"]
    assert [f.text for f in entities[0].names] == ["U.K.", "Britain"]


def test_same_input_same_ids() -> None:
    rows: list[Row] = [person("Ana Torres"), ("place", ["Porto"], None, "PT")]
    assert story(rows, rows) == story(rows, rows)


PEOPLE = [
    "Zhivko Tsonev", "Jivko Tzonev", "Tsonev Zhivko", "Z. Tsonev", "Abdelkader Ben Salah", "Abdelqader Bensalah",
    "Mohammed Rahimi", "Muhammad Rahimi", "Park Min-jun", "Min-jun Park", "Parkmin Jun", "Ana Torres", "Ana M. Torres",
    "Ana Maria Torres", "Konstantinopoulos Aristomenes", "Konstantinopulos Aristomenis", "Torres", "Rahimi",
]  # fmt: skip
THINGS = [
    "National Ferry Safety Board", "NFSB", "N.F.S.B.", "Board of Trade", "BT", "BoT", "Selatan", "Selatan Lines AB",
    "Harlow coal mine", "Harlow mine", "Harlow Colliery", "Enryakuji Temple", "Enryaku Temple", "Enryaku-ji Temple",
    "Danish Navy", "Navy", "Denmark's Navy", "Danish Royal Navy", "Torres",
]  # fmt: skip
ENTITIES: list[Row] = [person(n) for n in PEOPLE] + [
    (k, [n], None, c) for n in THINGS for k in KINDS for c in (None, "DK")
]


def test_all_that_are_one_share_a_key() -> None:
    found = [entity(article(0), row) for row in ENTITIES]
    pairs = [(a, b) for a in found for b in found if same(a, b)]
    assert len(pairs) > len(found)
    for a, b in pairs:
        assert {k for key in keys_of(a) for k in meeting(key)} & keys_of(b), (a.name, b.name)


@given(st.lists(st.lists(st.sampled_from(ENTITIES), max_size=6), min_size=1, max_size=5))
def test_blocking_changes_no_result(articles: list[list[Row]]) -> None:
    def join_any(self: Clusters, one: Entity) -> None:
        for number, cluster in enumerate(self.found):
            if any(same(one, m) for m in cluster.members):
                return self.put(one, number)
        self.found.append(Cluster())
        return self.put(one, len(self.found) - 1)

    distinct = [[r for n, r in enumerate(rows) if r not in rows[:n]] for rows in articles]
    blocked = story(*distinct)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clusters, "join", join_any)
        assert story(*distinct) == blocked


def test_a_place_off_the_map_in_two_transliterations_is_one() -> None:
    entities, _ = story([("place", ("Lysohirka",), None, None)], [("place", ("Lisogirka",), None, None)])
    assert len(entities) == 2  # "h" and "g" are letters of two names
    entities, _ = story([("place", ("Qamishkol",), None, None)], [("place", ("Kamyshkol",), None, None)])
    assert len(entities) == 1
    entities, _ = story([("place", ("Loma",), None, None)], [("place", ("Luma",), None, None)])
    assert len(entities) == 2


def test_two_people_who_share_a_middle_name_stay_two() -> None:
    entities, _ = story([person("Le Quang Son")], [person("Ho Quang An")])
    assert {e.name for e in entities} == {"Le Quang Son", "Ho Quang An"}
    entities, _ = story([person("Le Quang Son")], [person("Lê Quang Son")], [person("Quang Son Le")])
    assert len(entities) == 1
    entities, _ = story([person("Mohammed bin Karim")], [person("Muhammad bin Kareem")])
    assert len(entities) == 1


def test_a_village_with_and_without_its_noun_and_its_breaks() -> None:
    entities, _ = story([("place", ("Bana Hla",), None, None)], [("place", ("Banahla Village",), None, None)])
    assert len(entities) == 1
    entities, _ = story([("place", ("Bana Hla",), None, None)], [("place", ("Banahla Bridge",), None, None)])
    assert len(entities) == 2


def test_a_body_with_and_without_its_purpose() -> None:
    whole: Row = ("organization", ("Relief Headquarters for the Treatment of Victims",), None, None)
    entities, _ = story([whole], [("organization", ("Relief Headquarters",), None, None)])
    assert len(entities) == 1
    entities, _ = story([whole], [("organization", ("Northern Headquarters",), None, None)])
    assert len(entities) == 2


def test_a_body_of_two_states_with_and_without_them() -> None:
    whole: Row = ("organization", ("Norway-Sweden High-Level Council",), None, None)
    entities, _ = story([whole], [("organization", ("High-Level Council",), None, None)])
    assert len(entities) == 1
    entities, _ = story([whole], [("organization", ("Low-Level Council",), None, None)])
    assert len(entities) == 2
