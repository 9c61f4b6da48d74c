from pathlib import Path

import pytest
from eval.floors import floors
from eval.names.coref import b_cubed, best_alignment, ceaf_e, clusters_of, conll, mean_f1, muc
from eval.names.pairs import load, measure
from eval.places import SHARED

KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("efg")]


def test_the_measures_on_a_case_worked_by_hand() -> None:
    # MUC: 3 of the key's 5 links stand, 3 of the response's 4. B3: (4/3 + 1/3 + 1/4 + 9/4) / 7 and (2 + 1 + 3) / 7.
    # CEAFe: "abc" with "ab" gives 4/5, "defg" with "efg" gives 6/7.
    found = muc(KEY, RESPONSE)
    assert found.recall == pytest.approx(3 / 5)
    assert found.precision == pytest.approx(3 / 4)
    found = b_cubed(KEY, RESPONSE)
    assert found.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 9 / 4) / 7)
    assert found.precision == pytest.approx((2 + 1 + 3) / 7)
    found = ceaf_e(KEY, RESPONSE)
    assert found.recall == pytest.approx((4 / 5 + 6 / 7) / 2)
    assert found.precision == pytest.approx((4 / 5 + 6 / 7) / 3)


def test_perfect_clusters_score_one() -> None:
    assert mean_f1(conll(KEY, KEY).values()) == pytest.approx(1.0)


def test_the_alignment_is_the_best_not_the_greedy_one() -> None:
    import numpy as np

    scores = np.array([[0.9, 0.8], [0.8, 0.1]])
    assert best_alignment(scores) == pytest.approx(1.6)
    assert best_alignment(scores[:1]) == pytest.approx(0.9)
    assert best_alignment(scores[:, :1]) == pytest.approx(0.9)


def test_clusters_of_labels() -> None:
    assert set(clusters_of({"a": 1, "b": 2, "c": 1})) == {frozenset("ac"), frozenset("b")}


def test_name_pairs_stay_above_the_floor() -> None:
    cases = SHARED / "data" / "name_pairs" / "cases.csv"
    if not cases.exists():
        pytest.skip(f"not here: {cases}")
    assert measure(load(cases)).f1 >= floors("names", "pairs")["f1"]


def test_pairs_are_read_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(
        "schema,name1,name2,is_match\nPerson,Haruka Mori,Mori Haruka,true\nCompany,A,B,true\n"
        "Person,Ana Roth,Leo Kern,false\n",
        encoding="utf-8",
    )
    pairs = load(path)
    assert [p[2] for p in pairs] == [True, False]
    assert measure(pairs).f1 == 1.0
