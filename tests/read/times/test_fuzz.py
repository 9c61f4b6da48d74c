from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from tests import factory
from tests.read.times.reading import flat, read
from variorum.lang import table
from variorum.read.times import find_times, timex_document
from variorum.read.times.timex import ILLEGAL

WORDS = sorted(
    {w for entries in table("en", "times")["words"].values() for w in entries} | set(table("en", "times")["feasts"])
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([w.capitalize() for w in WORDS]),
    st.sampled_from(
        ["the", "of", "in", "on", "at", "to", "-", "–", ",", ".", "(", ")", "'s", "’s", "/", "+", "$", "%", "'"]
    ),
    st.integers(0, 99999).map(str),
    st.sampled_from(
        [
            "1990s",
            "'92",
            "0943EST",
            "1988's",
            "3 1/2",
            "nineteen",
            "oh",
            "first",
            "ended",
            "'s",
            "15-second",
            "08/15/90",
            "10:30",
            "2009-02-30",
            "31/31/2009",
            "99:99",
            "3rd",
            "0th",
            "1,000",
            "2.5",
            "0",
            "00",
        ]
    ),
)


@given(st.text(), st.dates().map(str) | st.none())
def test_any_text_is_read(text: str, day: str | None) -> None:
    text = " ".join(text.split())
    for found in read(text, day) if text else ():
        assert found.cite.holds(text)


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.dates().map(str) | st.none())
def test_any_row_of_time_words_is_read(text: str, day: str | None) -> None:
    article, passage = factory.article(text, published=day), flat(text)
    found = find_times(article, [passage])
    assert all(t.cite.holds(text) for t in found)
    assert all(a.cite.end <= b.cite.start for a, b in pairwise(found))
    assert all((t.when is None) == (t.basis is None) for t in found)
    assert found == find_times(article, [passage])


@given(st.lists(PIECES | st.text(max_size=3), min_size=1, max_size=9).map(" ".join))
def test_the_timeml_document_is_xml_that_keeps_the_text(text: str) -> None:
    text = " ".join(text.split()) or "x"
    root = ElementTree.fromstring(timex_document(factory.article(text), [flat(text)]))
    kept = root.find("TEXT")
    assert kept is not None
    assert "".join(kept.itertext()) == ILLEGAL.sub("\ufffd", text)


@given(st.lists(st.text(max_size=8) | PIECES, max_size=6), st.text(alphabet=" \t\r\n", max_size=3))
def test_lines_that_no_passage_holds_are_kept_in_the_timeml_document(pieces: list[str], gap: str) -> None:
    text = "Monday" + gap + "\n".join(pieces)
    root = ElementTree.fromstring(timex_document(factory.article(text), []))
    kept = root.find("TEXT")
    assert kept is not None
    assert "".join(kept.itertext()) == ILLEGAL.sub("\ufffd", text)
    assert kept.find("TIMEX3") is not None or not text.startswith("Monday\n")


def test_an_empty_passage_holds_nothing() -> None:
    assert find_times(factory.article("x"), [flat("x")]) == ()
    assert find_times(factory.article(""), []) == ()
