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
    """Tells how alike two sentences are. It proposes and never decides."""

    @property
    def name(self) -> str:
        """Model and version, shown in the record."""

    def likeness(self, pairs: Sequence[tuple[str, str]], about: str | None = None) -> list[float]:
        """For each pair the cosine of its two sentences, -1 to 1, in order; each sentence is looked at once.

        Args:
            pairs: sentences, or short answers.
            about: the question that all of them answer. What they have in common with it is taken out first, so that
                answers to one question are told apart by what they answer.
        """
