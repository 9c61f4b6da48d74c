"""What reports say of a topic of talks: that it is to be spoken of or is not to be, that it was or was not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import AgendaItem, Claim
from variorum.model.text import Citation
from variorum.model.time import days_on
from variorum.reconcile.acts import tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.matters import WORD, Matters, shape
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.raised_clauses import Answer, asked_of, begins_with_paper, flat, read_clause

LONG_AGO = 45
"""What ended so long before its report was written is history, and no matter of these talks."""
BACK = 3
"""Sentences back to which "the matter" may point."""
MOST = 12
"""Words of a topic's name."""
TURNED: dict[Answer, Answer] = {"on": "off", "may": "off", "off": "on", "raised": "not_raised", "not_raised": "raised"}
"""What is so where somebody's claim is untrue."""


@dataclass(frozen=True, eq=False)
class Said:
    """What one clause says of a topic.

    Attributes:
        cite: the clause; with the words around it that call it untrue.
        sentence: where its sentence begins.
        topics: the telling words of each topic it names.
        named: the topic in its own words.
        voice: who says so; None for the outlet itself.
        weak: it rules out bargaining, or that it is anybody else's affair, and not that it is spoken of.
        leads: the topic is its subject.
    """

    article: str
    cite: Citation
    sentence: int
    answer: Answer
    topics: tuple[frozenset[str], ...]
    named: str
    voice: str | None
    weak: bool = False
    leads: bool = False

    @property
    def denies(self) -> bool:
        """It is not to be spoken of, or was not."""
        return self.answer in {"off", "not_raised"}

    @property
    def told(self) -> bool:
        """Of talks that are over."""
        return self.answer in {"raised", "not_raised"}


def said_of_topics(corpus: Corpus, known: Matters) -> list[Said]:
    """Every clause of the story that says so of a topic, in order."""
    items: dict[str, list[AgendaItem]] = {}
    for article, item in corpus.agenda:
        items.setdefault(article, []).append(item)
    return [s for a in corpus.articles for s in _Report(corpus, known, a.id, items.get(a.id, [])).all()]


@dataclass(frozen=True, eq=False)
class _Report:
    """One report, with what is found in it so far: "the matter" points back to that."""

    corpus: Corpus
    known: Matters
    article: str
    items: Sequence[AgendaItem]
    found: list[Said] = field(default_factory=list)

    def all(self) -> list[Said]:
        for claim in self.corpus.claims_of(self.article):
            asked = asked_of(self.corpus, claim)
            if asked and (read := read_clause(self.corpus, asked)):
                named, topics = self.topics(asked, read[1])
                denied: Answer = "off" if read[0] in {"on", "may"} else "not_raised"
                self.found.extend([self.said(claim, denied, topics, named)] if topics else [])
            elif (read := read_clause(self.corpus, claim)) and not self.history(claim, read[1]):
                answer, phrase, weak = read
                named, topics = self.topics(claim, phrase)
                said = self.said(claim, answer, topics, named)
                leads = phrase == claim.slots.subject and not _vague(phrase)
                self.found.extend(_judged(self.corpus, replace(said, weak=weak, leads=leads), claim) if topics else [])
        return [*self.found, *self.read_elsewhere()]

    def said(self, claim: Claim, answer: Answer, topics: tuple[frozenset[str], ...], named: str) -> Said:
        """By whom: not by the topic itself, which a reader may take for the "it" of "it said"."""
        own = self.known.of(claim.holder or "")
        voice = None if any(own & topic for topic in topics) else claim.holder
        return Said(self.article, claim.cite, claim.sentence.start, answer, topics, named, voice)

    def history(self, claim: Claim, phrase: str) -> bool:
        """It was long before the report; a date that stands in the words for the topic dates the topic."""
        day = self.corpus.article[self.article].day
        if day is None or not claim.slots.time or claim.slots.time.interval.end >= days_on(day, -LONG_AGO):
            return False
        times = self.corpus.readings[self.corpus.rank[self.article]].times
        own = [t for t in times if claim.cite.span.contains(t.cite.span)]
        return not own or any(t.cite.exact not in phrase for t in own)

    def topics(self, claim: Claim, phrase: str) -> tuple[str, tuple[frozenset[str], ...]]:
        """The topic in words, and the telling words of each that a list names; what "the matter" points to."""
        text = self.corpus.article[self.article].text
        if begins_with_paper(text[claim.sentence.start : claim.cite.end]) or _counted(phrase):
            return "", ()
        if not _vague(phrase):
            return _short(phrase), self.parts(phrase)
        for item in self.items:
            if item.cite.span.overlaps(claim.cite.span) and (found := self.parts(item.topic)):
                return item.topic, found
        lead = text[claim.sentence.start : claim.cite.start]
        if asked := re.search(table("en", "raised")["before"]["asked"], lead, re.IGNORECASE):
            about = lead[asked.end() :].split(",")[0]
            if found := self.parts(about):
                return _short(about), found
        if opening := re.match(table("en", "raised")["before"]["about"], lead, re.IGNORECASE):
            about = lead[opening.end() :].rpartition(",")[0]
            if found := (self.known.of(about),):
                return _short(about), found
        near = [s for s in self.found if text.count(". ", s.sentence, claim.sentence.start) <= BACK]
        home = next((s for s in reversed(near) if s.leads), near[-1] if near else None)
        return (home.named, home.topics) if home else self.sentence_before(claim)

    def sentence_before(self, claim: Claim) -> tuple[str, tuple[frozenset[str], ...]]:
        """What the sentence before tells, by whom left out: "Oslo wants the toll back. It is not on the agenda"."""
        before = [c for c in self.corpus.claims_of(self.article) if c.sentence.end <= claim.sentence.start]
        last = [c for c in before if c.sentence == before[-1].sentence and c.paragraph >= claim.paragraph - 1]
        told = [p for c in last for p in (c.slots.object, c.slots.subject if not c.slots.subject_entity else None) if p]
        bag = frozenset(w for p in told for w in self.known.of(p))
        return (_short(told[-1]), (bag,)) if bag else ("", ())

    def parts(self, phrase: str) -> tuple[frozenset[str], ...]:
        """Each part of a list by itself, and behind "including" what it opens."""
        bare = shape("relative").split(phrase)[0]
        parts = shape("list").split(shape("verb").split(f"{bare} ")[0])
        found = [*map(self.known.of, parts), *(self.known.with_event(phrase) if len(parts) == 1 else ())]
        return tuple(dict.fromkeys(f for f in found if f))

    def read_elsewhere(self) -> list[Said]:
        """Items of the reading in words that no clause tells of, and parts of a list."""
        listing = words("en", "agenda", "course", "holding")
        papers = {stem(w) for w in words("en", "raised", "paper", "nouns")}
        more = []
        for item in self.items:
            if any(s.cite.span.overlaps(item.cite.span) for s in self.found):
                continue
            claims = self.corpus.claims_of(self.article)
            claim = next((c for c in claims if c.cite.span.overlaps(item.cite.span)), None)
            course = claim and (claim.slots.predicate in listing or " with " in claim.cite.exact)
            if noun_phrase(item.topic).head in papers:
                continue
            if claim and (item.polarity not in {"on", "raised"} or not (item.parent or course)):
                continue
            start = claim.sentence.start if claim else item.cite.start
            topics = self.parts(item.topic)
            said = Said(self.article, item.cite, start, item.polarity, topics, item.topic, item.attributed_to)
            more += [said] if topics else []
        return more


def _counted(phrase: str) -> bool:
    """So many of something are no topic: "brought up eight more bodies"."""
    first = phrase.lower().split()[:1]
    return bool(first) and (first[0][:1].isdigit() or first[0] in table("en", "quantities")["numbers"])


def _vague(phrase: str) -> bool:
    ends = words("en", "acts", "phrase", "ends_at") - words("en", "raised", "topical", "prepositions")
    said = [w.lower() for w in WORD.findall(phrase)]
    said = said[: next((n for n, w in enumerate(said) if n and w in ends), len(said))]
    pointing = words("en", "raised", "pointing", "nouns") | words("en", "agenda", "empty", "nouns")
    articles = words("en", "agenda", "pointing", "words")
    return not said or all(w in pointing | articles for w in said)


def _short(phrase: str) -> str:
    said = [w for w in shape("ends").split(phrase.strip(' .,"“”'))[0].split() if w]
    ends = words("en", "acts", "phrase", "ends_at")
    while said and said[0].lower() in ends | words("en", "raised", "shape", "opens"):
        said = said[1:]
    said = said[:MOST]
    while said and said[-1].lower() in ends | words("en", "raised", "shape", "closes"):
        said = said[:-1]
    shown = " ".join(said).strip(' .,"“”')
    return f"the{shown[3:]}" if shown.startswith("The ") else shown


def _judged(corpus: Corpus, said: Said, claim: Claim) -> list[Said]:
    """None of what is only asked; turned round what somebody's claim says that the sentence calls untrue."""
    before, text = table("en", "raised")["before"], corpus.article[said.article].text
    lead = " ".join(text[claim.sentence.start : claim.cite.start].split())
    if re.search(before["asking"], lead, re.IGNORECASE):
        return []
    claimed = re.search(before["claim"], lead, re.IGNORECASE)
    if not claimed:
        return [said]
    own = flat(claim.cite.exact)
    if claim.slots.polarity == "no" and not (tokens(own) & words("en", "acts", "none", "within") or "n't" in own):
        return [said]  # read as denied by those words already
    rest = text[claim.cite.end : claim.sentence.end]
    if not re.search(before["wrong"], lead[: claimed.end()].lower() + " " + rest.lower()):
        return [said]
    near = corpus.claims_of(said.article)
    around = [c for c in near if c.cite.span.contains(claim.cite.span) and c.cite != claim.cite]
    holder = next((c.holder for c in around if c.holder), claim.holder)
    cite = min((c.cite for c in around), key=lambda c: c.end - c.start, default=claim.cite)
    return [replace(said, cite=cite, answer=TURNED[said.answer], voice=holder, weak=False)]
