"""Whether two occasions on which words were said may be one.

The kinds that go together are data in ``lang/en/reconcile.toml``.
"""

from __future__ import annotations

import re

from variorum.lang import table, words
from variorum.lang.territories import without_land
from variorum.model.record import SaidOn

NAMED = re.compile(r"\b[A-Z\d][\w-]*")
"""A word of a name."""


def alike(a: SaidOn, b: SaidOn) -> bool:
    """Not on other days; of one kind, or of kinds that go together; and not with two partners, or on two media.

    What was recorded is not what was written, though either may be posted.
    """
    rules = table("en", "reconcile")["occasions"]
    if a.when and b.when and not a.when.interval.overlaps(b.when.interval):
        return False
    partners = _partners(a), _partners(b)
    if {a.kind, b.kind} <= {*rules["with_partner"]} and all(partners) and not partners[0].isdisjoint(partners[1]):
        return True
    if a.kind != b.kind and not any(a.kind in group and b.kind in group for group in rules["alike"]):
        return _recorded(a) != _recorded(b) and {a.kind, b.kind} <= {*rules["of_recordings"]}
    if any(_recorded(x) and y.kind in rules["written"] for x, y in ((a, b), (b, a))):
        return False
    by_medium = {a.kind, b.kind} <= {*rules["by_medium"]}
    return not by_medium or not all(partners) or not partners[0].isdisjoint(partners[1])


def _partners(occasion: SaidOn) -> frozenset[str]:
    """The names of those with whom, or of the medium on which, it was: "DZRB", of "DZRB radio"; no land's."""
    bare = set(without_land(occasion.medium or "")[0].lower().split())
    named = {w.lower() for w in NAMED.findall(occasion.medium or "")} & set(re.findall(r"[\w-]+", " ".join(bare)))
    return frozenset(named) - words("en", "reconcile", "occasions", "no_partner")


def _recorded(occasion: SaidOn) -> bool:
    """Whether it was spoken into a camera or a microphone: "in a video message"."""
    return any(w in table("en", "reconcile")["occasions"]["recorded"] for w in occasion.words.lower().split())
