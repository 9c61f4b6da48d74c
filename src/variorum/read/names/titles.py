"""Titles in runs of capitalised words, and in small letters before them: where they begin, and where the name does."""

from __future__ import annotations

from variorum.lang.name_forms import fold
from variorum.read.names.runs import Runs


class Titles(Runs):
    """Finds the titles in one passage's runs; a run is the half-open token range ``at`` to ``j``."""

    def _title_end(self, at: int, j: int) -> tuple[int, int] | None:
        """The run's last word of office, and where the name behind it begins; None when no name does."""
        last = self.lower[j - 1]
        if last in self.clues["organization"] or last in self.clues["place"]:
            return None
        for p in range(j - 2, at - 1, -1):
            word = self.lower[p]
            if word in self.offices.syllables and p > at and not self._is_office(self.lower[p - 1]):
                continue  # a name's own syllable ("Ri Son Ok")
            if self._is_office(word) or word in self.offices.honorifics:
                after = self._past_tail(p + 1, j)
                if after >= j:
                    continue
                if self.words[after] in ("-", "’s", "'s", "'", "’") or self.lower[after] in self.offices.heads:
                    return None
                if word in self.offices.weak and self.label(after) not in ("PERSON", ""):
                    return None
                return p, after
        return None

    def _title_start(self, at: int, head: int) -> int:
        """Where the title begins that ends in the office at ``head``: its modifiers, and other offices before it."""
        start = head
        while start > at and (
            self.lower[start - 1] in self.offices.before_head
            or self.lower[start - 1] in self.offices.honorifics
            or self.words[start - 1] == "-"
        ):
            start -= 1
        return start

    def _past_tail(self, after: int, j: int) -> int:
        """Past "of State" or "First Class" behind the word of office, as far as a name follows."""
        if self.lower[after] in self.offices.classes and self.lower[after + 1 : after + 2] == ("class",):
            return min(after + 2, j)
        if self.lower[after] not in ("of", "for"):
            return after
        for k in range(after + 1, j):
            if self.labels[k] == "B-PERSON" or (self.lower[k - 1] in self.offices.tails and self.words[k][0].isupper()):
                return k
        return j

    def _is_office(self, word: str) -> bool:
        """Whether a capitalised word is an office, or several of one ("Presidents Xi and Putin")."""
        return word in self.offices.heads or (word.endswith("s") and word[:-1] in self.offices.heads)

    def _before_office(self, at: int, j: int) -> int:
        """Where an office begins at the run's end, behind the name of its body: "Airbus President and CEO ..."."""
        end = j
        while end > at and (self.lower[end - 1] in self.offices.modifiers or self._is_office(self.lower[end - 1])):
            end -= 1
        ends_in_office = self.lower[j - 1] in self.offices.heads - self.offices.weak
        return end if ends_in_office and end > at and not self._name_too(j - 1) else j

    def _name_too(self, i: int) -> bool:
        """Whether an office's word is a name's too: an honorific, or a short form that is not in capitals ("Sen")."""
        jobs, word = self.offices, self.lower[i]
        return word in jobs.honorifics or (word in jobs.short and not self.words[i].isupper())

    def _surname(self, i: int) -> bool:
        """Whether such a word stands alone for one whose full name ends in it elsewhere in the report."""
        bare = i == 0 or self.tags[i - 1] not in ("DT", "PRP$", "POS")
        return self._name_too(i) and self.lower[i] in self.written.family and bare

    def _posted(self, at: int, j: int) -> int | None:
        """Where the name begins in "Ambassador to Linda Jane Doe", behind the capital that the envoy is sent to."""
        if at < 2 or self.lower[at - 1] != "to" or not self._is_office(self.lower[at - 2]):
            return None
        ends = (k for k in range(j - 1, at, -1) if fold(self.p.phrase(at, k)) in self.lands.capitals)
        return next(ends, None)

    def _lower_title(self, at: int) -> int:
        """The first token of a title in small letters right before ``at``, or ``at``."""
        start = at - 1
        if start > 2 and self.words[start] in self.offices.tails and self.words[start - 1] == "of":
            start -= 2  # "secretary of state"
        if start < 0 or self.words[start] not in self.offices.heads or not self._glued(at):
            return at
        if self.lower[start - 1 : start] == ("to",) or self.lower[max(0, start - 3) : start] == ("to", "co", "-"):
            verb = self.tags[start] == "VB" or self.words[start - 1] == "-"
            if verb:  # "to co-chair", "to head"
                return at
        while start > 0 and self._qualifies(start - 1) and self._glued(start):
            start -= 1
        return start

    def _qualifies(self, i: int) -> bool:
        """Whether a word in small letters, or a sentence's first, belongs to the title behind it."""
        return (self.lower[i] if i in self.firsts else self.words[i]) in self.offices.before_head
