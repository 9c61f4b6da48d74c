"""Where several wordings of one utterance part: a word-level collation, as in an edition's apparatus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+(?:['’‘.,-]\w+)*|[^\w\s]")
TRIVIAL = re.compile(r"[^\w\[\]]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one wording's characters, and whether another wording has something else there."""

    text: str
    differs: bool


def collate(wordings: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """Cut each wording into stretches that agree or differ.

    The first is the base text. In every other, the words that the base lacks are marked; in the base, those that
    at least one of the others lacks. Case, quotation marks and other punctuation do not count as differing words;
    square brackets do, since they show an editor's hand.
    """
    texts = [" ".join(w.split()) for w in wordings]
    tokens = [_tokens(t) for t in texts]
    marked: list[set[int]] = [set() for _ in texts]
    for i in range(1, len(texts)):
        base, other = ([key for _, _, key in tokens[0]], [key for _, _, key in tokens[i]])
        for tag, a, b, c, d in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
            if tag != "equal":
                marked[0].update(range(a, b))
                marked[i].update(range(c, d))
    return tuple(_stretches(t, k, m) for t, k, m in zip(texts, tokens, marked, strict=True))


def emphasize(text: str, value: str) -> tuple[Stretch, ...]:
    """The text with each whole-word occurrence of ``value`` marked, case apart."""
    text, value = " ".join(text.split()), " ".join(value.split())
    if not value:
        return (Stretch(text, False),)
    pieces = re.split(rf"(?<!\w)({re.escape(value)})(?!\w)", text, flags=re.IGNORECASE)
    return tuple(Stretch(p, i % 2 == 1) for i, p in enumerate(pieces) if p)


def fragment(text: str) -> str:
    """A report's words on one line, led by an ellipsis when they begin within a sentence."""
    words = " ".join(text.split())
    return f"… {words}" if words[:1].islower() else words


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Start, end and comparison key of each word; punctuation that does not count is left out."""
    found = ((m.start(), m.end(), m.group().lower().replace("’", "'")) for m in TOKEN.finditer(text))
    return [t for t in found if not TRIVIAL.fullmatch(t[2])]


def _stretches(text: str, tokens: list[tuple[int, int, str]], marked: set[int]) -> tuple[Stretch, ...]:
    out: list[Stretch] = []
    at = 0
    for first, last in _runs(marked):
        start, end = tokens[first][0], tokens[last][1]
        if at < start:
            out.append(Stretch(text[at:start], False))
        out.append(Stretch(text[start:end], True))
        at = end
    if at < len(text):
        out.append(Stretch(text[at:], False))
    return tuple(out)


def _runs(numbers: set[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs
