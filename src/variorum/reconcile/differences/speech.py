"""One utterance on two occasions, or from two mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from variorum.model.record import Difference, LedgerQuote, SaidOn, Variant
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.occasions import alike

QUOTED = re.compile(r"[“\"]([^“”\"]+ [^“”\"]+ [^“”\"]+)")
"""The first words between quotation marks, three of them or more."""
SENTENCE = 5
"""Words that two speakers do not say alike by chance."""


def occasion_differences(corpus: Corpus, quotes: Iterable[LedgerQuote]) -> list[Difference]:
    """One difference for each utterance that reports place on different occasions."""
    return [d for quote in quotes if quote.differs in {"occasion", "both"} and (d := _compare(corpus, quote))]


def attribution_differences(corpus: Corpus, quotes: Sequence[LedgerQuote]) -> list[Difference]:
    """One conflict for each sentence in quotation marks that reports give to different speakers."""
    by_words: dict[tuple[str, ...], list[LedgerQuote]] = defaultdict(list)
    for quote in quotes:
        if quote.kind != "indirect" and quote.speaker and len(said := _words(quote)) >= SENTENCE:
            by_words[said].append(quote)
    found = []
    for a, b in (pair for same in by_words.values() for pair in combinations(same, 2)):
        apart = {v.article for v in a.variants}.isdisjoint(v.article for v in b.variants)
        if apart and a.speaker != b.speaker:
            positions = [position(corpus, q.speaker_name or "", [_cite(v) for v in q.variants]) for q in (a, b)]
            why = "The same words stand in the mouths of two speakers."
            found.append(difference("attribution", f"Who said “{_short(a)}”?", positions, "conflict", why))
    return found


def _words(quote: LedgerQuote) -> tuple[str, ...]:
    """The words of the first version, in lower case, marks off."""
    return tuple(w.strip(".,;:!?“”\"'’‘").lower() for w in quote.variants[0].exact.split())


def _compare(corpus: Corpus, quote: LedgerQuote) -> Difference | None:
    by_words: dict[str, list[Variant]] = {}
    for variant in quote.variants:
        if variant.occasion:
            by_words.setdefault(_label(variant.occasion), []).append(variant)
    occasions = [vs[0].occasion for vs in by_words.values() if vs[0].occasion]
    if len(occasions) < 2 or len({v.article for v in quote.variants}) < 2:
        return None
    positions = [position(corpus, label, [_cite(v) for v in variants]) for label, variants in by_words.items()]
    who = quote.speaker_name or "the speaker"
    question = f"On which occasion did {who} say “{_short(quote)}”?"
    if all(alike(a, b) for a in occasions for b in occasions):
        why = "The reports name the occasion in different words; it may well be one."
        return difference("occasion", question, positions, "compatible", why)
    why = "The reports place the same words on different occasions: one of them is wrong, or it was said twice."
    return difference("occasion", question, positions, "conflict", why)


def _label(occasion: SaidOn) -> str:
    return " ".join(occasion.words.split())


def _short(quote: LedgerQuote) -> str:
    shortest = min((v.exact for v in quote.variants), key=lambda w: (len(w), w))
    inside = QUOTED.search(shortest)
    words = (inside[1] if inside else shortest).strip(" ,.“”\"'").split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _cite(variant: Variant) -> Citation:
    return Citation(variant.article, variant.start, variant.end, variant.exact)
