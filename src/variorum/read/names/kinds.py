"""Of what kind a name is: small clues, each with a weight, summed over all the places where the name stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from variorum.lang.territories import territories
from variorum.model.reading import EntityKind
from variorum.read.names.gazetteer import CERTAIN, LIKELY, choose
from variorum.read.names.lexicon import clues, offices, organizations
from variorum.read.names.spans import NameSpan

Weights = dict[str, float]
"""Weight by kind; "other" is for events, laws, works and products, which are not kept."""

LABEL_KINDS: Mapping[str, EntityKind | str] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "LAW": "other", "WORK_OF_ART": "other", "PRODUCT": "other",
}  # fmt: skip
LABEL_WEIGHT = {"PERSON": 2.0, "GPE": 1.5, "LOC": 2.0, "FAC": 1.5, "ORG": 1.2, "NORP": 1.2}
STANDING_IN = frozenset({"in", "at", "near", "outside", "across", "throughout", "around"})
"""Prepositions that say where, against those that also say whither or whence."""
LONGEST_ACRONYM = 6
"""Letters up to which a word in capitals is likely an acronym."""
APPOSITION = 7
"""Tokens within which an apposition must come to its office."""
LEAST = 1.0
"""Weight from which on a name is believed to be of a kind."""


def weigh(span: NameSpan, language: str, near: Collection[str]) -> Weights:
    """What one place of a name says of its kind. ``near`` are the countries that the article names."""
    weights: Weights = defaultdict(float)
    _by_form(span, weights, language)
    _by_lists(span, weights, language, near)
    _by_label(span, weights)
    _by_neighbours(span, weights, language)
    return weights


def _by_form(span: NameSpan, weights: Weights, language: str) -> None:
    words = span.passage.lower[span.first : span.last]
    hints, text = clues(language), span.text
    last = words[-1] if words[-1] not in ("'s", "’s") else words[-2]
    of_body = words[0] in hints["organization_first"] and "of" in words
    if len(words) > 1:
        if last in hints["organization"] or of_body or "for" in words or "&" in words:
            weights["organization"] += 6
        if words[0] in hints["organization_lead"]:
            weights["organization"] += 6
        if last in hints["other"] or words[0] in hints["other_first"]:
            weights["other"] += 6
        if last in hints["place"]:
            weights["place"] += 6.5
        if words[0] in hints["place_first"]:
            weights["place"] += 4
    elif last in hints["organization"] or last in hints["place"] or last in hints["other"]:
        weights["other"] += 1
    if last in hints["groups"]:
        weights["group"] += 12 if len(words) == 1 else 3
    if len(words) == 1 and 1 < len(text) <= LONGEST_ACRONYM and text.isupper() and "." not in text:
        weights["organization"] += 1.5


def _by_lists(span: NameSpan, weights: Weights, language: str, near: Collection[str]) -> None:
    """Known organizations, capitals and cities."""
    key, lands = span.key, territories(language)
    if key in organizations(language).known or key in lands.seats:
        weights["organization"] += 8
    if key in lands.capitals:
        weights["place"] += 6
    elif key in lands.spellings:
        weights["place"] += 3.5
    elif city := choose(key, language, None, near):
        size = 3.5 if city.population > CERTAIN else 2 if city.population >= LIKELY else 1
        weights["place"] += max(size, 3) if " " in key else size


def _by_label(span: NameSpan, weights: Weights) -> None:
    if span.label:
        weight = LABEL_WEIGHT.get(span.label, 1.0)
        weights[LABEL_KINDS[span.label]] += weight if span.full else weight / 2


def _by_neighbours(span: NameSpan, weights: Weights, language: str) -> None:
    hints, p = clues(language), span.passage
    before = p.lower[span.first - 1] if span.first else ""
    after = p.lower[span.last] if span.last < len(p) else ""
    if before in hints["locative"] and after not in ("'s", "'"):
        weights["place"] += (2.5 if " " in span.key and span.label != "ORG" else 1) if before in STANDING_IN else 0.4
    if before == "of" and span.first > 1 and p.lower[span.first - 2] in hints["place_nouns"]:
        weights["place"] += 5
    for kind, words, weight in (
        ("place", "place_nouns", 2.5),
        ("organization", "organization_nouns", 1.5),
        ("group", "group_nouns", 0.5),
    ):
        if after in hints[words]:
            weights[kind] += weight
    weights["person"] += _human(span, before, after, language)


def _office_follows(span: NameSpan, language: str) -> bool:
    """Whether an apposition behind the name begins with an office: ", head of the rescue service"."""
    p, heads = span.passage, offices(language).heads
    for k in range(span.last + 1, min(len(p), span.last + APPOSITION)):
        if p.lower[k] in heads and p.parse.tags[k] in ("NN", "NNP"):
            return p.lower[k] not in clues(language)["organization"]
        if not p.parse.tags[k].startswith(("DT", "JJ", "NN", "PRP$", "POS", "HYPH")) or p.words[k] == ",":
            return False
    return False


def _human(span: NameSpan, before: str, after: str, language: str) -> float:
    """What around the name says that it is a person's."""
    hints, p, weight = clues(language), span.passage, 0.0
    beyond = p.lower[span.last + 1] if span.last + 1 < len(p) else ""
    if span.title:
        weight += 10
    if after == "who" or (after == "," and (beyond == "who" or beyond.isdigit())):
        weight += 3
    if after == "," and _office_follows(span, language):
        weight += 4
    if after in ("'s", "'") and beyond in hints["human_possessions"]:
        weight += 1
    if before == "," and span.first > 1 and p.lower[span.first - 2] in offices(language).heads:
        weight += 1
    if before == "the" and not span.title and " " not in span.key:
        weight -= 2.5  # "the Danube": no person's name
    head = span.last - 1
    acts = p.parse.deps[head] in ("nsubj", "nsubjpass")
    if acts and p.parse.lemmas[p.parse.heads[head]] in hints["human_verbs"]:
        weight += 1
    if 2 <= len(span.key.split()) <= 4 and not span.label:
        weight += 0.8
    return weight


def kinds_of(spans: Sequence[NameSpan], language: str, near: Collection[str]) -> dict[str, EntityKind | None]:
    """The kind of each name by its folded form; None for what is not kept or nothing is known of.

    A bare name that is the first or last part of a person's full name is that person's, unless it is better known as
    something else: a capital, a known organization.
    """
    sums: dict[str, Weights] = {}
    for span in spans:
        total = sums.setdefault(span.key, defaultdict(float))
        for kind, weight in weigh(span, language, near).items():
            total[kind] += weight
    for key in _named_after(sums, language):
        sums[key]["place"] += 3
    surnames = _person_parts(sums, language)
    lands = territories(language)
    better_known = {*lands.capitals, *lands.seats, *organizations(language).known}
    kinds: dict[str, EntityKind | None] = {}
    for key, weights in sums.items():
        if key in surnames and key not in better_known:
            weights["person"] += 8 + sum(weights.values())
        kinds[key] = best(weights)
    return kinds


def _named_after(sums: Mapping[str, Weights], language: str) -> list[str]:
    """Bare names of which another, with a work's or a place's noun behind it, is known ("Gabcikovo dam")."""
    nouns = clues(language)["facilities"] | clues(language)["place"]
    cores = {key.rsplit(maxsplit=1)[0] for key in sums if " " in key and key.split()[-1] in nouns}
    return [key for key in sums if key in cores and " " not in key]


def _person_parts(sums: Mapping[str, Weights], language: str) -> frozenset[str]:
    particles = clues(language)["particles"]
    found: set[str] = set()
    for key, weights in sums.items():
        words = key.split()
        if len(words) > 1 and best(weights) == "person":
            found.update((words[0], words[-1]))
            start = next((i for i in range(1, len(words)) if words[i] in particles), None)
            if start:
                found.add(" ".join(words[start:]))
    return frozenset(found)


def best(weights: Weights) -> EntityKind | None:
    """The heaviest kind, if it weighs enough and is one that is kept."""
    if not weights:
        return None
    kind = max(sorted(weights), key=lambda k: weights[k])
    if weights[kind] < LEAST or kind == "other":
        return None
    return kind  # type: ignore[return-value]
