"""What a stage may ask of a language model, without knowing which one answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from variorum.model.parse import Parse

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Parser(Protocol):
    """Gives parses. Each text is parsed alone, so equal texts give equal parses in any company."""

    @property
    def name(self) -> str:
        """Model and version, part of a cached parse's key."""

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One parse for each unwrapped paragraph, in order."""


class Embedder(Protocol):
    """Gives texts' vectors. How near they are proposes that two texts say the same, and never decides it."""

    @property
    def name(self) -> str:
        """Model and version, shown in the record."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row of length one for each text, in order: ``float32``, texts by dimensions."""


STANDINGS = ("none", "same", "conflict", "compatible", "superseded")
"""How two sentences of two reports may stand: of two questions; of one fact; or the verdict on how they differ."""


class Comparer(Protocol):
    """Weighs how two sentences of two reports stand to each other. It proposes, and its word is shown as such."""

    @property
    def name(self) -> str:
        """Model and version, shown in the record."""

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """For each pair, the earlier report's sentence first, how likely each of ``STANDINGS`` is: a row of five."""
