"""The conflicts of the rules, looked over by a trained comparer: a second ground beside the typed slots.

A rule knows two values and how they stand; that they answer one question it tells by words and slots near them. A
comparer reads both sentences whole. Where it does not find a conflict's sentences to be at odds, the row is no conflict
any more, and says why: a wrong one costs an analyst more than a missed one. Names, speakers and occasions are compared
letter by letter, and no likeness outweighs that. Against a rule's other verdicts the comparer's word was worth nothing:
as often right as wrong on stories that neither had seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, islice

from variorum.model.record import Difference, Position
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.in_company import Compared
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.side_by_side import SideBySide

CLOSED = frozenset({"name", "attribution", "occasion"})
"""Kinds of which the comparer is not asked."""
DOUBTED = 0.8
"""How likely a conflict's sentences must be at odds, lest it be none: set on stories the comparer was not taught on."""
EACH = 3
"""Sentences of each answer that are read."""
DOUBT = "By a trained comparison, though, the two are at odds with a likeliness of only {likely:.2f}."


def looked_over(corpus: Corpus, side: SideBySide, rows: Sequence[Difference]) -> list[Difference]:
    """The rows, conflicts that are in doubt as compatible."""
    asked = {row.id: _pairs(corpus, row) for row in rows if row.verdict == "conflict" and row.kind not in CLOSED}
    side.of([pair for pairs in asked.values() for pair in pairs])
    return [_again(row, side.of(asked.get(row.id, []))) for row in rows]


def _pairs(corpus: Corpus, row: Difference) -> list[tuple[Sentence, Sentence]]:
    """Sentences of two answers, the earlier report's first, each in the same words once."""
    sides = [_sentences(corpus, p) for p in row.positions]
    pairs = [(a, b) for one, two in combinations(sides, 2) for a in one for b in two if a is not b]
    return [(a, b) if (corpus.rank[a.article], a.at) <= (corpus.rank[b.article], b.at) else (b, a) for a, b in pairs]


def _sentences(corpus: Corpus, position: Position) -> list[Sentence]:
    found = (s for s in (corpus.sentences.at(c) for c in position.evidence) if s)
    once: dict[str, Sentence] = {}
    for sentence in found:
        once.setdefault(sentence.line, sentence)
    return list(islice(once.values(), EACH))


def _again(row: Difference, read: Sequence[Compared]) -> Difference:
    likely = max((pair.unlike for pair in read), default=1.0)
    if likely >= DOUBTED:
        return row
    return replace(row, verdict="compatible", explanation=f"{row.explanation} {DOUBT.format(likely=likely)}")
