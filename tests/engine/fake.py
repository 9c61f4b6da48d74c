"""A parser that knows no language: words apart at spaces, one sentence, no tree. It counts what it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model.parse import Parse


class FlatParser:
    """Satisfies the Parser protocol without a model."""

    name = "flat 1"

    def __init__(self, broken: str | None = None) -> None:
        self.asked: list[str] = []
        self._broken = broken

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """One flat parse a text; an ill-formed one for a text that holds the word ``broken``."""
        self.asked.extend(texts)
        return [self._flat(text) for text in texts]

    def _flat(self, text: str) -> Parse:
        spans = [m.span() for m in re.finditer(r"\S+", text)]
        words = [text[a:b] for a, b in spans]
        size = len(spans)
        heads = (99,) * size if self._broken and self._broken in text else (0,) * size
        return Parse(
            tuple(a for a, _ in spans), tuple(b for _, b in spans), tuple(w.lower() for w in words),
            ("NN",) * size, ("NOUN",) * size, ("dep",) * size, heads, ("",) * size, ((0, size),),
        )  # fmt: skip
