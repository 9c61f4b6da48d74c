from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from eval.fuzz.check import Broken, check_reading, within_time
from eval.fuzz.spec import reports, written
from eval.fuzz.targets import SEEDS
from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from variorum.model.reading import Reading
from variorum.model.text import Citation
from variorum.model.time import Interval, TimeExpression, When

SPEC = (
    "@2026-01-13\n# Talks/talk/NNS/NOUN/ROOT/0/\n"
    "Voss/Voss/NNP/PROPN/nsubj/1/B-PERSON said/say/VBD/VERB/ROOT/0/ +./././PUNCT/punct/-1/\n"
)


def test_a_spec_is_read_as_it_is_written() -> None:
    [(article, parses)] = reports(SPEC)
    assert (article.text, article.title, article.published) == ("Talks\n\nVoss said.", "Talks", "2026-01-13")
    assert [p.heads for p in parses] == [(0,), (1, 1, 1)]
    assert written(article, parses) == SPEC


def test_every_seed_of_parses_comes_back_as_it_was() -> None:
    for path in sorted((SEEDS / "parse").iterdir()):
        if not path.stem.startswith("fault"):
            text = path.read_text("utf-8")
            assert written(*reports(text)[0]) == text


@given(st.text(st.sampled_from("a/0-19+|@#= \n\u0660\u2028é\x00"), max_size=60))
def test_every_text_is_a_spec_of_sound_parses(spec: str) -> None:
    for article, parses in reports(spec):
        for paragraph, parse in zip(article.paragraphs, parses, strict=True):
            assert article.text[paragraph.offsets[0] : paragraph.offsets[-1]] == paragraph.text
            assert parse.sentences[0][0] == 0 and parse.sentences[-1][1] == len(parse)
            for token in range(len(parse)):
                way = token
                for _ in range(len(parse)):
                    way = parse.heads[way]
                assert parse.heads[way] == way


def reading(**given: object) -> Reading:
    empty = Reading("a1", (), (), (), (), (), (), ())
    return replace(empty, **given)  # type: ignore[arg-type]


def time(start: int, end: int, exact: str, when: When | None) -> TimeExpression:
    return TimeExpression(Citation("a1", start, end, exact), when, None, "DATE", "2026")


def test_what_does_not_hold_is_told() -> None:
    article = factory.article("It was 2026.", id="a1")
    day = dt.date(2026, 1, 1)
    check_reading(article, reading(times=(time(7, 11, "2026", None),)))
    for wrong in (
        (time(6, 10, "2026", None),),
        (time(7, 11, "2026", None), time(8, 11, "026", None)),
        (time(7, 11, "2026", When(Interval(day, day), "day", "2026-01-01")),),
    ):
        with pytest.raises(Broken):
            check_reading(article, reading(times=wrong))


def test_work_that_takes_too_long_is_told() -> None:
    assert within_time(lambda: 7, 10) == 7
    with pytest.raises(Broken, match="characters"):
        within_time(lambda: sum(range(200_000)), 10, most=0.0)
