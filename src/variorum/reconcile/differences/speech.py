"""One utterance on two occasions, from two mouths, or in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from variorum.lang.name_forms import parts
from variorum.model.record import Difference, LedgerQuote, SaidOn, Variant
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.ledger_words import meanings, same_words, shingles, tokens
from variorum.reconcile.occasions import alike

QUOTED = re.compile(r"[“\"]([^“”\"]+ [^“”\"]+ [^“”\"]+)")
"""The first words between quotation marks, three of them or more."""
SENTENCE = 5
"""Words that two speakers do not say alike by chance."""
SENSES, OF_LARGER, OF_SMALLER = 3, 0.4, 0.5
"""Words of one sense that two versions of an utterance share: so many, and such shares of the longer and shorter."""
MOST = 0.6
"""The share of the longer of two sentences in two mouths that the shorter has at least."""


def occasion_differences(corpus: Corpus, quotes: Iterable[LedgerQuote]) -> list[Difference]:
    """One difference for each utterance that reports place on different occasions."""
    return [d for quote in quotes if quote.differs in {"occasion", "both"} and (d := _compare(corpus, quote))]


def attribution_differences(corpus: Corpus, quotes: Sequence[LedgerQuote]) -> list[Difference]:
    """One conflict for each sentence in quotation marks that reports give to different persons, or bodies."""
    found = []
    for a, b in _in_two_mouths(quotes):
        apart = {v.article for v in a.variants}.isdisjoint(v.article for v in b.variants)
        if apart and _two_speakers(corpus, a, b) and (said := _same_sentence(a, b)):
            positions = [position(corpus, q.speaker_name or "", [v.cite for v in q.variants]) for q in (a, b)]
            why = "The same words stand in the mouths of two speakers."
            found.append(difference("attribution", f"Who said “{_cut(said)}”?", positions, "conflict", why))
    return found


def _in_two_mouths(quotes: Sequence[LedgerQuote]) -> list[tuple[LedgerQuote, LedgerQuote]]:
    """Pairs of quotations of two speakers that share a run of words."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, quote in enumerate(quotes):
        if quote.kind != "indirect" and quote.speaker:
            for run in sorted({run for v in quote.variants for run in shingles(tokens(v.exact))}):
                buckets[run].append(n)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    return [(quotes[a], quotes[b]) for a, b in sorted(pairs) if quotes[a].speaker != quotes[b].speaker]


def _two_speakers(corpus: Corpus, a: LedgerQuote, b: LedgerQuote) -> bool:
    """Whether the one does not speak for the other, as ministers do for ministries, nor has half the other's name."""
    one, two = (corpus.entity.get(q.speaker or "") for q in (a, b))
    if one and two and one.kind != two.kind:
        return False
    return {*parts(a.speaker_name or "")}.isdisjoint(parts(b.speaker_name or ""))


def _same_sentence(a: LedgerQuote, b: LedgerQuote) -> str | None:
    """The shorter of two versions in the same words, of as many as are not said alike by chance."""
    for v, w in product(a.variants, b.variants):
        if "indirect" in (v.kind, w.kind):
            continue
        short, long = sorted((tokens(v.exact), tokens(w.exact)), key=len)
        telling = short == long or len(meanings(v.exact) & meanings(w.exact)) >= SENSES
        if len(short) >= SENTENCE and telling and len(short) >= MOST * len(long) and same_words(short, long):
            return min(v.exact, w.exact, key=len)
    return None


def wording_differences(corpus: Corpus, quotes: Sequence[LedgerQuote]) -> list[Difference]:
    """One compatible difference for each utterance that reports quote in other words, as translations do."""
    spoken = [q for q in quotes if q.kind != "indirect" and q.speaker]
    by_speaker: dict[str | None, list[LedgerQuote]] = defaultdict(list)
    for quote in spoken:
        by_speaker[quote.speaker].append(quote)
    return [d for own in by_speaker.values() for group in _put_otherwise(own) if (d := _worded(corpus, group))]


def _put_otherwise(quotes: Sequence[LedgerQuote]) -> list[list[tuple[LedgerQuote, list[Variant]]]]:
    """The rows of one speaker that are one utterance put in other words, each with the versions that show it."""
    groups: list[dict[str, tuple[LedgerQuote, list[Variant]]]] = []
    for a, b in combinations(quotes, 2):
        versions = _in_other_words(a, b)
        if versions is None:
            continue
        home = next((g for g in groups if a.id in g or b.id in g), None)
        if home is None:
            groups.append(home := {})
        for quote, shown in zip((a, b), versions, strict=True):
            home.setdefault(quote.id, (quote, shown))
    return [list(g.values()) for g in groups]


def _in_other_words(a: LedgerQuote, b: LedgerQuote) -> tuple[list[Variant], list[Variant]] | None:
    """The versions of two rows that say one thing, where no report quotes both and no occasion parts them."""
    mine, yours = _by_report(a), _by_report(b)
    found: tuple[dict[str, list[Variant]], dict[str, list[Variant]]] = ({}, {})
    for one, other in product(mine, yours):
        if one == other or (one in yours and other in mine):
            continue
        if _one_sense(mine[one], yours[other]):
            found[0].setdefault(one, _sharing(mine[one], yours[other]))
            found[1].setdefault(other, _sharing(yours[other], mine[one]))
    left, right = ([v for shown in side.values() for v in shown] for side in found)
    parted = any(v.occasion and w.occasion and not alike(v.occasion, w.occasion) for v, w in product(left, right))
    return (left, right) if left and right and not parted else None


def _by_report(quote: LedgerQuote) -> dict[str, list[Variant]]:
    """The quoted versions of each report."""
    found: dict[str, list[Variant]] = defaultdict(list)
    for variant in quote.variants:
        if variant.kind != "indirect":
            found[variant.article].append(variant)
    return found


def _one_sense(left: Sequence[Variant], right: Sequence[Variant]) -> bool:
    """Whether two reports' versions share most of their sense, and every figure."""
    one, two = (frozenset(x for v in side for x in meanings(v.exact)) for side in (left, right))
    if {t for t in one if t.isdigit()} != {t for t in two if t.isdigit()}:
        return False
    common = len(one & two)
    enough = common >= OF_LARGER * max(len(one), len(two)) and common >= OF_SMALLER * min(len(one), len(two))
    return common >= SENSES and enough


def _sharing(mine: Sequence[Variant], yours: Sequence[Variant]) -> list[Variant]:
    """The piece of a report's version that shares most with the other's."""
    theirs = frozenset(x for v in yours for x in meanings(v.exact))
    return [max(mine, key=lambda v: len(meanings(v.exact) & theirs))]


def _worded(corpus: Corpus, rows: Sequence[tuple[LedgerQuote, Sequence[Variant]]]) -> Difference:
    positions = [position(corpus, _cut(shown[0].exact), [v.cite for v in shown]) for _, shown in rows]
    who = rows[0][0].speaker_name or "the speaker"
    question = f"In what words did {who} say “{_cut(rows[0][1][0].exact)}”?"
    why = "One speaker is quoted to one effect in words that differ, as translations do; nothing else sets them apart."
    return difference("name", question, positions, "compatible", why)


def _compare(corpus: Corpus, quote: LedgerQuote) -> Difference | None:
    by_words: dict[str, list[Variant]] = {}
    for variant in quote.variants:
        if variant.occasion:
            by_words.setdefault(_label(variant.occasion), []).append(variant)
    occasions = [vs[0].occasion for vs in by_words.values() if vs[0].occasion]
    if len(occasions) < 2 or len({v.article for v in quote.variants}) < 2:
        return None
    positions = [position(corpus, label, [v.cite for v in variants]) for label, variants in by_words.items()]
    who = quote.speaker_name or "the speaker"
    question = f"On which occasion did {who} say “{_shared(quote)}”?"
    if all(alike(a, b) for a in occasions for b in occasions):
        why = "The reports name the occasion in different words; it may well be one."
        return difference("occasion", question, positions, "compatible", why)
    why = "The reports place the same words on different occasions: one of them is wrong, or it was said twice."
    return difference("occasion", question, positions, "conflict", why)


def _label(occasion: SaidOn) -> str:
    return " ".join(occasion.words.split())


def _short(quote: LedgerQuote) -> str:
    return _cut(min((v.exact for v in quote.variants), key=lambda w: (len(w), w)))


def _shared(quote: LedgerQuote) -> str:
    """The first words of the shortest version that another report has too."""
    said = [(v, tokens(v.exact)) for v in quote.variants]
    both = [v.exact for v, own in said if any(w.article != v.article and same_words(own, t) for w, t in said)]
    return _cut(min(both, key=lambda w: (len(w), w))) if both else _short(quote)


def _cut(shortest: str) -> str:
    """The first of the quoted words."""
    inside = QUOTED.search(shortest)
    said = (inside[1] if inside else shortest).strip(" ,.“”\"'").split()
    return " ".join(said[:12]) + (" …" if len(said) > 12 else "")
