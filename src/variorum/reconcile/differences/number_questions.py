"""Numbers of the same thing: counts that differ, figures beside vague words, other units, shares, forecasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.counts import SUMS
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.judged import CONFLICT, CORRECTED, Judged
from variorum.reconcile.differences.numbers import filled, name_of_owner, relation
from variorum.reconcile.differences.toll_rows import toll_differences
from variorum.reconcile.differences.tolls import is_toll, of_before
from variorum.reconcile.figures import Figure, is_given
from variorum.reconcile.questions import CERTAIN, likeness, questions
from variorum.reconcile.rounding import agree


def number_differences(corpus: Corpus, found: Sequence[Figure]) -> list[Difference]:
    """Differences of tolls over the whole story, then of every other question that two figures answer differently."""
    tolls = [f for f in found if is_toll(f)]
    rest = [f for f in found if not is_toll(f)]
    told: dict[str, list[Figure]] = {}
    for figure in rest:
        told.setdefault(figure.article, []).append(figure)
    asked = [d for group in questions(corpus, rest) for d in _differences(corpus, group, told)]
    return [*toll_differences(corpus, tolls), *asked]


Told = Mapping[str, Sequence[Figure]]
"""The figures of each article."""


def _differences(corpus: Corpus, group: Sequence[Figure], told: Told) -> list[Difference]:
    """One row for each way in which the answers to one question differ; of the same answers, the conflict alone."""
    answers = _answers(group)
    related: dict[Judged, list[int]] = {}
    why: dict[Judged, Judged] = {}
    for a, b in combinations(range(len(answers)), 2):
        if (found := _relation(corpus, answers[a], answers[b], told)) is None:
            continue
        general, first, last = found
        related.setdefault(general, []).extend((a, b))
        why[general] = filled(corpus, general, first, last)
    clashing = set(related.get(CONFLICT, ()))
    rows = [(g, sorted(set(places))) for g, places in related.items() if g is CONFLICT or set(places) != clashing]
    return [_row(corpus, [answers[n] for n in places], why[g]) for g, places in rows]


def _answers(group: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one meaning together, in the order first given."""
    out: dict[tuple[str, float, float], list[Figure]] = {}
    for figure in group:
        out.setdefault((figure.dimension, figure.low, figure.high), []).append(figure)
    return list(out.values())


def _relation(
    corpus: Corpus, one: Sequence[Figure], two: Sequence[Figure], told: Told
) -> tuple[Judged, Figure, Figure] | None:
    """How two answers stand to one another, by those of their figures that are told most alike."""
    found: list[tuple[tuple[bool, int, bool], Judged, Figure, Figure]] = []
    for pair in ((a, b) for a in one for b in two if _two_counts(a, b)):
        first, last = sorted(pair, key=lambda f: corpus.rank[f.article])
        general = relation(corpus, first, last)
        if general is CONFLICT and (not _certain(corpus, first, last) or _side_by_side(first, last, told)):
            continue
        order = general is not CORRECTED, _unlikeness(first, last), general is not CONFLICT
        found.append((order, general, first, last))
    best = min(found, key=lambda row: row[0], default=None)
    return best[1:] if best else None


def _two_counts(a: Figure, b: Figure) -> bool:
    """Two reports count, or two who speak in one."""
    return a.article != b.article or (a.voice != b.voice and None not in {a.voice, b.voice})


def _unlikeness(a: Figure, b: Figure) -> int:
    """In how many ways one is told otherwise than the other: as a plan, a part, one of before, for another time."""
    told = [(f.scope, f.future, f.period, of_before(f)) for f in (a, b)]
    return sum(x != y for x, y in zip(*told, strict=True))


def _side_by_side(a: Figure, b: Figure, told: Told) -> bool:
    """Whether some report gives both figures, each in its own sentence and not from two mouths: they are of two things.

    In one sentence they may be the answers that the report itself sets against each other ("12 or 14, by who counts").
    """
    for row in told.values():
        ones, twos = ([f for f in row if _alike(f, x)] for x in (a, b))
        if any(_one_voice(one, two) and one.claim.sentence != two.claim.sentence for one in ones for two in twos):
            return True
    return False


def _one_voice(a: Figure, b: Figure) -> bool:
    return a.voice == b.voice


def _alike(one: Figure, two: Figure) -> bool:
    return one.noun == two.noun and one.quantity.vague is None and agree(one, two)


def _certain(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether two figures surely answer one question: given for one moment, set against each other, or told alike."""
    if (a.moment and a.moment == b.moment) or any(f.against and is_given(f) for f in (a, b)):
        return True
    if a.kind == "money" and max(a.value, b.value) > SUMS * min(a.value, b.value):
        return False  # of one budget, fine or tax there are many sums
    return likeness(corpus, a, b) >= CERTAIN


def _row(corpus: Corpus, answers: Sequence[Sequence[Figure]], judged: Judged) -> Difference:
    positions = [position(corpus, _value(fs), [f.cite for f in fs]) for fs in answers]
    return difference(judged.kind, _asked(corpus, [fs[0] for fs in answers]), positions, judged.verdict, judged.why)


def _value(told: Sequence[Figure]) -> str:
    """The report's own words for the figure, with who gives it when all who tell it name the same."""
    holders = {f.voice for f in told}
    holder = holders.pop() if len(holders) == 1 else None
    return f"{told[0].shown} ({holder})" if holder else told[0].shown


def _asked(corpus: Corpus, firsts: Sequence[Figure]) -> str:
    """The question in the reports' own words: "How many bridges?", "League: 98 seats or 104 seats?"."""
    if all(f.owner == firsts[0].owner and (f.named or (f.owner and corpus.is_election)) for f in firsts):
        owner = name_of_owner(corpus, firsts[0])
        return f"{owner[:1].upper()}{owner[1:]}: {' or '.join(dict.fromkeys(f.shown for f in firsts))}?"
    counted = next((f for f in firsts if f.noun and f.quantity.unit is None), None)
    if counted is not None and counted.noun == table("en", "figures")["crowds"]["counted"]:
        return str(table("en", "figures")["crowds"]["asked"])
    if counted is not None and counted.noun not in words("en", "figures", "pronouns", "words"):
        told = counted.shown.split()[-1].rpartition("-")[2]
        return f"How many {told}?" if told[:1].isalpha() and told != "one" else f"How many ({counted.noun})?"
    return f"How much: {' or '.join(dict.fromkeys(f.shown for f in firsts))}?"
