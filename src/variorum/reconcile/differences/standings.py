"""Did it happen: what some reports tell as done and others deny, and what was planned and then done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.lang import words
from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.dates import asked
from variorum.reconcile.one_happening import Told

DONE = frozenset({"happened", "under_way"})


def status_differences(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Difference]:
    """One row for each happening on whose standing two reports differ.

    What was planned and then done is told by the timeline; only of what occurs once (a release, a resignation) is it
    a difference worth a row.
    """
    return [d for group in groups if (d := _denied(corpus, group) or _came_true(corpus, group))]


def _denied(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    done = [t for t in group if t.event.standing in DONE]
    denied = [t for t in group if t.event.standing == "denied" and not t.event.hedge]
    if not done or not denied or {t.article for t in done} & {t.article for t in denied}:
        return None
    positions = [
        position(corpus, "it happened", [t.event.phrase for t in done]),
        position(corpus, "it did not", [t.event.phrase for t in denied]),
    ]
    if _ranks(corpus, done)[0] > _ranks(corpus, denied)[-1]:
        why = "Denied at first; a later report tells it as done."
        return difference("status", f"Did it happen: {asked(done)}?", positions, "superseded", why)
    why = "One report tells it as done, another, no earlier, denies it."
    return difference("status", f"Did it happen: {asked(done)}?", positions, "conflict", why)


def _came_true(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    if group[0].event.family not in words("en", "reconcile", "once", "families"):
        return None
    planned = [t for t in group if t.event.standing == "planned"]
    done = [t for t in group if t.event.standing in DONE]
    if not planned or not done or _ranks(corpus, done)[0] <= _ranks(corpus, planned)[-1]:
        return None
    positions = [
        position(corpus, "planned", [t.event.phrase for t in planned]),
        position(corpus, "done", [t.event.phrase for t in done]),
    ]
    why = "Earlier reports tell the plan, later ones that it was carried out."
    return difference("status", f"Planned or done: {asked(done)}?", positions, "superseded", why)


def _ranks(corpus: Corpus, told: Iterable[Told]) -> list[int]:
    return sorted(corpus.rank[t.article] for t in told)
