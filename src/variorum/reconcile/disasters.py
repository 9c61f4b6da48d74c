"""The disaster that a story is about, and the sentences that tell of it, by the table ``lang/en/theories.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.lang import table
from variorum.model.article import Article
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.sentences import Sentence

OPENING = 500
"""Characters at the beginning of a report's body in which it tells what happened."""
SHARE = 0.5
"""The share of a story's reports that must open with a disaster."""


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
    before: tuple[str, int, bool] = ("", -1, False)
    for sentence in corpus.sentences.told:
        if sentence.headline:
            yield sentence
        elif sentence.claims:
            place = (sentence.article, sentence.paragraph, True)
            at_large = before == place or bool(any_of(tuple(table("en", "theories")["at_large"])).search(sentence.text))
            before = (*place[:2], at_large)
            if not at_large and not sentence.past:
                yield sentence


@cache
def any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of these words."""
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.I)
