"""Is it so or not: one statement that some affirm and others deny."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.lang import words
from variorum.model.reading import Slots
from variorum.model.record import Difference
from variorum.reconcile.align import Stated, overlap
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position

MOST = 8
"""Claims with one predicate beyond which it is a common word, and says too little to be held against itself."""

Key = tuple[str, str]
KIN = 0.4
"""Likeness that an affirmation and a denial must have beside their verb and its object."""


def polarity_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """One conflict for each thing that one report affirms and another denies: an act on something, or an ascription."""
    by_key: dict[Key, list[Stated]] = defaultdict(list)
    for cluster in clusters:
        for stated in cluster:
            for key in _keys(stated):
                by_key[key].append(stated)
    found = [_compare(corpus, key, by_key[key]) for key in sorted(by_key) if len(by_key[key]) <= MOST]
    return list({d.positions: d for d in found if d}.values())


def _keys(stated: Stated) -> list[Key]:
    """What is affirmed or denied: the verb with its theme ("pay", "ransom"), and what is ascribed ("overloaded").

    None for plans and possibilities, for somebody speaking of himself, and for words that say little.
    """
    slots = stated.claim.slots
    subject = (slots.subject or "").lower()
    if not subject or slots.hedge or slots.future or subject in words("en", "events", "speaking", "pronouns"):
        return []
    found: list[Key] = []
    if slots.theme and slots.predicate and slots.predicate not in words("en", "reconcile", "polar", "light"):
        found.append((slots.predicate, slots.theme))
    if slots.ascribed and slots.ascribed not in words("en", "reconcile", "polar", "common"):
        found.append(("", slots.ascribed))
    return found


def _compare(corpus: Corpus, key: Key, stated: Sequence[Stated]) -> Difference | None:
    same = _one_act if key[0] else _one_ascription
    yes = [s for s in stated if s.claim.slots.polarity == "yes"]
    no = [s for s in stated if s.claim.slots.polarity == "no"]
    pairs = [(a, b) for a in yes for b in no if a.article != b.article and same(corpus, a, b)]
    if not pairs:
        return None
    affirmed = list(dict.fromkeys(a for a, _ in pairs))
    denied = list(dict.fromkeys(b for _, b in pairs))
    positions = [position(corpus, _short(group[0]), [s.claim.cite for s in group]) for group in (affirmed, denied)]
    who = [_who(corpus, group[0]) for group in (affirmed, denied)]
    why = f"One side affirms it ({who[0]}), another denies it ({who[1]}); both cannot be right."
    return difference("polarity", f"Is it so: {_short(affirmed[0])}?", positions, "conflict", why)


def _one_act(corpus: Corpus, a: Stated, b: Stated) -> bool:
    """One verb on one theme, by one doer; a passive names no doer, and may be anybody's."""
    one, two = a.claim.slots, b.claim.slots
    if overlap(corpus, a, b) < KIN:
        return False
    passive = one.theme in {_noun(one), _noun(two)}
    if one.subject_entity and two.subject_entity:
        return one.subject_entity == two.subject_entity
    return passive or _noun(one) == _noun(two)


def _one_ascription(corpus: Corpus, a: Stated, b: Stated) -> bool:
    """One thing called so and not so; "it" may be the other's thing when the word is a participle few sentences use."""
    one, two = a.claim.slots, b.claim.slots
    if one.subject_entity and two.subject_entity:
        return one.subject_entity == two.subject_entity
    things = {one.theme or _noun(one), two.theme or _noun(two)}
    if "it" in things and one.ascribed:
        return one.ascribed.endswith("ed") and overlap(corpus, a, b) > 0
    return len(things) == 1


def _noun(slots: Slots) -> str:
    """The subject's noun."""
    return (slots.subject or "").split(" of ")[0].split()[-1].lower()


def _who(corpus: Corpus, stated: Stated) -> str:
    outlet = corpus.article[stated.article].outlet
    return stated.claim.holder or outlet or "One report"


def _short(stated: Stated) -> str:
    return " ".join(stated.claim.cite.exact.split()[:16]).strip(' ,.“”"')
