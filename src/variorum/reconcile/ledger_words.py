"""How alike two utterances are in their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from variorum.lang import words
from variorum.lang.stems import sense

TOKEN = re.compile(r"[^\W_]+(?:['’\-‐–][^\W_]+)*")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’']*\s+")
SHINGLE = 3
"""Words that two quotations must have in a row before they are compared at all."""
SAME = 0.75
"""Share of the longer quotation's words that a near-same one has, in order."""
HELD = 0.9
"""Share of the shorter quotation's words that stand, in order, within the longer."""
LEAST_HELD = 4
"""Words: a shorter quotation proves nothing by standing within a longer."""
MANY, OF_LARGER = 4, 0.45
"""Content words: so many in common, or such a share of the larger statement's, make two statements alike."""
MUTE = 2
"""Letters of words that carry no meaning."""
STEM = 5
"""Letters by which two forms of a word are taken for one ("important", "importance")."""


def tokens(text: str) -> tuple[str, ...]:
    """The words in lower case, without what an editor has put in brackets."""
    return tuple(t.lower().replace("’", "'") for t in TOKEN.findall(BRACKETED.sub(" ", text)))


@lru_cache(maxsize=16384)
def meanings(text: str) -> frozenset[str]:
    """One key for each word that carries meaning; words that news puts for one another have one."""
    empty = words("en", "speech", "ledger", "empty")
    return frozenset(sense(t) for t in tokens(text) if t not in empty and (len(t) > MUTE or t.isdigit()))


def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence of a quotation."""
    return tuple(found for part in SENTENCE_END.split(text) if (found := tokens(part)))


def shingles(of: Sequence[str]) -> set[tuple[str, ...]]:
    """Every run of three words; the whole, where there are fewer."""
    size = min(SHINGLE, len(of))
    return {tuple(of[i : i + size]) for i in range(len(of) - size + 1)} if of else set()


def same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two quotations are one utterance: near-equal, or one stands within the other."""
    short, long = sorted((left, right), key=len)
    if not short:
        return False
    common = LCSseq.similarity(short, long)
    if common >= SAME * len(long):
        return True
    if len(short) < LEAST_HELD:
        return False
    return any(
        LCSseq.similarity(short, long[i : i + len(short) + 2]) >= HELD * len(short)
        for i in range(max(1, len(long) - len(short) + 1))
    )


def content_words(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the words that carry the meaning."""
    empty = words(language, "speech", "ledger", "empty")
    return frozenset(t[:STEM] for t in tokens(text) if t not in empty and (len(t) > 2 or t.isdigit()))


def same_content(left: frozenset[str], right: frozenset[str], *, share: float, least: int) -> bool:
    """Whether two statements have enough of their content words in common.

    Args:
        left: content words of one.
        right: content words of the other.
        share: the part of the smaller one's words that must be common.
        least: how many must be common in any case.
    """
    common = len(left & right)
    enough = common >= MANY or common >= OF_LARGER * max(len(left), len(right))
    return enough and common >= least and common >= share * min(len(left), len(right))
