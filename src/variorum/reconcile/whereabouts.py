"""Where it was: how each sentence answers the questions of place that newsrooms ask, by ``whereabouts.toml``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from variorum.lang import table, words
from variorum.lang.stems import sense_of_root
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.model.time import Interval, TimeExpression, days_on
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.where import Places, Where

BACK = 2
"""Sentences back in which the thing is looked for that a pronoun stands for."""
DAYS = 3
"""Days from which on a time tells no day."""
BEFORE = 4
"""Days before the first report from which on a happening is history."""


@dataclass(frozen=True, eq=False)
class Whereabout:
    """One answer.

    Attributes:
        question: the question's name.
        thing: the class of the thing that was there; empty where the question asks of none.
        ahead: told as a plan or a forecast.
        days: what its clause dates, to a day or two.
        revises: the sentence takes an earlier account back.
        subject: sense of the noun that its clause is about; empty for a name and a pronoun.
    """

    question: str
    thing: str
    place: Where
    sentence: Sentence
    cite: Citation
    holder: str | None
    ahead: bool
    revises: bool
    days: tuple[Interval, ...] = ()
    subject: str = ""

    @property
    def article(self) -> str:
        """The report's id."""
        return self.sentence.article


@cache
def questions() -> tuple[dict[str, Any], ...]:
    """The questions of the table."""
    return tuple(table("en", "whereabouts")["question"])


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@cache
def _telling(key: str) -> re.Pattern[str]:
    return re.compile(table("en", "whereabouts")["telling"][key])


@cache
def _begin(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    """Where words for a place begin: a distance, or one of some prepositions."""
    distance = re.sub(r"\?P<\w+>", "?:", table("en", "whereabouts")["phrase"]["distance"])
    listed = "|".join(sorted(prepositions, key=len, reverse=True))
    return re.compile(rf"(?:\b{distance}|\b(?:{listed})\b)\s")


@dataclass(frozen=True, eq=False)
class Scene:
    """A story's sentences, to be read for one question after another."""

    corpus: Corpus

    @cached_property
    def places(self) -> Places:
        """The story's names."""
        return Places(self.corpus)

    @cached_property
    def first(self) -> dt.date | None:
        """The day from which on a happening belongs to the story."""
        days = [a.day for a in self.corpus.articles if a.day]
        return days_on(min(days), -BEFORE) if days else None

    @cached_property
    def times(self) -> dict[str, tuple[TimeExpression, ...]]:
        """The times of each report."""
        return {r.article: r.times for r in self.corpus.readings}

    @cached_property
    def cast(self) -> frozenset[str]:
        """Ids of those who are named in half of the reports."""
        most = max(2, len(self.corpus.articles) / 2)
        return frozenset(e.id for e in self.corpus.entities if len(e.articles) >= most)

    def one_story(self, thing: str) -> bool:
        """Half of the reports tell of such a thing; where none is asked for, two are named in half of them."""
        if not thing:
            return len(self.cast) > 1
        kind = _pattern(table("en", "whereabouts")["things"][thing])
        telling = {s.article for s in self.corpus.sentences.told if kind.search(s.flat)}
        return 2 * len(telling) >= len(self.corpus.articles)

    def volley(self, thing: str) -> bool:
        """Some report tells of so many things that flew that each may have had its own place."""
        return thing in {"missile", "drone", "shell"} and any(
            _telling("many").search(s.flat) for s in self.corpus.sentences.told
        )

    def answers(self, question: dict[str, Any]) -> list[Whereabout]:
        """The answers of all sentences to a question, in order."""
        return [a for s in self.corpus.sentences.having(question["cues"]) for a in self._of(question, s)]

    def _of(self, question: dict[str, Any], sentence: Sentence) -> Iterator[Whereabout]:
        seen: set[tuple[bool, bool]] = set()
        for form in question["after"]:
            for verb in _pattern(form).finditer(sentence.flat):
                for answer in self._behind(question, sentence, verb):
                    key = (answer.place.zone is not None, bool(answer.place.names))
                    if key not in seen:
                        seen.add(key)
                        yield answer

    def _behind(self, question: dict[str, Any], sentence: Sentence, verb: re.Match[str]) -> Iterator[Whereabout]:
        flat, start = sentence.flat, verb.end()
        end = min(len(flat), start + int(question["reach"]))
        if stop := _pattern(table("en", "whereabouts")["phrase"]["ends"]).search(flat, start, end):
            end = stop.start()
        idle = _pattern(table("en", "whereabouts")["phrase"]["idle"])
        begins = _begin(tuple(question["prepositions"])).finditer(flat, start, end)
        starts = [
            m.start()
            for m in begins
            if flat[m.start()].isdigit() or not (idle.match(flat, m.end()) or _infinitive(sentence.text, m))
        ]
        bare = question.get("bare")
        if bare and _pattern(bare).match(flat, verb.start()) and sentence.text[start + 1 : start + 2].isupper():
            starts.insert(0, start + 1)
        if question.get("only") and not _pattern(question["only"]).search(flat, verb.start(), end):
            return
        for at in starts:
            yield from self._at(question, sentence, verb, at)

    def _at(self, question: dict[str, Any], sentence: Sentence, verb: re.Match[str], at: int) -> Iterator[Whereabout]:
        """The answer of the words that begin at a place of the sentence, if they tell a place."""
        flat = sentence.flat
        first = _begin(tuple(question["prepositions"])).match(flat, at)
        stop = _pattern(table("en", "whereabouts")["phrase"]["stop"]).search(flat, first.end() if first else at)
        end = len(flat[: stop.start() if stop else len(flat)].rstrip(" .,").removesuffix(" and"))
        place = self.places.where(sentence.text[at:end], goal=bool(question.get("ends")))
        if not _answers(question, place, self.corpus):
            return
        clause = sentence.clause(verb.start(), verb.end())
        begin = min(verb.start(), sentence.index(clause.cite.start)) if clause else 0
        lead, thing = flat[begin:at], self._thing(question, sentence)
        if thing is None or _other(question, lead, flat[begin:end]) or self._past(sentence, begin, end):
            return
        denied = bool(_telling("negative").search(lead) or _telling("untrue").search(flat))
        if denied and place.zone in {None, "free"}:
            return
        if denied:
            place = Where(place.words, place.names, zone=place.zone, outside=not place.outside, owner=place.owner)
        cite = _cite(sentence, clause, begin, end)
        yield Whereabout(
            question=question["name"],
            thing=thing,
            place=place,
            sentence=sentence,
            cite=cite,
            holder=clause.holder if clause else None,
            ahead=_telling("ahead").search(lead) is not None,
            revises=_telling("revises").search(flat) is not None,
            days=tuple(t.interval for t in self.corpus.times_within(sentence.article, cite) if t.interval.days < DAYS),
            subject=_noun(clause),
        )

    def _past(self, sentence: Sentence, begin: int, end: int) -> bool:
        """History, and not of the story's days."""
        if _telling("past").search(sentence.flat):
            return True
        low, high = sentence.place(begin, end)
        times = [t for t in self.times[sentence.article] if low <= t.cite.start and t.cite.end <= high]
        ends = [t.when.interval.end for t in times if t.when and not self._in_a_name(t.cite)]
        first = self.first
        return bool(first and ends) and all(first and end < first for end in ends)

    def _in_a_name(self, cite: Citation) -> bool:
        """A month that is part of a name: "Long March"."""
        before = self.corpus.article[cite.article].text[: cite.start].split()[-1:]
        ends = words("en", "acts", "phrase", "ends_at")
        return bool(before) and before[0].istitle() and before[0].lower() not in ends

    def _thing(self, question: dict[str, Any], sentence: Sentence) -> str | None:
        """The class of thing that is told of, by the sentence's words or those before it; None for none."""
        if not question["things"]:
            return ""
        kinds = table("en", "whereabouts")["things"]
        near = self.corpus.sentences.up_to(sentence, BACK)
        for s in reversed(near):
            for kind in question["things"]:
                if _pattern(kinds[kind]).search(s.flat):
                    return str(kind)
        return None


def _cite(sentence: Sentence, clause: Claim | None, begin: int, end: int) -> Citation:
    """The words that answer, and all of the clause where it stands in the sentence."""
    low, high = sentence.place(begin, end)
    if clause and sentence.offsets[0] <= clause.cite.start and clause.cite.end <= sentence.offsets[-1]:
        low, high = min(low, clause.cite.start), max(high, clause.cite.end)
    return Citation(sentence.article, low, high, sentence.report.text[low:high])


def _noun(clause: Claim | None) -> str:
    """Sense of the common noun of what the clause is about; empty for a name and a pronoun."""
    subject = (clause.slots.subject or "") if clause else ""
    name = clause is not None and clause.slots.subject_entity is not None
    pronoun = subject.lower() in words("en", "acts", "phrase", "pronouns")
    head = noun_phrase(subject).head if subject and not name and not pronoun else ""
    return sense_of_root(head) if head else ""


def _infinitive(text: str, preposition: re.Match[str]) -> bool:
    """Behind "to" stands a verb, and no place: neither a name nor what may stand before a noun."""
    following = re.match(r"[\w’-]+", text[preposition.end() :])
    if preposition[0].strip() != "to" or following is None or not following[0].islower():
        return False
    return following[0] not in words("en", "acts", "phrase", "definite") | words(
        "en", "acts", "phrase", "indefinite"
    ) | {*table("en", "whereabouts")["phrase"]["goals"]}


def _other(question: dict[str, Any], lead: str, said: str) -> bool:
    """Of another of its kind, of several, only wished or asked for, or what the question is not about."""
    apart = not question.get("ahead") and _telling("others").search(said)
    fleet = question.get("ends") and _telling("fleet").search(lead)
    beside = question.get("not") and _pattern(question["not"]).search(lead)
    return bool(apart or fleet or beside or _telling("wishes").search(lead))


def _answers(question: dict[str, Any], place: Where, corpus: Corpus) -> bool:
    if place.zone:
        return bool(question.get("zoned"))
    if question.get("owned"):
        return False
    if question.get("rooms"):
        return bool(place.rooms)
    if question.get("sited"):
        return place.site is not None and bool(place.names)
    if question.get("cities"):
        named = corpus.entity.get(place.names[0]) if place.names else None
        return named is not None and named.kind == "place"
    if question.get("close"):
        named = corpus.entity.get(place.names[0]) if place.names else None
        return bool(place.names) and (named is None or named.kind != "country")
    if question.get("zoned") or question["name"] == "fired":
        return bool(place.names or place.realm or place.part)
    return bool(place.names)
