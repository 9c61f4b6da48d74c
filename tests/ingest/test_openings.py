"""Datelines as some houses print them, and the heads around them; each form beside one that is like it and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest import from_text
from variorum.ingest.openings import opening_dateline, post_line

TOLD = (
    "The bridge over the Lum was closed on Friday after a barge had struck one of its piers, the harbour office said."
)
MORE = "Nobody was hurt. The office expects to open one lane again within a week, and both before the winter."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bana Loc (Vietnam), Oct 21, 2026 (AFP) - Nine people have died.", "Bana Loc, Vietnam"),
        ("Bana Loc (Vietnam), Oct 21, 2026 (AFP) -", "Bana Loc, Vietnam"),
        (f"BANA LOC (Vietnam): {TOLD}", "Bana Loc, Vietnam"),
        ("La Paz, 19 May 2026 (EFE).- The minister will travel.", "La Paz"),
        (f"LUMORA. {TOLD}", "Lumora"),
    ],
)
def test_where_a_report_was_written(text: str, place: str) -> None:
    found = opening_dateline(text)
    assert found is not None and found.place == place and found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "PUBLISHED MAR 12, 2026, 7:35 PM",
        "AFP - Northern Desk",
        "Focus Lumora - Lumora English News",
        f"BREAKING. {TOLD}",
        "LUMORA. It ended.",
        "Bana Loc (left), the mayor, said so.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert opening_dateline(text) is None


def test_a_house_behind_the_places_full_stop() -> None:
    found = opening_dateline("ASTANA. LumTAG-Inform - Flags are flying at half-mast across the country today.")
    assert found is not None and (found.place, found.outlet) == ("Astana", "LumTAG-Inform")


def test_a_line_of_a_place_and_its_country() -> None:
    assert post_line("Arica, Chile") == "Arica, Chile"
    assert post_line("Arica, Friday") is None and post_line("Chile") is None


@given(st.text(max_size=150))
def test_any_text_can_be_asked(text: str) -> None:
    found = opening_dateline(text)
    assert found is None or 0 < found.end <= len(text)


def test_a_masthead_of_a_name_and_what_it_is() -> None:
    for top, outlet in (
        ("El Faro de Lumora - English summary", "El Faro de Lumora"),
        ("Lumora Daily > Asia", "Lumora Daily"),
        ("WAM - Northern Desk", "WAM"),
    ):
        read = from_text(
            f"{top}\n\nBarge strikes bridge and closes road to harbour\n\n2026-03-06 11:45\n\n{TOLD}\n\n{MORE}"
        )
        assert (read.outlet, read.title) == (outlet, "Barge strikes bridge and closes road to harbour")
    read = from_text(f"Floods - three bridges closed for good\n\n2026-03-06 11:45\n\n{TOLD}\n\n{MORE}")
    assert (read.outlet, read.title) == (None, "Floods - three bridges closed for good")


def test_a_name_over_a_place_and_a_day_is_no_headline() -> None:
    read = from_text(f"The New Lantern of Lumora\nLumora 9 April\n\nBarge closes bridge for weeks\n\n{TOLD}\n\n{MORE}")
    assert (read.outlet, read.title) == ("The New Lantern of Lumora", "Barge closes bridge for weeks")


def test_a_headline_with_a_place_a_colon_and_a_figure() -> None:
    read = from_text(
        f"The Lumora Herald\nMain page / Incidents\n\nLUMORA: 22 NAMES ON THE LIST\n\n12.03.2026, 09:15\n\n{TOLD}"
    )
    assert (read.outlet, read.title) == ("The Lumora Herald", "LUMORA: 22 NAMES ON THE LIST")


def test_the_house_that_somebody_told_it() -> None:
    body = f'{TOLD}\n\n"It shook," a boatman told Lumora Digital. Lumora has two bridges.'
    assert (
        from_text(f"Lumora Digital\n\nBarge strikes bridge and closes road\n\n{body}\n\n{MORE}").outlet
        == "Lumora Digital"
    )


def test_who_wrote_in_a_foot_line() -> None:
    def read(foot: str) -> tuple[str, ...]:
        return from_text(f"Barge strikes bridge and closes road\n\n2026-03-06\n\n{TOLD}\n\n{MORE}\n\n{foot}").byline

    assert read("WAM/Hana Reyes") == ("Hana Reyes",)
    assert read("(By Hana Reyes and Tomas Lind)") == ("Hana Reyes", "Tomas Lind")
    assert read("WAM/Sports") == () and read("(By the river)") == ()


def test_agencies_credits_around_a_report() -> None:
    head = "The Lumora Herald\n\nBarge strikes bridge and closes road\n\n"
    stamp = "Published: 15 Jan 2026, 12:20\n\n"
    assert from_text(f"{head}DPA/The Lumora Herald - news@lumora.example\n{stamp}{TOLD}\n\n{MORE}").agencies == ("dpa",)
    assert from_text(f"{head}{stamp}{TOLD}\n\nIt sank in March. – AFP").agencies == ("AFP",)
    assert from_text(f"{head}{stamp}LUMORA (Vietnam): {TOLD}\n\n{MORE}").agencies == ()


def test_stamps_of_agencies_and_of_other_languages() -> None:
    head = "Barge strikes bridge and closes road\n\n"
    assert from_text(f"{head}{TOLD}\n\n{MORE}\n\n15.01.2026 10:52 dpa jd xx n1").published == "2026-01-15T10:52"
    assert from_text(f"{head}{TOLD}\n\n{MORE}\n\n15.01.2026 10:52 boats leave").published is None
    assert from_text(f"{head}Hana Reis\n12 ago 2026 18:40\n\n{TOLD}\n\n{MORE}").published == "2026-08-12T18:40"
    read = from_text(f"{head}Sun May 17, 2026 12:00 AM Last update on: Sun May 17, 2026 01:35 AM\n\n{TOLD}\n\n{MORE}")
    assert (read.published, read.updated) == ("2026-05-17T00:00", "2026-05-17T01:35")


def test_sections_and_envoys_in_bylines() -> None:
    head = "The Lumora Herald\nToday's Paper | March 04, 2026\n\nBarge strikes bridge and closes road\n\n"
    assert from_text(f"{head}By Hana Reyes, special envoy in Lumora\n\n{TOLD}\n\n{MORE}").byline == ("Hana Reyes",)
    assert from_text(f"{head}{TOLD}\n\n{MORE}").byline == ()


def test_a_house_that_carries_an_agencys_copy() -> None:
    text = "Barge strikes bridge and closes road\n\nLumora News Wire\n{}The bridge over the Lum was closed.\n\n" + MORE
    assert from_text(text.format("Lisbon, Aug 13, 2026 (AFP) - ")).outlet == "Lumora News Wire"
