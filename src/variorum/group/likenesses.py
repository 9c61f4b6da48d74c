"""How alike the texts of a stream are: the pairs worth comparing, in columns, for there may be millions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from variorum.group.features import FRESH_DAYS, LAST_DAY, LEAD_PART, SHORT_MOST, SHORT_POWER, Profile, likeness
from variorum.group.neighbours import near_ones
from variorum.group.terms import KEPT

CLOSE = 0.08
"""The part of the cosine from which two texts are compared by every feature; below, by words, length and days alone."""
WORTH_KEEPING = 0.04
"""A likeness below this is taken for none."""

Pairs = Mapping[tuple[int, int], float]


class Likenesses:
    """The likenesses of texts, by their profiles.

    Args:
        profiles: sorted by first day, those without one first.
        bonuses: what lineage adds, for pairs (i < j).
    """

    def __init__(self, profiles: Sequence[Profile], bonuses: Pairs) -> None:
        rough = _Rough(profiles)
        others: list[npt.NDArray[np.int32]] = []
        values: list[npt.NDArray[np.float32]] = []
        for i, near, part in near_ones(profiles):
            found = rough.likeness(i, near, part)
            for at in np.flatnonzero(part >= CLOSE).tolist():
                found[at] = likeness(profiles[int(near[at])], profiles[i])
            kept = np.flatnonzero(found >= WORTH_KEEPING)
            others.append(near[kept].astype(np.int32))
            values.append(found[kept].astype(np.float32))
        self._starts = np.cumsum([0, *map(len, others)])
        self._others = np.concatenate(others) if others else np.empty(0, np.int32)
        self._values = np.concatenate(values) if values else np.empty(0, np.float32)
        self._with_bonus: dict[int, dict[int, float]] = {}
        for (i, j), bonus in sorted(bonuses.items()):
            self._with_bonus.setdefault(j, {})[i] = likeness(profiles[i], profiles[j], bonus)

    def pairs_from(self, least: float) -> list[tuple[int, int]]:
        """The pairs (i < j) that are at least so like."""
        close = np.flatnonzero(self._values >= least)
        later = np.searchsorted(self._starts, close, side="right") - 1
        pairs = list(zip(self._others[close].tolist(), later.tolist(), strict=True))
        more = [(i, j) for j, found in self._with_bonus.items() for i, value in found.items() if value >= least]
        return pairs + more

    def within(self, circle: Sequence[int]) -> dict[tuple[int, int], float]:
        """The likenesses among some texts (sorted), which are numbered by their places there."""
        place = {n: at for at, n in enumerate(circle)}
        out: dict[tuple[int, int], float] = {}
        for n in circle:
            first, last = self._starts[n : n + 2].tolist()
            found = dict(zip(self._others[first:last].tolist(), self._values[first:last].tolist(), strict=True))
            for other, value in (found | self._with_bonus.get(n, {})).items():
                if other in place:
                    out[place[other], place[n]] = value
        return out


class _Rough:
    """Lengths and days in columns, for likenesses by words, length and days alone."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.lengths = np.array([max(1, len(p.words)) for p in profiles], np.float64)
        self.first = np.array([p.first.toordinal() if p.first else 0 for p in profiles])
        self.last = np.array([p.last.toordinal() if p.last else 0 for p in profiles])

    def likeness(self, i: int, others: npt.NDArray[np.intp], part: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """The likeness of one text with others, as far as words, length and days tell."""
        full = np.sqrt(self.lengths[i] * self.lengths[others]) / KEPT
        gap = np.maximum(self.first[i] - self.last[others], self.first[others] - self.last[i])
        late = np.clip((gap - FRESH_DAYS) / (LAST_DAY - FRESH_DAYS), 0.0, 1.0)
        known = (self.first[others] > 0) & (self.first[i] > 0)
        days = np.where(known, (1.0 - late) ** 1.5, 1.0)
        found: npt.NDArray[np.float64] = part / (1.0 + LEAD_PART) * np.minimum(SHORT_MOST, full**-SHORT_POWER) * days
        return found
