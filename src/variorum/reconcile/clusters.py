"""Joining things two by two, the likeliest pair first, where no member of the one bars a member of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def join(
    count: int,
    pairs: Iterable[tuple[float, int, int]],
    barred: Callable[[int, int], bool],
) -> list[list[int]]:
    """Clusters of ``range(count)``.

    Args:
        count: how many things.
        pairs: (score, one, other); pairs that are not listed are not joined for their own sake.
        barred: whether two things can never be one; asked of every pair of members before two clusters join.

    Returns:
        The clusters, each sorted, in order of their first member.
    """
    home = list(range(count))
    members = {i: [i] for i in range(count)}
    for _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        a, b = home[one], home[other]
        if a == b or any(barred(x, y) for x in members[a] for y in members[b]):
            continue
        keep, gone = min(a, b), max(a, b)
        members[keep] += members.pop(gone)
        for i in members[keep]:
            home[i] = keep
    return [sorted(group) for _, group in sorted(members.items())]
