"""Clauses that give a toll, and their words as a line of the summary."""

from __future__ import annotations

from collections.abc import Container

from variorum.lang import words
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.whole_lines import line_of, whole_sentence


def tolls_in(history: Container[str], telling: Stated, outcome: str) -> list[float]:
    """The figures of people of any sort of this outcome in a clause; none of history, vague, or withdrawn.

    Args:
        history: ids of the events that are told as background.
        telling: the clause.
        outcome: a key of the language's outcomes (``dead``).
    """
    around = telling.claim.sentence.exact.lower()
    if any(e in history for e in telling.claim.events):
        return []
    if any(words_ in around for words_ in words("en", "summary", "tolls", "withdrawn")):
        return []
    people = words("en", "reconcile", "people", "any")
    found = (q for q in telling.claim.slots.quantities if q.of == outcome and not q.vague)
    return [q.low for q in found if q.noun is None or q.noun in people]


def names_toll(telling: Stated) -> bool:
    """It speaks of the toll as such: "lowered the death toll to 35", "brought the number of dead to 36"."""
    said = " ".join(telling.claim.cite.exact.lower().split())
    return any(name in said for name in words("en", "summary", "tolls", "named"))


def corrects(telling: Stated) -> bool:
    """It puts an earlier figure right: "lowered the toll to 35"."""
    said = {w.strip(",.;") for w in telling.claim.cite.exact.lower().split()}
    return not said.isdisjoint(words("en", "summary", "tolls", "corrected"))


def toll_line(corpus: Corpus, telling: Stated) -> Citation | None:
    """The clause where it opens its sentence and can be a line, else its whole sentence; None when neither can."""
    claim = telling.claim
    own = line_of(corpus, telling) if claim.cite.start - claim.sentence.start <= 1 else None
    first = claim.cite.exact.split()[0].lower()
    aside = first in words("en", "reconcile", "openers", "words") or first.endswith("ing")
    return own or (whole_sentence(corpus, telling) if names_toll(telling) or not aside else None)
