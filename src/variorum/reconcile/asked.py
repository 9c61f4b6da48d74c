"""A story with the words by which its matters are told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from variorum.reconcile.answers import Answer, pattern
from variorum.reconcile.corpus import Corpus

RARE = 0.12
"""Share of the story's sentences up to which a word tells which matter is meant."""
FEW = 5
"""Sentences with a word in which it is rare in any story."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A story with the words by which its matters are told apart."""

    corpus: Corpus

    @cached_property
    def rare(self) -> frozenset[str]:
        """Senses of words that stand in few sentences."""
        seen = Counter(w for s in self.corpus.sentences.told for w in s.senses)
        most = max(FEW, round(RARE * len(self.corpus.sentences.told)))
        return frozenset(w for w, n in seen.items() if n <= most)

    def around(self, answer: Answer) -> frozenset[str]:
        """The rare words of the answer's sentence and of the one before in its paragraph."""
        near = [answer.sentence, *self.corpus.sentences.before(answer.sentence)]
        return frozenset(w for s in near for w in s.senses) & self.rare

    def said_near(self, answer: Answer, words_: str) -> bool:
        """One of some words stands in the answer's sentence or in one beside it."""
        at = answer.sentence.at
        beside = [s for s in self.corpus.sentences.told[max(0, at - 2) : at + 3] if s.article == answer.article]
        return any(pattern(words_).search(s.flat) for s in beside)
