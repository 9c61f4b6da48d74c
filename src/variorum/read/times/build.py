"""From a rule's match to its meaning: every builder by its name."""

from __future__ import annotations

from variorum.read.times import clock, counted, lengths, stated
from variorum.read.times.units import Builder

BUILDERS: dict[str, Builder] = stated.BUILDERS | counted.BUILDERS | clock.BUILDERS | lengths.BUILDERS
"""What turns a match into a meaning, or into None when it is no time after all."""
