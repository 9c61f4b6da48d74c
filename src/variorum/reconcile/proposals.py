"""What is proposed: claims of two reports that are likely to say the same though too few of their words are the same.

A proposal is one feature among those of the aligner. It joins nothing by itself: what else the claims share must take
them most of the way, dates may bar them, and whether they agree is for the typed slots.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.lang.name_forms import fold
from variorum.model.protocols import Embedder
from variorum.reconcile.sameness import SAME, same_facts
from variorum.reconcile.worded import worded

Pair = tuple[int, int]

FEWEST = 3
"""Telling words, figures and days below which a claim ("the minister said") says too little to be found again."""


def proposed(texts: Sequence[str], pairs: Sequence[Pair], embedder: Embedder | None) -> frozenset[Pair]:
    """Those of the pairs whose texts are likely to state one fact, by words, types and, if there is one, an embedder.

    Args:
        texts: every claim's words.
        pairs: numbers of two claims that are in doubt; only their texts are embedded, each once.
        embedder: None leaves it to the words.

    Raises:
        BackendError: the embedder's model would not load.
    """
    told = [(a, b) for a, b in pairs if _tells(texts[a], texts[b])]
    scores = same_facts([(texts[a], texts[b]) for a, b in told], embedder=embedder)
    return frozenset(pair for pair, score in zip(told, scores, strict=True) if score >= SAME)


def _tells(a: str, b: str) -> bool:
    return fold(a) == fold(b) or all(
        len(w.telling) + len(w.numbers) + len(w.days) >= FEWEST for w in (worded(a), worded(b))
    )
