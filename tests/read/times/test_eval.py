"""The scorer of eval/timex, and the figures it gives on MEANTIME when the corpus is there."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from eval.floors import floors
from eval.timex import newswire
from eval.timex.__main__ import found_in, passages_of
from eval.timex.gold import Timex, half_of
from eval.timex.meantime import load
from eval.timex.score import WEEKDAYS, Score, misses, table

MEANTIME = Path(__file__).parents[4] / "shared" / "data" / "meantime"


def test_a_score_counts_spans_types_and_values_apart() -> None:
    text = "He left on Monday and in May 2008 for two days"
    gold = [Timex(11, 17, "DATE", "2008-05-05"), Timex(25, 33, "DATE", "2008-05"), Timex(38, 46, "DURATION", "P2D")]
    ours = [Timex(11, 17, "DATE", "2008-05-05"), Timex(25, 28, "DATE", "2008"), Timex(0, 2, "DATE", "2008")]
    score = Score()
    score.add(text, gold, ours, "name")
    assert (score.gold, score.found, score.relaxed, score.strict, score.types, score.values) == (3, 3, 2, 1, 2, 1)
    assert (score.weekdays, score.weekdays_right) == (1, 1)
    assert score.f1(score.relaxed) == pytest.approx(2 / 3)
    kinds = [m.split(" | ")[0] for m in score.misses]
    assert kinds == ["value 2008 for [May]", "extent [May]", "not found", "not in the gold"]
    assert "not found" in misses([("all", score)])
    assert "0.667" in table([("all", score)])


def test_one_of_ours_serves_one_of_the_gold() -> None:
    score = Score()
    score.add("Monday Tuesday", [Timex(0, 6, "DATE", "a"), Timex(7, 14, "DATE", "b")], [Timex(0, 14, "DATE", "a")], "n")
    assert score.relaxed == 1


def test_the_halves_depend_on_the_name_alone() -> None:
    assert {half_of(str(n)) for n in range(50)} == {"dev", "check"}
    assert half_of("11714") == half_of("11714")


def test_a_folder_without_the_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        load(tmp_path)


@pytest.mark.model
@pytest.mark.skipif(not MEANTIME.is_dir(), reason="MEANTIME is not on this machine")
def test_meantime_stays_above_its_floors() -> None:
    articles = list(load(MEANTIME))
    score = Score()
    for article, passages in zip(articles, passages_of(articles, None), strict=True):
        score.add(article.article.text, article.gold, found_in(article, passages), article.name)
    least = floors("timex", "meantime")
    assert score.f1(score.relaxed) >= least["relaxed"]
    assert score.f1(score.values) >= least["value"]
    assert score.weekdays_right / score.weekdays >= least["weekday"]


def test_the_pieces_of_newswire_are_tagged_as_written() -> None:
    pieces = newswire.load()
    assert len(pieces) >= 60
    assert len({p.name for p in pieces}) == len(pieces)
    assert {p.half for p in pieces} == {"dev", "check"}
    for piece in pieces:
        text = piece.article.text
        assert not set("{}|") & set(text)
        assert all(text[t.start : t.end].strip() == text[t.start : t.end] for t in piece.gold)
        assert all(a.end <= b.start for a, b in pairwise(piece.gold))


def test_a_weekday_in_the_newswire_gold_is_of_that_name() -> None:
    for piece in newswire.load():
        for timex in piece.gold:
            words = piece.article.text[timex.start : timex.end].lower()
            if words in WEEKDAYS:
                assert dt.date.fromisoformat(timex.value).strftime("%A").lower() == words


@pytest.mark.parametrize("line", ["{Monday|1989-10-30", "Monday}", "{Monday}"])
def test_a_brace_that_tags_nothing_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"== a | 1989-11-02\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.txt:2"):
        newswire.load(tmp_path)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("1989-11-02", "DATE"),
        ("PAST_REF", "DATE"),
        ("P2D", "DURATION"),
        ("PT1H", "DURATION"),
        ("1989-11-02TMO", "TIME"),
    ],
)
def test_the_type_follows_from_the_value(value: str, kind: str) -> None:
    assert newswire.type_of(value) == kind


@pytest.mark.model
def test_newswire_stays_above_its_floors() -> None:
    pieces = newswire.load()
    score = Score()
    for piece, passages in zip(pieces, passages_of(pieces, None), strict=True):
        score.add(piece.article.text, piece.gold, found_in(piece, passages), piece.name)
    least = floors("timex", "newswire")
    assert score.f1(score.relaxed) >= least["relaxed"]
    assert score.f1(score.values) >= least["value"]
    assert score.weekdays_right / score.weekdays >= least["weekday"]
