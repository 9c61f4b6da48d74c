"""Whether one figure may be the other: how far off a rounded one may be, in its own unit or in another."""

from __future__ import annotations

from variorum.lang import table
from variorum.reconcile.figures import Figure

TOLERANCE = 0.05
"""What a rounded figure, or one turned into another unit, may be off by, as a share of it."""
FEW = 10
"""Below this a rounded figure may be off by half of one; above it by no more than ``TOLERANCE``, whatever its zeros."""


def agree(a: Figure, b: Figure) -> bool:
    """Whether one figure may be the other: their ranges meet. A vague word may mean half of what it mostly means."""
    if a.dimension != b.dimension:
        return False
    low_a, low_b = (f.low / 2 if f.quantity.vague else f.low for f in (a, b))
    if low_a <= b.high and low_b <= a.high:
        return True
    apart = abs(a.value - b.value)
    if apart < max(_slack(a), _slack(b)):
        return True
    rounded = a.quantity.unit != b.quantity.unit or _is_rounded(a) or _is_rounded(b)
    return rounded and apart <= TOLERANCE * max(a.value, b.value)


def _slack(figure: Figure) -> float:
    """What a figure may be off by for its rounding."""
    step = _half_step(figure)
    return step if figure.quantity.low < FEW else min(step, TOLERANCE * figure.value)


def _half_step(figure: Figure) -> float:
    """How far off a rounded figure may be: half of the last place that it gives; none of one given as exact.

    "About 300" is anything from 250 to 350, "about 320" from 315 to 325.
    """
    if not _is_rounded(figure) or not figure.value:
        return 0.0
    low = figure.quantity.low
    digits = f"{low:.0f}" if low == int(low) else f"{low:.6g}"
    places = len(digits.partition(".")[2])
    step = 10.0**-places if places else 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return step / 2 * figure.value / low if low else 0.0


def _is_rounded(figure: Figure) -> bool:
    """Whether a word says that the figure is not exact ("about", "nearly")."""
    shown, bounds = figure.shown.lower(), table("en", "quantities")["bounds"]
    return any(shown.startswith(f"{word} ") for word in (*bounds["about"], *table("en", "figures")["rounded"]["words"]))
