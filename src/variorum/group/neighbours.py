"""Which reports are worth comparing: those that share weighty terms and lie near one another in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from variorum.group.features import LAST_DAY, Profile

COMMON = 1000
"""A term that more reports hold finds nobody's neighbours."""
SOME = 0.05
"""The part of the cosine, over terms that are not common, below which two reports are not compared."""

Near = tuple[int, npt.NDArray[np.intp], npt.NDArray[np.float64]]


def near_ones(profiles: Sequence[Profile]) -> Iterator[Near]:
    """For each profile those before it that share enough weighty terms and lie less than ``LAST_DAY`` apart.

    Profiles come sorted by first day, those without one first: what a profile can meet is then one range of the list
    and the undated ones before it.

    Yields:
        The profile's number, the numbers of those near it, and that part of the cosine with each.
    """
    undated = sum(p.first is None for p in profiles)
    holders, weights, place = _postings(profiles)
    oldest = _oldest(profiles, undated)
    for i, profile in enumerate(profiles):
        score = np.zeros(i)
        for term in profile.words:
            row = place[term]
            upto = int(np.searchsorted(holders[row], i))
            if upto > 0 and len(holders[row]) <= COMMON:
                score[holders[row][:upto]] += profile.words[term] * weights[row][:upto]
        near = np.flatnonzero(score >= SOME)
        near = near[(near >= oldest[i]) | (near < undated)]
        yield i, near, score[near]


def _postings(
    profiles: Sequence[Profile],
) -> tuple[list[npt.NDArray[np.int64]], list[npt.NDArray[np.float64]], dict[str, int]]:
    """For each term the profiles that hold it and its weight there."""
    place: dict[str, int] = {}
    holders: list[list[int]] = []
    weights: list[list[float]] = []
    for n, profile in enumerate(profiles):
        for term, weight in profile.words.items():
            row = place.setdefault(term, len(place))
            if row == len(holders):
                holders.append([])
                weights.append([])
            holders[row].append(n)
            weights[row].append(weight)
    return [np.array(h) for h in holders], [np.array(w) for w in weights], place


def _oldest(profiles: Sequence[Profile], undated: int) -> list[int]:
    """For each profile the first one that may lie near enough in time."""
    out, at = [], undated
    longest = max(((p.last - p.first).days for p in profiles if p.first and p.last), default=0)
    reach = dt.timedelta(days=LAST_DAY + longest)
    for profile in profiles:
        if profile.first is None:
            out.append(0)
            continue
        while at < len(profiles) and (first := profiles[at].first) and first < profile.first - reach:
            at += 1
        out.append(at)
    return out
