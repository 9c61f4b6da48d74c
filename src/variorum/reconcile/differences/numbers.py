"""Numbers of the same thing: tolls that rise, counts that differ, figures beside vague words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.lang import table, words
from variorum.model.reading import Quantity
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one article gives it.

    Attributes:
        cite: the clause it stands in.
        era: the year it speaks of when that is long past, so that an old toll is not held against today's.
    """

    article: str
    quantity: Quantity
    cite: Citation
    era: str


def number_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """Differences of tolls over the whole story, then of other counts inside aligned claims."""
    tolls: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    counts: dict[tuple[int, str, str], list[Figure]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for figure in _figures(corpus, cluster):
            q = figure.quantity
            if q.of and q.unit is None and q.of in table("en", "reconcile")["asked"]:
                tolls[q.of, _sort(q), figure.era].append(figure)
            elif q.noun and len({s.article for s in cluster}) > 1:
                counts[n, q.noun, q.unit or ""].append(figure)
    found = [_compare(corpus, table("en", "reconcile")["asked"][key[0]], figures) for key, figures in tolls.items()]
    found += [_compare(corpus, _asked(figures), figures) for figures in counts.values()]
    return [d for d in found if d]


def _figures(corpus: Corpus, cluster: Sequence[Stated]) -> Iterable[Figure]:
    for stated in cluster:
        when = stated.claim.slots.time
        day = corpus.article[stated.article].day
        old = when is not None and day is not None and (day - when.interval.end).days > 400
        era = str(when.interval.start.year) if when and old else ""
        for quantity in stated.claim.slots.quantities:
            yield Figure(stated.article, quantity, stated.claim.cite, era)


def _sort(quantity: Quantity) -> str:
    """The sort of people counted: "" for people of any sort, else the noun."""
    people = words("en", "reconcile", "people", "any") | words("en", "quantities", "anaphoric", "people")
    return "" if quantity.noun is None or quantity.noun in people else quantity.noun


def _asked(figures: Sequence[Figure]) -> str:
    noun = figures[0].quantity.noun or "are there"
    return f"How many ({noun})?" if figures[0].quantity.unit is None else f"How much ({noun})?"


def _compare(corpus: Corpus, question: str, figures: Sequence[Figure]) -> Difference | None:
    latest = _one_each(figures)
    if len(latest) < 2:
        return None
    by_value: dict[str, list[Figure]] = {}
    for figure in sorted(latest, key=lambda f: corpus.rank[f.article]):
        by_value.setdefault(_shown(figure.quantity), []).append(figure)
    if len(by_value) < 2:
        return None
    positions = [position(corpus, value, [f.cite for f in fs]) for value, fs in by_value.items()]
    kind, verdict, why = _judge(corpus, [fs[0] for fs in by_value.values()], latest)
    return difference(kind, question, positions, verdict, why)


def _one_each(figures: Iterable[Figure]) -> list[Figure]:
    """The figure that counts for each article: its highest, an exact one before a vague one."""
    best: dict[str, Figure] = {}
    for figure in figures:
        known = best.get(figure.article)
        if known is None or _strength(figure.quantity) > _strength(known.quantity):
            best[figure.article] = figure
    return list(best.values())


def _strength(quantity: Quantity) -> tuple[bool, float]:
    return quantity.vague is None, quantity.high if quantity.high is not None else quantity.low


def _shown(quantity: Quantity) -> str:
    if quantity.vague:
        return quantity.vague
    if quantity.high is None:
        return f"at least {quantity.low:g}"
    if quantity.low == quantity.high:
        return f"{quantity.low:g}"
    return f"{quantity.low:g} to {quantity.high:g}" if quantity.low else f"up to {quantity.high:g}"


def _judge(corpus: Corpus, firsts: Sequence[Figure], all_: Sequence[Figure]) -> tuple[DifferenceKind, Verdict, str]:
    if all(_agree(a.quantity, b.quantity) for a in firsts for b in firsts):
        return (
            "granularity",
            "compatible",
            "One report is more precise than the other; the figures do not exclude each other.",
        )
    ordered = sorted(all_, key=lambda f: corpus.rank[f.article])
    rising = all(_value(a) <= _value(b) for a, b in pairwise(ordered))
    moments = {_moment(corpus, f.article) for f in firsts}
    if rising and len(moments) == len(firsts):
        last = ordered[-1]
        return "number", "superseded", f"The figure rises with time; the latest report gives {_shown(last.quantity)}."
    return (
        "number",
        "conflict",
        "The reports give figures that exclude each other, and none is plainly the later count.",
    )


def _value(figure: Figure) -> float:
    q = figure.quantity
    return q.high if q.high is not None else q.low


def _moment(corpus: Corpus, article: str) -> str:
    row = corpus.article[article]
    return row.updated or row.published or row.id


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether one figure may be the other: their ranges meet."""
    top_a, top_b = a.high if a.high is not None else float("inf"), b.high if b.high is not None else float("inf")
    return a.low <= top_b and b.low <= top_a
