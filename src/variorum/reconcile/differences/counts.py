"""Ordinals: which visit, summit or meeting this is, counted in which set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.lang import table, words
from variorum.model.reading import Ordinal
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.align import Stated
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position


@dataclass(frozen=True, slots=True)
class Counted:
    """An ordinal as one article gives it, with the names that stand around it."""

    article: str
    ordinal: Ordinal
    cite: Citation
    entities: frozenset[str]


def count_differences(corpus: Corpus, clusters: Sequence[Sequence[Stated]]) -> list[Difference]:
    """One difference for the story's ordinals of happenings, when two reports count, and count differently."""
    rows = [row for cluster in clusters for stated in cluster for row in _counted(stated)]
    rows.sort(key=lambda r: (corpus.rank[r.article], r.cite.start))
    groups: list[list[Counted]] = []
    for row in rows:
        home = next((g for g in groups if any(row.entities & r.entities for r in g)), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    return [d for group in groups if (d := _compare(corpus, group))]


def _counted(stated: Stated) -> list[Counted]:
    names = frozenset(stated.claim.entities)
    return [
        Counted(stated.article, ordinal, ordinal.cite, names)
        for ordinal in stated.claim.slots.ordinals
        if any(_is_happening(word.lower()) for word in ordinal.set) and not _earlier(stated, ordinal)
    ]


def _is_happening(noun: str) -> bool:
    families = words("en", "reconcile", "counted", "families")
    return any(noun in row["nouns"] and row["family"] in families for row in table("en", "events")["kinds"].values())


def _earlier(stated: Stated, ordinal: Ordinal) -> bool:
    """Whether the words just before the ordinal say that an earlier happening is counted."""
    before = stated.claim.cite.exact[: max(0, ordinal.cite.start - stated.claim.cite.start)].lower().split()
    return bool(before) and before[-1] in table("en", "reconcile")["earlier"]["words"]


def _compare(corpus: Corpus, rows: Sequence[Counted]) -> Difference | None:
    by_phrase: dict[str, list[Counted]] = {}
    for row in rows:
        by_phrase.setdefault(" ".join(row.cite.exact.lower().split()), []).append(row)
    if len({r.article for r in rows}) < 2 or len(by_phrase) < 2:
        return None
    positions = [position(corpus, rs[0].cite.exact, [r.cite for r in rs]) for rs in by_phrase.values()]
    nouns = sorted({next(w.lower() for w in r.ordinal.set if _is_happening(w.lower())) for r in rows})
    question = f"Which {' or '.join(nouns)} is this?"
    clash = _clash(rows)
    if clash:
        a, b = clash
        why = f"Both count the same set, and one makes it number {a.ordinal.value}, the other number {b.ordinal.value}."
        return difference("count", question, positions, "conflict", why)
    sets = "; ".join(f"“{' '.join(rs[0].cite.exact.split())}”" for rs in by_phrase.values())
    why = f"They count different sets ({sets}), so that each may be right."
    return difference("count", question, positions, "compatible", why)


def _clash(rows: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Two reports that count one set, within one limit, and come to different numbers."""
    for a in rows:
        for b in rows:
            same = set(map(str.lower, a.ordinal.set)) == set(map(str.lower, b.ordinal.set))
            bounded = (a.ordinal.limit or "").lower() == (b.ordinal.limit or "").lower()
            if a.article != b.article and same and bounded and a.ordinal.value != b.ordinal.value:
                return a, b
    return None
