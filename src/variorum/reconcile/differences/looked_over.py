"""The rows of the rules, looked over by a trained comparer: a second ground beside the typed slots.

A rule knows two values and how they stand; that they answer one question it tells by words and slots near them. A
comparer reads both sentences whole. Of the rules' rows as many are in the gold as it says, from a fifth of its least
likely to nine in ten of its likeliest. So where it holds that the sentences are hardly at odds, the row is not shown;
one less likely than not says so; and a conflict must be likelier than that: a wrong one costs an analyst more than a
missed one. Names, speakers and occasions are compared letter by letter, and no likeness outweighs that. Which of the
other verdicts a row has is the rule's to say: against it the comparer was as often right as wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, islice

from variorum.model.record import EVEN, Difference, Position, Verdict
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.in_company import Compared
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.side_by_side import SideBySide

CLOSED = frozenset({"name", "attribution", "occasion"})
"""Kinds of which the comparer is not asked."""
LEAST, DOUBTED = 0.2, 0.8
"""How likely the sentences of two answers must be at odds to be shown; and lest a conflict be none. Set on stories that
the comparer was not taught on."""
EACH = 3
"""Sentences of each answer that are read."""
BY_COMPARISON = "By a trained comparison, though, they are"
DOUBT = BY_COMPARISON + " at odds with a likeliness of only {likely:.2f}, so this is called no conflict."
UNLIKELY = BY_COMPARISON + " two answers to one question with a likeliness of only {likely:.2f}."


def looked_over(corpus: Corpus, side: SideBySide, rows: Sequence[Difference]) -> list[Difference]:
    """The rows that hold; how likely those in doubt are; conflicts in doubt as compatible."""
    asked = {row.id: _pairs(corpus, row) for row in rows if row.kind not in CLOSED}
    side.of([pair for pairs in asked.values() for pair in pairs])
    again = (_again(row, side.of(asked.get(row.id, []))) for row in rows)
    return [row for row in again if row]


def _pairs(corpus: Corpus, row: Difference) -> list[tuple[Sentence, Sentence]]:
    """Sentences of two answers, the earlier report's first, each in the same words once."""
    sides = [_sentences(corpus, p) for p in row.positions]
    pairs = [(a, b) for one, two in combinations(sides, 2) for a in one for b in two if a.line != b.line]
    return [(a, b) if (corpus.rank[a.article], a.at) <= (corpus.rank[b.article], b.at) else (b, a) for a, b in pairs]


def _sentences(corpus: Corpus, position: Position) -> list[Sentence]:
    found = (s for s in (corpus.sentences.at(c) for c in position.evidence) if s)
    once: dict[str, Sentence] = {}
    for sentence in found:
        once.setdefault(sentence.line, sentence)
    return list(islice(once.values(), EACH))


def _again(row: Difference, read: Sequence[Compared]) -> Difference | None:
    likely = round(max((pair.unlike for pair in read), default=1.0), 2)
    if likely < LEAST:
        return None
    doubted = row.verdict == "conflict" and likely < DOUBTED
    if not doubted and likely >= EVEN:
        return row
    told = f"{row.explanation} {(DOUBT if doubted else UNLIKELY).format(likely=likely)}"
    verdict: Verdict = "compatible" if doubted else row.verdict
    return replace(row, verdict=verdict, explanation=told, likeliness=likely if likely < EVEN else None)
