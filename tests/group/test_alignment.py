from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.group.alignment import Row, align


def row(words: list[int]) -> Row:
    return Row(np.array(words, np.uint64))


def test_equal_rows_are_one_run() -> None:
    [block] = align(row(list(range(50))), row(list(range(50))))
    assert block.left == block.right == (0, 50)
    assert len(block.runs) == 1


def test_a_dropped_and_a_changed_word_do_not_end_a_passage() -> None:
    left = list(range(30))
    right = [*range(9), *range(10, 20), 99, *range(21, 30)]
    [block] = align(row(left), row(right))
    assert block.left == (0, 30)
    assert len(block) == 28


def test_moved_paragraphs_are_both_found() -> None:
    one, two = list(range(20)), list(range(100, 130))
    blocks = align(row([*one, *two]), row([*two, *one]))
    assert [(b.left, b.right) for b in blocks] == [((20, 50), (0, 30)), ((0, 20), (30, 50))]


def test_no_word_is_used_twice() -> None:
    once = list(range(10))
    blocks = align(row(once), row([*once, *once]))
    assert sum(map(len, blocks)) == 10


def test_short_rows_share_nothing() -> None:
    assert align(row([1, 2, 3]), row([1, 2, 3])) == ()
    assert align(row([]), row([])) == ()


@given(st.lists(st.integers(0, 3), max_size=60), st.lists(st.integers(0, 3), max_size=60))
def test_runs_are_equal_words_each_used_once(left: list[int], right: list[int]) -> None:
    used_left: list[int] = []
    used_right: list[int] = []
    for block in align(row(left), row(right)):
        for run in block.runs:
            assert run.length > 0
            assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
            used_left += range(run.left, run.left + run.length)
            used_right += range(run.right, run.right + run.length)
    assert len(set(used_left)) == len(used_left)
    assert len(set(used_right)) == len(used_right)
