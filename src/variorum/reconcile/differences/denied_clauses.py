"""A clause with what its being so or not turns on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import Claim, Slots
from variorum.reconcile.acts import refused, tokens
from variorum.reconcile.align import Stated
from variorum.reconcile.noun_phrases import NounPhrase, noun_phrase


@dataclass(frozen=True)
class Said:
    """A claim with what its being so or not turns on."""

    stated: Stated

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.stated.claim

    @property
    def slots(self) -> Slots:
        """Its slots."""
        return self.claim.slots

    @cached_property
    def text(self) -> str:
        """The clause in lower case, apostrophes plain."""
        return " ".join(self.claim.cite.exact.lower().replace("’", "'").split())

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all the words of the clause."""
        return frozenset(stem(w) for w in tokens(self.text))

    @cached_property
    def verb(self) -> str:
        """Stem of the verb; empty for one that says little with any object, or that says little with none."""
        verb, acts_on = (self.slots.predicate or "").lower(), self.slots.theme
        little = words("en", "reconcile", "polar", "light")
        if not acts_on:
            little |= words("en", "reconcile", "polar", "common") | words("en", "acts", "said", "words")
            little |= frozenset(table("en", "standing")["plan"])
        return stem(verb) if verb and verb not in little else ""

    @cached_property
    def ascribed(self) -> str:
        """Stem of what is said of the thing; empty where that is a word said of anything ("good", "clear")."""
        found = self.slots.ascribed
        if not found or found in words("en", "reconcile", "polar", "common"):
            return ""
        return stem(found) if stem(found) != self.verb else ""

    @cached_property
    def thing(self) -> NounPhrase | None:
        """What the verb acts on; of a verb that acts on nothing the subject, and what "there" is said to be."""
        slots = self.slots
        if slots.theme:
            phrases = [noun_phrase(without_no(p)) for p in (slots.object, slots.subject) if p]
            return next((p for p in phrases if p.head == stem(slots.theme or "")), noun_phrase(slots.theme))
        phrase = slots.object if self.there else slots.subject
        if not phrase or phrase.lower() in words("en", "reconcile", "polar", "pronouns"):
            return None
        found = noun_phrase(without_no(phrase))
        return found if found.head and found.head not in words("en", "reconcile", "polar", "nobody") else None

    @cached_property
    def passive(self) -> bool:
        """What it acts on is the subject: nobody is said to do it."""
        slots = self.slots
        return bool(slots.theme and slots.subject and noun_phrase(without_no(slots.subject)) == self.thing)

    @property
    def there(self) -> bool:
        """It says that there is something."""
        return (self.slots.subject or "").lower() == "there"

    @cached_property
    def exists(self) -> bool:
        """It says of a thing that there is one, or that somebody or something has one."""
        has = self.slots.predicate in words("en", "reconcile", "polar", "having") and bool(self.slots.theme)
        first = (self.slots.object or "").lower().split()[:1]
        return (self.there or has) and (self.slots.polarity == "yes" or first == ["no"]) and not self.passive

    @cached_property
    def planned(self) -> bool:
        """It speaks of what is to be, or was promised."""
        return self.slots.future or refused(self.claim) or self.promised

    @cached_property
    def promised(self) -> bool:
        """It speaks of a promise or a decision to do something."""
        promising = "|".join(sorted(words("en", "reconcile", "polar", "promising")))
        return re.search(rf"\b(?:{promising}) (?:\w+ )?(?:to|that|on)\b", self.text) is not None

    @cached_property
    def narrow(self) -> bool:
        """Only a part of it is denied: by whom, when or why it was so ("was not called by one union")."""
        if self.above:
            return False
        behind = self.text.partition(" not ")[2] or self.text.partition("n't ")[2]
        return bool(self.slots.time) or bool(tokens(behind) & words("en", "reconcile", "polar", "focus"))

    @cached_property
    def above(self) -> bool:
        """The denial stands before the clause: "denied that help was slow"."""
        return not tokens(self.text) & words("en", "acts", "none", "within") and "n't" not in self.text

    @cached_property
    def nobody(self) -> bool:
        """Denied of everybody: "nobody", "no court", "none of them"."""
        first = (self.slots.subject or "").lower().split()[:1]
        return bool(first) and first[0] in words("en", "reconcile", "polar", "nobody")

    @cached_property
    def anything(self) -> bool:
        """Denied of anything whatever: "to abolish anything"."""
        last = (self.slots.object or "").lower().split()[:1]
        return bool(last) and last[0] in words("en", "reconcile", "polar", "anything")


def without_no(phrase: str) -> str:
    """The words for a thing without the "no" that denies it."""
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() == "no" and rest else phrase
