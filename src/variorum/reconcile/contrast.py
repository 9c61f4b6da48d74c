"""How likely two typed values of two reports answer one question: small features, each symmetric and with its reason.

Features look at the clauses that the values stand in, and at what else the two reports give: the counterpart of a
sentence is nearly always the nearest that the other report has. What each feature is worth is data
(``lang/en/contrast.toml``), fitted by ``python -m eval.contrasts.fit`` on stories whose differences are known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import kin, stem
from variorum.reconcile.figures import Figure
from variorum.reconcile.moments import Moment, relation
from variorum.reconcile.scene import Scene
from variorum.reconcile.values import CLOCK, DAY, ORDINAL, SPAN, Value

COPIED = 0.9
"""Likeness from which a sentence with the very value is a copy."""
RELATED = frozenset({"inside", "near", "zones", "apart"})
"""How two times must stand to be answers to one question that are not alike."""
EARLY = 0.25
"""The share of a text in which news tells the main thing."""
FARTHEST = {CLOCK: 600.0, DAY: 400.0}
"""Minutes, and days, beyond which two times are as far apart as can be."""
DAY_LONG = 24 * 60
AGE = "age"
NARROWER = frozenset({"person", "place"})
"""Kinds of entity that set two clauses apart where each names another."""

Feature = Callable[[Scene, Value, Value], float]


def sentences_near(made: Scene, a: Value, b: Value) -> float:
    """Their sentences share telling words and names."""
    return made.cosine(made.seen(a).sentence, made.seen(b).sentence)


def clauses_near(made: Scene, a: Value, b: Value) -> float:
    """Their clauses do."""
    return made.cosine(made.seen(a).clause, made.seen(b).clause)


def others_nearer(made: Scene, a: Value, b: Value) -> float:
    """Other values of the two reports stand in sentences more like the one's than the other's is."""
    near = made.near(a, b)
    count = [
        sum(made.near(one, other) > near for other in made.beside(one, two.article)) for one, two in ((a, b), (b, a))
    ]
    return sum(math.log1p(n) for n in count)


def answered(made: Scene, a: Value, b: Value) -> float:
    """The one's report gives the other's very value in a sentence like it: that is its counterpart."""
    return made.answered(a, b)


def one_noun(made: Scene, a: Value, b: Value) -> float:
    """They count or measure one thing; the fewer values the story has of it, the more that tells."""
    if not a.noun or a.noun != b.noun:
        return 0.0
    return 1 / math.sqrt(max(1, made.counted[a.kind, a.noun] - 1))


def one_known_noun(_: Scene, a: Value, b: Value) -> float:
    """They count one thing, and not just people."""
    return float(bool(a.noun) and a.noun == b.noun and a.noun not in _people() | _of_any_sort())


@cache
def _people() -> frozenset[str]:
    return frozenset(stem(w) for w in words("en", "reconcile", "people", "any"))


@cache
def _of_any_sort() -> frozenset[str]:
    """Men, women, children: there are some among those of every count."""
    return frozenset(stem(w) for w in words("en", "reconcile", "people", "of_any_sort"))


def alone(made: Scene, a: Value, b: Value) -> float:
    """Each is the only value of the kind that its report gives."""
    return float(all(made.given[v.article, v.kind] == 1 for v in (a, b)))


def before_near(made: Scene, a: Value, b: Value) -> float:
    """What is told just before the one is told beside the other, as where a sentence begins with "it"."""
    one, two = made.seen(a), made.seen(b)
    crossed = made.cosine(one.before, two.sentence), made.cosine(two.before, one.sentence)
    return max(*crossed, made.cosine(one.before, two.before))


def kin_nouns(_: Scene, a: Value, b: Value) -> float:
    """They count what news calls by either noun."""
    return float(bool(a.noun and b.noun) and a.noun != b.noun and _kin(a, b))


def other_nouns(_: Scene, a: Value, b: Value) -> float:
    """They count or measure other things."""
    return float(bool(a.noun and b.noun) and a.noun != b.noun and not _kin(a, b))


def _kin(a: Value, b: Value) -> bool:
    return bool(kin(a.noun or "") & kin(b.noun or ""))


def one_outcome(_: Scene, a: Value, b: Value) -> float:
    """The same befell the counted."""
    return float(bool(a.outcome) and a.outcome == b.outcome)


def other_outcomes(_: Scene, a: Value, b: Value) -> float:
    """Something else befell them."""
    return float(bool(a.outcome and b.outcome) and a.outcome != b.outcome)


def lone_outcome(_: Scene, a: Value, b: Value) -> float:
    """Something befell only the one."""
    return float(bool(a.outcome) != bool(b.outcome))


def strangers(made: Scene, a: Value, b: Value) -> float:
    """Their clauses share no word and no name."""
    return float(made.seen(a).clause.isdisjoint(made.seen(b).clause))


def one_verb(made: Scene, a: Value, b: Value) -> float:
    """One verb tells both, and it is not one that goes with anything."""
    return float(bool(made.seen(a).verb) and made.seen(a).verb == made.seen(b).verb)


def one_act(made: Scene, a: Value, b: Value) -> float:
    """Their verbs may stand for one kind of act."""
    return float(not made.seen(a).acts.isdisjoint(made.seen(b).acts))


def names_shared(made: Scene, a: Value, b: Value) -> float:
    """Their clauses name the same, by how rarely it is named."""
    return sum(made.weight.get(f"@{e}", 1.0) for e in sorted(made.seen(a).names & made.seen(b).names)) / 3


def others_named(made: Scene, a: Value, b: Value) -> float:
    """Each clause names a person, or a place, that the other does not."""
    one, two = made.seen(a).names, made.seen(b).names
    kinds = [{e.kind for x in own if (e := made.corpus.entity.get(x))} for own in (one - two, two - one)]
    return float(bool(kinds[0] & kinds[1] & NARROWER))


def far_apart(_: Scene, a: Value, b: Value) -> float:
    """How many times the one is the other; how far times lie apart."""
    if farthest := FARTHEST.get(a.kind):
        apart = abs(a.low - b.low)
        return min(min(apart, DAY_LONG - apart) if a.kind == CLOCK else apart, farthest) / 100
    one, two = (v.low if v.high == math.inf else v.high for v in (a, b))
    return min(abs(math.log((max(one, 0) + 0.5) / (max(two, 0) + 0.5))), 4.0)


def places_in_text(made: Scene, a: Value, b: Value) -> float:
    """The one stands early in its report, the other late."""
    return abs(made.seen(a).depth - made.seen(b).depth)


def both_early(made: Scene, a: Value, b: Value) -> float:
    """Both stand where news tells the main thing."""
    return float(max(made.seen(a).depth, made.seen(b).depth) < EARLY)


def few_of_kind(made: Scene, a: Value, b: Value) -> float:
    """Their reports give few other values of the kind that might be meant."""
    return sum(1 / max(1, len(made.beside(one, two.article))) for one, two in ((a, b), (b, a)))


def one_fact(made: Scene, a: Value, b: Value) -> float:
    """Their clauses are two tellings of one fact."""
    return float(made.fact_of.get(a.claim.id, -1) == made.fact_of.get(b.claim.id, -2))


def one_happening(made: Scene, a: Value, b: Value) -> float:
    """Their clauses tell one happening."""
    none: frozenset[int] = frozenset()
    return float(bool(made.told_of.get(a.claim.id, none) & made.told_of.get(b.claim.id, none)))


def one_planned(_: Scene, a: Value, b: Value) -> float:
    """The one is told as a plan, the other is not."""
    return float(a.claim.slots.future != b.claim.slots.future)


def one_quoted(_: Scene, a: Value, b: Value) -> float:
    """The one is a speaker's, the other the report's own."""
    return float((a.voice is None) != (b.voice is None))


def words_beside(made: Scene, a: Value, b: Value) -> float:
    """The words next to the two are the same."""
    return len(made.seen(a).around & made.seen(b).around) / 2


def one_subject(made: Scene, a: Value, b: Value) -> float:
    """Their clauses have one subject."""
    one, two = a.claim.slots, b.claim.slots
    if one.subject_entity and two.subject_entity:
        return float(one.subject_entity == two.subject_entity)
    head = made.seen(a).subject
    return float(bool(head) and head == made.seen(b).subject and head not in _people())


def one_theme(made: Scene, a: Value, b: Value) -> float:
    """Their verbs act on one thing."""
    return float(bool(made.seen(a).theme) and made.seen(a).theme == made.seen(b).theme)


def one_deed(made: Scene, a: Value, b: Value) -> float:
    """One act, by or on the same."""
    if not one_act(made, a, b) and not one_verb(made, a, b):
        return 0.0
    return float(bool(one_subject(made, a, b) or one_theme(made, a, b))) + min(names_shared(made, a, b), 1.0)


def one_part(_: Scene, a: Value, b: Value) -> float:
    """They are times that play one part: "at", "since", "until"."""
    one, two = a.given, b.given
    return float(isinstance(one, Moment) and isinstance(two, Moment) and one.part == two.part)


def times_apart(_: Scene, a: Value, b: Value) -> float:
    """They are times that cannot be one."""
    one, two = a.given, b.given
    return float(isinstance(one, Moment) and isinstance(two, Moment) and relation(one, two) == "apart")


def other_eras(_: Scene, a: Value, b: Value) -> float:
    """The one is told of long ago, the other is not."""
    return float(a.old != b.old)


def other_units(_: Scene, a: Value, b: Value) -> float:
    """They are given in two currencies, or with two measures."""
    one, two = a.given, b.given
    return float(isinstance(one, Figure) and isinstance(two, Figure) and one.quantity.unit != two.quantity.unit)


def other_scopes(_: Scene, a: Value, b: Value) -> float:
    """The one is of a part, or on top of another."""
    one, two = a.given, b.given
    return float(isinstance(one, Figure) and isinstance(two, Figure) and one.scope != two.scope)


def within_one(_: Scene, a: Value, b: Value) -> float:
    """Both stand in one report, from two mouths."""
    return float(a.article == b.article)


FEATURES: tuple[Feature, ...] = (
    clauses_near,
    answered,
    kin_nouns,
    other_nouns,
    one_outcome,
    other_outcomes,
    one_verb,
    one_act,
    names_shared,
    others_named,
    places_in_text,
    both_early,
    one_fact,
    one_happening,
    one_planned,
    one_quoted,
    words_beside,
    one_subject,
    one_theme,
    other_eras,
    other_units,
    other_scopes,
    within_one,
    alone,
    before_near,
    one_part,
    times_apart,
    lone_outcome,
    strangers,
)
BY_KIND: tuple[Feature, ...] = (far_apart, few_of_kind, sentences_near, one_noun, others_nearer, one_deed)
"""What is worth more or less by the kind of value."""
CONSTANT = "constant"


def sort_of(a: Value, b: Value) -> str:
    """The kinds by which weights are given: tolls, other counts, times of three sorts, ordinals, measures as one."""
    if a.kind == "count":
        return "toll" if a.outcome and b.outcome else "count"
    return a.kind if a.kind in {CLOCK, DAY, SPAN, ORDINAL} else "measure"


def likeness(made: Scene, a: Value, b: Value) -> float:
    """How likely the two answer one question, 0 to 1."""
    weights = table("en", "contrast")
    common, own = weights["weights"], weights["kinds"][sort_of(a, b)]
    told = own[CONSTANT] + sum(common[f.__name__] * f(made, a, b) for f in FEATURES)
    told += sum(own[f.__name__] * f(made, a, b) for f in BY_KIND)
    return 1 / (1 + math.exp(-told))


def comparable(made: Scene, a: Value, b: Value) -> bool:
    """Two unlike values, neither of which the other's report gives as well in a sentence that is nearer still.

    What is counted in two places, or of the people of two countries, is counted twice.
    """
    if a.same(b) or answered(made, a, b) >= max(made.near(a, b), COPIED):
        return False
    one, two = a.given, b.given
    if a.kind == AGE and (a.noun is None or a.noun != b.noun or _two_ages(one, two)):
        return False
    if isinstance(one, Moment) and isinstance(two, Moment):
        copied = a.shown.lower() == b.shown.lower() and sentences_near(made, a, b) > COPIED
        return not copied and relation(one, two) in RELATED
    x, y = made.seen(a), made.seen(b)
    return not any(p and q and p != q for p, q in ((x.place, y.place), (x.side, y.side)))


def _two_ages(one: object, two: object) -> bool:
    """They are the ages of two: each is named, or one clause gives two ages ("aged 22 and 26")."""
    ages = [f for f in (one, two) if isinstance(f, Figure)]
    owners = {f.owner for f in ages if f.owner}
    told = [sum(q.unit == f.quantity.unit for q in f.claim.slots.quantities) for f in ages]
    return len(owners) > 1 or any(n > 1 for n in told)


def contrasts(made: Scene, least: float) -> Iterator[tuple[float, Value, Value]]:
    """The pairs of unlike values that are at least so likely answers to one question."""
    for a, b in made.pairs:
        if comparable(made, a, b) and (score := likeness(made, a, b)) >= least:
            yield score, a, b
