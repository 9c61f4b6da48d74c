"""Facts of reports as newsrooms of many lands print them: mastheads, credits, bylines, datelines, stamps."""

from __future__ import annotations

from typing import Any

import pytest

from variorum.ingest import from_text

T = "Two ferries meet in fog off Linda"
B = """Two ferries met in the strait of Linda on Monday, and neither was damaged, the harbour master said.

Both sailed on after an hour, and an inquiry was opened."""
CASES: list[tuple[str, dict[str, Any]]] = [  # (text, {fact: value})
    # --- an agency's own report credits itself
    (
        f"Saudi Press Agency\n\n{T}\n\n8 May 2026\n\n{B}\n",
        {"outlet": "Saudi Press Agency", "agencies": ("SPA",), "title": T},
    ),
    (f"{T}\n\n8 May 2026\n\nLINDA, May 8 (Xinhua) -- {B}\n", {"outlet": "Xinhua", "agencies": ("Xinhua",)}),
    (f"KUNA\n\n{T}\n\nKUWAIT, May 8 (KUNA) -- {B}\n", {"outlet": "KUNA", "agencies": ("KUNA",)}),
    (
        f"Lao News Agency - KPL\n\n{T}\n\n24/04/2026 08:30\n\n(KPL) {B}\n",
        {"outlet": "Lao News Agency", "agencies": ("KPL",), "title": T, "published": "2026-04-24T08:30"},
    ),
    (
        f"Ghana News Agency (GNA)\n\n{T}\n\nAccra, May 8, GNA - {B}\n",
        {"outlet": "Ghana News Agency", "agencies": ("GNA",), "title": T},
    ),
    (
        f"WAFA - Palestinian News Agency\n\n{T}\n\nRAMALLAH, May 8, 2026 (WAFA) - {B}\n",
        {"outlet": "WAFA", "agencies": ("WAFA",), "title": T},
    ),
    (
        f"The Linda Herald\n\n{T}\n\nLINDA, May 8, 2026 (Yonhap) -- {B}\n",
        {"outlet": "The Linda Herald", "agencies": ("Yonhap",)},
    ),
    (f"Anadolu Agency\n\n{T}\n\n8 May 2026\n\nLINDA (AFP) - {B}\n", {"agencies": ("AFP",)}),
    (f"DW\n\n{T}\n\n8 May 2026\n\n{B}\n", {"outlet": "DW", "agencies": ()}),
    (f"14 JUN, 21:40\n\n{T}\n\nLINDA, June 14. /TASS/. {B}\n", {"outlet": "TASS", "agencies": ("TASS",), "title": T}),
    (
        f"RIA Novosti\n\n05.02.2026 18:32 (Moscow time)\n\n{T}\n\nLINDA, 5 Feb - RIA Novosti. {B}\n",
        {"outlet": "RIA Novosti", "agencies": ("RIA Novosti",), "title": T, "published": "2026-02-05T18:32"},
    ),
    # --- credits
    (f"The Linda Times\n\n{T}\n\n8 May 2026\n\n{B} AFP\n", {"agencies": ("AFP",)}),
    (f"The Linda Times\n\n{T}\n\n8 May 2026\n\n{B} AP, AFP\n", {"agencies": ("AP", "AFP")}),
    (f"ABC News\n\n{T}\n\n8 May 2026\n\n{B}\n\nABC/Reuters\n", {"agencies": ("Reuters",)}),
    (f"DW\n\n{T}\n\n8 May 2026\n\n{B}\n\nrt/wmr (AP, dpa)\n", {"agencies": ("AP", "dpa")}),
    (f"CNA\n\n{T}\n\n8 May 2026\n\n{B}\n\nSource: AFP/zl\n", {"agencies": ("AFP",)}),
    (f"CNA\n\n{T}\n\n8 May 2026\n\n{B}\n\nSource: Reuters/fh(gs)\n", {"agencies": ("Reuters",)}),
    (
        f"France 24\n\n{T}\n\nIssued on: 10/03/2026 - 07:15\n\nTwo ferries met off Linda and sailed on.\n\n"
        f"By: FRANCE 24 with AFP\n\n{B}\n\n(AFP)\n",
        {"outlet": "France 24", "agencies": ("AFP",), "title": T, "published": "2026-03-10T07:15", "byline": ()},
    ),
    (f"The Linda Times\n\n{T}\n\n8 May 2026\n\n{B}\n\nWith AFP and Reuters\n", {"agencies": ("AFP", "Reuters")}),
    # not
    (f"The Linda Times\n\n{T}\n\n8 May 2026\n\n{B} They learned it from AFP.\n", {"agencies": ()}),
    (f"The Linda Times\n\n{T}\n\n8 May 2026\n\n{B} Nobody told the AP\n", {"agencies": ()}),
    # --- mastheads
    (
        f"PULAU POST\nKamis, 11 September 2025 | English edition\n\n{T}\n\nBy Ana Kovel\n\nAMBON - {B}\n",
        {"outlet": "PULAU POST", "title": T, "place": "Ambon", "published": "2025-09-11", "byline": ("Ana Kovel",)},
    ),
    (
        f"Suara Linda\nSelasa, 12 Mei 2026\n\n{T}\n\n{B}\n",
        {"outlet": "Suara Linda", "title": T, "published": "2026-05-12"},
    ),
    (
        f"Gazeta Lindska\nwtorek, 12 maja 2026\n\n{T}\n\n{B}\n",
        {"outlet": "Gazeta Lindska", "title": T, "published": "2026-05-12"},
    ),
    (
        f"De Lindse Bode\ndinsdag 12 mei 2026\n\n{T}\n\n{B}\n",
        {"outlet": "De Lindse Bode", "title": T, "published": "2026-05-12"},
    ),
    (
        f"KBC Digital\n\n{T}\n\nPosted on April 16, 2026 at 10:34 pm by PPS\n\n{B}\n",
        {"outlet": "KBC Digital", "title": T, "published": "2026-04-16T22:34"},
    ),
    (
        f"TSA - Tout sur l'Algérie\nEnglish section | 05 June 2025 at 20:41\n\n{T}\n\n"
        f"By Ana Kovel, special correspondent in Naples\n\n{B}\n",
        {"outlet": "TSA", "title": T, "byline": ("Ana Kovel",)},
    ),
    (
        f"24.kg - Bishkek - 14 June 2026, 11:48\n\n{T}\n\nBy Ana Kovel\n\n{B}\n",
        {"outlet": "24.kg", "title": T, "byline": ("Ana Kovel",), "published": "2026-06-14T11:48", "place": "Bishkek"},
    ),
    (
        f"SRNA - News Agency of Republika Srpska\n\nLINDA - HARBOUR OFFICE TAKES OVER; NOBODY HURT\n\n"
        f"Linda, March 9 /SRNA/ - {B}\n",
        {"outlet": "SRNA", "agencies": ("SRNA",), "title": "LINDA - HARBOUR OFFICE TAKES OVER; NOBODY HURT"},
    ),
    (
        f"ANGOP - Angola Press Agency\nLuanda, Monday, 4 May 2026 - 15h12\n\n{T}\n\nLuanda - {B}\n",
        {"outlet": "ANGOP", "agencies": ("ANGOP",), "title": T, "place": "Luanda", "published": "2026-05-04T15:12"},
    ),
    (
        f"BURUNDI PRESS AGENCY (ABP)\n\n{T}\n\nBUJUMBURA, May 6th (ABP) - {B}\n",
        {"outlet": "Burundi Press Agency", "agencies": ("ABP",), "title": T},
    ),
    (
        f"Asharq Al-Awsat\n\n{T}\n\nRome: Asharq Al-Awsat\n5 June 2025 AD ـ 09 Dhul Hijjah 1446 AH\n\n{B}\n",
        {"outlet": "Asharq Al-Awsat", "title": T, "place": "Rome", "published": "2025-06-05"},
    ),
    (
        f"Hespress English\n\n{T}\n\nAna Kovel\nThursday 5 June 2025 - 14:26\n\nRabat - {B}\n",
        {"outlet": "Hespress English", "title": T, "byline": ("Ana Kovel",), "place": "Rabat"},
    ),
    (
        f"{T}\n\nNovinky English\n31. 8. 2026, 16:45\nJan Kovel, Brno\n\n{B}\n",
        {"outlet": "Novinky English", "title": T, "byline": ("Jan Kovel",), "published": "2026-08-31T16:45"},
    ),
    (
        f"Pacific / Politics\n\n{T}\n\n5:48 pm on 11 March 2026\n\nAna Kovel, RNZ Pacific Journalist\n\n{B}\n",
        {"outlet": "RNZ Pacific", "title": T, "byline": ("Ana Kovel",)},
    ),
    (
        f"The Reporter\nAddis Ababa\n18 April 2026\n\n{T}\n\nBy Ana Kovel\n\n{B}\n",
        {"outlet": "The Reporter", "title": T, "byline": ("Ana Kovel",)},
    ),
    (f"TASS, 20 February, 11:14\n\n{T}\n\nMOSCOW, February 20. /TASS/. {B}\n", {"outlet": "TASS", "title": T}),
    # --- titles
    (f"URGENT: {T}\n\nLINDA, May 8, 2026 (AFP) - {B}\n", {"title": f"URGENT: {T}"}),
    (
        f"Tanjug\n\nHarbour master opens inquiry, ferries sail on - MUP\n\n10.03.2026 | 09:40\n\nBELGRADE - {B}\n",
        {"title": "Harbour master opens inquiry, ferries sail on - MUP", "outlet": "Tanjug"},
    ),
    (f"{T} early on Monday - JCS\n\nSEOUL, May 8 (Yonhap) -- {B}\n", {"title": f"{T} early on Monday - JCS"}),
    (f"{T} early on Monday - BBC News\n\n8 May 2026\n\n{B}\n", {"title": f"{T} early on Monday", "outlet": "BBC News"}),
    (
        f"Lost Together, Found Apart: How Two Ferries Met\n\nBy Ana Kovel\n8 May 2026\n\n{B}\n",
        {"title": "Lost Together, Found Apart: How Two Ferries Met", "byline": ("Ana Kovel",)},
    ),
    (
        f'The Linda Times\n\nLinda takes note of the claim; Orsa "as it stands"\n\n8 May 2026\n\n{B}\n',
        {"title": 'Linda takes note of the claim; Orsa "as it stands"'},
    ),
    # --- bylines
    (
        f"The Linda Times\n\n{T}\n\ndi Anna Kovel\nRome, 7 June 2025\n\n{B}\n",
        {"byline": ("Anna Kovel",), "place": "Rome", "published": "2025-06-07"},
    ),
    (
        f"The Linda Times\n\n{T}\n\nOleh Arya Kovel\n7 Juni 2025\n\n{B}\n",
        {"byline": ("Arya Kovel",), "published": "2025-06-07"},
    ),
    (f"The Linda Times\n\n{T}\n\nText: Olav Kovel, Vadsø\n\n{B}\n", {"byline": ("Olav Kovel",)}),
    (f"The Linda Times\n\n{T}\n\nText and photos: Olav Kovel\n\n{B}\n", {"byline": ("Olav Kovel",)}),
    (
        f"ABC News\n\n{T}\n\nBy South-East Asia correspondent Ana Kovel in Ambon\n"
        f"Posted Fri 8 May 2026 at 5:20pm, updated Fri 8 May 2026 at 9:48pm\n\n{B}\n",
        {"byline": ("Ana Kovel",), "published": "2026-05-08T17:20", "updated": "2026-05-08T21:48"},
    ),
    (f"The Linda Times\n\n{T}\n\nBy political editor Ana Kovel\n8 May 2026\n\n{B}\n", {"byline": ("Ana Kovel",)}),
    (
        f"The Linda Times\n\n{T}\n\nBy Senior Reporter John Roe in Sofia\n8 May 2026\n\n{B}\n",
        {"byline": ("John Roe",)},
    ),
    (
        f"The Linda Post\n\n{T}\n\nArya Kovel and Nina Roe\nThe Linda Post\nPREMIUM\n"
        f"Linda/Ambon ● Wed, September 17, 2025\n\n{B}\n",
        {
            "outlet": "The Linda Post",
            "byline": ("Arya Kovel", "Nina Roe"),
            "place": "Linda/Ambon",
            "published": "2025-09-17",
            "title": T,
        },
    ),
    (
        f"The Linda Tribune\n\n{T}\n\nRita Sol and Budi Kovel\nJakarta/Ruteng\nFri, March 6, 2026\n\n{B}\n",
        {"byline": ("Rita Sol", "Budi Kovel"), "published": "2026-03-06"},
    ),
    (
        f"Linda Daily\n\n{T}\n\nRita Sol & John Roe\nBarhabise, Sindhupalchok\n"
        f"Published at : July 9, 2026 08:05\n\n{B}\n",
        {"byline": ("Rita Sol", "John Roe")},
    ),
    (
        f"Khmer Times\n\n{T}\n\nApril 24, 2026\nJohn Roe / Khmer Times\n\n{B}\n",
        {"byline": ("John Roe",), "outlet": "Khmer Times"},
    ),
    (
        f"{T}\n\nBy Ana Kovel\nBBC News, Jakarta\n5 March 2026\n\n{B}\n",
        {"outlet": "BBC News", "byline": ("Ana Kovel",), "place": "Jakarta"},
    ),
    (
        f"{T}\n\nBy John Roe & Ana Kovel\nBBC News, Kathmandu and London\n10 July 2026\n\n{B}\n",
        {"outlet": "BBC News", "byline": ("John Roe", "Ana Kovel")},
    ),
    # --- stamps
    (
        f"{T}\n\nBy ANA KOVEL\nUpdated 7:41 PM CEST, August 30, 2026\n\nLINDA, Ardania (AP) — {B}\n",
        {"published": "2026-08-30", "updated": "2026-08-30T19:41+02:00"},
    ),
    (
        f"ANDINA - Peru News Agency\n\n{T}\n\n14:50 | Lima, May 13 (2026).\n\n{B}\n",
        {"published": "2026-05-13", "place": "Lima", "outlet": "Andina", "title": T},
    ),
    (f"The Linda Times\n\n{T}\n\nAmbon, Kamis (11/9/2025)\n\n{B}\n", {"place": "Ambon", "published": "2025-09-11"}),
    (f"The Linda Times\n\n{T}\n\nSept 17, 2025 9:05 am WIB\n\n{B}\n", {"published": "2025-09-17T09:05+07:00"}),
    (
        f"The Linda Times\n\n{T}\n\nLast modified on Tue 5 May 2026 17.20 BST\n\n{B}\n",
        {"updated": "2026-05-05T17:20+01:00"},
    ),
    # what must be left alone
    (f'The Linda Times\n\n{T}\n\n8 May 2026\n\n{B}\n\n"Ask the AP/Reuters pool," he said.\n', {"agencies": ()}),
    (
        f"Author of Flagship Novel Dies at 80\n\nBy Ana Kovel\n8 May 2026\n\n{B}\n",
        {"byline": ("Ana Kovel",), "title": "Author of Flagship Novel Dies at 80"},
    ),
    (f"Bill English\n\n{T}\n\n8 May 2026\n\n{B}\n", {"title": T}),
    (
        f"{T}\n\nFirst published 7 May 2026\nUpdated 8 May 2026\n\n{B}\n",
        {"published": "2026-05-07", "updated": "2026-05-08"},
    ),
    (f"EXCLUSIVE: {T}\n\n8 May 2026\n\n{B}\n", {"title": T}),
    (f"The Linda Times\n\n{T}\n\nPeter Hall and Mary Stone\n\n{B} Peter Hall was on board.\n", {"byline": ()}),
]


@pytest.mark.parametrize(("text", "facts"), CASES, ids=range(len(CASES)))
def test_facts(text: str, facts: dict[str, Any]) -> None:
    read = from_text(text)
    place = read.dateline.place if read.dateline else None
    found = {key: place if key == "place" else getattr(read, key) for key in facts}
    assert found == facts
