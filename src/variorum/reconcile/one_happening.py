"""What speaks for two events being one happening, and what bars it: small features, each with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.lang import words
from variorum.lang.stems import stem
from variorum.model.reading import Event
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.geography import places_apart
from variorum.reconcile.narrative import LEAD, Narrated, to_press

WORD = re.compile(r"[^\W_]+")


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
