"""One thing dated by several reports: to another day, to another hour, more or less exactly, or moved since.

Built on clauses that tell one act on one thing (:mod:`tellings`), so that the reports may use other verbs for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from variorum.lang import table
from variorum.lang.stems import stem
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.moments import Moment, Relation, moments, relation
from variorum.reconcile.one_thing import certain, one_thing
from variorum.reconcile.tellings import Telling, pairs

TO_THE_LAST = "until"
"""Marks the end that a clause sets with "until"; no verb's stem, which "until" is not."""
PLANNED = frozenset({"planned", "moved"})
WEEKDAYS = frozenset(table("en", "times")["words"]["WEEKDAY"])
NEWS, PAST = 2, 6
"""Days before its report up to which something is its news, and from which on it is past."""
COPY = 0.8
"""Share of the words of two clauses from which they are one clause in two reports."""
Groups = Sequence[Sequence["Dated"]]
DATED = frozenset({"planned", "moved", "happened"})


@dataclass(frozen=True)
class Dated:
    """A telling with the moment it gives."""

    telling: Telling
    moment: Moment


def dating_differences(corpus: Corpus, tellings: Sequence[Telling]) -> list[Difference]:
    """For each thing that two reports date: a conflict, a date moved, or one date more exact than the other."""
    told = [t for t in tellings if t.times and t.standing in DATED]
    told += [_to_last(t) for t in told if _runs_until(corpus, t)]
    number = {id(t): n for n, t in enumerate(told)}
    alike = [(1.0, number[id(a)], number[id(b)]) for a, b in pairs(told) if one_thing(corpus, a, b)]
    groups = join(len(told), alike, lambda a, b: False)
    stopped = {x.head for t in tellings if "resume" in t.acts for x in t.things}
    found = []
    for group in groups:
        dated = [Dated(told[n], m) for n in group for m in _moments(corpus, told[n])]
        found += _compare(corpus, dated, stopped)
    return found


def _runs_until(corpus: Corpus, told: Telling) -> bool:
    """It goes on until a day, which is the day it ends: "runs until 2035"."""
    found = moments(corpus.article[told.article], told.times)
    return told.standing != "moved" and not told.nominal and any(m.part == "until" for m in found)


def _to_last(told: Telling) -> Telling:
    """The same clause as a telling of the end."""
    return replace(told, acts=frozenset({"end", TO_THE_LAST}), standing="planned")


def _moments(corpus: Corpus, told: Telling) -> list[Moment]:
    """The moments it gives; put off "until Friday" is put on Friday, and what was done "by noon" is not dated."""
    limits = [o.cite.span for o in told.claim.slots.ordinals]
    times = [t for t in told.times if not any(limit.contains(t.cite.span) for limit in limits)]
    found = moments(corpus.article[told.article], times)
    if TO_THE_LAST in told.acts:
        found = [replace(m, part="at") for m in found if m.part == "until"]
    if told.claim.slots.ordinals or _superlative().search(told.claim.cite.exact):
        found = [m for m in found if m.part != "since"]
    if told.standing == "happened":
        return [m for m in found if m.part != "by"]
    if told.standing == "planned":
        return found
    return [replace(m, part="at") if m.part in {"until", "by"} else m for m in found]


@cache
def _superlative() -> re.Pattern[str]:
    """Of what is the greatest since some day, that day bounds what it is compared with, and dates nothing."""
    rules = table("en", "acts")["superlative"]
    forms, endings, others = ("|".join(map(re.escape, rules[key])) for key in ("words", "endings", "others"))
    return re.compile(rf"\bthe (?:\w+ )?(?!(?:{others})\b)(?:{forms}|\w+(?:{endings}))\b", re.IGNORECASE)


@cache
def _edges() -> frozenset[str]:
    """Acts that begin or end something, by the names of their kinds and by their verbs' stems."""
    edges = table("en", "acts")["edges"]
    return frozenset((*edges["kinds"], *map(stem, edges["verbs"])))


def _compare(corpus: Corpus, dated: Sequence[Dated], stopped: Set[str]) -> list[Difference]:
    rows: list[Difference] = []
    linked = [
        (a, b, _relation(corpus, a, b))
        for a, b in combinations(dated, 2)
        if a.telling.article != b.telling.article and not _copied(a, b) and one_thing(corpus, a.telling, b.telling)
    ]
    sure = [
        (a, b)
        for a, b, how in linked
        if how == "apart" and (certain(a.telling, b.telling) or _one_plan(dated, a, b) or _one_plan(dated, b, a))
    ]
    apart = [(a, b) for a, b in sure if not _stop_and_go(a.telling, b.telling, stopped)]
    if not _repeated(dated):
        moved = _moved(corpus, dated, apart)
        rows += [row for row in (None if moved else _conflict(corpus, apart), moved) if row]
    close: dict[Relation, list[tuple[Dated, Dated]]] = {}
    for a, b, how in linked:
        close.setdefault(how, []).append((a, b))
    for how in ("inside", "near", "zones"):
        telling = [(a, b) for a, b in close.get(how, ()) if not _says_both(dated, a, b)]
        rows += [_closer(corpus, telling, WHY[how])] if telling else []
    return [row for row in rows if len(row.positions) > 1]


def _one_plan(dated: Sequence[Dated], old: Dated, new: Dated) -> bool:
    """The report of the new day says in one breath for which day it had been planned, and that is the old one."""
    if old.telling.standing != "planned":
        return False
    told = [d for d in dated if d.telling.article == new.telling.article and d.telling is not new.telling]
    beside = [d for d in told if d.telling.claim.sentence == new.telling.claim.sentence]
    return any(relation(d.moment, old.moment) == "same" for d in beside)


def _copied(a: Dated, b: Dated) -> bool:
    """One sentence in two reports: what it calls "overnight" is the night of the one that had it first."""
    one, two = ({*d.telling.claim.cite.exact.lower().split()} for d in (a, b))
    same = a.moment.words.lower() == b.moment.words.lower()
    return same and len(one & two) > COPY * len(one | two)


def _says_both(dated: Sequence[Dated], a: Dated, b: Dated) -> bool:
    """Each of the two reports gives the other's time as well: they agree."""
    if (a.moment.days, a.moment.clock) == (b.moment.days, b.moment.clock):
        return False
    given = {(d.telling.article, d.moment.days, d.moment.clock) for d in dated}
    return all((x.telling.article, y.moment.days, y.moment.clock) in given for x, y in ((a, b), (b, a)))


def _relation(corpus: Corpus, a: Dated, b: Dated) -> Relation:
    """How the two stand; what is moved may be moved far."""
    how = relation(a.moment, b.moment)
    if how == "apart" and _news_and_past(corpus, a, b):
        return "unknown"
    moved = "moved" in {a.telling.standing, b.telling.standing}
    return "apart" if how == "unknown" and moved and not a.moment.days.overlaps(b.moment.days) else how


def _news_and_past(corpus: Corpus, a: Dated, b: Dated) -> bool:
    """The one is news, of its report's own days, and the other was over for days when its report was written."""
    if any(d.telling.standing != "happened" for d in (a, b)):
        return False
    ages = [
        (day - d.moment.days.end).days for d in (a, b) if (day := corpus.article[d.telling.article].day) is not None
    ]
    return len(ages) == len((a, b)) and min(ages) <= NEWS and max(ages) > PAST


def _stop_and_go(a: Telling, b: Telling, stopped: Set[str]) -> bool:
    """It began or ended, of a thing that was taken up again: a search that ends at nightfall and on another day."""
    return a.acts & b.acts <= _edges() and any(x.head in stopped for x in a.things)


def _repeated(dated: Sequence[Dated]) -> bool:
    """One report dates it twice, to days apart: it happens more than once, or the report itself says both."""
    done = [d for d in dated if d.telling.standing == "happened"]
    return any(
        a.telling.article == b.telling.article and relation(a.moment, b.moment) == "apart"
        for a, b in combinations(done, 2)
    )


def _conflict(corpus: Corpus, apart: Sequence[tuple[Dated, Dated]]) -> Difference | None:
    """Told as done on two days; or planned for two by reports of one day."""
    clash = [(a, b) for a, b in apart if not _later(corpus, a, b) and _one_act(a, b)]
    if not clash:
        return None
    moments_ = _distinct(d for pair in clash for d in pair)
    shown = " and ".join(_given(corpus, group[0]) for group in moments_)
    why = f"It cannot have been at both times: {shown}."
    if any(d.telling.standing in PLANNED for pair in clash for d in pair):
        why = f"Reports of one day name two dates for it: {shown}."
    return _row(corpus, "date", "conflict", why, moments_)


def _one_act(a: Dated, b: Dated) -> bool:
    """Both are done, or neither is yet, or both are of one day: what was partly opened may yet be to be opened."""
    done = [d.telling.standing == "happened" for d in (a, b)]
    if done[0] == done[1] or a.moment.days.overlaps(b.moment.days):
        return True
    # Two that name one day of the week mean one day, which the tense put into two weeks.
    named = [{w for w in d.moment.words.lower().split() if w in WEEKDAYS} for d in (a, b)]
    return bool(named[0] & named[1])


def _moved(corpus: Corpus, dated: Sequence[Dated], apart: Sequence[tuple[Dated, Dated]]) -> Difference | None:
    """Planned for one day, and later for another, or done on another."""
    moved = [pair for a, b in apart if (pair := _later(corpus, a, b)) and not _knows(dated, *pair)]
    if not moved:
        return None
    moments_ = _distinct(d for pair in moved for d in pair)
    old, new = moved[-1]
    done = new.telling.standing == "happened"
    why = f"Planned for {_given(corpus, old)} at first; a later report {'tells it as done' if done else 'dates it'}"
    return _row(corpus, "date", "superseded", f"{why} {_given(corpus, new)}.", moments_)


def _given(corpus: Corpus, dated: Dated) -> str:
    return said_by(corpus, dated.moment.words, dated.telling.article)


def _knows(dated: Sequence[Dated], old: Dated, new: Dated) -> bool:
    """The report of the old date gives the new one as well: it tells the change itself."""
    own = [d.moment for d in dated if d.telling.article == old.telling.article]
    return any(relation(m, new.moment) == "same" for m in own)


def _later(corpus: Corpus, a: Dated, b: Dated) -> tuple[Dated, Dated] | None:
    """The two in order, when the first was only a plan and the other is of a later day, or tells that it was moved."""
    for old, new in ((a, b), (b, a)):
        days = [corpus.article[d.telling.article].day for d in (old, new)]
        later = bool(days[0] and days[1] and days[0] < days[1])
        after = corpus.rank[old.telling.article] < corpus.rank[new.telling.article]
        settled = new.telling.standing in {"moved", "happened"} and after
        if old.telling.standing == "planned" and (later or settled):
            return old, new
        if old.telling.standing == "moved" and later:
            return old, new
    return None


WHY = {
    "inside": "One time lies in the other: the reports differ in precision.",
    "near": "The clock times are close; the reports round them differently.",
    "zones": "The clocks are of two time zones, and may show one moment.",
}


def _closer(corpus: Corpus, linked: Sequence[tuple[Dated, Dated]], why: str) -> Difference:
    groups = _distinct(d for pair in linked for d in pair)
    return _row(corpus, "granularity", "compatible", why, groups)


def _distinct(dated: Iterable[Dated]) -> list[list[Dated]]:
    """The datings by the moment they mean, in order of publication."""
    by: dict[object, list[Dated]] = {}
    for d in dict.fromkeys(dated):
        last = d.moment.words.lower() if d.moment.part == "by" else ""
        by.setdefault((d.moment.days, d.moment.clock, last, d.moment.rough), []).append(d)
    return list(by.values())


def _row(corpus: Corpus, kind: DifferenceKind, verdict: Verdict, why: str, groups: Groups) -> Difference:
    """One position for each moment; asked by the first clause."""
    hours = kind == "date" and all(g[0].moment.clocked for g in groups)
    positions = [position(corpus, g[0].moment.words, [d.telling.claim.cite for d in g]) for g in groups]
    asked = f"{'At what hour' if hours else 'When'}: {asked_of(groups[0][0].telling.claim.cite)}?"
    return difference(kind, asked, positions, verdict, why)
