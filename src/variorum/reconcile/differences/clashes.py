"""Happenings that occur once, told of two days or two places: one of the reports is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang import words
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.dates import asked
from variorum.reconcile.geography import places_apart
from variorum.reconcile.one_happening import Told

DAYS = 3
"""Days apart at which two datings may still be of one happening."""


def clash_differences(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Difference]:
    """Pairs of happenings that differ in their day, or in their place, and in nothing else that is told.

    Only of families that occur once in a story, by one word, each told in other reports than the other.
    """
    families = words("en", "reconcile", "once", "families")
    once = [g for g in groups if g[0].event.family in families and not g[0].event.background]
    found = [d for a, b in combinations(once, 2) if _same_words(a, b) and (d := _day(corpus, a, b))]
    return [*found, *(d for g in once if (d := _place(corpus, g)))]


def _same_words(a: Sequence[Told], b: Sequence[Told]) -> bool:
    """One family, one trigger's stem, one place or one participant, and no report that tells both."""
    if a[0].event.family != b[0].event.family or {t.article for t in a} & {t.article for t in b}:
        return False
    stems = [{t.event.trigger.exact.lower()[:5] for t in group} for group in (a, b)]
    places = [{t.event.place for t in group if t.event.place} for group in (a, b)]
    people = [{p for t in group for p in t.people | t.others} for group in (a, b)]
    return bool(stems[0] & stems[1]) and bool(places[0] & places[1] or people[0] & people[1])


def _day(corpus: Corpus, a: Sequence[Told], b: Sequence[Told]) -> Difference | None:
    dated = [
        [t for t in group if t.event.when and t.event.when.interval.days == 1 and t.event.time] for group in (a, b)
    ]
    if not dated[0] or not dated[1]:
        return None
    days = [group[0].event.when.interval.start for group in dated if group[0].event.when]
    if not 0 < abs((days[0] - days[1]).days) <= DAYS:
        return None
    values = [group[0].event.time.cite.exact for group in dated if group[0].event.time]
    positions = [position(corpus, v, [t.event.phrase for t in g]) for v, g in zip(values, dated, strict=True)]
    why = f"One thing on two days: {days[0]} and {days[1]}."
    return difference("date", f"On which day: {asked(dated[0])}?", positions, "conflict", why)


def _place(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    placed = [t for t in group if t.event.place in corpus.entity]
    for a, b in combinations(placed, 2):
        one, two = corpus.entity[a.event.place or ""], corpus.entity[b.event.place or ""]
        if a.article != b.article and one.place and two.place and places_apart(one, two):
            positions = [position(corpus, e.name, [t.event.phrase]) for e, t in ((one, a), (two, b))]
            why = f"{one.name} and {two.name} are far apart: it cannot have been at both."
            return difference("place", f"Where: {asked([a])}?", positions, "conflict", why)
    return None
