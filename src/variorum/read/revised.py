"""Numbers that a report itself has left behind: "up *from 23*", "*from 34* to 31", "after first reporting *two*".

The words are data in ``lang/en/quantities.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from variorum.lang import words
from variorum.model.parse import Passage

FARTHEST = 4
"""Steps in the tree from a number up to the verb that reports it."""


class Told(NamedTuple):
    """What a quantity tells, but for the words that tell it: the fields of ``Quantity`` behind its cite, in order."""

    low: float
    high: float | None
    unit: str | None
    noun: str | None
    of: str | None
    vague: str | None


class Count(NamedTuple):
    """A quantity of a passage.

    Attributes:
        token: the number's.
        words: the half-open token range of the words that tell it.
    """

    token: int
    words: tuple[int, int]
    told: Told


def left_behind(passage: Passage, first: int, last: int) -> bool:
    """Whether a number is the one that a total has left: "rose *from 12* to 19", "31, up *from 23*"."""
    at = first - 1
    while at > 0 and passage.lower[at] in _words("between"):
        at -= 1
    if at < 1 or passage.lower[at] != "from" or _ranges(passage, at):
        return False
    onward = passage.lower[last + 1 : last + 2] == ("to",) and passage.parse.tags[last + 2 : last + 3] == ("CD",)
    if passage.lower[at - 1] in _words("ways") or onward:
        return True
    beside = (*passage.children(passage.parse.heads[at], "prep"), *passage.children(at, "prep"))
    return any(passage.lower[b] == "to" for b in beside)


def _ranges(passage: Passage, preposition: int) -> bool:
    """Whether a number is the lower end of what varies: "estimates *range from* 8,000 to 60,000"."""
    near = (passage.parse.lemmas[i].lower() for i in (preposition - 1, passage.parse.heads[preposition]))
    return any(lemma in _words("ranging") for lemma in near)


def standing(passage: Passage, found: Sequence[Count]) -> tuple[Count, ...]:
    """The counts without those that their own sentence takes back; what replaces one counts what it counted."""
    if len(found) < 2 or (_words("adverbs") | _words("earlier")).isdisjoint(passage.lower):
        return tuple(found)
    kept = list(found)
    for old in found:
        if not _taken_back(passage, old):
            continue
        inside = range(*passage.sentence_of(old.token))
        new = next((c for c in kept if c is not old and c.token in inside and _replaces(passage, c, old)), None)
        if new is not None:
            kept.remove(old)
            kept[kept.index(new)] = new._replace(told=_completed(new.told, old.told))
    return tuple(kept)


@cache
def _words(key: str) -> frozenset[str]:
    return words("en", "quantities", "former", key)


def _taken_back(passage: Passage, count: Count) -> bool:
    """Whether a verb of reporting above the number says that it was reported at first ("initially said two")."""
    for above in list(passage.ancestors(count.token))[:FARTHEST]:
        if passage.parse.lemmas[above].lower() in _words("verbs"):
            adverbs = {passage.lower[c] for c in passage.children(above, "advmod")}
            return bool(adverbs & _words("adverbs")) or (count.told.noun is None and bool(adverbs & _words("earlier")))
    return False


def _replaces(passage: Passage, new: Count, old: Count) -> bool:
    if new.told.unit != old.told.unit or new.told.low == old.told.low or _taken_back(passage, new):
        return False
    bare = None in {new.told.noun, old.told.noun} and (new.told.of is None or old.told.of in {None, new.told.of})
    return bare or (new.told.noun, new.told.of) == (old.told.noun, old.told.of)


def _completed(new: Told, old: Told) -> Told:
    return new._replace(noun=old.noun, of=old.of) if new.noun is None and new.of is None else new
