"""Clauses that tell of an item of the programme: that it is to be, is off, put off or cut short, or was never planned.

An item is known by its act, whatever part of speech has it ("will visit the church", "a planned visit to the church"),
and by what its clause names beside. The words are data in ``lang/en/programme.toml``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.time import TimeExpression
from variorum.reconcile.acts import calls
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.differences.opposed_field import Field
from variorum.reconcile.differences.programme_acts import (
    Bag,
    acts_named,
    done_acts,
    keys_of,
    limits_of,
    matches,
    senses_of,
    stems_of,
    tells,
    thing_of,
    told_acts,
    verb_acts,
)
from variorum.reconcile.moments import Moment, moments
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import mass, weights

REACH = 4
"""Clauses before one that speaks of "it", among which the item is looked for."""
BEHIND = 40
"""Characters behind a clause that may tell that it was at another time than planned."""
HEAVIEST = 4.3
"""What a word of two sentences weighs, in a story of any length."""
Answer = Literal[
    "planned",
    "off",
    "cut short",
    "moved",
    "unplanned",
    "lapsed",
    "refused",
    "deputy",
    "absent",
    "kept",
    "untimely",
    "undone",
    "held",
]


@dataclass(frozen=True, eq=False)
class Item:
    """What one clause says of an item.

    Attributes:
        phrase: the words for the item, where the clause says of it that it is off; else the clause.
        acts: stems and names of the classes of the words that name the act.
        limits: senses of what else the phrase says of it ("a visit to the *dam*").
        own: senses of the clause's words, with the ids of the people it names.
        around: the same of its sentence; of "it" and "the operation", of what stands before too.
    """

    clause: Clause
    answer: Answer
    phrase: str
    acts: Bag
    limits: Bag
    own: Bag
    around: Bag

    @property
    def article(self) -> str:
        """The report's id."""
        return self.clause.article


@dataclass(frozen=True, eq=False)
class Programme:
    """The items that a story's reports tell of, with what their words weigh.

    Attributes:
        weight: inverse document frequency of a sense over the story's sentences; of one in two, ``HEAVIEST``.
        times: each report's times, by its id.
    """

    story: Field
    items: tuple[Item, ...]
    weight: Mapping[str, float]
    times: Mapping[str, Sequence[TimeExpression]]
    _moments: dict[int, Moment | None] = field(default_factory=dict)

    def moment(self, item: Item) -> Moment | None:
        """The moment that an item's clause gives, where it gives one."""
        at = item.clause.at
        if at not in self._moments:
            found = moments(self.story.corpus.article[item.article], self.times_in(item))
            self._moments[at] = found[0] if len(found) == 1 else None
        return self._moments[at]

    def times_in(self, item: Item) -> list[TimeExpression]:
        """The times that stand in an item's clause."""
        cite = item.clause.claim.cite
        return [t for t in self.times[item.article] if cite.start <= t.cite.start and t.cite.end <= cite.end]

    def mass(self, bag: Iterable[str]) -> float:
        """What some senses weigh."""
        return mass(self.weight, bag)

    def of(self, *answers: Answer) -> list[Item]:
        """The items with one of the answers."""
        return [i for i in self.items if i.answer in answers]


def programme(story: Field) -> Programme:
    """Every clause that tells of an item, in order."""
    persons = [e for e in story.corpus.entities if e.kind == "person"]
    people = {e.id for e in persons}
    names = frozenset(t for e in persons for t in senses_of(e.name))
    bags: dict[tuple[str, int], Bag] = {}
    for c in story.clauses:
        said = bags.get(c.sentence) or senses_of(c.claim.sentence.exact)
        bags[c.sentence] = said | {f"@{e}" for e in c.claim.entities if e in people}
    most = math.log(max(len(bags), 4) / 2)
    weight = {t: HEAVIEST * w / most for t, w in weights(bags.values(), 0).items()}
    found = [_resolved(story, item) for c in story.clauses if (item := _item(c, bags[c.sentence]))]
    known = [replace(i, limits=i.limits - names) for i in found if i.acts]
    return Programme(story, tuple(known), weight, {r.article: r.times for r in story.corpus.readings})


def _resolved(story: Field, item: Item) -> Item:
    """Of "it", "the operation" and "the meeting", what the sentence before tells of too."""
    vague, bare = _is_vague(item), _is_bare(item)
    if not vague and not bare:
        return item
    own = item.clause
    before = [c for c in story.clauses[max(0, own.at - REACH) : own.at] if c.article == own.article]
    near = [c for c in before if c.claim.paragraph >= own.claim.paragraph - 1]
    said = item.around.union(*(senses_of(c.claim.cite.exact) for c in near))
    acts = frozenset(k for c in near for k in told_acts(c)) if vague else item.acts
    return replace(item, acts=acts, own=said if vague else item.own, around=said)


def _is_vague(item: Item) -> bool:
    """Its words say nothing of what it is."""
    said = noun_phrase(item.phrase)
    pronoun = item.phrase.lower() in words("en", "acts", "phrase", "neuter")
    known = said.known and said.head in stems_of("scaffold", "generic") and not said.before | said.behind
    return not item.acts and item.answer in {"off", "moved", "cut short"} and (pronoun or known)


def _is_bare(item: Item) -> bool:
    """Its words name a known act and nothing of it: "The meeting is set for Friday", "will vote on it"."""
    said = noun_phrase(item.clause.slots.subject or "")
    known = said.known and bool(keys_of(said.head)) and not said.before | said.behind
    return known or bool(item.clause.said & words("en", "acts", "phrase", "neuter"))


def _item(clause: Clause, around: Bag) -> Item | None:
    answer = _answer(clause)
    if answer is None:
        return None
    own = senses_of(clause.claim.cite.exact) | {e for e in around if e[:1] == "@" and e[1:] in clause.claim.entities}
    whole = clause.claim.cite.exact
    if answer in {"planned", "lapsed"}:
        return Item(clause, answer, whole, told_acts(clause) | verb_acts(clause), frozenset(), own, around)
    if answer == "undone":
        return Item(clause, answer, whole, verb_acts(clause), frozenset(), own, around)
    if answer in {"refused", "untimely"}:
        return Item(clause, answer, whole, done_acts(clause), frozenset(), own, around)
    if answer in {"deputy", "absent", "kept"}:
        act = "=closing" if answer == "kept" else "=visit"
        return Item(clause, answer, whole, frozenset({act}), frozenset(), own, around)
    none = re.search(table("en", "programme")["off"]["none"], whole, re.IGNORECASE)
    phrase = none["item"] if none and answer == "unplanned" else thing_of(clause)
    acts = acts_named(phrase) or (keys_of(stem(phrase.split()[0])) if none and answer == "unplanned" else frozenset())
    return Item(clause, answer, phrase, acts, limits_of(phrase, acts), own, around)


def held(clause: Clause) -> Item | None:
    """A clause that tells an act as done, as an item."""
    slots, claim = clause.slots, clause.claim
    if clause.planned or clause.denies or slots.polarity == "no" or slots.hedge:
        return None
    acts, around = done_acts(clause), senses_of(claim.sentence.exact)
    own = senses_of(claim.cite.exact)
    return Item(clause, "held", claim.cite.exact, acts, frozenset(), own, around) if acts else None


def _answer(clause: Clause) -> Answer | None:
    claim = clause.claim
    flat = " ".join(claim.cite.exact.lower().split())
    if re.search(table("en", "programme")["off"]["none"], flat):
        return "unplanned"
    if matches("programme", "off", "kept", flat):
        return "kept"
    if clause.denies or claim.slots.polarity == "no":
        return _denied(clause, flat)
    if tells(claim, "programme", "off", "moved"):
        return "moved"
    if not claim.slots.hedge and matches("programme", "off", "untimely", _with_rest(clause)):
        return "untimely"
    if not claim.slots.hedge and not clause.planned:
        if tells(claim, "programme", "off", "verbs"):
            return "off"
        if tells(claim, "programme", "off", "short"):
            return "cut short"
        if matches("programme", "off", "deputy", flat):
            return "deputy"
        if matches("programme", "off", "absent", flat):
            return "absent"
    if matches("programme", "off", "lapsed", flat):
        return "lapsed"
    return "planned" if clause.planned or calls(claim) else None


def _with_rest(clause: Clause) -> str:
    """The clause with what follows it closely in its sentence."""
    cite, sentence = clause.claim.cite, clause.claim.sentence
    start = cite.start - sentence.start
    return " ".join(sentence.exact[start : start + len(cite.exact) + BEHIND].lower().split())


def _denied(clause: Clause, flat: str) -> Answer | None:
    claim = clause.claim
    if tells(claim, "programme", "off", "unheld"):
        return "off"
    if tells(claim, "programme", "off", "unplanned"):
        return "unplanned"
    if matches("programme", "off", "refused", flat):
        return "refused"
    if matches("programme", "off", "absent", flat):
        return "absent"
    spoken = words("en", "programme", "scaffold", "spoken") | words("en", "acts", "said", "words")
    if clause.link or claim.slots.predicate in spoken:
        return None
    return "undone" if matches("programme", "off", "undone", flat) else None
