"""The taught encoder, run by ONNX Runtime: layers of attention over both sentences of a pair at once.

Its matrices are of eight bits, so that a pair costs less than half of what it costs in single precision. What it reads
are vectors of word pieces, which the package with the whole encoder has (:mod:`weights`), so that they are not here
twice.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.backends.pairs.weights import Packed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

QUIET = 3
"""Errors alone are printed."""


class Encoder:
    """The graph, with the packed encoder whose words it reads.

    Args:
        packed: has the vectors of the pieces.
        graph: an ONNX file's bytes. It takes ``words`` (pairs by places by width, ``float32``), ``side`` (pairs by
            places, ``int64``: 0 for the one sentence, 1 for the other), ``means`` (pairs by 2 by places: what each
            place counts in the mean of either sentence) and ``length`` (pairs, ``int32``: places that are not blank);
            it gives ``shares``, pairs by standings.

    Raises:
        ImportError: ONNX Runtime is not installed.
        ValueError: the bytes are no graph.
    """

    def __init__(self, packed: Packed, graph: bytes) -> None:
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        self._packed = packed
        settings = onnxruntime.SessionOptions()
        settings.log_severity_level = QUIET
        settings.intra_op_num_threads = processors()
        try:
            self._session = onnxruntime.InferenceSession(graph, settings, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime raises classes of its own, made in C++, for each fault
            raise ValueError(str(error)) from error

    def shares(self, pairs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Floats:
        """Pairs of texts, as numbers of pieces: for each how likely each standing is."""
        lengths = [(len(a), len(b)) for a, b in pairs]
        longest = max(a + b for a, b in lengths)
        words = np.zeros((len(pairs), longest, self._packed.width), np.float32)
        side = np.zeros((len(pairs), longest), np.int64)
        means = np.zeros((len(pairs), 2, longest), np.float32)
        for n, ((a, b), (one, two)) in enumerate(zip(pairs, lengths, strict=True)):
            words[n, : one + two] = self._packed.rows("emb.word", np.array([*a, *b]))
            side[n, one:] = 1
            means[n, 0, :one], means[n, 1, one : one + two] = 1 / one, 1 / two
        asked = {"words": words, "side": side, "means": means}
        found: Floats = self._session.run(
            ["shares"], asked | {"length": np.array([a + b for a, b in lengths], np.int32)}
        )[0]
        return found


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
