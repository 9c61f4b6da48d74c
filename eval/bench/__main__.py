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
        row(f"record {name}, processor time", record.processor, "s", None),
        row(f"record {name}, peak memory", record.megabytes, "MB", RECORD_MEGABYTES),
        row("--help, wall time", told.seconds, "s", HELP_SECONDS),
    ]
    return 0 if all(within) else 1


def row(what: str, values: tuple[float, ...], unit: str, limit: float | None) -> bool:
    """Print one line: median, range, limit. Whether the median is within the limit."""
    middle = Cost.median(values)
    within = limit is None or middle <= limit
    spread = f"{min(values):.2f} to {max(values):.2f}"
    beside = f"  limit {limit:g} {unit}" if limit is not None else ""
    print(f"{what:<36} {middle:8.2f} {unit:<2}  ({spread}){beside}{'' if within else ': EXCEEDED'}")
    return within


if __name__ == "__main__":
    sys.exit(main())
