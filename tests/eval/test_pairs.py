"""The comparer on the stories that it was not taught on: it does not fall under its floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.contrasts.cards import golds
from eval.contrasts.data import FIT, KNOWN, TAUGHT, Told
from eval.floors import floors
from eval.pairs.__main__ import EVERY, measured
from eval.pairs.examples import left_out, written
from eval.pairs.judged import JUDGED, judged
from eval.pairs.measures import average_precision
from eval.story.match import words_of
from eval.story.score import load

from tests.reconcile.told import report
from variorum.model.protocols import STANDINGS
from variorum.model.reading import Reading
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.side_by_side import Candidates


def test_average_precision_counts_from_the_top() -> None:
    assert average_precision([True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([False, False]) == 0


def test_every_written_pair_has_two_sentences_and_a_standing() -> None:
    pairs = list(written())
    assert len(pairs) > 5000
    assert all(p.one.strip() and p.two.strip() and p.one != p.two for p in pairs)


def test_what_readers_judged_names_a_report_and_a_place_in_it() -> None:
    files = sorted(JUDGED.glob("*.tsv"))
    assert len(files) > 500
    for path in files:
        folder = next(d / path.stem for d in (TAUGHT, FIT, KNOWN) if (d / path.stem).is_dir())
        names = {f.name for f in folder.iterdir()}
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        assert all(standing in STANDINGS and one != two for one, two, standing in rows), path.name
        # of a file of several reports the number of each stands behind a "#"
        told = {s.rpartition(":")[0].partition("#")[0] for one, two, _ in rows for s in (one, two)}
        assert told <= names, path.name


def test_every_answer_of_a_gold_is_given_in_its_reports_words() -> None:
    files = golds(TAUGHT, FIT)
    assert len(files) > 500
    for path in files:
        answers = [p for d in load(path)["differences"] for p in d["positions"]]
        assert all({a for a, _ in words_of(p)} == set(p["articles"]) for p in answers), path.name


def test_a_line_that_is_no_judgement_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "made.tsv").write_text("a.txt:0\tb.txt:0\tsame\na.txt:0\tb.txt:9\tperhaps\n", "utf-8")
    one, two = report("a", "The ferry sank."), report("b", "The ferry went down.")
    readings = [Reading(a.id, (), (), (), (), (), (), ()) for a in (one, two)]
    story = Told("made", build_corpus((one, two), readings, (), {}), [], [])
    with pytest.raises(ValueError, match=r"made\.tsv, line 2"):
        judged(story, Candidates(()), tmp_path)


@pytest.mark.model
def test_the_comparer_does_not_fall_under_its_floors() -> None:
    found = measured()
    assert found.stories == len(left_out()[::EVERY])
    over = [bool(rows) for likely, rows in found.scored if likely >= 0.5]
    shares = {
        "average precision": average_precision([bool(rows) for _, rows in found.scored]),
        "right from 0.5": sum(over) / len(over),
    }
    least = floors("pairs", "left_out")
    assert set(least) == set(shares)
    assert {m: (s, least[m]) for m, s in shares.items() if s < least[m]} == {}
