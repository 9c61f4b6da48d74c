"""Which figures of which articles answer one question.

Small features, each with its reason. The likeliest pairs are joined first; two figures that one article gives side by
side, in one voice, are never answers to one question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import akin, sense, stem
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.figures import Figure

SHARE = 0.3
"""Of the story's reports, in the same way."""
TOPIC = 3
"""Reports that must count a thing for its number to be a topic of the story, and hardly ever another's."""
CERTAIN = 0.6
"""Likeness that two figures must have to be shown as a conflict: a wrong one costs more than a missed one."""
SAME = 0.55
"""Likeness from which two figures answer one question; set on our own examples."""
FAR_APART = 8
"""Times one count may be the other and still be of one thing."""
MOST_IN_A_BLOCK = 80
"""A word that more figures share proposes no pairs."""
NAME_WEIGHT = 1.5
"""What a shared name weighs beside a shared word of mean rarity."""
TALLIED = 0.4
"""What it adds that two shares, or numbers of seats, are one party's while votes are counted."""


def questions(corpus: Corpus, found: Sequence[Figure]) -> list[list[Figure]]:
    """The figures that answer one question together, each question in the order first answered."""
    scores = ((likeness(corpus, found[a], found[b]), a, b) for a, b in _candidates(found))
    pairs = [row for row in scores if row[0] >= SAME]
    groups = join(len(found), pairs, lambda a, b: barred(corpus, found[a], found[b]))
    return [[found[i] for i in group] for group in groups if len(group) > 1]


def _candidates(found: Sequence[Figure]) -> Iterable[tuple[int, int]]:
    """Pairs of one dimension that share what is counted, whose it is, a word or a fact."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, figure in enumerate(found):
        kind = figure.kind
        keys = {f"n {figure.noun}", f"o {figure.owner}", f"f {figure.fact}", *figure.terms}
        for key in sorted(keys - {"n None", "o None"}):
            blocks[kind, key].append(n)
    return sorted({p for block in blocks.values() if len(block) <= MOST_IN_A_BLOCK for p in combinations(block, 2)})


def barred(corpus: Corpus, a: Figure, b: Figure) -> bool:
    """Whether two figures can never answer one question."""
    if a.kind != b.kind or a.era != b.era:
        return True
    if a.article == b.article and a.voice == b.voice and not _equal(a, b):
        return True
    if a.noun and b.noun and a.noun != b.noun and not _kin(a.noun, b.noun):
        return True
    if a.kind == "age" and (a.noun is None or a.noun != b.noun or _of_two(a, b)):
        return True
    if a.kind == "count" and a.quantity.of != b.quantity.of and a.quantity.of and b.quantity.of:
        return True
    if _is_tallied(a, b) and a.owner != b.owner and a.owner and b.owner and corpus.is_election:
        return True
    if a.noun and a.noun == b.noun and (one := _qualifiers(a)) and (two := _qualifiers(b)) and not one & two:
        return True
    vague = a.quantity.vague or b.quantity.vague
    other_money = a.dimension != b.dimension
    return not vague and not other_money and not 1 / FAR_APART <= max(a.value, 1e-9) / max(b.value, 1e-9) <= FAR_APART


def _of_two(a: Figure, b: Figure) -> bool:
    """Whether two ages may be of two: of others by name, or of nobody whom both clauses name."""
    if a.owner or b.owner:
        return a.owner != b.owner
    return not set(a.claim.entities) & set(b.claim.entities)


def _qualifiers(figure: Figure) -> frozenset[str]:
    """The words between a number and its noun ("two *short-range ballistic* missiles"), numbers and bounds apart."""
    told, numbers = figure.shown.lower().split(), table("en", "quantities")["numbers"]
    known = words("en", "figures", "unqualifying", "words")
    return frozenset(w for w in told[1:-1] if w.isalpha() and len(w) > 3 and w not in known and w not in numbers)


def _is_tallied(*told: Figure) -> bool:
    """Whether they are shares or numbers of what an election hands out, of which each party has its own."""
    running = table("en", "reconcile")["running"]
    return all(
        (f.dimension in running["units"] or f.noun in running["owned"]) and f.claim.slots.predicate in running["having"]
        for f in told
    )


def _kin(one: str, two: str) -> bool:
    """Whether two nouns are of one family, or one of them means people of any sort."""
    people, sorts = words("en", "reconcile", "people", "any"), words("en", "quantities", "anaphoric", "people")
    return akin(stem(one), stem(two)) or (one in people and two in sorts) or (two in people and one in sorts)


def _equal(a: Figure, b: Figure) -> bool:
    return (a.dimension, a.low, a.high) == (b.dimension, b.low, b.high)


def likeness(corpus: Corpus, a: Figure, b: Figure) -> float:
    """How likely two figures answer one question: the sum of what speaks for it; negative when they cannot."""
    if barred(corpus, a, b):
        return -1.0
    features = (
        same_happening,
        same_landmark,
        same_noun,
        same_beside,
        same_fact,
        same_owner,
        same_verb,
        same_outcome,
        same_scope,
    )
    told = sum(feature(a, b) for feature in features) + shared_words(corpus, a, b) + _topical(corpus, a, b)
    if a.against == b.quantity.cite or b.against == a.quantity.cite:
        return told + CERTAIN
    return told + (TALLIED if corpus.is_election and _is_tallied(a, b) and a.owner and a.owner == b.owner else 0.0)


def same_noun(a: Figure, b: Figure) -> float:
    """They count the same thing; people of any sort tell less."""
    if a.noun is None or b.noun is None:
        return 0.0
    if a.noun != b.noun:
        return 0.3 if akin(stem(a.noun), stem(b.noun)) else 0.1
    return 0.15 if a.noun in table("en", "reconcile")["people"]["any"] else 0.4


def _topical(corpus: Corpus, a: Figure, b: Figure) -> float:
    """They count what several reports of the story count: agreements at a summit, missiles of a test.

    If no report gives two numbers of it, there is hardly more than one question.
    """
    if a.quantity.unit is not None:
        return _measured_once(corpus, a, b)
    if a.noun is None or a.noun != b.noun:
        return 0.0
    if a.noun == table("en", "figures")["crowds"]["counted"]:
        return 0.3  # a story has one march, whose size each side counts for itself
    if a.noun in words("en", "reconcile", "people", "any") or a.noun in words(
        "en", "quantities", "anaphoric", "people"
    ):
        return 0.0
    counts = corpus.counting.get(a.noun, {})
    if len(counts) < max(TOPIC, SHARE * len(corpus.articles)):
        return 0.0
    return 0.3 if all(len(values) == 1 for values in counts.values()) else 0.15


def _measured_once(corpus: Corpus, a: Figure, b: Figure) -> float:
    """They are in a unit that no report uses twice, and are no sum, share or distance: most likely of one thing."""
    unit = a.quantity.unit or ""
    common = a.dimension.startswith("money") or a.dimension in {"%", "length"}
    if common or unit != b.quantity.unit:
        return 0.0
    return 0.45 if all(len(values) == 1 for values in corpus.counting.get(unit, {}).values()) else 0.0


def same_happening(a: Figure, b: Figure) -> float:
    """Their clauses tell one happening."""
    return 0.2 if a.happenings & b.happenings else 0.0


def same_landmark(a: Figure, b: Figure) -> float:
    """They are distances from one place; from two places they are two distances."""
    if a.landmark is None or b.landmark is None:
        return 0.0
    return 0.5 if a.landmark == b.landmark else -0.3


def same_beside(a: Figure, b: Figure) -> float:
    """Their clauses count the same thing beside it ("14 agreements worth 4 billion euros")."""
    return 0.3 if a.beside & b.beside and a.dimension != "count" else 0.0


def same_fact(a: Figure, b: Figure) -> float:
    """Their clauses are two tellings of one fact."""
    return 0.35 if a.fact == b.fact and a.fact >= 0 else 0.0


def same_owner(a: Figure, b: Figure) -> float:
    """They are figures of one owner; of two known by name, less speaks for one question."""
    if a.owner and a.owner == b.owner:
        return 0.2 if a.named else 0.3
    return -0.15 if a.named and b.named else 0.0


def same_verb(a: Figure, b: Figure) -> float:
    """One verb tells both."""
    one, two = a.claim.slots.predicate, b.claim.slots.predicate
    return 0.15 if one == two and one not in table("en", "reconcile")["polar"]["light"] else 0.0


def same_outcome(a: Figure, b: Figure) -> float:
    """The same befell the counted."""
    return 0.3 if a.quantity.of and a.quantity.of == b.quantity.of else 0.0


def same_scope(a: Figure, b: Figure) -> float:
    """Both are wholes, or both are parts."""
    return 0.0 if a.scope == b.scope else -0.2


def shared_words(corpus: Corpus, a: Figure, b: Figure) -> float:
    """Their clauses share telling words and names, against what the poorer of them has."""
    one, two = _weights(corpus, a), _weights(corpus, b)
    shared = sum(min(w, two[k]) for k, w in one.items() if k in two)
    least = min(sum(one.values()), sum(two.values()))
    most = max(sum(one.values()), sum(two.values()))
    return 0.5 * shared / least + 0.25 * shared / most if least else 0.0


def _weights(corpus: Corpus, figure: Figure) -> dict[str, float]:
    """The clause's words by stem with their rarity, names by id; what is counted is left out."""
    out: dict[str, float] = {}
    for term in sorted(figure.terms):
        if term.startswith("@"):
            out[term] = NAME_WEIGHT
        elif term != figure.quantity.noun and not term[0].isdigit():
            key = sense(term)
            out[key] = max(out.get(key, 0.0), corpus.weight.get(term, 1.0) / 3)
    return out
