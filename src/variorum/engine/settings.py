"""What a run may be told; every default is here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from variorum.ingest import DEFAULT_LIMITS, Limits

Progress = Callable[[str, int, int], None]
"""Told (stage, done, total) as work goes on."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run.

    Attributes:
        languages: ISO 639-1 codes that can be read; an article in another is kept, grouped, and reported as unread.
        store: an SQLite file that keeps parses between runs; None keeps them for this process only.
        limits: how much one file may hold, itself and in the archives inside it; what passes them is refused.
        embedder: what proposes, beside words, that two claims state one fact: ``e5`` wants the extra ``embeddings``.
    """

    languages: tuple[str, ...] = ("en",)
    store: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    embedder: Literal["none", "e5"] = "none"


DEFAULTS = Settings()
