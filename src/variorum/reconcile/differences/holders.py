"""One office, and two people whom reports of the same days name in it."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from variorum.lang import words
from variorum.lang.name_forms import fold, parts
from variorum.model.reading import Entity, Role
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

SAME_DAYS = dt.timedelta(days=14)
"""Days within which an office is not taken to have passed from one to the other."""


def holder_differences(corpus: Corpus) -> list[Difference]:
    """One conflict for each office that one person holds at a time, where reports name two, and none knows both."""
    people = [e for e in corpus.entities if e.kind == "person" and e.roles and len(parts(e.name)) > 1]
    rows = []
    for a, b in combinations(people, 2):
        if set(a.articles).isdisjoint(b.articles) and (office := _one_office(corpus, a, b)):
            mine, yours = ([r for r in e.roles if _office(r) == office] for e in (a, b))
            positions = [position(corpus, e.name, [r.cite for r in rs]) for e, rs in ((a, mine), (b, yours))]
            title = f"{mine[0].title} of {mine[0].of}"
            why = f"One report names {a.name} as {title}, another {b.name}; one person holds the office at a time."
            rows.append(difference("name", f"Who is {title}?", positions, "conflict", why))
    return rows


def _one_office(corpus: Corpus, a: Entity, b: Entity) -> tuple[str, str] | None:
    """The office in which reports of the same days name both."""
    for one in a.roles:
        for two in b.roles:
            days = [corpus.article[r.cite.article].day for r in (one, two)]
            apart = days[0] and days[1] and abs(days[0] - days[1]) > SAME_DAYS
            if not apart and (office := _office(one)) and office == _office(two):
                return office
    return None


def _office(role: Role) -> tuple[str, str] | None:
    """Title and body, of an office that one person holds; None of others, and of what somebody was or may become."""
    title = parts(role.title)
    said = set(parts(role.cite.exact))
    if not role.of or not title or said & words("en", "reconcile", "held", "others"):
        return None
    return (fold(role.title), fold(role.of)) if title[-1] in words("en", "reconcile", "held", "offices") else None
