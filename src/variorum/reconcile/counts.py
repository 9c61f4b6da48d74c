"""Whether two figures count one kind of thing, and as many."""

from __future__ import annotations

from variorum.lang.stems import sense
from variorum.model.reading import Quantity
from variorum.reconcile.sentences import Sentence


def bounds_of(sentence: Sentence) -> frozenset[tuple[float, float | None]]:
    """The bounds of all that it counts, also of "many"."""
    return frozenset((q.low, q.high) for c in sentence.claims for q in c.slots.quantities)


def of_one_kind(one: Quantity, two: Quantity) -> bool:
    """They have one unit; without units one thing befell those counted; where that is unsaid, they have one noun."""
    if one.unit or two.unit:
        return one.unit == two.unit
    if one.of and two.of:
        return one.of == two.of
    if one.noun and two.noun:
        return sense(one.noun) == sense(two.noun)
    return False


def same(one: Quantity, two: Quantity) -> bool:
    """They have the same bounds."""
    return (one.low, one.high) == (two.low, two.high)
