"""The disaster that a story is about, and the sentences that tell of it, by the table ``lang/en/theories.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.reading import Claim
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.sentences import of_another_year

OPENING = 500
"""Characters at the beginning of a report's body in which it tells what happened."""
SHARE = 0.5
"""The share of a story's reports that must open with a disaster."""


@dataclass(frozen=True)
class Sentence:
    """A stretch of an article with its clauses."""

    article: Article
    start: int
    text: str
    headline: bool
    claims: tuple[Claim, ...] = ()


def disasters(corpus: Corpus) -> tuple[str, ...]:
    """The table's kinds of disaster with which half of the reports open, two at least, the most told first.

    What is only a part of something larger, as fires are of an earthquake, is left out.
    """
    openings = [opening(a) for a in corpus.articles]
    told: list[tuple[int, int, str]] = []
    for name, own in table("en", "theories")["disasters"].items():
        forms = table("en", "theories")["opens"].get(name, own)
        count = sum(bool(any_of(tuple(forms)).search(o)) for o in openings)
        if count > 1 and count / len(openings) >= SHARE:
            told.append((-count, len(told), name))
    larger = [row for row in table("en", "theories")["larger"] if opens_with(corpus, tuple(row["words"]))]
    return tuple(name for _, _, name in sorted(told) if not any(name in row["part"] for row in larger))


def opens_with(corpus: Corpus, forms: tuple[str, ...]) -> bool:
    """Whether half of the reports, two at least, open with one of these words."""
    count = sum(bool(any_of(forms).search(opening(a))) for a in corpus.articles)
    return count > 1 and count / len(corpus.articles) >= SHARE


def opening(article: Article) -> str:
    """Its headline and the beginning of its body."""
    heads = [p.text for p in article.paragraphs if p.kind == "headline"]
    body = " ".join(p.text for p in article.paragraphs if p.kind == "body")
    return " ".join([article.title or "", *heads, body[:OPENING]])


def sentences(corpus: Corpus) -> Iterator[Sentence]:
    """Headlines and sentences, those left out that tell of such accidents at large, or of another year's."""
    for article in corpus.articles:
        for paragraph in article.paragraphs:
            if paragraph.kind == "headline":
                start = paragraph.offsets[0]
                text = article.text[start : paragraph.offsets[len(paragraph.text)]]
                yield Sentence(article, start, text, True)
        claims = corpus.claims_of(article.id)
        spans = dict.fromkeys((c.sentence.start, c.sentence.end) for c in claims)
        before: tuple[int, bool] = (-1, False)
        for start, end in spans:
            own = tuple(c for c in claims if (c.sentence.start, c.sentence.end) == (start, end))
            sentence = Sentence(article, start, article.text[start:end], False, own)
            at_large = _at_large(sentence) or before == (own[0].paragraph, True)
            before = (own[0].paragraph, at_large)
            if not at_large and not of_another_year(sentence.text, article.published):
                yield sentence


def one_line(text: str) -> str:
    """White space as spaces, so that places stay what they are."""
    return re.sub(r"\s", " ", text)


@cache
def any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of these words."""
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.I)


def _at_large(sentence: Sentence) -> bool:
    return bool(any_of(tuple(table("en", "theories")["at_large"])).search(one_line(sentence.text)))
