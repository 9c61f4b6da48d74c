"""Acts: the verbs and nouns that reports use for one act, by the table ``lang/en/acts.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.reading import Claim
from variorum.reconcile.noun_phrases import noun_phrase


@lru_cache(maxsize=65536)
def tokens(text: str) -> frozenset[str]:
    """The words of a text, in lower case, each once."""
    return frozenset(re.findall(r"[\w'-]+", text.lower()))


def verb_of(claim: Claim) -> str:
    """The clause's verb; of "is closed" the participle's."""
    verb, ascribed = (claim.slots.predicate or "").lower(), claim.slots.ascribed
    if verb == "be" and ascribed and ascribed.endswith("ed"):
        return next((v for v in (ascribed[:-2], ascribed[:-1]) if v in _verbs()[0]), verb)
    return verb


def acts_of(claim: Claim) -> frozenset[str]:
    """The verb's stem with the names of its kinds; empty for verbs of speech, and for "be" and "have" alone."""
    verb = verb_of(claim)
    said = tokens(claim.cite.exact)
    kinds = kinds_of(verb, said)
    if calls(claim) or (says(claim, scheduling()) and not (verb == "set" and kinds)):
        kinds |= {"hold"}
    if names_its_act(claim):
        return kinds | {"happen"}
    if kinds:
        return kinds | ({stem(verb)} if verb not in words("en", "reconcile", "polar", "light") else frozenset())
    if verb in words("en", "acts", "said", "words") or verb in words("en", "reconcile", "polar", "light"):
        return frozenset()
    return frozenset({stem(verb)}) if verb else frozenset()


def kinds_of(verb: str, said: frozenset[str]) -> frozenset[str]:
    """Names of the kinds of act that a verb may stand for in a clause of these words."""
    bare, paired = _verbs()
    found = set(bare.get(verb, ()))
    return frozenset(found | {kind for word, kind in paired.get(verb, ()) if word in said})


@cache
def _verbs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[str, str], ...]]]:
    bare: dict[str, list[str]] = defaultdict(list)
    paired: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, kind in table("en", "acts")["kinds"].items():
        for entry in kind["words"]:
            verb, _, word = entry.partition("+")
            if word:
                paired[verb].append((word, name))
            else:
                bare[verb].append(name)
    return {v: tuple(k) for v, k in bare.items()}, {v: tuple(k) for v, k in paired.items()}


def acts_with(verb: str) -> frozenset[str]:
    """Words that make one act with a verb: "effect" and "place" with "take"."""
    return frozenset(word for word, _ in _verbs()[1].get(verb, ()))


def says(claim: Claim, listed: Iterable[str]) -> bool:
    """Whether the clause's verb is one of those listed, alone or together with a word of the clause."""
    verb = verb_of(claim)
    beside = [entry.partition("+")[2] for entry in listed if entry == verb or entry.startswith(f"{verb}+")]
    return "" in beside or (bool(beside) and not tokens(claim.cite.exact).isdisjoint(beside))


def calls(claim: Claim) -> bool:
    """A happening is set: "called a strike for Monday"."""
    plan, undone = table("en", "acts")["plan"], table("en", "acts")["undone"]
    if claim.slots.predicate not in plan["calls"] or claim.slots.theme in (claim.slots.subject or "").split():
        return False
    called = not says(claim, undone["called_off"])
    return called and stem(claim.slots.theme or "") in occasions()


def sets_a_day(claim: Claim) -> bool:
    """The verb sets a day for something: "is planned for Friday"; not "set sail", "set up"."""
    said = tokens(claim.cite.exact)
    return says(claim, table("en", "acts")["plan"]["set"]) and not kinds_of(verb_of(claim), said)


def refused(claim: Claim) -> bool:
    """Told as not going to happen: "will not"."""
    said = " ".join(claim.cite.exact.lower().split())
    return claim.slots.polarity == "no" and any(
        f" {w} " in f" {said} " for w in table("en", "acts")["refused"]["words"]
    )


def names_its_act(claim: Claim) -> bool:
    """A noun names what happened, and the verb only that it did: "the accident happened", "the test was in March"."""
    happens = table("en", "acts")["undone"]["happens"]
    head = noun_phrase(claim.slots.subject or "").head
    if head in _striking() and not _acted_on(claim):
        return True
    return head in occasions() and (says(claim, happens) or verb_of(claim) == "be")


@cache
def _striking() -> frozenset[str]:
    families = table("en", "acts")["undone"]["striking"]
    rows = [row for row in table("en", "events")["kinds"].values() if row["family"] in families]
    return frozenset(stem(noun) for row in rows for noun in row["nouns"] if " " not in noun)


def _acted_on(claim: Claim) -> bool:
    """A passive: something is done to the subject."""
    return bool(claim.slots.theme) and stem(claim.slots.theme or "") == noun_phrase(claim.slots.subject or "").head


def scheduling() -> tuple[str, ...]:
    """Verbs that say of a happening that it is planned, moved, called off or held."""
    plan, undone = table("en", "acts")["plan"], table("en", "acts")["undone"]
    return (*plan["set"], *plan["moved"], *undone["called_off"], *undone["takes_place"])


@cache
def kinds_of_noun(form: str) -> frozenset[str]:
    """Names of the kinds of act that a noun of this stem names."""
    kinds = table("en", "acts")["kinds"].items()
    return frozenset(name for name, kind in kinds if form in {stem(noun) for noun in kind.get("nouns", ())})


@cache
def occasions() -> frozenset[str]:
    """Stems of the nouns of what can be held, and called off."""
    events = table("en", "events")["kinds"].values()
    nouns = [noun for kind in (*events, *table("en", "acts")["kinds"].values()) for noun in kind.get("nouns", ())]
    return frozenset(stem(n) for n in (*nouns, *table("en", "acts")["undone"]["occasions"]) if " " not in n)


@cache
def acts_once() -> frozenset[str]:
    """Names of the kinds of act that befall a thing once."""
    return frozenset(name for name, kind in table("en", "acts")["kinds"].items() if kind.get("once"))


def is_to(claim: Claim) -> bool:
    """Told as a plan by a form of "be" and "to" before the clause's verb: "the envoy was (due) to arrive"."""
    plan = table("en", "acts")["plan"]
    between, auxiliaries = "|".join(plan["between"]), "|".join(plan["auxiliaries"])
    found = re.findall(rf"\b(?:{auxiliaries})\s+(?:(?:{between})\s+)?to\s+(?:be\s+)?(\w+)", claim.cite.exact.lower())
    return any(stem(word) == stem(claim.slots.predicate or "") for word in found)


def called_off(claim: Claim) -> bool:
    """The clause says that something was called off."""
    return says(claim, table("en", "acts")["undone"]["called_off"])
