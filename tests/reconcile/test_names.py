"""How reports write one name: another spelling is told and is no conflict; two people are never one."""

from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.reading import EntityKind, Mention, Reading, Role
from variorum.model.record import Difference
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.differences.holders import holder_differences
from variorum.reconcile.differences.names import name_differences


def written(*names: str, kind: EntityKind = "person") -> list[Difference]:
    """What a story shows of one entity whose name each report writes so."""
    articles = [told.report(f"{n}", f"{name} spoke.") for n, name in enumerate(names)]
    readings = []
    for article, name in zip(articles, names, strict=True):
        mention = Mention(told.cite(article, name), "x", kind, "name", 0, 0, len(name.split()))
        readings.append(Reading(article.id, (), (mention,), (), (), (), (), ()))
    return name_differences(build_corpus(articles, readings, [told.entity("x", names[0], kind)], {}))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Zhelyo Dzhambov", "Jelyo Djambov", "transliteration"),
        ("Abdelkader Bensalah", "Abdelqader Ben Salah", "transliteration"),
        ("Oleksandr Tkachuk", "Aleksandr Tkachuk", "transliteration"),
        ("Sanae Mori", "Mori Sanae", "order"),
        ("Jürgen Štork", "Jurgen Stork", "marks"),
        ("Park Min-jun", "Park Minjun", "joined or apart"),
    ],
)
def test_another_spelling_is_told_with_its_kind(one: str, other: str, why: str) -> None:
    [row] = written(one, other)
    assert (row.kind, row.verdict) == ("name", "compatible")
    assert why in row.explanation
    assert {p.value for p in row.positions} == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Maria Torres", "Ana Torres"),
        ("A. Torres", "Ana Torres"),
        ("Ana E. Torres", "Ana Torres"),
        ("Ana- Maria Torres", "Ana-Maria Torres"),
        ("Torres", "Ana Torres"),
        ("Ana Torres", "ANA TORRES"),
        ("Ana Torres", "Ana Torres"),
        ("Ana O'Torres", "Ana O’Torres"),
    ],
)
def test_a_name_shortened_or_in_capitals_is_no_other_spelling(one: str, other: str) -> None:
    assert written(one, other) == []


def test_a_surname_alone_is_a_spelling_where_no_full_name_is() -> None:
    assert len(written("Seitkali", "Seitqali")) == 1


def test_a_place_is_written_with_marks_or_without() -> None:
    assert len(written("Lupice", "Lupiče", kind="place")) == 1
    assert written("Japan", "Nippon", kind="country") == []


def in_office(*rows: tuple[str, str, str], day: str = "2026-01-14") -> list[Difference]:
    """What reports show of which each names somebody in an office: the name, the title, and whose it is."""
    articles = [
        told.report("ab"[n], f"{t} {name} of {of} spoke.", ("2026-01-13", day)[n])
        for n, (name, t, of) in enumerate(rows)
    ]
    people = []
    for article, (name, title, of) in zip(articles, rows, strict=True):
        role = Role(title.removeprefix("Deputy "), of, told.cite(article, f"{title} {name}"))
        people.append(told.replace(told.entity(name, name), roles=(role,), articles=(article.id,)))
    return holder_differences(told.corpus([(a, [], []) for a in articles], people))


def test_two_people_in_one_office_are_a_conflict() -> None:
    rows = (("Ana Torres", "Interior Minister", "Peru"), ("Eva Salas", "Interior Minister", "Peru"))
    [row] = in_office(*rows)
    assert (row.kind, row.verdict) == ("name", "conflict")
    assert in_office(*rows, day="2026-03-14") == []


@pytest.mark.parametrize(
    "other",
    [
        ("Eva Salas", "Interior Minister", "Chile"),
        ("Eva Salas", "Health Minister", "Peru"),
        ("Eva Salas", "Deputy Interior Minister", "Peru"),
    ],
)
def test_other_offices_are_none(other: tuple[str, str, str]) -> None:
    assert in_office(("Ana Torres", "Interior Minister", "Peru"), other) == []


def test_an_office_that_several_hold_is_none() -> None:
    assert in_office(("Ana Torres", "spokesman", "Peru"), ("Eva Salas", "spokesman", "Peru")) == []
