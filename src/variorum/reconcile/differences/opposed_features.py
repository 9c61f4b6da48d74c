"""What speaks for two clauses answering one question contrarily: small named features, each symmetric."""

from __future__ import annotations

import math
from collections.abc import Callable

from variorum.lang import words
from variorum.reconcile.differences import opposed_denials as denials
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.opposed_pairs import LITTLE, Pair, nearness, opposites, turned

Feature = Callable[[Field, Pair], float]


def likeness(story: Field, pair: Pair) -> float:
    """Their words, and those around them, are alike."""
    return pair.likeness


def clause_likeness(story: Field, pair: Pair) -> float:
    """Their own words are alike: the weight shared against the geometric mean of the two weights."""
    a, b = pair.one.bag, pair.two.bag
    both = math.sqrt(story.mass(a) * story.mass(b))
    return story.mass(a & b) / both if both else 0.0


def contained(story: Field, pair: Pair) -> float:
    """The words of the shorter clause stand in the other's sentence."""
    a, b = sorted((pair.one, pair.two), key=lambda c: (story.mass(c.bag), c.at))
    whole = story.mass(a.bag)
    return story.mass(a.bag & b.around) / max(whole, LITTLE)


def nearest(story: Field, pair: Pair) -> float:
    """Each is the other's nearest."""
    return nearness(pair)


def turn(story: Field, pair: Pair) -> float:
    """What one tells is what the other's state of affairs turns into."""
    return opposite(story, pair) * (turned(pair.one, pair.two) or turned(pair.two, pair.one))


def turn_near(story: Field, pair: Pair) -> float:
    """The same, of clauses that are each other's nearest."""
    return turn(story, pair) * nearness(pair)


def alike(story: Field, pair: Pair) -> float:
    """They use words for the same act, or for people."""
    return float(min(2, len(pair.one.alike & pair.two.alike) + (pair.one.people and pair.two.people)))


def opposite_near(story: Field, pair: Pair) -> float:
    """They use opposite verbs, and each is the other's nearest."""
    return opposite_verbs(story, pair) * nearness(pair)


def opposite_noun(story: Field, pair: Pair) -> float:
    """They use opposite verbs of one thing."""
    return opposite_verbs(story, pair) * bool(pair.one.nouns & pair.two.nouns)


def vague(story: Field, pair: Pair) -> float:
    """One speaks of a pronoun."""
    return float(pair.one.vague or pair.two.vague)


def opposite(story: Field, pair: Pair) -> float:
    """They use opposite words."""
    return float("opposite" in pair.grounds)


def opposite_verbs(story: Field, pair: Pair) -> float:
    """The words that are opposites are their verbs."""
    found = opposites(pair.one, pair.two)
    return opposite(story, pair) * any(x in pair.one.verbs and y in pair.two.verbs for x, y in found)


def opposite_like(story: Field, pair: Pair) -> float:
    """They use opposite words, and are alike in the rest."""
    return opposite(story, pair) * clause_likeness(story, pair)


def outcome(story: Field, pair: Pair) -> float:
    """One tells a plan, the other what became of it."""
    return float("outcome" in pair.grounds)


def outcome_act(story: Field, pair: Pair) -> float:
    """One tells a plan, the other the same act as past."""
    return outcome(story, pair) * bool(pair.one.verbs & pair.two.verbs)


def outcome_like(story: Field, pair: Pair) -> float:
    """One tells a plan and the other the outcome, in like words."""
    return outcome(story, pair) * clause_likeness(story, pair)


def outcome_off(story: Field, pair: Pair) -> float:
    """One says that something was called off or put off."""
    return outcome(story, pair) * (pair.one.off != pair.two.off)


def outcome_denied(story: Field, pair: Pair) -> float:
    """One tells a plan, the other denies."""
    return outcome(story, pair) * denials.denied(story, pair)


def outcome_off_like(story: Field, pair: Pair) -> float:
    """One says that what both tell of was called off."""
    return outcome_off(story, pair) * clause_likeness(story, pair)


def same_act(story: Field, pair: Pair) -> float:
    """They share a verb."""
    return float(bool(pair.one.verbs & pair.two.verbs))


def same_noun(story: Field, pair: Pair) -> float:
    """They share the noun of a subject or object."""
    return float(bool(pair.one.nouns & pair.two.nouns))


def other_speakers(story: Field, pair: Pair) -> float:
    """Two who speak, and not one."""
    a, b = pair.one.claim.holder, pair.two.claim.holder
    return float(bool(a and b) and a != b)


def same_speaker(story: Field, pair: Pair) -> float:
    """One who speaks."""
    a, b = pair.one.claim.holder, pair.two.claim.holder
    return float(bool(a and b) and a == b)


def marked(story: Field, pair: Pair) -> float:
    """One uses words of contradiction."""
    return float(any(c.said & words("en", "opposed", "marks", "words") for c in (pair.one, pair.two)))


def one_report(story: Field, pair: Pair) -> float:
    """Both stand in one report."""
    return float(pair.one.article == pair.two.article)


def one_paragraph(story: Field, pair: Pair) -> float:
    """Both stand in one paragraph: then the one goes on from the other."""
    return float(pair.one.article == pair.two.article and pair.one.claim.paragraph == pair.two.claim.paragraph)


def names_shared(story: Field, pair: Pair) -> float:
    """They name one party or place, weighed by how rare it is."""
    return min(2.0, story.mass(frozenset(t for t in pair.one.bag & pair.two.bag if t.startswith("@"))) / 3)


def names_apart(story: Field, pair: Pair) -> float:
    """Each names people or places that the other does not, and none in common."""
    a, b = ({t for t in c.bag if t.startswith("@")} for c in (pair.one, pair.two))
    return float(bool(a and b) and not a & b)


def hedged(story: Field, pair: Pair) -> float:
    """One leaves it open."""
    return float(bool(pair.one.claim.slots.hedge or pair.two.claim.slots.hedge))


def counted(story: Field, pair: Pair) -> float:
    """Both give numbers."""
    return float(bool(pair.one.claim.slots.quantities and pair.two.claim.slots.quantities))


def times_apart(story: Field, pair: Pair) -> float:
    """They are dated on days apart."""
    a, b = pair.one.claim.slots.time, pair.two.claim.slots.time
    return float(bool(a and b) and not a.interval.overlaps(b.interval))  # type: ignore[union-attr]


def length(story: Field, pair: Pair) -> float:
    """The longer of them is long."""
    return math.log(max(len(pair.one.bag), len(pair.two.bag)) + 1)


def shortness(story: Field, pair: Pair) -> float:
    """The shorter of them says little."""
    return float(min(story.mass(pair.one.bag), story.mass(pair.two.bag)) < 5.0)


FEATURES: tuple[Feature, ...] = (
    likeness,
    clause_likeness,
    contained,
    nearest,
    denials.denied,
    denials.denied_act,
    denials.denied_noun,
    denials.denied_words,
    denials.denied_near,
    denials.denied_alike,
    denials.denied_people,
    denials.denied_none,
    denials.denied_none_same,
    turn,
    turn_near,
    denials.denied_meets,
    denials.denied_vague,
    denials.denied_thing,
    denials.denied_thing_act,
    denials.denied_end,
    denials.denied_doer,
    denials.denied_names,
    denials.denied_narrow,
    denials.denied_twice,
    denials.denied_weight,
    alike,
    opposite_near,
    opposite_noun,
    vague,
    opposite,
    opposite_verbs,
    opposite_like,
    outcome,
    outcome_act,
    outcome_like,
    outcome_off,
    outcome_denied,
    outcome_off_like,
    same_act,
    same_noun,
    other_speakers,
    same_speaker,
    marked,
    one_report,
    one_paragraph,
    names_shared,
    names_apart,
    hedged,
    counted,
    times_apart,
    length,
    shortness,
)


def features(story: Field, pair: Pair) -> dict[str, float]:
    """Each feature's value by its name."""
    return {f.__name__: float(f(story, pair)) for f in FEATURES}
