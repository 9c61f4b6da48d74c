from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("lxml", "trafilatura", "htmldate", "feedparser", "protego", "variorum.engine.fetch")
"""What only pages, feeds and addresses need."""
READ = f"""
import sys
from variorum import ingest
found = ingest(sys.argv[1])
print(len(found), *(m for m in {HEAVY!r} if m in sys.modules))
"""


@pytest.mark.parametrize(
    ("name", "text", "needed"),
    [
        ("a.txt", "BREL, Jan 13 (PNS) - The ministers met on Tuesday, officials said.", set()),
        ("a.json", '{"headline": "Talks", "articleBody": "They met on Tuesday."}', set()),
        ("a.rss", "<rss version='2.0'><channel><item><title>Talks end</title></item></channel></rss>", {"feedparser"}),
    ],
)
def test_a_report_loads_only_what_its_own_form_needs(name: str, text: str, needed: set[str], tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path / name)], check=True, capture_output=True, text=True
    )
    count, *loaded = done.stdout.split()
    assert count == "1"
    assert set(loaded) == needed
    assert done.stderr == ""
