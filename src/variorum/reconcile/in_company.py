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
from variorum.reconcile.sentences import Sentence

ONE_FACT = 0.5
"""How likely two sentences must say the same to be of one fact."""
SURE = 0.001
"""A share is never surer than this, so that its odds are bounded."""
ALONE = -7.0
"""The log odds of a rival that there is not."""


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
        """Most likely they say the same."""
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
        reports: how many the story has.
    """

    pairs: Sequence[Compared]
    reports: int

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

    def both(self, n: int) -> Iterator[list[int]]:
        """Of either sentence of a pair the other pairs."""
        return ([k for k in self.of[s] if k != n] for s in (self.pairs[n].one, self.pairs[n].two))

    def with_other(self, n: int) -> Iterator[list[int]]:
        """Of either sentence of a pair the other pairs with the other's report."""
        pair = self.pairs[n]
        for own, other in ((pair.one, pair.two), (pair.two, pair.one)):
            told = (k for k in self.of[own] if k != n)
            yield [k for k in told if other.article in {s.article for s in (self.pairs[k].one, self.pairs[k].two)}]


Sign = Callable[[Company, int], float]


def unlike(company: Company, n: int) -> float:
    """What the comparer says: that they are at odds, against all else."""
    return company.odds[n]


def unrelated(company: Company, n: int) -> float:
    """What the comparer says: that they are of two questions."""
    return log_odds(company.pairs[n].share("none"))


def behind(company: Company, n: int) -> float:
    """How many likelier pairs one of its sentences stands in; of the two the one with more."""
    ahead = (sum(company.odds[k] > company.odds[n] for k in others) for others in company.both(n))
    return math.log1p(max(ahead))


def rival(company: Company, n: int) -> float:
    """How likely the likeliest other pair with the same report is; of the two sentences the one with the weaker."""
    return min(max((company.odds[k] for k in others), default=ALONE) for others in company.with_other(n))


def strongest_rival(company: Company, n: int) -> float:
    """The same of the sentence with the stronger."""
    return max(max((company.odds[k] for k in others), default=ALONE) for others in company.with_other(n))


def read_with(company: Company, n: int) -> float:
    """How many pairs one of its sentences was read in; of the two the one in more."""
    return math.log1p(max(map(len, company.both(n))))


def shared(company: Company, n: int) -> float:
    """How many telling words they share."""
    pair = company.pairs[n]
    return math.log1p(len(pair.one.senses & pair.two.senses))


def other_figures(company: Company, n: int) -> float:
    """There are figures in both, and none in common."""
    figures = [figures_of(s) for s in (company.pairs[n].one, company.pairs[n].two)]
    return float(all(figures) and not figures[0] & figures[1])


def said_at_length(company: Company, n: int) -> float:
    """How long they are."""
    pair = company.pairs[n]
    return math.log(len(pair.one.text) * len(pair.two.text))


def place(company: Company, n: int) -> float:
    """How late it was chosen."""
    return math.log1p(n / company.reports)


SIGNS: tuple[Sign, ...] = (
    unlike, unrelated, behind, rival, strongest_rival, read_with, shared, other_figures, said_at_length, place,
)  # fmt: skip


def figures_of(sentence: Sentence) -> frozenset[tuple[float | None, float | None]]:
    """The bounds of its figures."""
    return frozenset((q.low, q.high) for c in sentence.claims for q in c.slots.quantities)


def weighed(pairs: Sequence[Compared], reports: int) -> list[Compared]:
    """The pairs with how likely each is at odds, the likeliest first.

    Args:
        pairs: in the order in which they were chosen.
        reports: how many the story has.
    """
    worth = table("en", "side_by_side")["company"]
    company = Company(pairs, reports)
    found = []
    for n, pair in enumerate(pairs):
        score = worth["constant"] + sum(worth[s.__name__] * s(company, n) for s in SIGNS)
        found.append(replace(pair, likely=1 / (1 + math.exp(-score))))
    return sorted(found, key=lambda c: (-c.likely, c.one.at, c.two.at))
