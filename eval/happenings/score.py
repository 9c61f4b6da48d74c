"""Hold the record of a piece against what is asked of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eval.happenings.pieces import Asked, Piece, load
from eval.story.match import Page, Row, days, days_of, fold, meet, overlap, same_speaker
from eval.story.score import AGENDA_STANDS_FOR, STANDS_FOR
from variorum.engine.pipeline import as_one_story
from variorum.engine.reader import Reader
from variorum.ingest import from_text
from variorum.reconcile.record import reconcile


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact asked for: of which piece, of which kind, in words, what was found, and whether that is right."""

    piece: str
    kind: str
    wanted: str
    got: str
    right: bool


def score(half: str, reader: Reader) -> list[Fact]:
    """Every fact of one half, in order; an event asks for its entry and then for its status, a quote for three."""
    return [fact for piece in load(half) for fact in facts(piece, record_of(piece, reader))]


def record_of(piece: Piece, reader: Reader) -> Row:
    """The record of a piece's reports, as plain data with their texts."""
    articles = [from_text(t, published=day, path=f"{piece.name}-{n}.txt") for n, (day, t) in enumerate(piece.reports)]
    story = as_one_story(articles)
    kept, readings, failures = reader.read_all(story.articles)
    return reconcile(story, kept, readings, failures).to_dict()


def facts(piece: Piece, record: Row) -> Iterator[Fact]:
    """What is asked of a piece, each with its answer."""
    pages = {row["id"]: Page.of(row["text"]) for row in record["articles"]}
    for asked in piece.asked:
        for kind, got, right in CHECKS[asked.kind](record, pages, asked):
            yield Fact(piece.name, kind, " | ".join(asked.fields), got, right)


Checked = Iterator[tuple[str, str, bool]]
"""What a fact counts as, what was found, and whether it is right."""


def _touches(pages: dict[str, Page], cites: Iterable[Row], words: str) -> bool:
    return any(overlap((c["start"], c["end"]), place) for c in cites for place in pages[c["article"]].find(words))


def _event(record: Row, pages: dict[str, Page], asked: Asked) -> Checked:
    words, when, status = asked.fields
    rows = [e for e in record["timeline"] if _touches(pages, e["evidence"], words)]
    rows = [e for e in rows if meet(days_of(e["when"]), days(when))]
    yield "events on the timeline", "", bool(rows)
    yield from _status(rows, status)


def _one(record: Row, pages: dict[str, Page], asked: Asked) -> Checked:
    one, other, status = asked.fields
    rows = [e for e in record["timeline"] if all(_touches(pages, e["evidence"], w) for w in (one, other))]
    yield "tellings of one event joined", "", bool(rows)
    yield from _status(rows, status)


def _status(rows: Iterable[Row], status: str) -> Checked:
    got = sorted({str(e["status"]) for e in rows})
    yield "events with the right status", ", ".join(got), bool(STANDS_FOR.get(status, {status}) & set(got))


def _topic(record: Row, pages: dict[str, Page], asked: Asked) -> Checked:
    words, polarity = asked.fields
    entries = [e for t in record["agenda"] for e in t["entries"] if _touches(pages, [e["cite"]], words)]
    named = [e for t in record["agenda"] if fold(words) in fold(t["topic"]) for e in t["entries"]]
    got = sorted({str(e["polarity"]) for e in entries or named})
    yield "agenda entries", ", ".join(got), bool(AGENDA_STANDS_FOR.get(polarity, {polarity}) & set(got))


def _no_topic(record: Row, pages: dict[str, Page], asked: Asked) -> Checked:
    got = [t["topic"] for t in record["agenda"] if fold(asked.fields[0]) in fold(t["topic"])]
    yield "no topic", ", ".join(got), not got


def _quote(record: Row, pages: dict[str, Page], asked: Asked) -> Checked:
    words, speaker, keys = asked.fields
    hits = [(q, v) for q in record["quotes"] for v in q["variants"] if _touches(pages, [v], words)]
    names = sorted({str(q["speaker_name"]) for q, _ in hits})
    yield "quotes with the right speaker", ", ".join(names), any(same_speaker(fold(speaker), fold(n)) for n in names)
    said = [fold(json.dumps(v["occasion"], ensure_ascii=False)) for _, v in hits if v["occasion"]]
    wanted = [fold(k).strip() for k in keys.split(",")] if keys != "-" else []
    right = any(all(k in words for k in wanted) for words in said) if wanted else bool(hits) and not said
    yield "quotes with the occasion", "; ".join(said), right


CHECKS = {"event": _event, "one": _one, "topic": _topic, "no_topic": _no_topic, "quote": _quote}
