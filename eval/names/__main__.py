"""``python -m eval.names FOLDER``: name pairs and MEANTIME, in the folder that holds both."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eval.names import meantime, pairs, surnames


def main() -> int:
    """Print what is at hand."""
    options = argparse.ArgumentParser(prog="python -m eval.names")
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    worst = 0
    for data, report in ((folder / "name_pairs" / "cases.csv", pairs.report), (folder / "meantime", meantime.report)):
        if data.exists():
            worst = max(worst, report(data) or 0)
        else:
            print(f"not here: {data}")
    return max(worst, surnames.report(folder))


if __name__ == "__main__":
    sys.exit(main())
