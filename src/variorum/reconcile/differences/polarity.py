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

KIN = 0.4
"""Likeness that an affirmation and a denial must have beside their verb and its object."""


def polarity_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """One conflict for each thing that one report affirms and another denies: of a predicate, or of what it acts on."""
    by_key: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for cluster in clusters:
        for stated in cluster:
            if key := _key(stated):
                by_key[key].append(stated)
    return [d for key in sorted(by_key) if len(by_key[key]) <= MOST and (d := _compare(corpus, by_key[key]))]


def _key(stated: Stated) -> tuple[str, str] | None:
    """What is affirmed or denied: a telling predicate, or a common one with its theme ("pay", "ransom").

    None for plans, possibilities, and common verbs that act on nothing named.
    """
    slots = stated.claim.slots
    word = slots.ascribed or slots.predicate
    if word is None or slots.hedge or slots.future or slots.subject is None:
        return None
    telling = slots.predicate not in words("en", "reconcile", "polar", "light")
    if slots.theme and telling and not slots.ascribed:
        return (slots.predicate or word, slots.theme)
    return None if word in words("en", "reconcile", "polar", "common") else (word, "")


def _compare(corpus: Corpus, stated: Sequence[Stated]) -> Difference | None:
    yes = [s for s in stated if s.claim.slots.polarity == "yes"]
    no = [s for s in stated if s.claim.slots.polarity == "no"]
    pairs = [(a, b) for a in yes for b in no if a.article != b.article and _of_one_thing(corpus, a, b)]
    if not pairs:
        return None
    affirmed = list(dict.fromkeys(a for a, _ in pairs))
    denied = list(dict.fromkeys(b for _, b in pairs))
    positions = [position(corpus, _short(group[0]), [s.claim.cite for s in group]) for group in (affirmed, denied)]
    who = [_who(corpus, group[0]) for group in (affirmed, denied)]
    why = f"One side affirms it ({who[0]}), another denies it ({who[1]}); both cannot be right."
    return difference("polarity", f"Is it so: {_short(affirmed[0])}?", positions, "conflict", why)


def _of_one_thing(corpus: Corpus, a: Stated, b: Stated) -> bool:
    """The same subject, by name or by noun, or the same theme; "it" may be the other's subject if the word is rare."""
    one, two = a.claim.slots, b.claim.slots
    if not (one.ascribed and two.ascribed) and overlap(corpus, a, b) < KIN:
        return False
    if one.subject_entity and two.subject_entity:
        return one.subject_entity == two.subject_entity and one.theme == two.theme
    if one.theme and one.theme == two.theme and not (one.ascribed or two.ascribed):
        return True
    if one.ascribed and two.ascribed and (one.theme or two.theme):
        return _thing(one) == _thing(two)
    pronouns = words("en", "reconcile", "polar", "pronouns")
    subjects = [(s.subject or "").lower().split()[-1:] for s in (one, two)]
    if not subjects[0] or not subjects[1]:
        return False
    if one.ascribed and two.ascribed and (subjects[0][0] in pronouns or subjects[1][0] in pronouns):
        return one.ascribed.endswith("ed")
    return subjects[0] == subjects[1]


def _thing(slots: Slots) -> str:
    """What something is ascribed to: what is declared so, else the subject's noun."""
    return slots.theme or (slots.subject or "").split(" of ")[0].split()[-1].lower()


def _who(corpus: Corpus, stated: Stated) -> str:
    outlet = corpus.article[stated.article].outlet
    return stated.claim.holder or outlet or "One report"


def _short(stated: Stated) -> str:
    return " ".join(stated.claim.cite.exact.split()[:16]).strip(' ,.“”"')
