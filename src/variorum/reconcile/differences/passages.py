"""The passages that give an answer, as an analyst quotes them: by the sentence, which says who speaks, and of when.

The comparators point at clauses, by which a row is told from another. What is shown beside an answer is the sentence
that the clause stands in, unless it is very long, or stands beside another answer to the same question as well.
"""

from __future__ import annotations

from dataclasses import replace

from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus

LONGEST = 300
"""Characters of the longest sentence that is quoted in full: about fifty words, more than most newsrooms allow."""
CLOSE = frozenset({"name"})
"""Kinds of which only the words themselves are shown."""


def in_sentences(corpus: Corpus, row: Difference) -> Difference:
    """The same difference, its evidence as whole sentences where one is short enough and gives one answer only."""
    if row.kind in CLOSE:
        return row
    whole = [[corpus.sentences.around(c) for c in p.evidence] for p in row.positions]
    told = [{(s.article, s.start, s.end) for s in sentences if s} for sentences in whole]
    positions = []
    for n, position in enumerate(row.positions):
        others = {key for m, keys in enumerate(told) if m != n for key in keys}
        cites = [_shown(c, s, others) for c, s in zip(position.evidence, whole[n], strict=True)]
        positions.append(replace(position, evidence=corpus.in_order(cites)))
    return replace(row, positions=tuple(positions))


def _shown(cite: Citation, whole: Citation | None, others: set[tuple[str, int, int]]) -> Citation:
    if whole is None or whole.end - whole.start > LONGEST or (whole.article, whole.start, whole.end) in others:
        return cite
    return whole
