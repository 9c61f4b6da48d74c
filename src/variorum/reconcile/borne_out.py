"""Which tellings of other reports say what a line says, so that it can be told as agreed.

The rows of claims join what is of one thing, which may be more than one statement of it ("the minister came", "the
minister resigned"). A line needs more: each telling that is counted for it is held against the line itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.lang import table, words
from variorum.lang.stems import akin, stem
from variorum.reconcile.acts import acts_of, called_off, is_to, names_its_act
from variorum.reconcile.align import Stated
from variorum.reconcile.content import Content, shared
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.evidence import days_meet, features, margin, nearness
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.one_thing import one_thing
from variorum.reconcile.tellings import Telling, keys
from variorum.reconcile.whole_lines import QUOTATION, has_verb

MOST_OF_A_NAME = 2.5
"""What a name weighs at most, however rare in the story."""
SOME, LIKE, MUCH, MOST = 0.1, 0.35, 0.6, 0.75
"""Shares of what a line says that another clause must say too: of one act on one thing, of one act, of neither."""
MANY = 3
"""Nouns and names in common from which ``LIKE`` is enough."""
EVEN, SURE, CLEAR, PLAIN = 0.0, 0.5, 1.0, 2.0
"""Margins of evidence: for two that tell one happening, for others, and for those of which ``MUCH``, or ``LIKE``, is
enough."""


class Bearers:
    """The tellings of a story by the fact and the happenings that they are of."""

    def __init__(self, corpus: Corpus, facts: Sequence[Sequence[Stated]], told: Sequence[Telling]) -> None:
        self._corpus, self.facts = corpus, facts
        self._planned = {e.id for _, e in corpus.events if e.standing == "planned"}
        self._of_fact: Mapping[str, Sequence[Stated]] = {s.claim.id: fact for fact in facts for s in fact}
        self._of_happening: dict[int, list[Stated]] = defaultdict(list)
        for fact in facts:
            for s in fact:
                for number in sorted(s.happenings):
                    self._of_happening[number].append(s)
        self._of_day: dict[tuple[str, str], list[Stated]] = defaultdict(list)
        for fact in facts:
            for s in fact:
                for key in _keys(s):
                    self._of_day[key].append(s)
        self._tellings: Mapping[str, Telling] = {t.claim.id: t for t in told if not t.nominal}

    def of(self, line: Stated) -> list[Stated]:
        """The line and, of each other report, the clause that says the same and is likest to it."""
        best: dict[str, tuple[float, Stated]] = {}
        near = [*self._of_fact[line.claim.id], *(s for n in sorted(line.happenings) for s in self._of_happening[n])]
        near += [s for key in _keys(line) for s in self._of_day[key]]
        for other in near:
            likeness = margin(features(line.seen, other.seen))
            known = best.get(other.article)
            if (known is None or likeness > known[0]) and self._says(line, other):
                best[other.article] = likeness, other
        return [line, *(other for _, other in best.values())]

    def _says(self, line: Stated, other: Stated) -> bool:
        """The other says what the line says: one act on one thing; one happening; or nearly all in other words."""
        if other.article == line.article or not _states(other) or not self._alike(line, other):
            return False
        seen = features(line.seen, other.seen)
        likeness, covered = margin(seen), coverage(line.content, other.content)
        if seen["figures_clash"] or _counts_apart(line, other):
            return False
        act = bool(acts_of(line.claim) & acts_of(other.claim))
        if act and self._one_thing(line, other):
            return covered >= SOME
        if _on_one_day(line, other) and (names_its_act(line.claim) or (act and covered >= SOME)):
            return True
        common = _matter(line) & _matter(other)
        if line.happenings & other.happenings:
            return (act and bool(common)) or (likeness >= EVEN and covered >= LIKE)
        if likeness < SURE:
            return False
        if act or nearness(seen) >= PLAIN or len(common) >= MANY:
            return covered >= LIKE
        return covered >= (MUCH if likeness >= CLEAR else MOST)

    def _one_thing(self, line: Stated, other: Stated) -> bool:
        one, two = self._tellings.get(line.claim.id), self._tellings.get(other.claim.id)
        ours, theirs = stem(line.claim.slots.theme or ""), stem(other.claim.slots.theme or "")
        if ours and theirs and not akin(ours, theirs):
            return False
        return one is not None and two is not None and one_thing(self._corpus, one, two)

    def _alike(self, line: Stated, other: Stated) -> bool:
        """Both tell it as done, or as planned; as so, or as not so; as held, or as called off."""
        one, two = line.claim, other.claim
        if one.slots.polarity != two.slots.polarity or called_off(one) != called_off(two):
            return False
        return self.is_plan(line) == self.is_plan(other)

    def is_plan(self, stated: Stated) -> bool:
        """Whether it tells what is to be, or may be."""
        claim = stated.claim
        planned = bool(claim.events) and all(e in self._planned for e in claim.events)
        return claim.slots.future or claim.slots.hedge is not None or is_to(claim) or planned


def coverage(line: Content, other: Content) -> float:
    """The share of what a line says that another clause, or for a name its sentence, says too, from 0 to 1."""
    told, _ = shared(line, other)
    told += sum(_name(w) for e, w in line.names.items() if e in other.names or e in other.names_around)
    whole = line.weight + sum(map(_name, line.names.values()))
    return told / whole if whole else 0.0


def _name(weight: float) -> float:
    return min(weight, MOST_OF_A_NAME)


def _counts_apart(line: Stated, other: Stated) -> bool:
    """They count one noun otherwise."""
    ours, theirs = (
        {q.noun: q.low for q in s.claim.slots.quantities if q.noun and q.unit is None and not q.vague}
        for s in (line, other)
    )
    return any(noun in theirs and theirs[noun] != count for noun, count in ours.items())


def _keys(stated: Stated) -> list[tuple[str, str]]:
    """The noun of its subject, or what it may mean, with its day: of one day, not of a week."""
    when, head = stated.claim.slots.time, noun_phrase(stated.claim.slots.subject or "").head
    if when is None or not head or when.interval.days > 1:
        return []
    return [(key, str(when.interval.start)) for key in keys(head)]


def _on_one_day(line: Stated, other: Stated) -> bool:
    """Both tell it of one noun ("a strong earthquake shook", "a powerful earthquake killed"), and of one day."""
    one, two = (noun_phrase(s.claim.slots.subject or "").head for s in (line, other))
    return bool(one) and akin(one, two) and days_meet(line.claim, other.claim)


def _states(stated: Stated) -> bool:
    """It states something of its own: no apposition, and no "X told reporters"."""
    speech = stated.claim.slots.predicate in words("en", "sameness", "saying", "verbs")
    quoted = stated.claim.cite.exact[:1] in QUOTATION
    return has_verb(stated.claim) and not stated.content.said and not speech and not quoted


def _matter(stated: Stated) -> frozenset[str]:
    """Stems of the words of a clause that tell what it is about: not its act, its day, or a small word."""
    days = table("en", "times")["words"]
    said = re.findall(r"[^\W\d_]{4,}", stated.claim.cite.exact.lower())
    stems = {stem(w) for w in said if w not in days["WEEKDAY"] and w not in days["MONTH"]}
    return frozenset(stems) & frozenset(map(stem, stated.claim.terms)) - acts_of(stated.claim) | _names(stated)


def _names(stated: Stated) -> frozenset[str]:
    return (
        frozenset(w.lower() for w in re.findall(r"(?<=\s)[A-Z][\w]{3,}", stated.claim.cite.exact))
        - frozenset(table("en", "times")["words"]["WEEKDAY"])
        - frozenset(table("en", "times")["words"]["MONTH"])
    )
