"""Tolls and measures of the story's event: what rises with time is superseded, what does not is a conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.tolls import (
    EXCLUSIVE,
    MORE_PRECISE,
    PASSING,
    alone_of,
    is_whole,
    measure_of,
    outcome_of,
    sort_of,
    strength,
)
from variorum.reconcile.figures import Figure, moment
from variorum.reconcile.rounding import agree

INSTITUTES = "Each figure is another institute's, measured by its own method: each may be right."
UNDATED = "The figure changes with time, and one of the reports does not say when it was written."
NEAR = 3
"""Times that one speaker's toll may be another's and still be of the same people."""
MEASURED = "The reports give different measurements of it."


def _asked(outcome: str) -> str:
    return str(table("en", "reconcile")["asked"][outcome])


def toll_differences(corpus: Corpus, found: Sequence[Figure]) -> list[Difference]:
    """One row for each outcome over the story, for each hour on which two reports exclude each other, for each size."""
    tolls: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    sizes: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    sides, places, alone = _sides(corpus, found), _places(corpus, found), alone_of(corpus, found)
    by_place: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in found:
        outcome, measure = outcome_of(figure), measure_of(figure)
        if outcome and figure in places and figure.value > 0 and not figure.era:
            by_place[outcome, places[figure]].append(figure)
        elif outcome and is_whole(figure) and figure.value > 0:
            sort = "" if figure in alone else sort_of(figure)
            tolls[outcome, sides.get(figure, "") + sort, figure.era].append(figure)
        elif measure:
            sizes[measure, figure.dimension].append(figure)
    rows: list[Difference | None] = []
    for (outcome, _, _), figures in tolls.items():
        rows += [
            _at_one_moment(corpus, outcome, figures),
            _toll(corpus, outcome, figures),
        ]
    rows += [_toll(corpus, outcome, figures, place) for (outcome, place), figures in by_place.items()]
    rows += [_any_at_all(corpus, outcome, found) for outcome in dict.fromkeys(o for o, _, _ in tolls)]
    rows += [_sorts(corpus, outcome, tolls) for outcome in dict.fromkeys(o for o, _, _ in tolls)]
    rows += [_size(corpus, noun, fs) for (noun, _), fs in sizes.items()]
    return [d for d in rows if d]


def _sides(corpus: Corpus, found: Sequence[Figure]) -> dict[Figure, str]:
    """Whose people each toll is of, where the story counts those of two countries ("19 Afghan fighters")."""
    sides = {
        f: side
        for f in found
        if outcome_of(f) and (side := corpus.country_said(f.article, f.quantity.cite.start, f.quantity.cite.end))
    }
    return sides if len(set(sides.values())) > 1 else {}


def _places(corpus: Corpus, found: Sequence[Figure]) -> dict[Figure, str]:
    """Where those are of whom each toll is, where a report tells in one sentence how many are in each of two places.

    "Three died in Hue and two in Quang Tri": neither is the toll of all.
    """
    of = {f: p for f in found if outcome_of(f) and f.scope != "more" and (p := _place(corpus, f))}
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for figure, place in of.items():
        told[figure.article, figure.claim.sentence.start].add(place)
    listed = {p for places in told.values() if len(places) > 1 for p in places}
    return {f: p for f, p in of.items() if p in listed}


def _place(corpus: Corpus, figure: Figure) -> str | None:
    return corpus.place_beside(figure.article, figure.quantity.cite.start, figure.quantity.cite.end)


def _any_at_all(corpus: Corpus, outcome: str, found: Sequence[Figure]) -> Difference | None:
    """Nobody, say some; somebody, say others. What was so at first may have changed in a later report.

    A report that gives a number itself, by the same mouth, tells of nobody as what was said before.
    """
    kinds = {outcome, *table("en", "reconcile")["implied"].get(outcome, ())}
    nobody = [f for f in found if f.value == 0 and f.quantity.of in kinds and not f.era]
    some = [f for f in found if f.low > 0 and outcome_of(f) == outcome and is_whole(f) and not f.era]
    if outcome not in table("en", "reconcile")["zero"]["outcomes"]:
        return None
    nobody = [z for z in nobody if not _of_one_side(corpus, z)]
    nobody = [z for z in nobody if any(z.article != f.article or z.voice != f.voice for f in some)]
    if not nobody or not some:
        return None
    question = _asked(outcome)
    counted = {(f.article, voice) for f in some for voice in (None, f.voice)}
    fresh = [z for z in nobody if (z.article, z.voice) not in counted] or nobody
    changed = max(moment(corpus, z) for z in fresh) < min(moment(corpus, f) for f in some)
    if changed:
        why = "Nobody at first; a later report tells of some."
        return _put(corpus, [nobody, some], "number", question, ("superseded", why))
    why = "One side says that there was nobody, another gives a number; both cannot be right."
    return _put(corpus, [nobody, some], "polarity", question, ("conflict", why))


def _of_one_side(corpus: Corpus, nobody: Figure) -> bool:
    """Nobody of one country, or on its side, leaves those of others: "no arrests on the French side"."""
    clause = nobody.claim.cite
    return corpus.country_said(nobody.article, clause.start, clause.end) is not None


def _sorts(corpus: Corpus, outcome: str, tolls: dict[tuple[str, str, str], list[Figure]]) -> Difference | None:
    """The whole toll beside those of some sort of people ("five officers"): each may be right."""
    rows = {s: fs for (o, s, era), fs in tolls.items() if o == outcome and not era}
    by_sort = {s: _one_each(fs) for s, fs in rows.items()}
    if len(by_sort) < 2 or len({f.article for fs in by_sort.values() for f in fs}) < 2:
        return None
    firsts = sorted((fs[0] for fs in by_sort.values()), key=lambda f: corpus.rank[f.article])
    if len({(f.low, f.high) for f in firsts}) < 2:
        return None
    why = "They count different people, some of them among the others, so that each may be right."
    question = _asked(outcome)
    return _put(corpus, [[f] for f in firsts], "number", question, ("compatible", why))


def _toll(corpus: Corpus, outcome: str, found: Sequence[Figure], place: str | None = None) -> Difference | None:
    """A toll over the story, or of one of its places. What rises with time is superseded, what does not is disputed."""
    ordered = sorted(_one_a_voice(found), key=lambda f: corpus.rank[f.article])
    by_value = _by_value(_one_each(ordered))
    if len(by_value) < 2:
        return None
    question = _asked(outcome) if place is None else f"{_asked(outcome)[:-1]} in {corpus.entity[place].name}?"
    firsts = [fs[0] for fs in by_value]
    if all(agree(a, b) for a, b in combinations(firsts, 2)) and not _risen(corpus, ordered, falling=False):
        return _put(corpus, by_value, "granularity", question, ("compatible", MORE_PRECISE))
    if outcome in table("en", "reconcile")["passing"]["outcomes"] and len({moment(corpus, f) for f in ordered}) > 1:
        return _put(corpus, _with_all(by_value, found), "number", question, ("superseded", PASSING))
    if outcome not in table("en", "reconcile")["fixed"]["outcomes"]:
        if any(not _dated(corpus, f) for f in ordered):
            return _put(corpus, _with_all(by_value, found), "number", question, ("superseded", UNDATED))
        falling = outcome in table("en", "reconcile")["falling"]["outcomes"]
        if series := _risen(corpus, ordered, falling=falling):
            last = series[-1]
            who = corpus.article[last.article].outlet
            why = f"The figure changes with time; the latest{f' ({who})' if who else ''} is {last.shown}."
            return _put(corpus, _with_all(_by_value(series), found), "number", question, ("superseded", why))
    disputed = [fs for fs in by_value if any(_disputed(fs[0], other[0]) for other in by_value)]
    if not disputed:
        return None
    return _put(corpus, _with_all(disputed, found), "number", question, ("conflict", EXCLUSIVE))


def _disputed(a: Figure, b: Figure) -> bool:
    """Whether two exclude one another, and may be of the same people: near enough, or from two who dispute it."""
    near = max(a.value, b.value) <= NEAR * min(a.value, b.value)
    return not agree(a, b) and (near or bool(a.voice and b.voice and a.voice != b.voice))


def _dated(corpus: Corpus, figure: Figure) -> bool:
    article = corpus.article[figure.article]
    return bool(article.published or article.updated)


def _with_all(by_value: Sequence[Sequence[Figure]], found: Sequence[Figure]) -> list[list[Figure]]:
    """Each answer with every place where one of its reports gives it."""
    return [
        list(dict.fromkeys([*fs, *(f for f in found if (f.low, f.high) == (fs[0].low, fs[0].high))])) for fs in by_value
    ]


def _risen(corpus: Corpus, ordered: Sequence[Figure], *, falling: bool) -> list[Figure]:
    """The longest run of figures, each from a later report, that only rise (or only fall); empty if none changes.

    A report that gives less than one before it may speak of a part, or be behind: it takes nothing from the series.
    """
    best: list[list[Figure]] = []
    for figure in ordered:
        before = [run for run in best if _follows(corpus, run[-1], figure, falling=falling)]
        best.append([*max(before, key=len, default=[]), figure])
    changing = [run for run in best if len({(f.low, f.high) for f in run}) > 1]
    longest = max(changing, key=len, default=[])
    return longest if longest and 2 * len(longest) >= len({f.article for f in ordered}) else []


def _follows(corpus: Corpus, a: Figure, b: Figure, *, falling: bool) -> bool:
    """Whether a later report's figure may be the one before gone on."""
    if a.article == b.article:
        return False
    if (a.low, a.high) == (b.low, b.high):
        return True
    onward = b.value < a.value if falling else b.value > a.value
    told = not agree(a, b) or not (a.quantity.vague or b.quantity.vague)
    return onward and told and (moment(corpus, a) != moment(corpus, b) or _within_a_day(corpus, a, b))


def _within_a_day(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether nothing says which of two reports of one day came first, nor that two people count against each other."""
    return "T" not in moment(corpus, a) and (a.voice is None or b.voice is None or a.voice == b.voice)


def _at_one_moment(corpus: Corpus, outcome: str, found: Sequence[Figure]) -> Difference | None:
    """Two figures given for one and the same hour cannot both be right."""
    for a, b in combinations(found, 2):
        if a.moment and a.moment == b.moment and a.article != b.article and not agree(a, b):
            question = f"{_asked(outcome)} ({a.moment.replace('T', ' ')[:16]})"
            why = "Both reports speak of the same hour, and give figures that exclude each other."
            return _put(corpus, [[a], [b]], "number", question, ("conflict", why))
    return None


def _size(corpus: Corpus, noun: str, found: Sequence[Figure]) -> Difference | None:
    """A measured size, each report's largest (a main shock before its aftershocks): two instruments, two figures."""
    largest = {f.article: f for f in sorted(found, key=lambda f: f.value)}
    by_value = _by_value(sorted(largest.values(), key=lambda f: corpus.rank[f.article]))
    firsts = [fs[0] for fs in by_value]
    if len(by_value) < 2 or all(agree(a, b) for a, b in combinations(firsts, 2)):
        return None
    whose = {f.owner if f.named else f.voice for f in firsts}
    apart = noun in words("en", "quantities", "measures", "scaled") and None not in whose and len(whose) == len(firsts)
    judged: tuple[Verdict, str] = ("compatible", INSTITUTES) if apart else ("conflict", MEASURED)
    return _put(corpus, by_value, "number", f"What {noun}?", judged)


def _put(
    corpus: Corpus,
    by_value: Sequence[Sequence[Figure]],
    kind: DifferenceKind,
    question: str,
    judged: tuple[Verdict, str],
) -> Difference:
    positions = [position(corpus, fs[0].shown, [f.cite for f in fs]) for fs in by_value]
    return difference(kind, question, positions, *judged)


def _by_value(found: Iterable[Figure]) -> list[list[Figure]]:
    """Figures with one meaning together, in the order first given."""
    groups: dict[tuple[float, float], list[Figure]] = {}
    for figure in found:
        groups.setdefault((figure.low, figure.high), []).append(figure)
    return list(groups.values())


def _one_each(found: Iterable[Figure]) -> list[Figure]:
    """The figure that counts for each article: the strongest."""
    best: dict[str, Figure] = {}
    for figure in found:
        known = best.get(figure.article)
        if known is None or strength(figure) > strength(known):
            best[figure.article] = figure
    return list(best.values())


def _one_a_voice(found: Iterable[Figure]) -> list[Figure]:
    """The strongest figure of each voice in each article."""
    best: dict[tuple[str, str | None], Figure] = {}
    for figure in found:
        key = (figure.article, figure.voice)
        if key not in best or strength(figure) > strength(best[key]):
            best[key] = figure
    return list(best.values())
