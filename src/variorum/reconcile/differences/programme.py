"""What became of the items of a programme: called off, put off, cut short, or never planned, by another report.

A plan that a later report tells as dropped is superseded. Two voices that have one item planned and not planned
contradict one another, and so do two of which one tells it as held and the other as called off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as fresh

from variorum.lang import table, words
from variorum.model.record import Difference, Verdict
from variorum.model.text import Citation
from variorum.reconcile.acts import acts_of
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, echoes, position, told_by
from variorum.reconcile.differences.considered import considered_differences
from variorum.reconcile.differences.one_item import (
    ENOUGH,
    OTHER,
    likeness,
    one_item,
    only,
    other_people,
    people,
)
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.programme_days import day_differences
from variorum.reconcile.differences.programme_items import Answer, Item, Programme, held, programme
from variorum.reconcile.moments import relation

GONE: tuple[Answer, ...] = (
    "off",
    "cut short",
    "moved",
    "unplanned",
    "refused",
    "deputy",
    "lapsed",
    "kept",
    "untimely",
    "undone",
    "absent",
)


@dataclass
class Matter:
    """One item with the clauses that plan it, those that tell it as gone, and those that tell it as held."""

    plans: list[Item]
    gone: list[Item]
    held: list[Item] = fresh(default_factory=list)


def programme_differences(story: Field, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each planned item of which another report tells that it did not come about as planned."""
    corpus, told = story.corpus, programme(story)
    rows = [_row(corpus, told, matter) for matter in _matters(corpus, told)]
    rows = [row for row in rows if not echoes(row, shown)]
    dated = (row for row in day_differences(corpus, told) if not echoes(row, shown))
    rows += [d for d in dated if not any(echoes(replace(d, verdict=row.verdict), [row]) for row in rows)]
    return rows + considered_differences(told, [*shown, *rows])


def _matters(corpus: Corpus, told: Programme) -> list[Matter]:
    """Plans of one item, and what is told of it as gone, together where they share a plan."""
    found: list[Matter] = []
    for group in _together(told, told.of(*GONE)):
        met = [p for p in told.of("planned") if any(one_item(told, p, g) for g in group)]
        met = [p for p in met if not any(_after(corpus, p, g) and not _affirms(p) for g in group)]
        met = [p for p in met if group[0].answer == "kept" or not _ends(p)]
        gone = [g for g in group if any(one_item(told, p, g) for p in met)]
        home = next((m for m in found if met and _in_common(m, met) and m.gone[0].acts & gone[0].acts), None)
        if home:
            home.plans.extend(p for p in met if p not in home.plans)
            home.gone.extend(gone)
        elif met:
            found.append(Matter(met, gone))
    for matter in found:
        matter.plans += _told_again(corpus, told, matter)
        matter.plans.sort(key=lambda p: (-max(likeness(told, p, g) for g in matter.gone), p.clause.at))
        _set_apart(corpus, told, matter)
        matter.held = _held(corpus, told, matter)
    return [m for m in found if m.plans]


def _in_common(matter: Matter, plans: Iterable[Item]) -> bool:
    return any(p in matter.plans for p in plans)


def _told_again(corpus: Corpus, told: Programme, matter: Matter) -> list[Item]:
    """The same plan as other reports have it: for the same day, by the same word."""
    known = [(p, m) for p in matter.plans if (m := told.moment(p))]
    rest = (p for p in told.of("planned") if p not in matter.plans and known)
    dated = [(p, m) for p in rest if p.article not in {g.article for g in matter.gone} and (m := told.moment(p))]
    return [
        p for p, m in dated if any(_one_plan(told, p, q) and relation(m, n) in {"same", "inside"} for q, n in known)
    ]


def _one_plan(told: Programme, a: Item, b: Item) -> bool:
    literal = any(w[0] != "=" for w in a.acts & b.acts)
    return literal and not other_people(a, b) and likeness(told, a, b) >= ENOUGH and only(told, a, b) < OTHER


def _held(corpus: Corpus, told: Programme, matter: Matter) -> list[Item]:
    """What tells the item as held all the same, as surely as can be: of each plan's act, and by another report."""
    off = [g for g in matter.gone if g.answer == "off"]
    known = {i.article for i in [*off, *matter.plans]}
    found = [i for c in told.story.clauses if off and c.article not in known and (i := held(c))]
    found = [i for i in found if any(_surely(told, i, g) and not _after(corpus, g, i) for g in off)]
    return [
        i for i in found if not any(o.answer == "off" and o.article == i.article for o in told.items if o.acts & i.acts)
    ]


def _surely(told: Programme, done: Item, off: Item) -> bool:
    """The very word for the act, and what limits it; no other people."""
    literal = any(a[0] != "=" for a in done.acts & off.acts)
    return literal and bool(off.limits) and off.limits <= done.own and one_item(told, done, off)


def _set_apart(corpus: Corpus, told: Programme, matter: Matter) -> None:
    """Of what was put off, plans for a day after the first one tell of the new day."""
    if not any(g.answer == "moved" for g in matter.gone):
        return
    dated = [(p, m) for p in matter.plans if (m := told.moment(p))]
    first = min((m.days.start for _, m in dated), default=None)
    new = [p for p, m in dated if first and m.days.start > first and any(relation(m, n) == "apart" for _, n in dated)]
    matter.gone.extend(new)
    matter.plans = [p for p in matter.plans if p not in new]


def _together(told: Programme, gone: Sequence[Item]) -> list[list[Item]]:
    """Items that several reports tell as gone alike."""
    return together(gone, lambda group, item: group[0].answer == item.answer and _same(told, group[0], item))


def _same(told: Programme, a: Item, b: Item) -> bool:
    one = a.article != b.article and a.acts & b.acts and not other_people(a, b)
    return bool(one) and (likeness(told, a, b) >= ENOUGH or a.clause.claim.cite.exact == b.clause.claim.cite.exact)


def _ends(plan: Item) -> bool:
    """It tells when the item is to end, not that it is to be."""
    return bool(acts_of(plan.clause.claim) & words("en", "programme", "off", "ending"))


def _after(corpus: Corpus, plan: Item, gone: Item) -> bool:
    """The plan is of a later day than the report by which it is off."""
    return corpus.later([gone], [plan])


def _row(corpus: Corpus, told: Programme, matter: Matter) -> Difference:
    plan, gone = matter.plans[0], matter.gone[0]
    labels = table("en", "programme")["labels"]
    sides = [
        position(corpus, "planned", [_cite(p, matter.gone) for p in matter.plans]),
        position(corpus, labels[gone.answer], [g.clause.claim.cite for g in matter.gone]),
    ]
    if matter.held:
        sides.append(position(corpus, "held", [h.clause.claim.cite for h in matter.held]))
    verdict, why = _judge(corpus, told, matter)
    asked = f"What became of it: {asked_of(plan.clause.claim.cite)}?"
    return difference("status", asked, sides, verdict, why)


def _judge(corpus: Corpus, told: Programme, matter: Matter) -> tuple[Verdict, str]:
    plan, gone = matter.plans[0], matter.gone[0]
    who, label = (_who(corpus, plan), _who(corpus, gone)), table("en", "programme")["labels"][gone.answer]
    if matter.held:
        return "conflict", f"By {who[1]} it was {label}, by {_who(corpus, matter.held[0])} it was held."
    if gone.answer == "off" and _affirms(plan) and not _before(corpus, plan, gone):
        return "conflict", f"By {who[1]} it was {label}, by {who[0]} it is on: both cannot be right."
    if gone.answer != "unplanned":
        return "superseded", f"Planned, by {who[0]}; by {who[1]}: {label}."
    if _over(corpus, told, plan, gone):
        return "superseded", f"Planned, by the earlier report ({who[0]}); the later one ({who[1]}) has no such plan."
    if plan.clause.slots.hedge or gone.clause.slots.hedge:
        return "compatible", f"A plan by {who[0]}, none by {who[1]}; the one or the other does not say so for certain."
    return "conflict", f"{who[0]} has it planned, {who[1]} says that it is not: both cannot be right."


def _affirms(plan: Item) -> bool:
    """It says that the item is on all the same: "will go ahead as planned"."""
    flat = " ".join(plan.clause.claim.cite.exact.lower().split())
    return any(re.search(p, flat) for p in table("en", "programme")["off"]["affirmed"])


def _before(corpus: Corpus, plan: Item, gone: Item) -> bool:
    """The plan is of an earlier day."""
    return _after(corpus, gone, plan)


def _over(corpus: Corpus, told: Programme, plan: Item, gone: Item) -> bool:
    """The day of the plan is past when the other report says that there is none."""
    moment, day = told.moment(plan), corpus.article[gone.article].day
    return bool(moment and day and moment.days.end < day)


def _who(corpus: Corpus, item: Item) -> str:
    return told_by(corpus, item.article, item.clause.claim.holder)


def _cite(plan: Item, gone: Sequence[Item]) -> Citation:
    """The clause, or its sentence where that names the one whose item it is."""
    named = frozenset(t for g in gone for t in people(g))
    own = plan.own & named or not plan.around & named
    return plan.clause.claim.cite if own else plan.clause.claim.sentence
