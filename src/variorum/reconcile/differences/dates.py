"""Dates of one happening: one inside the other is precision, hours apart are a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang import words
from variorum.model.reading import Event
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.acts import acts_of
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.moments import Moment, Relation, moments, relation
from variorum.reconcile.one_happening import Told
from variorum.reconcile.timeline import spokesman

HOURS: tuple[tuple[Relation, DifferenceKind, Verdict, str], ...] = (
    ("apart", "date", "conflict", "The clock times are too far apart to be one."),
    ("near", "granularity", "compatible", "The clock times are close; the reports round them differently."),
)
"""How clock times may stand to each other, and what is said of it."""
FEWEST_NAMES = 3
"""Names that a sentence must hold to be known again by them."""
A_WHILE = 28
"""Days before the report from which it recalls, and no longer reports."""


def date_differences(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Difference]:
    """For each happening: its hours where they are given, else its days, where two reports differ."""
    return [d for group in groups if (d := _hours(corpus, group) or _days(corpus, group))]


def recalled_differences(corpus: Corpus) -> list[Difference]:
    """Two sentences of different reports that recall one thing, by its names, and date it more and less precisely.

    Reports tell the same history in other words ("a row over Taiwan late last year", "her remarks on Taiwan last
    November"): when all the names of one sentence stand in the other, and one date lies in the other, it is one thing.
    """
    recalled = [r for article, event in corpus.events if (r := _recalled(corpus, article, event))]
    found: dict[str, Difference] = {}
    for a, b in combinations(recalled, 2):
        if a.article != b.article and _one_thing(a, b):
            positions = [position(corpus, _words_of([t]), [t.event.sentence]) for t in (a, b)]
            why = "One date lies in the other, and the sentences name the same people and places."
            row = difference("granularity", f"When: {asked([a, b])}?", positions, "compatible", why)
            found.setdefault(row.id, row)
    return list(found.values())


def _recalled(corpus: Corpus, article: str, event: Event) -> Told | None:
    """An event of an earlier month, with all the names of its sentence."""
    day, when = corpus.article[article].day, event.when
    if not event.time or not when or not day or (day - when.interval.start).days < A_WHILE or event.background:
        return None
    names = frozenset(
        e for c in corpus.claims_of(article) if event.sentence.span.contains(c.cite.span) for e in c.entities
    )
    return Told(article, event, names, frozenset()) if len(names) >= FEWEST_NAMES else None


def _one_thing(a: Told, b: Told) -> bool:
    one, two = a.event.when, b.event.when
    if not one or not two or one.edtf == two.edtf:
        return False
    nested = one.interval.contains(two.interval) or two.interval.contains(one.interval)
    return nested and (a.people <= b.people or b.people <= a.people)


def _days(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    by_days: dict[str, list[Told]] = {}
    for told in group:
        if told.event.when and told.event.time:
            by_days.setdefault(told.event.when.edtf.split("T")[0], []).append(told)
    if len(by_days) < 2 or len({t.article for ts in by_days.values() for t in ts}) < 2:
        return None
    positions = [position(corpus, _words_of(told), [t.event.phrase for t in told]) for told in by_days.values()]
    why = "The days lie one inside the other: the reports differ in precision."
    return difference("granularity", f"When: {asked(group)}?", positions, "compatible", why)


def _hours(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    """Clock times of one happening, each report's own, when they are too far apart to be one."""
    timed = [(t, m) for t in group if t.event.standing == "happened" and (m := _clocked(corpus, t))]
    held = [
        (relation(m, n), (a, m), (b, n))
        for (a, m), (b, n) in combinations(timed, 2)
        if a.article != b.article and _one_act(corpus, a, b)
    ]
    for how, kind, verdict, why in HOURS:
        by_clock: dict[object, list[Told]] = {}
        for told, moment in (row for found, *pair in held for row in pair if found == how):
            by_clock.setdefault(moment.clock, []).append(told)
        often = group[0].event.family in words("en", "reconcile", "often", "families")
        if len(by_clock) > 1 and not (often and how == "apart"):  # one hour of two days is a question of days
            positions = [position(corpus, _words_of(ts), [t.event.phrase for t in ts]) for ts in by_clock.values()]
            return difference(kind, f"At what hour: {asked(group)}?", positions, verdict, why)
    return None


def _clocked(corpus: Corpus, told: Told) -> Moment | None:
    """The clock time an event is given; None for a part of the day or none."""
    found = moments(corpus.article[told.article], [told.event.time] if told.event.time else [])
    return next((m for m in found if m.clocked and m.part == "at"), None)


def _one_act(corpus: Corpus, a: Told, b: Told) -> bool:
    """Not the beginning by the one and the end by the other, nor "the first" and "the last"."""
    acts = [_acts(corpus, t) for t in (a, b)]
    if acts[0] and acts[1] and not acts[0] & acts[1]:
        return False
    marks = [set(t.event.phrase.exact.lower().split()) & words("en", "acts", "phrase", "apart") for t in (a, b)]
    return marks[0] == marks[1]


def _acts(corpus: Corpus, told: Told) -> frozenset[str]:
    """Kinds of act that the verb of the event's own clause may stand for."""
    holding = [c for c in corpus.claims_of(told.article) if c.cite.span.contains(told.event.trigger.span)]
    clause = min(holding, key=lambda c: c.cite.end - c.cite.start, default=None)
    return acts_of(clause) if clause else frozenset()


def _words_of(told: Sequence[Told]) -> str:
    """The report's own words for the time."""
    time = told[0].event.time
    return time.cite.exact if time else ""


def asked(group: Sequence[Told]) -> str:
    """The happening in its first words, joining words left out."""
    found = spokesman(group, None).event.phrase.exact.split()
    openers = words("en", "reconcile", "openers", "words")
    while len(found) > 3 and found[0].lower().strip('“"') in openers:
        found.pop(0)
    return " ".join(found[:14]).strip(' ,.;“”"')
