"""What a report is about, as weighted terms: names and rare words first.

A term's weight grows with how often, how early and how prominently the report uses it, and shrinks with how many of the
reports at hand use it (TF-IDF). So that five reports of one event do not make their own words worthless, the counts are
set against ``PRIOR`` imagined reports, in which ordinary words are frequent and names rare.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from variorum.group.words import LANGUAGE, WORD, body_paragraphs, fold
from variorum.lang import words as language_words
from variorum.model.article import Article

PRIOR = 150
NAME_SHARE, WORD_SHARE = 0.01, 0.05
"""The share of the imagined reports that hold a given name or number, a given word."""
TITLE_COUNT = 2
"""How many times a word of the headline counts; a word of the lead counts twice, once for the lead."""
LEAD = 50
"""Telling words that make the lead."""
KEPT = 100
"""Terms kept for a report, the heaviest."""

_NAME = re.compile(r"(?<=[\w,;)][ ])[A-Z][\w'’-]+")
"""A word with a capital behind a word or a comma on its line: no sentence begins with it."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Usage:
    """How a report uses its terms.

    Attributes:
        counts: weighted number of uses of each term in headline and body.
        lead: the same for headline and first words alone.
        headline: the terms of the headline.
        names: the terms that are written with a capital where no sentence begins.
    """

    counts: Mapping[str, int]
    lead: Mapping[str, int]
    headline: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Packed:
    """A usage in a sixth of the memory, while it waits for the weights: counts up to 255, beside one row of terms."""

    terms: tuple[str, ...]
    counts: bytes
    lead: bytes
    headline: tuple[str, ...]
    names: tuple[str, ...]

    @staticmethod
    def of(usage: Usage) -> Packed:
        """The same, packed."""
        lead = usage.lead
        return Packed(
            tuple(usage.counts),
            bytes(min(255, count) for count in usage.counts.values()),
            bytes(min(255, lead.get(term, 0)) for term in usage.counts),
            tuple(sorted(usage.headline)),
            tuple(sorted(usage.names)),
        )

    def usage(self) -> Usage:
        """The same, unpacked."""
        lead = {term: count for term, count in zip(self.terms, self.lead, strict=True) if count}
        counts = dict(zip(self.terms, self.counts, strict=True))
        return Usage(counts, lead, frozenset(self.headline), frozenset(self.names))


def usage_of(article: Article) -> Usage:
    """The terms of a report's headline and body."""
    counts: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    names: set[str] = set()
    seen = 0
    for paragraph in body_paragraphs(article):
        for term, named in _terms(paragraph.text):
            counts[term] += 1
            if seen < LEAD:
                lead[term] += 1
            seen += 1
            if named:
                names.add(term)
    headline = [term for term, _ in _terms(article.title or "")]
    for term in headline:
        lead[term] += TITLE_COUNT
    for term, count in lead.items():
        counts[term] += count
    return Usage(counts, lead, frozenset(headline), frozenset(names))


def names_in(article: Article) -> frozenset[str]:
    """The names in a report's body, roughly: words with a capital that does not come from their place."""
    return frozenset(fold(w) for p in body_paragraphs(article) for w in _NAME.findall(p.text))


def _terms(text: str) -> Iterator[tuple[str, bool]]:
    """The text's terms in order, each with whether its capital shows a name; without stop words and single letters."""
    for found in WORD.finditer(text):
        word = found[0]
        term = _term(word)
        if term:
            yield term, word[0].isupper() and (word[1:].isupper() or not _opens_sentence(text, found.start()))


def _opens_sentence(text: str, at: int) -> bool:
    """Whether the word at this place stands first in a sentence or quotation, where any word has a capital."""
    before = text[max(0, at - 4) : at].rstrip("\"'“‘«( ")
    return not before or before[-1] in ".!?:…" or text[at - 1] in '"“‘«'


@lru_cache(1 << 18)
def _term(word: str) -> str | None:
    """The term that a word stands for, without accents ("Győr" and "Gyor" are one); None for a stop word or letter."""
    folded = fold(word)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    if folded in _stopwords() or (len(word) == 1 and not word.isdigit()):
        return None
    return stem(folded)


def stem(word: str) -> str:
    """The word without the endings of plural, possessive and past ("quakes", "quake's" and "quake" are one term)."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@dataclass(frozen=True)
class Weights:
    """How much each term tells, learnt from the reports at hand.

    Attributes:
        reports: number of reports, copies counted once.
        held: in how many of them each term stands.
        named: in how many of them each term is written as a name.
    """

    reports: int
    held: Mapping[str, int]
    named: Mapping[str, int]
    _worked_out: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def is_name(self, term: str) -> bool:
        """Whether most reports that use the term write it as a name."""
        return 2 * self.named.get(term, 0) > self.held.get(term, 0)

    def of(self, term: str) -> float:
        """The term's weight, 0 or more: its rarity squared, which tells look-alikes apart better than rarity itself."""
        known = self._worked_out.get(term)
        if known is None:
            known = self._worked_out[term] = self._work_out(term)
        return known

    def _work_out(self, term: str) -> float:
        share = NAME_SHARE if is_number(term) or self.is_name(term) else WORD_SHARE
        return max(0.0, math.log((self.reports + PRIOR) / (self.held.get(term, 0) + PRIOR * share))) ** 2


def is_number(term: str) -> bool:
    """Whether the term is a figure."""
    return term[0].isdigit()


def weigh(usages: Iterable[Usage]) -> Weights:
    """Learn the terms' weights."""
    held: Counter[str] = Counter()
    named: Counter[str] = Counter()
    reports = 0
    for reports, usage in enumerate(usages, start=1):  # noqa: B007  the last number is theirs
        held.update(usage.counts.keys())
        named.update(usage.names)
    return Weights(reports, held, named)


def vector_of(usage: Usage, weights: Weights) -> Vector:
    """The report's heaviest terms, as a vector of length 1; empty for a report without a term."""
    return _vector(usage.counts, weights, KEPT)


def lead_vector_of(usage: Usage, weights: Weights) -> Vector:
    """The same for headline and lead."""
    return _vector(usage.lead, weights, LEAD)


def headline_of(usage: Usage, weights: Weights) -> Vector:
    """What each term of the headline tells of it; the shares add up to 1. Empty for a report without one."""
    # Sums of fractions depend on their order in the last place, and a set's order is another in each run.
    known = {term: weights.of(term) for term in sorted(usage.headline)}
    total = sum(known.values())
    return {term: weight / total for term, weight in known.items()} if total else {}


def _vector(counts: Mapping[str, int], weights: Weights, kept: int) -> Vector:
    full = {t: (1.0 + math.log(c)) * weights.of(t) for t, c in counts.items()}
    return unit(dict(sorted(full.items(), key=lambda e: (-e[1], e[0]))[:kept]))


def unit(vector: Vector) -> Vector:
    """The vector scaled to length 1, without zeros."""
    norm = math.sqrt(sum(w * w for w in vector.values()))
    return {t: w / norm for t, w in vector.items() if w > 0} if norm else {}


def cosine(one: Vector, two: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(one) > len(two):
        one, two = two, one
    weight_of = two.get
    return sum([w * weight_of(t, 0.0) for t, w in one.items()])


@cache
def _stopwords() -> frozenset[str]:
    return language_words(LANGUAGE, "group", "stopwords")
