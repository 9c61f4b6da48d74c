"""Numbers of the same thing: tolls that rise, counts that differ, figures beside vague words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from variorum.lang import table, words
from variorum.model.reading import Quantity, Slots
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

LONG_AGO = 400
"""Days from which a dated toll belongs to another event: a year and a margin."""
FAR_APART = 8
"""Times one count may be the other and still be of one thing."""
PRECISION = "One report is more precise than the other; the figures do not exclude each other."
EXCLUSIVE = "The reports give figures that exclude each other, and none is plainly the later count."


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one article gives it.

    Attributes:
        cite: the clause it stands in.
        era: the year it speaks of when that is long past, so that an old toll is not held against today's.
        moment: EDTF of the hour for which it is given ("by 5 p.m. on Tuesday"); None without one.
        subject: id of the claim's subject, who gives, builds or has what is counted.
        owner: the same, or the subject's noun when it is no name; None for a pronoun or a count's base.
        future: told as a plan; what is expected is not held against what came.
    """

    article: str
    quantity: Quantity
    cite: Citation
    era: str
    moment: str | None
    subject: str | None
    owner: str | None
    future: bool


def number_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """Differences of tolls over the whole story, then of other counts inside aligned claims."""
    tolls: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    counts: dict[tuple[int, str, str, bool], list[Figure]] = defaultdict(list)
    owned: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    measures: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    running = _is_running(corpus)
    for n, cluster in enumerate(clusters):
        for figure in _figures(corpus, cluster):
            q = figure.quantity
            if q.of and q.unit is None and q.of in table("en", "reconcile")["asked"]:
                tolls[q.of, _sort(q), figure.era].append(figure)
            elif q.noun in words("en", "quantities", "measures", "nouns") and not figure.era:
                measures[q.noun or "", q.unit or ""].append(figure)
            elif figure.owner and running(q):
                owned[figure.owner, q.noun or "", q.unit or ""].append(figure)
            elif (q.noun or q.unit) and not running(q) and len({s.article for s in cluster}) > 1:
                counts[n, q.noun or "", q.unit or "", figure.future].append(figure)
    found = []
    for (outcome, _, _), figures in tolls.items():
        found += [_at_one_moment(corpus, outcome, figures), _toll(corpus, outcome, figures)]
    found += [_running_count(corpus, figures) for figures in owned.values()]
    found += [_measure(corpus, noun, figures) for (noun, _), figures in measures.items()]
    found += [_count(corpus, figures) for figures in counts.values()]
    return [d for d in found if d]


def _is_running(corpus: Corpus) -> Callable[[Quantity], bool]:
    """Which counts go on: shares and seats, while the story is of an election."""
    rules = table("en", "reconcile")["running"]
    election = any(e.family in rules["families"] and not e.background for _, e in corpus.events)
    return lambda q: election and (q.unit in rules["units"] or q.noun in rules["nouns"])


def _running_count(corpus: Corpus, figures: Sequence[Figure]) -> Difference | None:
    """Somebody's share or seats: a later count supersedes, two counts of one moment exclude each other."""
    by_value = _by_value(corpus, _last_each(figures))
    if len(by_value) < 2:
        return None
    firsts = [fs[0] for fs in by_value]
    owner = corpus.entity[firsts[0].owner or ""].name if firsts[0].owner in corpus.entity else firsts[0].owner or ""
    question = f"{owner[:1].upper()}{owner[1:]}: {' or '.join(_shown(f.quantity) for f in firsts)}?"
    if all(_agree(a.quantity, b.quantity) for a, b in combinations(firsts, 2)):
        return _put(corpus, by_value, "granularity", question, ("compatible", PRECISION))
    if len({_moment(corpus, f.article) for f in firsts}) == len(firsts):
        last = max(firsts, key=lambda f: corpus.rank[f.article])
        why = f"The count goes on; the latest report gives {_shown(last.quantity)}."
        return _put(corpus, by_value, "number", question, ("superseded", why))
    return _put(corpus, by_value, "number", question, ("conflict", EXCLUSIVE))


def _last_each(figures: Iterable[Figure]) -> list[Figure]:
    """The figure that an article gives first: a lead has the latest count."""
    first: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda f: f.cite.start):
        first.setdefault(figure.article, figure)
    return list(first.values())


def _figures(corpus: Corpus, cluster: Sequence[Stated]) -> Iterable[Figure]:
    for stated in cluster:
        slots = stated.claim.slots
        day = corpus.article[stated.article].day
        old = slots.time is not None and day is not None and (day - slots.time.interval.end).days > LONG_AGO
        era = str(slots.time.interval.start.year) if slots.time and old else ""
        moment = slots.time.edtf if slots.time and "T" in slots.time.edtf else None
        for quantity in slots.quantities:
            owner = _owner(slots)
            own = stated.claim.cite
            cite, future = own if own.span.contains(quantity.cite.span) else quantity.cite, slots.future
            yield Figure(stated.article, quantity, cite, era, moment, slots.subject_entity, owner, future)


def _owner(slots: Slots) -> str | None:
    """Whose figure it is: the subject's entity, else its noun. A count's base ("94 percent counted") is nobody's."""
    rules = table("en", "reconcile")["running"]
    if slots.predicate in rules["counting"]:
        return None
    if slots.subject_entity or not slots.subject:
        return slots.subject_entity
    noun = slots.subject.split(" of ")[0].split()[-1].lower()
    return None if noun in words("en", "reconcile", "polar", "pronouns") or noun in rules["base"] else noun


def _sort(quantity: Quantity) -> str:
    """The sort of people counted: "" for people of any sort, else the noun."""
    people = words("en", "reconcile", "people", "any")
    return "" if quantity.noun is None or quantity.noun in people else quantity.noun


def _toll(corpus: Corpus, outcome: str, figures: Sequence[Figure]) -> Difference | None:
    """A toll over the story: what rises with time is superseded, what does not is a conflict."""
    by_value = _by_value(corpus, _one_each(figures))
    if len(by_value) < 2:
        return None
    firsts = [fs[0] for fs in by_value]
    question = table("en", "reconcile")["asked"][outcome]
    ordered = sorted((f for fs in by_value for f in fs), key=lambda f: corpus.rank[f.article])
    changes = [(a, b) for a, b in pairwise(ordered) if _changed(corpus, a, b)]
    if not changes and all(_agree(a.quantity, b.quantity) for a, b in combinations(firsts, 2)):
        return _put(corpus, by_value, "granularity", question, ("compatible", PRECISION))
    falling = outcome in table("en", "reconcile")["falling"]["outcomes"]
    onward = all((_value(b) < _value(a)) if falling else (_value(b) > _value(a)) for a, b in changes)
    if onward and all(_moment(corpus, a.article) != _moment(corpus, b.article) for a, b in changes):
        last = ordered[-1]
        who = corpus.article[last.article].outlet
        why = f"The figure changes with time; the latest{f' ({who})' if who else ''} is {_shown(last.quantity)}."
        return _put(corpus, by_value, "number", question, ("superseded", why))
    return _put(corpus, by_value, "number", question, ("conflict", EXCLUSIVE))


def _changed(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether a toll went on from one report to the next: figures that exclude each other, or a higher "at least"."""
    if not _agree(a.quantity, b.quantity):
        return True
    exact = not (a.quantity.vague or b.quantity.vague)
    return exact and _value(b) > _value(a) and _moment(corpus, a.article) != _moment(corpus, b.article)


def _at_one_moment(corpus: Corpus, outcome: str, figures: Sequence[Figure]) -> Difference | None:
    """Two figures given for one and the same hour cannot both be right."""
    for a, b in combinations(figures, 2):
        if a.moment and a.moment == b.moment and a.article != b.article and not _agree(a.quantity, b.quantity):
            question = f"{table('en', 'reconcile')['asked'][outcome]} ({a.moment.replace('T', ' ')[:16]})"
            why = "Both reports speak of the same hour, and give figures that exclude each other."
            return _put(corpus, [[a], [b]], "number", question, ("conflict", why))
    return None


def _measure(corpus: Corpus, noun: str, figures: Sequence[Figure]) -> Difference | None:
    """A measured size, each report's largest (a main shock before its aftershocks): two instruments, two figures."""
    by_value = _by_value(corpus, _one_each(figures))
    firsts = [fs[0] for fs in by_value]
    if len(by_value) < 2 or all(_agree(a.quantity, b.quantity) for a, b in combinations(firsts, 2)):
        return None
    why = "The reports give different measurements of it."
    return _put(corpus, by_value, "number", f"What {noun}?", ("conflict", why))


def _count(corpus: Corpus, figures: Sequence[Figure]) -> Difference | None:
    """A count inside one aligned claim: exact figures that differ are a conflict, unless somebody else's."""
    by_value = _by_value(corpus, _one_each(_of_one_size(figures)))
    if len(by_value) < 2:
        return None
    firsts = [fs[0] for fs in by_value]
    question = _asked(firsts)
    if all(_agree(a.quantity, b.quantity) for a, b in combinations(firsts, 2)):
        return _put(corpus, by_value, "granularity", question, ("compatible", PRECISION))
    subjects = {f.subject for f in firsts}
    if None not in subjects and len(subjects) == len(firsts):
        names = " and ".join(sorted(corpus.entity[s].name for s in subjects if s and s in corpus.entity))
        why = f"The figures are not of the same thing: one sentence speaks of each of {names}."
        return _put(corpus, by_value, "number", question, ("compatible", why))
    return _put(corpus, by_value, "number", question, ("conflict", EXCLUSIVE))


def _of_one_size(figures: Sequence[Figure]) -> list[Figure]:
    """Of figures of very different size, those of the size that most articles give: the others count something else."""
    sizes = {id(f): max(_value(f), 1.0) for f in figures}
    near = [[g for g in figures if 1 / FAR_APART <= sizes[id(g)] / sizes[id(f)] <= FAR_APART] for f in figures]
    return max(near, key=lambda group: len({f.article for f in group}), default=[])


def _put(
    corpus: Corpus,
    by_value: Sequence[Sequence[Figure]],
    kind: DifferenceKind,
    question: str,
    judged: tuple[Verdict, str],
) -> Difference:
    positions = [position(corpus, _shown(fs[0].quantity), [f.cite for f in fs]) for fs in by_value]
    return difference(kind, question, positions, *judged)


def _by_value(corpus: Corpus, figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures with one meaning together, in the order first given."""
    groups: dict[tuple[float, float | None], list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: corpus.rank[f.article]):
        groups.setdefault((figure.quantity.low, figure.quantity.high), []).append(figure)
    return list(groups.values())


def _asked(figures: Sequence[Figure]) -> str:
    """The question in the reports' own words: "How many bridges?", "How much: 2 euros or 3 euros?"."""
    if figures[0].quantity.unit:
        return f"How much: {' or '.join(_shown(f.quantity) for f in figures)}?"
    return f"How many {_shown(figures[0].quantity).split()[-1]}?"


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
    """The report's own words for it."""
    return " ".join(quantity.cite.exact.split())


def _value(figure: Figure) -> float:
    q = figure.quantity
    return q.high if q.high is not None else q.low


def _moment(corpus: Corpus, article: str) -> str:
    row = corpus.article[article]
    return row.updated or row.published or row.id


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether one figure may be the other: their ranges meet. A vague word may mean half of what it mostly means."""
    low_a, low_b = (q.low / 2 if q.vague else q.low for q in (a, b))
    top_a, top_b = (q.high if q.high is not None else float("inf") for q in (a, b))
    return low_a <= top_b and low_b <= top_a
