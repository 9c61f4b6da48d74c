"""A few reports through the trained model: what hand-made parses cannot show."""

from __future__ import annotations

import pytest

import variorum
from variorum.model.reading import Quote, Reading

pytestmark = pytest.mark.model

REPORT = """Prime Minister Elena Marsh told reporters on Tuesday that the bridge would open "before the first snow".

"We have waited long enough," she added. "It will be done."

The transport ministry did not reply. "The tests are not finished," a spokesperson said in a statement. The \
spokesperson added that no date had been set.

In a post on X, opposition leader Tomas Reyes called the project a "disgrace". The so-called "iron road" policy has \
cost millions.

“The harbour is ours. It was built by our fathers.

“It will be kept by our children,” Reyes told a crowd.

According to the central bank, prices rose 3 percent in May. Prices, the bank said, will fall next year.

"Is it over?" asked Marsh.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    found: Reading = variorum.read_text(REPORT, published="2026-03-10")
    return found


def with_words(reading: Reading, words: str) -> Quote:
    (quote,) = (q for q in reading.quotes if any(words in c.exact for c in q.content))
    return quote


@pytest.mark.parametrize(
    ("words", "kind", "speaker", "occasion"),
    [
        ("before the first snow", "mixed", "Elena Marsh", "told_reporters"),
        ("waited long enough", "direct", "Elena Marsh", "told_reporters"),
        ("It will be done", "direct", "Elena Marsh", "told_reporters"),
        ("tests are not finished", "direct", "a spokesperson", "statement"),
        ("no date had been set", "indirect", "a spokesperson", "statement"),
        ("disgrace", "mixed", "Tomas Reyes", "post"),
        ("kept by our children", "direct", "Tomas Reyes", "rally"),
        ("built by our fathers", "direct", "Tomas Reyes", "rally"),
        ("prices rose", "indirect", "the central bank", None),
        ("will fall next year", "indirect", "the central bank", None),
        ("Is it over?", "direct", "Elena Marsh", None),
    ],
)
def test_speaker_and_occasion(reading: Reading, words: str, kind: str, speaker: str, occasion: str | None) -> None:
    quote = with_words(reading, words)
    assert (quote.kind, quote.speaker_name) == (kind, speaker)
    assert (quote.occasion.kind if quote.occasion else None) == occasion


def test_labels_are_left_out(reading: Reading) -> None:
    assert not any("iron road" in q.exact for quote in reading.quotes for q in quote.quoted)


def test_whom_words_were_told_to_gives_way_to_where_they_stand() -> None:
    text = '"We are too slow," chief executive Anna Berg told employees in a video message. "Act now," she said.'
    found = variorum.read_text(text, published="2026-03-10")
    occasion = with_words(found, "too slow").occasion
    assert occasion is not None
    assert (occasion.kind, occasion.cite.exact) == ("post", "in a video message")
