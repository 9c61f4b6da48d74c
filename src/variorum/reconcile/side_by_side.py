"""Sentences of two reports laid side by side: which to compare, and what a trained comparer makes of each pair.

A comparer reads some tens of pairs a second, and a story of ten reports has thirty thousand. So the pairs most likely
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
from variorum.model.protocols import STANDINGS, Comparer
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.sentences import Sentence, mass, weights

EACH = 1_000
"""Words that are read for each report beyond the third, about seventeen pairs: so that a short story costs little."""
OF_ONE = 3
"""Pairs of one sentence that are read before those of sentences that have had fewer."""
MOST_IN_A_BLOCK = 60
"""A word that more sentences have proposes no pairs: it tells too little, and would cost too much."""
ONE_FACT = 0.5
"""How likely two sentences must say the same to be of one fact."""
FEWEST = 12
"""Sentences a story must have for its words to tell what is rare."""
LEAST_WORDS = 3
"""Telling words of a sentence that says enough to be compared."""
_COUNTS = re.compile(r"\d")


@dataclass(frozen=True, eq=False)
class Compared:
    """Two sentences with how likely each standing is.

    Attributes:
        one: the earlier report's.
        two: the later report's.
        shares: in the order of ``STANDINGS``; they sum to one.
    """

    one: Sentence
    two: Sentence
    shares: tuple[float, ...]

    def share(self, standing: str) -> float:
        """How likely one standing is."""
        return self.shares[STANDINGS.index(standing)]

    @property
    def alike(self) -> bool:
        """Most likely they say the same."""
        return self.share("same") >= ONE_FACT

    @cached_property
    def unlike(self) -> float:
        """How likely they answer one question, and unlike each other."""
        return sum(self.shares[STANDINGS.index(s)] for s in ("conflict", "compatible", "superseded"))


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

    def common(self, a: int, b: int) -> tuple[int, float, float]:
        """Of the telling words that two sentences share: how many, what they weigh, and what the rarest weighs."""
        if self._last[0] != (a, b):
            told = sorted(self.told[a].senses & self.told[b].senses)
            weighs = [self.weight[w] for w in told]
            self._last = (a, b), (len(told), sum(weighs), max(weighs, default=0.0))
        return self._last[1]

    _last: tuple[tuple[int, int], tuple[int, float, float]] = ((-1, -1), (0, 0.0, 0.0))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of two reports that share a telling word, in order."""
        blocks: dict[str, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self.told):
            for word in sentence.senses:
                blocks[word].append(n)
        few = (block for block in blocks.values() if len(block) <= MOST_IN_A_BLOCK)
        found = {pair for block in few for pair in combinations(block, 2)}
        return (p for p in sorted(found) if self.told[p[0]].article != self.told[p[1]].article)


Sign = Callable[[Candidates, int, int], float]


def words_shared(told: Candidates, a: int, b: int) -> float:
    """The weight of the words they share, against both (cosine)."""
    return told.common(a, b)[1] / math.sqrt(told.masses[a] * told.masses[b])


def of_the_shorter(told: Candidates, a: int, b: int) -> float:
    """The same, against the one that says less."""
    return told.common(a, b)[1] / max(LEAST_WORDS, min(told.masses[a], told.masses[b]))


def rarest(told: Candidates, a: int, b: int) -> float:
    """How telling the rarest word is that they share."""
    return told.common(a, b)[2]


def how_many(told: Candidates, a: int, b: int) -> float:
    """How many telling words they share, by the logarithm."""
    return math.log1p(told.common(a, b)[0])


def both_count(told: Candidates, a: int, b: int) -> float:
    """There are numbers in both."""
    return float(told.counts[a] and told.counts[b])


def how_long(told: Candidates, a: int, b: int) -> float:
    """How long they are, by the logarithm: the more is said, the more may differ."""
    return math.log(len(told.told[a].text) * len(told.told[b].text))


def with_headline(told: Candidates, a: int, b: int) -> float:
    """One of them is a headline: what it says its report says again."""
    return float(told.told[a].headline or told.told[b].headline)


SIGNS: tuple[Sign, ...] = (words_shared, of_the_shorter, rarest, how_many, both_count, how_long, with_headline)


def candidates(corpus: Corpus) -> Candidates:
    """The story's sentences that may be compared."""
    first: dict[str, Sentence] = {}
    for sentence in corpus.sentences.told:
        if len(sentence.senses) >= LEAST_WORDS and sentence.kind != "caption":
            first.setdefault(" ".join(sentence.flat.split()), sentence)
    return Candidates(sorted(first.values(), key=lambda s: (corpus.rank[s.article], s.at)))


def chosen(told: Candidates, most: int) -> list[tuple[int, int]]:
    """The likeliest pairs of so many words together; a sentence that has had its share waits for all the others."""
    worth = table("en", "side_by_side")["weights"]
    scored = [(sum(worth[s.__name__] * s(told, a, b) for s in SIGNS), a, b) for a, b in told.pairs()]
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
    return EACH * max(1, reports - 3)


def side_by_side(corpus: Corpus, comparer: Comparer | None) -> list[Compared]:
    """The pairs that were read, the likeliest first to differ; none without a comparer, or of a tiny story.

    Raises:
        BackendError: the comparer's model would not load.
    """
    if comparer is None or len(corpus.articles) < 2:
        return []
    told = candidates(corpus)
    if len(told.told) < FEWEST:
        return []
    pairs = [(told.told[a], told.told[b]) for a, b in chosen(told, most_words(len(corpus.articles)))]
    shares = comparer.weigh([(a.text, b.text) for a, b in pairs]) if pairs else ()
    found = [Compared(a, b, tuple(map(float, row))) for (a, b), row in zip(pairs, shares, strict=True)]
    return sorted(found, key=lambda c: (-c.unlike, c.one.at, c.two.at))
