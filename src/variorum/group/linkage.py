"""Average-link clustering over a sparse graph of likenesses."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence


def average_link(count: int, likeness: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Join the two groups most alike on average, again and again, while that average is ``least`` or more.

    A pair that is not in ``likeness`` counts 0. Ties go to the lower numbers, so the result does not depend on the
    mapping's order.

    Args:
        count: members are ``0 .. count - 1``.
        likeness: pairs (i < j) with their likeness.
        least: the average from which two groups are joined.

    Returns:
        The groups, each sorted, in the order of their first members.
    """
    members = {n: [n] for n in range(count)}
    sums: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    for (i, j), value in likeness.items():
        sums[i][j] = sums[j][i] = value
    heap = [(-value, i, j) for (i, j), value in likeness.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        minus, i, j = heapq.heappop(heap)
        if i not in members or j not in members or -minus != _average(members, sums, i, j):
            continue
        _join(members, sums, i, j)
        for k in sorted(sums[i]):
            value = _average(members, sums, i, k)
            if value >= least:
                heapq.heappush(heap, (-value, min(i, k), max(i, k)))
    return [sorted(group) for _, group in sorted(members.items())]


def take_in(
    groups: Sequence[Sequence[int]], likeness: Mapping[tuple[int, int], float], least: float, clear: float
) -> list[list[int]]:
    """Let loners join the one group that they are plainly likest to.

    Args:
        groups: as :func:`average_link` gives them.
        likeness: as there.
        least: the average likeness that a loner must have with the group.
        clear: how many times its average likeness with any other group, or loner, that must be.

    Returns:
        The groups, each sorted, in the order of their first members; no loner joins another.
    """
    home = {n: g for g, group in enumerate(groups) for n in group}
    sums: dict[int, dict[int, float]] = {group[0]: {} for group in groups if len(group) == 1}
    for (i, j), value in sorted(likeness.items()):
        for n, other in ((i, j), (j, i)):
            if n in sums:
                sums[n][home[other]] = sums[n].get(home[other], 0.0) + value
    out = [list(group) for group in groups]
    for n, found in sums.items():
        averages = sorted(((value / len(groups[g]), -g) for g, value in found.items()), reverse=True)
        if averages and averages[0][0] >= least and len(groups[-averages[0][1]]) > 1:
            second = averages[1][0] if len(averages) > 1 else 0.0
            if averages[0][0] >= clear * second:
                out[-averages[0][1]].append(n)
                out[home[n]] = []
    return sorted(sorted(group) for group in out if group)


def _average(members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], i: int, j: int) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], i: int, j: int) -> None:
    """Take group ``j`` into group ``i`` (i < j)."""
    members[i] += members.pop(j)
    for k, value in sums.pop(j).items():
        del sums[k][j]
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
