"""Dates of one happening: one inside the other is precision, days apart are a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.record import Difference
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.happenings import Told
from variorum.reconcile.timeline import spokesman


def date_differences(corpus: Corpus, groups: Sequence[Sequence[Told]]) -> list[Difference]:
    """One difference for each happening that two reports date differently."""
    return [d for group in groups if (d := _compare(corpus, group))]


def _compare(corpus: Corpus, group: Sequence[Told]) -> Difference | None:
    by_days: dict[str, list[Told]] = {}
    for told in group:
        if told.event.when and told.event.time:
            by_days.setdefault(told.event.when.edtf, []).append(told)
    if len(by_days) < 2 or len({t.article for ts in by_days.values() for t in ts}) < 2:
        return None
    positions = [position(corpus, edtf, [t.event.phrase for t in told]) for edtf, told in by_days.items()]
    if len({a for p in positions for a in p.articles}) < 2:
        return None
    phrase = " ".join(spokesman(group, None).event.phrase.exact.split()[:14])
    why = "The days lie one inside the other: the reports differ in precision."
    return difference("granularity", f"When: {phrase}?", positions, "compatible", why)
