"""An embedder that knows a few topics, so that tests of alignment load no model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


class Topical:
    """A text's vector points where the topics lie whose words it holds; remembers every text it saw."""

    name = "topical 1"

    def __init__(self, *topics: set[str]) -> None:
        self.topics = topics
        self.seen: list[str] = []

    def vectors(self, texts: Sequence[str]) -> Any:
        self.seen += texts
        rows = [[0.01, *(float(bool(t & set(text.lower().split()))) for t in self.topics)] for text in texts]
        found = np.array(rows, np.float32)
        return found / np.linalg.norm(found, axis=1, keepdims=True)
