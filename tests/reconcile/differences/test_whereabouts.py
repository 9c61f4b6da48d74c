"""Where it was: which rows two reports make of the places they give, with which verdict, and which none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.reading import Place
from variorum.model.record import Difference
from variorum.reconcile.differences.whereabouts import whereabout_differences

DAY = "2026-01-13"
TOWNS = {"Oban": (56.41, -5.47), "Bergen": (60.39, 5.32), "Narvik": (68.44, 17.43), "Oslo": (59.91, 10.75)}
ENTITIES = [
    *(
        replace(told.entity(n, n, "place", "GB" if n == "Oban" else "NO"), place=Place(*at, 0))
        for n, at in TOWNS.items()
    ),
    told.entity("k", "Kvitoy", "place", "NO"),
    told.entity("r", "Rossvik", "place", "NO"),
    told.entity("n", "Norland", "country", "NO"),
    told.entity("h", "Harbour Hall", "organization"),
    told.entity("p", "Palm House", "organization"),
    *(replace(told.entity(n, n), articles=("a", "b")) for n in ("Anna Berg", "Jon Dahl")),
]


def shown(one: str, two: str, days: tuple[str, str] = (DAY, DAY)) -> list[Difference]:
    """The rows of two reports, each some sentences ("voice: words")."""
    reports: list[Any] = []
    for name, given, day in zip("ab", (one, two), days, strict=True):
        voice, _, text = given.rpartition(": ")
        report = told.report(name, text + ".", day)
        claims = [
            told.claim(report, s, (), sentence=told.cite(report, s), holder=voice or None) for s in text.split(". ")
        ]
        reports.append((report, [], claims))
    return whereabout_differences(told.corpus(reports, ENTITIES), [])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The missiles were fired from near Bergen at 6 a.m.",
            "The army detected the missile launch from the Narvik area",
        ),
        ("The missile came down inside Norland's exclusive economic zone", "It says the missile fell outside the zone"),
        ("The rocket splashed down in international waters", "Oslo: The rocket landed in its territorial waters"),
        ("The drone fell on the mainland", "The drone came down on Kvitoy Island"),
        ("The missile was launched from a submarine", "The launch of the missile took place on the mainland"),
        ("The missile did not land outside the exclusive economic zone", "The missile fell beyond the economic zone"),
        ("The fire broke out in the engine room", "The blaze started on the car deck"),
        ("The explosion was recorded at the mixing area", "The seat of the fire was in the storage room"),
        ("The boat was intercepted in Swedish waters", "The ship was seized in Danish waters"),
        ("The bus was heading for Kvitoy", "The coach was on its way to Rossvik"),
        ("The ferry had left Kvitoy at noon", "The ship set out from Rossvik at noon"),
        ("The treaty was signed on Monday at Harbour Hall", "The signing of the treaty was held at the Palm House"),
        ("The next round will be held in Bergen", "The envoys are to meet again in Narvik in June"),
        ("The epicentre was 10 km north of Bergen", "The quake was centred 15 km east of Oslo"),
    ],
)
def test_two_places_for_one_thing_are_a_conflict(one: str, two: str) -> None:
    assert [d.verdict for d in shown(one, two)] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The storm made landfall near Bergen", "The typhoon came ashore between Rossvik and Bergen"),
        ("The quake struck off Kvitoy", "The epicentre was 12 km (7 miles) south of Rossvik"),
        ("The missile was fired from the Bergen area", "The missile was launched from the country's west coast"),
        ("The epicentre was 10 km north of Bergen", "The quake was centred near Bergen"),
        ("The explosion tore through a shop in the Kvitoy district", "The blast was on Rossvik Street in the town"),
        ("The fire broke out in the engine room", "The blaze started in the ship's engine hall"),
        ("The ferry sank near Kvitoy", "The ship went down in the Rossvik Strait"),
        ("The plane crashed in the village of Kvitoy", "The plane came down 5 km north of Rossvik"),
        ("The train derailed near Kvitoy", "The train left the rails between Rossvik and Bergen"),
        ("The mudslide buried a farm in the village of Kvitoy", "The mudslide came down in the Rossvik valley"),
    ],
)
def test_one_place_told_more_exactly_is_compatible(one: str, two: str) -> None:
    assert [d.verdict for d in shown(one, two)] == ["compatible"]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("The missile landed inside the economic zone", "Correcting that, it said the missile fell outside the zone"),
        ("The two are scheduled to meet in Bergen", "She will be received in Narvik and not in Bergen as planned"),
        ("The storm is expected to make landfall near Bergen", "The storm came ashore near Narvik"),
        ("The next round will be held in Bergen", "The next round, originally set elsewhere, is in Narvik"),
    ],
)  # fmt: skip
def test_a_later_account_overtakes_the_earlier(early: str, late: str) -> None:
    assert [d.verdict for d in shown(early, late, (DAY, "2026-01-15"))] == ["superseded"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The missiles were fired from Bergen", "In 2019 a missile was fired from Narvik"),
        ("The missile fell outside the zone", "The missile fell short of the zone"),
        ("The quake struck near Bergen", "An aftershock struck near Narvik"),
        ("The ferry left Bergen at noon", "A rescue ship left Narvik at one"),
        ("The missile was fired from Bergen", "Experts ask whether the missile was fired from Narvik"),
        ("The storm made landfall near Bergen", "The storm came ashore near Narvik"),
        ("Dozens of missiles were fired from Bergen", "The missiles were launched from Narvik"),
        ("The missile fell outside Japan's economic zone", "The missile fell inside the Russian economic zone"),
        ("The missile test drew protest from Oslo", "The missile was launched from Narvik"),
        ("The fire broke out in the afternoon", "The blaze started on the car deck"),
        ("The ships left Bergen at noon", "The ships set out from Narvik"),
        ("An explosion tore through a hotel in Bergen", "A blast tore through a market in Narvik"),
        ("The missile fell on the islands", "One of the missiles fell on the mainland"),
        ("The next summit will be held in Bergen", "The next round of talks will be held in Narvik"),
        ("The bus was heading for Bergen", "The ferry was heading for Narvik"),
        ("The missile was fired from Bergen. The missile was fired from Narvik", "The missile was fired from Narvik"),
    ],
)
def test_other_things_and_one_place_are_no_difference(one: str, two: str) -> None:
    assert shown(one, two) == []
