"""The timeline: one entry for one happening, with its best date and how far it is known to have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.lang import words
from variorum.model.ids import make_id
from variorum.model.reading import Event
from variorum.model.record import Status, TimelineEntry
from variorum.model.time import When
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.narrative import is_called_off, to_press
from variorum.reconcile.one_happening import Told
from variorum.reconcile.support import Origins

WHOLE = 5
"""Words from which a phrase can stand for a happening by itself."""


def timeline(corpus: Corpus, groups: Sequence[Sequence[Told]], origins: Origins) -> tuple[TimelineEntry, ...]:
    """Entries in order of their days; background history first, undated ones last.

    A happening is listed when a report dates it or when two reports tell it; told by one, when it goes on from a dated
    one and somebody took part in it; of a report that bears no date itself, when somebody took part.
    """
    entries = [_entry(corpus, group, origins) for group in groups if _worth(corpus, group)]
    return tuple(sorted(entries, key=_order))


def _worth(corpus: Corpus, group: Sequence[Told]) -> bool:
    """Dated, told by two, or going on from what is dated; and in a report that bears no date, all that has people."""
    if any(t.event.when for t in group):
        return True
    told = [t for t in group if t.event.standing != "denied" or is_called_off(t.event)]
    if len({t.article for t in told}) > 1 or any(_goes_on(t) for t in told):
        return True
    return any(corpus.article[t.article].day is None and t.event.participants for t in group)


def _goes_on(told: Told) -> bool:
    """Whether one report, going on from a dated sentence, tells an act of somebody's in a clause of its own."""
    event = told.event
    listed = event.kind in words("en", "events", "going_on", "kinds")
    of_another = event.phrase.exact.lower().startswith(tuple(words("en", "events", "going_on", "relative")))
    plain = told.clause and event.kind in words("en", "events", "going_on", "plain")
    known = bool(event.participants) or event.kind == "calling_off" or (plain and bool(event.quantities))
    then = event.phrase.exact.lower().startswith(tuple(words("en", "events", "sequence", "words")))
    dropped = is_called_off(event) and event.family in words("en", "events", "cancelled", "appointed")
    told_on = to_press(event) or plain or dropped
    near = told.day is not None and (told.day.off == 0 or told_on or (then and told.day.off == 1))
    return near and (known or dropped) and (listed or dropped) and not of_another


def _order(entry: TimelineEntry) -> tuple[bool, str, str, str]:
    days = entry.when.interval if entry.when else None
    return (days is None, str(days.start) if days else "", str(days.end) if days else "", entry.id)


def _entry(corpus: Corpus, group: Sequence[Told], origins: Origins) -> TimelineEntry:
    when = best_when(group)
    teller = spokesman(group, when)
    people = Counter(p.entity for t in group for p in t.event.participants)
    places = Counter(t.event.place for t in group if t.event.place)
    dated = [t for t in group if t.event.when]
    return TimelineEntry(
        id=make_id("event", *sorted(t.event.id for t in group)),
        when=when,
        what=" ".join(teller.event.phrase.exact.split()),
        kind=Counter(t.event.kind for t in group).most_common(1)[0][0],
        status=status(corpus, group, when),
        participants=tuple(entity for entity, _ in sorted(people.items(), key=lambda row: (-row[1], row[0]))),
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
        support=origins.of((t.article, t.event.attributed_to) for t in group),
        evidence=corpus.in_order(t.event.phrase for t in group),
        background=bool(dated) and all(t.event.background for t in dated),
    )


def best_when(group: Sequence[Told]) -> When | None:
    """The days most reports can agree on: of the finest grain, the one most often given, then the earliest."""
    given = [t.event.when for t in group if t.event.when]
    if not given:
        return _narrated_day(group)
    votes = Counter((w.interval, w.edtf) for w in given)
    return min(given, key=lambda w: (w.interval.days, -votes[w.interval, w.edtf], w.interval.start))


def _narrated_day(group: Sequence[Told]) -> When | None:
    """Where no report dates it, the day on which their telling stands: the nearest named, then the most often."""
    found = [t.day for t in group if t.day]
    votes = Counter(d.when.interval for d in found)
    best = min(found, key=lambda d: (d.off, -votes[d.when.interval], d.when.interval.start), default=None)
    return best.when if best else None


def spokesman(group: Sequence[Told], when: When | None) -> Told:
    """The telling that stands for all: firm, with the most people named, dated, in the fewest words."""

    def rank(told: Told) -> tuple[bool, bool, int, bool, int, str]:
        event = told.event
        own = event.when if event.time else None
        dated = own is not None and when is not None and own.interval == when.interval
        firm = event.standing in {"happened", "under_way"}
        people = -len(event.participants)
        return (not firm, _points_back(event), people, not dated, len(event.phrase.exact), event.id)

    return min(group, key=rank)


def _points_back(event: Event) -> bool:
    """Whether the phrase only takes up what was told before ("The visit comes days ..."), or is but a few words."""
    found = event.phrase.exact.lower().split()
    return len(found) < WHOLE or found[1:2] == [event.trigger.exact.lower()]


def status(corpus: Corpus, group: Sequence[Told], when: When | None) -> Status:
    """The ladder: what the latest report that speaks firmly says, held against the calendar.

    ``unconfirmed``: planned, its day has come, and a report written on that day or later does not say it happened.
    """
    standings = {t.event.standing for t in group}
    latest = max(group, key=lambda t: corpus.rank[t.article]).event
    if _called_off_last(corpus, group):
        return "cancelled"
    if "happened" in standings:
        return "happened"
    if "under_way" in standings:
        return "under_way"
    if latest.standing == "denied":
        return "cancelled" if is_called_off(latest) or _came_to_nothing(corpus, group, when) else "denied"
    if _overdue(corpus, group, when):
        return "unconfirmed"
    if "planned" not in standings:
        return "unconfirmed"
    return "scheduled" if when and when.interval.days <= 7 else "announced"


def _called_off_last(corpus: Corpus, group: Sequence[Told]) -> bool:
    """Whether the last report that speaks of it firmly says that it was called off, and nothing else of it."""
    firm = [t for t in group if t.event.standing in {"happened", "under_way", "denied"}]
    last = max((corpus.rank[t.article] for t in firm), default=None)
    told = [t.event for t in firm if corpus.rank[t.article] == last]
    return bool(told) and all(is_called_off(e) for e in told)


def _came_to_nothing(corpus: Corpus, group: Sequence[Told], when: When | None) -> bool:
    """Whether one report tells the plan, and another, of its day or later, says flatly that it was not done."""
    if when is None:
        return False
    planners = {t.article for t in group if t.event.standing == "planned"}
    after = [t for t in group if t.event.standing == "denied" and not t.event.hedge and t.article not in planners]
    days = [corpus.article[t.article].day for t in after]
    return bool(planners) and any(day is not None and day >= when.interval.end for day in days)


def _overdue(corpus: Corpus, group: Sequence[Told], when: When | None) -> bool:
    if when is None:
        return False
    planners = {t.article for t in group}
    after = [a for a in corpus.articles if a.day and a.day >= when.interval.end and a.id not in planners]
    last = corpus.last_day()
    return bool(after) or (last is not None and last > when.interval.end)
