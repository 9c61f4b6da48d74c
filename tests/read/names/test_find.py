"""Names by hand-made parses: a token a word, see ``tests/factory.py``."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import factory
from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Mention
from variorum.read.names import find_names

SAID = "Mori/NNP/nsubj/1/label=B-GPE said/VBD/ROOT/1/lemma=say ././punct/1"
NAMED = (
    "Japanese/JJ/amod/3/label=B-NORP Prime/NNP/compound/2 Minister/NNP/compound/4 Haruka/NNP/compound/4/label=B-PERSON "
    "Mori/NNP/nsubj/5/label=I-PERSON arrived/VBD/ROOT/5/lemma=arrive ././punct/5"
)


def passages(*specs: str) -> tuple[Article, list[Passage]]:
    found, at = [], 0
    for n, spec in enumerate(specs):
        p = factory.passage(spec, index=n, at=at)
        found.append(p)
        at += len(p.text) + 1
    return factory.article("\n".join(p.text for p in found)), found


def read(*specs: str) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    article, found = passages(*specs)
    mentions, entities = find_names(article, found)
    for m in mentions:
        assert m.cite.holds(article.text)
        assert m.entity is None or m.entity in {e.id for e in entities}
    return mentions, {e.name: e for e in entities}


def of(mentions: tuple[Mention, ...], words: str) -> Mention:
    return next(m for m in mentions if m.cite.exact == words)


def test_title_adjective_and_name_come_apart() -> None:
    mentions, entities = read(NAMED)
    person = entities["Haruka Mori"]
    assert person.kind == "person" and person.country == "JP"
    assert [(r.title, r.of) for r in person.roles] == [("Prime Minister", "Japan")]
    assert [f.text for f in person.names] == ["Haruka Mori"]
    adjective = of(mentions, "Japanese")
    assert adjective.form == "adjective" and adjective.entity == entities["Japan"].id
    assert entities["Japan"].names == ()


def test_a_bare_surname_is_the_persons_whatever_the_label() -> None:
    mentions, entities = read(NAMED, SAID)
    bare = of(mentions, "Mori")
    assert bare.kind == "person" and bare.entity == entities["Haruka Mori"].id
    assert [f.text for f in entities["Haruka Mori"].names] == ["Haruka Mori", "Mori"]


WATERS = (
    "Ada/NNP/compound/1/label=B-PERSON Waters/NNP/nsubj/2/label=I-PERSON arrived/VBD/ROOT/2/lemma=arrive ././punct/2"
)
RESIGNED = "Waters/NNS/nsubj/1/lemma=water resigned/VBD/ROOT/1/lemma=resign ././punct/1"


def test_a_surname_that_looks_like_a_noun_is_one_where_the_person_named_in_full_acts() -> None:
    mentions, entities = read(WATERS, RESIGNED)
    assert of(mentions, "Waters").entity == entities["Ada Waters"].id
    assert read(RESIGNED) == ((), {})
    flowed = "The/DT/det/1 waters/NNS/nsubj/2/lemma=water rose/VBD/ROOT/2/lemma=rise ././punct/2"
    assert [m.cite.exact for m in read(WATERS, flowed, RESIGNED)[0]] == ["Ada Waters"]


def test_family_name_first() -> None:
    mentions, entities = read(
        "President/NNP/compound/1 Park/NNP/nsubj/5/label=B-PERSON Min/NNP/appos/1/label=I-PERSON -/HYPH/punct/4 "
        "jun/NN/appos/1 spoke/VBD/ROOT/5/lemma=speak ././punct/5",
        "Park/NNP/nsubj/1/label=B-ORG left/VBD/ROOT/1 ././punct/1",
    )
    name = next(n for n in entities if n.startswith("Park"))
    assert {m.entity for m in mentions if m.cite.exact.startswith("Park")} == {entities[name].id}


def test_two_bearers_of_one_surname_are_told_apart_by_title() -> None:
    mentions, entities = read(
        "Governor/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Torres/NNP/nsubj/3/label=I-PERSON met/VBD/ROOT/3 "
        "Mayor/NNP/compound/6 Luis/NNP/compound/6/label=B-PERSON Torres/NNP/dobj/3/label=I-PERSON ././punct/3",
        "Mayor/NNP/compound/1 Torres/NNP/nsubj/2/label=B-PERSON agreed/VBD/ROOT/2 ././punct/2",
    )
    assert mentions[-1].entity == entities["Luis Torres"].id


def test_apposition_states_the_office() -> None:
    _, entities = read(
        "Ana/NNP/compound/1/label=B-PERSON Torres/NNP/nsubj/7/label=I-PERSON ,/,/punct/1 a/DT/det/5 "
        "presidential/JJ/amod/5 spokesperson/NN/appos/1 ,/,/punct/1 smiled/VBD/ROOT/7 ././punct/7"
    )
    assert [r.title for r in entities["Ana Torres"].roles] == ["presidential spokesperson"]


def test_a_family_name_that_is_a_countrys_too() -> None:
    mentions, entities = read(
        "Mayor/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Jordan/NNP/nsubj/3/label=I-PERSON left/VBD/ROOT/3 "
        "././punct/3",
        "Jordan/NNP/nsubj/1/label=B-GPE spoke/VBD/ROOT/1/lemma=speak in/IN/prep/1 "
        "Jordan/NNP/pobj/2/label=B-GPE ././punct/1",
    )
    assert [m.entity for m in mentions] == [entities[n].id for n in ("Ana Jordan", "Ana Jordan", "Jordan")]


def test_of_belongs_to_an_office_but_not_to_a_name() -> None:
    _, entities = read(
        "Secretary/NNP/compound/4 of/IN/prep/0 State/NNP/pobj/1 Ana/NNP/compound/4/label=B-PERSON "
        "Torres/NNP/nsubj/5/label=I-PERSON met/VBD/ROOT/5 President/NNP/compound/8 "
        "Luis/NNP/compound/8/label=B-PERSON Alves/NNP/dobj/5/label=I-PERSON of/IN/prep/8 "
        "Denmark/NNP/pobj/9/label=B-GPE ././punct/5"
    )
    assert [r.title for r in entities["Ana Torres"].roles] == ["Secretary of State"]
    assert [r.title for r in entities["Luis Alves"].roles] == ["President"]
    assert entities["Denmark"].kind == "country"


def test_an_unnamed_rival_keeps_a_pronoun_open() -> None:
    mentions, _ = read(
        "Mayor/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Roth/NNP/nsubj/3/label=I-PERSON "
        "left/VBD/ROOT/3 ././punct/3",
        "A/DT/det/1 spokesman/NN/nsubj/2 agreed/VBD/ROOT/2 ././punct/2 || He/PRP/nsubj/5 smiled/VBD/ROOT/5 ././punct/5",
    )
    assert of(mentions, "He").entity is None


def test_short_form_in_brackets() -> None:
    mentions, entities = read(
        "The/DT/det/4 National/NNP/compound/4/label=B-ORG Ferry/NNP/compound/4/label=I-ORG "
        "Safety/NNP/compound/4/label=I-ORG Board/NNP/nsubj/8/label=I-ORG (/-LRB-/punct/6 "
        "NFSB/NNP/appos/4/label=B-ORG )/-RRB-/punct/6 met/VBD/ROOT/8 ././punct/8"
    )
    assert of(mentions, "NFSB").entity == entities["National Ferry Safety Board"].id


def test_two_countries_joined_by_a_hyphen_are_two() -> None:
    text = "They praised Japan-Denmark ties."
    spec = (
        "They/PRP/nsubj/1 praised/VBD/ROOT/1 Japan/NNP/compound/5/label=B-GPE -/HYPH/punct/2 "
        "Denmark/NNP/compound/5/label=I-GPE ties/NNS/dobj/1 ././punct/1"
    )
    mentions, _ = find_names(factory.article(text), [factory.passage(spec, text=text)])
    assert [m.cite.exact for m in mentions if m.kind == "country"] == ["Japan", "Denmark"]


def test_capital_that_speaks_stands_for_its_government() -> None:
    mentions, entities = read(
        "Ottawa/NNP/nsubj/1/label=B-GPE said/VBD/ROOT/1/lemma=say so/RB/advmod/1 ././punct/1",
        "They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 Ottawa/NNP/pobj/2/label=B-GPE ././punct/1",
    )
    assert [m.government for m in mentions if m.cite.exact == "Ottawa"] == [True, False]
    assert entities["Ottawa"].kind == "place" and entities["Ottawa"].country == "CA"
    assert entities["Ottawa"].place is not None


def test_pronoun_by_gender() -> None:
    mentions, entities = read(
        "Spokeswoman/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Torres/NNP/nsubj/3/label=I-PERSON "
        "met/VBD/ROOT/3/lemma=meet Chairman/NNP/compound/6 Luis/NNP/compound/6/label=B-PERSON "
        "Alves/NNP/dobj/3/label=I-PERSON ././punct/3",
        "He/PRP/nsubj/1 smiled/VBD/ROOT/1/lemma=smile ././punct/1 || She/PRP/nsubj/4 left/VBD/ROOT/4 ././punct/4",
    )
    assert of(mentions, "He").entity == entities["Luis Alves"].id
    assert of(mentions, "She").entity == entities["Ana Torres"].id
    assert of(mentions, "He").reason


def test_pronoun_with_nobody_before_it_stays_open() -> None:
    mentions, _ = read("He/PRP/nsubj/1 smiled/VBD/ROOT/1 ././punct/1")
    assert [m.entity for m in mentions] == [None]


PAIR = (
    "President/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Torres/NNP/nsubj/7/label=I-PERSON and/CC/cc/2 "
    "President/NNP/compound/6 Luis/NNP/compound/6/label=B-PERSON Alves/NNP/conj/2/label=I-PERSON "
    "met/VBD/ROOT/7 ././punct/7"
)


@pytest.mark.parametrize(
    "words",
    ["The/DT/det/2 two/CD/nummod/2 leaders/NNS/nsubj/3/lemma=leader", "Both/DT/det/1 leaders/NNS/nsubj/2/lemma=leader"],
)
def test_two_leaders_are_the_pair(words: str) -> None:
    count = len(words.split())
    mentions, entities = read(PAIR, f"{words} left/VBD/ROOT/{count} ././punct/{count}")
    plural = mentions[-1]
    assert plural.form == "nominal" and plural.entity is None
    assert plural.members == (entities["Ana Torres"].id, entities["Luis Alves"].id)


def test_the_president_of_a_state_is_its_office_holder() -> None:
    mentions, entities = read(
        NAMED,
        "Danish/JJ/amod/1/label=B-NORP President/NNP/compound/3 Erik/NNP/compound/3/label=B-PERSON "
        "Holm/NNP/nsubj/4/label=I-PERSON arrived/VBD/ROOT/4 ././punct/4",
        "The/DT/det/2 Japanese/JJ/amod/2/label=B-NORP leader/NN/nsubj/3 left/VBD/ROOT/3 ././punct/3",
    )
    leader = of(mentions, "The Japanese leader")
    assert leader.entity == entities["Haruka Mori"].id and leader.reason


def test_office_of_the_one_who_holds_it() -> None:
    mentions, entities = read(
        "Danish/JJ/amod/1/label=B-NORP President/NNP/compound/3 Erik/NNP/compound/3/label=B-PERSON "
        "Holm/NNP/nsubj/4/label=I-PERSON arrived/VBD/ROOT/4 ././punct/4",
        "Holm/NNP/poss/2/label=B-PERSON 's/POS/case/0 office/NN/nsubj/3 agreed/VBD/ROOT/3 ././punct/3",
        "The/DT/det/2 presidential/JJ/amod/2 office/NN/nsubj/3 agreed/VBD/ROOT/3 ././punct/3",
    )
    bodies = [m for m in mentions if m.form == "nominal"]
    assert len({m.entity for m in bodies}) == 1 and len(bodies) == 2
    assert entities["Denmark's presidential office"].country == "DK"


def test_headlines_bring_known_names_only() -> None:
    article, (title, body) = passages("Mori/NNP/nsubj/1 Seeks/VBZ/ROOT/1 Stronger/NNP/amod/3 Ties/NNPS/dobj/1", NAMED)
    headline = Passage(0, factory.paragraph(title.text, kind="headline"), title.parse)
    mentions, entities = find_names(article, [headline, body])
    assert [m.cite.exact for m in mentions if m.paragraph == 0] == ["Mori"]
    assert {e.name for e in entities} == {"Haruka Mori", "Japan"}


WORDS = st.sampled_from(
    [
        "the",
        "Lee",
        "-",
        "'s",
        "U.S.",
        "of",
        "and",
        "President",
        "(",
        ")",
        "Korean",
        "said",
        ",",
        "“",
        "He",
        "they",
        "X",
        "4",
    ]
)
TAGS = st.sampled_from(["NNP", "NN", "NNS", "PRP", "PRP$", "DT", "IN", "JJ", "POS", "CD", "VBD", ",", "HYPH"])
LABELS = st.sampled_from(["", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-GPE", "B-DATE"])
DEPS = st.sampled_from(["nsubj", "compound", "dobj", "pobj", "prep", "conj", "appos", "poss", "ROOT", "attr"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, TAGS, DEPS, st.integers(0, 30), LABELS), min_size=1, max_size=25))
def test_no_parse_makes_the_reader_raise(rows: list[tuple[str, str, str, int, str]]) -> None:
    spec = " ".join(f"{w}/{t}/{d}/{h % (i + 1)}/label={x}" for i, (w, t, d, h, x) in enumerate(rows))
    read(spec)
