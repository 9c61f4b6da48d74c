"""Short ways to read times in a sentence that no model has parsed."""

from __future__ import annotations

import re
from itertools import pairwise

from tests import factory
from variorum.model.parse import Parse, Passage
from variorum.model.text import PartKind
from variorum.model.time import TimeExpression
from variorum.read.times import find_times


def flat(text: str, index: int = 0, kind: PartKind = "body") -> Passage:
    """A paragraph whose parse knows words and sentence ends, and no grammar: a sentence hangs on its first word."""
    tokens = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    ends = {m.start() for m in re.finditer(r"(?<=\w{5})[.!?](?=\s+[A-Z]|$)", text)}
    cuts = sorted({0, len(tokens), *(i + 1 for i, (a, _) in enumerate(tokens) if a in ends)})
    sentences = list(pairwise(cuts)) if tokens else []
    n = len(tokens)
    heads = [s for s, e in sentences for _ in range(s, e)]
    words = tuple(text[a:b] for a, b in tokens)
    parse = Parse(
        starts=tuple(a for a, _ in tokens), ends=tuple(b for _, b in tokens), lemmas=words, tags=("NN",) * n,
        pos=("X",) * n, deps=("dep",) * n, heads=tuple(heads), labels=("",) * n, sentences=tuple(sentences),
    )  # fmt: skip
    return Passage(index, factory.paragraph(text, kind=kind), parse)


def read(text: str, day: str | None = "2026-01-13") -> tuple[TimeExpression, ...]:
    """The times of one unparsed paragraph, in an article of the given day."""
    return find_times(factory.article(text, published=day), [flat(text)])


def values(text: str, day: str | None = "2026-01-13") -> list[tuple[str, str]]:
    """Words and TIMEX3 values."""
    return [(t.cite.exact, t.value) for t in read(text, day)]


def only(text: str, day: str | None = "2026-01-13") -> TimeExpression:
    """The one time in the text."""
    (found,) = read(text, day)
    return found
