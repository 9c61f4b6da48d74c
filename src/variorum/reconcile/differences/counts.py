"""Ordinals: which visit, summit or meeting this is, counted in which set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from variorum.lang import table, words
from variorum.lang.stems import sense
from variorum.model.reading import Ordinal
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

OWNER = re.compile(r"([^\W\d_]+)['’]s?(?=\s)")
"""Whose they are: "the *union's* third strike"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An ordinal of a happening as one article gives it.

    Attributes:
        family: the family of what is counted, or its noun.
        stated: the clause.
    """

    article: str
    ordinal: Ordinal
    cite: Citation
    family: str
    stated: Stated


def count_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """One conflict for each set that two reports count differently, and one row for the different sets they count."""
    rows = [row for cluster in clusters for stated in cluster for row in _counted(corpus, stated)]
    rows.sort(key=lambda r: (corpus.rank[r.article], r.cite.start))
    found: list[Difference | None] = []
    for kin in _by_kind(rows):
        sets = _by_set(kin)
        clashes = [_clash(corpus, group) for group in sets]
        found += [*clashes, _not_the_first(corpus, kin)]
        if not found[-1]:
            found.append(_different_sets(corpus, sets))
    return [d for d in found if d]


def _by_kind(rows: Sequence[Counted]) -> list[list[Counted]]:
    """Ordinals of one family of happenings, or of one noun, together."""
    groups: dict[str, list[Counted]] = {}
    for row in rows:
        groups.setdefault(row.family, []).append(row)
    return list(groups.values())


def _family(noun: str) -> str:
    kinds = table("en", "events")["kinds"].values()
    return _kin(next((row["family"] for row in kinds if noun in row["nouns"]), noun))


def _kin(family: str) -> str:
    """The family that it is counted with."""
    alike: dict[str, str] = table("en", "reconcile")["counted"]["alike"]
    return alike.get(family, family)


def _not_the_first(corpus: Corpus, rows: Sequence[Counted]) -> Difference | None:
    """The first of all in one report, in another the first since some time, when there must have been one before."""
    ever = [r for r in rows if r.ordinal.value == 1 and not r.ordinal.limit and not _own(r)]
    since = [r for r in rows if (r.ordinal.limit or "").lower().startswith("since ") and not _own(r)]
    for a in ever:
        for b in since:
            if a.article != b.article and _happening(a.ordinal) == _happening(b.ordinal):
                positions = [position(corpus, r.cite.exact, [r.cite]) for r in (a, b)]
                noun, limit = _happening(a.ordinal), b.ordinal.limit
                why = (
                    f"Step by step: “{limit}” says that there was a {noun} before; then this one is not the first "
                    "of all. One of the reports is wrong, or they count different sets."
                )
                return difference("count", f"Is it the first {noun}?", positions, "conflict", why)
    return None


def _own(row: Counted) -> bool:
    """Whether it is counted among somebody's own ("her first visit")."""
    opening = row.cite.exact.lower().split()[:3]
    return any(w in words("en", "reconcile", "counted", "possessives") or w.endswith(("'s", "’s")) for w in opening)


def _by_set(rows: Sequence[Counted]) -> list[list[Counted]]:
    """Ordinals that count in one set, within one limit, together."""
    return together(rows, lambda group, row: _one_set(group[0], row))


def _one_set(a: Counted, b: Counted) -> bool:
    """The same noun with the same words before it, within the same limit; what follows it may be left out.

    "The third such incident" counts what has been told: where that is a collision, collisions.
    """
    if _limit(a) != _limit(b) or _two_owners(a, b):
        return False
    if _turns(a) != _turns(b):
        return _done_so_often(a, b) if _turns(a) else _done_so_often(b, a)
    if _turns(a):  # of what was done nothing is known but its kind
        return a.ordinal.set == b.ordinal.set and a.ordinal.value == b.ordinal.value
    (before, after), (other_before, other_after) = _around(a.ordinal), _around(b.ordinal)
    for such, one in ((before, other_before), (other_before, before)):
        if such[0] == "such" and such[-1] in words("en", "reconcile", "counted", "any"):
            return len(one) == 1 and after == other_after
    return before == other_before and (after <= other_after or other_after <= after)


def _done_so_often(often: Counted, other: Counted) -> bool:
    """Whether the one says how often just that was done which the other counts: "the fourth time it fired missiles"."""
    said = {sense(w) for w in re.findall(r"[a-z]+", often.stated.claim.sentence.exact.lower())}
    return bool(often.ordinal.limit) and all(sense(w.lower()) in said for w in other.ordinal.set)


def _limit(row: Counted) -> tuple[str, ...]:
    """The words of the limit that tell it from another: "this year" and "of the year" are one."""
    empty = words("en", "reconcile", "counted", "any_limit")
    return tuple(w for w in (row.ordinal.limit or "").lower().split() if w not in empty)


def _two_owners(a: Counted, b: Counted) -> bool:
    """Whether the one counts its own and the other another's: "the union's third strike", "the drivers' second"."""
    one, two = ({w.lower() for w in OWNER.findall(r.cite.exact)} for r in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def _around(ordinal: Ordinal) -> tuple[list[str], set[str]]:
    """The set's words up to its noun, and those behind it."""
    members = [w.lower() for w in ordinal.set]
    at = members.index(_happening(ordinal)) + 1
    return members[:at], set(members[at:])


def _happening(ordinal: Ordinal) -> str:
    """The counted noun."""
    if _deed(ordinal) or ordinal.set[0] in words("en", "reconcile", "counted", "turns"):
        return ordinal.set[0].lower()
    return next(w.lower() for w in ordinal.set if _is_happening(w.lower()))


def _deed(ordinal: Ordinal) -> bool:
    """Whether it is the first to do something ("the first woman to lead the party")."""
    return bool(ordinal.set) and (ordinal.limit or "").lower().startswith("to ")


def _turns(row: Counted) -> bool:
    """Whether it says how often something was done ("for the second time this year")."""
    return row.ordinal.set[0] in words("en", "reconcile", "counted", "turns")


def _counted(corpus: Corpus, stated: Stated) -> Iterator[Counted]:
    for ordinal in stated.claim.slots.ordinals:
        family = _counted_family(corpus, stated, ordinal)
        if family and not _earlier(stated, ordinal):
            yield Counted(stated.article, ordinal, ordinal.cite, family, stated)


def _counted_family(corpus: Corpus, stated: Stated, ordinal: Ordinal) -> str | None:
    """The family of the counted happenings; None where no happening is counted."""
    if ordinal.set and ordinal.set[0] in words("en", "reconcile", "counted", "turns"):
        return _done(corpus, stated) if ordinal.limit and not _deed(ordinal) else None
    if _deed(ordinal) or any(_is_happening(word.lower()) for word in ordinal.set):
        return _family(_happening(ordinal))
    return None


def _done(corpus: Corpus, stated: Stated) -> str | None:
    """The family of what was done "for the first time": the clause's own deed, or the one that says what "it" is."""
    claim = stated.claim
    told = [
        c for c in corpus.claims_of(stated.article) if c.sentence == claim.sentence and c.cite.start > claim.cite.start
    ]
    for deed in (claim, *told[:1]):
        if deed.slots.predicate == "be":
            continue
        noun = deed.slots.theme or ""
        if _is_happening(noun):
            return _family(noun)
        families = words("en", "reconcile", "counted", "families")
        kinds = table("en", "events")["kinds"].values()
        rows = [r for r in kinds if deed.slots.predicate in r["verbs"] and r["family"] in families]
        return _kin(rows[0]["family"]) if rows else None
    return None


def _is_happening(noun: str) -> bool:
    families = words("en", "reconcile", "counted", "families")
    if noun in words("en", "reconcile", "counted", "nouns"):
        return True
    return any(noun in row["nouns"] and row["family"] in families for row in table("en", "events")["kinds"].values())


def _earlier(stated: Stated, ordinal: Ordinal) -> bool:
    """Whether the words just before the ordinal say that an earlier happening is counted."""
    before = stated.claim.cite.exact[: max(0, ordinal.cite.start - stated.claim.cite.start)].lower().split()
    return bool(before) and before[-1] in table("en", "reconcile")["earlier"]["words"]


def _clash(corpus: Corpus, group: Sequence[Counted]) -> Difference | None:
    """Two reports that count one set and come to different numbers."""
    by_value: dict[int, list[Counted]] = {}
    for row in group:
        if row.ordinal.limit or _says_which(row):
            by_value.setdefault(row.ordinal.value, []).append(row)
    apart = [
        (a, b)
        for one, two in combinations(by_value.values(), 2)
        for a, b in product(one, two)
        if _may_be_one(group, a, b)
    ]
    if not apart:
        return None
    told = {row.ordinal.value for pair in apart for row in pair}
    by_value = {value: rows for value, rows in by_value.items() if value in told}
    positions = [position(corpus, rows[0].cite.exact, [r.cite for r in rows]) for rows in by_value.values()]
    limit = f" ({group[0].ordinal.limit})" if group[0].ordinal.limit else ""
    numbers = " and ".join(str(v) for v in by_value)
    why = f"They count the same set, and come to different numbers: {numbers}."
    noun = min((_happening(r.ordinal) for r in group), key=lambda n: n in words("en", "reconcile", "counted", "any"))
    return difference("count", f"Which {noun} is this{limit}?", positions, "conflict", why)


def _says_which(row: Counted) -> bool:
    """Whether the clause says which one this is, and does not only speak of one: "it was", "marking their second"."""
    return row.stated.claim.slots.predicate in words("en", "reconcile", "counted", "identifying")


def _may_be_one(group: Sequence[Counted], a: Counted, b: Counted) -> bool:
    """Whether two numbers may be meant of one happening: in two reports, none of which counts both, of no other day."""
    if a.article == b.article:
        return False
    values = {a.ordinal.value, b.ordinal.value}
    if any(values <= {r.ordinal.value for r in group if r.article == article} for article in (a.article, b.article)):
        return False
    one, two = (r.stated.claim.slots.time for r in (a, b))
    bounded = bool(a.ordinal.limit)  # whose words may be the clause's only time
    return bounded or not one or not two or one.interval.overlaps(two.interval)


def _different_sets(corpus: Corpus, sets: Sequence[Sequence[Counted]]) -> Difference | None:
    """Sets of different reports side by side: each may be right."""
    if len(sets) < 2 or len({r.article for group in sets for r in group}) < 2:
        return None
    positions = [
        position(corpus, group[0].cite.exact, [r.cite for r in group if r.ordinal.value == group[0].ordinal.value])
        for group in sets
    ]
    nouns = list(dict.fromkeys(_happening(group[0].ordinal) for group in sets if not _turns(group[0])))
    if not nouns:
        return None
    shown = "; ".join(f"“{p.value}”" for p in positions)
    why = f"They count different sets ({shown}), so that each may be right."
    return difference("count", f"Which {' or '.join(nouns)} is this?", positions, "compatible", why)
