"""Which events of which articles are one happening.

The likeliest pairs are joined first, and two clusters that hold events which cannot be one (days apart, other people)
are never joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from variorum.lang import words
from variorum.lang.stems import stem
from variorum.model.reading import Claim, Event
from variorum.reconcile.acts import called_off, is_to
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.narrative import narrated
from variorum.reconcile.one_happening import WORD, Told, barred, likeness

SAME = 2.0
"""Score from which two events count as one happening; set on the five reports and our own examples."""
SAME_DAY = 1.7
"""The same for two events that are both dated to one day or two."""
RECALLED = 4
"""Words within which a relative clause makes of a phrase a noun that is recalled."""


def told_events(corpus: Corpus) -> list[Told]:
    """Every event of the story, its standing settled by the clause that tells it."""
    clauses = {a.id: corpus.claims_of(a.id) for a in corpus.articles}
    settled = [(article, _settled(clauses[article], event)) for article, event in corpus.events]
    by_article: dict[str, list[Event]] = defaultdict(list)
    for article, event in settled:
        by_article[article].append(event)
    told = [_told(corpus, article, event) for article, event in settled]
    return [_narrated(corpus, t, clauses[t.article], by_article[t.article]) for t in told]


def _narrated(corpus: Corpus, told: Told, clauses: Sequence[Claim], events: Sequence[Event]) -> Told:
    phrase = told.event.phrase
    verbs = {stem(c.slots.predicate or "") for c in clauses if c.cite.start < phrase.end and phrase.start < c.cite.end}
    if verbs.isdisjoint(stem(w) for w in WORD.findall(phrase.exact.lower())):
        return told
    if told.event.kind != "statement" and _of_another(phrase.exact):
        return replace(told, clause=True)
    return replace(told, clause=True, day=narrated(corpus.article[told.article], events, told.event))


def _of_another(phrase: str) -> bool:
    """Whether a noun and its relative clause recall something: "earthquakes which killed thousands"."""
    relative = {word.strip() for word in words("en", "events", "going_on", "relative")}
    return not relative.isdisjoint(phrase.lower().split()[1:RECALLED])


def _settled(clauses: Sequence[Claim], event: Event) -> Event:
    """The event as its clause has it: "was to arrive" is a plan, and a trip that "was called off" was not made."""
    if event.standing != "happened":
        return event
    own = event.trigger
    holding = [c for c in clauses if c.cite.start <= own.start and own.end <= c.cite.end]
    if not holding:
        return event
    clause = min(holding, key=lambda c: c.cite.end - c.cite.start)
    if is_to(clause) and stem(clause.slots.predicate or "") == stem(own.exact):
        return replace(event, standing="planned")
    appointed = event.family in words("en", "acts", "undone", "appointed")
    if appointed and called_off(clause) and clause.slots.theme and stem(clause.slots.theme) == stem(own.exact):
        return replace(event, standing="denied", hedge=clause.slots.predicate)
    return event


def _told(corpus: Corpus, article: str, event: Event) -> Told:
    ids = [p.entity for p in event.participants]
    people = frozenset(i for i in ids if i in corpus.entity and corpus.entity[i].kind == "person")
    return Told(article, event, people, frozenset(ids) - people)


def happenings(corpus: Corpus) -> list[list[Told]]:
    """The story's events, those of one happening together, in the order first told."""
    told = told_events(corpus)
    pairs = [
        (score, a, b)
        for a, b in _candidates(told)
        if (score := likeness(corpus, told[a], told[b])) >= _bar(told[a], told[b])
    ]
    groups = join(len(told), pairs, lambda a, b: barred(corpus, told[a], told[b]))
    return [[told[i] for i in group] for group in groups]


def _bar(a: Told, b: Told) -> float:
    both = a.event.when and b.event.when and max(a.event.when.interval.days, b.event.when.interval.days) <= 2
    return SAME_DAY if both else SAME


def _candidates(told: list[Told]) -> Iterable[tuple[int, int]]:
    """Pairs of a family that share a participant, a place or a month; near-linear in the number of events."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        family = t.event.family
        for entity in sorted(t.people | t.others):
            blocks[family, entity].append(n)
        if t.event.place:
            blocks[family, t.event.place].append(n)
        if not t.event.when:
            blocks[family, stem(t.event.trigger.exact)].append(n)
        else:
            blocks[family, str(t.event.when.interval.end)[:7]].append(n)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})
