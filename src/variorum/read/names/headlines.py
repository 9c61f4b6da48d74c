"""Names in lines where capitals prove nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory, territories
from variorum.model.parse import Passage
from variorum.read.names.lexicon import given_names, organizations
from variorum.read.names.spans import NAME_LABELS, NameSpan, Sort

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that a headline in title case would write with a capital."""
SHORT = 3
"""Letters: words up to this length stay small even in title case."""


class Recognizer:
    """Finds names already known, in lines where capitals prove nothing: headlines."""

    def __init__(self, keys: Collection[str], language: str) -> None:
        lands = territories(language)
        self.given = given_names(language)
        self.acronyms = organizations(language).acronyms
        self.names = frozenset(keys)
        self.lands = lands
        self.longest = max((len(k.split()) for k in keys), default=1) + 2

    def spans(self, passage: Passage) -> Iterator[NameSpan]:
        """The known names of a passage, the longest first at each place."""
        i, starts, ends = 0, passage.parse.starts, passage.parse.ends
        while i < len(passage):
            found = self._at(passage, i) if passage.words[i][0].isupper() else None
            if found is None:
                i += 1
                continue
            last, sort, land = found
            label = passage.parse.labels[i][2:]
            label = label if label in NAME_LABELS else ""
            whole = sort == "name" and last == i + 1 < len(passage) and self._is_given_name(passage, i)
            first, i = i, last
            if whole and (behind := self._at(passage, last)) and behind[:2] == (last + 1, "name"):
                i = behind[0]
            yield NameSpan(passage, first, i, starts[first], ends[i - 1], sort, "", first, land, label, full=i > last)

    def _is_given_name(self, passage: Passage, i: int) -> bool:
        """Whether a given name stands here: with a known surname behind it, it is a full name even in a headline."""
        return fold(passage.words[i]) in self.given

    def _at(self, passage: Passage, i: int) -> tuple[int, Sort, Territory | None] | None:
        for last in range(min(len(passage), i + self.longest), i, -1):
            end = passage.lower[last - 1]
            if not end[0].isalnum() or end.endswith("'s") or not (end[-1].isalnum() or end[-1] == "."):
                continue
            key = fold(passage.phrase(i, last))
            if key in self.acronyms and not passage.words[i].replace(".", "").isupper():
                continue
            if key in self.names or (last == i + 1 and key in self.given):
                return last, "name", None
            if (key in self.lands.names and key != "us") or passage.words[i:last] == ("US",):
                return last, "territory", self.lands.names[key]
            if key in self.lands.adjectives:
                return last, "adjective", self.lands.adjectives[key]
            if key in self.lands.peoples:
                return last, "people", self.lands.peoples[key]
        return None


def in_title_case(passage: Passage) -> bool:
    """Whether a line writes most of its longer words with a capital, as headlines do wherever they stand."""
    long = [w for w in passage.words if len(w) > SHORT and w.isalpha()]
    capitals = sum(w[0].isupper() for w in long)
    if len(long) < 4 or len(passage) > 40 or capitals <= 0.75 * len(long):
        return False
    return not any(t in FINITE and w.islower() for t, w in zip(passage.parse.tags, passage.words, strict=True))
