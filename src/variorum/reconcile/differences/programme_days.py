"""One item of the programme that reports put on two days: moved by a later report, or told two ways on one day.

The comparator of dates (:mod:`datings`) knows one thing by its noun; here it is known as an item of the programme is,
by its act and by what is said of it, and a closing "for three weeks" is held against a reopening "within three days".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference, Verdict
from variorum.model.time import Interval, TimeExpression, days_on
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.differences.one_item import OTHER, likeness, only, other_people
from variorum.reconcile.differences.programme_acts import Bag
from variorum.reconcile.differences.programme_items import Item, Programme
from variorum.reconcile.moments import Moment, moments, part_of, relation

LIKE = 6.0
"""Weight of shared words from which two dated plans may be one."""
SURE = 8.0
"""The same for a conflict."""
COVERED = 0.5
"""Share of the words of the shorter clause that the other has too; of the longer, ``WHOLE``."""
WHOLE = 0.25
ONE_PLACE = 6.0
"""The same of what is shut and reopened, which is known by its place."""
REOPENING = "=reopening"
UNITS = {"D": 1, "W": 7, "M": 30}
"""Days of the units of a length in TIMEX3."""


@dataclass(frozen=True, eq=False)
class Dated:
    """An item with the moment that it is put on, and its act: of what stays shut until then, the reopening."""

    item: Item
    moment: Moment
    acts: Bag


def day_differences(corpus: Corpus, told: Programme) -> list[Difference]:
    """One row for each item that two reports put on days that cannot both be right."""
    dated = [d for i in told.of("planned") if (d := _dated(corpus, told, i))]
    met = [(a, b) for a, b in combinations(dated, 2) if _one(corpus, told, a, b)]
    found: list[list[Dated]] = []
    for a, b in sorted(met, key=lambda pair: -likeness(told, pair[0].item, pair[1].item)):
        home = next((g for g in found if a in g or b in g), None)
        if home is None:
            found.append([a, b])
        else:
            home.extend(d for d in (a, b) if d not in home)
    return [row for group in found if (row := _row(corpus, told, group))]


def _one(corpus: Corpus, told: Programme, a: Dated, b: Dated) -> bool:
    """Both plans are of one item, and their days are apart."""
    one, two = a.item, b.item
    if one.article == two.article or not a.acts & b.acts or not _apart(a, b):
        return False
    if other_people(one, two) or _marks(one) != _marks(two) or likeness(told, one, two) < LIKE:
        return False
    shut = REOPENING in a.acts & b.acts
    if min(only(told, one, two), only(told, two, one)) >= (ONE_PLACE if shut else OTHER):
        return False
    common, sizes = told.mass(one.own & two.own), sorted(told.mass(i.own) for i in (one, two))
    return common >= COVERED * sizes[0] and common >= WHOLE * sizes[1] and not _elsewhere(corpus, one, two)


def _apart(a: Dated, b: Dated) -> bool:
    """Not of one day; what stays shut may stay so for long."""
    if a.moment.words.lower() == b.moment.words.lower():
        return False
    how = relation(a.moment, b.moment)
    shut = REOPENING in a.acts & b.acts and not a.moment.days.overlaps(b.moment.days)
    return how == "apart" or (how == "unknown" and shut)


def _marks(item: Item) -> frozenset[str]:
    """What sets it apart from others of its kind: "second", "next"."""
    apart = words("en", "acts", "phrase", "apart") | words("en", "acts", "again", "words")
    return item.clause.said & apart - words("en", "programme", "days", "unmarked")


def _elsewhere(corpus: Corpus, a: Item, b: Item) -> bool:
    """Each names a place that the other's sentence does not."""
    only = [
        [e for e in i.clause.claim.entities if _is_place(corpus, e) and f"@{e}" not in o.clause.around]
        for i, o in ((a, b), (b, a))
    ]
    return bool(only[0] and only[1])


def _is_place(corpus: Corpus, entity: str) -> bool:
    found = corpus.entity.get(entity)
    return found is not None and found.kind in {"place", "country"}


def _dated(corpus: Corpus, told: Programme, item: Item) -> Dated | None:
    """The item with its day, the day from which it is, or the end of a length of time.

    None for what is past already, and where the clause gives two.
    """
    article = corpus.article[item.article]
    times = [t for t in told.times_in(item) if not _settled(item, t)]
    shut = bool(item.clause.said & words("en", "programme", "days", "shut"))
    found = list(_lengths(item, times, article.day or corpus.last_day(), shut=shut))
    found = found or [*moments(article, times), *(m for t in times if (m := _from(corpus, item, t)))]
    if len(found) != 1 or (article.day and found[0].days.end < article.day):
        return None
    [moment] = found
    if shut and (
        moment.part == "until" or moment.cite in {m.cite for m in _lengths(item, times, article.day, shut=True)}
    ):
        return Dated(item, replace(moment, part="at"), frozenset({REOPENING}))
    return Dated(item, moment, item.acts) if moment.part in {"at", "by"} else None


def _settled(item: Item, time: TimeExpression) -> bool:
    """The day on which it was agreed: "agreed on Tuesday to resume talks"."""
    cite = item.clause.claim.sentence
    lead = re.findall(r"\w+", cite.exact[: time.cite.start - cite.start].lower())[-2:]
    return bool({stem(w) for w in lead} & {stem(w) for w in words("en", "programme", "days", "settled")})


def _from(corpus: Corpus, item: Item, time: TimeExpression) -> Moment | None:
    """The day from which it is: "would run again from August"."""
    article = corpus.article[item.article]
    lead = re.findall(r"\w+", article.text[max(0, time.cite.start - 12) : time.cite.start].lower())[-1:]
    if part_of(article, time.cite) or not time.when or not set(lead) & words("en", "programme", "days", "from"):
        return None
    return Moment(time.when.interval, None, False, False, None, "at", time.cite.exact, time.cite)


def _lengths(item: Item, times: Sequence[TimeExpression], day: dt.date | None, *, shut: bool) -> Iterator[Moment]:
    """A day by its distance: reopened "within three days", closed "for three weeks"."""
    rules = table("en", "programme")["days"]
    flat = " ".join(item.clause.claim.cite.exact.lower().split())
    for time in times:
        length = re.fullmatch(r"P(\d+)([DWM])", time.value)
        given = " ".join(time.cite.exact.lower().split())
        before = [*flat.split(given)[0].split()[-3:], *given.split()]
        within, lasting = set(before) & set(rules["within"]), set(before) & set(rules["lasting"])
        if length and day and (within or (shut and lasting)):
            end = days_on(day, int(length[1]) * UNITS[length[2]])
            yield Moment(Interval(end, end), None, False, False, None, "at", time.cite.exact, time.cite)


def _order(corpus: Corpus, dated: Dated) -> tuple[dt.date, int]:
    """By the report's day, then by its rank."""
    return corpus.article[dated.item.article].day or dt.date.max, corpus.rank[dated.item.article]


def _row(corpus: Corpus, told: Programme, group: Sequence[Dated]) -> Difference | None:
    """Superseded where the other day is told by a report of a later day; a conflict on one day."""
    ordered = sorted(group, key=lambda d: _order(corpus, d))
    first = ordered[0]
    old = [d for d in ordered if not _apart(d, first)]
    new = [d for d in ordered if d not in old]
    if not new:
        return None
    later = corpus.later([d.item for d in old], [d.item for d in new])
    sure = any(likeness(told, a.item, b.item) >= SURE for a in old for b in new)
    if not later and not sure:
        return None
    verdict: Verdict = "superseded" if later else "conflict"
    shown = [said_by(corpus, side[0].moment.words, side[0].item.article) for side in (old, new)]
    why = (
        f"Planned for {shown[0]} at first; a later report dates it {shown[1]}."
        if later
        else f"Reports of one day name two dates for it: {shown[0]} and {shown[1]}."
    )
    sides = [position(corpus, side[0].moment.words, [d.item.clause.claim.cite for d in side]) for side in (old, new)]
    return difference("date", f"When: {asked_of(first.item.clause.claim.cite)}?", sides, verdict, why)
