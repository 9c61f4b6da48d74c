"""A story's readings into its record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from variorum.model.article import Article, Failure
from variorum.model.protocols import Comparer, Embedder
from variorum.model.reading import Reading
from variorum.model.record import Record, StoryHead, TimelineEntry
from variorum.model.story import Story
from variorum.reconcile.agenda import agenda
from variorum.reconcile.align import aligned
from variorum.reconcile.borne_out import Bearers
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.differences import differences
from variorum.reconcile.entities import resolve
from variorum.reconcile.facts import joined_claims, silences
from variorum.reconcile.happenings import happenings
from variorum.reconcile.independence import independence, origin_of
from variorum.reconcile.ledger import ledger
from variorum.reconcile.side_by_side import side_by_side
from variorum.reconcile.summary import summary
from variorum.reconcile.support import Origins, shared_occasions
from variorum.reconcile.tellings import tellings
from variorum.reconcile.timeline import timeline

FRESH = dt.timedelta(days=7)
"""How long before its first report a story's own days may begin."""
DONE = frozenset({"happened", "under_way"})
"""Standings of what gives a story its days, before anything that is only planned."""
SHORT = 3
"""Days that a happening may last and still say when the story was."""


def reconcile(  # noqa: PLR0913  two of them are models, which may be absent
    story: Story,
    articles: Sequence[Article],
    readings: Sequence[Reading],
    failures: Sequence[Failure] = (),
    *,
    embedder: Embedder | None = None,
    comparer: Comparer | None = None,
) -> Record:
    """Everything the articles establish together.

    Args:
        story: its title, id and lineage.
        articles: those of the story that could be read.
        readings: one an article, in the same order.
        failures: what was set aside on the way, listed in the record.
        embedder: proposes claims that may state one fact; without it words alone do.
        comparer: reads sentences side by side, for differences that no rule sees, and to bear out those of the rules.

    Raises:
        BackendError: the embedder's or the comparer's model would not load.
    """
    entities, entity_of = resolve(articles, readings)
    corpus = build_corpus(articles, readings, entities, entity_of)
    lineage = tuple(row for row in story.lineage if row.article in corpus.rank)
    origins = Origins(origin_of(corpus.articles, lineage))
    groups = happenings(corpus)
    side = side_by_side(corpus, comparer)
    facts = aligned(corpus, groups, embedder, side.pairs)
    entries = timeline(corpus, groups, origins)
    quotes = ledger(corpus.articles, corpus.readings, entity_of, entities)
    topics = agenda(corpus)
    told = tellings(corpus)
    unlike = differences(corpus, groups, facts, quotes, told, side)
    claims = joined_claims(corpus, facts, unlike, origins)
    return Record(
        aligner=" + ".join(["lexical", *(m.name for m in (embedder, side.comparer) if m)]),
        story=_head(story, corpus, entries),
        summary=summary(corpus, Bearers(corpus, facts, told), claims, unlike, entries, origins),
        articles=corpus.articles,
        independence=independence(corpus.articles, lineage, shared_occasions(corpus, quotes)),
        lineage=lineage,
        entities=entities,
        times=tuple(t for r in corpus.readings for t in r.times),
        timeline=entries,
        quotes=quotes,
        agenda=topics,
        claims=claims,
        differences=unlike,
        silences=silences(corpus, claims),
        failures=tuple(sorted(failures)),
    )


def _head(story: Story, corpus: Corpus, entries: Sequence[TimelineEntry]) -> StoryHead:
    """The story's days: those of the happening most reports tell; without one, the days of publication."""
    published = [a.day for a in corpus.articles if a.day]
    earliest = min(published) - min(FRESH, min(published) - dt.date.min) if published else dt.date.min
    dated = [e for e in entries if e.when and e.when.interval.days <= SHORT and e.when.interval.start >= earliest]
    dated = [e for e in dated if e.status in DONE] or dated
    if dated:
        top = max(e.support.articles for e in dated)
        days = [e.when.interval for e in dated if e.support.articles == top and e.when]
        return StoryHead(story.id, story.title, str(min(d.start for d in days)), str(max(d.end for d in days)))
    first, last = (str(min(published)), str(max(published))) if published else (None, None)
    return StoryHead(story.id, story.title, first, last)
