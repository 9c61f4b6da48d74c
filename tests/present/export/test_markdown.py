import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.present.edition import FIRST, record
from variorum.model.record import Independence
from variorum.present.export.markdown import escape, render

PAGE = render(record().to_dict())
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def shown(markdown: str) -> str:
    """The text that a reader of the rendered document sees."""
    return "".join(
        child.content
        for token in READER.parse(markdown)
        for child in token.children or ()
        if child.type in ("text", "code_inline", "text_special")
    )


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_escaped_words_read_as_they_were(words: str) -> None:
    line = " ".join(words.split())
    assert shown(escape(words)) == line
    assert all(t.type in ("paragraph_open", "inline", "paragraph_close") for t in READER.parse(escape(words)))


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_escaped_words_stay_in_their_cell(words: str) -> None:
    tokens = READER.parse(f"| a | b |\n|---|---|\n| {escape(words)} | end |\n")
    cells = [t for t in tokens if t.type == "td_open"]
    assert len(cells) == 2


def test_every_section_stands_once_in_order() -> None:
    titles = re.findall(r"^## (.*)$", PAGE, re.MULTILINE)
    assert titles == [
        "What the reports agree on",
        "In short",
        "Timeline",
        "Background",
        "Where they differ",
        "On the agenda",
        "What was said",
        "Who and where",
        "What only one report says",
        "Who leaves out what",
        "Reports",
        "Not read",
    ]


def test_what_is_rather_no_difference_has_a_section_of_its_own() -> None:
    doubtful = replace(record().differences[0], verdict="compatible", likeliness=0.3)
    page = render(record(differences=(doubtful,)).to_dict())
    assert "## Where they perhaps differ" in page
    assert "## Where they differ" not in page


def test_a_cite_gives_siglum_and_range() -> None:
    start = FIRST.text.index("Fishing is on the agenda")
    assert f"“Fishing is on the agenda” [S1:{start}-{start + 24}]" in PAGE


def test_conflicts_come_before_what_is_compatible() -> None:
    assert PAGE.index("1. **Is fishing on the agenda?** Conflict.") < PAGE.index("2. **What is the place called?**")


def test_title_cannot_format_the_page() -> None:
    assert PAGE.startswith("# Ilves to meet Roan \\*today\\*\n")
    assert "Talks in Brel \\| no deal" in PAGE


def test_the_agenda_has_a_column_a_report() -> None:
    assert "| Topic | S1 | S2 |" in PAGE
    assert re.search(r"^\| Fishing \| on \(says an aide\) \[S1:\d+-\d+\] \| off \[S2:\d+-\d+\] \|$", PAGE, re.MULTILINE)


def test_variants_stand_under_one_speaker_with_the_occasion() -> None:
    said = PAGE[PAGE.index("## What was said") : PAGE.index("## Who and where")]
    assert "- **Mara Ilves**" in said
    assert "“We will talk,”" in said
    assert "“We shall talk.”, told Radio One" in said
    assert "wording and occasion differ" in said


@pytest.mark.parametrize("section", ["differences", "agenda", "quotes", "timeline", "failures", "silences", "lineage"])
def test_an_empty_section_leaves_no_heading(section: str) -> None:
    page = render(record(**{section: ()}).to_dict())
    assert page.count("## ") < PAGE.count("## ") or section == "lineage"
    assert "\n\n\n" not in page


def test_a_lone_report_is_not_said_to_stand_apart() -> None:
    empty = dict.fromkeys(
        ("timeline", "quotes", "agenda", "differences", "silences", "lineage", "entities", "summary"), ()
    )
    alone = record(articles=(FIRST,), independence=Independence(1, 1, 1, 1, ()), claims=record().claims[:1], **empty)
    assert "What only one report says" not in render(alone.to_dict())


def test_same_record_same_bytes() -> None:
    assert render(record().to_dict()) == PAGE
