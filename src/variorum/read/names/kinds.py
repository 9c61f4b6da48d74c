"""Of what kind a name is: small clues, each with a weight, summed over all the places where the name stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from variorum.lang.organization_names import head_noun, short_forms, stem
from variorum.lang.territories import territories
from variorum.model.reading import EntityKind
from variorum.read.names.lexicon import clues, organizations
from variorum.read.names.spans import NameSpan
from variorum.read.names.weighing import Weights, of_place_noun, weigh

LEAST = 1.0
"""Weight from which on a name is believed to be of a kind."""


def kinds_of(
    spans: Sequence[NameSpan], language: str, near: Collection[str], outlets: Collection[str] = ()
) -> dict[str, EntityKind | None]:
    """The kind of each name by its folded form; None for what is not kept or nothing is known of.

    ``near`` are the countries that the article names, ``outlets`` the folded names of those that bring it.

    A bare name that is the first or last part of a person's full name is that person's, unless it is better known as
    something else: a capital, a known organization.
    """
    sums: dict[str, Weights] = {}
    for span in spans:
        total = sums.setdefault(span.key, defaultdict(float))
        for kind, weight in weigh(span, language, near).items():
            total[kind] += weight
    for key in _shortened(sums):
        sums[key]["organization"] += 8 if " " in key else 4
    for key in _named_after(sums, language):
        sums[key]["place"] += 3
    for key in (*_common_heads(sums, language), *(k for k in sums if k in outlets)):
        sums[key]["organization"] += 3 + sums[key]["person"] * (key in outlets)
    surnames = _person_parts(sums, language)
    lands = territories(language)
    plain = {s.key for s in spans if of_place_noun(s, language)}
    better_known = {*plain, *lands.capitals, *lands.seats, *organizations(language).known}
    kinds: dict[str, EntityKind | None] = {}
    for key, weights in sums.items():
        if key in surnames and key not in better_known:
            weights["person"] += 8 + sum(weights.values())
        kinds[key] = best(weights)
    return kinds


def _shortened(sums: Mapping[str, Weights]) -> list[str]:
    """Names that another, an organization's, has with words for what it makes or is behind them."""
    full = [key for key, weights in sums.items() if " " in key and best(weights) == "organization"]
    short = dict.fromkeys(s for key in full for s in (stem(key), *short_forms(key)) if s != key)
    heads = Counter(key.split()[0] for key in full)
    short |= dict.fromkeys(h for h, n in heads.items() if n == 1 and h in sums and best(sums[h]) is None)
    return [key for key in short if key in sums]


def _named_after(sums: Mapping[str, Weights], language: str) -> list[str]:
    """Bare names of which another, with a work's or a place's noun behind it, is known ("Gabcikovo dam")."""
    nouns = clues(language)["facilities"] | clues(language)["place"]
    cores = {key.rsplit(maxsplit=1)[0] for key in sums if " " in key and key.split()[-1] in nouns}
    return [key for key in sums if key in cores and " " not in key]


def _common_heads(sums: Mapping[str, Weights], language: str) -> list[str]:
    """Bodies' common nouns with a capital that one organization's full name has for its head."""
    heads = Counter(head_noun(k) for k, weights in sums.items() if " " in k and best(weights) == "organization")
    return [k for k in sums if heads[k] == 1 and k in clues(language)["organization"]]


def _person_parts(sums: Mapping[str, Weights], language: str) -> frozenset[str]:
    particles = clues(language)["particles"]
    found: set[str] = set()
    for key, weights in sums.items():
        words = key.split()
        if len(words) > 1 and best(weights) == "person":
            found.update((words[0], words[-1]))
            found |= {" ".join(words[i:]) for i in range(1, len(words)) if words[i] in particles}
    return frozenset(found)


def best(weights: Weights) -> EntityKind | None:
    """The heaviest kind, if it weighs enough and is one that is kept."""
    if not weights:
        return None
    kind = max(sorted(weights), key=lambda k: weights[k])
    if weights[kind] < LEAST or kind == "other":
        return None
    return kind  # type: ignore[return-value]
