"""Days that somebody appoints, moves or had appointed: "declared Monday a day of mourning", "put off to Monday"."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.model.parse import Passage
from variorum.read.times.discourse import Direction

Cues = dict[str, frozenset[str]]
NEAR = 6
"""Words between a day and the verb or noun that appoints it."""
FAR = 14
"""Words between a day and the verb that hopes for what is due by then."""
NO_NAME = frozenset({"VERB", "AUX", "PUNCT"})


def appointed(passage: Passage, first: int, last: int, cues: Cues) -> Direction:
    """Which way a day points that the tokens from ``first`` to ``last`` name, by what is done about the day itself.

    ``either``, the nearer one, for a day that had been appointed: it may have passed or not.
    """
    start = next(a for a, b in passage.parse.sentences if a <= first < b)
    before = range(max(start, first - NEAR), first)
    if _named(passage, first, last, cues) or _moved(passage, before, cues):
        return "either" if {passage.lower[i] for i in before} & cues["past_perfect"] else "future"
    if _observed(passage, first, cues) or _had_been(passage, before, start, cues):
        return "either"
    return "future" if _due_by(passage, start, first, cues) else ""


def _named(passage: Passage, first: int, last: int, cues: Cues) -> bool:
    """``declared Monday a day of mourning``."""
    lemmas = passage.parse.lemmas
    behind = range(last + 1, min(len(passage), last + NEAR))
    return first > 0 and lemmas[first - 1] in cues["naming"] and any(lemmas[i] in cues["observed"] for i in behind)


def _observed(passage: Passage, first: int, cues: Cues) -> bool:
    """``announced two days of mourning, on Monday and Tuesday``: the day of mourning, or that of the word."""
    lemmas, lower = passage.parse.lemmas, passage.lower
    at = first - 1
    while at > 0 and (lower[at] == "," or lower[at] in cues["observed_on"]):
        at -= 1
    told = range(max(0, at - NEAR), at)
    return at >= 0 and lemmas[at] in cues["observance"] and any(lemmas[i] in cues["naming"] for i in told)


def _moved(passage: Passage, before: range, cues: Cues) -> bool:
    """``pushed back to Monday``, ``brought forward to Monday``."""
    if not before or passage.lower[before[-1]] not in cues["moved_to"]:
        return False
    lemmas = [passage.parse.lemmas[i] for i in before]
    pairs = {f"{lemmas[i]} {passage.lower[j]}" for i, j in enumerate(before[1:])}
    return bool({*lemmas} & cues["moving"] or pairs & cues["moving"])


def _had_been(passage: Passage, before: range, start: int, cues: Cues) -> bool:
    """``had been booked for Friday``, ``originally due on Friday``; ``set for Friday, did not take place``."""
    lower = passage.lower
    plan = next((i for i in reversed(before) if lower[i] in cues["plan_participles"] | cues["announced"]), None)
    if plan is None or {passage.parse.pos[i] for i in range(plan + 1, before.stop)} & {"PUNCT"}:
        return False
    earlier = range(max(start, plan - 3), plan)
    if any(lower[i] in cues["originally"] for i in earlier):
        return True
    if any(lower[i] in cues["past_perfect"] for i in earlier) and any(passage.parse.lemmas[i] == "be" for i in earlier):
        return True
    noun = passage.parse.heads[plan]
    verb = passage.parse.heads[noun]
    told = passage.parse.deps[plan] == "acl" and passage.parse.deps[noun] in {"nsubj", "nsubjpass"}
    helpers = passage.children(verb, "aux", "auxpass")
    off = any(lower[c] in cues["negations"] for c in passage.children(verb, "neg"))
    return told and (any(lower[c] in cues["past_perfect"] for c in helpers) or (off and _past(passage, helpers)))


def _past(passage: Passage, helpers: Iterable[int]) -> bool:
    return any(passage.parse.tags[c] == "VBD" for c in helpers)


def _due_by(passage: Passage, start: int, first: int, cues: Cues) -> bool:
    """``hoped to free him by the feast on Friday``: what somebody hopes for, by something that has its day."""
    if first < 3 or passage.lower[first - 1] not in cues["occasion_links"]:
        return False
    for i in range(first - 2, max(start, first - 2 - FAR), -1):
        if passage.lower[i] in cues["due_by"]:
            hoped = range(max(start, i - FAR), i)
            return i < first - 2 and any(passage.parse.lemmas[h] in cues["hoping"] for h in hoped)
        if passage.parse.pos[i] in NO_NAME and passage.lower[i] != "-":
            return False
    return False
