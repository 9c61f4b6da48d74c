"""How well pairs are ordered."""

from __future__ import annotations

from collections.abc import Iterable


def average_precision(right: Iterable[bool]) -> float:
    """Of pairs from the likeliest down: the mean, over those that are right, of the share right so far."""
    found, total = 0, 0.0
    for n, hit in enumerate(right, 1):
        if hit:
            found += 1
            total += found / n
    return total / found if found else 0.0
