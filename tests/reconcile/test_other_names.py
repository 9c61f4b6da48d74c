"""One thing under several names: told where a report says so, or all know it; two things are never one."""

from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.differences.other_names import other_name_differences


def called(*texts: str) -> list[Difference]:
    """What a story of these reports shows of names."""
    return other_name_differences(told.corpus([(told.report(f"r{n}", t), [], []) for n, t in enumerate(texts)]))


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("Ships met off Lantay (Corvo) Reef.", "The crash off Corvo Reef hurt two.", {"Lantay Reef", "Corvo Reef"}),
        ("Storm No. 4 (Mirela) hit the coast.", "Typhoon Mirela hit the coast.", {"Storm No. 4", "Mirela"}),
        ("Tropical Storm Juno (Mirela) hit the coast.", "Typhoon Mirela hit it.", {"Tropical Storm Juno", "Mirela"}),
        ("Typhoon Juno (international name: Mirela) hit.", "Mirela hit the coast.", {"Typhoon Juno", "Mirela"}),
        (
            "They fought for Mount Hadra, known locally as Jebel Noor, on Monday.",
            "Fighting went on at Jebel Noor.",
            {"Mount Hadra", "Jebel Noor"},
        ),
        (
            "Police sought Omar Seif, also known as Abu Walid, for a year.",
            "Abu Walid was arrested on Monday.",
            {"Omar Seif", "Abu Walid"},
        ),
        (
            "Boats left Coral Bank, which Verania calls Isla Larga, on Monday.",
            "Isla Larga is ours, the minister said.",
            {"Coral Bank", "Isla Larga"},
        ),
        ("A boat sank in the Persian Gulf.", "A boat sank in the Arabian Gulf.", {"Persian Gulf", "Arabian Gulf"}),
        ("Fire broke out in Kyiv.", "Kiev was hit by drones.", {"Kyiv", "Kiev"}),
        ("He flew to Turkey.", "He flew to Türkiye.", {"Turkey", "Türkiye"}),
        ("Trains to Mumbai were late.", "Trains to Bombay were late.", {"Mumbai", "Bombay"}),
        ("A Shahed-136 fell on a barn.", "A Geran-2 fell on a barn.", {"Shahed-136", "Geran-2"}),
        ("The MV Marina-3 sank.", "The ML Marina-3 sank.", {"MV Marina-3", "ML Marina-3"}),
        ("It fired a Vega-12 missile.", "The Vega 12 flew far.", {"Vega-12", "Vega 12"}),
    ],
)
def test_two_names_of_one_thing_are_compatible(one: str, other: str, names: set[str]) -> None:
    [row] = called(one, other)
    assert (row.kind, row.verdict) == ("name", "compatible")
    assert {p.value for p in row.positions} == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg (Greens) spoke first.", "The Greens voted against it."),
        ("Lake Lantay (Louisiana) rose on Monday.", "Louisiana is under water."),
        ("Ana Solin, formerly Minister of Trade, denied it.", "The Minister of Trade denied it."),
        ("Church Road (Corvo) was shut.", "Corvo was quiet."),
        ("The Bank of Lantay (Corvo Times) denied it.", "The Corvo Times was first."),
        ("The Ministry of Roads (MOR) denied it.", "MOR denied it."),
        ("A boat sank off Lantay Reef.", "A boat sank off Corvo Reef."),
        ("Police in Dhaka. Officials denied it.", "Officials denied it."),
        ("The Falkland Islands voted on Monday.", "The Falklands voted on Monday."),
        ("The Persian Gulf, or Arabian Gulf, is calm.", "The Persian Gulf is calm."),
        ("Judges in Mumbai met.", "The Bombay High Court met."),
        ("She studied in Chennai.", "She studied at the University of Madras."),
        ("The MV Marina-3 sank.", "The Marina-3 sank."),
        ("On May 12 it rained.", "A May-12 deadline was missed."),
        ("It fired a Vega-12 missile.", "It fired a Vega-11 missile."),
    ],
)
def test_two_things_and_one_name_show_nothing(one: str, other: str) -> None:
    assert called(one, other) == []


def dams(one: tuple[str, ...], other: tuple[str, ...]) -> list[Difference]:
    """What is shown of two dams, each the only one of its report, of which these words are told."""
    first, second = told.report("x", "The Lenta Dam was built."), told.report("y", "Work on the Great Arda Dam began.")
    entities = [told.entity("l", "Lenta Dam", "place"), told.entity("g", "Great Arda Dam", "place")]
    corpus = told.corpus(
        [
            (first, [], [told.claim(first, first.text[:-1], one, entities=("l",))]),
            (second, [], [told.claim(second, second.text[:-1], other, entities=("g",))]),
        ],
        entities,
    )
    return other_name_differences(corpus)


def test_reports_that_tell_the_same_of_two_names_mean_one_thing() -> None:
    [row] = dams(("construction", "begin", "2011", "valley"), ("2011", "commence", "construction"))
    assert (row.verdict, {p.value for p in row.positions}) == ("compatible", {"Lenta Dam", "Great Arda Dam"})


def test_reports_that_tell_other_things_of_two_names_mean_two() -> None:
    assert dams(("construction", "begin", "2011"), ("construction", "begin", "1998")) == []
    assert dams(("flood", "village"), ("minister", "open", "2011")) == []
