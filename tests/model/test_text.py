from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from variorum.model.ids import make_id
from variorum.model.text import Citation, Paragraph, Span


def test_a_citation_holds_only_where_its_words_stand() -> None:
    assert Citation("a", 4, 7, "Lee").holds("The Lee visit")
    assert not Citation("a", 5, 8, "Lee").holds("The Lee visit")
    assert not Citation("a", 3, 3, "").holds("The Lee visit")


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_overlap_is_symmetric_and_follows_from_containment(a: int, b: int, c: int, d: int) -> None:
    one, two = Span(min(a, b), max(a, b) + 1), Span(min(c, d), max(c, d) + 1)
    assert one.overlaps(two) == two.overlaps(one)
    if one.contains(two):
        assert one.overlaps(two)


def test_ids_keep_their_parts_apart() -> None:
    assert make_id("claim", "a", "b.c") != make_id("claim", "a.b", "c")
    assert make_id("claim", "a") == make_id("claim", "a")


def test_a_paragraph_leads_back_to_the_articles_own_characters() -> None:
    text = "\n  Lee met Xi.\n"
    article = factory.article(text)
    [paragraph] = article.paragraphs
    assert article.cite(paragraph.span(4, 7)).exact == "met"


def test_a_paragraph_is_the_same_however_its_places_are_given() -> None:
    counted, listed = Paragraph("body", "Lee met", range(3, 11)), Paragraph("body", "Lee met", tuple(range(3, 11)))
    assert counted == listed
    assert hash(counted) == hash(listed)
    assert listed.offsets == range(3, 11)


def test_a_paragraph_with_a_gap_keeps_each_place() -> None:
    wrapped = Paragraph("body", "Lee met", [3, 4, 5, 6, 9, 10, 11, 12])
    assert wrapped.offsets == (3, 4, 5, 6, 9, 10, 11, 12)
    assert wrapped.span(4, 7) == Span(9, 12)
    assert hash(wrapped) == hash(Paragraph("body", "Lee met", (3, 4, 5, 6, 9, 10, 11, 12)))


def test_a_passage_walks_its_tree() -> None:
    p = factory.passage("Lee/NNP/nsubj/1 met/VBD/ROOT/1 Xi/NNP/dobj/1 ././punct/1")
    assert p.children(1, "dobj") == (2,)
    assert list(p.ancestors(0)) == [1]
    assert p.phrase(0, 3) == "Lee met Xi"
    assert p.sentence_of(2) == (0, 4)
    assert p.tokens_in(4, 10) == range(1, 3)
