"""Names by a spaCy recognizer's model, all texts of a batch at a time instead of one transition of one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START


class NameLabels:
    """A pipeline's ``ner`` component, told which vectors to read.

    The component goes through a text from left to right and at each token begins, carries on or ends a name, or
    leaves the token outside (spaCy's ``_parser_internals/ner.pyx``). Its model looks at the token, and within a name
    also at the name's first token and the token before: so where no name is open, every token's outcome can be worked
    out at once, and then each name's course from its first token. Sums are made in the component's own order, so that
    the scores are the same to the bit.
    """

    def __init__(self, ner: Any) -> None:
        self._narrow = ner.tok2vec.layers[-1]
        self._lower, self._upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        moves = [ner.moves.get_class_name(n) for n in range(ner.moves.n_moves)]
        self._types = [name[2:] for name in moves]
        self._begins, self._alone = (
            np.array([name[:2] == kind and len(name) > 2 for name in moves]) for kind in ("B-", "U-")
        )
        self._outside = np.array([name == "O" for name in moves])
        within = {name: n for n, name in enumerate(moves) if name[0] in "IL"}
        self._inside, self._last = (
            np.array([within.get(f"{kind}-{name}", 0) for name in self._types]) for kind in ("I", "L")
        )

    def __call__(self, docs: Sequence[Any], vectors: Sequence[Any]) -> list[list[str]]:
        """Each token's label in IOB form ("B-GPE", "I-GPE", "" for none), for texts whose sentences are known.

        Args:
            docs: the texts, split into sentences, without names.
            vectors: the recognizer's own, a matrix for each text with a row for each token.
        """
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [[] for _ in docs]
        traits = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs])
        cut = traits[1:, 0] == 1
        may_go_on = np.append(~cut, False)  # the next token belongs to the same sentence
        may_go_on[np.cumsum(lengths)[np.array(lengths) > 0] - 1] = False
        parts = self._lower.predict(self._narrow.predict(np.concatenate(vectors)))
        picked = self._picked(parts, may_go_on, traits[:, 1] == 0)
        ends = self._ends(parts, picked, may_go_on)
        return _split(self._labelled(picked, ends), lengths)

    def _picked(self, parts: Any, may_go_on: Any, is_word: Any) -> Any:
        """The best move at each token if no name is open there."""
        scores = self._scores(parts[1:, 0] + parts[0, 1] + parts[0, 2])
        allowed = np.outer(may_go_on & is_word, self._begins) | np.outer(is_word, self._alone) | self._outside
        return np.where(allowed, scores, -np.inf).argmax(axis=1)

    def _ends(self, parts: Any, picked: Any, may_go_on: Any) -> dict[int, int]:
        """Where each name that may begin would end, by its first token."""
        ends: dict[int, int] = {}
        first = np.flatnonzero(self._begins[picked])
        at = first + 1
        while len(first):
            scores = self._scores(parts[at + 1, 0] + parts[first + 1, 1] + parts[at, 2])
            rows = np.arange(len(first))
            inside, last = self._inside[picked[first]], self._last[picked[first]]
            more, end = scores[rows, inside], scores[rows, last]
            goes_on = may_go_on[at] & ((more > end) | ((more == end) & (inside < last)))
            ends.update(zip(first[~goes_on].tolist(), (at[~goes_on] + 1).tolist(), strict=True))
            first, at = first[goes_on], at[goes_on] + 1
        return ends

    def _scores(self, sums: Any) -> Any:
        hidden = (sums + self._lower.get_param("b").reshape(sums.shape[1:])).max(axis=2)
        return self._upper.predict(hidden)

    def _labelled(self, picked: Any, ends: dict[int, int]) -> list[str]:
        labels = [""] * len(picked)
        to = 0
        for n in np.flatnonzero(~self._outside[picked]).tolist():
            if n < to:
                continue
            name, to = self._types[picked[n]], ends.get(n, n + 1)
            labels[n] = f"B-{name}"
            labels[n + 1 : to] = [f"I-{name}"] * (to - n - 1)
        return labels


def _split(labels: list[str], lengths: Sequence[int]) -> list[list[str]]:
    out, at = [], 0
    for length in lengths:
        out.append(labels[at : at + length])
        at += length
    return out
