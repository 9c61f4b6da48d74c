"""How likely two sentences answer one question unlike each other: what a comparer says, told by the company they keep.

A comparer sees one pair at a time. That a sentence stands in many likelier pairs, or that the other report says
elsewhere what this one says, it cannot see. So each pair that was read is weighed once more, by what was said of it and
of the other pairs of its two sentences. What each sign is worth is data (``lang/en/side_by_side.toml``), fitted by
``python -m eval.pairs.company`` on stories that the comparer was not taught on.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from variorum.lang import table
from variorum.model.protocols import STANDINGS
from variorum.reconcile.counts import of_one_kind, same
from variorum.reconcile.sentences import Sentence

ONE_FACT = 0.35
"""How likely two sentences must say the same to be of one fact. From here up more than half of the pairs are so by a
reader or by the gold, in stories that the comparer was not taught on."""
FEW = 50
"""Pairs from which their mean tells more than half of how contested a story is."""
SURE = 0.001
"""A share is never surer than this, so that its odds are bounded."""


@dataclass(frozen=True, eq=False)
class Compared:
    """Two sentences with how likely each standing is.

    Attributes:
        one: the earlier report's.
        two: the later report's.
        shares: in the order of ``STANDINGS``; they sum to one.
        likely: how likely they answer one question unlike each other, told by the company they keep.
    """

    one: Sentence
    two: Sentence
    shares: tuple[float, ...]
    likely: float = 0.0

    def share(self, standing: str) -> float:
        """How likely one standing is."""
        return self.shares[STANDINGS.index(standing)]

    @property
    def alike(self) -> bool:
        """They likely say the same."""
        return self.share("same") >= ONE_FACT

    @cached_property
    def unlike(self) -> float:
        """How likely they answer one question unlike each other, by their own words alone."""
        return sum(self.shares[STANDINGS.index(s)] for s in ("conflict", "compatible", "superseded"))


def log_odds(share: float) -> float:
    """The logarithm of a share against what is left, both a little above nought."""
    return math.log((share + SURE) / (1 - share + SURE))


@dataclass(eq=False)
class Company:
    """The pairs that were read of a story, in the order in which they were chosen.

    Attributes:
        rank: of each report its place in the order of publication.
    """

    pairs: Sequence[Compared]
    rank: Mapping[str, int]

    @cached_property
    def odds(self) -> list[float]:
        """Of each pair the log odds that it is at odds."""
        return [log_odds(p.unlike) for p in self.pairs]

    @cached_property
    def of(self) -> Mapping[Sentence, list[int]]:
        """The pairs of each sentence."""
        found: dict[Sentence, list[int]] = defaultdict(list)
        for n, pair in enumerate(self.pairs):
            found[pair.one].append(n)
            found[pair.two].append(n)
        return found

    @cached_property
    def at_odds(self) -> float:
        """How likely its pairs are at odds on the mean, as if some more had been read that are not: few tell little."""
        return sum(p.unlike for p in self.pairs) / (len(self.pairs) + FEW)

    def sides(self, n: int) -> tuple[Sentence, Sentence]:
        """The two sentences of a pair."""
        return self.pairs[n].one, self.pairs[n].two

    def both(self, n: int) -> Iterator[list[int]]:
        """Of either sentence of a pair the other pairs."""
        return ([k for k in self.of[s] if k != n] for s in self.sides(n))


Sign = Callable[[Company, int], float]


def unlike(company: Company, n: int) -> float:
    """What the comparer says: that they are at odds, against all else."""
    return company.odds[n]


def unrelated(company: Company, n: int) -> float:
    """What the comparer says: that they are of two questions."""
    return log_odds(company.pairs[n].share("none"))


def superseded(company: Company, n: int) -> float:
    """What the comparer says: that the second brings up to date what the first tells."""
    return log_odds(company.pairs[n].share("superseded"))


def behind(company: Company, n: int) -> float:
    """How many likelier pairs one of its sentences stands in; of the two the one with more."""
    ahead = (sum(company.odds[k] > company.odds[n] for k in others) for others in company.both(n))
    return math.log1p(max(ahead))


def figures_in_both(company: Company, n: int) -> float:
    """There are figures in both."""
    return float(all(s.counts for s in company.sides(n)))


def figures_of_other_kinds(company: Company, n: int) -> float:
    """There are figures in both, and of none can it be said that they count one kind of thing."""
    one, two = (s.counts for s in company.sides(n))
    return float(bool(one and two) and not any(of_one_kind(p, q) for p in one for q in two))


def same_figures(company: Company, n: int) -> float:
    """Both count one kind of thing, and count as many."""
    one, two = (s.counts for s in company.sides(n))
    return float(any(of_one_kind(p, q) and same(p, q) for p in one for q in two))


def with_headline(company: Company, n: int) -> float:
    """One of them is a headline: what it says its report says again, and more exactly."""
    return float(any(s.headline for s in company.sides(n)))


def contested(company: Company, n: int) -> float:
    """How likely the pairs of the story are at odds, all alike: where many seem to be, each is less surely."""
    return company.at_odds


def place(company: Company, n: int) -> float:
    """How late it was chosen."""
    return math.log1p(n / len(company.rank))


def published_apart(company: Company, n: int) -> float:
    """How many places apart their reports stand in the order of publication."""
    one, two = company.sides(n)
    return float(abs(company.rank[one.article] - company.rank[two.article]))


SIGNS: tuple[Sign, ...] = (
    unlike, unrelated, superseded, behind, figures_in_both, figures_of_other_kinds, same_figures, with_headline,
    contested, place, published_apart,
)  # fmt: skip


def weighed(pairs: Sequence[Compared], rank: Mapping[str, int]) -> list[Compared]:
    """The pairs with how likely each is at odds, the likeliest first.

    Args:
        pairs: in the order in which they were chosen.
        rank: of each report its place in the order of publication.
    """
    worth = table("en", "side_by_side")["company"]
    company = Company(pairs, rank)
    found = []
    for n, pair in enumerate(pairs):
        score = worth["constant"] + sum(worth[s.__name__] * s(company, n) for s in SIGNS)
        found.append(replace(pair, likely=1 / (1 + math.exp(-score))))
    return sorted(found, key=lambda c: (-c.likely, c.one.at, c.two.at))
