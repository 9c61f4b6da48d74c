"""What a claim says, as it is weighed against another: words by stem and meaning, names, figures; cues left out."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words
from variorum.lang.name_forms import fold
from variorum.lang.stems import akin, kin, senses, stem
from variorum.model.reading import Claim, Quantity
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.worded import commonness

KIN = 0.6
"""What a word of the same meaning is worth beside the word itself."""
LIGHT, PLAIN = 0.2, 0.6
"""What verbs that go with any object, and the commonest of others, are worth beside other words."""
RAREST = 3.0
"""What a word weighs that one claim of the story has, be the story long or short."""


@dataclass(frozen=True, eq=False)
class Content:
    """A claim by what it says.

    Attributes:
        words: what each content word's stem weighs: the rarer in the story and in news, the more.
        groups: for each group of synonyms that it has a word of, what the word weighs.
        names: entities it names, with what each weighs.
        names_around: those that only the rest of its sentence names.
        figures: what it counts.
        senses: of the pairs of opposites, those it has a word of, with the side.
        said: whether it is only about who spoke, and where.
    """

    words: Mapping[str, float]
    groups: Mapping[int, float]
    names: Mapping[str, float]
    names_around: frozenset[str]
    figures: tuple[Quantity, ...]
    senses: frozenset[tuple[int, int]]
    said: bool

    @property
    def weight(self) -> float:
        """What all its words weigh."""
        return sum(self.words.values())


def contents(corpus: Corpus) -> list[Content]:
    """What each claim of the story says, in the order of ``corpus.claims``."""
    stems = [_stems(corpus, c) for _, c in corpus.claims]
    total = len(stems) + 1
    seen = Counter(s for found in stems for s in found)
    named = Counter(e for _, c in corpus.claims for e in c.entities)
    names: dict[tuple[str, int], set[str]] = defaultdict(set)
    for article, claim in corpus.claims:
        names[article, claim.sentence.start] |= set(claim.entities)
    made = []
    for (article, claim), found in zip(corpus.claims, stems, strict=True):
        weights = {s: _rarity(seen[s], total) * common for s, common in found.items()}
        groups: dict[int, float] = {}
        for s, weight in weights.items():
            for group in kin(s):
                groups[group] = max(weight, groups.get(group, 0.0))
        made.append(
            Content(
                words=weights,
                groups=groups,
                names={e: _rarity(named[e], total) for e in claim.entities},
                names_around=frozenset(names[article, claim.sentence.start] - set(claim.entities)),
                figures=claim.slots.quantities,
                senses=frozenset(s for w in weights for s in senses(w)),
                said=_only_said(claim),
            )
        )
    return made


def _rarity(seen: int, total: int) -> float:
    """What a word or name weighs that so many of all claims have: ``RAREST`` where one has, 0 where all have."""
    return RAREST * math.log(total / seen) / math.log(total)


def _stems(corpus: Corpus, claim: Claim) -> dict[str, float]:
    """The stems of its content words, names, figures and cues apart, with how common in news each is."""
    named = {w for e in claim.entities if e in corpus.entity for w in _name_words(corpus, e)}
    left = [t for t in claim.terms if fold(t) not in named and not _is_figure(t) and t not in _empty()]
    return {stem(t): _tells(t) for t in left}


def _tells(term: str) -> float:
    """A factor of a word's weight: verbs that say little with any object tell next to nothing."""
    if term in words("en", "reconcile", "polar", "light"):
        return LIGHT
    return (PLAIN if term in words("en", "reconcile", "polar", "common") else 1.0) * commonness(term)


def _name_words(corpus: Corpus, entity: str) -> frozenset[str]:
    return frozenset(w for form in corpus.entity[entity].names for w in fold(form.text).split())


def _is_figure(term: str) -> bool:
    digits = term.replace(",", "").replace(".", "")
    if digits.isdecimal():
        return True
    quantities = table("en", "quantities")
    return term in quantities["numbers"] or term in quantities["scales"]


@cache
def _empty() -> frozenset[str]:
    """Words of speech and its occasions, and of time: who spoke and when is for the typed slots."""
    saying = words("en", "sameness", "saying", "verbs") | words("en", "sameness", "saying", "occasions")
    times = table("en", "times")["words"]
    units = words("en", "quantities", "time_units", "nouns") | words("en", "sameness", "saying", "times")
    return saying | frozenset(times["WEEKDAY"]) | (frozenset(times["MONTH"]) - {"may", "march"}) | units


def _only_said(claim: Claim) -> bool:
    """Its verb is one of speech, and what it acts on is hearers or an occasion."""
    verb, theme = claim.slots.predicate, claim.slots.theme
    return verb in words("en", "sameness", "saying", "verbs") and (theme is None or theme in _hearers())


@cache
def _hearers() -> frozenset[str]:
    told = table("en", "speech")["occasions"]["told"].values()
    return words("en", "sameness", "saying", "occasions").union(*told)


def shared(a: Content, b: Content) -> tuple[float, float]:
    """The weight of the words they share, or have others of their meaning for, seen from each."""
    return _found(a, b), _found(b, a)


def _found(a: Content, b: Content) -> float:
    return sum(
        weight if word in b.words else KIN * weight if any(g in b.groups for g in kin(word)) else 0.0
        for word, weight in a.words.items()
    )


def same_figure(x: Quantity, y: Quantity) -> bool:
    """They give one number of one unit, and what they count may be one thing."""
    if x.unit != y.unit or x.vague or y.vague:
        return False
    if x.low != y.low:
        return False
    return bool(x.unit) or (_counts_alike(x, y) and (x.low > SMALL or _counted(x, y)))


SMALL = 12
"""A number up to which it tells nothing unless one thing is counted."""


def _counted(x: Quantity, y: Quantity) -> bool:
    """Both say what they count."""
    return bool((x.noun or x.of) and (y.noun or y.of))


def _counts_alike(x: Quantity, y: Quantity) -> bool:
    if x.of and y.of:
        return x.of == y.of
    if x.noun is None or y.noun is None:
        return True
    if x.low > SMALL and x.low % 10:
        return True  # "42 miners", "42 workers": a number that is not round is seldom given twice by chance.
    people = words("en", "reconcile", "people", "any")
    return akin(stem(x.noun), stem(y.noun)) or x.noun in people or y.noun in people


def clashing(xs: Sequence[Quantity], ys: Sequence[Quantity]) -> bool:
    """They count one thing, and no number of the one is any of the other's."""
    alike = [
        (x, y) for x in xs for y in ys if x.unit == y.unit and (x.noun, x.of) == (y.noun, y.of) and (x.noun or x.of)
    ]
    return bool(alike) and not any(x.low == y.low for x, y in alike)


def figures_in_common(xs: Iterable[Quantity], ys: Sequence[Quantity]) -> list[Quantity]:
    """The figures of the one that the other gives too."""
    return [x for x in xs if any(same_figure(x, y) for y in ys)]
