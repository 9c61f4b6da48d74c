"""Why something was called off, put off or left, where reports, or those whom they quote, give other reasons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang.stems import stem
from variorum.model.record import Difference, Verdict
from variorum.reconcile.acts import tokens
from variorum.reconcile.clusters import meeting, together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import LONGEST, asked_of
from variorum.reconcile.differences.voices import several_voices, voices_differ
from variorum.reconcile.reasons import Reason, reasons
from variorum.reconcile.sentences import Sentences

SPECIFIC, VAGUE = 4.0, 7.0
"""What words that two reasons' sentences share weigh at least: where both name one thing, and where one points back."""
LONG = 3
"""Letters beyond which a word that two reasons share makes them one."""


def why_differences(corpus: Corpus) -> list[Difference]:
    """One difference for each act of which two voices give two reasons."""
    story = corpus.sentences
    found = reasons(story)
    pairs = [(a, b) for a, b in combinations(found, 2) if _one_act(story, a, b)]
    rows = []
    for group in meeting(pairs):
        groups = _groups(group)
        if len(groups) > 1 and _two_reasons(groups):
            rows.append(_row(corpus, groups))
    return rows


def _one_act(story: Sentences, a: Reason, b: Reason) -> bool:
    """Both are of one act on one thing."""
    if a.act != b.act or a.cite == b.cite or (a.does and b.does and a.does.isdisjoint(b.does)):
        return False
    shared = story.mass(a.about & b.about)
    if a.heads and b.heads:
        return bool(a.heads & b.heads) and shared >= SPECIFIC
    named = any(t.startswith("@") for t in a.about & b.about)
    return named and shared >= VAGUE


def _groups(given: Sequence[Reason]) -> list[list[Reason]]:
    """Those that give one reason together."""
    return together(given, lambda group, reason: any(_one_reason(reason, r) for r in group))


def _one_reason(a: Reason, b: Reason) -> bool:
    if a.kinds & b.kinds:
        return True
    one, two = ({stem(w) for w in tokens(r.words) if len(w) > LONG} for r in (a, b))
    return bool(one & two)


def _two_reasons(groups: Sequence[Sequence[Reason]]) -> bool:
    """Two voices, one reason at least marked as such.

    What only came before, and what is said of "the change", must be a reason of a known kind.
    """
    for one, two in combinations(groups, 2):
        marked = any(r.strong for g in (one, two) for r in g)
        known = all(any(r.kinds or (r.strong and r.heads) for r in g) for g in (one, two))
        if marked and known and several_voices(one, two):
            return True
    return False


def _row(corpus: Corpus, groups: Sequence[Sequence[Reason]]) -> Difference:
    hedged = any(all(r.hedged for r in g) for g in groups)
    verdict: Verdict = "compatible" if hedged else "conflict"
    why = "Different reasons are given for one act ({}); nothing in the reports says which it was."
    told = next((r.told for g in groups for r in g if r.told), asked_of(groups[0][0].cite))
    asked = " ".join(told.split()[:LONGEST])
    return voices_differ(corpus, f"For what reason: {asked}?", groups, (verdict, why))
