"""The same questions over whole reports, read by the trained parser."""

from __future__ import annotations

import pytest

from tests import factory
from variorum.engine.reader import Reader
from variorum.model.record import Difference
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.differences.press_questions import press_question_differences
from variorum.reconcile.entities import resolve
from variorum.reconcile.ledger import ledger

NOUNS = "museum library garden theatre bakery mill chapel tower market palace stadium farm"
PLACES = "Aldo Brix Corda Delm Elva Furn Gant Hult Irma Jode Kest Lorn"
NAMED = zip(NOUNS.split(), PLACES.split(), strict=True)
FILL = " ".join(f"The {noun} of {place} opened its doors to visitors." for noun, place in NAMED)


def shown(*texts: str) -> list[Difference]:
    """What two reports, beside one on something else, differ in."""
    reports = [factory.article(t, path=f"{n}.txt", outlet=n) for n, t in zip("abc", (*texts, FILL), strict=True)]
    reader = Reader()
    readings = [reader.read(report) for report in reports]
    entities, entity_of = resolve(reports, readings)
    corpus = build_corpus(reports, readings, entities, entity_of)
    return press_question_differences(corpus, ledger(reports, readings, entity_of, entities), ())


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "The summit in Tirana was cancelled because of a storm over the Adriatic, the Albanian government said.",
            "The summit in Tirana was cancelled at the request of the Serbian delegation, Greek diplomats said.",
            "attribution",
        ),
        (
            "Violence broke out in Dakar on Friday when demonstrators threw stones at officers, police said.",
            "Violence broke out in Dakar on Friday. The opposition said the police had attacked a peaceful rally.",
            "attribution",
        ),
        (
            "A boy, Juan Pérez, 14, lost an eye. His mother said Juan Pérez was hit by a rubber bullet.",
            "The police chief said that Juan Pérez had been struck by a stone thrown from the crowd.",
            "attribution",
        ),
        (
            "The ship was stopped on Monday. Its owner said the ship was carrying medicine and flour.",
            "The navy said the ship was carrying weapons and ammunition.",
            "attribution",
        ),
        (
            '"The bridge will stand for a hundred years," Mayor Olga Brandt told a press conference on Monday.',
            'At a dinner for donors, Mayor Olga Brandt spoke. "This bridge will stand a hundred years," she said.',
            "occasion",
        ),
    ],
)
def test_two_reports_answer_otherwise(one: str, other: str, kind: str) -> None:
    [row] = shown(one, other)
    assert (row.kind, row.verdict) == (kind, "conflict")


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The visit to Gomel was put off because of the storm. The governor regretted it.",
            "The visit to Gomel was put off because of bad weather.",
        ),
        ("Journalist Samir Haddad was killed by a bullet.", "Photographer Omar Said was killed by a drone."),
        ("Police fired tear gas at demonstrators on Monday.", "Demonstrators threw stones at police on Tuesday."),
        (
            '"The guns have fallen silent," General Amin Rafi said at a news conference.',
            '"The guns have fallen silent," General Amin Rafi told reporters.',
        ),
    ],
)
def test_two_reports_answer_alike(one: str, other: str) -> None:
    assert shown(one, other) == []
