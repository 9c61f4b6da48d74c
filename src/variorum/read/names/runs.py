"""Runs of capitalised words in running text, where English capitals mark names reliably (headlines apart)."""

from __future__ import annotations

import re

from variorum.lang.name_forms import fold
from variorum.lang.territories import territories
from variorum.model.parse import Passage
from variorum.read.names.casing import Casing
from variorum.read.names.lexicon import clues, given_names, offices, organizations
from variorum.read.names.spans import NAME_LABELS

STOCK_CODE = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,3}(?:\.?)")
"""A share's code on its exchange ("RNMG.DE", "7099.T")."""


class Runs:
    """Finds where names begin and end in one passage."""

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
        self.given = given_names(language)
        self.firms = {(form,) for form in self.clues["legal_forms"]}
        self.firsts = {a for a, _ in passage.parse.sentences}

    def label(self, i: int) -> str:
        """The parser's name label of a token; numbers and dates are none."""
        name = self.labels[i][2:]
        return name if name in NAME_LABELS else ""

    def _raised(self, i: int) -> bool:
        """Whether a word has a name's capital, at its head or behind a particle that lost its vowel ("d'Aubry")."""
        word = self.words[i]
        if word[0].isupper():
            return True
        head, _, tail = word.replace("’", "'").partition("'")
        return head in self.clues["elided"] and tail[:1].isupper()

    def _leads(self, i: int) -> bool:
        """Whether a surname begins here with its particle: "al-Kaabi", "van der Stoel"."""
        if self.lower[i] not in self.clues["leading_particles"]:
            return False
        k = i + 1
        if k < len(self.words) and self.lower[k] in self.clues["leading_particles"] and self._glued(k):
            k += 1
        if k + 1 < len(self.words) and self.words[k] == "-" and self._touching(k) and self._touching(k + 1):
            k += 1
        return self._capital(k) and self._past_code(k)

    def _past_code(self, i: int) -> bool:
        """Whether the token is no stock's code ("RNMG.DE")."""
        return not STOCK_CODE.fullmatch(self.words[i])

    def _begins(self, i: int) -> bool:
        word, tag = self.lower[i], self.tags[i]
        if self._leads(i) or (word == "i" and self._capital(i + 1) and self.lower[i + 1] in self.clues["behind_i"]):
            return True
        if word == "the" and self.lower[i + 1 : i + 2] and self.lower[i + 1] in self.clues["with_article"]:
            return True
        if word in self.clues["never"]:
            return (word == "may" and self.label(i) == "PERSON") or self._given(i)
        if self.labels[i][2:] in ("DATE", "TIME") and not tag.startswith("NNP"):
            return False
        if not (self.words[i][0].isalpha() and self._past_code(i)) or word in self.clues["generations"] or "$" in word:
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
        named = tag.startswith("NNP") or folded in self.given or self.lower[i + 1 : i + 2] in self.firms
        named = named or (word in self.offices.heads and self.lower[i + 2 : i + 3] == ("class",))
        if i + 1 < len(self.words) and self.words[i + 1][0].isupper() and self._glued(i + 1) and named:
            return True
        if word in self.written.common:
            return False
        if word not in self.written.proper and i + 1 < len(self.words) and self._describes(i):
            return False
        return tag.startswith("NNP") or bool(self.label(i)) or self._is_bare_surname(i)

    def _given(self, i: int) -> bool:
        """Whether a word of dates is a given name: the parser sees a person's in the word behind it ("Jan Mertens")."""
        behind = i + 1 < len(self.words) and self.words[i + 1][0].isupper() and self._glued(i + 1)
        day = i > 0 and self.words[i - 1][0].isdigit()
        if self.lower[i] not in self.clues["dated_names"] or self.words[i].isupper() or not behind or day:
            return False
        return self.label(i + 1) == "PERSON" and self.lower[i + 1] not in self.clues["never"]

    def _is_bare_surname(self, i: int) -> bool:
        """Whether a sentence's first word, a noun by its looks, is a name: of one named elsewhere, who acts."""
        acts = self.p.parse.deps[i] == "nsubj" and self.tags[self.p.parse.heads[i]] in ("VBD", "VBZ")
        return acts and (self.lower[i] in self.written.family or self.lower[i] in self.written.proper)

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
            and self._raised(i)
            and (self.lower[i] not in self.clues["never"] or self._syllable(i))
            and self._glued(i)
            and self._past_code(i)
        )

    def _syllable(self, i: int) -> bool:
        """Whether a small English word is a name's syllable: it has a capital behind a name's word ("Hoi An")."""
        if self.lower[i] not in self.clues["syllables"] or i in self.firsts or self.words[i].isupper():
            return False
        before = self.words[i - 1]
        if self._land(fold(before)):
            return False
        return before.isalpha() and before[0].isupper() and self.lower[i - 1] not in self.clues["never"]

    def _extend(self, i: int) -> int:
        j, n = i + 1, len(self.words)
        while j < n:
            if self._capital(j):
                j += 1
            elif self._bracketed(i, j):
                j += 4
            elif self.words[j] in self.clues["small_forms"] and self._glued(j):
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
            elif (self.words[j] in ("'s", "’s", "'", "’") and self._owns_within(i, j)) or self._numbers(i, j):
                j += 1
            else:
                break
        end = self._through_noun(i, j, "facilities", "facility_modifiers")
        return end if end > j else self._through_noun(i, j, "institutions", "institution_modifiers")

    def _bracketed(self, i: int, j: int) -> bool:
        """Whether a place's other name stands in brackets before its noun: "Carina (Dalisay) Shoal"."""
        if self.words[j : j + 1] != ("(",) or self.words[j + 2 : j + 3] != (")",) or j + 3 >= len(self.words):
            return False
        return self.words[j + 1][0].isupper() and self._capital(j + 3) and self.lower[j + 3] in self.clues["place"]

    def _numbers(self, i: int, j: int) -> bool:
        """Whether a number belongs to the name before it ("Area 51"), and is no figure of a list ("Greens 12, ...")."""
        if not self.words[j][0].isdigit() or not self.labels[j].startswith("I-"):
            return False
        if not self.clues["english_joiners"].isdisjoint(self.lower[i:j]):
            return False  # a name long as a phrase has no number
        listed = j + 2 < len(self.words) and self.words[j + 1] in (",", ";", "and") and self._capital(j + 2)
        return self.label(j) in ("ORG", "PRODUCT", "FAC") and "." not in self.words[j] and not listed

    def _owns_within(self, i: int, j: int) -> bool:
        """Whether a possessive ending stands within an organization's name ("People's Liberation Army")."""
        if not self._capital(j + 1):
            return False
        body = self.lower[j + 1] in self.clues["organization"]
        owner, last = self.lower[j - 1], j + 1
        while self._capital(last + 1):
            last += 1
        if owner in self.clues["owning"]:
            if j == i + 1:
                return self.labels[j + 1] == "I-ORG" or body
            return self.lower[last] in self.clues["organization"]  # "the Linda People's Defence Force"
        if body and self._of_office(i, j):
            return True
        many = self.words[j] in ("'", "’") and owner[:-1] in self.clues["human_plurals"]
        kind = owner.endswith("men") or (owner.endswith("s") and (many or self.tags[j - 1] in ("NNPS", "NNS")))
        body = body or (many and self.lower[j + 1] in self.clues["place"])
        lands = self.lands
        return kind and body and not {owner, fold(self.p.phrase(i, j))} & (lands.peoples.keys() | self.clues["groups"])

    def _of_office(self, i: int, j: int) -> bool:
        """Whether the words up to ``j`` are an office, a state's name before them apart: "Prosecutor General"."""
        jobs = self.offices
        k = j - 1
        while k >= i and (self.lower[k] in jobs.heads or self.lower[k] in jobs.modifiers):
            k -= 1
        return self.lower[j - 1] in jobs.heads and (k < i or self._land(fold(self.p.phrase(i, k + 1))))

    def _through_noun(self, i: int, j: int, nouns: str, modifiers: str) -> int:
        """Past common nouns that end a building's or body's name: "the Harlow undersea coal mine"."""
        k = j
        while k < len(self.words) and self.lower[k] in self.clues[modifiers] and self._glued(k):
            k += 1
        if k >= len(self.words) or self.lower[k] not in self.clues[nouns] or not self._glued(k):
            return j
        if (i and self.lower[i - 1] in ("a", "an")) or self.lower[j - 1] in self.clues["organization"]:
            return j
        folded = fold(self.p.phrase(i, j))
        if folded in self.lands.names or folded in self.lands.peoples:
            return j
        if folded in self.lands.adjectives and self.lower[k] not in self.clues["lands"]:
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
        if self._land(left) and self._land(right) and self._ends_in_body(j + 2):
            return True
        longer = fold(self.p.phrase(j + 1, min(j + 3, len(self.words))))
        return not (self._land(left) and (self._land(right) or self._land(longer)))

    def _of_office_tail(self, k: int) -> bool:
        """Whether what an office looks after, or a republic with a name behind it, begins at ``k``."""
        tail = next((t for t in range(k, min(k + 3, len(self.words))) if self.lower[t] in self.offices.tails), None)
        if tail is None:
            return False
        return self.lower[tail] not in self.clues["realms"] or self._capital(tail + 1)

    def _ends_in_body(self, k: int) -> bool:
        """Whether capitals go on from ``k`` up to a body's noun: "High-Level Council" behind "Norway-Sweden"."""
        start = k
        while self._capital(k) or (self.words[k : k + 1] == ("-",) and self._touching(k) and self._capital(k + 1)):
            k += 1
        return k > start and self.lower[k - 1] in self.clues["organization"]

    def _land(self, folded: str) -> bool:
        lands = self.lands
        return folded in lands.names or folded in lands.adjectives or folded in lands.capitals

    def _joined(self, i: int, j: int) -> int | None:
        """Past the small words at ``j`` and the capital behind them, if they join one name."""
        word = self.lower[j]
        linking = word in self.clues["linking_particles"]
        if not (linking or word in self.clues["joiners"]) or not self._glued(j):
            return None
        k = j + 1
        if (
            word in self.clues["particles"]
            and k + 1 < len(self.words)
            and self.words[k] == "-"
            and self._touching(k + 1)
        ):
            k += 1  # "Khalil al-Hayya"
        if (word in ("of", "for") and k < len(self.words) and self.lower[k] in self.clues["articles"]) or (
            word in self.clues["particles"] and k < len(self.words) and self.lower[k] in self.clues["particles"]
        ):
            k += 1
        if k >= len(self.words) or not self._capital(k):
            return None
        first = self.lower[i]
        inside = self.labels[j].startswith("I-") and bool(self.label(j))
        if word in self.clues["linking_particles"]:
            return k + 1 if self.words[j].islower() else None
        if word == "&" or (word in self.clues["particles"] and word not in self.clues["english_joiners"]):
            return k + 1
        if word == "of":
            begins = self.clues["organization_first"] | self.clues["place_first"] | self.clues["place"]
            if self.lower[j - 1] in self.offices.heads:  # "Secretary of State", not "President Lee of South Korea"
                return k + 1 if self._of_office_tail(k) else None
            whose = self.labels[k] == "B-PERSON" and self.labels[k + 1 : k + 2] == ("I-PERSON",)
            begun = first in begins or self.lower[j - 1] in begins or "for" in self.lower[i:j]
            return k + 1 if not whose and (inside or begun) else None
        if word == "for" and self.lower[j - 1] in self.offices.heads:  # "Minister for Transport"
            return k + 1 if self._of_office_tail(k) else None
        if word == "for":
            named = first in self.clues["organization_first"] or (
                self.lower[j - 1] in self.clues["organization_first"] and not self.label(k)
            )
            return k + 1 if inside or named else None
        joins = word == "and" or first in self.clues["organization_first"]
        return k + 1 if inside and joins and self.label(j) in ("ORG", "LAW", "FAC") else None
