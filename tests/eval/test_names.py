import re
from pathlib import Path

import pytest
from eval.floors import floors
from eval.names.coref import b_cubed, best_alignment, ceaf_e, clusters_of, conll, mean_f1, muc
from eval.names.pairs import by_kind, kind_of, load, measure
from eval.names.surnames import bare_surnames, tally
from eval.places import SHARED

from tests import factory
from variorum.model.reading import Mention, Reading
from variorum.model.text import Span

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


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ada Marsh", "Marsh, Ada", "same words in another order"),
        ("Ada Marsh", "Ada Bell Marsh", "one leaves words out"),
        ("A. Marsh", "Ada Marsh", "initials"),
        ("Jae-in Noh", "Jaein Noh", "written together or apart"),
        ("Ada Marsh", "Ada Marche", "one word differs"),
        ("Ada Marsh", "Ida Marche", "several words differ"),
        ("Ada Marsh", "Ада Марш", "in two scripts"),
    ],
)
def test_how_two_names_differ(one: str, other: str, kind: str) -> None:
    assert kind_of(one, other) == kind_of(other, one) == kind


def test_pairs_are_counted_by_kind() -> None:
    table = by_kind([("Ada Marsh", "Marsh Ada", True), ("Ada Marsh", "Ada Marsh Bell", False), ("Ada", "Аделя", True)])
    rows = {line[:28].strip(): line.split()[-4:] for line in table.splitlines()[1:]}
    assert rows["same words in another order"] == ["1", "1", "0", "0"]
    assert rows["in two scripts"] == ["1", "1", "1", "0"]
    assert rows["one leaves words out"][:2] == ["1", "0"]


def test_bare_surnames_are_the_later_ones_that_stand_alone() -> None:
    text = (
        "Marsh waited. Ada Marsh spoke to Ben Marsh.\nThen Mrs. Marsh left. “Marsh knows,” said Reyes. Marsh Lane shut."
    )
    article = factory.article(text)
    found = bare_surnames(article, [["Ada Marsh", "Marsh"], ["Reyes"]])
    assert [text[s.start - 1 : s.end + 1] for s in found] == ["“Marsh "]
    assert [text[s.start : s.end] for s in found.values()] == ["Ada Marsh"]


def test_a_surname_counts_as_found_only_as_that_person() -> None:
    text = "Ada Marsh came. Marsh spoke. Marsh left. Marsh slept."
    article = factory.article(text, id="a1")
    full, *later = [Span(m.start(), m.end()) for m in re.finditer("(Ada )?Marsh", text)]
    mentions = tuple(
        Mention(article.cite(span), entity, "person", "name", 0, 0, 1)
        for span, entity in ((full, "e1"), (later[0], "e1"), (later[1], "e2"))
    )
    reading = Reading("a1", (), mentions, (), (), (), (), ())
    counted = tally([(article, reading, dict.fromkeys(later, full))])
    assert (counted.all, counted.person, counted.same) == (3, 2, 1)
    assert [m.split(":")[0] for m in counted.misses] == ["somebody else", "not a person"]
