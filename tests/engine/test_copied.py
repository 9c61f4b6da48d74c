"""What is kept of a paragraph that several reports carry changes nothing in what is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from variorum.backends.spacy_parser import SpacyParser
from variorum.engine import Reader, ingest
from variorum.model.article import Article
from variorum.model.text import Paragraph

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.model
def test_a_copied_paragraph_is_read_as_if_it_were_new() -> None:
    parser = SpacyParser()
    reports = ingest(EXAMPLES / "strike")[:3]
    # The same text a year earlier under another name, and again with its paragraphs in another order.
    others = [replace(a, id=f"{a.id}-older", published="2024-02-29") for a in reports]
    turned = [replace(a, id=f"{a.id}-turned", paragraphs=_turned(a)) for a in reports]
    shared = Reader(parser=parser)
    for article in [*reports, *others, *turned]:
        assert shared.read(article) == Reader(parser=parser).read(article)


def _turned(article: Article) -> tuple[Paragraph, ...]:
    return (*article.paragraphs[:2], *reversed(article.paragraphs[2:]))
