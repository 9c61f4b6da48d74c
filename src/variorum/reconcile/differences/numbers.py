"""How two figures that answer one question stand to one another, and why."""

from __future__ import annotations

import re

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.time import When
from variorum.reconcile.beside_figures import BESIDE, of_all
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.counts import of_one_kind, same
from variorum.reconcile.differences.going_on import accumulates, goes_on, risen
from variorum.reconcile.differences.judged import (
    CONFLICT,
    CORRECTED,
    CURRENCY,
    EARLIER,
    FORECAST,
    HOLDS,
    OWNERS,
    PERIOD,
    PLACES,
    PRECISION,
    REVISED,
    RUNNING,
    SCOPE,
    TARGET,
    THINGS,
    TIMES,
    UNITS,
    WAYS,
    Judged,
)  # fmt: skip
from variorum.reconcile.differences.tolls import of_before
from variorum.reconcile.figures import Figure, moment
from variorum.reconcile.rounding import agree

LONG = 27
"""Days that a span must have to be one of which sums and counts are given: a month, a quarter, a year."""
LONGER = 1.2
"""Times that one way between two places may be another."""


def _partial(figure: Figure) -> bool:
    """Whether it is told for less than a year ("in the first nine months")."""
    return figure.period is not None and any(w in figure.period for w in words("en", "figures", "period", "partial"))


def relation(corpus: Corpus, first: Figure, last: Figure) -> Judged:
    """How an earlier report's figure stands to a later one's."""
    later = moment(corpus, first) < moment(corpus, last) and not _rivals(corpus, first, last)
    if later and (risen(first, last) or accumulates(first, last)):
        return RUNNING
    if of_before(first) != of_before(last) and not agree(first, last):
        return EARLIER
    if _takes_back(corpus, first, last) or _takes_back(corpus, last, first):
        return CORRECTED
    if agree(first, last):
        return UNITS if first.quantity.unit != last.quantity.unit else PRECISION
    return _exclusive(corpus, first, last, later=later)


def _exclusive(corpus: Corpus, first: Figure, last: Figure, *, later: bool) -> Judged:
    """How two figures stand that cannot be one."""
    if placed := _placed(corpus, first, last):
        return placed
    if first.dimension != last.dimension:
        return CURRENCY
    if _unlike(first, last):
        return THINGS
    if first.scope != last.scope and not _one_sort(corpus, first, last):
        return HOLDS if "capacity" in {first.scope, last.scope} else SCOPE
    periods = first.dimension != "age" and first.period != last.period and not _one_span(corpus, first, last)
    if periods and ((first.period and last.period) or _partial(first) != _partial(last)):
        return PERIOD
    if _other_times(corpus, first, last):
        return TIMES
    if _ways(corpus, first, last):
        return WAYS
    if first.moment and first.moment == last.moment:
        return CONFLICT
    if _apart(corpus, first, last):
        return OWNERS
    if first.future and not last.future and later:
        return TARGET if _over_by(corpus, last, first) else FORECAST
    if later and goes_on(corpus, first, last):
        return RUNNING
    if _aimed(corpus, first) != _aimed(corpus, last) and first.dimension != "count":
        return TARGET
    return REVISED if later and _one_source(first, last) else CONFLICT


def _ways(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether both say how far one place is from another, on land, and neither is far longer than the other.

    At sea, where distances are in nautical miles, they are measured.
    """
    if a.dimension != "length" or "nmi" in {a.quantity.unit, b.quantity.unit}:
        return False
    way = table("en", "figures")["way"]["behind"]
    behind = (corpus.article[f.article].text[f.quantity.cite.end :][:BESIDE] for f in (a, b))
    near = max(a.value, b.value) <= LONGER * min(a.value, b.value)
    return near and all(re.match(way, text, re.IGNORECASE) for text in behind)


def _rivals(corpus: Corpus, first: Figure, last: Figure) -> bool:
    """Whether two speakers count, on one day: then neither goes on from the other."""
    one, two = ((f.voice or "").lower() for f in (first, last))
    if not one or not two or one in two or two in one:
        return False
    days = [corpus.article[f.article].day for f in (first, last)]
    return first.article != last.article and None not in days and days[0] == days[1]


def _unlike(a: Figure, b: Figure) -> bool:
    """Whether they count other things by name: families and people; agreements and, more widely, documents."""
    one, two = a.quantity.noun, b.quantity.noun
    if a.dimension != "count" or not one or not two or stem(one) == stem(two):
        return False
    homes = words("en", "figures", "households", "nouns")
    if (one in homes) != (two in homes):
        return True
    more, less = (one, two) if a.value > b.value else (two, one)
    return less in table("en", "figures")["wider"].get(more, ())


def _apart(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether each is the figure of another named owner, who does not count for others."""
    if not a.named or not b.named or a.owner == b.owner:
        return False
    one, two = (corpus.entity.get(f.owner or "") for f in (a, b))
    if one and two and (one.country == two.country or "person" in {one.kind, two.kind}):
        return False  # a capital, or whoever speaks for a land, stands for it
    counting = table("en", "reconcile")["running"]["counting"]
    return not {a.claim.slots.predicate, b.claim.slots.predicate} & {
        *counting,
        *table("en", "figures")["giving"]["verbs"],
    }


def _placed(corpus: Corpus, first: Figure, last: Figure) -> Judged | None:
    """Whether they count in two places, or the smaller one in a place while the other counts everywhere."""
    if first.dimension != "count" or last.dimension != "count":
        return None
    at = [corpus.place_beside(f.article, f.quantity.cite.start, f.quantity.cite.end) for f in (first, last)]
    if at[0] and at[1]:
        return PLACES if at[0] != at[1] else None
    local = first if at[0] else last if at[1] else None
    whole = last if local is first else first
    if first.noun == table("en", "figures")["crowds"]["counted"]:
        return None  # each side counts the one march, and says where or not
    narrower = local is not None and local.value < whole.value and _told_beside_others(corpus, local)
    return SCOPE if narrower else None


def _told_beside_others(corpus: Corpus, local: Figure) -> bool:
    """Whether its own report counts others of the kind: else the place beside a count is where all of it was."""
    counted = (q for c in corpus.claims_of(local.article) for q in c.slots.quantities)
    return any(not q.vague and of_one_kind(q, local.quantity) and not same(q, local.quantity) for q in counted)


def _disputes(corpus: Corpus, old: Figure, new: Figure) -> bool:
    """Whether the new figure is some person's, and not that of who gave the old one."""
    if new.voice is None or new.voice == old.voice:
        return False
    return not any(e.name == new.voice and e.kind == "organization" for e in corpus.entities)


def _takes_back(corpus: Corpus, old: Figure, new: Figure) -> bool:
    """Whether the one's sentence says that it takes the other's place: "three, after first reporting two"."""
    if old.dimension != new.dimension or agree(old, new):
        return False
    said = f" {' '.join(new.claim.sentence.exact.lower().split())} "
    rules = table("en", "figures")["corrected"]
    instead = any(f" {mark} " in said for mark in rules["instead"])
    if not instead and not any(f" {mark} " in said for mark in rules["phrases"]):
        return False
    number = "|".join(re.escape(form) for form in _forms(old))
    marks = [m for m in rules["instead"] if m not in rules["denying"] or not _disputes(corpus, old, new)]
    if instead and re.search(rf"\b(?:{'|'.join(marks)}) (?:\w+ )?(?:{number})\b", said):
        return True
    rest = said.replace(new.shown.lower(), " ")
    named = re.search(rf"(?<![\w-])(?:{number})(?![\w-])", rest) is not None
    return named and any(f" {mark} " in said for mark in rules["phrases"])


def _forms(figure: Figure) -> list[str]:
    """How a figure's number may be written: as the report has it, in digits, in a word."""
    value = figure.quantity.low or figure.value
    digits = f"{value:g}" if value < 1_000_000 else f"{value:.0f}"
    spelled = [w for w, n in table("en", "quantities")["numbers"].items() if n == value]
    shown = [w for w in figure.shown.lower().split() if w[:1].isdigit()]
    return list(dict.fromkeys([digits, f"{value:,.0f}" if value == int(value) else digits, *spelled, *shown]))


def _aimed(corpus: Corpus, figure: Figure) -> bool:
    """Whether something is yet to come to it ("will reach", "by 2028"); a sum that will be paid is fixed already."""
    verbs = words("en", "figures", "expected", "verbs") | words("en", "figures", "expected", "becoming")
    time, day = figure.claim.slots.time, corpus.article[figure.article].day
    later = time is not None and day is not None and time.interval.start.year > day.year
    return figure.future and (later or figure.claim.slots.predicate in verbs)


def _one_sort(corpus: Corpus, first: Figure, last: Figure) -> bool:
    """Whether both count the people of one country, or all of one narrower sort: then neither is the whole."""
    if _all_of_a_sort(first, last) and _all_of_a_sort(last, first):
        return True
    sides = [corpus.country_said(f.article, f.quantity.cite.start, f.quantity.cite.end) for f in (first, last)]
    return sides[0] is not None and sides[0] == sides[1] and "capacity" not in {first.scope, last.scope}


def _all_of_a_sort(figure: Figure, other: Figure) -> bool:
    """Whether it counts all of its sort, even where they are some of a whole: "among them 14 farmers"."""
    if figure.noun is None or figure.noun != other.noun or figure.scope == "more":
        return False
    if figure.scope is None:
        return True
    some = of_all(figure.quantity) or figure.noun in words("en", "reconcile", "people", "any")
    return figure.scope == "part" and not some


def _one_source(a: Figure, b: Figure) -> bool:
    """Whether the same speaker, or the same named owner, gives both."""
    one, two = ((f.voice or "").lower() for f in (a, b))
    return bool(one) and one == two


def _other_times(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether they are figures of two spans of weeks or more, or of two that lie apart by as much."""
    one, two = _span(corpus, a), _span(corpus, b)
    if one is None or two is None or one.interval == two.interval:
        return False
    spans = min(one.interval.days, two.interval.days) >= LONG
    gap = max((two.interval.start - one.interval.end).days, (one.interval.start - two.interval.end).days)
    return spans or gap >= LONG


def _one_span(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether the longest spans that their clauses name are one: "last year", and "in 2025"."""
    one, two = _span(corpus, a), _span(corpus, b)
    return one is not None and two is not None and one.interval == two.interval


def _over_by(corpus: Corpus, figure: Figure, plan: Figure) -> bool:
    """Whether a figure is of a time that was over when the plan was told: it cannot be what became of it."""
    span, day = _span(corpus, figure), corpus.article[plan.article].day
    return span is not None and day is not None and span.interval.end < day


def _span(corpus: Corpus, figure: Figure) -> When | None:
    """The longest span that the figure's clause names."""
    return max(corpus.times_within(figure.article, figure.claim.cite), key=lambda t: t.interval.days, default=None)


def filled(corpus: Corpus, judged: Judged, a: Figure, b: Figure) -> Judged:
    """The reason with the figures, the owners or the periods that it names."""
    if judged is PERIOD:
        names: tuple[str | None, str | None] = (a.period or "no length told", b.period or "no length told")
    elif judged is TIMES:
        names = (_when(corpus, a), _when(corpus, b))
    elif judged is THINGS:
        names = (a.quantity.noun or "", b.quantity.noun or "")
    elif judged is OWNERS:
        names = (name_of_owner(corpus, a), name_of_owner(corpus, b))
    elif judged is CORRECTED:
        names = (a.shown, (b if _takes_back(corpus, a, b) else a).shown)
    else:
        names = (a.shown, b.shown)
    return judged._replace(why=judged.why.format(a=names[0], b=names[1]))


def _when(corpus: Corpus, figure: Figure) -> str:
    """The time of the figure's clause, as EDTF."""
    time = _span(corpus, figure)
    return time.edtf if time else ""


def name_of_owner(corpus: Corpus, figure: Figure) -> str:
    """The owner's name, or noun."""
    known = corpus.entity.get(figure.owner or "")
    return known.name if known else figure.owner or ""
