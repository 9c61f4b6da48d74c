"""Where one happening took place, as the reports name it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.dates import asked
from variorum.reconcile.geography import places_apart
from variorum.reconcile.one_happening import Told


def place_differences(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Difference]:
    """One row for each happening that two reports place under different names.

    Happenings whose places are known to lie apart are never joined, so what is left is precision.
    """
    return [d for group in groups if (d := _compare(corpus, group))]


def _compare(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    by_place: dict[str, list[Told]] = {}
    for told in group:
        if told.event.place and told.event.place in corpus.entity:
            by_place.setdefault(told.event.place, []).append(told)
    names = {corpus.entity[p].name: told for p, told in by_place.items() if corpus.entity[p].kind != "country"}
    found = [corpus.entity[p] for p in by_place]
    if any(places_apart(a, b) for a, b in combinations(found, 2)):
        return None
    if len(names) < 2 or len({t.article for told in names.values() for t in told}) < 2:
        return None
    positions = [position(corpus, name, [t.event.phrase for t in told]) for name, told in names.items()]
    why = "The reports name the place differently; one may lie in or beside the other, and nothing sets them apart."
    return difference("place", f"Where: {asked(group)}?", positions, "compatible", why)
