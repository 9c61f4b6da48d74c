"""``python -m eval.fuzz.child TARGET FOUND CORPUS... [-libFuzzer options]``: one target under atheris, its own process.

Atheris (Apache 2.0) is libFuzzer for Python: it watches which branches an input takes, and keeps the inputs that take
new ones. A failure does not end the run: the shortest input of each kind of failure is kept in FOUND.
"""

from __future__ import annotations

import hashlib
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

WATCHED = [
    "variorum.read",
    "variorum.reconcile",
    "variorum.model",
    "variorum.ingest",
    "variorum.group",
    "variorum.lang",
]


def kind_of(error: BaseException) -> str:
    """What failed, and where in the project's own code: failures of one kind are one fault."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "variorum" in f.filename or "fuzz" in f.filename]
    place = f"{Path(frames[-1].filename).stem}-{frames[-1].name}" if frames else "elsewhere"
    words = " ".join(str(error).split()[:3]) if place.startswith("check") else ""
    digest = hashlib.sha256(words.encode()).hexdigest()[:4]
    return f"{type(error).__name__}-{place}-{digest}".replace("<", "").replace(">", "")


def watched(target: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """The target, its failures kept in a folder: the input, and beside it the traceback."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            kept = found / kind_of(error)
            if not kept.exists() or len(data) < kept.stat().st_size:
                kept.write_bytes(data)
                Path(f"{kept}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")

    return run


def main() -> None:
    """Fuzz until the time is up."""
    name, found, *options = sys.argv[1:]
    with atheris.instrument_imports(include=WATCHED, enable_loader_override=False):
        from eval.fuzz.targets import TARGETS
    atheris.Setup([sys.argv[0], *options], watched(TARGETS[name], Path(found)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
