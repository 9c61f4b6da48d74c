"""The floors under the measured figures. Lowering one is a visible act: a line of ``floors.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def floors(benchmark: str, case: str) -> dict[str, float]:
    """The floors of one case of a benchmark: measure to least share, 0 to 1; empty where none is set."""
    table = tomllib.loads(FLOORS.read_text("utf-8"))
    return {measure: float(least) for measure, least in table.get(benchmark, {}).get(case, {}).items()}


def under(benchmark: str, case: str, shares: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The measures whose share is under its floor, each with both.

    Raises:
        KeyError: no floor is set, or one for what was not measured.
    """
    least = floors(benchmark, case)
    if not least:
        raise KeyError(f"{benchmark}.{case}")
    return {measure: (shares[measure], floor) for measure, floor in least.items() if shares[measure] < floor}
