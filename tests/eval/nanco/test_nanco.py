from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest
from eval.floors import floors
from eval.nanco.data import DEV, TEST, Question, invented, load
from eval.nanco.score import balanced_accuracy, best_threshold, misses
from eval.places import SHARED

from variorum.reconcile.sameness import SAME, same_answers

DATA = SHARED / "data" / "nanco" / "nanco_dataset.json"
LONG = Question("Q3", "How long?", ("two years", "two years", "three years", "for good"), (1, 1, 2, 3))


def test_a_file_is_read_as_questions_with_groups(tmp_path: Path) -> None:
    answers = [{"qid": "Q9", "Answer": "Norway", "cluster_global": 4}, {"Answer": "Chile", "cluster_global": "5"}]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps([{"question": "Who?", "answers": answers}]), "utf-8")
    [question] = load(file)
    assert question == Question("Q9", "Who?", ("Norway", "Chile"), (4, 5))
    assert (question.pairs, question.labels) == ([("Norway", "Chile")], [False])


def test_no_question_is_in_both_halves() -> None:
    assert not set(DEV) & set(TEST)


def test_balanced_accuracy_is_the_mean_of_both_shares() -> None:
    labels = [True, True, False, False, False, False]
    assert balanced_accuracy([0.9, 0.1, 0.2, 0.1, 0.1, 0.8], labels, 0.5) == pytest.approx((0.5 + 0.75) / 2)


def test_the_best_threshold_lies_between_what_it_parts() -> None:
    assert best_threshold([0.9, 0.7, 0.3, 0.1], [True, True, False, False]) == pytest.approx(0.5)


def test_misses_are_told_by_what_stood_against_them() -> None:
    assert LONG.labels == [True, False, False, False, False, False]
    found = misses(LONG, [0.1, 0.9, 0.1, 0.1, 0.1, 0.9], 0.5)
    assert found == {
        "taken apart: both give figures": 1,
        "taken for one: both give figures": 1,
        "taken for one: no word in common, an answer of one or two words": 1,
    }


def test_our_own_questions_hold_their_floor() -> None:
    ours = invented()
    assert not {q.id for q in ours} & {*DEV, *TEST}
    assert all(len(q.answers) == len(q.groups) == len(set(q.answers)) for q in ours)
    found = mean(balanced_accuracy(same_answers(q.answers, q.text), q.labels, SAME) for q in ours)
    assert found >= floors("nanco", "invented")["words, typed"]


@pytest.mark.skipif(not DATA.exists(), reason="NAnCo is not here")
def test_words_and_types_hold_their_floor() -> None:
    questions = {q.id: q for q in load(DATA)}
    for half, ids in (("dev", DEV), ("test", TEST)):
        scores = {q: same_answers(questions[q].answers, questions[q].text) for q in ids}
        found = mean(balanced_accuracy(scores[q], questions[q].labels, SAME) for q in ids)
        assert found >= floors("nanco", half)["words, typed"]
