from __future__ import annotations

from variorum.ingest.blocks import blocks_of, unwrapped

WRAPPED = (
    "The ministers of Ardania and Belmora met on Tuesday to discuss fish-\n"
    "ing rights in the northern strait, a quarrel that both governments\n"
    "inherited from their predecessors.\n"
    "\n"
    "Short line one\n"
    "Short line two\n"
)


def test_hard_wrapped_lines_are_joined_and_short_lines_are_not() -> None:
    one, two, three = blocks_of(WRAPPED)
    assert one.text.startswith(
        "The ministers of Ardania and Belmora met on Tuesday to discuss fish-ing rights in the northern strait, a"
    )
    assert [two.text, three.text] == ["Short line one", "Short line two"]


def test_without_wraps_each_line_is_a_paragraph() -> None:
    text = (
        "The ministers met on Tuesday in Linda.\nThey spoke for two hours about fish.\nNobody else was in the room.\n"
    )
    assert [b.text for b in blocks_of(text)] == text.splitlines()


def test_an_indented_line_opens_a_paragraph() -> None:
    text = (
        "   LINDA -- The ministers of Ardania and Belmora met on Tuesday to\n"
        "discuss fishing rights in the strait, and they seemed to be content.\n"
        "   Both sides said that the talks had been useful and that they would\n"
        "go on in March.\n"
    )
    assert [b.text.split()[0] for b in blocks_of(text)] == ["LINDA", "Both"]


def test_a_hanging_hyphen_keeps_its_space() -> None:
    text = "They spoke of mid-\nand long-term plans."
    assert unwrapped(text, 0, len(text)).text == "They spoke of mid- and long-term plans."


def test_no_break_spaces_are_white_space() -> None:
    text = "met\u00a0 on\u202fTuesday"
    block = unwrapped(text, 0, len(text))
    assert block.text == "met on Tuesday"
    assert text[block.offsets[7] : block.offsets[14]] == "Tuesday"


def test_old_line_ends_are_line_ends() -> None:
    assert [b.text for b in blocks_of("One line.\rAnother line.\r\n\r\nA third.")] == [
        "One line.",
        "Another line.",
        "A third.",
    ]


def test_a_cut_keeps_the_way_back() -> None:
    text = "LINDA -  The ministers met."
    left, right = unwrapped(text, 0, len(text)).cut(8)
    assert (left.text, right.text) == ("LINDA -", "The ministers met.")
    assert text[right.span.start : right.span.end] == "The ministers met."


def test_markdowns_marks_are_not_read_and_belong_to_the_block() -> None:
    text = "## Ministers *meet*\n\n**LINDA (AP)** — They met [in Linda](https://example.org/a).\n\n> *Ana Kovel*\n"
    head, body, quoted = blocks_of(text)
    assert [b.text for b in (head, body, quoted)] == ["Ministers meet", "LINDA (AP) — They met in Linda.", "Ana Kovel"]
    spans = [text[b.span.start : b.span.end] for b in (head, body, quoted)]
    assert spans == [*text.split("\n\n")[:2], "> *Ana Kovel*"]
    for b in (head, body, quoted):
        assert "".join(text[place] for place in b.offsets[:-1]) == b.text


def test_a_cut_between_marks_loses_none() -> None:
    text = "**LINDA —** **They** met."
    [block] = blocks_of(text)
    spans = [p.span for p in block.cut(len("LINDA — "))]
    assert [text[s.start : s.end] for s in spans] == ["**LINDA —**", "**They** met."]


def test_stars_and_lines_that_mark_nothing_stay() -> None:
    for text in ("2 * 3 * 4", "snake_case_name", "# # #", "* a point", "#1 in the list", "a ** b ** c"):
        assert [b.text for b in blocks_of(text)] == [text]
