from __future__ import annotations

from pathlib import Path

import pytest
from eval.speech.misses import Misses, Token, cue_of, marks_of, order_of, source_of
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


TOKENS: dict[int, Token] = {
    0: ("Marsh", "PROPN", "NNP"), 6: ("say", "VERB", "VBD"), 31: ("Reyes", "PROPN", "NNP"), 37: ("deny", "VERB", "VBD"),
    44: ("the", "DET", "DT"), 48: ("report", "NOUN", "NN"),
}  # fmt: skip


def test_the_kinds_of_an_attribution() -> None:
    assert (cue_of(SAID, TEXT, TOKENS), order_of(SAID)) == ("verb of saying", "source, cue, content")
    assert marks_of(SAID, TEXT) == "all in marks"
    assert marks_of(attribution((0, 5), (6, 10), (0, 29)), TEXT) == "part in marks"
    assert marks_of(DENIED, TEXT) == "no marks"
    report = attribution(None, (48, 54), (11, 29))
    assert (cue_of(report, TEXT, TOKENS), order_of(report)) == ("noun", "no source")
    assert order_of(attribution((31, 36), (37, 43), (11, 29))) == "content, source, cue"
    assert cue_of(Attribution((), (), ((11, 29),)), TEXT, TOKENS) == "no cue"


def test_what_is_missed_and_wrong_is_counted_by_kind() -> None:
    misses = Misses()
    other_source = attribution((31, 36), (6, 10), (11, 29))
    misses.add(TEXT, TOKENS, [SAID, DENIED], [other_source, attribution((0, 5), (0, 5), (44, 47))])
    assert misses.count["cue", "verb of saying", "gold"] == 2
    assert misses.count["cue", "verb of saying", "gold alone"] == 1
    assert misses.count["missed", "the cue not taken for one", "gold alone"] == 1
    assert misses.count["wrong", "no attribution by that cue", "ours alone"] == 1
    assert misses.sources == {"other words": 1}
    assert source_of(SAID, attribution((0, 55), (6, 10), (11, 29))) == "too many or too few words"
    assert "verb of saying                        2       1" in misses.table()
