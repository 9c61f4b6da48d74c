"""Where names stand: runs of capitalised words, cut into countries, titles and names.

The parser's name labels are evidence, not the cut: it mistakes bare foreign surnames and merges titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.names.casing import Casing
from variorum.read.names.spans import NameSpan, Sort
from variorum.read.names.titles import Titles

LETTERS = 2
"""Letters of a state's short form, which only capitals or full stops tell from a name's syllable."""
LONGEST_TERRITORY = 5
"""Words: "Democratic People's Republic of Korea" has five."""


def names_in(passage: Passage, written: Casing, language: str) -> list[NameSpan]:
    """Every name, country, adjective and people of a passage, in order.

    Args:
        passage: running text, where capitals prove a name.
        written: how the article writes its words.
        language: ISO 639-1 code.
    """
    return [span.within(passage) for span in _names_in(passage, written.within(passage), language)]


@kept_with_parse
def _names_in(passage: Passage, written: Casing, language: str) -> tuple[NameSpan, ...]:
    return tuple(Scanner(passage, written, language).spans())


class Scanner(Titles):
    """Finds the names of one passage."""

    def spans(self) -> Iterator[NameSpan]:
        """Every name, country, adjective and people, in order."""
        i, n = 0, len(self.words)
        while i < n:
            if "-" in self.words[i] and (pair := self._pair(i)):
                yield from pair
                i += 1
            elif (self._raised(i) or self._leads(i)) and self._begins(i):
                j = self._extend(i)
                yield from self._cut(i, j)
                i = j
            else:
                i += 1

    def _pair(self, i: int) -> list[NameSpan]:
        """Two countries that the parser took for one word ("U.S.-China")."""
        left, _, right = self.words[i].partition("-")
        lands = [self.lands.names.get(fold(w)) for w in (left, right)]
        if not all(lands):
            return []
        start = self.p.parse.starts[i]
        ranges = ((start, start + len(left)), (start + len(left) + 1, self.p.parse.ends[i]))
        return [
            NameSpan(self.p, i, i + 1, a, b, "territory", "", i, land, "GPE")
            for (a, b), land in zip(ranges, lands, strict=True)
        ]

    def _cut(self, i: int, j: int) -> Iterator[NameSpan]:
        """The parts of the run ``[i, j)``."""
        if self._of_two_states(i, j):
            yield self._span(i, j, "name")
            return
        at = i
        while at < j:
            if (land := self._territory_at(at, j)) is None:
                break
            end, sort, territory = land
            if end < j and not self._parts_from(at, end, j, sort, area=territory.kind != "country"):
                break
            yield self._span(at, end, sort, territory=territory)
            at = end
            while at < j and self.words[at] in ("-", "–"):
                at += 1
        if (
            at == i
            and at in self.firsts
            and at + 1 < j
            and not self.labels[at]
            and self.labels[at + 1].startswith("B-PERSON")
            and self.tags[at] != "NNP"
        ):
            at += 0 if self.lower[at] in self.offices.heads or self.lower[at] in self.offices.modifiers else 1
        if at < j:
            yield from self._cut_titled(at, j)

    def _of_two_states(self, i: int, j: int) -> bool:
        """Whether the run is the name of a body of two states: "the Norway-Sweden High-Level Council"."""
        first = self._territory_at(i, j)
        if first is None or self.words[first[0] : first[0] + 1] != ("-",) or first[0] + 1 >= j:
            return False
        second = self._territory_at(first[0] + 1, j)
        return second is not None and second[0] + 1 < j and self.lower[j - 1] in self.clues["organization"]

    def _territory_at(self, at: int, j: int) -> tuple[int, Sort, Territory] | None:
        for end in range(min(j, at + LONGEST_TERRITORY + 2), at, -1):
            folded = fold(self.p.phrase(at, end))
            if len(folded) <= LETTERS and not (self.words[at].isupper() or "." in self.words[at]):
                continue  # "Ri Son Ok" is of no state whose letters are RI
            if folded in self.lands.names:
                return end, "territory", self.lands.names[folded]
            if folded in self.lands.adjectives:
                return end, "adjective", self.lands.adjectives[folded]
            if folded in self.lands.peoples:
                return end, "people", self.lands.peoples[folded]
            if (
                end - at == 2
                and fold(self.words[at]) in self.lands.adjectives
                and fold(self.words[end - 1]) in self.lands.peoples
            ):
                return end, "people", self.lands.peoples[fold(self.words[end - 1])]  # "African Americans"
        return None

    def _parts_from(self, at: int, end: int, j: int, sort: Sort, *, area: bool) -> bool:
        """Whether a country's name or adjective at the run's head is apart from what follows it.

        ``area`` says that it is no state but a part of the world ("European").

        "South Korean President Lee" parts; "Korean Air", "Japan Airlines" and "U.S. Air Force" are names as a whole.
        """
        if self.words[end] in ("-", "–"):
            return end + 1 < j and self._territory_at(end + 1, j) is not None
        last = self.lower[j - 1].rstrip(".")
        if self.known.knows(self.p.phrase(at, j)):
            return False
        if self._one_body(at, end, j, area=area):
            return False
        if titled := self._title_end(end, j):
            start = self._title_start(end, titled[0])
            return start == end or self.lower[start - 1] not in self.clues["organization"]
        if self.lower[end] in self.offices.heads - self.offices.weak:
            return True
        heads = self.clues["organization_first"] - self.clues["state_bodies"]
        if (self.lower[end] in heads and self.lower[end + 1 : end + 2] in (("of",), ("for",))) or fold(
            self.p.phrase(end, j)
        ) in self.clues["national_bodies"]:
            return False
        kinds = self.clues["organization"] | self.clues["place"] | self.clues["other"]
        if last in kinds or self.lower[j - 1] in kinds:
            return False
        if sort in ("adjective", "people"):
            return True
        return self.labels[end].startswith("B-") or not self.labels[end]

    def _one_body(self, at: int, end: int, j: int, *, area: bool) -> bool:
        """Whether the parser sees one body's name in the whole run, of three words or more behind its adjective.

        An area's adjective belongs to such a name even where the parser begins it behind.
        """
        first = end if area and self.labels[end] == "B-ORG" else at
        whole = self.label(first) == "ORG" and all(self.labels[k] == "I-ORG" for k in range(first + 1, j))
        jobs = any(self._is_office(w) or w in self.offices.honorifics for w in self.lower[end:j])
        return whole and end + 3 <= j and not jobs

    def _cut_titled(self, at: int, j: int) -> Iterator[NameSpan]:
        """A run without leading country: an organization before the title, the title, the name."""
        if (known := self._known_behind(at, j)) is not None:
            at = known
        if titled := self._title_end(at, j):
            start, after = self._title_start(at, titled[0]), titled[1]
            if start > at:
                yield from self._names(at, start)
            yield self._span(after, j, "name", title_first=start)
            return
        if (
            all(self.lower[k] in self.offices.heads or self.lower[k] in self.offices.modifiers for k in range(at, j))
            and self.lower[j - 1] in self.offices.heads
        ):
            if j - at == 1 and self._surname(at):
                yield self._span(at, j, "name")
            return
        yield from self._names(at, self._before_office(at, j), lead=True)

    def _names(self, at: int, j: int, *, lead: bool = False) -> Iterator[NameSpan]:
        """A run without titles, parted where the parser begins a name of another type."""
        if (post := self._posted(at, j)) is not None:
            yield self._span(at, post, "name")
            yield self._span(post, j, "name", title_first=at - 2)
            return
        start = at
        for k in range(at + 1, j):
            a, b = self.label(k - 1), self.label(k)
            if (
                self.labels[k].startswith("B-")
                and a
                and b
                and a != b
                and self.words[k - 1] != "-"
                and self.lower[k - 1] not in self.clues["joiners"]
            ):
                kinds = self.clues["organization"] | self.clues["place"]
                if self.lower[j - 1] in kinds:
                    continue
                yield self._span(start, k, "name")
                start = k
        yield self._span(start, j, "name", title_first=self._lower_title(start) if lead and start == at else start)

    def _known_behind(self, at: int, j: int) -> int | None:
        """Where a known organization begins that a happening's name ends with: "Summit of ... of the Arab League"."""
        if self.lower[at] not in self.clues["other"] and not self._is_office(self.lower[at]):
            return None
        behind = (k for k in range(at + 2, j) if self.lower[k - 1] in ("of", "the"))
        return next((k for k in behind if self.known.knows(self.p.phrase(k, j))), None)

    def _full_stop(self, i: int) -> int:
        """1 if the token ends in the sentence's full stop that the parser left on a name, else 0."""
        word = self.words[i]
        if not word.endswith(".") or word.count(".") > 1 or i + 1 not in self.lasts or len(word) < 2:
            return 0
        kept = self.clues["legal_forms"] | self.clues["suffixes"]
        return int(word[:-1].lower() not in kept and word.lower() not in kept and not self._land(fold(word)))

    def _span(
        self, first: int, last: int, sort: Sort, *, territory: Territory | None = None, title_first: int | None = None
    ) -> NameSpan:
        while last - first > 1 and self.words[last - 1] in ("-", "–", "&", "of", "for"):
            last -= 1
        starts, ends = self.p.parse.starts, self.p.parse.ends
        title_first = first if title_first is None else title_first
        title = self.p.phrase(title_first, first) if title_first < first else ""
        label = next((label for k in range(first, last) if (label := self.label(k))), "")
        end = ends[last - 1] - self._full_stop(last - 1)
        if self.words[last - 1].endswith(("'s", "’s")) and len(self.words[last - 1]) > 2:
            end -= 2
        return NameSpan(self.p, first, last, starts[first], end, sort, title, title_first, territory, label)
