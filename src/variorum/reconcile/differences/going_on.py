"""Whether a later report's figure goes on from an earlier one: what rises while a story does is no contradiction."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from variorum.lang import table, words
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.figures import Figure


def goes_on(corpus: Corpus, first: Figure, last: Figure) -> bool:
    """Whether the count may have gone on: an election's, while it is counted, or one whose words say so."""
    rules = table("en", "reconcile")["running"]
    if corpus.is_election and (first.dimension in rules["units"] or first.noun in rules["nouns"]):
        return True
    marks = table("en", "figures")["so_far"]["phrases"]
    said = f" {last.claim.sentence.exact.lower()} "
    return last.value > first.value and any(f" {m} " in said for m in marks)


def risen(first: Figure, last: Figure) -> bool:
    """Whether a later report gives a higher "more than", of as many as were counted by then."""
    open_ = first.high == last.high == float("inf") and not (first.quantity.vague or last.quantity.vague)
    return open_ and first.dimension == last.dimension and last.low > first.low


def accumulates(first: Figure, last: Figure) -> bool:
    """Whether a later report counts more of what only adds up, or another number of those whose number changes."""
    rules, collected = table("en", "figures")["accumulating"], False
    if first.kind == "money" and first.dimension == last.dimension:
        collected = all(_befalls(f, rules["collecting"]) for f in (first, last))
    if (first.dimension != "count" or last.dimension != "count") and not collected:
        return False
    if first.future or last.future or first.era or last.era or not _one_scope(first, last):
        return False
    if first.quantity.vague or last.quantity.vague:
        return False
    both = first, last
    working = {*rules["changing"], *rules["working"]}
    if all(_befalls(f, rules["changing"]) for f in both) or _of(rules["at_work"], working, both):
        return first.value != last.value
    going_on = collected or all(_befalls(f, rules["verbs"]) for f in both)
    return (going_on or _of(rules["nouns"], rules["counted"], both)) and last.low > first.low


def _one_scope(a: Figure, b: Figure) -> bool:
    """Both count all, or both some of one sort: "two villagers" among the dead, and later three."""
    some = a.scope == b.scope == "part" and a.noun is not None and a.noun == b.noun
    return (a.scope is None and b.scope is None) or (some and a.noun not in words("en", "reconcile", "people", "any"))


def _befalls(figure: Figure, verbs: Collection[str]) -> bool:
    slots = figure.claim.slots
    return bool({figure.quantity.of, slots.predicate, slots.ascribed} & {*verbs})


def _of(nouns: Collection[str], verbs: Collection[str], figures: Sequence[Figure]) -> bool:
    """Whether all count what these nouns name, in clauses of these verbs: "112 firefighters fought the blaze"."""
    return all(f.noun in nouns and (_befalls(f, verbs) or f.claim.slots.predicate is None) for f in figures)
