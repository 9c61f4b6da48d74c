"""A story's sentences with the weight of their words: the ground for comparators that read whole sentences."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.lang import words
from variorum.lang.stems import sense
from variorum.model.article import Article
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.disasters import of_another_year, one_line

MUTE = 2
"""Letters of words that carry no meaning."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a report's body.

    Attributes:
        at: its place in the report.
        start: where it begins in the article's text.
        text: its words, white space as spaces, so that places stay what they are.
        claims: its clauses, one at least.
    """

    article: Article
    at: int
    start: int
    text: str
    claims: tuple[Claim, ...]

    @property
    def paragraph(self) -> int:
        """Index of its paragraph."""
        return self.claims[0].paragraph

    @cached_property
    def low(self) -> str:
        """Its text in lower case."""
        return self.text.lower()

    def has_any(self, hints: Sequence[str]) -> bool:
        """Whether one of some words, or pieces of words, in lower case, stands in it."""
        return any(hint in self.low for hint in hints)

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its content words by their meaning, and the ids of those it names."""
        return frozenset(f"@{e}" for c in self.claims for e in c.entities) | meanings(self.text)

    def cite(self, low: int, high: int) -> Citation:
        """The citation of a stretch of it."""
        start, end = self.start + low, self.start + high
        return Citation(self.article.id, start, end, self.article.text[start:end])

    def clause(self, low: int, high: int) -> Claim | None:
        """The smallest clause that holds a stretch, else the smallest that meets it."""
        span = self.cite(low, high).span
        near = [c for c in self.claims if c.cite.span.overlaps(span)]
        holding = [c for c in near if c.cite.span.contains(span)]
        return min(holding or near, key=lambda c: len(c.cite.exact), default=None)

    @cached_property
    def past(self) -> bool:
        """It tells of another year than its report's."""
        return of_another_year(self.text, self.article.published)


def meanings(text: str) -> frozenset[str]:
    """One key for each word that carries meaning; words that news puts for one another have one."""
    empty = words("en", "speech", "ledger", "empty")
    said = (t for t in re.findall(r"[^\W_]+", text.lower()) if t not in empty)
    return frozenset(sense(t) for t in said if len(t) > MUTE or t.isdigit())


@dataclass(frozen=True, eq=False)
class Sentences:
    """The story's sentences, by report, with the weight of words among them."""

    of: Mapping[str, tuple[Sentence, ...]]

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        return tuple(s for own in self.of.values() for s in own)

    @cached_property
    def _weight(self) -> dict[str, float]:
        seen = Counter(t for s in self.all for t in s.bag)
        return {t: math.log((len(self.all) + 1) / n) for t, n in seen.items()}

    def mass(self, bag: frozenset[str]) -> float:
        """What words weigh: for each the logarithm of sentences per sentence that has it."""
        return sum(self._weight.get(t, 0.0) for t in sorted(bag))

    def before(self, sentence: Sentence, most: int = 1) -> tuple[Sentence, ...]:
        """The sentences right before one, in its paragraph and the one before that."""
        own = self.of[sentence.article.id][max(0, sentence.at - most) : sentence.at]
        return tuple(s for s in own if s.paragraph >= sentence.paragraph - 1)


def weighed_sentences(corpus: Corpus) -> Sentences:
    """The sentences of the story's claims."""
    found: dict[str, tuple[Sentence, ...]] = {}
    for article in corpus.articles:
        spans: dict[tuple[int, int], list[Claim]] = {}
        for claim in corpus.claims_of(article.id):
            spans.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
        found[article.id] = tuple(
            Sentence(article, n, start, one_line(article.text[start:end]), tuple(own))
            for n, ((start, end), own) in enumerate(sorted(spans.items()))
        )
    return Sentences(found)


def outlet_of(article: Article) -> str:
    """Who published it, or whose text it is."""
    return article.outlet or ", ".join(article.agencies) or "one report"


def voice(article: Article, who: str | None) -> str:
    """Who says something, for an explanation: a speaker with the outlet, or the outlet itself."""
    return f"{who} (in {outlet_of(article)})" if who else outlet_of(article)


def two_voices(voices: Sequence[tuple[str, str | None]], others: Sequence[tuple[str, str | None]]) -> bool:
    """Whether some of the one and some of the other, each a report and who speaks in it, are not one voice."""
    return any(a[1] != b[1] or (not a[1] and a[0] != b[0]) for a in voices for b in others)
