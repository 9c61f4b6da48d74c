from __future__ import annotations

import datetime as dt

from variorum.ingest import complete_years, from_text
from variorum.model.article import Article

BODY = (
    "Foreign Minister Ana Kovel of Ardania met her colleague from Belmora "
    "in Linda on Tuesday to speak about the Northern Strait."
)


def undated(day: str) -> Article:
    return from_text(f"LINDA, {day} (Reuters) - {BODY}", path="undated.txt")


def test_a_dateline_takes_the_year_of_the_report_that_speaks_of_the_same() -> None:
    like = from_text(BODY, published="2026-01-02", path="like.txt")
    other = from_text(
        "Horse races were won by Blue Boy and Old Harry at Ascot.", published="2019-01-02", path="other.txt"
    )
    done = complete_years([other, undated("Dec. 31"), like])
    assert [a.path for a in done] == ["other.txt", "undated.txt", "like.txt"]
    assert done[1].published == "2025-12-31"
    assert done[1].dateline is not None and done[1].dateline.date == dt.date(2025, 12, 31)
    assert done[1].id == undated("Dec. 31").id
    assert (done[0], done[2]) == (other, like)


def test_without_a_neighbour_it_stays_undated() -> None:
    other = from_text("Horse races were won by Blue Boy and Old Harry at Ascot.", published="2019-01-02")
    assert complete_years([undated("Dec. 31"), other])[0].published is None
    assert complete_years([undated("Dec. 31")])[0].published is None
    assert complete_years([]) == []


def test_a_stamp_takes_the_year_of_its_neighbour_and_keeps_its_clock() -> None:
    like = from_text(BODY, published="2026-01-02", path="like.txt")
    bare = from_text(f"Ministers meet over the strait\n\nPublished: 31 December, 14:20\n\n{BODY}", path="bare.txt")
    assert bare.published is None
    assert complete_years([bare, like])[0].published == "2025-12-31T14:20"


def test_a_full_date_near_by_in_the_report_gives_the_year() -> None:
    near = f"31 December\n\nMinisters meet over the strait\n\n{BODY} They will meet again on January 9, 2026."
    far = near.replace("January 9, 2026", "July 9, 2026")
    assert complete_years([from_text(near)])[0].published == "2025-12-31"
    assert complete_years([from_text(far)])[0].published is None


def test_the_line_of_rights_gives_the_year() -> None:
    text = f"Tuesday 13 January\n\nMinisters meet over the strait\n\n{BODY}\n\n© 2026 Linda Post. All rights reserved."
    assert from_text(text).published == "2026-01-13"
