"""Figures: every quantity of a story with what it is compared by.

A quantity alone says little ("40 percent"). What it counts, whose it is and who says so stand around it: in its clause,
and for a bare number ("the police put the figure at 8,000") in the figure told before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from variorum.lang import table, words
from variorum.model.reading import Claim, Quantity
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.beside_figures import BESIDE, dimension_of, noun_of, owner_of, period_of, scope_of
from variorum.reconcile.corpus import Corpus

LONG_AGO = 45
"""Days from which a dated figure belongs to another event: more than a month, and a margin."""
NOWHERE: tuple[int, frozenset[int]] = (-1, frozenset())
"""Of a claim that is part of no fact."""
REACH = 300
"""Characters that a bare figure may stand behind the one that says what it counts: two sentences."""
NEAR = 4
"""Times that a bare figure may be the one that says what it counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one article gives it.

    Attributes:
        cite: the clause it stands in.
        claim: the claim it was read in.
        fact: number of the aligned fact that the claim is one telling of.
        happenings: numbers of the happenings that it tells.
        dimension: what kind of figure can be held against it: ``money``, ``length``, ``%``, ``count`` and so on.
        low, high: the range meant, in the dimension's own unit; ``high`` infinite for "at least".
        noun: what is counted, as a lemma; None when it is unsaid.
        era: the month it speaks of when that is long past, so that an old toll is not held against today's.
        moment: EDTF of the hour for which it is given ("by 5 p.m. on Tuesday"); None without one.
        owner: whose figure it is: an entity's id, else the subject's noun; None for a pronoun.
        future: told as a plan or a forecast.
        scope: ``part`` of a whole told beside it, ``more`` on top of it, None.
        period: the words of the length of time it is for ("over five years"), None without one.
        terms: content words of the clause, names as ``@id``.
        beside: what else the clause counts.
        landmark: for a distance, id of the place from which it is told ("80 miles off Palawan").
        named: whether the owner is an entity.
        against: the quantity told before it that says what it counts, for a bare one.
    """

    article: str
    quantity: Quantity
    cite: Citation
    claim: Claim
    fact: int
    happenings: frozenset[int]
    dimension: str
    low: float
    high: float
    noun: str | None
    era: str
    moment: str | None
    owner: str | None
    future: bool
    scope: str | None
    period: str | None
    terms: frozenset[str]
    beside: frozenset[str]
    named: bool
    landmark: str | None = None
    against: Citation | None = None

    @property
    def voice(self) -> str | None:
        """Who gives it: the speaker whose words are reported, or who "counted" it or "put the number at" it."""
        slots = self.claim.slots
        if self.claim.holder or slots.predicate not in words("en", "figures", "giving", "verbs"):
            return self.claim.holder
        within = slots.subject is not None and self.shown in slots.subject
        return None if within else slots.subject

    @property
    def kind(self) -> str:
        """The dimension, currencies being one: what they are worth in one another changes with the day."""
        return self.dimension.split()[0]

    @property
    def value(self) -> float:
        """The figure itself: the most it means, or the least when there is no most."""
        return self.high if self.high != float("inf") else self.low

    @property
    def shown(self) -> str:
        """The report's own words for it."""
        return " ".join(self.quantity.cite.exact.split())


@cache
def _rules() -> dict[str, Any]:
    return table("en", "figures")


def figures(corpus: Corpus, facts: Sequence[Sequence[Stated]]) -> list[Figure]:
    """The story's figures by article in order of publication, in each in order of the text."""
    told = {s.claim.id: (n, s.happenings) for n, fact in enumerate(facts) for s in fact}
    found: list[Figure] = []
    for article in corpus.articles:
        innermost: dict[Citation, Claim] = {}
        for claim in corpus.claims_of(article.id):
            for quantity in claim.slots.quantities:
                known = innermost.get(quantity.cite)
                if known is None or _inside(claim, quantity) > _inside(known, quantity):
                    innermost[quantity.cite] = claim
        rows = sorted(
            (
                (q, c)
                for c in innermost.values()
                for q in c.slots.quantities
                if innermost[q.cite] is c and _says(q) and not _compares(article.text, q)
            ),
            key=_at,
        )
        found += _completed(
            _without_bases(
                corpus, [_figure(corpus, article.id, q, c, told.get(c.id, NOWHERE)) for q, c in dict.fromkeys(rows)]
            )
        )
    return found


def _says(quantity: Quantity) -> bool:
    """Whether a quantity counts something: not "one of them", nor how often."""
    single = quantity.low == quantity.high == 1 and quantity.unit is None
    vague = quantity.noun in _rules()["pronouns"]["words"] or quantity.noun is None
    if single and (" of " in quantity.cite.exact or " or " in quantity.cite.exact):
        return False
    if quantity.noun in _rules()["empty"]["nouns"]:
        return False
    return not (single and vague and quantity.of is None) and quantity.noun not in _rules()["pronouns"]["times"]


def _compares(text: str, quantity: Quantity) -> bool:
    """Whether it only says by how many one number is above another: "eleven more than the ministry"."""
    return re.match(r"\s+(?:more|fewer|less|higher|lower)\s+than\b", text[quantity.cite.end :][:BESIDE]) is not None


def _marching(quantity: Quantity, claim: Claim) -> str | None:
    """The noun of those who march, where a turnout is put at a number or people are told to have taken part."""
    if quantity.unit is not None or quantity.of is not None:
        return None
    rules, slots = _rules()["crowds"], claim.slots
    bare = noun_of(quantity) is None
    heads = {phrase.lower().split()[-1] for phrase in (slots.subject, slots.object) if phrase and phrase.split()}
    heads |= {w for phrase in (slots.subject, slots.object) if phrase for w in phrase.lower().split()[:2]}
    if bare and heads & {*rules["nouns"]} and slots.predicate in {*_rules()["giving"]["verbs"], "be", "reach"}:
        return str(rules["counted"])
    people = noun_of(quantity) in words("en", "reconcile", "people", "any")
    return str(rules["counted"]) if people and slots.predicate in rules["verbs"] and not slots.theme else None


def _without_bases(corpus: Corpus, found: Sequence[Figure]) -> list[Figure]:
    """Shares of a count by how much of it has been counted: that is the moment of the shares told beside it."""
    text = {f.article: corpus.article[f.article].text for f in found}
    bases = [f for f in found if _is_base(text[f.article], f)]
    out = []
    for figure in found:
        base = next((b for b in bases if b.claim.sentence == figure.claim.sentence), None)
        if figure not in bases:
            out.append(replace(figure, moment=f"at {base.shown}") if base else figure)
    return out


def _is_base(text: str, figure: Figure) -> bool:
    if figure.dimension != "%":
        return False
    after = " ".join(text[figure.quantity.cite.end : figure.quantity.cite.end + BESIDE].lower().split())
    whole = f" {after}" if "%" in figure.shown or figure.noun in {None, "%"} else f" of {after}"
    return bool(re.match(_rules()["base"]["pattern"], whole))


def _at(row: tuple[Quantity, Claim]) -> tuple[int, int]:
    return row[0].cite.start, row[0].cite.end


def _inside(claim: Claim, quantity: Quantity) -> tuple[bool, int]:
    """How near a claim stands to a quantity: one that holds its words, and the shorter the better."""
    return claim.cite.span.contains(quantity.cite.span), -len(claim.cite.exact)


def _figure(corpus: Corpus, article: str, quantity: Quantity, claim: Claim, told: tuple[int, frozenset[int]]) -> Figure:
    slots = claim.slots
    day = corpus.article[article].day
    dated = corpus.times_within(article, claim.cite)
    dated = dated or ([slots.time] if slots.time else [])
    old = day is not None and bool(dated) and all((day - t.interval.end).days > LONG_AGO for t in dated)
    ahead = slots.time is not None and day is not None and slots.time.interval.start > day
    dimension, factor = dimension_of(quantity)
    own = claim.cite.span.contains(quantity.cite.span)
    text = corpus.article[article].text
    owner, named = owner_of(corpus, article, quantity, claim)
    return Figure(
        article=article,
        quantity=quantity,
        cite=claim.cite if own else quantity.cite,
        claim=claim,
        fact=told[0],
        happenings=told[1],
        dimension=dimension,
        low=quantity.low * factor,
        high=float("inf") if quantity.high is None else quantity.high * factor,
        noun=_marching(quantity, claim) or noun_of(quantity),
        era=str((slots.time or dated[0]).interval.start)[:7] if old else "",
        moment=slots.time.edtf if slots.time and "T" in slots.time.edtf else None,
        owner=owner,
        named=named,
        future=slots.future or ahead or slots.predicate in _rules()["expected"]["verbs"],
        scope=scope_of(text, quantity),
        period=period_of(text, quantity),
        terms=frozenset(claim.terms) | {f"@{e}" for e in claim.entities},
        landmark=corpus.place_behind(article, quantity.cite.end, BESIDE) if dimension == "length" else None,
        beside=frozenset(n for q in slots.quantities if q != quantity and q.unit is None and (n := noun_of(q))),
    )


def _completed(found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of one article; a bare one has what the figure before it counts, where there is one."""
    before: list[Figure] = []
    for given in found:
        figure = _without_whole(given, before)
        told = _borrowed(figure, before) if is_bare(figure) else _in_whole(figure, before)
        if told is not None and told.scope is None and any(_of_one_part(b, told) for b in before):
            told = replace(told, scope="part")
        if told is not None and told.scope == "more" and _own_outcome(told, before):
            told = replace(told, scope=None)
        if told is None:
            yield figure
        elif not (before and _repeats(told, before[-1])):
            before.append(told)
            yield told


def _of_one_part(part: Figure, figure: Figure) -> bool:
    """Whether it is told beside a part in one clause, and is of its kind: "including nine women and two children"."""
    return part.claim is figure.claim and part.scope == "part" and part.dimension == figure.dimension


def _without_whole(figure: Figure, before: Sequence[Figure]) -> Figure:
    """A sum or size that is told behind "including" is a part only where a whole is told before it."""
    if figure.scope != "part" or figure.dimension == "count" or " of " in figure.shown:
        return figure
    whole = any(b.claim.sentence == figure.claim.sentence and b.dimension == figure.dimension for b in before)
    return figure if whole else replace(figure, scope=None)


def _in_whole(figure: Figure, before: Sequence[Figure]) -> Figure:
    """A part with what befell the whole that it is told beside ("34, including nine children").

    It is a part of that whole alone: in "58 were saved; fourteen of them were hurt" the fourteen are all of the hurt.
    """
    if figure.scope != "part":
        return figure
    last = next((e for e in reversed(before) if e.claim.paragraph == figure.claim.paragraph), None)
    if last is None or last.dimension != figure.dimension:
        return figure
    if figure.quantity.of is None and last.claim.sentence == figure.claim.sentence:
        return replace(figure, quantity=replace(figure.quantity, of=last.quantity.of))
    return figure if last.quantity.of == figure.quantity.of else replace(figure, scope=None)


def _own_outcome(figure: Figure, before: Sequence[Figure]) -> bool:
    """Whether it befell nobody told of before: "another 28 are missing" after the dead is all of the missing."""
    of = figure.quantity.of
    near = [b for b in before if b.claim.paragraph >= figure.claim.paragraph - 2]
    return of is not None and all(b.quantity.of != of or b.value == figure.value for b in near)


def _repeats(figure: Figure, last: Figure) -> bool:
    """Whether a figure is the last one in other units, in brackets behind it: "350 kilometers (217 miles)"."""
    near = 0 <= figure.quantity.cite.start - last.quantity.cite.end <= len(" (about ")
    return (
        near
        and figure.kind == last.kind
        and figure.quantity.unit is not None
        and figure.quantity.unit != last.quantity.unit
    )


def is_bare(figure: Figure) -> bool:
    """Whether a figure does not say what it counts: "the police counted 8,000", "put the figure at 40 percent"."""
    q = figure.quantity
    alone = figure.noun is None and q.of is None
    return alone and (q.unit is None or _is_total(figure))


def is_given(figure: Figure) -> bool:
    """Whether its clause only gives a number: "the police counted 8,000", "the figure is 40"."""
    return figure.claim.slots.predicate in words("en", "figures", "giving", "verbs") or _is_total(figure)


def _is_total(figure: Figure) -> bool:
    """Whether the clause points back to a total: "the figure", "that number"."""
    totals, slots = words("en", "quantities", "totals", "nouns"), figure.claim.slots
    for phrase in (slots.subject, slots.object):
        told = (phrase or "").lower().split()
        if len(told) > 1 and told[-1] in totals and told[0] in _rules()["pointing"]["words"]:
            return True
    return False


def _borrowed(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """A bare figure with the noun, the outcome and the words of the last one that it may stand against."""
    slots = figure.claim.slots
    if (slots.subject or "").lower() in words("en", "events", "speaking", "pronouns"):
        return None
    if slots.predicate == "be" and slots.subject and not (_is_total(figure) or figure.shown in slots.subject):
        return None  # "the limit is 60" counts nobody told of before
    if " of " in figure.shown or figure.scope == "part":
        before = [b for b in before if b.claim.sentence == figure.claim.sentence][-1:]
    for earlier in reversed(before):
        if figure.quantity.cite.start - earlier.quantity.cite.end > REACH:
            return None
        if earlier.noun in words("en", "quantities", "measures", "nouns"):
            continue
        if earlier.dimension == "count" and figure.value != int(figure.value):
            continue  # of people and things there is no half
        if earlier.dimension == figure.dimension and 1 / NEAR <= _ratio(figure, earlier) <= NEAR:
            counted = replace(figure.quantity, noun=earlier.quantity.noun, of=earlier.quantity.of)
            less = figure.value < earlier.value and figure.voice == earlier.voice
            more = figure.value > earlier.value
            part = less and not _is_total(figure) and figure.claim.paragraph == earlier.claim.paragraph
            return replace(
                figure,
                quantity=counted,
                noun=earlier.noun,
                owner=earlier.owner,
                named=earlier.named,
                against=earlier.quantity.cite,
                scope=figure.scope
                if figure.scope == "capacity"
                else None
                if more
                else figure.scope or ("part" if part else None),
                terms=figure.terms | earlier.terms,
            )
    return None


def _ratio(a: Figure, b: Figure) -> float:
    return max(a.value, 1e-9) / max(b.value, 1e-9)


def moment(corpus: Corpus, figure: Figure) -> str:
    """When the figure's report was last written; its id when it does not say."""
    row = corpus.article[figure.article]
    return row.updated or row.published or row.id
