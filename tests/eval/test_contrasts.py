"""How the weights of two values' features are fitted: the gold's words found again, the pairs labelled, the table."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from eval.contrasts import fit
from eval.contrasts.data import Told
from eval.contrasts.fit import SORTS, Pairs, check, fitted, pairs_of, write

from tests.reconcile.typed import Report, Said, counted, dated, story
from variorum.lang import table
from variorum.reconcile.align import aligned
from variorum.reconcile.contrast import BY_KIND, CONSTANT, FEATURES
from variorum.reconcile.corpus import Corpus

WIDTH = len(FEATURES) + len(SORTS) * (1 + len(BY_KIND))


def boats(number: int, words: str = "Divers raised {} boats off Porto") -> Said:
    return counted(words.format(number), f"{number} boats", number)


def gold(*positions: dict[str, Any]) -> dict[str, Any]:
    return {"positions": list(positions)}


def side(exact: Any, *articles: str, **more: Any) -> dict[str, Any]:
    return {"exact": exact, "articles": list(articles), **more}


def told_of(corpus: Corpus, *rows: dict[str, Any]) -> Told:
    return Told("boats", corpus, aligned(corpus, []), list(rows))


def two() -> Corpus:
    return story(Report("a", [boats(14)]), Report("b", [boats(19)]))


def test_the_gold_s_words_are_found_in_each_article() -> None:
    corpus = two()
    a, b = corpus.articles
    told = told_of(corpus, gold(side("14 boats", "a"), side("19 boats", "b")))
    assert told.spans == [[{a.id: [(14, 22)]}, {b.id: [(14, 22)]}]]
    [one, other] = (c.cite for _, c in corpus.claims if "boats" in c.cite.exact)
    assert (told.sides(0, one), told.sides(0, other)) == ({0}, {1})


@pytest.mark.parametrize(
    "positions",
    [
        side({"a": "14 boats", "b": "19 boats"}, "a", "b"),
        side(None, "a", "b", exact_by_article={"a": "14 boats", "b": "19 boats"}),
    ],
)
def test_a_position_may_have_words_for_each_article(positions: dict[str, Any]) -> None:
    corpus = two()
    [[found]] = told_of(corpus, gold(positions)).spans
    assert found == {a.id: [(14, 22)] for a in corpus.articles}


def test_an_article_that_is_not_at_hand_is_left_out() -> None:
    corpus = two()
    [[found]] = told_of(corpus, gold(side("14 boats", "a", "gone"))).spans
    assert list(found) == [corpus.articles[0].id]


def test_a_cite_beside_the_words_is_on_no_side() -> None:
    corpus = two()
    told = told_of(corpus, gold(side("14 boats", "a"), side("19 boats", "b")))
    beside = next(c.cite for _, c in corpus.claims if "boats" not in c.cite.exact)
    assert told.sides(0, beside) == set()


def labelled(corpus: Corpus, *rows: dict[str, Any]) -> dict[frozenset[str], set[int]]:
    found = pairs_of(told_of(corpus, *rows))
    return {frozenset({a.shown, b.shown}): r for (a, b), r in zip(found.pairs, found.rows, strict=True)}


def test_a_pair_belongs_to_the_rows_that_set_its_words_apart() -> None:
    corpus = story(Report("a", [boats(14)]), Report("b", [boats(19)]), Report("c", [boats(23)]))
    rows = gold(side("14 boats", "a"), side("19 boats", "b")), gold(side("14 boats", "a"), side("23 boats", "c"))
    assert labelled(corpus, *rows) == {
        frozenset({"14 boats", "19 boats"}): {0},
        frozenset({"14 boats", "23 boats"}): {1},
        frozenset({"19 boats", "23 boats"}): set(),
    }


def test_two_values_on_one_side_are_no_pair_of_the_row() -> None:
    corpus = two()
    row = gold(side({"a": "14 boats", "b": "19 boats"}, "a", "b"), side("20 boats", "a"))
    assert labelled(corpus, row) == {frozenset({"14 boats", "19 boats"}): set()}


def test_what_a_report_says_twice_is_of_the_row_both_times() -> None:
    again = boats(14, "By dusk {} boats had been raised off Porto")
    corpus = story(Report("a", [boats(14), again]), Report("b", [boats(19)]))
    found = pairs_of(told_of(corpus, gold(side("Divers raised 14 boats", "a"), side("19 boats", "b"))))
    assert found.rows == [{0}, {0}]


def test_each_row_of_the_table_has_its_own_sort_s_columns() -> None:
    days = [Report(n, [dated(f"It sank on {d} January", f"{d} January", f"2026-01-{d}"), boats(b)])
            for n, d, b in (("a", 11, 14), ("b", 12, 19))]  # fmt: skip
    found = pairs_of(told_of(story(*days)))
    assert found.table.shape == (2, WIDTH)
    width = 1 + len(BY_KIND)
    for (a, _), row in zip(found.pairs, found.table, strict=True):
        own = row[len(FEATURES) :].reshape(len(SORTS), width)
        assert [s for s, part in zip(SORTS, own, strict=True) if part.any()] == [a.kind]
        assert own[SORTS.index(a.kind)][0] == 1


def test_a_story_without_pairs_has_an_empty_table() -> None:
    found = pairs_of(told_of(story(Report("a", [boats(14)]), Report("b", []))))
    assert (found.table.shape, found.rows) == ((0, WIDTH), [])


def pairs(values: Sequence[Sequence[float]], labels: list[bool]) -> Pairs:
    data = np.zeros((len(values), WIDTH))
    data[:, : len(values[0])] = values
    data[:, len(FEATURES)] = 1.0
    rows = [{n} if yes else set() for n, yes in enumerate(labels)]
    return Pairs(told_of(two()), [], data, rows)


def test_a_feature_that_goes_with_the_gold_weighs_for_it() -> None:
    made = pairs([[1, 0, 0]] * 20 + [[0, 1, 0]] * 20 + [[0, 0, 0]] * 20, [True] * 20 + [False] * 40)
    weights = fitted([made])
    assert weights.shape == (WIDTH,)
    assert 0.5 < weights[0] < 10, "the ridge keeps what splits all pairs from growing without end"
    assert weights[1] < 0
    assert weights[2] == pytest.approx(0)
    likely = 1 / (1 + np.exp(-made.table @ weights))
    assert likely[:20].min() > 0.5 > likely[20:].max()


def test_the_same_pairs_give_the_same_weights() -> None:
    made = [pairs([[1, 0.5]] * 5 + [[0, 2]] * 7, [True] * 4 + [False] * 8), pairs([[0, 1]] * 3, [False] * 3)]
    assert fitted(made).tolist() == fitted(made).tolist()


def test_what_is_written_is_the_table_that_the_product_reads(capsys: pytest.CaptureFixture[str]) -> None:
    write(np.arange(WIDTH, dtype=float))
    written = tomllib.loads(capsys.readouterr().out)
    known = table("en", "contrast")
    assert {k: list(v) for k, v in written["kinds"].items()} == {k: list(v) for k, v in known["kinds"].items()}
    assert list(written["weights"]) == list(known["weights"]) == [f.__name__ for f in FEATURES]
    assert list(written["weights"].values()) == list(range(len(FEATURES)))
    flat = [w for s in SORTS for w in written["kinds"][s].values()]
    assert flat == list(range(len(FEATURES), WIDTH))
    assert next(iter(written["kinds"][SORTS[0]])) == CONSTANT


def test_the_check_leaves_out_the_story_it_is_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = [pairs([[1]] * 2 + [[0]], [True, True, False]), pairs([[1]] + [[0]] * 3, [True] + [False] * 3)]
    fittings: list[list[Pairs]] = []

    def weigh(told: list[Pairs]) -> Any:
        fittings.append(told)
        weights = np.zeros(WIDTH)
        weights[0], weights[len(FEATURES)] = 4.0, -2.0
        return weights

    monkeypatch.setattr(fit, "fitted", weigh)
    check(made)
    assert fittings == [[made[1]], [made[0]]]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "from 0.7: rows 3 of 3, pairs 3 of 3"
    assert len(lines) == len(fit.LEVELS)
