"""What speaks for a denial being of what another clause tells: small named features, each a reason.

Each is nothing where neither clause denies, or both do.
"""

from __future__ import annotations

from variorum.lang import words
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.opposed_pairs import LITTLE, Pair, nearness


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
    return denied(story, pair) * story.mass(no.bag & yes.around) / max(story.mass(no.bag), LITTLE)


def denied_near(story: Field, pair: Pair) -> float:
    """One denies, and each is the other's nearest."""
    return denied(story, pair) * nearness(pair)


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
