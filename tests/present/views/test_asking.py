from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.present.views.asking import asked


@pytest.mark.parametrize(
    ("question", "answers", "shown"),
    [
        ("How many: Three people were detained?", ["Three people", "five"], "How many people were detained?"),
        ("How many: killing at least 12 sailors?", ["at least 12 sailors"], "Killing how many sailors?"),
        ("How many: Five of the dead were guests?", ["Five of the dead"], "How many of the dead were guests?"),
        ("How much: It flew about 420 miles?", ["about 420 miles (the navy)", "680 km"], "It flew how many miles?"),
        ("How much: it stood at $310 million in May?", ["310 million"], "It stood at how much in May?"),
        ("How long: they met for two …?", ["two and a half hours", "a day"], "They met for how long?"),
        ("At what hour: it sank at around 2 a.m.?", ["around 2 a.m."], "It sank at what hour?"),
        ("At what hour: all were out by 10 p.m.?", ["10 p.m."], "All were out by what hour?"),
        ("When: they last met in March at the lake?", ["March", "March 19"], "They last met when at the lake?"),
        ("When: talks have been stalled since 2019?", ["2019"], "Talks have been stalled since when?"),
        ("Where: the talks began in Halden on the coast …?", ["Halden"], "The talks began where on the coast …?"),
    ],
)
def test_a_clause_asks_for_the_answer_in_its_place(question: str, answers: list[str], shown: str) -> None:
    assert asked(question, answers) == shown


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("How many died?", ["31", "34 people"]),
        ("How much: 240 million euros or 260 million euros?", ["240 million euros", "260 million euros"]),
        ("How many: a single missile had been fired?", ["single missile", "two"]),
        ("How many: they freed all 20 sailors?", ["20 sailors"]),
        ("When: the Friday meeting was short?", ["Friday"]),
        ("When: On April 14, the ferry sank?", ["April 14"]),
        ("When: in April she met the premier?", ["April"]),
        ("When: they left on Monday morning?", ["Monday"]),
        ("Where: they visited the island of Buru?", ["Buru"]),
        ("Where: the talks began in Halden Harbour?", ["Halden"]),
        ("How long: June 15 was declared a day of mourning?", ["a day"]),
        ("Is it so: the ship was overloaded?", ["the ship was overloaded"]),
    ],
)
def test_what_cannot_be_turned_with_certainty_stays(question: str, answers: list[str]) -> None:
    assert asked(question, answers) == question


def test_a_clause_cut_behind_a_word_that_leads_on_is_rounded_off() -> None:
    question = "What became of it: The premier will hold a meeting and a dinner with the guests in the?"
    assert asked(question, ["planned"]) == (
        "What became of it: The premier will hold a meeting and a dinner with the guests …?"
    )


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3))
def test_any_question_is_asked_somehow(clause: str, answers: list[str]) -> None:
    assert asked(f"When: {clause}?", answers).endswith("?")
