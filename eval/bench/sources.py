"""Which reports the benchmark reads."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def reports() -> tuple[Path, str]:
    """The five seed reports where the shared data is at hand, else the example story; with a name for the table."""
    shared = Path(os.environ.get("VARIORUM_SHARED") or ROOT.parent / "shared") / "seeds"
    return (shared, "five seeds") if shared.is_dir() else (ROOT / "examples" / "summit", "examples/summit")
