"""A clause with all that it may be compared by, to see whether another answers one question contrarily."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from variorum.lang import table, words
from variorum.lang.stems import kin, sense_of_root, stem
from variorum.model.reading import Claim, Slots
from variorum.reconcile.acts import acts_of, acts_with, called_off, is_to, says, sets_a_day, tokens
from variorum.reconcile.differences.opposed_words import Side, acts_alike, has_people, sides, stems_of, thing
from variorum.reconcile.noun_phrases import noun_phrase

TURNS = "turns"
"""What sets two clauses against each other where it is true of both; the rest where it is true of one."""


@dataclass(frozen=True, eq=False)
class Clause:
    """A claim with what it is compared by; what is costly is read when it is first asked for.

    Attributes:
        at: its place in the story's order of clauses.
        bag: its content words by their sense, and the ids of those it names.
        around: the same of the whole sentence.
        lead: the sentence's words before the clause.
        party: its subject is somebody who acts: a person, body, country or group.
    """

    at: int
    article: str
    claim: Claim
    bag: frozenset[str]
    around: frozenset[str]
    lead: str
    party: bool

    @property
    def slots(self) -> Slots:
        """Its slots."""
        return self.claim.slots

    @property
    def sentence(self) -> tuple[str, int]:
        """The sentence it stands in: report, and where it begins."""
        return self.article, self.claim.sentence.start

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words, in lower case."""
        return tokens(self._flat)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all its words."""
        return frozenset(stem(w) for w in self.said)

    @cached_property
    def denies(self) -> bool:
        """It says that something is not so, by a word in it, or by somebody before it who denies or disputes it."""
        said = self.slots.ascribed or self.slots.object or ""
        unlike = re.fullmatch(table("en", "opposed")["unlike"]["ascribed"], said)
        off = any(w in self._flat for w in words("en", "opposed", "off", "words"))
        disputed = self.slots.polarity == "yes" and self._disputed
        return ((self._denied != bool(unlike)) != off) != disputed

    @cached_property
    def _flat(self) -> str:
        return " ".join(self.claim.cite.exact.lower().replace("’", "'").split())

    @cached_property
    def _denied(self) -> bool:
        """Read as denied, and by such a word; what is only avoided is not denied, nor what a mere "not to" leaves."""
        if self.slots.polarity != "no" or self._flat.startswith("not "):
            return False
        if "n't" in self._flat or self.said & words("en", "acts", "none", "within"):
            return True
        deniers = words("en", "acts", "none", "deniers") | words("en", "opposed", "refusing", "words")
        return bool(tokens(self.lead) & deniers)

    @cached_property
    def _disputed(self) -> bool:
        """The words right before say that somebody contests it: "disputed that the envoy had been called in"."""
        what = " ".join([*self.lead.lower().split(), *self._flat.split()[:1]])
        return re.search(table("en", "opposed")["disputing"]["right_before"], what) is not None

    @cached_property
    def above(self) -> bool:
        """The denial stands before it: "denied that help was slow"."""
        return self.denies and not self.said & words("en", "acts", "none", "within") and "n't" not in self._flat

    @cached_property
    def planned(self) -> bool:
        """It tells what is to be."""
        slots = self.slots
        if slots.polarity == "no" or "to have " in self._flat:
            return False
        return slots.future or is_to(self.claim) or sets_a_day(self.claim)

    @cached_property
    def off(self) -> bool:
        """It tells that something was called off or put off."""
        return called_off(self.claim) or says(self.claim, table("en", "acts")["plan"]["moved"])

    @cached_property
    def link(self) -> bool:
        """Its verb only links what is said of a thing with it."""
        return self.slots.predicate in words("en", "opposed", "links", "verbs")

    @cached_property
    def verb_stems(self) -> frozenset[str]:
        """Stems of its verb, and of what is ascribed with it; none of a verb that says little with any object."""
        slots = self.slots
        light = self.link or slots.predicate in words("en", "reconcile", "polar", "light")
        light |= not slots.theme and slots.predicate in words("en", "reconcile", "polar", "common")
        verb = "" if light else stem(slots.predicate or "")
        ascribed = slots.ascribed if slots.ascribed not in words("en", "reconcile", "polar", "common") else None
        return frozenset({verb, stem(ascribed or "")} - {""})

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The kinds of act it tells, its verb's stem and groups of synonyms."""
        acts = frozenset() if self.link else acts_of(self.claim) - words("en", "opposed", "links", "kinds")
        return acts | self.verb_stems | {f"~{n}" for v in self.verb_stems for n in kin(v)}

    @cached_property
    def heads(self) -> frozenset[str]:
        """Stems of the nouns of its subject and object."""
        phrases = (self.slots.subject, self.slots.object, self.slots.theme)
        return frozenset({noun_phrase(p).head for p in phrases if p} - {""})

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The same with their groups of synonyms."""
        return self.heads | {f"~{n}" for noun in self.heads for n in kin(noun)}

    @cached_property
    def told(self) -> frozenset[str]:
        """The lists of words for one act that its verb is in; of a verb that only links, what is linked."""
        linked = noun_phrase(self.slots.object) if self.link and self.slots.object else None
        acts = self.verb_stems or ({linked.head, *linked.behind} if linked else frozenset())
        return frozenset(name for w in acts for name in acts_alike(w))

    @cached_property
    def alike(self) -> frozenset[str]:
        """The lists of words for one act that its verb or a noun is in."""
        return self.told | {name for w in self.verb_stems | self.heads for name in acts_alike(w)}

    @cached_property
    def people(self) -> bool:
        """The noun of its subject or object is a word for people."""
        return any(has_people(p) for p in (self.slots.subject, self.slots.object, self.slots.theme) if p)

    @cached_property
    def sides(self) -> Mapping[Side, str]:
        """The sides of opposites that its words are on, with the word's stem."""
        return {side: root for root in sorted(self.stems) for side in sides(root)}

    @cached_property
    def nothing(self) -> tuple[str, ...]:
        """Its phrases for what there is none of: "no date", "any talks", "nobody"."""
        none = words("en", "opposed", "nothing", "words")
        phrases = [p for p in (self.slots.subject, self.slots.object) if p]
        return tuple(p for p in phrases if p.lower().split()[:1] and p.lower().split()[0] in none)

    @cached_property
    def nobody(self) -> bool:
        """It says it of nobody and nothing at all."""
        return bool(self.nothing) and not thing(self.nothing[0])

    @cached_property
    def none(self) -> frozenset[str]:
        """Senses of the nouns of which it says that there is none."""
        return frozenset(m for p in self.nothing if (m := thing(p)))

    @cached_property
    def exists(self) -> bool:
        """It says of a thing that there is one: "there is", "was made", "has"."""
        light = words("en", "reconcile", "polar", "light") | words("en", "reconcile", "polar", "having")
        return self.link or self.slots.predicate in light or (self.slots.subject or "").lower() == "there"

    @cached_property
    def named(self) -> frozenset[str]:
        """Senses of the nouns of its subject and object."""
        return frozenset(sense_of_root(h) for h in self.heads)

    @cached_property
    def none_heads(self) -> frozenset[str]:
        """Stems of the same nouns, not of others with their sense: a threat is none of what a warning is."""
        return frozenset(noun_phrase(p).head for p in self.nothing if thing(p))

    @cached_property
    def acts(self) -> frozenset[str]:
        """The lists of words for one act that its verb is in, or the noun of which it says that there is none."""
        return self.told | {name for w in self.none_heads for name in acts_alike(w)}

    @cached_property
    def of(self) -> frozenset[str]:
        """What else its phrase for that noun says: "the border of the *salt lake*"."""
        theme = self.slots.theme
        phrases = (self.slots.object, self.slots.subject) if theme else (self.slots.subject,)
        found = [noun_phrase(p) for p in phrases if p and not self.party]
        return frozenset(sense_of_root(w) for p in found if not theme or p.head == stem(theme) for w in p.behind)

    @cached_property
    def limited(self) -> frozenset[str]:
        """What that is limited by: "no *Chinese* nationals"."""
        phrases = [noun_phrase(" ".join(p.split()[1:]) or p) for p in self.nothing]
        apart = {stem(w) for p in phrases for w in p.apart} - stems_of("nothing", "more")
        return frozenset(w for p in phrases for w in p.before) | apart

    @cached_property
    def things(self) -> frozenset[str]:
        """The sense of the noun it acts on, else of its subject's; a party that does it is no such thing."""
        slots = self.slots
        theme = slots.theme if slots.theme not in acts_with((slots.predicate or "").lower()) else None
        phrase = theme or (slots.subject if not self.party else None)
        return frozenset({thing(phrase)} - {""}) if phrase else frozenset()

    @cached_property
    def end(self) -> str:
        """The sense of the noun that a preposition ties to the verb: "agree to joint *patrols*"."""
        said = (self.slots.object or "").split()
        tied = len(said) > 1 and not self.slots.theme and said[0].lower() in words("en", "acts", "phrase", "ends_at")
        return sense_of_root(noun_phrase(" ".join(said[1:])).head) if tied else ""

    @cached_property
    def vague(self) -> bool:
        """Of what it speaks, only the sentences before it tell."""
        subject = self.slots.subject or ""
        if subject.lower() == "there" and self.heads:
            return False  # "There was no fog"
        first = subject.lower().split()[:1]
        pronoun = not subject or subject.lower() in words("en", "acts", "phrase", "pronouns")
        pronoun |= bool(first) and first[0] in words("en", "opposed", "vague", "owners")
        return pronoun or noun_phrase(subject).head in stems_of("vague", "nouns")

    @cached_property
    def whole(self) -> bool:
        """It names what it speaks of itself: no clause that leans on another ("who were not listed", "never came")."""
        subject = self.slots.subject or ""
        alone = set(subject.lower().split()) <= words("en", "opposed", "nothing", "words") - {"nobody", "nothing"}
        head = noun_phrase(subject).head if subject else ""
        return bool(subject) and not alone and (not head or head in self.stems)

    @cached_property
    def general(self) -> bool:
        """It is so of any such thing: "A sound ship does not sink"."""
        any_such = (self.slots.subject or "").lower().split()[:1]
        indefinite = bool(any_such) and any_such[0] in words("en", "opposed", "general", "subjects")
        return indefinite and (self.link or bool(self.said & words("en", "opposed", "general", "verbs")))

    @cached_property
    def may_turn(self) -> bool:
        """Its verb, or what is ascribed, has an opposite."""
        return any(sides(w) for w in self.verb_stems)

    @cached_property
    def stands(self) -> frozenset[str]:
        """By what it may stand against another."""
        known = {"denies": self.denies, "plans": self.planned, "off": self.off, TURNS: self.may_turn}
        return frozenset(name for name, so in known.items() if so)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of its words with a capital; left out are the first, days and months, and where it was ("in Oslo")."""
        found = re.findall(r"(\w+)\W+([A-Z][\w’'-]+)", self.claim.cite.exact)
        where = words("en", "opposed", "vague", "where")
        names = {re.sub(r"[’']s$", "", name) for before, name in found if before.lower() not in where}
        return frozenset(stem(n) for n in names if n.lower() not in words("en", "acts", "again", "times"))

    @cached_property
    def idle(self) -> bool:
        """Denied, it says that somebody did not speak or could not tell, or what nobody should or can do."""
        asked = self.said & words("en", "opposed", "idle", "modals")
        return bool(asked) or self.slots.predicate in words("en", "opposed", "idle", "verbs")
