"""How far one place is from another: which rows two reports' distances make, and which none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.differences.whereabouts import whereabout_differences

DAY = "2026-01-13"
ENTITIES = [
    replace(told.entity("b", "Bergen", "place", "NO")),
    told.entity("o", "Oslo", "place", "NO"),
    told.entity("n", "Norway", "country", "NO"),
    told.entity("k", "Kvitoy", "place"),
]


def shown(one: str, two: str) -> list[Difference]:
    """The rows of two reports of one or two sentences."""
    reports: list[Any] = []
    for name, text in zip("ab", (one, two), strict=True):
        report = told.report(name, text + ".", DAY)
        claims = [told.claim(report, s, (), sentence=told.cite(report, s)) for s in text.split(". ")]
        reports.append((report, [], claims))
    return whereabout_differences(told.corpus(reports, ENTITIES), [])


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Kvitoy, some 25 km north of Bergen, is shut", "Kvitoy lies about 160 km north of Bergen", "conflict"),
        ("Kvitoy is 40 km north of Bergen", "Kvitoy is 40 km south of Bergen", "conflict"),
        ("They met in Kvitoy, a village 20 miles from Bergen", "Kvitoy is located 100 km from Bergen", "conflict"),
        ("Kvitoy lies 100 km from Oslo", "It is Kvitoy. The dam is 20 km from the Norwegian capital", "conflict"),
        ("Kvitoy is 30 km from Bergen", "Kvitoy, 38 kilometres from Bergen, is shut", "compatible"),
        ("Kvitoy is 30 km from Bergen", "Kvitoy, 60 km upstream from Bergen, is shut", "compatible"),
    ],
)  # fmt: skip
def test_other_distances(one: str, two: str, verdict: str) -> None:
    assert [d.verdict for d in shown(one, two)] == [verdict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kvitoy is 25 miles from Bergen", "Kvitoy is about 40 km from Bergen"),
        ("Kvitoy is 25 km from Bergen", "Kvitoy is 300 km from Oslo"),
        ("Kvitoy is 25 km from Bergen", "The missile flew over Kvitoy and fell 300 km from Bergen"),
        ("Kvitoy is 25 km from Bergen", "In Kvitoy, rescuers walked 90 km from Bergen"),
    ],
)
def test_one_distance_or_other_places(one: str, two: str) -> None:
    assert shown(one, two) == []
