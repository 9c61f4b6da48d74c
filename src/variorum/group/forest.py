"""Connected components."""

from __future__ import annotations

from collections.abc import Iterable


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components with two members or more of a graph over ``0 .. count - 1``, each sorted, in order."""
    parent = list(range(count))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in edges:
        ra, rb = root(a), root(b)
        parent[max(ra, rb)] = min(ra, rb)
    circles: dict[int, list[int]] = {}
    for n in range(count):
        circles.setdefault(root(n), []).append(n)
    return [c for c in circles.values() if len(c) > 1]
