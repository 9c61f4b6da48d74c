from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from variorum.group.fingerprints import Vocabulary, hashes_of
from variorum.group.words import body_of, body_paragraphs, quoted_ranges, sentence_starts


def own_words(text: str, *following: str) -> list[str]:
    paragraphs = [factory.paragraph(text), *(factory.paragraph(f) for f in following)]
    body = body_of(paragraphs)
    return [
        text[start:end]
        for home, start, end, own in zip(body.homes, body.starts, body.ends, body.own, strict=True)
        if own and home == 0
    ]


def test_words_between_quotation_marks_prove_no_copying() -> None:
    assert own_words("She said “we will rebuild” again") == ["She", "said", "again"]
    assert own_words('She said "we will rebuild" again') == ["She", "said", "again"]
    assert own_words("She said ‘we won’t wait’ again") == ["She", "said", "again"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert own_words("the dog's owner and the dogs' walker left") == [
        "the", "dog's", "owner", "and", "the", "dogs", "walker", "left",
    ]  # fmt: skip


def test_an_odd_quotation_mark_costs_its_sentence_and_no_more() -> None:
    assert own_words('They left "in haste and fear. Nobody followed them out.') == [
        "They", "left", "Nobody", "followed", "them", "out",
    ]  # fmt: skip


def test_a_quotation_carried_on_in_the_next_paragraph_runs_to_the_end() -> None:
    text = "He went on: “we waited. Nobody came to us."
    assert own_words(text, "“Then it rained,” he said.") == ["He", "went", "on"]


def test_long_names_prove_no_copying() -> None:
    assert own_words("they joined the Comprehensive Treaty for Open Rivers and the Northern Lakes of Morn again") == [
        "they", "joined", "the", "again",
    ]  # fmt: skip


def test_a_sentences_first_word_is_no_name_for_its_capital() -> None:
    assert "Rivers" in own_words("Rivers rose overnight. Nobody slept.")


def test_stock_sentences_prove_no_copying() -> None:
    assert own_words("the firm did not immediately respond to a request for comment today") == ["the", "firm", "today"]


def test_titles_and_initials_end_no_sentence() -> None:
    assert sentence_starts("Mr. Holm met Dr. J. Weck in the U.S. Capitol. They spoke.") == [46]


def test_furniture_and_captions_are_not_the_body() -> None:
    article = factory.article("The bridge opened.\nSign up for our newsletter.\nAll rights reserved.")
    assert [p.text for p in body_paragraphs(article)] == ["The bridge opened."]
    caption = factory.paragraph("The mayor on the bridge.", kind="caption")
    assert body_paragraphs(factory.article("x", paragraphs=(caption,))) == ()


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_words_that_stand_in_it_and_one_hash_each(texts: list[str]) -> None:
    paragraphs = [factory.paragraph(t) for t in texts]
    body = body_of(paragraphs)
    assert len(body) == len(body.own) == len(body.sentences) == len(hashes_of(paragraphs, Vocabulary()))
    for home, start, end in zip(body.homes, body.starts, body.ends, strict=True):
        assert texts[home][start:end].strip()
    assert list(body.sentences) == sorted(body.sentences)


@given(st.text(alphabet="ab .?\"'“”‘’«»", max_size=60), st.booleans())
def test_quotations_do_not_overlap(text: str, goes_on: bool) -> None:
    ranges = list(quoted_ranges(text, sentence_starts(text), goes_on=goes_on))
    assert all(start < end <= len(text) for start, end in ranges)
    assert all(one[1] <= two[0] for one, two in pairwise(ranges))
