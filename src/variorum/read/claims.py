"""Claims: each clause as an attributed statement with typed slots.

A clause with a finite verb is a claim; so is an apposition ("Nara, Takaichi's hometown"), which says that the one is
the other, and a noun that names a dated happening without a verb ("the 1910-45 occupation of Korea").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.model.ids import make_id
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Claim, Event, Mention, Ordinal, Polarity, Slots
from variorum.model.text import Citation
from variorum.read.circumstances import time_of
from variorum.read.clauses import Clause, extent, noun_phrase
from variorum.read.scene import Scene
from variorum.read.standing import Stand

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
FEWEST_TERMS = 2
"""Content words that a claim must have to be worth holding against others."""


@dataclass(frozen=True)
class Material:
    """What a passage's claims are made from."""

    scene: Scene
    events: tuple[Event, ...]
    ordinals: tuple[tuple[int, Ordinal], ...]

    @cached_property
    def triggers(self) -> tuple[int, ...]:
        """The token of each event's trigger."""
        return tuple(self.scene.passage.tokens_of(e.trigger)[0] for e in self.events)


def find_claims(material: Material) -> list[Claim]:
    """The passage's claims in reading order.

    The same words with the same predicate are one claim: a clause's, before an apposition's or a happening's.
    """
    passage = material.scene.passage
    doers = _doers(material.scene)
    found = [c for clause in material.scene.clauses if (c := _clause_claim(material, clause, doers.get(clause.head)))]
    found += [c for token in _apposed(passage) if (c := _apposition(material, token))]
    covered = {e for claim in found for e in claim.events}
    left = [_event_claim(material, e) for e in material.events if e.id not in covered]
    found += [c for c in left if len(c.terms) + len(c.entities) >= FEWEST_TERMS]
    first = {c.id: c for c in reversed(found)}
    return sorted((c for c in found if first[c.id] is c), key=lambda c: (c.cite.start, c.cite.end))


def _doers(scene: Scene) -> dict[int, str | None]:
    """For each clause's head the entity its subject names; "it" goes on with the last one that is no person."""
    found: dict[int, str | None] = {}
    last: str | None = None
    for clause in scene.clauses:
        entity = _entity_at(scene.mentions, clause.subject)
        if entity is None and clause.subject is not None and scene.passage.lower[clause.subject] == "it":
            entity = last
        elif entity and any(m.entity == entity and m.kind in {"organization", "country"} for m in scene.mentions):
            last = entity
        found[clause.head] = entity
    return found


def _clause_claim(material: Material, clause: Clause, doer: str | None) -> Claim | None:
    scene, passage = material.scene, material.scene.passage
    if _only_reports(scene, clause):
        return None
    terms = _terms(scene, clause.tokens)
    stand = scene.stand(clause.verb)
    denied = stand.standing == "denied" and clause.subject is not None
    if not terms or (len(terms) + _names(scene, clause.tokens) < FEWEST_TERMS and not denied):
        return None
    worded = _worded(passage, clause)
    slots = Slots(
        subject=worded.subject,
        subject_entity=doer,
        predicate=worded.predicate,
        object=worded.object,
        quantities=tuple(q for token, q in scene.quantities if token in clause.tokens or token in worded.counted),
        ordinals=tuple(o for token, o in material.ordinals if token in clause.tokens),
        time=time.when if (time := time_of(scene, clause.tokens, clause.verb)) else None,
        place=_place(scene, clause.tokens),
        polarity=_polarity(stand),
        hedge=stand.hedge,
        ascribed=worded.ascribed,
        future=stand.standing == "planned",
        theme=worded.theme,
    )
    cite = scene.article.cite(passage.span(*worded.extent))
    return _claim(material, clause.tokens, cite, slots, terms)


@dataclass(frozen=True, slots=True)
class Worded:
    """What a clause's own words and tree say.

    Attributes:
        counted: the tokens of the phrase that it is about, beside its own.
        extent: the half-open token range to be cited.
    """

    subject: str | None
    predicate: str
    object: str | None
    ascribed: str | None
    theme: str | None
    counted: range
    extent: tuple[int, int]


@kept_with_parse
def _worded(passage: Passage, clause: Clause) -> Worded:
    objects = passage.children(clause.verb, "dobj", "attr", "acomp", "oprd", "prep")
    return Worded(
        subject=passage.phrase(*noun_phrase(passage, clause.subject)) if clause.subject is not None else None,
        predicate=passage.parse.lemmas[clause.verb].lower(),
        object=passage.phrase(*noun_phrase(passage, objects[0])) if objects else None,
        ascribed=_ascribed(passage, clause),
        theme=_theme(passage, clause),
        counted=_antecedent(passage, clause),
        extent=extent(passage, clause.tokens),
    )


def _antecedent(passage: Passage, clause: Clause) -> range:
    """The phrase that a relative clause is about: what is counted there is counted here ("the 76,000 who left")."""
    if passage.parse.deps[clause.head] not in {"relcl", "acl"} or clause.subject != passage.parse.heads[clause.head]:
        return range(0)
    return range(*noun_phrase(passage, passage.parse.heads[clause.head]))


def _only_reports(scene: Scene, clause: Clause) -> bool:
    """A clause that is all cue ("officials said on Monday"): its content is a claim, it is none. One that counts is."""
    if any(token in clause.tokens for token, _ in scene.quantities) or _theme(scene.passage, clause):
        return False
    return any(len(span) == 1 and clause.verb in span for span, _ in scene.reported)


def _ascribed(passage: Passage, clause: Clause) -> str | None:
    """What "be" says of its subject. A participle is given as a word: taggers waver between verb and adjective."""
    declared = passage.children(clause.verb, "oprd")
    if declared and passage.parse.pos[declared[0]] == "ADJ":
        return passage.lower[declared[0]]
    slow = passage.children(clause.head, "acomp") if passage.parse.lemmas[clause.head] == "be" else ()
    if clause.verb != clause.head and slow and passage.parse.heads[clause.verb] == slow[0]:
        return passage.lower[slow[0]]  # "was slow to arrive"
    if passage.parse.lemmas[clause.verb] != "be":
        return passage.lower[clause.verb] if passage.children(clause.verb, "nsubjpass") else None
    ascribed = [a for a in passage.children(clause.verb, "acomp", "attr") if passage.parse.pos[a] in {"ADJ", "VERB"}]
    return passage.lower[ascribed[0]] if ascribed else None


def _theme(passage: Passage, clause: Clause) -> str | None:
    """What the verb acts on, when a noun names it."""
    passive = clause.subject if passage.children(clause.verb, "auxpass") else None
    for token in (*passage.children(clause.verb, "dobj"), *([passive] if passive is not None else [])):
        if passage.parse.pos[token] in {"NOUN", "PROPN"}:
            return passage.parse.lemmas[token].lower()
    return None


def _polarity(stand: Stand) -> Polarity:
    return "no" if stand.standing == "denied" else "yes"


def _apposition(material: Material, token: int) -> Claim | None:
    scene, passage = material.scene, material.scene.passage
    head = passage.parse.heads[token]
    first, last = noun_phrase(passage, head)[0], noun_phrase(passage, token)[1]
    tokens = tuple(range(min(first, token), max(last, head + 1)))
    terms = _terms(scene, tokens)
    if not terms or len(tokens) < 3 or passage.parse.pos[token] not in {"NOUN", "NUM"}:
        return None
    slots = Slots(
        subject=passage.phrase(*noun_phrase(passage, head)),
        subject_entity=_entity_at(scene.mentions, head),
        predicate="be",
        object=passage.phrase(*noun_phrase(passage, token)),
        quantities=(),
        ordinals=(),
        time=None,
        place=None,
        polarity="yes",
        hedge=None,
    )
    return _claim(material, tokens, scene.article.cite(passage.span(tokens[0], tokens[-1] + 1)), slots, terms)


def _event_claim(material: Material, event: Event) -> Claim:
    """A happening that no verb tells: its noun phrase as a claim."""
    passage = material.scene.passage
    tokens = passage.tokens_of(event.phrase)
    slots = Slots(
        subject=None,
        subject_entity=event.participants[0].entity if event.participants else None,
        predicate=event.trigger.exact.lower(),
        object=None,
        quantities=event.quantities,
        ordinals=tuple(o for token, o in material.ordinals if token in tokens),
        time=event.when,
        place=event.place,
        polarity="no" if event.standing == "denied" else "yes",
        hedge=event.hedge,
    )
    return _claim(material, tokens, event.phrase, slots, _terms(material.scene, tokens))


def _claim(material: Material, tokens: Sequence[int], cite: Citation, slots: Slots, terms: tuple[str, ...]) -> Claim:
    scene, passage = material.scene, material.scene.passage
    inside = frozenset(tokens)
    first, last = tokens[0], tokens[-1]
    near = [(a, b, who) for a, b, who in scene.named if a <= last and b > first]
    entities = [who for a, b, who in near if not inside.isdisjoint(range(a, b))]
    events = [e.id for e, token in zip(material.events, material.triggers, strict=True) if token in inside]
    return Claim(
        id=make_id("claim", scene.article.id, cite.start, cite.end, slots.predicate),
        cite=cite,
        sentence=scene.article.cite(passage.span(*passage.sentence_of(tokens[0]))),
        slots=slots,
        holder=next((name for span, name in scene.reported if len(span) > 1 and tokens[0] in span), None),
        entities=tuple(dict.fromkeys(e for group in entities for e in group)),
        events=tuple(events),
        terms=terms,
        paragraph=passage.index,
    )


def _terms(scene: Scene, tokens: Iterable[int]) -> tuple[str, ...]:
    """Lemmas of the content words, each once, sorted; names are compared as entities, not as words."""
    lemmas = _content_lemmas(scene.passage)
    return tuple(sorted({lemmas[i] for i in tokens if i in lemmas and i not in scene.in_names}))


@kept_with_parse
def _content_lemmas(passage: Passage) -> dict[int, str]:
    parse = passage.parse
    return {i: parse.lemmas[i].lower() for i in range(len(passage)) if parse.pos[i] in CONTENT}


@kept_with_parse
def _apposed(passage: Passage) -> tuple[int, ...]:
    return tuple(i for i, dep in enumerate(passage.parse.deps) if dep == "appos")


def _names(scene: Scene, tokens: Iterable[int]) -> int:
    inside = set(tokens)
    return sum(m.first in inside for m in scene.mentions if m.entity)


def _entity_at(mentions: Sequence[Mention], token: int | None) -> str | None:
    if token is None:
        return None
    return next((m.entity for m in mentions if m.first <= token < m.last and m.form != "adjective"), None)


def _place(scene: Scene, tokens: Sequence[int]) -> str | None:
    inside = set(tokens)
    return next((m.entity for m in scene.mentions if m.kind == "place" and m.first in inside and m.entity), None)
