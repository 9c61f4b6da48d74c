"""The facts of ``facts.toml`` as pairs of claims.

Each fact is told three times in other words (verbs, voice, nouns for verbs, figures spelled out, dates, more or less
detail), and beside it stand three claims that share its words or its topic and state something else. Those were made by
changing the first telling, so that a pair of these two has nearly the same words: a ``trap``, measured apart. Facts in
even places are worked on (``dev``); those in odd places are only measured (``check``).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal

Half = Literal["dev", "check"]
FACTS = Path(__file__).with_name("facts.toml")
SAME = "same"
KINDS = (SAME, "fact", "number", "day", "person", "place", "polarity", "roles", "other story")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims.

    Attributes:
        trap: the one was made from the other, and states another fact in nearly the same words.
        kind: "same" where they state one fact, or else what parts them, of ``KINDS``.
    """

    one: str
    two: str
    kind: str
    half: Half
    trap: bool = False

    @property
    def same(self) -> bool:
        """Whether they state one fact."""
        return self.kind == SAME


def load(path: Path = FACTS) -> list[Pair]:
    """Every pair in the file's order.

    Raises:
        OSError: the file cannot be read.
        KeyError: a fact without ``said``, ``same`` or ``other``.
        ValueError: not TOML, or a kind that is none of ``KINDS``.
    """
    facts = tomllib.loads(path.read_text("utf-8"))["fact"]
    pairs: list[Pair] = []
    for n, fact in enumerate(facts):
        half: Half = "check" if n % 2 else "dev"
        told = (fact["said"], *fact["same"])
        pairs += [Pair(a, b, SAME, half) for a, b in combinations(told, 2)]
        pairs += [Pair(a, b, kind, half, a == told[0]) for a in told for kind, b in fact["other"]]
        # The next fact of the same half: a claim of another story.
        far = facts[(n + 2) % len(facts)]
        pairs += [Pair(a, b, "other story", half) for a, b in zip(told, (far["said"], *far["same"]), strict=False)]
    if unknown := {p.kind for p in pairs} - set(KINDS):
        raise ValueError(f"{path}: unknown kinds {sorted(unknown)}")
    return pairs
