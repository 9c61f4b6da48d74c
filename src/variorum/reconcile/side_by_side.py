"""Sentences of two reports laid side by side: which to compare, and what a trained comparer makes of each pair.

A comparer reads some 150 pairs a second, and a story of ten reports has thirty thousand. So the pairs most likely
to be about one question are read, so many a report: those that share telling words, told by a few plain signs.
What each sign is worth is data (``lang/en/side_by_side.toml``), fitted by ``python -m eval.pairs.signs``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, combinations

from variorum.lang import table
from variorum.model.protocols import Comparer
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.in_company import Compared, weighed
from variorum.reconcile.sentences import Sentence, mass, weights

EACH, FREE, LEAST = 3_000, 3, 4_000
"""Words that are read for each report beyond the third, about sixty pairs; and of the smallest story. So a story of
five reports stays within six seconds, and one of forty within three quarters of a minute, on a slow machine, too. Two
thirds as many again find one difference in two hundred more."""
OF_ONE = 3
"""Pairs of one sentence that are read before those of sentences that have had fewer."""
MOST_IN_A_BLOCK = 60
"""A word that more sentences have proposes no pairs: it tells too little, and would cost too much."""
FEWEST = 12
"""Sentences a story must have for its words to tell what is rare."""
LEAST_WORDS = 3
"""Telling words of a sentence that says enough to be compared."""
_COUNTS = re.compile(r"\d")


@dataclass(frozen=True)
class Near:
    """Two candidates by their numbers, with the telling words that they share.

    Attributes:
        count: how many they are.
        weight: what they weigh.
        rarest: what the rarest weighs.
    """

    a: int
    b: int
    count: int
    weight: float
    rarest: float


@dataclass(eq=False)
class Candidates:
    """The sentences of a story that may be compared: of those in the same words the first."""

    told: Sequence[Sentence]

    @cached_property
    def weight(self) -> Mapping[str, float]:
        """How telling each word is."""
        return weights([s.senses for s in self.told])

    @cached_property
    def masses(self) -> list[float]:
        """What each sentence's words weigh together."""
        return [mass(self.weight, s.senses) for s in self.told]

    @cached_property
    def words(self) -> list[int]:
        """How many words each sentence has."""
        return [len(s.text.split()) for s in self.told]

    @cached_property
    def counts(self) -> list[bool]:
        """Whether there is a number in each sentence."""
        return [bool(_COUNTS.search(s.text)) for s in self.told]

    def pairs(self) -> Iterator[Near]:
        """Pairs of two reports that share a telling word, in order."""
        blocks: dict[str, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self.told):
            for word in sentence.senses:
                blocks[word].append(n)
        few = (block for block in blocks.values() if len(block) <= MOST_IN_A_BLOCK)
        found = {pair for block in few for pair in combinations(block, 2)}
        return (self._near(a, b) for a, b in sorted(found) if self.told[a].article != self.told[b].article)

    def _near(self, a: int, b: int) -> Near:
        weighs = [self.weight[w] for w in sorted(self.told[a].senses & self.told[b].senses)]
        return Near(a, b, len(weighs), sum(weighs), max(weighs))


Sign = Callable[[Candidates, Near], float]


def words_shared(told: Candidates, p: Near) -> float:
    """The weight of the words they share, against both (cosine)."""
    return p.weight / math.sqrt(told.masses[p.a] * told.masses[p.b])


def of_the_shorter(told: Candidates, p: Near) -> float:
    """The same, against the one that says less."""
    return p.weight / max(LEAST_WORDS, min(told.masses[p.a], told.masses[p.b]))


def rarest(told: Candidates, p: Near) -> float:
    """How telling the rarest word is that they share."""
    return p.rarest


def how_many(told: Candidates, p: Near) -> float:
    """How many telling words they share, by the logarithm."""
    return math.log1p(p.count)


def both_count(told: Candidates, p: Near) -> float:
    """There are numbers in both."""
    return float(told.counts[p.a] and told.counts[p.b])


def how_long(told: Candidates, p: Near) -> float:
    """How long they are, by the logarithm: the more is said, the more may differ."""
    return math.log(len(told.told[p.a].text) * len(told.told[p.b].text))


def with_headline(told: Candidates, p: Near) -> float:
    """One of them is a headline: what it says its report says again."""
    return float(told.told[p.a].headline or told.told[p.b].headline)


SIGNS: tuple[Sign, ...] = (words_shared, of_the_shorter, rarest, how_many, both_count, how_long, with_headline)


def candidates(corpus: Corpus) -> Candidates:
    """The story's sentences that may be compared."""
    first: dict[str, Sentence] = {}
    for sentence in corpus.sentences.told:
        if len(sentence.senses) >= LEAST_WORDS and sentence.kind != "caption":
            first.setdefault(sentence.line, sentence)
    return Candidates(sorted(first.values(), key=lambda s: (corpus.rank[s.article], s.at)))


def chosen(told: Candidates, most: int) -> list[tuple[int, int]]:
    """The likeliest pairs of so many words together; a sentence that has had its share waits for all the others."""
    worth = table("en", "side_by_side")["weights"]
    scored = [(sum(worth[s.__name__] * s(told, p) for s in SIGNS), p.a, p.b) for p in told.pairs()]
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    had: dict[int, int] = defaultdict(int)
    first: list[tuple[int, int]] = []
    rest: list[tuple[int, int]] = []
    for _, a, b in scored:
        (rest if had[a] >= OF_ONE and had[b] >= OF_ONE else first).append((a, b))
        had[a] += 1
        had[b] += 1
    order = [*first, *rest]
    long = accumulate(told.words[a] + told.words[b] for a, b in order)
    return [pair for pair, words in zip(order, long, strict=True) if words <= most]


def most_words(reports: int) -> int:
    """So many words are read of a story of so many reports."""
    return max(LEAST, int(EACH * (reports - FREE)))


@dataclass(eq=False)
class SideBySide:
    """What a comparer makes of the sentences of a story.

    Attributes:
        pairs: those that were read, those first that most likely differ.
        comparer: reads others when they are asked for; None where there is none, or too little to read.
    """

    pairs: Sequence[Compared] = ()
    comparer: Comparer | None = None

    @cached_property
    def _known(self) -> dict[tuple[Sentence, Sentence], Compared]:
        return {(p.one, p.two): p for p in self.pairs}

    def of(self, asked: Sequence[tuple[Sentence, Sentence]]) -> list[Compared]:
        """Pairs, the earlier report's sentence first, as they were read or are read now; none without a comparer."""
        if self.comparer is None:
            return []
        new = [pair for pair in dict.fromkeys(asked) if pair not in self._known]
        self._known.update(zip(new, _read(self.comparer, new), strict=True))
        return [self._known[pair] for pair in asked]


def _read(comparer: Comparer, pairs: Sequence[tuple[Sentence, Sentence]]) -> list[Compared]:
    shares = comparer.weigh([(a.text, b.text) for a, b in pairs]) if pairs else ()
    return [Compared(a, b, tuple(map(float, row))) for (a, b), row in zip(pairs, shares, strict=True)]


def compared_pairs(corpus: Corpus, comparer: Comparer) -> list[Compared]:
    """The pairs that are read, in the order in which they were chosen; none of a tiny story.

    Raises:
        BackendError: the comparer's model would not load.
    """
    told = candidates(corpus)
    if len(told.told) < FEWEST:
        return []
    return _read(comparer, [(told.told[a], told.told[b]) for a, b in chosen(told, most_words(len(corpus.articles)))])


def side_by_side(corpus: Corpus, comparer: Comparer | None) -> SideBySide:
    """The sentences of a story, read; nothing without a comparer, or of one report.

    Raises:
        BackendError: the comparer's model would not load.
    """
    if comparer is None or len(corpus.articles) < 2:
        return SideBySide()
    pairs = compared_pairs(corpus, comparer)
    return SideBySide(weighed(pairs, corpus.rank), comparer if pairs else None)
