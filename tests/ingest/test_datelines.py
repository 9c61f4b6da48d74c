from __future__ import annotations

import pytest

from variorum.ingest.datelines import dateline, labelled_dateline, place_name, post_of

THEN = " The ministers met on Tuesday."


@pytest.mark.parametrize(
    ("line", "place", "day", "sources", "outlet"),
    [
        ("SEOUL, Jan 9, 2026 (BSS/AFP) -", "Seoul", (2026, 1, 9), ("BSS", "AFP"), None),
        ("NARA, Japan (AP) —", "Nara, Japan", None, ("AP",), None),
        ("Linda, January 14, 2026 – The Linda Times:", "Linda", (2026, 1, 14), (), "The Linda Times"),
        ("Islamabad, Jan 5, 2026 – Daily Example:", "Islamabad", (2026, 1, 5), (), "Daily Example"),
        ("LONDON (Reuters) -", "London", None, ("Reuters",), None),
        ("WASHINGTON, March 3 --", "Washington", (None, 3, 3), (), None),
        ("LONDON, March 3 (Reuters) -", "London", (None, 3, 3), ("Reuters",), None),
        ("SEOUL/TOKYO (Reuters) -", "Seoul/Tokyo", None, ("Reuters",), None),
        ("Seoul, Jan. 9 (Yonhap) --", "Seoul", (None, 1, 9), ("Yonhap",), None),
        ("MOSCOW. Jan 9 (Interfax) -", "Moscow", (None, 1, 9), ("Interfax",), None),
        ("MOSCOW, January 9. /TASS/.", "Moscow", (None, 1, 9), ("TASS",), None),
        ("WASHINGTON (CNN)", "Washington", None, ("CNN",), None),
        ("BEIJING (Xinhua) --", "Beijing", None, ("Xinhua",), None),
        ("SEOUL, January 13 (AJP) -", "Seoul", (None, 1, 13), ("AJP",), None),
        ("PARIS —", "Paris", None, (), None),
        ("PARIS •", "Paris", None, (), None),
        ("PARIS, France:", "Paris, France", None, (), None),
        ("Kathmandu [Nepal], April 14 (ANI):", "Kathmandu", (None, 4, 14), ("ANI",), None),
        ("PARIS (via EFE) —", "Paris", None, ("EFE",), None),
        ("NEW DELHI:", "New Delhi", None, (), None),
        ("Paris, France –", "Paris, France", None, (), None),
        ("RIO DE JANEIRO —", "Rio de Janeiro", None, (), None),
        ("NAIROBI, Kenya —", "Nairobi, Kenya", None, (), None),
        ("UNITED NATIONS, Jan 13 (Xinhua) --", "United Nations", (None, 1, 13), ("Xinhua",), None),
        ("GENEVA/TUNIS, 13 January 2026 –", "Geneva/Tunis", (2026, 1, 13), (), None),
        ("TOKYO, Tuesday, January 13 —", "Tokyo", (None, 1, 13), (), None),
        ("PORT ARDA, Ardania (The Linda Times) —", "Port Arda, Ardania", None, ("The Linda Times",), None),
        ("Tehran, IRNA, Jan 30, 2026, 07:15 –", "Tehran", (2026, 1, 30), ("IRNA",), None),
        ("Moscow, Russia, TASS, October 5 –", "Moscow, Russia", (None, 10, 5), ("TASS",), None),
        ("Hanoi, May 3, 2026, 14:20 –", "Hanoi", (2026, 5, 3), (), None),
        ("(Reuters) -", None, None, ("Reuters",), None),
        ("TASS, January 9.", None, (None, 1, 9), ("TASS",), None),
    ],
)
def test_common_datelines(
    line: str, place: str | None, day: tuple[int | None, int, int] | None, sources: tuple[str, ...], outlet: str | None
) -> None:
    found = dateline(line + THEN)
    assert found is not None
    assert (line + THEN)[: found.end].rstrip() == line
    assert (found.place, found.credits, found.outlet) == (place, sources, outlet)
    assert (found.date and (found.date.year, found.date.month, found.date.day)) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Ardania - which has no coast - sent a minister.",
        "Belmora — The Strait Nation, as it calls itself — sent two.",
        "NATO — Nations of the alliance — stayed away.",
        "Kovel (R) shakes hands with her guest.",
        "Kovel (left) shakes hands with her guest.",
        "President Kovel, January 13 - The day of her life.",
        "Ardania (population 3 million) - The smallest of them.",
        "UPDATE: The talks are over.",
        "EXCLUSIVE — The talks are over.",
        "Kovel: The talks are over.",
        "In Linda, January 13 - The talks began.",
        "On January 13, 2026 – The talks began.",
        "Democratic Party (DPA) - The smaller one - lost.",
        "Most had left — Kovel was the last — by night.",
        "London is far from here. Paris - Not so far.",
    ],
)
def test_sentences_that_only_look_so(sentence: str) -> None:
    found = dateline(sentence)
    assert found is None


def test_places_in_capitals_are_written_as_read() -> None:
    assert place_name("ST. PETERSBURG") == "St. Petersburg"
    assert place_name("WASHINGTON, D.C.") == "Washington, D.C."


def test_a_town_with_a_full_stop_wants_a_known_town_and_a_sentence() -> None:
    found = dateline("ALMATY. Tank wagons rolled across the border on Saturday for the first time since autumn.")
    assert found is not None and (found.place, found.strong) == ("Almaty", False)
    assert dateline("ALMATY. Nobody came.") is None
    assert dateline("TOMORROW. Tank wagons will roll across the border for the first time since the autumn.") is None


def test_a_labelled_or_lone_place() -> None:
    assert labelled_dateline("DATELINE: NAIROBI") == "Nairobi"
    assert labelled_dateline("DEADLINE: NAIROBI") is None
    assert (post_of("TALLINN"), post_of("Paris, France"), post_of("paris"), post_of("UTC")) == (
        "Tallinn", "Paris, France", None, None,
    )  # fmt: skip
