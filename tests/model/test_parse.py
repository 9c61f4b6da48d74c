from __future__ import annotations

import pickle

from tests import factory
from variorum.model.parse import Passage, kept_with_parse

MILL = "The/DT/det/1 mill/NN/nsubj/2 burned/VBD/ROOT/2"


def test_what_is_kept_with_a_parse_is_worked_out_once_for_each_argument() -> None:
    asked: list[int] = []

    @kept_with_parse
    def word(passage: Passage, token: int) -> str:
        asked.append(token)
        return passage.words[token]

    first = factory.passage(MILL)
    elsewhere = Passage(7, factory.paragraph(first.text, at=300), first.parse)
    assert [word(first, 1), word(elsewhere, 1), word(first, 2)] == ["mill", "mill", "burned"]
    assert asked == [1, 2]


def test_parses_of_different_words_keep_apart() -> None:
    @kept_with_parse
    def last(passage: Passage) -> str:
        return passage.words[-1]

    assert last(factory.passage(MILL)) == "burned"
    assert last(factory.passage(MILL.replace("burned", "closed"))) == "closed"


def test_what_is_kept_is_no_part_of_a_parse() -> None:
    read, fresh = factory.passage(MILL), factory.passage(MILL)
    assert read.lower[0] == "the"
    assert read.parse.kept
    assert (read.parse, hash(read.parse)) == (fresh.parse, hash(fresh.parse))
    sent = pickle.loads(pickle.dumps(read.parse))
    assert sent == fresh.parse
    assert not sent.kept


def test_the_tokens_of_a_cite_are_those_that_begin_in_it() -> None:
    passage = factory.passage(MILL, at=100)
    article = factory.article(" " * 100 + passage.text)
    cite = article.cite(passage.span(1, 3))
    assert passage.tokens_of(cite) == range(1, 3)
    assert factory.passage(MILL, at=500).tokens_of(cite) == range(0)
    assert factory.passage(MILL, at=0).tokens_of(cite) == range(0)
