from __future__ import annotations

import pytest

from variorum.ingest.rights import rights_holder, rights_year


@pytest.mark.parametrize(
    ("line", "holder", "year"),
    [
        ("© 2026 Linda Post", "Linda Post", 2026),
        ("© Linda Post 2026", "Linda Post", 2026),
        ("Linda Post © 2026", "Linda Post", 2026),
        ("Copyright © 2019-2026 Linda Post. All rights reserved.", "Linda Post", 2026),
        ("(c) 2026 Linda Post All rights reserved", "Linda Post", 2026),
        ("Copyright 2026 Linda Post Ltd. Reproduction is forbidden.", "Linda Post", 2026),
        ("© 2026. All rights reserved.", None, 2026),
        ("The right of way is 2026 metres long.", None, None),
    ],
)
def test_a_line_of_rights_gives_holder_and_year(line: str, holder: str | None, year: int | None) -> None:
    assert (rights_holder(line), rights_year(line)) == (holder, year)
