from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from tests.read import scenes
from variorum.read.ordinals import find_ordinals
from variorum.read.quantities import find_quantities


def test_a_toll_knows_its_bound_and_what_befell_the_counted() -> None:
    quantities = [q for _, q in scenes.scene(scenes.KILLED).quantities]
    assert [(q.low, q.high, q.noun, q.of) for q in quantities] == [
        (12, None, "people", "dead"),
        (30, 30, "other", "injured"),
    ]


@pytest.mark.parametrize("number", ["9" * 400, "1," * 400 + "0", "9" * 400 + "-" + "9" * 401])
def test_what_no_float_holds_is_no_number(number: str) -> None:
    passage = factory.passage(f"{number}/CD/nummod/1 boats/NNS/nsubj/2/lemma=boat sank/VBD/ROOT/2/lemma=sink")
    assert find_quantities(factory.article(passage.text), passage, frozenset()) == []


@pytest.mark.parametrize(
    ("words", "value"), [("forty-two", 42), ("1,250", 1250), ("3.5", 3.5), ("seven", 7), ("2 million", 2_000_000)]
)
def test_numbers_in_digits_and_words(words: str, value: float) -> None:
    first, *more = words.split()
    at = 2 if more else 1
    scale = f" {more[0]}/CD/compound/2" if more else ""
    spec = f"{first}/CD/nummod/{at}{scale} boats/NNS/nsubj/{at + 1}/lemma=boat sank/VBD/ROOT/{at + 1}/lemma=sink"
    passage = factory.passage(spec)
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.low, quantity.noun) == (value, "boat")


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Traders/NNS/nsubj/1 pay/VBP/ROOT/1 ALL/NNP/nmod/3 12/CD/dobj/1 ././punct/1", ["ALL"]),
        ("ALL/DT/det/2 12/CD/nummod/2 BOATS/NNS/nsubj/3/lemma=boat SANK/VBD/ROOT/3/lemma=sink", [None]),
    ],
)
def test_a_word_in_capitals_is_no_currency_where_all_are(words: str, units: list[str | None]) -> None:
    passage = factory.passage(words)
    assert [q.unit for _, q in find_quantities(factory.article(passage.text), passage, frozenset())] == units


def test_a_number_inside_a_compound_counts_nothing() -> None:
    spec = "a/DT/det/3 two/CD/nummod/3 -/HYPH/punct/3 track/NN/compound/4 policy/NN/ROOT/4"
    passage = factory.passage(spec, "a two-track policy")
    assert find_quantities(factory.article(passage.text), passage, frozenset()) == []


def test_the_two_leaders_tell_no_number() -> None:
    assert scenes.scene(scenes.SCHEDULED).quantities == ()


def test_an_ordinal_knows_its_set_and_limit() -> None:
    passage = factory.passage(scenes.THIRD)
    [(_, ordinal)] = find_ordinals(factory.article(passage.text), passage, frozenset())
    assert (ordinal.value, ordinal.set, ordinal.limit) == (3, ("visit", "Spain"), "since May")


@given(st.lists(st.sampled_from(["12", "dozens", "of", "dead", "-", "$", "five", "1990", "million"]), max_size=8))
def test_no_order_of_words_breaks_it(words: list[str]) -> None:
    if words:
        spec = " ".join(f"{w}/CD/dep/{max(0, n - 1)}" for n, w in enumerate(words))
        passage = factory.passage(spec)
        article = factory.article(passage.text)
        for _, quantity in find_quantities(article, passage, frozenset()):
            assert quantity.cite.holds(article.text)


def test_a_measure_stands_beside_its_number() -> None:
    spec = "They/PRP/nsubj/1 put/VBD/ROOT/1 the/DT/det/3 magnitude/NN/dobj/1 at/IN/prep/1 7.1/CD/pobj/4 ././punct/1"
    passage = factory.passage(spec)
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.noun, quantity.low) == ("magnitude", 7.1)


def test_a_superlative_with_a_time_behind_it_is_a_first_place() -> None:
    spec = "the/DT/det/2 strongest/JJS/amod/2 quake/NN/ROOT/2/lemma=quake since/IN/prep/2 1948/CD/pobj/3 ././punct/2"
    passage = factory.passage(spec)
    [(_, ordinal)] = find_ordinals(factory.article(passage.text), passage, frozenset())
    assert (ordinal.value, ordinal.set, ordinal.limit) == (1, ("quake",), "since 1948")
    bare = factory.passage("the/DT/det/2 strongest/JJS/amod/2 quake/NN/ROOT/2/lemma=quake ././punct/2")
    assert find_ordinals(factory.article(bare.text), bare, frozenset()) == []


def test_a_number_that_stands_alone_is_told_by_its_verb() -> None:
    spec = "The/DT/det/1 police/NNS/nsubj/2 counted/VBD/ROOT/2/lemma=count 8,000/CD/dobj/2 ././punct/2"
    passage = factory.passage(spec)
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.low, quantity.noun, quantity.unit, quantity.of) == (8000, None, None, None)


def test_a_fraction_is_a_rounded_share() -> None:
    spec = (
        "A/DT/det/1 third/NN/nsubj/5 of/IN/prep/1 the/DT/det/4 boats/NNS/pobj/2/lemma=boat sank/VBD/ROOT/5/lemma=sink"
    )
    passage = factory.passage(spec)
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.unit, quantity.noun) == ("%", "boat")
    assert quantity.high is not None
    assert quantity.low < 33.3 < quantity.high


def test_a_compound_counts_and_hundreds_go_on_behind_and() -> None:
    spec = "the/DT/det/4 four/CD/nummod/3 -/HYPH/punct/3 storey/NN/compound/4 house/NN/ROOT/4"
    passage = factory.passage(spec, "the four-storey house")
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.low, quantity.noun) == (4, "storey")
    spec = "one/CD/compound/1 hundred/CD/nummod/4 and/CC/cc/1 twelve/CD/conj/1 boats/NNS/ROOT/4/lemma=boat"
    passage = factory.passage(spec)
    [(_, quantity)] = find_quantities(factory.article(passage.text), passage, frozenset())
    assert (quantity.low, quantity.noun) == (112, "boat")
