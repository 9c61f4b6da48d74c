"""Whether two figures count one kind of thing, and as many."""

from __future__ import annotations

from variorum.lang.stems import sense
from variorum.model.reading import Quantity
from variorum.reconcile.beside_figures import dimension_of, noun_of, of_all
from variorum.reconcile.sentences import Sentence

FAR, SUMS = 1.5, 2.5
"""Times that one measure may be another and be of one thing; that a sum of money may, of which reports give parts."""


def bounds_of(sentence: Sentence) -> frozenset[tuple[float, float | None]]:
    """The bounds of all that it counts, also of "many"."""
    return frozenset((q.low, q.high) for c in sentence.claims for q in c.slots.quantities)


def of_one_kind(one: Quantity, two: Quantity) -> bool:
    """They are measures of like size; without units one thing befell those counted; else they have one noun.

    Some of all ("one of the five ferries") are not held against all. Of one length, sum or age two reports seldom give
    figures far apart; of two they mostly do.
    """
    if of_all(one) != of_all(two):
        return False
    if one.unit or two.unit:
        return _of_like_size(one, two)
    if one.of and two.of:
        return one.of == two.of
    counted, other = noun_of(one), noun_of(two)
    return bool(counted and other) and sense(str(counted)) == sense(str(other))


def _of_like_size(one: Quantity, two: Quantity) -> bool:
    (kind, factor), (other, by) = dimension_of(one), dimension_of(two)
    if kind != other or not (one.unit and two.unit):
        return False
    low, high = sorted((_size(one) * factor, _size(two) * by))
    return high <= (SUMS if kind.startswith("money") else FAR) * low


def _size(quantity: Quantity) -> float:
    """The least it means; of "up to" and "nearly", whose least is nothing, the most."""
    return abs(quantity.low or quantity.high or 0.0)


def same(one: Quantity, two: Quantity) -> bool:
    """They have the same bounds."""
    return (one.low, one.high) == (two.low, two.high)
