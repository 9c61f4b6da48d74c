"""What an embedder proposes: claims of two reports that lie near one another though their words do not say so.

A proposal is one feature among those of the aligner. It joins nothing by itself: what else the claims share must take
them most of the way, dates may bar them, and whether they agree is for the typed slots.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.protocols import Embedder
from variorum.reconcile.sameness import SAME, same_facts

Pair = tuple[int, int]


def proposed(texts: Sequence[str], pairs: Sequence[Pair], embedder: Embedder | None) -> frozenset[Pair]:
    """Those of the pairs whose texts are alike by vectors, words and types.

    Args:
        texts: every claim's words.
        pairs: numbers of two claims that are in doubt; only their texts are embedded, each once.
        embedder: None proposes nothing.

    Raises:
        BackendError: the embedder's model would not load.
    """
    if embedder is None or not pairs:
        return frozenset()
    scores = same_facts([(texts[a], texts[b]) for a, b in pairs], embedder=embedder)
    return frozenset(pair for pair, score in zip(pairs, scores, strict=True) if score >= SAME)
