from __future__ import annotations

from pathlib import Path

import pytest

from tests import factory
from tests.engine.fake import FlatParser
from variorum.engine import Reader, Settings
from variorum.errors import UnreadableError

SHARED = "The mill in Porto burned down."
ONE = factory.article(SHARED + "\nRain fell.", path="one.txt")
TWO = factory.article(SHARED + "\nBread is dear.", path="two.txt")


def test_a_paragraph_that_two_reports_carry_is_parsed_once() -> None:
    parser = FlatParser()
    Reader(parser=parser).read_all([ONE, TWO])
    assert parser.asked.count(SHARED) == 1


def test_a_later_run_finds_the_parses_in_the_store(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "store.sqlite")
    Reader(settings, FlatParser()).read(ONE)
    parser = FlatParser()
    Reader(settings, parser).read_all([ONE, TWO])
    assert parser.asked == ["Bread is dear."]


def test_one_article_in_another_language_is_refused_by_name() -> None:
    other = factory.article("Die Mühle brannte.", path="drei.txt", language="de")
    for verb in (Reader(parser=FlatParser()).read, Reader(parser=FlatParser()).timeml):
        with pytest.raises(UnreadableError, match=r"drei\.txt: language de cannot be read"):
            verb(other)


def test_an_article_in_another_language_is_set_aside_with_the_reason() -> None:
    other = factory.article("Die Mühle brannte.", path="drei.txt", language="de")
    kept, readings, failures = Reader(parser=FlatParser()).read_all([ONE, other])
    assert (len(kept), len(readings)) == (1, 1)
    assert [(f.path, f.stage) for f in failures] == [("drei.txt", "read")]
    assert "language de" in failures[0].error


def test_an_article_that_breaks_a_rule_is_set_aside_and_the_rest_goes_on() -> None:
    bad = factory.article("A broken tree.", path="bad.txt")
    kept, _, failures = Reader(parser=FlatParser(broken="broken")).read_all([bad, ONE])
    assert [a.path for a in kept] == ["one.txt"]
    assert [f.path for f in failures] == ["bad.txt"]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    assert Reader(parser=FlatParser()).read(ONE) == Reader(parser=FlatParser()).read(ONE)


def test_an_article_as_timeml_has_its_times_in_its_text() -> None:
    dated = factory.article("The mill burned down on 9 January 2026.", published="2026-01-13")
    document = Reader(parser=FlatParser()).timeml(dated)
    assert 'functionInDocument="CREATION_TIME">2026-01-13<' in document
    assert '<TIMEX3 tid="t1" type="DATE" value="2026-01-09">9 January 2026</TIMEX3>' in document
