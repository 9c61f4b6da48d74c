"""Who began it, where each of two sides says that the other did."""

from __future__ import annotations

from variorum.lang import table
from variorum.model.record import Difference
from variorum.reconcile.accusations import accusations
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import several_voices, voices_differ
from variorum.reconcile.disasters import disasters

WHY = "Each side is said to have done it ({}); both cannot be right."


def accusation_differences(corpus: Corpus) -> list[Difference]:
    """One conflict for each act that two sides are each said to have done, with who says that nobody knows."""
    found = accusations(corpus, frozenset(disasters(corpus)))
    rows = []
    for act, row in table("en", "accusations")["acts"].items():
        own = [a for a in found if a.act == act]
        sides = [s for s in dict.fromkeys(a.side for a in own) if s]
        states = [s for s in sides if s in table("en", "countries")["countries"]]
        sides = states if len(states) > 1 else sides
        if len(sides) == 2 and several_voices(*([a for a in own if a.side == s] for s in sides)):
            groups = [[a for a in own if a.side == s] for s in (*sides, None)]
            told = [sorted(g, key=lambda a: a.who is None) for g in groups if g]
            rows.append(voices_differ(corpus, row["question"], told, ("conflict", WHY)))
    return rows
