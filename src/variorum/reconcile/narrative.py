"""The day on which a report's telling stands where it tells a happening without a date.

News tells on: what follows a dated sentence happened on its day until another day is named, and what is told before any
day is named, or far from one, happened on the day of the lead.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.lang import words
from variorum.model.article import Article
from variorum.model.reading import Event
from variorum.model.time import Interval, When

FRESH = 3
"""Days before the report, at most, of the lead's happening: an older one is no news of the day."""
LEAD = 2
"""How far off the lead's day counts, where nothing nearer is dated."""
PERFECT = 3
"""Words before a verb among which its auxiliary is looked for: "have since been joined"."""
DONE = frozenset({"happened", "under_way"})


@dataclass(frozen=True, slots=True)
class Narrated:
    """The day that the telling gives, and how many paragraphs off it is named; ``LEAD`` for the lead's."""

    off: int
    when: When


def narrated(article: Article, events: Sequence[Event], event: Event) -> Narrated | None:
    """The day that a report's telling gives an undated happening; None when it gives none.

    Args:
        article: the report.
        events: its events, in the order told.
        event: one of them.
    """
    called_off = is_called_off(event)
    if event.when or event.background or not (called_off or event.standing in DONE | {"planned"}):
        return None
    done = event.standing in DONE or called_off
    dated = [e for e in events if _bears_day(e) and (e.standing in DONE) == done]
    before = [] if _by_now(event) else [e for e in dated if e.trigger.start < event.trigger.start]
    if before and _told_today(article, event, before[-1]):
        assert article.day is not None
        return Narrated(LEAD, _own_day(article.day))
    if before:
        off = _paragraph(article, event) - _paragraph(article, before[-1])
        if off <= int(done):
            return Narrated(off, _day(before[-1]))
    if not done or article.day is None:
        return None
    fresh = [e for e in dated if e.when and 0 <= (article.day - e.when.interval.start).days <= FRESH]
    if fresh and not _told_today(article, event, fresh[0]):
        return Narrated(LEAD, _day(fresh[0]))
    return Narrated(LEAD, _own_day(article.day)) if event.kind == "statement" else None


def _told_today(article: Article, event: Event, before: Event) -> bool:
    """Whether words to the press are told on the report's own day: they tell of the day before them, and not on it.

    Only what else was said or done in public on a day ("met on Friday and told reporters ...") sets the day for them.
    """
    if article.day is None or not to_press(event) or before.when is None or before.when.interval.end >= article.day:
        return False
    return before.family not in words("en", "events", "going_on", "public")


def _by_now(event: Event) -> bool:
    """Whether it is told in the present perfect ("vessels have joined"): as it stands by now, not on the day before it.

    In English that tense goes with no time that is over, be it named in its own sentence or in the one before.
    """
    said = event.phrase.exact[: max(0, event.trigger.start - event.phrase.start)].lower().split()[-PERFECT:]
    return event.standing in DONE and not words("en", "events", "perfect", "words").isdisjoint(said)


def to_press(event: Event) -> bool:
    """Whether an event is a statement to the press or a parliament."""
    heard = words("en", "events", "press", "heard")
    return event.kind == "statement" and any(h in f" {event.phrase.exact}" for h in heard)


def is_called_off(event: Event) -> bool:
    """Whether a denial names the word that called it off; "would not resign" names but its auxiliary."""
    possible = words("en", "standing", "auxiliaries", "possible")
    return event.standing == "denied" and event.hedge is not None and event.hedge not in possible


def _own_day(day: dt.date) -> When:
    """The report's own day, on which words were said to the press that it dates by nothing else."""
    return When(Interval(day, day), "day", day.isoformat())


def _bears_day(event: Event) -> bool:
    return bool(event.when and event.time and event.when.interval.days <= 2 and not event.background) and (
        event.standing in DONE | {"planned"}
    )


def _day(event: Event) -> When:
    """The whole day of an event that may be dated to the hour."""
    assert event.when is not None
    days = event.when.interval
    return event.when if "T" not in event.when.edtf else When(days, "day", days.start.isoformat())


def _paragraph(article: Article, event: Event) -> int:
    return bisect_right([p.offsets[0] for p in article.paragraphs], event.trigger.start)
