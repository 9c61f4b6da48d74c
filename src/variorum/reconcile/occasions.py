"""Whether two occasions on which words were said may be one.

The kinds that go together are data in ``lang/en/reconcile.toml``.
"""

from __future__ import annotations

from variorum.lang import table
from variorum.model.record import SaidOn


def alike(a: SaidOn, b: SaidOn) -> bool:
    """Not on other days; of one kind, or of kinds that go together; and not with two partners, or on two media.

    What was recorded is not what was written, though either may be posted.
    """
    rules = table("en", "reconcile")["occasions"]
    if a.when and b.when and not a.when.interval.overlaps(b.when.interval):
        return False
    if a.kind != b.kind:
        if any(_recorded(x) and y.kind in rules["written"] for x, y in ((a, b), (b, a))):
            return False
        return any(a.kind in group and b.kind in group for group in rules["alike"])
    if a.kind not in rules["by_medium"] or not a.medium or not b.medium:
        return True
    return a.medium.lower() == b.medium.lower()


def _recorded(occasion: SaidOn) -> bool:
    """Whether it was spoken into a camera or a microphone: "in a video message"."""
    return any(w in table("en", "reconcile")["occasions"]["recorded"] for w in occasion.words.lower().split())
