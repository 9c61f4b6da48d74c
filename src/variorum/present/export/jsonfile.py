"""Plain data as JSON: the contract's own order of keys, UTF-8, one line break at the end."""

from __future__ import annotations

import json
from typing import Any


def render(data: Any) -> str:
    """Data as an indented JSON document."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def render_line(data: Any) -> str:
    """Data as one line of JSON Lines."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
