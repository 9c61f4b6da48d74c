"""The vectors that a spaCy pipeline reads: each word's own made once, its neighbours' part in small batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from thinc.api import Ragged

from variorum.backends.batches import batches

MOST = 20_000
"""Words whose vectors are kept; past that all are dropped. 7.7 MB at 96 numbers a word."""

TOKENS = 600
"""Tokens whose neighbourhoods are worked out at once, about: what a processor's cache holds."""


class WordVectors:
    """A pipeline's ``tok2vec`` model over documents, to the same bits whatever stands beside a document.

    The first half of the model, the embedding, depends on the word alone (its norm, ends and shape): a word that was
    seen has it. The second half looks four words to each side and is worked out anew.
    """

    def __init__(self, model: Any) -> None:
        embed = model.get_ref("embed")
        self._columns = embed.layers[0].attrs["columns"]
        self._embed = embed.layers[2:4]
        self._encode = model.get_ref("encode")
        self._rows: dict[bytes, int] = {}
        self._table = np.zeros((MOST, self._encode.get_dim("nO")), dtype="float32")

    def __call__(self, docs: Sequence[Any]) -> list[Any]:
        """One matrix for each document: a row of 32-bit floats for each token."""
        return [rows for group in batches(docs, TOKENS) for rows in self._encode.predict(self._words(group))]

    def _words(self, docs: Sequence[Any]) -> list[Any]:
        """The words' own vectors, a matrix for each document."""
        traits = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype("uint64", copy=False)
        raw, width = traits.tobytes(), traits.itemsize * traits.shape[1]
        keys = [raw[at : at + width] for at in range(0, len(raw), width)]
        new = {key: n for n, key in enumerate(keys) if key not in self._rows}
        if new:
            self._learn(keys, new, traits)
        found = self._table[[self._rows[key] for key in keys]]
        return np.split(found, np.cumsum([len(doc) for doc in docs])[:-1])

    def _learn(self, keys: Sequence[bytes], new: dict[bytes, int], traits: Any) -> None:
        if len(self._rows) + len(new) > MOST:
            self._rows.clear()
            new = {key: n for n, key in enumerate(keys)}
        words = traits[list(new.values())]
        lengths: Any = np.array([len(words)], dtype="int32")
        vectors = Ragged(words, lengths)
        for layer in self._embed:
            vectors = layer.predict(vectors)
        first = len(self._rows)
        self._rows.update({key: first + n for n, key in enumerate(new)})
        self._table[first : first + len(new)] = vectors.dataXd
