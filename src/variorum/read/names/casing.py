"""How an article writes its words: which it has in small letters, which with a capital, which behind a given name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.parse import Passage, kept_with_parse


@dataclass(frozen=True)
class Casing:
    """How an article writes its words: ever in small letters, ever with a capital where grammar asks for none.

    Attributes:
        family: words that stand behind another in what the parser takes for a person's name.
    """

    common: frozenset[str]
    proper: frozenset[str]
    family: frozenset[str]

    def within(self, passage: Passage) -> Casing:
        """As far as the passage's own words go."""
        own = frozenset(passage.lower)
        return Casing(self.common & own, self.proper & own, self.family & own)


def casing(passages: Sequence[Passage]) -> Casing:
    """Gather the words of an article's running text."""
    common: set[str] = set()
    proper: set[str] = set()
    family: set[str] = set()
    for p in passages:
        own = _casing(p)
        common |= own.common
        proper |= own.proper
        family |= own.family
    return Casing(frozenset(common), frozenset(proper), frozenset(family))


@kept_with_parse
def _casing(p: Passage) -> Casing:
    firsts = {a for a, _ in p.parse.sentences}
    proper = {w.lower() for i, w in enumerate(p.words) if w[0].isupper() and i not in firsts}
    labelled = zip(p.words, p.parse.labels, strict=True)
    family = {w.lower() for w, label in labelled if label == "I-PERSON" and w[0].isupper()}
    return Casing(frozenset(w for w in p.words if w.islower()), frozenset(proper), frozenset(family))
