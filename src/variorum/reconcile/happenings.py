"""Which events of which articles are one happening.

Small features, each with its reason; the likeliest pairs are joined first, and two clusters that hold events which
cannot be one (days apart, other people) are never joined.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.lang import words
from variorum.lang.stems import stem
from variorum.model.reading import Claim, Entity, Event, Place
from variorum.reconcile.acts import called_off, is_to
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.narrative import LEAD, Narrated, narrated, to_press

SAME = 2.0
"""Score from which two events count as one happening; set on the five reports and our own examples."""
SAME_DAY = 1.7
"""The same for two events that are both dated to one day or two."""
WORD = re.compile(r"[^\W_]+")
RECALLED = 4
"""Words within which a relative clause makes of a phrase a noun that is recalled."""
FAR = 60.0
"""Kilometres between two points from which they are two places."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one article tells it, with what it is compared by.

    Attributes:
        people: ids of persons who take part.
        others: ids of organizations, countries and groups that take part.
        clause: a clause tells it, with its verb, and not a noun alone ("the strongest quake since 1948").
        day: for an undated one that a clause tells, the day on which the report's telling stands.
    """

    article: str
    event: Event
    people: frozenset[str]
    others: frozenset[str]
    clause: bool = False
    day: Narrated | None = None


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


def likeness(corpus: Corpus, a: Told, b: Told) -> float:
    """How likely two events are one: the sum of what speaks for it. Negative infinity when they cannot be."""
    if barred(corpus, a, b):
        return float("-inf")
    features = (same_word, same_people, same_others, same_place, same_days, same_kind, same_history, same_telling)
    return sum(feature(a, b) for feature in features)


def same_kind(a: Told, b: Told) -> float:
    """Both are of one kind, such as a meeting."""
    return 0.5 if a.event.kind == b.event.kind and a.event.kind != "other" else 0.0


def same_word(a: Told, b: Told) -> float:
    """Both use one word for it."""
    return 0.5 if a.event.trigger.exact.lower()[:5] == b.event.trigger.exact.lower()[:5] else 0.0


def same_people(a: Told, b: Told) -> float:
    """The same people take part."""
    shared = len(a.people & b.people)
    return min(shared, 2) * 0.75


def same_others(a: Told, b: Told) -> float:
    """The same countries, organizations or groups take part."""
    return min(len(a.others & b.others), 2) * 0.4


def same_place(a: Told, b: Told) -> float:
    """It happens at one place."""
    return 0.75 if a.event.place and a.event.place == b.event.place else 0.0


def same_days(a: Told, b: Told) -> float:
    """The days given for it are the same; or one lies in the other, which tells more of a month than of a day."""
    one, two = a.event.when, b.event.when
    if not one or not two:
        return _near_days(a, b)
    if one.interval == two.interval:
        return 1.25
    widest = max(one.interval.days, two.interval.days)
    return 1.0 if 2 < widest <= 31 else 0.6


def _near_days(a: Told, b: Told) -> float:
    """Days of which one at least is only that on which the telling stands: less the farther off it is named."""
    one, two = (t.event.when or (t.day.when if t.day else None) for t in (a, b))
    if not one or not two or not one.interval.overlaps(two.interval):
        return 0.0
    return 0.6 if max(t.day.off for t in (a, b) if t.day) < LEAD else 0.4


def same_telling(a: Told, b: Told) -> float:
    """Two clauses tell them in much the same words."""
    if not a.clause or not b.clause:
        return 0.0
    one, two = (_stems(t.event) for t in (a, b))
    share = len(one & two) / max(1, len(one | two))
    return 1.0 if share >= 0.7 else 0.5 if share >= 0.5 else 0.0


def _stems(event: Event) -> frozenset[str]:
    empty = words("en", "speech", "ledger", "empty")
    return frozenset(stem(w) for w in WORD.findall(event.phrase.exact.lower()) if w not in empty)


def same_history(a: Told, b: Told) -> float:
    """Both are told as background, of the same year or years: a report seldom recalls two of a kind."""
    one, two = a.event.when, b.event.when
    both = a.event.background and b.event.background
    return 0.75 if both and one and two and one.interval == two.interval else 0.0


def barred(corpus: Corpus, a: Told, b: Told) -> bool:
    """Whether two events can never be one: other days, other people, other places, or another family."""
    if a.event.family != b.event.family or (a.event.background != b.event.background and _both_dated(a, b)):
        return True
    if (_both_dated(a, b) and not _days_meet(a, b)) or _held_instead(a, b):
        return True
    if a.event.kind == "other" and b.event.kind == "other" and not _tied(a, b):
        return True
    if _other_telling_day(a, b):
        return True
    return _other_people(a, b) or _other_places(corpus, a, b) or _one_sided(corpus, a, b)


def _other_telling_day(a: Told, b: Told) -> bool:
    """Whether one is words to the press that a report tells on its day, and the other was said on another day."""
    for told, dated in ((a, b), (b, a)):
        if told.event.when is None and told.day is not None and to_press(told.event) and dated.event.when is not None:
            return not told.day.when.interval.overlaps(dated.event.when.interval)
    return False


def _held_instead(a: Told, b: Told) -> bool:
    """What is called off is none of what the same report tells as done, nor the whole of which it was a part."""
    if not any(t.event.standing == "denied" and t.event.hedge for t in (a, b)):
        return False
    one, two = a.event.when, b.event.when
    other_days = one is not None and two is not None and one.interval.days != two.interval.days
    other_places = bool(a.event.place and b.event.place and a.event.place != b.event.place)
    done = a.article == b.article and "happened" in {a.event.standing, b.event.standing}
    arrived = "happened" in {a.event.standing, b.event.standing} and not same_word(
        a, b
    )  # he came; the tour was dropped
    return done or other_days or other_places or arrived


def _tied(a: Told, b: Told) -> bool:
    """Something but the day and the word ties them: a participant, the place, or all the words."""
    place = a.event.place is not None and a.event.place == b.event.place
    words = a.event.phrase.exact.split() == b.event.phrase.exact.split()
    return place or words or bool((a.people | a.others) & (b.people | b.others))


def _both_dated(a: Told, b: Told) -> bool:
    return a.event.when is not None and b.event.when is not None


def _days_meet(a: Told, b: Told) -> bool:
    one, two = a.event.when, b.event.when
    return one is not None and two is not None and one.interval.overlaps(two.interval)


def _other_people(a: Told, b: Told) -> bool:
    """Two named on each side, and neither side holds the other."""
    if len(a.people) >= 2 and len(b.people) >= 2:
        return not (a.people <= b.people or b.people <= a.people)
    return bool(a.people) and bool(b.people) and not a.people & b.people


def _other_places(corpus: Corpus, a: Told, b: Told) -> bool:
    one, two = a.event.place, b.event.place
    if not one or not two or one == two:
        return False
    first, second = corpus.entity.get(one), corpus.entity.get(two)
    if not first or not second:
        return False
    return places_apart(first, second) and not _one_off(a, b)


def _one_off(a: Told, b: Told) -> bool:
    """A happening that occurs once, on one day, by one word: told of two places it is a contradiction, and not two."""
    once = a.event.family in words("en", "reconcile", "once", "families")
    days = _both_dated(a, b) and a.event.when == b.event.when and not a.event.background
    return once and days and a.event.trigger.exact.lower()[:5] == b.event.trigger.exact.lower()[:5]


def places_apart(one: Entity, other: Entity) -> bool:
    """Whether two places cannot be one: in two countries, or two known points too far from each other.

    A place inside the other (by its name, or a country's) agrees; one that no list knows may lie anywhere.
    """
    names = [set(e.name.casefold().split()) for e in (one, other)]
    if names[0] <= names[1] or names[1] <= names[0]:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if "country" in {one.kind, other.kind}:
        return False
    return bool(one.place and other.place) and _kilometres(one.place, other.place) > FAR


def _kilometres(a: Place | None, b: Place | None) -> float:
    """Great-circle distance on a sphere of 6,371 km (haversine)."""
    if a is None or b is None:
        return 0.0
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _one_sided(corpus: Corpus, a: Told, b: Told) -> bool:
    """An undated fact and a dated event of the past or the future, where nothing but a name ties them."""
    dated, undated = (a, b) if a.event.when else (b, a)
    if not dated.event.when or undated.event.when:
        return False
    day = corpus.article[undated.article].day
    if day is None or (dated.event.place and dated.event.place == undated.event.place):
        return False
    apart = abs((dated.event.when.interval.end - day).days)
    return apart > 10
