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
class Web:
    """How addresses are fetched. Nothing is fetched but what the user names, and what ``follow`` says beyond it.

    Attributes:
        follow: ``feeds``, the feeds that a list names; ``pages``, the pages too of items whose text a feed leaves out.
        cache: a folder that keeps answers, so that the next run asks only for what has changed; None keeps nothing.
        private: whether addresses of this machine and of networks that are not public may be fetched.
        pause: seconds between two requests to one host; its robots.txt may ask for more.
        timeout: seconds to connect, and between two pieces of an answer.
        patience: seconds for a whole answer.
        redirects: steps followed from one address.
        at_once: hosts asked at the same time.
        most: addresses followed in one run, beside those named.
    """

    follow: Literal["nothing", "feeds", "pages"] = "nothing"
    cache: Path | None = None
    private: bool = False
    pause: float = 1.0
    timeout: float = 15.0
    patience: float = 60.0
    redirects: int = 5
    at_once: int = 8
    most: int = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run.

    Attributes:
        languages: ISO 639-1 codes that can be read; an article in another is kept, grouped, and reported as unread.
        store: an SQLite file that keeps parses between runs; None keeps them for this process only.
        limits: how much one file may hold, itself and in the archives inside it; what passes them is refused.
        web: how addresses are fetched.
        embedder: what proposes, beside words, that two claims state one fact.
        comparer: whether sentences are read side by side by a trained encoder: ``auto``, where its packages are
            installed; ``pairs``, or else an error; ``none``.
    """

    languages: tuple[str, ...] = ("en",)
    store: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    web: Web = Web()
    embedder: Literal["none", "e5"] = "none"
    comparer: Literal["auto", "pairs", "none"] = "auto"


DEFAULTS = Settings()
