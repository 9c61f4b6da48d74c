"""``python -m eval.bench``: times the command as a user starts it; exits 1 when a limit is passed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import variorum
from eval.bench.child import Cost, measure
from eval.bench.limits import (
    COPIED_SHARE,
    HELP_SECONDS,
    READING_SHARE,
    RECORD_MEGABYTES,
    RECORD_SECONDS,
    RUNS,
    STORY_GROWTH,
    STORY_MEGABYTES,
    STORY_SECONDS,
)
from eval.bench.reading import measure_reading
from eval.bench.sources import reports
from eval.bench.stories import Grown, measure_stories
from eval.places import EXAMPLES

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
    speed = measure_reading(variorum.ingest(EXAMPLES / "summit", EXAMPLES / "ferry", folder))
    print(f"\nreading {speed.words} words, processor time, beside the bare spaCy pipeline in the same run")
    within += [
        share("words/s, bare pipeline and reading", speed.bare, speed.reading, READING_SHARE),
        share("the same, half of the text copied", speed.bare_copied, speed.reading_copied, COPIED_SHARE),
    ]
    print("\nrecords of made stories, 25 sentences a report, one process; limits in the last column")
    within += grown(measure_stories(variorum.ingest(EXAMPLES)))
    return 0 if all(within) else 1


def grown(sizes: list[Grown]) -> list[bool]:
    """Print a line a size; which keep to their limits."""
    within = []
    for before, this in zip([None, *sizes], sizes, strict=False):
        doubled = before is not None and this.reports == 2 * before.reports
        times = this.seconds / before.seconds if before and doubled else None
        most = STORY_SECONDS.get(this.reports)
        kept = (most is None or this.seconds <= most) and (times is None or times <= STORY_GROWTH)
        within.append(kept and this.megabytes <= STORY_MEGABYTES)
        beside = f"  {times:.2f} times the half, limit {STORY_GROWTH:g}" if times else ""
        limit = f"  limit {most:g} s" if most else ""
        tail = "" if within[-1] else ": EXCEEDED"
        print(f"{this.reports:4} reports {this.seconds:8.2f} s {this.megabytes:8.0f} MB{limit}{beside}{tail}")
    return within


def share(what: str, bare: float, ours: float, least: float) -> bool:
    """Print one line: both speeds and their ratio. Whether it is no less than wanted."""
    within = ours / bare >= least
    print(
        f"{what:<36} {bare:8.0f} {ours:8.0f}  {ours / bare:.2f} of it  at least {least:g}{'' if within else ': MISSED'}"
    )
    return within


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
