"""The encoder in numpy: layers of attention over both sentences of a pair at once.

What was taught beside the packed weights is added to them: for each matrix four bits a number in the blocks of the
packed file, which is enough for a small change; all that is small itself, in half precision, in place of what was.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from variorum.backends.pairs.weights import Packed, unpacked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NOTHING = -1e9
"""What a place that is not to be looked at scores."""


@dataclass(frozen=True)
class Layer:
    """One layer's matrices, each inputs by outputs, with what is added; and its two norms' scale and shift."""

    matrix: Mapping[str, tuple[Floats, Floats]]
    norm: Mapping[str, tuple[Floats, Floats]]


class Encoder:
    """The layers of a packed encoder with what was learned.

    Args:
        packed: the encoder.
        learned: arrays by name: ``l0.q.w`` and the like, packed, what is added to a matrix; ``l0.q.b`` what is added
            behind it, ``l0.aln.w`` and ``l0.aln.b`` a norm's scale and shift, ``emb.pos`` what tells places, and
            ``side``, what tells the one sentence from the other.
    """

    def __init__(self, packed: Packed, learned: Mapping[str, NDArray[np.generic]]) -> None:
        self._packed, self._learned = packed, learned
        self._places = self._whole("emb.pos").reshape(-1, packed.width)
        self._sides = self._whole("side")
        self._first = self._norm("emb.ln")
        self._layers = [self._layer(n) for n in range(packed.layers)]

    def together(self, pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Floats:
        """Pairs of texts, as numbers of pieces: for each the mean vector of the one, and of the other, in a row."""
        lengths = [(len(a), len(b)) for a, b in pairs]
        longest = max(a + b for a, b in lengths)
        x = np.zeros((len(pairs), longest, self._packed.width), np.float32)
        blank = np.full((len(pairs), 1, 1, longest), NOTHING, np.float32)
        for n, ((a, b), (one, two)) in enumerate(zip(pairs, lengths, strict=True)):
            x[n, : one + two] = self._packed.rows("emb.word", np.array([*a, *b])) + self._places[: one + two]
            x[n, :one] += self._sides[0]
            x[n, one : one + two] += self._sides[1]
            blank[n, ..., : one + two] = 0.0
        x = self._normed(x, self._first)
        for layer in self._layers:
            x = self._through(layer, x, blank)
        means = [(x[n, :a].mean(0), x[n, a : a + b].mean(0)) for n, (a, b) in enumerate(lengths)]
        return np.stack([np.concatenate(both) for both in means])

    def _through(self, layer: Layer, x: Floats, blank: Floats) -> Floats:
        count, length, width = x.shape
        heads = self._packed.heads
        parts = self._times(layer, "qkv", x).reshape(count, length, 3, heads, -1).transpose(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].swapaxes(-1, -2)
        scores *= np.float32(1 / math.sqrt(width // heads))
        scores += blank
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ parts[2]).transpose(0, 2, 1, 3).reshape(count, length, width)
        x = self._normed(x + self._times(layer, "ao", seen), layer.norm["aln"])
        return self._normed(x + self._times(layer, "fo", gelu(self._times(layer, "fi", x))), layer.norm["oln"])

    def _times(self, layer: Layer, name: str, x: Floats) -> Floats:
        matrix, behind = layer.matrix[name]
        flat = x.reshape(-1, x.shape[-1]) @ matrix
        flat += behind
        return flat.reshape(*x.shape[:-1], -1)

    def _normed(self, x: Floats, norm: tuple[Floats, Floats]) -> Floats:
        x = x - x.mean(-1, keepdims=True)
        spread = np.einsum("...i,...i->...", x, x)[..., None] / x.shape[-1] + self._packed.epsilon
        x /= np.sqrt(spread, out=spread)
        x *= norm[0]
        x += norm[1]
        return x

    def _layer(self, n: int) -> Layer:
        matrices = {name: self._matrix(f"l{n}.{name}") for name in MATRICES}
        looking = [matrices.pop(name) for name in "qkv"]
        matrices["qkv"] = np.concatenate([m for m, _ in looking], axis=1), np.concatenate([b for _, b in looking])
        return Layer(matrices, {name: self._norm(f"l{n}.{name}") for name in ("aln", "oln")})

    def _matrix(self, name: str) -> tuple[Floats, Floats]:
        behind = self._whole(f"{name}.b")
        added = unpacked(np.asarray(self._learned[f"{name}.w"], np.uint8)).reshape(len(behind), -1)
        whole = self._packed.floats(f"{name}.w").reshape(len(behind), -1) + added
        return np.ascontiguousarray(whole.T), behind

    def _norm(self, name: str) -> tuple[Floats, Floats]:
        return self._whole(f"{name}.w"), self._whole(f"{name}.b")

    def _whole(self, name: str) -> Floats:
        return self._learned[name].astype(np.float32)


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation (Hendrycks and Gimpel 2016)."""
    inner = x * x
    inner *= np.float32(0.044715 * 0.7978845608)
    inner += np.float32(0.7978845608)
    inner *= x
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
