from __future__ import annotations

import re

from variorum.lang import expression


def test_an_expression_of_a_table_is_made_once_with_its_flags() -> None:
    ends = expression("en", "raised", "shape", "ends")
    assert ends.split("the toll, they said")[0] == "the toll"
    assert expression("en", "raised", "shape", "ends") is ends
    assert expression("en", "raised", "shape", "past", flags=re.IGNORECASE).search("It WAS left out")
