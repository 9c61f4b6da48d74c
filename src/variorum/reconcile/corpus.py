"""A story's articles and readings, with every entity id made the story's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Protocol

from variorum.lang import table, words
from variorum.model.article import Article
from variorum.model.reading import AgendaItem, Claim, Entity, Event, Mention, Participant, Reading
from variorum.model.text import Citation
from variorum.model.time import TimeExpression, When
from variorum.reconcile.sentences import Sentences, sentences_in, weights

REACH = 60
"""Characters looked at on either side of words for a place that they are told of."""


@cache
def _part_end() -> re.Pattern[str]:
    """Where one part of a list, or one clause, ends and the next begins."""
    joining = "|".join(map(re.escape, table("en", "reconcile")["parts"]["joining"]))
    return re.compile(rf"[,;:.!?]\s|\b(?:{joining})\b")


@cache
def _opening() -> re.Pattern[str]:
    """A sentence that opens with where something is, up to its comma."""
    prepositions = table("en", "reconcile")["parts"]["opening"]
    forms = "|".join(re.escape(form) for word in prepositions for form in (word, word.capitalize()))
    place = rf"(?:[A-Z][a-z]+ ){{0,2}}?(?:{forms}) [^,.!?]{{2,50}}"
    return re.compile(rf"(?:[.!?]\s+|\n\s*)(?P<place>{place}),[^.!?]*$")


class OfReport(Protocol):
    """What one article tells, by whatever it is read as."""

    @property
    def article(self) -> str:
        """The article's id."""


@dataclass(frozen=True)
class Corpus:
    """What reconciling works on.

    Attributes:
        articles: in order of publication.
        readings: one an article, in the same order.
        entities: the story's entities.
        entity_of: from an article's own entity ids to the story's.
    """

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by id."""
        return {a.id: a for a in self.articles}

    @cached_property
    def rank(self) -> dict[str, int]:
        """Each article's place in the order of publication."""
        return {a.id: n for n, a in enumerate(self.articles)}

    @cached_property
    def entity(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.entities}

    @cached_property
    def events(self) -> tuple[tuple[str, Event], ...]:
        """Every event with its article's id, in order, entity ids the story's."""
        return tuple((r.article, self._event(e)) for r in self.readings for e in r.events)

    @cached_property
    def claims(self) -> tuple[tuple[str, Claim], ...]:
        """Every claim with its article's id, in order, entity ids the story's."""
        return tuple((r.article, self._claim(c)) for r in self.readings for c in r.claims)

    def named_between(self, article: str, start: int, end: int) -> str | None:
        """The story's entity of the last organization named between two places of a text, else of the last person."""
        found = [m for m in self._names.get(article, ()) if start <= m.cite.start and m.cite.end <= end]
        bodies = [m for m in found if m.kind != "person"]
        return self.own((bodies or found)[-1].entity) if found else None

    def place_behind(self, article: str, start: int, within: int) -> str | None:
        """The story's entity of the first place or country named behind a place of an article's text."""
        found = [m for m in self._places.get(article, ()) if start <= m.cite.start <= start + within]
        return self.own(found[0].entity) if found else None

    def country_said(self, article: str, start: int, end: int) -> str | None:
        """The story's entity of the first adjective of a country between two places of a text ("Afghan fighters")."""
        found = [m for m in self._adjectives.get(article, ()) if start <= m.cite.start and m.cite.end <= end]
        return self.own(found[0].entity) if found else None

    def place_beside(self, article: str, start: int, end: int) -> str | None:
        """The story's entity of a place or country named in the same part of a list as some words; None when two are.

        A part ends at a comma, a semicolon, "and" or the end of a sentence. The place with which a sentence opens is
        that of all its parts: "In Hue, three died and two were hurt".
        """
        text = self.article[article].text
        before = _part_end().split(text[max(0, start - REACH) : start])[-1]
        after = _part_end().split(text[end : end + REACH])[0]
        found = self._within(article, start - len(before), end + len(after))
        if not found and (opening := _opening().search(f" {text[max(0, start - 3 * REACH) : start]}")):
            low = max(0, start - 3 * REACH) + opening.start("place") - 1
            found = self._within(article, low, low + len(opening["place"]))
        return found.pop() if len(found) == 1 else None

    def _within(self, article: str, low: int, high: int) -> set[str | None]:
        """The places and countries named between two places of a text."""
        named = self._places.get(article, ())
        within = [m for m in named if low <= m.cite.start and m.cite.end <= high]
        return {self.own(m.entity) for m in within if self._is_where(m) or (m.kind != "country" and not self._acts(m))}

    def _is_where(self, place: Mention) -> bool:
        """Whether a country, or a place, is named as where something is, and not as a party that acts."""
        before = self.article[place.cite.article].text[: place.cite.start].split()[-2:]
        return any(w.lower() in words("en", "names", "locative") for w in before)

    def _acts(self, place: Mention) -> bool:
        """Whether a place is named for those who act there, or as the end of a way ("by Seoul", "for Hue")."""
        before = self.article[place.cite.article].text[: place.cite.start].lower().split()[-2:]
        return any(w in words("en", "names", "not_where") for w in before)

    @cached_property
    def _adjectives(self) -> dict[str, list[Mention]]:
        return {
            r.article: [m for m in r.mentions if m.entity and m.form == "adjective" and m.kind == "country"]
            for r in self.readings
        }

    @cached_property
    def _places(self) -> dict[str, list[Mention]]:
        return {
            r.article: [m for m in r.mentions if m.entity and m.form == "name" and m.kind in {"place", "country"}]
            for r in self.readings
        }

    @cached_property
    def counting(self) -> dict[str, dict[str, frozenset[float]]]:
        """For each noun that is counted, and each unit, the articles that give it, with the numbers of each."""
        found: dict[str, dict[str, set[float]]] = {}
        for article, claim in self.claims:
            for quantity in claim.slots.quantities:
                noun = table("en", "figures")["same"].get(quantity.noun, quantity.noun)
                if key := quantity.unit or noun:
                    found.setdefault(key, {}).setdefault(article, set()).add(quantity.low)
        return {noun: {a: frozenset(values) for a, values in rows.items()} for noun, rows in found.items()}

    @cached_property
    def is_election(self) -> bool:
        """Whether votes are being counted in the story: then shares and seats go on, each party's its own."""
        families = words("en", "reconcile", "running", "families")
        return any(e.family in families and not e.background for _, e in self.events)

    def times_within(self, article: str, cite: Citation) -> list[When]:
        """What is dated in a stretch of an article."""
        times = self._times.get(article, ())
        return [t.when for t in times if t.when and cite.start <= t.cite.start and t.cite.end <= cite.end]

    @cached_property
    def _times(self) -> dict[str, tuple[TimeExpression, ...]]:
        return {r.article: r.times for r in self.readings}

    @cached_property
    def _names(self) -> dict[str, list[Mention]]:
        return {
            r.article: [
                m for m in r.mentions if m.entity and m.form == "name" and m.kind in {"person", "organization", "group"}
            ]
            for r in self.readings
        }

    def claims_of(self, article: str) -> tuple[Claim, ...]:
        """One article's claims, in order."""
        return self._claims_by_article.get(article, ())

    @cached_property
    def _claims_by_article(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {a.id: [] for a in self.articles}
        for article, claim in self.claims:
            found.setdefault(article, []).append(claim)
        return {article: tuple(claims) for article, claims in found.items()}

    @cached_property
    def agenda(self) -> tuple[tuple[str, AgendaItem], ...]:
        """Every agenda item with its article's id, in order, entity ids the story's."""
        return tuple((r.article, replace(i, side=self.own(i.side))) for r in self.readings for i in r.agenda)

    @cached_property
    def sentences(self) -> Sentences:
        """What the reports say, sentence by sentence."""
        return sentences_in(self.articles, self.claims_of)

    @cached_property
    def weight(self) -> dict[str, float]:
        """How telling a term is among the claims."""
        return weights([set(c.terms) for _, c in self.claims])

    def own(self, entity: str | None) -> str | None:
        """The story's id for an article's entity id."""
        return self.entity_of.get(entity, entity) if entity else None

    def last_day(self) -> dt.date | None:
        """The day of the latest report that gives one."""
        return max((a.day for a in self.articles if a.day), default=None)

    def later(self, early: Iterable[OfReport], late: Iterable[OfReport]) -> bool:
        """Whether all of the late are told on later days than all of the early, as far as their reports have days."""
        days = [[day for x in side if (day := self.article[x.article].day)] for side in (early, late)]
        return all(days) and max(days[0]) < min(days[1])

    def ordered(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Article ids, each once, in order of publication."""
        return tuple(sorted(set(articles), key=lambda a: self.rank[a]))

    def in_order(self, cites: Iterable[Citation]) -> tuple[Citation, ...]:
        """Citations, each once, by their articles' publication, then by place."""
        return tuple(sorted(set(cites), key=lambda c: (self.rank[c.article], c.start, c.end)))

    def _owned(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.entity_of.get(i, i) for i in ids))

    def _event(self, event: Event) -> Event:
        people = {self.entity_of.get(p.entity, p.entity): p.role for p in reversed(event.participants)}
        parts = tuple(Participant(role, entity) for entity, role in reversed(people.items()))
        return replace(event, participants=parts, place=self.own(event.place))

    def _claim(self, claim: Claim) -> Claim:
        slots = replace(
            claim.slots, subject_entity=self.own(claim.slots.subject_entity), place=self.own(claim.slots.place)
        )
        return replace(claim, entities=self._owned(claim.entities), slots=slots)


def _published(article: Article) -> tuple[str, str, str]:
    return article.published or "9999", article.path or "", article.id


def build_corpus(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    entity_of: Mapping[str, str],
) -> Corpus:
    """The corpus, with articles put in order of publication (those without a date last), then of their files' names."""
    order = sorted(range(len(articles)), key=lambda n: _published(articles[n]))
    return Corpus(
        tuple(articles[n] for n in order), tuple(readings[n] for n in order), tuple(entities), dict(entity_of)
    )
