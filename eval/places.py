"""Where the data of the benchmarks lies."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
GOLD = ROOT / "eval" / "story" / "gold"
SHARED = Path(os.environ.get("VARIORUM_SHARED") or ROOT.parent / "shared")
"""The data that is not the project's own, beside the checkout; the variable names another place."""
