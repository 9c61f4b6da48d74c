"""The comparer on the stories that it was not taught on: it does not fall under its floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.contrasts.cards import golds
from eval.contrasts.data import FIT, KNOWN, TAUGHT, Told
from eval.floors import floors
from eval.pairs.__main__ import EVERY, measured
from eval.pairs.apart import FOLDER as APART
from eval.pairs.apart import apart
from eval.pairs.examples import left_out, written
from eval.pairs.judged import JUDGED, judged
from eval.pairs.measures import average_precision
from eval.places import SHARED
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


MEANTIME = SHARED / "data" / "meantime"


@pytest.mark.skipif(not MEANTIME.is_dir(), reason="MEANTIME is not on this machine")
@pytest.mark.parametrize("which", ["taught", "left_out"])
def test_judged_pairs_of_real_reports_name_sentences(which: str) -> None:
    pairs = list(apart(MEANTIME, which))
    assert len(pairs) == len((APART / f"{which}.tsv").read_text("utf-8").splitlines())
    assert all(p.one.strip() and p.two.strip() for p in pairs)


def test_judged_pairs_of_real_reports_are_told_once_and_of_two_articles() -> None:
    seen = set[str]()
    for which in ("taught", "left_out"):
        rows = [line.split("\t") for line in (APART / f"{which}.tsv").read_text("utf-8").splitlines()]
        named = [{s.rpartition(":")[0] for s in (one, two)} for one, two, _ in rows]
        assert all(len(pair) == 2 for pair in named)
        assert all(standing in STANDINGS for _, _, standing in rows)
        assert len({frozenset((one, two)) for one, two, _ in rows}) == len(rows)
        assert not seen & set().union(*named)
        seen |= set().union(*named)


def test_a_line_of_no_sentence_is_told_by_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "intra-doc_annotation" / "corpus").mkdir(parents=True)
    article = '<Document><token sentence="0" t_id="1">Rain</token><token sentence="1" t_id="2">Snow</token></Document>'
    (tmp_path / "intra-doc_annotation" / "corpus" / "a.xml").write_text(article, "utf-8")
    (tmp_path / "taught.tsv").write_text("a.xml:0\ta.xml:1\tsame\na.xml:0\ta.xml:7\tnone\n", "utf-8")
    monkeypatch.setattr("eval.pairs.apart.FOLDER", tmp_path)
    told = apart(tmp_path)
    first = next(told)
    assert (first.one, first.two) == ("Rain", "Snow")
    with pytest.raises(ValueError, match=r"taught\.tsv, line 2: not a judgement"):
        next(told)


def test_without_the_real_reports_it_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        next(apart(tmp_path))


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
