"""``python -m eval.bench``: times the command as a user starts it; exits 1 when a limit is passed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from eval.bench.child import Cost, measure
from eval.bench.limits import HELP_SECONDS, RECORD_MEGABYTES, RECORD_SECONDS, RUNS
from eval.bench.sources import reports

COMMAND = (sys.executable, "-m", "variorum")


def main() -> int:
    """Print the table."""
    folder, name = reports()
    with tempfile.TemporaryDirectory() as out:
        page = Path(out) / "record.html"
        record = measure([*COMMAND, "record", str(folder), "-o", str(page), "--quiet"], RUNS)
    told = measure([*COMMAND, "--help"], RUNS)
    print(f"median of {RUNS} runs, each a new process; limits in the last column")
    within = [
        row(f"record {name}, wall time", record.seconds, "s", RECORD_SECONDS),
        row(f"record {name}, peak memory", record.megabytes, "MB", RECORD_MEGABYTES),
        row("--help, wall time", told.seconds, "s", HELP_SECONDS),
    ]
    return 0 if all(within) else 1


def row(what: str, values: tuple[float, ...], unit: str, limit: float) -> bool:
    """Print one line: median, range, limit. Whether the median is within the limit."""
    middle = Cost.median(values)
    within = middle <= limit
    spread = f"{min(values):.2f} to {max(values):.2f}"
    print(f"{what:<42} {middle:8.2f} {unit:<2}  ({spread})  limit {limit:g} {unit}{'' if within else '  PASSED'}")
    return within


if __name__ == "__main__":
    sys.exit(main())
