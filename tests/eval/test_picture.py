from __future__ import annotations

import xml.etree.ElementTree as ET

from eval.bench.picture import line_chart


def test_a_chart_is_well_formed_and_names_its_lines() -> None:
    lines = {"one <more>": [(1000.0, 2.0), (10000.0, 2.5)], "all": [(1000.0, 3.0), (10000.0, 2.8)]}
    root = ET.fromstring(line_chart("Cost & growth", "reports", "milliseconds", lines))
    words = [e.text for e in root.iter() if e.text]
    assert {"Cost & growth", "one <more>", "all", "1,000", "10,000"} <= set(words)
    drawn = [e for e in root.iter() if e.tag.endswith("polyline")]
    assert [len((e.get("points") or "").split()) for e in drawn] == [2, 2]
