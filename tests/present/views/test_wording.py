from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.present.views.wording import Stretch, collate, emphasize, quoted, rounded_off


def differing(stretches: tuple[Stretch, ...]) -> list[str]:
    return [s.text for s in stretches if s.differs]


def test_only_the_words_that_differ_are_marked() -> None:
    base, other = collate(["The sea is a road, not a wall", "The sea is a bridge, not a wall"])
    assert differing(base) == ["road"]
    assert differing(other) == ["bridge"]


def test_marks_of_quotation_case_and_line_breaks_are_no_difference() -> None:
    base, other = collate(['"The sea\nis a road,"', "“the sea is a road”"])
    assert differing(base) == differing(other) == []


def test_an_editors_brackets_are_a_difference() -> None:
    base, other = collate(["we will open it", "we will open [the ferry]"])
    assert differing(base) == ["it"]
    assert differing(other) == ["[the ferry]"]


def test_the_base_marks_what_any_other_lacks() -> None:
    base, second, third = collate(["calm and frank talks", "frank talks", "calm talks"])
    assert differing(base) == ["calm and frank"]
    assert differing(second) == differing(third) == []


@given(st.lists(st.text(alphabet="ab ,“'[]\n", max_size=30), min_size=1, max_size=4))
def test_no_wording_loses_a_character(wordings: list[str]) -> None:
    for wording, stretches in zip(wordings, collate(wordings), strict=True):
        assert "".join(s.text for s in stretches) == " ".join(wording.split())


def test_a_value_is_marked_as_a_whole_word_only() -> None:
    assert differing(emphasize("On Monday it stays on the table", "on")) == ["On", "on"]
    assert differing(emphasize("Nothing of it here", "it is")) == []
    assert emphasize("as it was", "") == (Stretch("as it was", False),)


def test_an_answer_is_marked_without_who_gives_it() -> None:
    assert differing(emphasize("She blamed the weather for it", "the weather (the minister)")) == ["the weather"]


def test_an_answer_in_other_words_is_marked_by_its_longest_run() -> None:
    assert differing(emphasize("The right number is 36.", "Thirty-six of the survivors")) == ["36"]
    assert differing(emphasize("Some 300 came, and 20 left", "about 300 people")) == ["300"]
    assert differing(emphasize("They were never raised", "not raised")) == ["raised"]
    assert differing(emphasize("He came in 2020 or 2021", "36 of them")) == []
    assert differing(emphasize("Of the two, two left for the two towns", "two boats")) == []
    assert differing(emphasize("High waves had caused the disaster", "the weather")) == []


def test_only_a_long_clause_is_taken_to_have_been_cut() -> None:
    assert rounded_off("the town they came to") == "the town they came to"
    long = "the leaders of both countries sat down for talks in the"
    assert rounded_off(long) == "the leaders of both countries sat down for talks …"


def test_a_mark_whose_partner_stands_outside_a_passage_gives_way_to_ours() -> None:
    assert quoted('"The ship carried ten.') == "“The ship carried ten.”"
    assert quoted("We saw ten.”") == "“We saw ten.”"
    assert quoted('"Ten," he said.') == '“"Ten," he said.”'
    assert quoted('It was so," he said.') == '“It was so," he said.”'
