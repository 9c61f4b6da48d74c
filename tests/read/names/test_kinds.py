"""Of what kind a name is, against a parser's wrong label: by apposition, by its own nouns, by what it does."""

import pytest

from tests.read.names.test_find import of, read

WAS = "was/VBD/ROOT/{0}/lemma=be there/RB/advmod/{0} ././punct/{0}"


def kind_of(spec: str, name: str) -> str | None:
    _, entities = read(spec)
    return entities[name].kind if name in entities else None


@pytest.mark.parametrize(
    "role",
    [
        "The/DT/det/3 union/NN/poss/3 's/POS/case/1 lawyer/NN/nsubj/7",
        "The/DT/det/1 head/NN/nsubj/7 of/IN/prep/1 office/NN/pobj/2",
    ],
)
def test_a_name_beside_an_apposed_role_is_a_person(role: str) -> None:
    spec = f"{role} ,/,/punct/3 Ana/NNP/compound/6/label=B-ORG Torres/NNP/appos/3/label=I-ORG " + WAS.format(7)
    assert kind_of(spec, "Ana Torres") == "person"


@pytest.mark.parametrize(
    "spec",
    [
        "Linha/NNP/compound/1/label=B-PERSON Verde/NNP/nsubj/9/label=I-PERSON ,/,/punct/1 the/DT/det/7 "
        "state/NN/npadvmod/6 -/HYPH/punct/6 owned/VBN/amod/7 operator/NN/appos/1 ,/,/punct/1 " + WAS.format(9),
        "Linha/NNP/compound/1/label=B-PERSON Verde/NNP/nsubj/6/label=I-PERSON ,/,/punct/1 which/WDT/nsubj/4 "
        "runs/VBZ/relcl/1/lemma=run ferries/NNS/dobj/4 " + WAS.format(6),
        "The/DT/det/3 operator/NN/compound/3 Linha/NNP/compound/3/label=B-PERSON Verde/NNP/nsubj/4/label=I-PERSON "
        + WAS.format(4),
    ],
)
def test_a_name_beside_what_a_body_is_or_does_is_an_organization(spec: str) -> None:
    assert kind_of(spec, "Linha Verde") == "organization"


def test_a_party_may_be_called_after_a_place() -> None:
    spec = (
        "The/DT/det/3 Golden/NNP/compound/2/label=B-FAC Gate/NNP/compound/3/label=I-FAC party/NN/nsubj/4 "
        + WAS.format(4)
    )
    assert kind_of(spec, "Golden Gate") == "organization"
    won = (
        "Golden/NNP/compound/1/label=B-FAC Gate/NNP/nsubj/2/label=I-FAC won/VBD/ROOT/2/lemma=win 31/CD/nummod/4 "
        "seats/NNS/dobj/2/lemma=seat ././punct/2"
    )
    assert kind_of(won, "Golden Gate") == "organization"
    closed = "Golden/NNP/compound/1/label=B-FAC Gate/NNP/nsubjpass/3/label=I-FAC was/VBD/auxpass/3 shut/VBN/ROOT/3"
    assert kind_of(closed, "Golden Gate") == "place"


@pytest.mark.parametrize(
    ("label", "nouns", "kind"),
    [
        ("ORG", "station/NN/nsubj/3", "place"),
        ("PERSON", "square/NN/nsubj/3", "place"),
        ("PERSON", "mountains/NNS/nsubj/3", "place"),
        ("GPE", "court/NN/nsubj/3", "organization"),
    ],
)
def test_a_common_noun_ends_the_name_and_tells_its_kind(label: str, nouns: str, kind: str) -> None:
    spec = f"The/DT/det/2 Marvila/NNP/compound/2/label=B-{label} {nouns} " + WAS.format(3)
    assert kind_of(spec, f"Marvila {nouns.split('/', maxsplit=1)[0]}") == kind


def test_a_court_between_its_place_and_its_field() -> None:
    spec = "The/DT/det/3 Marvila/NNP/compound/3/label=B-GPE labour/NN/compound/3 court/NN/nsubj/4 " + WAS.format(4)
    assert kind_of(spec, "Marvila labour court") == "organization"


def test_a_plural_owner_belongs_to_the_bodys_name() -> None:
    spec = "The/DT/det/3 Farmers/NNPS/poss/3 '/POS/case/1 Union/NNP/nsubj/4 " + WAS.format(4)
    assert kind_of(spec, "Farmers ' Union") == "organization"


def test_a_bodys_common_noun_with_a_capital_is_the_body() -> None:
    mentions, entities = read(
        "The/DT/det/1 Front/NNP/nsubj/6/label=B-ORG of/IN/prep/1/label=I-ORG the/DT/det/5/label=I-ORG "
        "Blue/NNP/compound/5/label=I-ORG Hills/NNP/pobj/2/label=I-ORG agreed/VBD/ROOT/6 ././punct/6",
        "The/DT/det/1 Front/NNP/nsubj/2 left/VBD/ROOT/2 ././punct/2",
    )
    assert of(mentions, "Front").entity == entities["Front of the Blue Hills"].id


def test_the_north_is_the_country_once_it_is_named() -> None:
    fired = "The/DT/det/1 North/NNP/nsubj/2/label=B-LOC fired/VBD/ROOT/2 ././punct/2"
    mentions, entities = read("North/NNP/compound/1/label=B-GPE Korea/NNP/nsubj/2/label=I-GPE spoke/VBD/ROOT/2", fired)
    assert of(mentions, "North").entity == entities["North Korea"].id
    _, entities = read("Denmark/NNP/nsubj/1/label=B-GPE spoke/VBD/ROOT/1", fired)
    assert "North Korea" not in entities


def test_an_exercise_is_no_person() -> None:
    spec = (
        "The/DT/det/3 Silver/NNP/compound/3/label=B-PERSON Anchor/NNP/compound/3/label=I-PERSON exercise/NN/nsubj/4 "
        + WAS.format(4)
    )
    assert kind_of(spec, "Silver Anchor") is None


def test_a_sentences_first_word_needs_more_than_a_label_to_be_a_person() -> None:
    assert kind_of("Turnout/NNP/nsubj/1/label=B-PERSON " + WAS.format(1), "Turnout") is None
    said = "Torres/NNP/nsubj/1/label=B-PERSON said/VBD/ROOT/1/lemma=say so/RB/advmod/1 ././punct/1"
    assert kind_of(said, "Torres") == "person"


@pytest.mark.parametrize("owner", ["the/DT/det/3", "their/PRP$/poss/3"])
@pytest.mark.parametrize("tail", ["././punct/1", ",/,/punct/3 again/RB/advmod/1 ././punct/1"])
def test_a_name_beside_a_bodys_noun_is_the_bodys(owner: str, tail: str) -> None:
    name = "Litora/NNP/compound/6 Gaz/NNP/appos/3"
    spec = f"They/PRP/nsubj/1 sued/VBD/ROOT/1 {owner} supplier/NN/dobj/1 ,/,/punct/3 {name} {tail}"
    assert kind_of(spec, "Litora Gaz") == "organization"
