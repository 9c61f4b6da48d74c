"""Clauses of different reports that tell one act on one thing, whatever verb each report has for it.

What a clause tells is the act (its verb, and the kinds of act that verb may stand for), the thing it befalls (the noun
of what it acts on, else of its subject) and those who are named. Two clauses tell one thing when they share the act and
the thing, and nothing sets them apart: another name, another place, another number, "the second", "another".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from variorum.lang import table, words
from variorum.lang.stems import kin, stem
from variorum.model.reading import Claim, Reading
from variorum.model.time import TimeExpression
from variorum.reconcile.acts import (
    acts_of,
    acts_with,
    calls,
    is_to,
    kinds_of_noun,
    names_its_act,
    refused,
    says,
    scheduling,
    sets_a_day,
)
from variorum.reconcile.clause_times import in_clauses
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import NounPhrase, noun_phrase

Standing = Literal["planned", "moved", "happened", "denied", "hedged"]

MOST = 40
"""Tellings of one act on one thing beyond which the words are too common to say which is meant."""


@dataclass(frozen=True)
class Telling:
    """A clause as one report tells it, with what it is compared by.

    Attributes:
        acts: the verb's stem and the names of the kinds of act it may stand for.
        things: what it befalls; more than one where the clause hangs on a noun of another.
        doer: the subject of a verb that acts on something else; None when nothing is known of it.
        parties: ids of the people, bodies and groups named in the clause.
        places: ids of the places and countries named in it.
        counts: how many of the thing, where a number says so.
        times: the times that stand in the clause and in no smaller one.
        nominal: the noun that names the act, of a clause that only says of it that it is planned, moved or called off
            ("the *vote* on the budget was put off"); its acts are then the noun's.
    """

    article: str
    claim: Claim
    acts: frozenset[str]
    things: tuple[NounPhrase, ...]
    doer: NounPhrase | None
    parties: frozenset[str]
    places: frozenset[str]
    counts: frozenset[float]
    standing: Standing
    times: tuple[TimeExpression, ...]
    nominal: NounPhrase | None = None


def tellings(corpus: Corpus) -> list[Telling]:
    """Every clause of the story that tells an act, in order; none whose verb is one of saying, seeing or thinking."""
    standing = {e.id: e.standing for reading in corpus.readings for e in reading.events}
    return [t for reading in corpus.readings for t in _of_article(corpus, reading, standing)]


def _of_article(corpus: Corpus, reading: Reading, standing: Mapping[str, str]) -> list[Telling]:
    article = reading.article
    claims = [c for c in corpus.claims_of(article) if c.slots.predicate]
    times = in_clauses(claims, reading.times)
    found = []
    for n, claim in enumerate(claims):
        acts = acts_of(claim)
        if acts and (claim.slots.subject or claim.slots.theme):
            told = _things(claims, n)
            counts = frozenset(q.low for q in claim.slots.quantities if q.unit is None and not q.vague)
            parties, places = _named(corpus, reading, claim)
            stands = _standing(claim, [standing[e] for e in claim.events if e in standing])
            whole = Telling(
                article,
                claim,
                acts,
                told,
                _doer(claim),
                parties,
                places,
                counts,
                stands,
                tuple(times.get(claim.id, ())),
            )
            found += [whole, *_nominal(whole)]
    return found


def _nominal(told: Telling) -> list[Telling]:
    """The same clause as a telling of the act that its noun names."""
    lasting = "last" in told.acts and not told.acts & {"hold"}
    if not (says(told.claim, scheduling()) or calls(told.claim) or names_its_act(told.claim) or lasting):
        return []
    return [
        replace(told, acts=kinds_of_noun(thing.head) | {thing.head}, things=(), doer=None, nominal=thing)
        for thing in told.things
    ]


def _things(claims: Sequence[Claim], at: int) -> tuple[NounPhrase, ...]:
    """What the clause's act befalls: what it acts on, else its subject; of a relative clause the noun it hangs on."""
    claim = claims[at]
    subject = _subject(claims, at)
    if acts_on(claim) and claim.slots.object:
        found = [noun_phrase(claim.slots.object)]
        return tuple(f for f in found if stem(claim.slots.theme or "") == f.head)
    return tuple(noun_phrase(s) for s in subject if noun_phrase(s).head)


def acts_on(claim: Claim) -> bool:
    """The verb acts on its object; not a passive, and not "take effect", where verb and object are one."""
    theme, first = claim.slots.theme, (claim.slots.object or "").lower().split()
    if not theme or _passive(claim) or (first and first[0] in words("en", "acts", "phrase", "ends_at")):
        return False
    if acts_of(claim) & words("en", "acts", "subject", "kinds") or theme in words("en", "acts", "length", "units"):
        return False
    return theme not in acts_with((claim.slots.predicate or "").lower())


def _passive(claim: Claim) -> bool:
    """The theme is the subject's own noun."""
    theme, subject = claim.slots.theme, claim.slots.subject
    return bool(theme and subject and stem(theme) == noun_phrase(subject).head)


def _subject(claims: Sequence[Claim], at: int) -> list[str]:
    """The subject's words; for "it", the subject of the clause before it; for "which", that of the clause around it."""
    claim = claims[at]
    subject = claim.slots.subject or ""
    if subject.lower() in words("en", "acts", "phrase", "neuter"):
        earlier = [c for c in claims[max(0, at - 12) : at] if c.cite.end <= claim.cite.start]
        earlier = [c for c in earlier if c.paragraph >= claim.paragraph - 1]
        known = [c for c in earlier if c.slots.subject and not is_pronoun(c.slots.subject) and acts_of(c)]
        return [s for c in known[-1:] for s in _spoken_of(c)]
    if is_pronoun(subject):
        return []
    first = claim.cite.exact.lower().split()[:1]
    if not first or first[0] not in words("en", "acts", "phrase", "ends_at"):
        return [subject]
    start, end = claim.cite.start, claim.cite.end
    around = [c for c in claims if c.cite.start <= start and end <= c.cite.end and c is not claim]
    more = [c.slots.subject for c in around if c.slots.subject and subject in c.slots.subject]
    return [subject, *dict.fromkeys(s for s in more if s != subject)]


def _spoken_of(claim: Claim) -> list[str]:
    """What "it" may take up from the clause before: its subject, if that is not named, and what it acts on."""
    slots = claim.slots
    subject = [slots.subject] if slots.subject and not slots.subject_entity else []
    return [*subject, *([slots.object] if slots.object and acts_on(claim) else [])]


def is_pronoun(subject: str) -> bool:
    """Whether the words are a pronoun."""
    return subject.lower() in words("en", "acts", "phrase", "pronouns")


def _doer(claim: Claim) -> NounPhrase | None:
    """Who does it, of a verb that acts on something else."""
    subject = claim.slots.subject
    if not acts_on(claim) or not subject or is_pronoun(subject):
        return None
    return noun_phrase(subject)


def _named(corpus: Corpus, reading: Reading, claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Those named in the clause, its speaker left out, and the places; a country only where its name itself stands."""
    parties: set[str] = set()
    places: set[str] = set()
    for e in dict.fromkeys((*claim.entities, *filter(None, [claim.slots.subject_entity]))):
        entity = corpus.entity.get(e)
        if entity is None or (claim.holder and claim.holder in {entity.name, *(n.text for n in entity.names)}):
            continue
        if entity.kind != "country" or _in_own_name(corpus, reading, claim, e):
            (places if entity.kind in {"place", "country"} else parties).add(e)
    return frozenset(parties), frozenset(places)


def _in_own_name(corpus: Corpus, reading: Reading, claim: Claim, entity: str) -> bool:
    """It stands in the clause by its name, and not by an adjective, nor for a government."""
    start, end = claim.cite.start, claim.cite.end
    return any(
        m.form == "name" and not m.government and m.entity and corpus.own(m.entity) == entity
        for m in reading.mentions
        if start <= m.cite.start and m.cite.end <= end
    )


def _standing(claim: Claim, events: Sequence[str]) -> Standing:
    """Told as planned, moved to another day, done, denied, or only possible."""
    slots = claim.slots
    plan = table("en", "acts")["plan"]
    if says(claim, plan["moved"]) or (refused(claim) and _not_before(claim)):
        return "moved"
    if slots.polarity == "no":
        return "denied"
    if _perfect(claim):
        return "happened"
    if sets_a_day(claim) or slots.future or is_to(claim) or calls(claim):
        return "planned"
    if slots.hedge or "hedged" in events:
        return "hedged"
    return "planned" if events and all(e == "planned" for e in events) else "happened"


def _perfect(claim: Claim) -> bool:
    """An infinitive of what is over: "is believed to have come down"."""
    return re.search(r"\bto\s+have\b", claim.cite.exact) is not None


def _not_before(claim: Claim) -> bool:
    """Told not to happen before a time: "will not reopen before Monday"."""
    said = set(re.findall(r"[a-z]+", claim.cite.exact.lower()))
    return bool(said & (words("en", "acts", "role", "by") | words("en", "acts", "role", "until")))


def pairs(told: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs of tellings of different reports that may tell one thing: they share an act, and a thing or a name."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        for act in sorted(t.acts):
            for key in sorted({k for thing in t.things for k in keys(thing.head)} | t.parties):
                blocks[act, key].append(n)
            if act in words("en", "acts", "people", "kinds"):
                blocks[act, "people"].append(n)
            for count in sorted(t.counts) if act in words("en", "acts", "people", "numbered") else ():
                blocks[act, str(count)].append(n)
    found = {p for block in blocks.values() if len(block) <= MOST for p in combinations(block, 2)}
    found |= set(_named_by_nouns(told))
    return [(told[a], told[b]) for a, b in sorted(found) if told[a].article != told[b].article]


def keys(head: str) -> list[str]:
    """A noun's stem, and the groups of synonyms it is in."""
    return [head, *(f"~{n}" for n in sorted(kin(head)))] if head else []


def _named_by_nouns(told: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of an act that a noun names and one that a verb tells."""
    by_act: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        for act in sorted(t.acts) if not t.nominal else ():
            by_act[act].append(n)
    return [
        (min(n, m), max(n, m))
        for n, t in enumerate(told)
        if t.nominal
        for act in sorted(t.acts)
        if len(by_act[act]) <= MOST
        for m in by_act[act]
    ]


def tellings_of_a_noun(told: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings of one named act together ("the visit was called off"), by its noun."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        head = t.nominal.head if t.nominal else next((x.head for x in t.things), "")
        if head:
            groups[head].append(t)
    return list(groups.values())


def linked(told: Sequence[Telling]) -> dict[int, list[Telling]]:
    """For each telling, by ``id``, those of other reports that may tell the same; see :func:`pairs`."""
    found: dict[int, list[Telling]] = defaultdict(list)
    for a, b in pairs(told):
        found[id(a)].append(b)
        found[id(b)].append(a)
    return found
