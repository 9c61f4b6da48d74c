"""Occasions through the trained model: to whom, where, and after what words were said."""

from __future__ import annotations

import pytest

import variorum
from variorum.model.reading import Occasion

pytestmark = pytest.mark.model


def last_occasion(text: str) -> Occasion | None:
    quotes = [q for q in variorum.read_text(text, published="2026-03-11").quotes if q.quoted]
    return quotes[-1].occasion


@pytest.mark.parametrize(
    ("text", "kind", "medium"),
    [
        ('"It is a modest text," Foreign Minister Ana Reyes said after the ceremony.', "ceremony", None),
        ('"We went on," Mayor Jo Marsh said after a meeting of the council.', "meeting", None),
        ('"We need the money," lawmaker Tobia Ferrant said in the House on Tuesday.', "parliament", None),
        ('"The law is dead," deputy Jan Kos told the Sejm.', "parliament", None),
        ('"We know it," Jan Kos said in the plenary.', "parliament", None),
        ('"The pump was dead," sailor Jo Marsh said when reached by phone.', "call", None),
        ('"He is alive," his mother, Rosa Diaz, told us from her kitchen.', "told_reporters", None),
        ('"We have the paper," Director Ada Kolar told Novinar.', "told_reporters", "Novinar"),
        ('A draft was seen by Novinar. "It is bad," Mayor Jo Marsh told Novinar.', "told_reporters", "Novinar"),
        ('"They lied," resident Ali Omar, 44, told Al Jazeera from the camp.', "told_reporters", "Al Jazeera"),
        ('"He is weak," police chief Agus Pat told Harbour Post.', "told_reporters", "Harbour Post"),
        (
            '"It is sound," a diplomat told Novinar, words that do not stand in the statement that was published.',
            "told_reporters",
            "Novinar",
        ),
    ],
)
def test_occasion(text: str, kind: str, medium: str | None) -> None:
    found = last_occasion(text)
    assert found is not None
    assert (found.kind, found.medium) == (kind, medium)


@pytest.mark.parametrize(
    "text",
    [
        '"They lied," Ali Omar told Boeing. The plane maker Boeing built the jet.',
        '"They lied," Ali Omar told NATO.',
        '"They lied," Ali Omar told Anna.',
        '"They lied," Jo Marsh said at the White House.',
        '"They lied," Jo Marsh told the White House.',
        '"They lied," Jo Marsh said after signing the agreement.',
        '"They lied," Jo Marsh said after the death of his son.',
        'The law was approved by parliament. "They lied," Jo Marsh said.',
    ],
)
def test_no_occasion(text: str) -> None:
    assert last_occasion(text) is None


def test_who_phoned_before_is_quoted_from_the_call() -> None:
    found = last_occasion('Captain Jo Marsh phoned his wife before nine. "The engine room is flooding," he said.')
    assert found is not None
    assert found.kind == "call"
