"""Every typed value of a story: numbers, hours, days, lengths of time and places in a count, each with its clause.

What is said of one question in two reports is found by comparing these two by two (:mod:`differences.weighed`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.lang import words
from variorum.lang.stems import stem
from variorum.model.reading import Claim, Ordinal
from variorum.model.text import Citation
from variorum.model.time import TimeExpression
from variorum.reconcile.clause_times import in_clauses
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.figures import LONG_AGO, Figure
from variorum.reconcile.lengths import Length, length_of
from variorum.reconcile.moments import Moment, each_moment

CLOCK, DAY, SPAN, ORDINAL, COUNT = "clock", "day", "span", "ordinal", "count"
"""Kinds of value; those of figures are called by their dimension ("count", "money")."""


@dataclass(frozen=True, eq=False)
class Value:
    """A typed value as one report gives it.

    Attributes:
        cite: its own words.
        kind: only values of one kind are held against one another.
        low, high: for holding one against another: the figure, minutes of the day, days, hours.
        noun: stem of what is counted or measured; None when it is unsaid, and of a time.
        outcome: what befell the counted; None when nothing did.
        given: the value itself.
        old: it is told of a time long before its report.
    """

    article: str
    cite: Citation
    claim: Claim
    kind: str
    low: float
    high: float
    noun: str | None
    outcome: str | None
    given: Figure | Moment | Length | Ordinal
    old: bool

    @property
    def shown(self) -> str:
        """The report's own words for it."""
        return " ".join(self.cite.exact.split())

    @property
    def evidence(self) -> Citation:
        """The clause, if it holds the words; else the words."""
        return self.claim.cite if self.told else self.cite

    @property
    def told(self) -> bool:
        """A clause tells it; else it only stands in the sentence of one."""
        return self.claim.cite.span.contains(self.cite.span)

    @property
    def voice(self) -> str | None:
        """Who gives it, the report itself when None."""
        return self.given.voice if isinstance(self.given, Figure) else self.claim.holder

    def same(self, other: Value) -> bool:
        """Whether they give one value."""
        if isinstance(self.given, Moment) and isinstance(other.given, Moment):
            return (self.given.days, self.given.clock) == (other.given.days, other.given.clock)
        return (self.low, self.high) == (other.low, other.high)


def values(corpus: Corpus, counted: Sequence[Figure]) -> list[Value]:
    """All values by article in order of publication, in each in order of the text."""
    by_article: dict[str, list[Value]] = defaultdict(list)
    for figure in counted:
        if not _speaks(figure):
            by_article[figure.article].append(_counted(figure))
    times = {reading.article: reading.times for reading in corpus.readings}
    for article in corpus.articles:
        claims = corpus.claims_of(article.id)
        placed = in_clauses(claims, times[article.id], beside=True)
        for claim in claims:
            by_article[article.id] += _timed(corpus, article.id, claim, placed.get(claim.id, ()))
            by_article[article.id] += [_ranked(article.id, claim, o) for o in claim.slots.ordinals if _in_a_set(o)]
    found = [_once(by_article[a.id]) for a in corpus.articles]
    return [value for group in found for value in group]


def _speaks(figure: Figure) -> bool:
    """Whether it counts those who only say something: "two officials said"."""
    slots = figure.claim.slots
    saying = slots.predicate in words("en", "figures", "speaking", "verbs")
    return saying and slots.subject is not None and figure.quantity.cite.exact in slots.subject


def _in_a_set(ordinal: Ordinal) -> bool:
    """Whether it says of what it is the first or the third: not just "the third time"."""
    return ordinal.limit is not None or bool(set(ordinal.set) - words("en", "figures", "pronouns", "times"))


def _once(found: Iterable[Value]) -> list[Value]:
    """In order of the text; what two clauses hold is taken from the first."""
    once = {(v.cite.start, v.cite.end, v.kind): v for v in reversed(list(found))}
    return sorted(once.values(), key=lambda v: (v.cite.start, v.cite.end, v.kind))


def _counted(figure: Figure) -> Value:
    return Value(
        article=figure.article,
        cite=figure.quantity.cite,
        claim=figure.claim,
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        noun=stem(figure.noun) if figure.noun else None,
        outcome=figure.quantity.of,
        given=figure,
        old=bool(figure.era),
    )


def _timed(corpus: Corpus, article: str, claim: Claim, times: Sequence[TimeExpression]) -> Iterator[Value]:
    written = corpus.article[article].day
    old = _long_ago(claim, written)
    for time in times:
        length = length_of(corpus, article, time, measuring=True)
        if length and time.type == "DURATION":
            yield Value(article, time.cite, claim, SPAN, length.low, length.high, length.of, None, length, old)
    limits = [o.cite.span for o in claim.slots.ordinals]
    dated = [t for t in times if t.type != "DURATION" and not any(x.contains(t.cite.span) for x in limits)]
    for moment in each_moment(corpus.article[article], dated):
        kind = CLOCK if moment.clocked else DAY
        low, high = float(moment.days.start.toordinal()), float(moment.days.end.toordinal())
        if moment.clocked and moment.clock:
            low, high = (float(c) for c in moment.clock)
        past = written is not None and (written - moment.days.end).days > LONG_AGO
        yield Value(article, moment.cite, claim, kind, low, high, None, None, moment, past)


def _long_ago(claim: Claim, written: dt.date | None) -> bool:
    time = claim.slots.time
    return time is not None and written is not None and (written - time.interval.end).days > LONG_AGO


def _ranked(article: str, claim: Claim, ordinal: Ordinal) -> Value:
    noun = stem(ordinal.set[0]) if ordinal.set else None
    place = float(ordinal.value)
    return Value(article, ordinal.cite, claim, ORDINAL, place, place, noun, None, ordinal, old=False)
