"""What speaks for two clauses answering one question contrarily: small named features, each symmetric."""

from __future__ import annotations

import math
from collections.abc import Callable

from variorum.lang import words
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.opposed_pairs import Pair, opposites, turned

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
    return story.mass(a.bag & b.around) / max(whole, 4.0)


def nearest(story: Field, pair: Pair) -> float:
    """Each is the other's nearest."""
    return 1 / (1 + pair.ranks[0]) + 1 / (1 + pair.ranks[1])


def denied(story: Field, pair: Pair) -> float:
    """One denies, the other does not."""
    return float("denied" in pair.grounds)


def _sides(pair: Pair) -> tuple[Clause, Clause]:
    return (pair.two, pair.one) if pair.one.denies else (pair.one, pair.two)


def denied_act(story: Field, pair: Pair) -> float:
    """What one denies has the other's verb, or one that reports use for the same."""
    return denied(story, pair) * bool(pair.one.verbs & pair.two.verbs)


def denied_noun(story: Field, pair: Pair) -> float:
    """What one denies is of a thing that the other speaks of."""
    return denied(story, pair) * bool(pair.one.nouns & pair.two.nouns)


def denied_words(story: Field, pair: Pair) -> float:
    """The words of what is denied stand in the other's sentence."""
    yes, no = _sides(pair)
    return denied(story, pair) * story.mass(no.bag & yes.around) / max(story.mass(no.bag), 4.0)


def denied_near(story: Field, pair: Pair) -> float:
    """One denies, and each is the other's nearest."""
    return denied(story, pair) * nearest(story, pair)


def denied_alike(story: Field, pair: Pair) -> float:
    """What one denies is told by the other with a word that reports use for the same."""
    yes, no = _sides(pair)
    return denied(story, pair) * min(2, len(no.acts & yes.alike))


def denied_people(story: Field, pair: Pair) -> float:
    """Nobody, or none of the people, says one; the other speaks of people."""
    yes, no = _sides(pair)
    return denied(story, pair) * (yes.people and (no.nobody or no.people))


def denied_none(story: Field, pair: Pair) -> float:
    """There is none, says one, of what the other speaks of."""
    yes, no = _sides(pair)
    return denied(story, pair) * bool(no.none & yes.bag)


def denied_none_same(story: Field, pair: Pair) -> float:
    """There is none, says one, of just what the other tells something of."""
    yes, no = _sides(pair)
    return denied(story, pair) * bool(no.none & yes.things)


def turn(story: Field, pair: Pair) -> float:
    """What one tells is what the other's state of affairs turns into."""
    return opposite(story, pair) * (turned(pair.one, pair.two) or turned(pair.two, pair.one))


def turn_near(story: Field, pair: Pair) -> float:
    """The same, of clauses that are each other's nearest."""
    return turn(story, pair) * nearest(story, pair)


def denied_meets(story: Field, pair: Pair) -> float:
    """What one denies shares verb and noun with the other."""
    return denied_noun(story, pair) * max(denied_act(story, pair), min(1.0, denied_alike(story, pair)))


def denied_vague(story: Field, pair: Pair) -> float:
    """The denial is of a pronoun: nobody can tell from it of whom."""
    return denied(story, pair) * _sides(pair)[1].vague


def denied_twice(story: Field, pair: Pair) -> float:
    """The one that does not deny has words of denial too: it may say the same."""
    return denied(story, pair) * bool(_sides(pair)[0].said & words("en", "opposed", "negative", "words"))


def denied_weight(story: Field, pair: Pair) -> float:
    """How much is denied."""
    return denied(story, pair) * min(1.0, story.mass(_sides(pair)[1].bag) / 10)


def denied_thing(story: Field, pair: Pair) -> float:
    """The thing of which one denies something is told of in the other's sentence."""
    yes, no = _sides(pair)
    return denied(story, pair) * bool(no.things & yes.around)


def denied_thing_act(story: Field, pair: Pair) -> float:
    """The thing is told of in the other's sentence, with the verb or a word for the same act in its clause."""
    met = denied_act(story, pair) or denied_alike(story, pair)
    return denied_thing(story, pair) * bool(met)


def denied_end(story: Field, pair: Pair) -> float:
    """What the denied verb is tied to is not told of by the other: another matter, or no more than another place."""
    yes, no = _sides(pair)
    return denied(story, pair) * (bool(no.end) and no.end not in yes.around)


def denied_doer(story: Field, pair: Pair) -> float:
    """Of whom one denies it, the other's sentence does not name."""
    yes, no = _sides(pair)
    doer = no.slots.subject_entity
    return denied(story, pair) * (doer is not None and f"@{doer}" not in yes.around)


def denied_names(story: Field, pair: Pair) -> float:
    """How many names stand in what one denies, and not in the other's clause."""
    yes, no = _sides(pair)
    return denied(story, pair) * min(3, len(no.names - yes.stems))


def denied_narrow(story: Field, pair: Pair) -> float:
    """Only a part is denied: by whom, when, how far."""
    return denied(story, pair) * bool(_sides(pair)[1].said & words("en", "reconcile", "polar", "focus"))


def alike(story: Field, pair: Pair) -> float:
    """They use words for the same act, or for people."""
    return float(min(2, len(pair.one.alike & pair.two.alike) + (pair.one.people and pair.two.people)))


def opposite_near(story: Field, pair: Pair) -> float:
    """They use opposite verbs, and each is the other's nearest."""
    return opposite_verbs(story, pair) * nearest(story, pair)


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
    return outcome(story, pair) * denied(story, pair)


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
    denied,
    denied_act,
    denied_noun,
    denied_words,
    denied_near,
    denied_alike,
    denied_people,
    denied_none,
    denied_none_same,
    turn,
    turn_near,
    denied_meets,
    denied_vague,
    denied_thing,
    denied_thing_act,
    denied_end,
    denied_doer,
    denied_names,
    denied_narrow,
    denied_twice,
    denied_weight,
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
