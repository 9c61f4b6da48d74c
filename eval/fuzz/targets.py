"""What is fuzzed: each target takes an input's bytes, and raises when something that must hold does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from eval.fuzz.check import check_reading, check_record, within_time
from eval.fuzz.spec import reports
from variorum.backends.spacy_parser import SpacyParser
from variorum.engine import as_one_story
from variorum.errors import InputError
from variorum.ingest import from_text
from variorum.model.article import Article
from variorum.model.parse import Parse
from variorum.model.reading import Reading
from variorum.model.record import Record
from variorum.read.article import read_article
from variorum.reconcile.record import reconcile

SEEDS = Path(__file__).with_name("seeds")
MOST_REPORTS = 6
RECORD_SECONDS = 8.0
"""Processor seconds a kilobyte of one story's reports may take to read and to reconcile: four times a reader's."""


def text(data: bytes) -> None:
    """A report's text through the trained parser; ``@2026-01-13`` on its first line is the day of publication."""
    words = data.decode("utf-8", "replace")
    first, _, rest = words.partition("\n")
    published, words = (first[1:].strip()[:10], rest) if first.startswith("@") else (None, words)
    try:
        article = from_text(words, published=published)
    except InputError:
        return
    english = replace(article, language="en")  # whatever it is taken for: the readers there are must stand it
    read(english, parser().parse([p.text for p in article.paragraphs]))


def parse(data: bytes) -> None:
    """One report written as parses (see ``eval.fuzz.spec``) through all of the readers."""
    for article, parses in reports(data.decode("utf-8", "replace"))[:1]:
        read(article, parses)


def story(data: bytes) -> None:
    """Several reports written as parses, read, and made into one record."""
    told = reports(data.decode("utf-8", "replace"))[:MOST_REPORTS]
    if told:
        size = sum(len(a.text) for a, _ in told)
        check_record(within_time(partial(recorded, told), size, RECORD_SECONDS))


def read(article: Article, parses: Sequence[Parse]) -> Reading:
    """The article's reading, checked."""
    reading = within_time(partial(read_article, article, parses), len(article.text))
    check_reading(article, reading)
    return reading


def recorded(told: Sequence[tuple[Article, Sequence[Parse]]]) -> Record:
    """The record of reports that are taken for one story."""
    found = as_one_story([article for article, _ in told])
    readings = {article.id: read_article(article, parses) for article, parses in told}
    return reconcile(found, found.articles, [readings[a.id] for a in found.articles])


@cache
def parser() -> SpacyParser:
    """The process's parser."""
    return SpacyParser()


TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "parse": parse, "story": story}
"""By name; the folder of that name in ``SEEDS`` holds what fuzzing begins with, and what it has found."""
