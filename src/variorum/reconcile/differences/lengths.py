"""How long it lasted: the lengths of time that reports give for one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.lengths import ABOUT, Length, agree, length_of
from variorum.reconcile.moments import moments, relation
from variorum.reconcile.one_thing import one_thing
from variorum.reconcile.tellings import Telling, pairs

LEAST = 2
"""Words that two clauses must share to tell of one task."""


@dataclass(frozen=True)
class Lasted:
    """A telling with the length it gives."""

    telling: Telling
    length: Length


def length_differences(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """For each thing whose length two reports give: a conflict, or one length in two measures."""
    lasted = [row for t in told if t.times and (row := _lasted(corpus, t))]
    by_telling = {id(row.telling): row for row in lasted}
    one = [
        (by_telling[id(a)], by_telling[id(b)])
        for a, b in pairs([row.telling for row in lasted])
        if one_thing(corpus, a, b) and _one_length(corpus, a, b)
    ]
    one += [(a, b) for a, b in combinations(lasted, 2) if _two_measures(a, b) or _one_task(a, b)]
    return _merged(corpus, [(a, b) for a, b in one if _differ(a.length, b.length) and not _says_both(lasted, a, b)])


def _says_both(lasted: Sequence[Lasted], a: Lasted, b: Lasted) -> bool:
    """One of the two reports gives both lengths itself: they are of two things."""
    given = {(x.telling.article, x.length.words.lower()) for x in lasted}
    return any((x.telling.article, y.length.words.lower()) in given for x, y in ((a, b), (b, a)))


def _merged(corpus: Corpus, found: Sequence[tuple[Lasted, Lasted]]) -> list[Difference]:
    """One row for each two lengths of one thing, however many reports give them."""
    groups: dict[frozenset[str], list[Lasted]] = {}
    for pair in found:
        key = frozenset(x.length.words.lower() for x in pair)
        groups[key] = list(dict.fromkeys([*groups.get(key, ()), *pair]))
    return [_row(corpus, group) for group in groups.values()]


def _two_measures(a: Lasted, b: Lasted) -> bool:
    """One length in two measures, of acts of one kind: "49 days" and "seven weeks" of captivity.

    That two things last as long is unlikely enough when the length is no single day, week, month or year.
    """
    kinds = words("en", "acts", "length", "kinds")
    one, two = a.length, b.length
    if a.telling.article == b.telling.article or not a.telling.acts & b.telling.acts & kinds:
        return False
    exact = one.unit != two.unit and abs(one.high - two.high) <= ABOUT / 5 * two.high
    apart = a.telling.parties and b.telling.parties and not a.telling.parties & b.telling.parties
    return exact and not apart and all(x.high / x.unit > 1 for x in (one, two))


def _one_task(a: Lasted, b: Lasted) -> bool:
    """How long one task took: "needed nine hours to put out the fire", "it took them five"."""
    if a.telling.article == b.telling.article or not all("takes" in x.telling.acts for x in (a, b)):
        return False
    one, two = ({stem(w) for w in x.telling.claim.terms} - _counting() for x in (a, b))
    return len(one & two) >= LEAST and 2 * len(one & two) >= min(len(one), len(two))


@cache
def _counting() -> frozenset[str]:
    """Stems of the words by which lengths are counted and told."""
    rules = table("en", "acts")
    return frozenset(
        stem(w) for w in (*rules["length"]["units"], *rules["phrase"]["numerals"], *rules["kinds"]["takes"]["words"])
    )


def _one_length(corpus: Corpus, a: Telling, b: Telling) -> bool:
    """Both done or both planned, of one time, and of somebody or something that both reports name or know."""
    if "denied" in {a.standing, b.standing} or (a.standing == "happened") != (b.standing == "happened"):
        return False
    days = [moments(corpus.article[t.article], t.times) for t in (a, b)]
    if any(relation(x, y) in {"apart", "unknown"} for x in days[0] for y in days[1]):
        return False
    known = any(x.known or y.known for x in a.things for y in b.things if x.head == y.head)
    known = known or any(t.nominal and t.nominal.known for t in (a, b))
    several = any(t.number for t in (*a.things, *b.things))
    return bool(a.parties & b.parties) or (known and not several)


def _lasted(corpus: Corpus, told: Telling) -> Lasted | None:
    """The telling with the first length that its clause gives."""
    lengths = [x for t in told.times if t.type == "DURATION" and (x := length_of(corpus, told.article, t))]
    return Lasted(told, lengths[0]) if lengths else None


def _differ(one: Length, two: Length) -> bool:
    """Other words, and not the same hours in the same unit."""
    same = (one.low, one.high, one.unit) == (two.low, two.high, two.unit)
    return not same and one.words.lower() != two.words.lower()


def _row(corpus: Corpus, group: Sequence[Lasted]) -> Difference:
    by_words: dict[str, list[Lasted]] = {}
    for row in group:
        by_words.setdefault(row.length.words.lower(), []).append(row)
    positions = [position(corpus, g[0].length.words, [x.telling.claim.cite for x in g]) for g in by_words.values()]
    one, two = (g[0].length for g in by_words.values())
    shown = " and ".join(said_by(corpus, g[0].length.words, g[0].telling.article) for g in by_words.values())
    question = f"How long: {asked_of(group[0].telling.claim.cite)}?"
    if agree(one, two):
        why = f"{shown} can mean one length: the reports measure or round it differently."
        return difference("granularity", question, positions, "compatible", why)
    return difference("number", question, positions, "conflict", f"{shown} exclude one another.")
