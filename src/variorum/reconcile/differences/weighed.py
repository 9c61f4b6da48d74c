"""Values of two reports that most likely answer one question, whatever words each report has for it.

The other comparators know by rule that two clauses are of one thing. Here it is weighed (:mod:`contrast`), and typed
comparison says how the two stand: what cannot both be is a conflict only where it is likely enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import sense, stem
from variorum.model.reading import Ordinal
from variorum.model.record import Difference, Position
from variorum.reconcile.align import Stated
from variorum.reconcile.clusters import join
from variorum.reconcile.contrast import (
    Feature,
    clauses_near,
    contrasts,
    kin_nouns,
    one_act,
    one_fact,
    one_happening,
    one_known_noun,
    one_outcome,
    one_subject,
    one_theme,
    one_verb,
)
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.differences.judged import CONFLICT, Judged
from variorum.reconcile.differences.numbers import filled
from variorum.reconcile.differences.numbers import relation as between_figures
from variorum.reconcile.differences.tolls import PASSING, is_toll, is_whole_toll
from variorum.reconcile.figures import Figure, is_bare, moment
from variorum.reconcile.lengths import Length, agree
from variorum.reconcile.moments import Moment, Relation, relation
from variorum.reconcile.scene import Scene, scene
from variorum.reconcile.values import CLOCK, COUNT, DAY, ORDINAL, SPAN, Value, values

SHOWN = 0.2
"""Likeness from which two values are shown as answers to one question."""
CERTAIN = 0.3
"""Likeness from which two that exclude one another are a conflict: a wrong one costs more than a missed one."""

FEWEST = 12
"""Sentences that the story must have: which are near is told by the others."""
SURE = 0.55
"""Likeness from which values that exclude one another need no other tie, but for those that anything may have."""

ONE_PART = 0.45
"""Likeness of their clauses from which two parts of a whole are the same part."""
OF_ANYTHING = frozenset({COUNT, "%"})
"""Kinds of value of which a story has too many."""
CLOSE = 1.6
"""Times that one size may be another and, surely alike, need no other tie."""
FAR = 10
"""Times that one length may be another and still be of one thing: a talk of two hours, and three days before it."""
FINER = 7
"""Times that one time may be longer than another and still exclude it for certain: a week and a day."""
DEEDS: tuple[Feature, ...] = (one_act, one_verb, one_fact, one_happening)
TIES: tuple[Feature, ...] = (*DEEDS, one_outcome, one_subject, one_theme, kin_nouns, one_known_noun)
"""Of which two values must have one to be a conflict."""
COUNTING: tuple[Feature, ...] = (one_known_noun, kin_nouns, one_act)
"""Of which two places in a count must have one: a visit and a capital are not counted beside one another."""

NARROWER = Judged("granularity", "compatible", "One time lies in the other: the reports differ in precision.")
ROUNDED = Judged("granularity", "compatible", "The clock times are close; the reports round them differently.")
ZONES = Judged("granularity", "compatible", "The clocks are of two time zones, and may show one moment.")
MOVED = Judged("date", "superseded", "The earlier report had a plan; the later one gives {b}.")
APART = Judged("date", "conflict", "It cannot have been at both times.")
MEASURED = Judged("granularity", "compatible", "Both can mean one length: the reports measure or round it differently.")
LASTED = Judged("number", "conflict", "The two lengths exclude one another.")
PLANNED = Judged("number", "superseded", "The earlier report had a plan; the later one tells how long it was: {b}.")
FLUX = Judged("number", "superseded", PASSING)
SETS = Judged("count", "compatible", "They count in different sets, so that each may be right.")
COUNTED = Judged("count", "conflict", "They count in one set, and come to different numbers.")
WHY_TIMES: dict[Relation, Judged] = {"inside": NARROWER, "near": ROUNDED, "zones": ZONES}


def weighed_differences(
    corpus: Corpus, facts: Sequence[Sequence[Stated]], counted: Sequence[Figure], shown: Sequence[Difference]
) -> list[Difference]:
    """A row for each question that two values answer unlike, and that none of the rows already shown sets out."""
    made = scene(corpus, facts, values(corpus, counted))
    if len(made.bags) < FEWEST:
        return []
    score: dict[frozenset[int], float] = {}
    place = {id(v): n for n, v in enumerate(made.values)}
    for likely, a, b in contrasts(made, SHOWN):
        score[frozenset((place[id(a)], place[id(b)]))] = likely
    pairs = [(likely, min(pair), max(pair)) for pair, likely in score.items()]
    groups = join(len(made.values), pairs, lambda a, b: _barred(made, a, b))
    rows: list[Difference] = []
    for group in groups:
        for judged, members in _related(made, group, score).items():
            row = _row(corpus, [made.values[n] for n in members], judged)
            if len(row.positions) > 1 and not _told(row, [*shown, *rows]):
                rows.append(row)
    return rows


def _barred(made: Scene, a: int, b: int) -> bool:
    """Two unlike values of one report and one voice are never answers to one question."""
    one, two = made.values[a], made.values[b]
    return one.article == two.article and one.voice == two.voice and not one.same(two)


def _related(made: Scene, group: Sequence[int], score: dict[frozenset[int], float]) -> dict[Judged, list[int]]:
    """How the values of one question stand to one another, with those that stand so."""
    found: dict[Judged, set[int]] = {}
    order = sorted(group, key=lambda n: (made.corpus.rank[made.values[n].article], n))
    judged = {
        (a, b): how
        for a, b in combinations(order, 2)
        if (likely := score.get(frozenset((a, b)), 0.0))
        and (how := _judged(made, made.values[a], made.values[b], likely))
    }
    moved = {n for pair, how in judged.items() if how.verdict == "superseded" for n in pair}
    for pair, how in judged.items():
        if how.verdict == "conflict" and moved.issuperset(pair):
            continue  # moved, or put right: then the two do not stand side by side
        found.setdefault(how, set()).update(pair)
    return {judged: sorted(members, key=order.index) for judged, members in found.items()}


def _judged(made: Scene, first: Value, last: Value, likely: float) -> Judged | None:
    """How an earlier report's value stands to a later one's; None where that is not certain enough, or nothing."""
    found = _stands(made.corpus, first, last)
    if _of_the_story(first, last) and not (found and found.verdict == "superseded"):
        return FLUX if found is CONFLICT and _in_flux(made.corpus, first, last) else None
    if found is SETS and not _any(COUNTING, made, first, last):
        return None
    if first.old != last.old:
        return None
    if found and found.verdict == "compatible" and any(_bare(v) for v in (first, last)):
        return None
    if found and found.verdict == "conflict" and (likely < CERTAIN or not _tied(made, first, last, likely)):
        return None
    return found


def _bare(value: Value) -> bool:
    """It does not say what it counts: what other counts it may stand beside is anybody's guess."""
    return isinstance(value.given, Figure) and is_bare(value.given)


def _of_the_story(first: Value, last: Value) -> bool:
    """Both are the story's own tolls, which are followed from report to report elsewhere."""
    one, two = first.given, last.given
    if not isinstance(one, Figure) or not isinstance(two, Figure) or first.old or last.old:
        return False
    return is_whole_toll(one) and is_whole_toll(two)


def _in_flux(corpus: Corpus, first: Value, last: Value) -> bool:
    """Both are counts of people in a state that passes (moved, sheltered, missing), and of two hours."""
    one, two = first.given, last.given
    if not isinstance(one, Figure) or not isinstance(two, Figure) or moment(corpus, one) == moment(corpus, two):
        return False
    changing = words("en", "figures", "accumulating", "changing")
    return first.outcome in changing and last.outcome in changing


def _tied(made: Scene, first: Value, last: Value, likely: float) -> bool:
    """Something other than likeness ties them to one question, and nothing says that they are of two."""
    if first.article == last.article and None in {first.voice, last.voice}:
        return False
    if not first.told or not last.told:
        return False
    one, two = first.given, last.given
    if isinstance(one, Moment) and isinstance(two, Moment):
        return _one_time(made, (first, one), (last, two), likely)
    if first.kind == SPAN:
        near = max(first.low, last.low) <= FAR * min(first.high, last.high)
        return near and (_any(DEEDS, made, first, last) or _one_course(first, last))
    return _one_count(made, first, last, likely)


def _any(ties: Sequence[Feature], made: Scene, a: Value, b: Value) -> bool:
    return any(tie(made, a, b) for tie in ties)


def _one_time(made: Scene, first: tuple[Value, Moment], last: tuple[Value, Moment], likely: float) -> bool:
    """Two hours of one day that are surely alike and of no two acts; else two times of one deed, in one part of it."""
    (a, one), (b, two) = first, last
    if "since" in {one.part, two.part} and one.part != two.part:
        return False
    if a.kind == CLOCK and likely >= SURE:
        one_day = one.dayless or two.dayless or one.days.overlaps(two.days)
        return one_day and (not _of_two_acts(made, a, b) or _any(TIES, made, a, b))
    days = sorted((one.days.days, two.days.days))
    return one.part == two.part and days[1] <= FINER * days[0] and _any(DEEDS, made, a, b)


def _one_count(made: Scene, first: Value, last: Value, likely: float) -> bool:
    """Two figures, or places in a count. A toll of the whole story is left to those who follow it."""
    bare = _bare(first) or _bare(last)
    if bare and (bool(first.outcome) != bool(last.outcome) or not _any(DEEDS, made, first, last)):
        return False
    sized = first.kind not in OF_ANYTHING and max(first.low, last.low) <= CLOSE * min(first.high, last.high)
    if not (likely >= SURE and sized) and not _any(TIES, made, first, last):
        return False
    one, two = first.given, last.given
    if not isinstance(one, Figure) or not isinstance(two, Figure):
        return True
    if one.scope == two.scope == "part" and clauses_near(made, first, last) < ONE_PART:
        return False
    return first.old or "part" in {one.scope, two.scope} or not (is_toll(one) and is_toll(two))


def _of_two_acts(made: Scene, a: Value, b: Value) -> bool:
    """Each clause tells an act, and they are of two kinds: "left at 8", "called for help at 9:40"."""
    one, two = made.seen(a).acts, made.seen(b).acts
    return bool(one and two) and one.isdisjoint(two)


def _one_course(a: Value, b: Value) -> bool:
    """They are lengths, and what lasted is of one sort: "the talks lasted", "they spoke for"."""
    sorts = table("en", "acts")["courses"].values()
    said = [{stem(t) for t in v.claim.terms} for v in (a, b)]
    return any(all(own & {stem(w) for w in sort} for own in said) for sort in sorts)


def _stands(corpus: Corpus, first: Value, last: Value) -> Judged | None:
    one, two = first.given, last.given
    if isinstance(one, Figure) and isinstance(two, Figure):
        return between_figures(corpus, one, two)
    if isinstance(one, Moment) and isinstance(two, Moment):
        return _times(corpus, first, last, relation(one, two))
    if isinstance(one, Length) and isinstance(two, Length):
        if agree(one, two):
            return MEASURED
        planned = _overtaken(corpus, first, last) and not last.claim.slots.future
        return PLANNED if planned else LASTED
    if isinstance(one, Ordinal) and isinstance(two, Ordinal):
        if one.limit is None and two.limit is None:  # "the first debate" and "the second" are two
            return None
        return COUNTED if one.limit == two.limit and _one_set(first, last) else SETS
    return None


def _one_set(a: Value, b: Value) -> bool:
    """They count the same, or the one how often just that was done: "the fourth time that it has fired a missile"."""
    sets = [[*v.given.set] if isinstance(v.given, Ordinal) else [] for v in (a, b)]
    if sets[0] == sets[1]:
        return True
    times = words("en", "figures", "pronouns", "times")
    for often, other, clause in ((sets[0], sets[1], a.claim), (sets[1], sets[0], b.claim)):
        if set(often) <= times and not set(other) <= times:
            said = {sense(w) for w in clause.terms}
            return all(sense(w) in said for w in other)
    return False


def _times(corpus: Corpus, first: Value, last: Value, how: Relation) -> Judged | None:
    if how == "apart":
        since = isinstance(last.given, Moment) and last.given.part == "since"
        return MOVED if _overtaken(corpus, first, last) and not since else APART
    return WHY_TIMES.get(how)


def _filled(corpus: Corpus, judged: Judged, told: Sequence[Value]) -> str:
    """The reason with the values that it names."""
    one, two = told[0].given, told[-1].given
    if isinstance(one, Figure) and isinstance(two, Figure):
        return filled(corpus, judged, one, two).why
    return judged.why.format(a=told[0].shown, b=told[-1].shown)


def _overtaken(corpus: Corpus, first: Value, last: Value) -> bool:
    """The earlier report tells a plan, and the other is of a later day."""
    days = corpus.article[first.article].day, corpus.article[last.article].day
    return first.claim.slots.future and bool(days[0] and days[1] and days[0] < days[1])


def _told(row: Difference, others: Sequence[Difference]) -> bool:
    """Whether another row sets two of its values against each other already."""
    return any(sum(any(_one_answer(p, q) for q in other.positions) for p in row.positions) > 1 for other in others)


def _one_answer(one: Position, two: Position) -> bool:
    """They give one value in one place, or one number of one thing in one report, which may say it twice."""
    said, other = ([*p.value.lower().split()] for p in (one, two))
    if not said or not other:
        return False
    alike = (said[0], said[-1]) == (other[0], other[-1])
    within = any(f" {' '.join(x)} " in f" {' '.join(y)} " for x, y in ((said, other), (other, said)))
    if set(one.articles) & set(two.articles) and (alike or (within and any(c.isdigit() for c in one.value))):
        return True
    if not within:
        return False
    return any(a.article == b.article and a.span.overlaps(b.span) for a in one.evidence for b in two.evidence)


def _row(corpus: Corpus, told: Sequence[Value], judged: Judged) -> Difference:
    """One position for each value, asked by the first clause."""
    by_value: list[list[Value]] = []
    for value in told:
        home = next((g for g in by_value if g[0].same(value)), None)
        if home is None:
            by_value.append([value])
        else:
            home.append(value)
    positions = [position(corpus, g[0].shown, [v.evidence for v in g]) for g in by_value]
    shown = ", ".join(said_by(corpus, g[0].shown, g[0].article) for g in by_value)
    return difference(
        judged.kind, _asked(told[0]), positions, judged.verdict, f"{shown}. {_filled(corpus, judged, told)}"
    )


def _asked(value: Value) -> str:
    opening = {CLOCK: "At what hour", DAY: "When", SPAN: "How long", ORDINAL: "Which one is it"}
    asked = opening.get(value.kind, "How many" if value.kind == "count" else "How much")
    said = asked_of(value.evidence)
    return f"{asked}: {said}?"
