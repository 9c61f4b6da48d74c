"""What newsrooms ask beside how many and when: why, who began it, what struck it, what for, where said, called how."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.record import Difference, LedgerQuote
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import echoes
from variorum.reconcile.differences.called import called_differences
from variorum.reconcile.differences.corrections import correction_differences
from variorum.reconcile.differences.first_blows import first_blow_differences
from variorum.reconcile.differences.instruments import instrument_differences
from variorum.reconcile.differences.purposes import purpose_differences
from variorum.reconcile.differences.reasons import why_differences
from variorum.reconcile.differences.retold import retold_differences


def press_question_differences(
    corpus: Corpus, quotes: Sequence[LedgerQuote], before: Sequence[Difference]
) -> list[Difference]:
    """The differences on these questions that are not shown already.

    Args:
        corpus: the story.
        quotes: its ledger.
        before: the differences found so far.
    """
    found = [
        *why_differences(corpus),
        *first_blow_differences(corpus),
        *instrument_differences(corpus),
        *purpose_differences(corpus),
        *retold_differences(corpus, quotes),
        *called_differences(corpus),
        *correction_differences(corpus),
    ]
    return [row for row in found if not echoes(row, before)]
