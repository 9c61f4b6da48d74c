"""Small stories for the tests of reconciling: articles with the events and claims that a test gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests import factory
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.reading import (
    AgendaItem,
    Claim,
    Entity,
    EntityKind,
    Event,
    Ordinal,
    Participant,
    Quantity,
    Reading,
    Slots,
)
from variorum.model.text import Citation
from variorum.model.time import Grain, Interval, TimeExpression, When
from variorum.reconcile.corpus import Corpus, build_corpus

__all__ = ["Article", "Claim", "Ordinal", "replace"]


def when(start: str, end: str | None = None, grain: Grain = "day") -> When:
    """Days by their ISO dates."""
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)
    return When(Interval(first, last), grain, start if first == last else f"{start}/{end}")


def report(name: str, text: str, published: str = "2026-01-13", **more: Any) -> Article:
    """An article of one line, known by its file's name."""
    return factory.article(text, path=name, published=published, outlet=name.title(), **more)


def cite(article: Article, words: str) -> Citation:
    """The citation of words that stand in the article."""
    start = article.text.index(words)
    return Citation(article.id, start, start + len(words), words)


def event(article: Article, phrase: str, trigger: str, **more: Any) -> Event:
    """A meeting that happened, unless told otherwise. ``people`` are entity ids; ``on`` a :class:`When`."""
    people, on = more.pop("people", ()), more.pop("on", None)
    words = more.pop("dated", phrase)
    time = TimeExpression(cite(article, words), on, "stated", "DATE", on.edtf) if on else None
    fields: dict[str, Any] = {
        "id": make_id("event", article.id, phrase, trigger), "trigger": cite(article, trigger), "kind": "meeting",
        "family": "encounter", "code": None, "phrase": cite(article, phrase), "sentence": cite(article, article.text),
        "participants": tuple(Participant("agent", p) for p in people), "time": time, "when": on, "place": None,
        "standing": "happened", "hedge": None, "attributed_to": None,
    }  # fmt: skip
    return Event(**(fields | more))


def claim(article: Article, words: str, terms: Sequence[str], **more: Any) -> Claim:
    """A claim in the outlet's own voice."""
    slots = {
        "subject": None, "subject_entity": None, "predicate": None, "object": None, "quantities": (), "ordinals": (),
        "time": None, "place": None, "polarity": "yes", "hedge": None,
    } | {k: more.pop(k) for k in list(more) if k in Slots.__slots__}  # fmt: skip
    fields: dict[str, Any] = {
        "id": make_id("claim", article.id, words), "cite": cite(article, words),
        "sentence": cite(article, article.text), "slots": Slots(**slots), "holder": None, "entities": (),
        "events": (), "terms": tuple(sorted(terms)), "paragraph": 0,
    }  # fmt: skip
    return Claim(**(fields | more))


def number(article: Article, words: str, low: float, high: float | None = -1, **more: Any) -> Quantity:
    """A count of people, exact unless ``high`` says otherwise (None: at least)."""
    fields = {"unit": None, "noun": "people", "of": None, "vague": None} | more
    return Quantity(cite(article, words), low, low if high == -1 else high, **fields)


def ordinal(article: Article, words: str, value: int, members: Sequence[str], limit: str | None = None) -> Ordinal:
    """A place in a counted set."""
    return Ordinal(cite(article, words), value, tuple(members), limit)


def topic(article: Article, words: str, polarity: Any, topic_words: str, parent: str | None = None) -> AgendaItem:
    """A topic that an article puts on, or off, a table."""
    return AgendaItem(topic_words, cite(article, words), parent, None, polarity, None, None)


def entity(ident: str, name: str, kind: EntityKind = "person", country: str | None = None) -> Entity:
    """An entity of the story."""
    return Entity(ident, kind, name, (), (), country, None, ())


def corpus(
    told: Sequence[tuple[Article, Sequence[Event], Sequence[Claim]]],
    entities: Sequence[Entity] = (),
    agenda: Sequence[tuple[Article, AgendaItem]] = (),
) -> Corpus:
    """The corpus of a story; entity ids are the story's already."""
    readings = [
        Reading(a.id, (), (), (), (), tuple(es), tuple(cs), tuple(i for b, i in agenda if b is a)) for a, es, cs in told
    ]
    return build_corpus([a for a, _, _ in told], readings, entities, {})
