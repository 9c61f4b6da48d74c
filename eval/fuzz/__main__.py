"""``python -m eval.fuzz [--seconds N] [--targets NAME...] [--found FOLDER]``: fuzz the readers; 1 if one failed."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from eval.fuzz.targets import SEEDS, TARGETS

MOST_BYTES = 8000
"""Of an input: some paragraphs."""
HUNG = 120
"""Seconds after which an input is a hang, whatever its length."""


def main() -> int:
    """Fuzz each target for its share of the time, and list what failed."""
    options = argparse.ArgumentParser(prog="python -m eval.fuzz")
    options.add_argument("--seconds", type=int, default=60, help="for all targets together")
    options.add_argument("--targets", nargs="+", choices=sorted(TARGETS), default=list(TARGETS))
    options.add_argument("--found", type=Path, help="keep failing inputs and new corpus here")
    given = options.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("error: atheris is not installed (it is made for Linux, CPython 3.11 to 3.13); see eval/fuzz/README.md")
        return 2
    folder = given.found or Path(tempfile.mkdtemp(prefix="variorum-fuzz-"))
    share = max(1, given.seconds // len(given.targets))
    return max([_fuzz(name, folder / name, share) for name in given.targets])


def _fuzz(name: str, folder: Path, seconds: int) -> int:
    found, corpus = folder / "found", folder / "corpus"
    for made in (found, corpus):
        made.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={HUNG}",
        f"-max_len={MOST_BYTES}",
        "-rss_limit_mb=0",
        f"-report_slow_units={HUNG}",
    ]
    words = f"-dict={Path(__file__).with_name('words.dict')}"
    options = [*limits, words, "-seed=1", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={found}/"]
    command = [sys.executable, "-m", "eval.fuzz.child", name, str(found), str(corpus), str(SEEDS / name), *options]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    runs = next((r.split()[-1] for r in ended.stderr.splitlines() if "number_of_executed_units" in r), "?")
    failed = sorted(p for p in found.iterdir() if p.suffix != ".txt")
    print(f"{name:6} {runs:>8} inputs in {seconds} s, {len(failed)} kinds of failure", flush=True)
    for path in failed:
        print(f"       {path}")
    if ended.returncode and not failed:
        print(ended.stderr[-2000:])
    return int(bool(failed or ended.returncode))


if __name__ == "__main__":
    sys.exit(main())
