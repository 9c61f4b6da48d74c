"""The act that a clause of a programme names, whatever part of speech has it, and what limits it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import sense, stem
from variorum.model.reading import Claim
from variorum.reconcile.acts import acts_of, calls, occasions, says, scheduling
from variorum.reconcile.differences.opposed_clauses import Clause
from variorum.reconcile.noun_phrases import noun_phrase

Bag = frozenset[str]


@cache
def _pattern(subject: str, part: str, key: str) -> re.Pattern[str]:
    return re.compile("|".join(table("en", subject)[part][key]))


def matches(subject: str, part: str, key: str, text: str) -> bool:
    """Whether a text has one of the patterns of a list."""
    return _pattern(subject, part, key).search(text) is not None


def tells(claim: Claim, subject: str, part: str, key: str) -> bool:
    """Whether a clause's verb is one of a list, alone or together with a word of the clause."""
    return says(claim, table("en", subject)[part][key])


def verb_acts(clause: Clause) -> Bag:
    """The verb with what it acts on, as one act."""
    slots = clause.slots
    theme = slots.theme or noun_phrase(slots.object or "").head
    return frozenset({f"{stem(slots.predicate)} {sense(theme)}"}) if slots.predicate and theme else frozenset()


def thing_of(clause: Clause) -> str:
    """The words for what is off: what the verb acts on, else the subject."""
    slots = clause.slots
    theme, acted_on = slots.theme, slots.object or ""
    if not theme or theme in words("en", "programme", "off", "particles"):
        return slots.subject or ""
    if noun_phrase(acted_on).head == stem(theme):
        return acted_on
    if noun_phrase(slots.subject or "").head != stem(theme):
        return _from(clause, theme)
    return slots.subject or ""


def _from(clause: Clause, theme: str) -> str:
    """The clause's words from its theme on, where the parse has no phrase for it."""
    said = clause.claim.cite.exact.split()
    at = next((n for n, w in enumerate(said) if stem(re.sub(r"\W", "", w)) == stem(theme)), None)
    if at is None:
        return theme
    openers = words("en", "acts", "phrase", "definite") | words("en", "acts", "phrase", "indefinite")
    first = next((n for n in range(at - 1, max(-1, at - 4), -1) if said[n].lower() in openers), at)
    return " ".join(said[first : at + 8])


@cache
def _classes() -> dict[str, Bag]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, line in table("en", "programme")["acts"].items():
        for word in line:
            found[stem(word)].add(f"={name}")
    return {form: frozenset(names) for form, names in found.items()}


def keys_of(form: str) -> Bag:
    """A stem with the classes it is in; nothing for a stem that names no act."""
    classes = _classes().get(form, frozenset())
    return classes | {form} if classes or form in occasions() else frozenset()


@cache
def acts_named(phrase: str) -> Bag:
    """What names the act in a phrase: its noun, or, of one that says little, the words beside it."""
    head = noun_phrase(phrase).head
    generic = stems_of("scaffold", "generic")
    if head and head not in generic and keys_of(head):
        return keys_of(head)
    own = phrase if head in generic else next((w for w in phrase.split() if "-" in w and stem(w) == head), "")
    return frozenset(k for form in _nouns(own) - generic for k in keys_of(form))


def told_acts(clause: Clause) -> Bag:
    """What a plan's clause may name the act by: its verb and its nouns."""
    slots = clause.slots
    verb = {stem(slots.predicate or "")} - stems_of("scaffold", "light")
    spoken = words("en", "programme", "scaffold", "spoken") | words("en", "acts", "said", "words")
    if slots.predicate in spoken and not calls(clause.claim):
        return keys_of(stem(slots.predicate or "")) & _classes().get(stem(slots.predicate or ""), frozenset())
    nouns = _nouns(f"{slots.object or ''} {slots.theme or ''}")
    if clause.link or says(clause.claim, scheduling()) or stem(slots.predicate or "") in stems_of("scaffold", "light"):
        nouns |= {noun_phrase(slots.subject or "").head}
    kinds = {f"={line}" for kind, line in table("en", "programme")["kinds"].items() if kind in acts_of(clause.claim)}
    return frozenset(k for form in verb | nouns for k in keys_of(form)) | kinds


def done_acts(clause: Clause) -> Bag:
    """What a verb names the act by; of one that says little, its object."""
    slots = clause.slots
    light = slots.predicate in words("en", "reconcile", "polar", "light")
    found = acts_named(slots.object or "") if light else keys_of(stem(slots.predicate or ""))
    return found or keys_of(noun_phrase(slots.subject or "").head)


@cache
def _nouns(text: str) -> Bag:
    """Stems of the words that may be nouns for an act."""
    rules = table("en", "programme")["scaffold"]
    left_out = {*rules["verbs_only"], *rules["unlike"]}
    return frozenset(stem(w) for w in re.findall(r"[^\W\d_]{2,}", text.lower()) if w not in left_out)


@cache
def senses_of(text: str) -> Bag:
    """Senses of a text's words, small words and those that only say when or how surely left out."""
    small = words("en", "programme", "scaffold", "small")
    said = re.findall(r"[^\W_]{2,}", text.lower().replace("’", "'").replace("'s", ""))
    return frozenset(sense(w) for w in said if w not in small) - _scaffold()


@cache
def _scaffold() -> Bag:
    return frozenset(sense(w) for w in words("en", "programme", "scaffold", "words"))


@cache
def stems_of(*keys: str) -> Bag:
    """Stems of a list of the table of programmes."""
    return frozenset(stem(w) for w in words("en", "programme", *keys))


def limits_of(phrase: str, acts: Bag) -> Bag:
    """What tells this item from others of its kind."""
    named = {sense(w) for w in re.findall(r"[^\W\d_]{2,}", phrase.lower()) if stem(w) in acts}
    generic = {sense(w) for w in words("en", "programme", "scaffold", "generic")}
    return senses_of(phrase) - named - generic
