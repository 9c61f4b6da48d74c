"""What must hold of every reading and every record."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from variorum.engine.verify import verify
from variorum.model.article import Article
from variorum.model.plain import cites_in
from variorum.model.reading import Reading
from variorum.model.record import Record
from variorum.model.text import Citation
from variorum.present.export.schema import faults

Result = TypeVar("Result")

MOST_SECONDS = 2.0
"""Processor seconds that a kilobyte of text may take; what is shorter counts as one kilobyte."""


class Broken(AssertionError):  # noqa: N818 (it is what was found, and is raised as an assertion)
    """Something that must hold does not."""


def within_time(work: Callable[[], Result], size: int, most: float = MOST_SECONDS) -> Result:
    """The work's result, if it took no longer than a text of that size (characters) may."""
    start = time.process_time()
    result = work()
    taken = time.process_time() - start
    _require(taken <= most * max(1.0, size / 1024), f"{taken:.1f} s for {size} characters")
    return result


def check_reading(article: Article, reading: Reading) -> None:
    """Every cite holds and is this article's, every id leads somewhere, and it can be written out.

    Raises:
        Broken: what does not hold.
    """
    data = reading.to_dict()
    json.dumps(data, allow_nan=False).encode()
    for cite in cites_in(data):
        _require(cite.article == article.id and _holds(cite, article.text), f"{cite} does not hold")
    entities = {e.id for e in reading.entities}
    for row in (reading.entities, reading.quotes, reading.events, reading.claims):
        ids = [one.id for one in row]
        _require(len(ids) == len(set(ids)), f"an id twice among {ids}")
    for mention in reading.mentions:
        _require(mention.first < mention.last, f"an empty mention: {mention}")
        _require(not mention.entity or mention.entity in entities, f"of no entity: {mention}")
        _require(set(mention.members) <= entities, f"of no entity: {mention}")
    for n, quote in enumerate(reading.quotes):
        _require(quote.speaker is None or quote.speaker in entities, f"of no entity: {quote}")
        _require(bool(quote.content), f"a quote without content: {quote}")
        inside = quote.holder is None or (quote.holder != n and 0 <= quote.holder < len(reading.quotes))
        _require(inside, f"held by none: {quote}")
    _in_order([t.cite for t in reading.times], "times")
    for found in reading.times:
        _require((found.when is None) == (found.basis is None), f"a basis for nothing: {found}")


def check_record(record: Record) -> None:
    """Every cite holds, and its plain data is what the schema promises.

    Raises:
        Broken: what does not hold.
    """
    data = json.loads(json.dumps(record.to_dict(), allow_nan=False))
    _require(not (broken := faults(data)), "; ".join(broken)[:500])
    verify(data)


def _holds(cite: Citation, text: str) -> bool:
    return 0 <= cite.start < cite.end <= len(text) and cite.holds(text)


def _in_order(cites: Sequence[Citation], what: str) -> None:
    for before, after in pairwise(cites):
        _require(before.end <= after.start, f"{what} overlap: {before}, {after}")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Broken(otherwise)
