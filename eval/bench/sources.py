"""Which reports the benchmark reads."""

from __future__ import annotations

from pathlib import Path

from eval.places import EXAMPLES, SHARED


def reports() -> tuple[Path, str]:
    """The five seed reports where they are at hand, else the example story; with a name for the table."""
    seeds = SHARED / "seeds"
    return (seeds, "five seeds") if seeds.is_dir() else (EXAMPLES / "summit", "examples/summit")
