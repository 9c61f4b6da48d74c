"""Whether two clauses tell of one item of the programme: one act, and enough of what is said of it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from variorum.lang import words
from variorum.lang.stems import sense, sense_of_root, stem
from variorum.reconcile.acts import calls
from variorum.reconcile.differences.programme_acts import Bag
from variorum.reconcile.differences.programme_items import Item, Programme
from variorum.reconcile.tellings import is_pronoun

AROUND = 0.5
"""What a word that stands beside a clause, in its sentence, weighs."""
ENOUGH = 4.5
"""Weight of shared words from which two clauses may be on one item."""
LITTLE = 3.0
"""The same where what limits the item is shared too."""
SURE = 7.0
"""The same where the other only says what had been planned."""
FULLY = 2.2
"""The same where all that limits it is shared, and the very noun."""
LIMITS = 2.5
"""Weight of what limits the one and stands in the other too, from which both are of one item."""
SHARE = 0.4
"""Share of the weight of what limits the one that must stand in the other."""
MOST = 0.6
"""Share from which another word before a shared one tells no items apart."""
STRONG = 5.0
"""Weight of what both clauses say from which they are on one item, where the plan says nothing else of it."""
OTHER = 3.5
"""Weight of what one alone says from which they are of two things: the banker is heard, and the accountant."""
RARE = 2.8
"""Weight of a word for an act from which it tells the item by itself."""


def likeness(told: Programme, a: Item, b: Item) -> float:
    """The weight of the words that two items share, those of their sentences half."""
    shared = a.own & b.own
    beside = ((a.own & b.around) | (a.around & b.own)) - shared
    return told.mass(shared) + AROUND * told.mass(beside)


def one_item(told: Programme, plan: Item, gone: Item) -> bool:
    """Whether the plan is of the item that is told of as gone."""
    acts = plan.acts & gone.acts
    if plan.article == gone.article or not acts or other_people(plan, gone):
        return False
    alike = likeness(told, plan, gone)
    if gone.limits:
        return _limited(told, plan, gone, alike)
    if gone.answer == "kept":
        return told.mass(plan.own & gone.own) >= LITTLE and _one_site(plan, gone)
    if gone.answer in {"refused", "untimely", "lapsed"}:
        return alike >= (SURE if gone.answer == "lapsed" else ENOUGH)
    if gone.answer == "undone":
        return alike >= SURE
    if gone.answer == "absent":
        return alike >= ENOUGH and not is_pronoun(gone.clause.slots.subject or "")
    if gone.answer == "deputy":
        return bool(gone.own & plan.around & people(gone))
    if gone.own & plan.around & people(gone):
        return alike >= RARE
    if alike >= ENOUGH or _called(plan, gone):
        return True
    rare = [a for a in acts if a[0] != "=" and told.weight.get(sense_of_root(a), 0.0) >= RARE]
    return bool(rare) and alike >= RARE


def _limited(told: Programme, plan: Item, gone: Item, alike: float) -> bool:
    """What limits the item is said of the plan, or most of it."""
    shared, whole = _within(told, gone.limits, plan), told.mass(gone.limits)
    literal = frozenset(a for a in plan.acts & gone.acts if a[0] != "=")
    if gone.limits <= plan.around and literal:
        return alike >= FULLY
    if shared < MOST * whole and _of_another_kind(plan, gone):
        return False
    if literal and told.mass(plan.own & gone.own) >= STRONG and only(told, plan, gone) < OTHER:
        return True
    return shared >= LIMITS and shared >= SHARE * whole and alike >= LITTLE


def only(told: Programme, item: Item, other: Item) -> float:
    """The weight of what the one clause says, its act apart, and nothing of the other's sentence."""
    acts = {sense_of_root(a) for a in item.acts | other.acts if a[0] != "="}
    acts |= {sense(w) for w in words("en", "programme", "days", "shut")}
    said = (t for t in item.own - other.around - acts if not t.isdigit())
    return told.mass(said)


def _within(told: Programme, limits: Bag, item: Item) -> float:
    """The weight of what limits one that the other tells of."""
    return told.mass(limits & item.own) + AROUND * told.mass((limits & item.around) - item.own)


def _of_another_kind(plan: Item, gone: Item) -> bool:
    """A noun that both have stands behind another word in each: "the mining bill", "the hunting bill"."""
    one, two = _before_words(plan.clause.claim.cite.exact), _before_words(gone.phrase)
    met = gone.limits & frozenset(one) & frozenset(two)
    return any(one[w] != two[w] and one[w] not in gone.around and two[w] not in plan.around for w in met)


@cache
def _before_words(text: str) -> dict[str, str]:
    """For each word, by its sense, the sense of the word right before it; none for small words."""
    small = words("en", "programme", "scaffold", "small")
    said = re.findall(r"[^\W\d_]+", text.lower())
    pairs = [(a, b) for a, b in pairwise(said) if a not in small and b not in small]
    return {sense(b): sense(a) for a, b in pairs}


def _one_site(plan: Item, gone: Item) -> bool:
    """What is to close and what is kept open are one kind of thing, or both a works by any name."""
    one, two = ({sense_of_root(h) for h in i.clause.heads} for i in (plan, gone))
    sites = {sense(w) for w in words("en", "programme", "off", "sites")}
    return bool(one & two or (one & sites and two & sites))


def _called(plan: Item, gone: Item) -> bool:
    """A strike, or the like, that was called is the one that was called off."""
    theme = plan.clause.slots.theme
    return bool(theme) and calls(plan.clause.claim) and stem(theme or "") in gone.acts


def people(item: Item) -> Bag:
    """The people whom the clause names."""
    return frozenset(t for t in item.own if t[0] == "@")


def other_people(a: Item, b: Item) -> bool:
    """They name other people."""
    one, two = people(a), people(b)
    return bool(one and two and not one & two and not one & b.around and not two & a.around)
