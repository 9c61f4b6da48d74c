from __future__ import annotations

import pytest

from tests import factory
from variorum.ingest.blocks import Block
from variorum.ingest.stamps import stamp_line


def block(text: str) -> Block:
    paragraph = factory.paragraph(text)
    return Block(paragraph.text, paragraph.offsets)


@pytest.mark.parametrize(
    ("line", "stamps"),
    [
        ("13.01.2026", [(None, "2026-01-13")]),
        (
            "Posted : January 13, 2026, 06:12 Updated : January 13, 2026, 06:40",
            [("published", "2026-01-13T06:12"), ("updated", "2026-01-13T06:40")],
        ),
        ("Last modified on Tue 13 Jan 2026 08.10 GMT", [("updated", "2026-01-13T08:10+00:00")]),
        ("Published On 13 Jan 2026", [("published", "2026-01-13")]),
        ("First published: 13 January 2026", [("published", "2026-01-13")]),
        ("January 13, 2026 10:15 AM UTC · Updated 3 hours ago", [(None, "2026-01-13T10:15+00:00")]),
        ("13 January 2026 | 3 min read", [(None, "2026-01-13")]),
        ("Updated 5 hours ago", []),
        ("4 min read", []),
    ],
)
def test_stamp_lines(line: str, stamps: list[tuple[str | None, str]]) -> None:
    found = stamp_line(block(line))
    assert found is not None
    assert [(s.role, s.iso) for s in found.stamps] == stamps


def test_a_byline_before_and_a_name_behind_are_cut_off() -> None:
    found = stamp_line(block("By Kim Na-ri Posted : January 13, 2026, 06:12 | The Linda Times"))
    assert found is not None and found.before is not None and found.after is not None
    assert (found.before.text, found.stamp.text, found.after.text) == (
        "By Kim Na-ri",
        "Posted : January 13, 2026, 06:12",
        "| The Linda Times",
    )


@pytest.mark.parametrize(
    "line",
    [
        "On January 13, 2026, the ministers met in Linda.",
        "The treaty of 13 January 2026 and its children",
        "Ministers met on January 13, 2026",
        "Fish prices doubled in 2026",
        "Three ministers, two hours",
    ],
)
def test_sentences_and_headlines_with_a_date_are_no_stamps(line: str) -> None:
    assert stamp_line(block(line)) is None
