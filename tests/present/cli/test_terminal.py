from dataclasses import replace
from io import StringIO

import pytest

from tests.present.edition import record
from variorum.present.cli import drawing, terminal


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


def shown(**given: object) -> str:
    page = StringIO()
    terminal.show_record(record(**given).to_dict(), drawing.console(page))
    return page.getvalue()


def test_the_answer_comes_first() -> None:
    lines = [line.rstrip() for line in shown().splitlines()]
    assert lines[:3] == ["Ilves to meet Roan *today*", "Tue 13 Jan 2026", "2 reports, 2 outlets, 2 lineages, 1 origin"]
    assert lines[9] == "- Ilves and Roan met (S2)"
    assert lines[12] == "- Tue 13 Jan 2026: Ilves and Roan met in Brel (S1 S2)"
    assert lines[15] == "1. Is fishing on the agenda? on (S1) / off (S2)"


def test_sections_in_order() -> None:
    heads = [line.rstrip() for line in shown().splitlines() if line.isupper() and not line.startswith(" ")]
    assert heads == [
        "WHAT THE REPORTS AGREE ON",
        "WHAT HAPPENED",
        "WHERE THE REPORTS CLASH",
        "TIMELINE",
        "BACKGROUND",
        "WHERE THEY DIFFER",
        "WRITTEN IN MORE THAN ONE WAY",
        "ON THE AGENDA",
        "WHAT WAS SAID",
        "WHO",
    ]


def test_conflicts_stand_first_with_the_exact_words_and_the_reason() -> None:
    page = shown()
    assert page.rindex("1. Is fishing on the agenda?") < page.index("“Fishing is off the table”")
    assert page.index("1. Is fishing") < page.index("Conflict. One puts it on, the other off.")


def test_what_is_rather_no_difference_is_counted() -> None:
    doubtful = replace(record().differences[0], verdict="compatible", likeliness=0.3)
    page = shown(differences=(doubtful,))
    assert "WHERE THEY DIFFER" not in page
    assert "A trained comparison holds 1 more less likely than not" in page


def test_spellings_take_a_line_each_after_the_differences() -> None:
    page = shown()
    assert "What is the place called?" not in page
    assert page.index("Conflict.") < page.index("\n- Brel (S1 S2)\n")


def test_piped_text_has_neither_colour_nor_lines() -> None:
    page = shown()
    assert "\x1b" not in page
    assert not set("─│━┃╭╯") & set(page)


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Screen()
    terminal.show_record(record().to_dict(), drawing.console(screen))
    assert "\x1b[" in screen.getvalue()


def test_words_are_not_taken_for_markup() -> None:
    page = shown(failures=())
    assert "*today*" in page
    assert "[bold]" not in page


def test_long_words_wrap_within_eighty_columns() -> None:
    long = replace(record().timeline[0], what="a very long happening " * 30)
    page = shown(timeline=(long,))
    assert max(map(len, page.splitlines())) <= 80
    assert page[page.index("TIMELINE") :].split().count("happening") == 30


def test_an_empty_record_still_prints() -> None:
    sections = ("timeline", "quotes", "agenda", "differences", "silences", "claims", "lineage", "entities", "failures")
    assert "TIMELINE" not in shown(**dict.fromkeys(sections, ()))
