from __future__ import annotations

import pytest

from variorum.ingest.outlets import barred_name, is_house, is_note, is_section, masthead_name, names_outlet


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Linda Herald | World", "The Linda Herald"),
        ("LINDA LANTERN – International edition", "LINDA LANTERN"),
        ("Linda Times · Middle East", "Linda Times"),
        ("Linda Bulletin: Regional News", "Linda Bulletin"),
        ("The Strait Voice (English edition)", "The Strait Voice"),
        ("STRAIT MIRROR | Asia | Business", "STRAIT MIRROR"),
        ("The Strait Ledger > UK > Politics", "The Strait Ledger"),
        ("KOVEL NEWS AGENCY (KNA)", "KOVEL NEWS AGENCY"),
        ("Linda Gate (lindagate.example)", "Linda Gate"),
        ("World | The Linda Herald", "The Linda Herald"),
    ],
)
def test_a_masthead_gives_its_name_without_section_or_edition(line: str, name: str) -> None:
    assert masthead_name(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Ukraine: Peace Talks",
        "Kovel: strait stays open",
        "World | Africa",
        "Ministers meet – again",
        "Linda Herald",
        "Ardania, Belmora sign fishing pact",
    ],
)
def test_a_headline_with_a_colon_or_a_dash_is_no_masthead(line: str) -> None:
    assert masthead_name(line) is None


def test_a_bar_sets_off_a_name_whatever_follows() -> None:
    assert barred_name("Strand Bote | Lokales") == "Strand Bote"
    assert barred_name("Strand Bote") is None
    assert barred_name("World | Strand Bote") is None


def test_bodies_that_publish_are_told_by_their_form() -> None:
    assert all(map(is_house, ["Ministry of Fisheries", "Strait Policy Institute", "Embassy of Ardania in Linda"]))
    assert not any(map(is_house, ["Police Storm Foreign Ministry", "The institute said so", "Office", "Union strikes"]))


def test_a_note_is_a_section_an_edition_a_page_or_a_place() -> None:
    assert all(map(is_note, ["World", "East Africa", "Print edition", "Page 7", "Vol. 3", "Paris", "Regional News"]))
    assert not any(map(is_note, ["Ministers met", "Linda Herald", ""]))


def test_a_numbered_release_is_a_kicker() -> None:
    assert is_section("Press release No. 112/2026")
    assert not is_section("Ministry releases 112 boats")


def test_a_domain_names_an_outlet() -> None:
    assert names_outlet("lindanews.example")
    assert not names_outlet("Ministers met.")
