"""Where names stand: runs of capitalised words, cut into countries, titles and names.

The parser's name labels are evidence, not the cut: it mistakes bare foreign surnames and merges titles, while
English capitals mark names reliably in running text (headlines apart, where every word may be capitalised).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.lang.name_forms import fold
from variorum.lang.territories import Territory, territories
from variorum.model.parse import Passage
from variorum.read.names.lexicon import clues, given_names, offices, organizations

Sort = Literal["name", "territory", "adjective", "people"]

NAME_LABELS = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORT = 3
"""Letters: words up to this length stay small even in title case."""
LONGEST_TERRITORY = 5
"""Words: "Democratic People's Republic of Korea" has five."""


@dataclass(frozen=True)
class NameSpan:
    """A name where it stands.

    Attributes:
        sort: a name still to be typed, a country or region by name, by adjective, or its people.
        first, last: tokens, half-open; start, end: characters of the paragraph's text.
        title: the words of office right before it, as they stand ("presidential spokesperson").
        title_first: the first token of the title, or of the name when there is none.
        territory: for the three other sorts, which one.
        label: the parser's type for the first labelled token, "" if none.
        full: whether it was read in running text, where capitals prove a name; False in headlines.
    """

    passage: Passage
    first: int
    last: int
    start: int
    end: int
    sort: Sort
    title: str
    title_first: int
    territory: Territory | None
    label: str
    full: bool = True

    @property
    def text(self) -> str:
        """The name's own words."""
        return self.passage.text[self.start : self.end]

    @property
    def key(self) -> str:
        """The folded words."""
        return fold(self.text)


@dataclass(frozen=True)
class Casing:
    """How an article writes its words: ever in small letters, ever with a capital where grammar asks for none."""

    common: frozenset[str]
    proper: frozenset[str]


def casing(passages: Sequence[Passage]) -> Casing:
    """Gather the words of an article's running text."""
    common: set[str] = set()
    proper: set[str] = set()
    for p in passages:
        firsts = {a for a, _ in p.parse.sentences}
        common.update(w for w in p.words if w.islower())
        proper.update(w.lower() for i, w in enumerate(p.words) if w[0].isupper() and i not in firsts)
    return Casing(frozenset(common), frozenset(proper))


class Scanner:
    """Finds the names of one passage."""

    def __init__(self, passage: Passage, written: Casing, language: str) -> None:
        self.p = passage
        self.words = passage.words
        self.lower = passage.lower
        self.tags = passage.parse.tags
        self.labels = passage.parse.labels
        self.written = written
        self.lasts = {b for _, b in passage.parse.sentences}
        self.clues = clues(language)
        self.offices = offices(language)
        self.lands = territories(language)
        self.known = organizations(language)
        self.firsts = {a for a, _ in passage.parse.sentences}

    def spans(self) -> Iterator[NameSpan]:
        """Every name, country, adjective and people, in order."""
        i, n = 0, len(self.words)
        while i < n:
            if "-" in self.words[i] and (pair := self._pair(i)):
                yield from pair
                i += 1
            elif self.words[i][0].isupper() and self._begins(i):
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

    # -- runs

    def label(self, i: int) -> str:
        """The parser's name label of a token; numbers and dates are none."""
        name = self.labels[i][2:]
        return name if name in NAME_LABELS else ""

    def _begins(self, i: int) -> bool:
        word, tag = self.lower[i], self.tags[i]
        if word in self.clues["never"]:
            return word == "may" and self.label(i) == "PERSON"
        if self.labels[i][2:] in ("DATE", "TIME") and not tag.startswith("NNP"):
            return False
        if not self.words[i][0].isalpha() or word in self.clues["suffixes"] or "$" in word:
            return False
        if word == "pm" and i and self.tags[i - 1] == "CD":
            return False
        if (
            len(word) == 1
            and 0 < i < len(self.words) - 1
            and self.tags[i - 1] == "-LRB-"
            and self.tags[i + 1] == "-RRB-"
        ):
            return False  # "(R)", "(L)": where someone stands in a picture
        folded = fold(word)
        if self._land(folded) or self.known.knows(self.words[i]):
            return True
        if not self._opens(i):
            return True
        if i + 1 < len(self.words) and self.words[i + 1][0].isupper() and self._glued(i + 1) and tag.startswith("NNP"):
            return True
        if word in self.written.common:
            return False
        if word not in self.written.proper and i + 1 < len(self.words) and self._describes(i):
            return False
        return tag.startswith("NNP") or bool(self.label(i))

    def _describes(self, i: int) -> bool:
        """Whether a sentence's first word goes with a common noun, or is a label ("Lorry drivers", "Note:")."""
        if self.words[i + 1] == ":":
            return True
        common = self.tags[i + 1] in ("NN", "NNS") and self.words[i + 1].islower()
        return common and self.p.parse.deps[i] in ("compound", "amod")

    def _opens(self, i: int) -> bool:
        """Whether the token would be capitalised whatever it is."""
        return (
            i in self.firsts
            or self.tags[i - 1] in ("``", "''", ":", "-LRB-", "NFP", '"')
            or self.words[i - 1] in "\"“‘'—–-•·"
        )

    def _glued(self, i: int) -> bool:
        """Whether at most one space lies before the token."""
        return self.p.parse.starts[i] - self.p.parse.ends[i - 1] <= 1

    def _touching(self, i: int) -> bool:
        return self.p.parse.starts[i] == self.p.parse.ends[i - 1]

    def _capital(self, i: int) -> bool:
        return (
            i < len(self.words)
            and self.words[i][0].isupper()
            and self.lower[i] not in self.clues["never"]
            and self._glued(i)
        )

    def _extend(self, i: int) -> int:
        j, n = i + 1, len(self.words)
        while j < n:
            if self._capital(j):
                j += 1
            elif (
                self.words[j] == "-"
                and j + 1 < n
                and self._touching(j)
                and self._touching(j + 1)
                and self._hyphenates(i, j)
            ):
                j += 2
            elif (k := self._joined(i, j)) is not None:
                j = k
            elif (self.words[j] in ("'s", "’s") and self._owns_within(i, j)) or (
                self.words[j][0].isdigit()
                and self.labels[j].startswith("I-")
                and self.label(j) in ("ORG", "PRODUCT", "FAC")
            ):
                j += 1
            else:
                break
        return self._through_facility(i, j)

    def _owns_within(self, i: int, j: int) -> bool:
        """Whether a possessive ending stands within an organization's name ("People's Liberation Army")."""
        goes_on = j + 1 < len(self.words) and self._capital(j + 1) and self.labels[j + 1] == "I-ORG"
        return goes_on and self.labels[j] == "I-ORG" and not self._land(fold(self.p.phrase(i, j)))

    def _through_facility(self, i: int, j: int) -> int:
        """Past common nouns that end a building's or work's name: "the Chosei undersea coal mine"."""
        k = j
        while k < len(self.words) and self.lower[k] in self.clues["facility_modifiers"] and self._glued(k):
            k += 1
        if k >= len(self.words) or self.lower[k] not in self.clues["facilities"] or not self._glued(k):
            return j
        if i and self.lower[i - 1] in ("a", "an"):
            return j
        folded = fold(self.p.phrase(i, j))
        if folded in self.lands.names or folded in self.lands.peoples:
            return j
        if folded in self.lands.adjectives and self.lower[k] not in ("peninsula", "archipelago"):
            return j
        return k + 1

    def _hyphenates(self, i: int, j: int) -> bool:
        """Whether the hyphen at ``j`` stands within a name, not between two or before an English word."""
        tail = self.lower[j + 1]
        if tail in self.clues["compound_tails"] or not self.words[j + 1][0].isalpha():
            return False
        if not self.words[j + 1][0].isupper():
            return (
                self.tags[j + 1].startswith("NNP")
                or self.labels[j + 1].startswith("I-")
                or self.tags[j + 1] in ("NN", "FW")
            )
        left, right = fold(self.p.phrase(i, j)), fold(self.words[j + 1])
        if f"{left} {right}" in self.lands.names or (
            self.label(j + 1) in ("ORG", "LOC") and self.labels[j + 1].startswith("I-")
        ):
            return True
        longer = fold(self.p.phrase(j + 1, min(j + 3, len(self.words))))
        return not (self._land(left) and (self._land(right) or self._land(longer)))

    def _land(self, folded: str) -> bool:
        lands = self.lands
        return folded in lands.names or folded in lands.adjectives or folded in lands.capitals

    def _joined(self, i: int, j: int) -> int | None:
        """Past the small words at ``j`` and the capital behind them, if they join one name."""
        word = self.lower[j]
        if word not in self.clues["joiners"] or not self._glued(j):
            return None
        k = j + 1
        if (
            word in self.clues["particles"]
            and k + 1 < len(self.words)
            and self.words[k] == "-"
            and self._touching(k + 1)
        ):
            k += 1  # "Khalil al-Hayya"
        if (word in ("of", "for") and k < len(self.words) and self.lower[k] in ("the", "la", "al")) or (
            word in self.clues["particles"] and k < len(self.words) and self.lower[k] in self.clues["particles"]
        ):
            k += 1
        if k >= len(self.words) or not self._capital(k):
            return None
        first = self.lower[i]
        inside = self.labels[j].startswith("I-") and bool(self.label(j))
        if word == "&" or (word in self.clues["particles"] and word not in self.clues["english_joiners"]):
            return k + 1
        if word == "of":
            begins = self.clues["organization_first"] | self.clues["place_first"] | self.clues["place"]
            begins |= self.offices.heads
            return k + 1 if inside or first in begins or self.lower[j - 1] in begins else None
        if word == "for":
            return k + 1 if inside or first in self.clues["organization_first"] else None
        return k + 1 if inside and self.label(j) in ("ORG", "LAW", "FAC") else None

    # -- cuts

    def _cut(self, i: int, j: int) -> Iterator[NameSpan]:
        """The parts of the run ``[i, j)``."""
        at = i
        while at < j:
            if (land := self._territory_at(at, j)) is None:
                break
            end, sort, territory = land
            if end < j and not self._parts_from(at, end, j, sort):
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
        ):
            at += 0 if self.lower[at] in self.offices.heads or self.lower[at] in self.offices.modifiers else 1
        if at < j:
            yield from self._cut_titled(at, j)

    def _territory_at(self, at: int, j: int) -> tuple[int, Sort, Territory] | None:
        for end in range(min(j, at + LONGEST_TERRITORY + 2), at, -1):
            folded = fold(self.p.phrase(at, end))
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

    def _parts_from(self, at: int, end: int, j: int, sort: Sort) -> bool:
        """Whether a country's name or adjective at the run's head is apart from what follows it.

        "South Korean President Lee" parts; "Korean Air", "Japan Airlines" and "U.S. Air Force" are names as a whole.
        """
        if self.words[end] in ("-", "–"):
            return end + 1 < j and self._territory_at(end + 1, j) is not None
        last = self.lower[j - 1].rstrip(".")
        if self.known.knows(self.p.phrase(at, j)):
            return False
        if titled := self._title_end(end, j):
            before = self.lower[titled[0] - 1]
            return titled[0] == end or before not in self.clues["organization"]
        if self.lower[end] in self.offices.heads - self.offices.weak:
            return True
        kinds = self.clues["organization"] | self.clues["place"] | self.clues["other"]
        if last in kinds or self.lower[j - 1] in kinds:
            return False
        if sort in ("adjective", "people"):
            return True
        return self.labels[end].startswith("B-") or not self.labels[end]

    def _title_end(self, at: int, j: int) -> tuple[int, int] | None:
        """The run's last word of office, and where the name behind it begins; None when no name does."""
        last = self.lower[j - 1]
        if last in self.clues["organization"] or last in self.clues["place"]:
            return None
        for p in range(j - 2, at - 1, -1):
            word = self.lower[p]
            if self._is_office(word) or word in self.offices.honorifics:
                after = self._past_tail(p + 1, j)
                if after >= j:
                    continue
                if self.words[after] in ("-", "’s", "'s") or self.lower[after] in self.offices.heads:
                    return None
                if word in self.offices.weak and self.label(after) not in ("PERSON", ""):
                    return None
                return p, after
        return None

    def _past_tail(self, after: int, j: int) -> int:
        """Past "of State" behind the word of office, as far as a name follows."""
        if self.lower[after] != "of":
            return after
        for k in range(after + 1, j):
            if self.labels[k] == "B-PERSON" or self.lower[k - 1] in self.offices.tails:
                return k
        return j

    def _is_office(self, word: str) -> bool:
        """Whether a capitalised word is an office, or several of one ("Presidents Xi and Putin")."""
        return word in self.offices.heads or (word.endswith("s") and word[:-1] in self.offices.heads)

    def _cut_titled(self, at: int, j: int) -> Iterator[NameSpan]:
        """A run without leading country: an organization before the title, the title, the name."""
        if titled := self._title_end(at, j):
            start, after = titled
            while start > at and (
                self.lower[start - 1] in self.offices.modifiers
                or self.lower[start - 1] in self.offices.heads
                or self.lower[start - 1] in self.offices.honorifics
                or self.words[start - 1] == "-"
            ):
                start -= 1
            if start > at:
                yield from self._names(at, start)
            yield self._span(after, j, "name", title_first=start)
            return
        if (
            all(self.lower[k] in self.offices.heads or self.lower[k] in self.offices.modifiers for k in range(at, j))
            and self.lower[j - 1] in self.offices.heads
        ):
            return
        yield from self._names(at, self._before_office(at, j), lead=True)

    def _before_office(self, at: int, j: int) -> int:
        """Where an office begins at the run's end, behind the name of its body: "Airbus President and CEO ..."."""
        end = j
        while end > at and (self.lower[end - 1] in self.offices.modifiers or self._is_office(self.lower[end - 1])):
            end -= 1
        ends_in_office = self.lower[j - 1] in self.offices.heads - self.offices.weak
        return end if ends_in_office and end > at else j

    def _names(self, at: int, j: int, *, lead: bool = False) -> Iterator[NameSpan]:
        """A run without titles, parted where the parser begins a name of another type."""
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

    def _lower_title(self, at: int) -> int:
        """The first token of a title in small letters right before ``at``, or ``at``."""
        start = at - 1
        if start > 2 and self.words[start] in self.offices.tails and self.words[start - 1] == "of":
            start -= 2  # "secretary of state"
        if start < 0 or self.words[start] not in self.offices.heads or not self._glued(at):
            return at
        while start > 0 and self._qualifies(start - 1) and self._glued(start):
            start -= 1
        return start

    def _qualifies(self, i: int) -> bool:
        """Whether a word in small letters, or a sentence's first, belongs to the title behind it."""
        return (self.lower[i] if i in self.firsts else self.words[i]) in self.offices.before_head

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
        while last - first > 1 and self.words[last - 1] in ("-", "–", "&"):
            last -= 1
        starts, ends = self.p.parse.starts, self.p.parse.ends
        title_first = first if title_first is None else title_first
        title = self.p.phrase(title_first, first) if title_first < first else ""
        label = next((self.label(k) for k in range(first, last) if self.label(k)), "")
        end = ends[last - 1] - self._full_stop(last - 1)
        if self.words[last - 1].endswith(("'s", "’s")) and len(self.words[last - 1]) > 2:
            end -= 2
        return NameSpan(self.p, first, last, starts[first], end, sort, title, title_first, territory, label)


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
