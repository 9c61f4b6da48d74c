"""``python -m eval``: every benchmark whose data is at hand, one table each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import variorum
from eval.places import EXAMPLES, GOLD, ROOT, SHARED
from eval.story.score import load, score, table

EXAMPLE_STORIES = ("summit", "ferry", "strike", "hostages", "election", "quake", "missile", "talks")
STORIES = (
    *((name, EXAMPLES / name, GOLD / f"{name}.json") for name in EXAMPLE_STORIES),
    ("nara", SHARED / "seeds", SHARED / "acceptance" / "nara.json"),
)
OTHERS = (
    ("differences: the stories to fit on, and each left out", "eval.contrasts", None),
    ("pairs of sentences: stories that the comparer was not taught on", "eval.pairs", None),
    ("times: MEANTIME", "eval.timex", SHARED / "data" / "meantime"),
    ("times: newswire of the project's own", "eval.timex", None),
    ("speech: PolNeAR, dev split", "eval.speech", SHARED / "data" / "polnear_dev"),
    ("happenings, agenda, occasions: passages of the project's own", "eval.happenings", None),
    ("names: MEANTIME and name pairs", "eval.names", SHARED / "data"),
    ("heads of reports: facts of articles", "eval.heads", None),
    ("sameness of answers: NAnCo", "eval.nanco", SHARED / "data" / "nanco" / "nanco_dataset.json"),
    ("sameness of claims: our own", "eval.claims", None),
    ("sameness of sentences: MEANTIME", "eval.sentences", SHARED / "data" / "meantime"),
    ("lineage and stories: a made stream", "eval.group", None),
)
"""Benchmarks that are programs of their own: title, module, and the folder or file it is given."""


def main() -> int:
    """Print them; 1 when one could not be run."""
    for name, reports, gold in STORIES:
        print(f"\n== the whole record: {name}")
        print(_story(reports, gold) if reports.exists() and gold.exists() else f"not here: {reports}, {gold}")
    return max(_other(*other) for other in OTHERS)


def _story(reports: Path, gold: Path) -> str:
    story, *rest = variorum.group(variorum.ingest(reports))
    apart = f"\n{len(rest)} more stories were seen in these reports; this is the largest" if rest else ""
    return table(score(variorum.record(story).to_dict(), load(gold))) + apart


def _other(title: str, module: str, data: Path | None) -> int:
    if not (ROOT / Path(*module.split("."), "__main__.py")).exists():
        return 0
    print(f"\n== {title}", flush=True)
    if data and not data.exists():
        print(f"not here: {data}")
        return 0
    return subprocess.run([sys.executable, "-m", module, *([str(data)] if data else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
