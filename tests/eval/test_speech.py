from __future__ import annotations

from pathlib import Path

import pytest
from eval.speech.polnear import Attribution, load
from eval.speech.score import Score, matched

TEXT = 'Marsh said "the gate is shut". Reyes denied the report.'


def attribution(source: tuple[int, int] | None, cue: tuple[int, int], *content: tuple[int, int]) -> Attribution:
    return Attribution((source,) if source else (), (cue,), content)


SAID = attribution((0, 5), (6, 10), (11, 29))
DENIED = attribution((31, 36), (37, 43), (44, 54))


def test_all_right() -> None:
    score = Score()
    score.add("a", TEXT, [SAID, DENIED], [SAID, DENIED])
    for case, measure in (("all", "content"), ("all", "both"), ("quoted", "both"), ("exact", "cue")):
        assert score.rate(case, measure).f1 == 1
    assert (score.rate("quoted", "content").gold, score.misses) == (1, [])


def test_half_is_enough_and_less_is_not() -> None:
    half, less = attribution(None, (6, 10), (11, 20)), attribution(None, (6, 10), (11, 19))
    assert matched([SAID], [half]) == {0: 0}
    assert matched([SAID], [less]) == {}


def test_matches_are_one_to_one_the_closest_first() -> None:
    near, far = attribution((0, 5), (6, 10), (11, 29)), attribution((0, 5), (6, 10), (11, 26))
    assert matched([SAID], [far, near]) == {0: 1}


def test_a_source_counts_apart() -> None:
    score = Score()
    score.add("a", TEXT, [SAID], [attribution((31, 36), (6, 10), (11, 29)), DENIED])
    assert score.rate("all", "content").right == 1
    assert score.rate("all", "both").right == 0
    assert score.rate("all", "content").precision == 0.5
    assert len(score.misses) == 1


def test_brat_files(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    rows = [
        "T1\tSource 0 5\tMarsh",
        "T2\tCue 6 10\tsaid",
        "T3\tContent 11 15;16 29\tx",
        "E1\tA:T9 Content:T3 Cue:T2 Source:T1",
    ]
    for mark in ("0a1b", "ffff"):
        (tmp_path / "attributions" / f"one_{mark}.ann").write_text("\n".join(rows), "utf-8")
    (article,) = load(tmp_path)
    assert (article.name, article.text) == ("one", TEXT)
    assert article.attributions == (attribution((0, 5), (6, 10), (11, 15), (16, 29)),)


def test_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="attributions"):
        load(tmp_path)
