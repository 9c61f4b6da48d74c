"""Two reports of one story, read and reconciled: which of their sentences are joined as one fact, and which should be.

The stories of ``stories.toml`` in even places are worked on (``dev``); those in odd places are only measured
(``check``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from eval.claims.data import Half
from variorum.engine.pipeline import as_one_story
from variorum.engine.reader import Reader
from variorum.ingest import from_text
from variorum.model.record import JoinedClaim, Record
from variorum.reconcile.record import reconcile

STORIES = Path(__file__).with_name("stories.toml")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report and the letter of the fact that the other report tells too; empty when it tells none."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of two reports, whether they state one fact, and whether the record says so."""

    topic: str
    one: str
    two: str
    same: bool
    joined: bool


@dataclass(frozen=True, slots=True)
class Reports:
    """A story as two reports tell it."""

    topic: str
    half: Half
    published: tuple[str, str]
    told: tuple[tuple[Told, ...], tuple[Told, ...]]


def load(path: Path = STORIES) -> list[Reports]:
    """Every story in the file's order.

    Raises:
        OSError: the file cannot be read.
        KeyError: a story without ``topic``, ``published``, ``one`` or ``two``.
        ValueError: not TOML, or a fact that only one of the reports tells.
    """
    found = []
    for n, row in enumerate(tomllib.loads(path.read_text("utf-8"))["story"]):
        told = (tuple(Told(*t) for t in row["one"]), tuple(Told(*t) for t in row["two"]))
        one, two = ({t.letter for t in side} for side in told)
        if odd := sorted((one ^ two) - {""}):
            raise ValueError(f"{path}: {row['topic']}: only one report tells {odd}")
        first, second = row["published"]
        found.append(Reports(row["topic"], "check" if n % 2 else "dev", (first, second), told))
    return found


def judged(reports: Reports, reader: Reader) -> Iterator[Pair]:
    """Every sentence of the one report with every sentence of the other."""
    texts = ["\n\n".join(t.text for t in side) + "\n" for side in reports.told]
    names = [f"{reports.topic}-{n}.txt" for n in (1, 2)]
    articles = [from_text(t, published=d, path=p) for t, d, p in zip(texts, reports.published, names, strict=True)]
    story = as_one_story(articles)
    kept, readings, failures = reader.read_all(story.articles)
    record = reconcile(story, kept, readings, failures)
    rows = [_sentences(record, claim, names, reports) for claim in record.claims if claim.status != "single"]
    for one, two in product(*reports.told):
        joined = any(one in row[0] and two in row[1] for row in rows)
        yield Pair(reports.topic, one.text, two.text, bool(one.letter) and one.letter == two.letter, joined)


def _sentences(record: Record, claim: JoinedClaim, names: list[str], reports: Reports) -> list[list[Told]]:
    """The sentences of each report that a joined claim has words of."""
    path = {a.id: a.path for a in record.articles}
    return [
        [t for t in side if any(path[c.article] == name and c.exact in t.text for c in claim.evidence)]
        for name, side in zip(names, reports.told, strict=True)
    ]
