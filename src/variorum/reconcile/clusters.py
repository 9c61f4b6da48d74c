"""Putting together what is one: pair by pair, the likeliest first; or each thing with the first that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


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


def together(things: Iterable[Thing], belongs: Callable[[Sequence[Thing], Thing], bool]) -> list[list[Thing]]:
    """Each thing, in order, in the first group that it belongs to, else in one of its own."""
    groups: list[list[Thing]] = []
    for thing in things:
        home = next((group for group in groups if belongs(group, thing)), None)
        if home is None:
            groups.append([thing])
        else:
            home.append(thing)
    return groups


def meeting(pairs: Iterable[tuple[Thing, Thing]]) -> list[list[Thing]]:
    """Those that meet in a pair, together, each once; a later pair may bring groups together."""
    groups: list[list[Thing]] = []
    for pair in pairs:
        near = [g for g in groups if any(x is y for x in g for y in pair)]
        groups = [g for g in groups if not any(g is n for n in near)]
        members = [*(x for g in near for x in g), *pair]
        groups.append([x for n, x in enumerate(members) if not any(x is y for y in members[:n])])
    return groups
