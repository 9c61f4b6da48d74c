"""The order in which an article is read: times and names, then speech, then happenings, claims and the agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.model.article import Article
from variorum.model.parse import Parse, Passage
from variorum.model.reading import AgendaItem, Claim, Event, Mention, Quote, Reading
from variorum.model.time import TimeExpression, own_times
from variorum.read.agenda import find_agenda
from variorum.read.claims import Material, find_claims
from variorum.read.conferring import tells_of_talks
from variorum.read.events import find_events, with_inherited_days
from variorum.read.names import find_names
from variorum.read.ordinals import find_ordinals
from variorum.read.quantities import find_quantities
from variorum.read.scene import Scene
from variorum.read.speech import find_quotes
from variorum.read.times import find_times

GATHERINGS = frozenset({"meeting", "call"})
"""Kinds of happening that have an agenda; where an article tells of none, nor of talks, no agenda is looked for."""
REPORTS = frozenset({"say", "think"})
"""Manners of attribution whose content is a statement of the speaker; wishes and judgements are told by the outlet."""


def read_article(article: Article, parses: Sequence[Parse], lent: dt.date | None = None) -> Reading:
    """Read one article.

    Args:
        article: what to read.
        parses: one for each of ``article.paragraphs``, in order.
        lent: for an article without a day, the one that its words for dates are to be resolved against; what is counted
            from it is ``inherited``.
    """
    if lent and article.day is None:
        article = replace(article, published=lent.isoformat())
    else:
        lent = None
    pairs = enumerate(zip(article.paragraphs, parses, strict=True))
    passages = [Passage(i, paragraph, parse) for i, (paragraph, parse) in pairs]
    times = find_times(article, passages)
    if lent:
        times = tuple(replace(t, basis="inherited") if t.basis == "from_publication" else t for t in times)
    mentions, entities = find_names(article, passages)
    quotes = find_quotes(article, passages, mentions, entities, times)
    told = [p for p in passages if p.paragraph.kind != "headline"]
    scenes = [_scene(article, p, mentions, times, quotes) for p in told]
    events = with_inherited_days([e for scene in scenes for e in find_events(scene)])
    claims = [c for scene in scenes for c in _claims(scene, events)]
    agenda = _agenda(scenes, events)
    return Reading(
        article=article.id,
        times=times,
        mentions=mentions,
        entities=entities,
        quotes=quotes,
        events=tuple(events),
        claims=tuple(claims),
        agenda=tuple(agenda),
    )


def _scene(
    article: Article,
    passage: Passage,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> Scene:
    offsets = passage.paragraph.offsets
    here = [t for t in times if offsets[0] <= t.cite.start < offsets[-1]]
    busy = frozenset(i for t in here for i in passage.tokens_of(t.cite) or ())
    dated = tuple((span, t) for t in own_times(article.text, here) if (span := passage.tokens_of(t.cite)))
    return Scene(
        article=article,
        passage=passage,
        mentions=tuple(m for m in mentions if m.paragraph == passage.index),
        times=dated,
        quantities=tuple(find_quantities(article, passage, busy)),
        reported=tuple(_reported(passage, quotes)),
        occasions=dict(_occasions(passage, quotes, times)),
    )


def _reported(passage: Passage, quotes: Sequence[Quote]) -> list[tuple[range, str]]:
    """Token ranges of reported words, innermost last, and of each cue's one word, with the speaker's name."""
    found: list[tuple[range, str]] = []
    for quote in quotes:
        name = quote.speaker_name or (quote.source.exact if quote.source else "")
        spans = [span for cite in quote.content if (span := passage.tokens_of(cite))]
        cue = passage.tokens_of(quote.cue) if quote.cue else range(0)
        if quote.manner in REPORTS:
            found.extend((span, name) for span in spans if name)
        if quote.manner == "say":
            found.extend((range(i, i + 1), name) for i in cue)
    return sorted(found, key=lambda row: (len(row[0]), row[0].start))


def _occasions(
    passage: Passage, quotes: Sequence[Quote], times: Sequence[TimeExpression]
) -> Iterator[tuple[int, TimeExpression | None]]:
    """The tokens of cues whose words were said on an occasion that stands in this passage, with its time."""
    for quote in quotes:
        if quote.cue and quote.occasion and passage.tokens_of(quote.occasion.cite):
            when = next((t for t in times if t.when and t.when == quote.occasion.when), None)
            yield from ((i, when) for i in passage.tokens_of(quote.cue))


def _claims(scene: Scene, events: Sequence[Event]) -> list[Claim]:
    busy = frozenset(i for span, _ in scene.times for i in span)
    ordinals = find_ordinals(scene.article, scene.passage, busy)
    here = tuple(e for e in events if scene.passage.tokens_of(e.trigger))
    return find_claims(Material(scene, here, tuple(ordinals)))


def _agenda(scenes: Sequence[Scene], events: Sequence[Event]) -> list[AgendaItem]:
    if not any(e.kind in GATHERINGS for e in events) and not any(tells_of_talks(s) for s in scenes):
        return []
    return [i for s in scenes for i in find_agenda(s)]
