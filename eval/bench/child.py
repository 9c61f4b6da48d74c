"""One command run several times in processes of its own, each measured."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``: bytes on macOS, kilobytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall seconds, processor seconds and peak resident megabytes (10^6 bytes) of each run."""

    seconds: tuple[float, ...]
    processor: tuple[float, ...]
    megabytes: tuple[float, ...]

    @staticmethod
    def median(values: Sequence[float]) -> float:
        """The middle value."""
        return statistics.median(values)


def measure(command: Sequence[str], runs: int) -> Cost:
    """Run the command so many times, one after another.

    Raises:
        subprocess.CalledProcessError: it failed; its messages are in ``stderr``.
    """
    rows = [_run(command) for _ in range(runs)]
    return Cost(*zip(*rows, strict=True))


def _run(command: Sequence[str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTE / 1e6
