"""What a stage may ask of a language model, without knowing which one answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from variorum.model.parse import Parse


class Parser(Protocol):
    """Gives parses. Each text is parsed alone, so equal texts give equal parses in any company."""

    @property
    def name(self) -> str:
        """Model and version, part of a cached parse's key."""

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One parse for each unwrapped paragraph, in order."""


class Embedder(Protocol):
    """Gives sentence vectors that a cosine compares."""

    @property
    def name(self) -> str:
        """Model and version, shown in the record."""

    def similarity(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        """For each sentence of ``left`` its likeness, 0 to 1, to each of ``right``."""
