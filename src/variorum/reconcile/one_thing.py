"""Whether two clauses tell one act on one thing, and whether that is sure enough for a conflict."""

from __future__ import annotations

import re
from itertools import pairwise

from variorum.lang import table, words
from variorum.lang.stems import akin, stem
from variorum.reconcile.acts import acts_once
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.geography import places_apart
from variorum.reconcile.noun_phrases import NounPhrase
from variorum.reconcile.tellings import Telling, acts_on, is_pronoun


def one_thing(corpus: Corpus, a: Telling, b: Telling, *, anywhere: bool = False, any_act: bool = False) -> bool:
    """They tell one act on one thing, and no name, place, number or word sets them apart.

    With ``anywhere`` other places do not set them apart; with ``any_act`` other acts do not either, and what is asked
    is whether both are of one thing.
    """
    if not (any_act or a.acts & b.acts) or not _names_meet(corpus, a, b, anywhere=anywhere) or _again(a) != _again(b):
        return False
    if a.counts and b.counts and not a.counts & b.counts:
        return False
    if a.nominal or b.nominal:
        return _named_alike(a, b)
    if not _one_doer(a, b):
        return False
    if _goes_elsewhere(a, b):
        return False
    shared = same_nouns(a, b)
    if shared:
        named = bool(a.parties & b.parties)
        return any(_one_noun(x, y, named=named) for x, y in shared)
    if _one_people(a, b) or _so_many(a, b):
        return True
    return bool(a.parties & b.parties) and _about_the_named(a) and _about_the_named(b) and not _marks(a) ^ _marks(b)


def same_nouns(a: Telling, b: Telling) -> list[tuple[NounPhrase, NounPhrase]]:
    """The reports' phrases for what the act befalls, where their nouns are one or mean one ("truce", "ceasefire")."""
    pairs = [(x, y) for x in a.things for y in b.things if x.head and y.head]
    return [(x, y) for x, y in pairs if akin(x.head, y.head)]


def _goes_elsewhere(a: Telling, b: Telling) -> bool:
    """Both go somewhere, and not to or from one place."""
    if not a.acts & b.acts & words("en", "acts", "subject", "going"):
        return False
    if a.places and b.places:
        return not a.places & b.places
    ends = [t.claim.slots.theme for t in (a, b)]
    return bool(ends[0] and ends[1]) and ends[0] != ends[1]


def _one_doer(a: Telling, b: Telling) -> bool:
    """Nobody else does it, as far as both reports tell."""
    if not a.doer or not b.doer or a.parties & b.parties:
        return True
    return a.doer.head == b.doer.head and _one_noun(a.doer, b.doer)


def _named_alike(a: Telling, b: Telling) -> bool:
    """A noun's act and a verb's: a name or a place in common, or a word that is said of the noun."""
    if a.nominal and b.nominal:
        return akin(a.nominal.head, b.nominal.head) and _one_noun(a.nominal, b.nominal)
    if a.parties & b.parties or a.places & b.places:
        return True
    noun, other = (a, b) if a.nominal else (b, a)
    if not noun.nominal:
        return False
    about = noun.nominal.behind | noun.nominal.before
    if not about:
        return noun.nominal.known and not noun.nominal.apart
    return bool(about & {stem(term) for term in other.claim.terms})


def _one_people(a: Telling, b: Telling) -> bool:
    """An act that befalls a band of people, each report with another noun for those whom its readers know."""
    if not a.acts & b.acts & words("en", "acts", "people", "kinds"):
        return False
    return all(t.things and all(x.known and not x.apart for x in t.things) for t in (a, b))


def _so_many(a: Telling, b: Telling) -> bool:
    """As many people by either report, three or more: nine employees are the nine workers."""
    acts = a.acts & b.acts & words("en", "acts", "people", "numbered")
    fewest = table("en", "acts")["people"]["fewest"]
    return bool(acts) and bool(a.counts) and a.counts == b.counts and min(a.counts) >= fewest


def _again(t: Telling) -> bool:
    """It is said to be another of its kind: "will meet again", "the next meeting"."""
    said = re.findall(r"[a-z]+", t.claim.cite.exact.lower())
    times = words("en", "acts", "again", "times")
    another = any(w == "next" and then not in times for w, then in pairwise([*said, ""]))
    again = another or bool(set(said) & words("en", "acts", "again", "words"))
    return again and not t.acts & words("en", "acts", "again", "resuming")


def _about_the_named(t: Telling) -> bool:
    """What is told is told of those who are named, and not of things of theirs."""
    subject = t.claim.slots.subject or ""
    return bool(t.claim.slots.subject_entity) or not acts_on(t.claim) or is_pronoun(subject)


def _marks(t: Telling) -> frozenset[str]:
    return frozenset[str]().union(*(thing.apart for thing in t.things))


def _one_noun(x: NounPhrase, y: NounPhrase, *, named: bool = False) -> bool:
    """One noun, and nothing in either phrase that tells them apart; before one that is named other words may stand."""
    if x.apart - {"next"} != y.apart - {"next"}:
        return False
    if not named and x.before and y.before and not x.crosses(y):
        return False
    return not (x.behind and y.behind) or bool((x.behind | x.before) & (y.behind | y.before))


def _names_meet(corpus: Corpus, a: Telling, b: Telling, *, anywhere: bool) -> bool:
    """No other people or bodies, and no places that lie apart."""
    if a.parties and b.parties and not a.parties & b.parties:
        return False
    if anywhere or not a.places or not b.places or a.places & b.places:
        return True
    return not any(places_apart(corpus.entity[x], corpus.entity[y]) for x in a.places for y in b.places)


def certain(a: Telling, b: Telling) -> bool:
    """Sure enough for a conflict: the act befalls a thing once, and it is one thing that both reports speak of.

    A name in common makes it so; else one phrase at least must speak of a thing known, and neither of several.
    """
    if _next_of_its_kind(a, b):
        return True
    acts = a.acts & b.acts & acts_once()
    if a.nominal or b.nominal:
        return "moved" in {a.standing, b.standing} or bool(acts - words("en", "acts", "subject", "repeated"))
    if not acts:
        return _so_many(a, b)
    shared = same_nouns(a, b)
    named = bool(a.parties & b.parties or a.places & b.places)
    if any(t.number for t in (*a.things, *b.things)):
        return _so_many(a, b) or (named and any(x.before and x.before == y.before for x, y in shared))
    if named or _one_people(a, b) or _so_many(a, b):
        return True
    return any(x.known or y.known for x, y in shared)


def _next_of_its_kind(a: Telling, b: Telling) -> bool:
    """Planned by both, or by the one, for the same two people, or for one of them at one place: the next of its kind.

    So is what is planned for one thing that both reports describe alike, of an act that is not done again and again.
    """
    plans = {"planned", "moved"}
    if not (a.standing in plans or b.standing in plans) or "again" in _marks(a) ^ _marks(b):
        return False
    shared = a.parties & b.parties
    if len(shared) > 1 or (shared and a.places & b.places):
        return True
    both = a.standing in plans and b.standing in plans
    if not both or a.acts & b.acts & words("en", "acts", "subject", "repeated"):
        return False
    return any(x.behind & y.behind or x.before & y.before for x, y in same_nouns(a, b))
