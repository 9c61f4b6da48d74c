"""Whether a clause tells a plan, something under way, a fact, a denial or a possibility.

Rules of English tense, modality and governing verbs; the words are data in ``lang/en/standing.toml``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Standing
from variorum.model.time import When


@dataclass(frozen=True, slots=True)
class Stand:
    """A standing with the word that weakens it, if any."""

    standing: Standing
    hedge: str | None = None


DEEP = 50
"""Governors above a verb, more than any writer's sentence has."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "standing")


def standing_of_verb(passage: Passage, verb: int) -> Stand:
    """The standing that a verb's form and governors give it."""
    governors = list(passage.ancestors(verb))
    if len(governors) > DEEP:  # a row of hundreds of verbs: from its top on, none asks for more than the one above it
        for governor in reversed(governors):
            _standing(passage, governor)
    return _standing(passage, verb)


@kept_with_parse
def _standing(passage: Passage, verb: int) -> Stand:
    if negated(passage, verb):
        possible = _auxiliaries(passage, verb) & set(_words()["auxiliaries"]["possible"])
        return Stand("denied", sorted(possible)[0] if possible else None)
    stand = _by_governor(passage, verb) or _by_form(passage, verb)
    return _doubted(passage, verb, stand)


@kept_with_parse
def negated(passage: Passage, verb: int) -> bool:
    """Whether the verb, its governing auxiliary chain or its object is denied ("did not", "no talks were held")."""
    marks = passage.children(verb, "mark")
    own = [
        n for n in passage.children(verb, "neg") if not marks or n > marks[0]
    ]  # "can't, because he is being audited"
    if own or any(passage.children(c, "neg") for c in passage.children(verb, "acomp")):
        return True
    no = set(_words()["negation"]["words"])
    parts = passage.children(verb, "nsubj", "nsubjpass", "dobj", "attr")
    if any(passage.lower[c] in _words()["negation"]["pronouns"] for c in parts):
        return True
    near = [d for c in parts for d in passage.children(c, "det")]
    return any(passage.lower[d] in no for d in near) or any(
        passage.lower[c] in no for c in passage.children(verb, "advmod", "preconj")
    )


def _by_governor(passage: Passage, verb: int) -> Stand | None:
    """What a governing verb makes of its infinitive or gerund; None when it has no such governor."""
    dep, head = passage.parse.deps[verb], passage.parse.heads[verb]
    if dep == "pcomp" and passage.lower[head] in _words()["denial"]["prepositions"]:
        return Stand("denied")
    if head == verb or dep not in {"xcomp", "ccomp", "acl", "advcl", "relcl", "conj", "csubj"}:
        return None
    lemma = passage.parse.lemmas[head].lower()
    if dep in {"ccomp", "csubj"} and (untrue := _called_untrue(passage, head)) is not None:
        return Stand("denied") if untrue else None
    if dep == "conj":
        shared = not _auxiliaries(passage, verb) and passage.parse.tags[verb] in {"VB", "VBG"}
        return _standing(passage, head) if shared and passage.parse.pos[head] == "VERB" else None
    if dep in {"acl", "ccomp", "relcl"} and lemma in _words()["denial"]["nouns"] and _is_denied(passage, head):
        return Stand("denied")
    infinitive = "to" in _auxiliaries(passage, verb)
    bare = passage.parse.tags[verb] == "VB" and not infinitive  # "will stop work": a noun that was taken for a verb
    if lemma in _words()["denial"]["lemmas"] and dep in {"xcomp", "ccomp"} and not (dep == "xcomp" and bare):
        return Stand("denied")
    if infinitive:
        hedge = _words()["plan"].get(lemma)
        if hedge is not None or dep in {"acl", "advcl", "relcl"} or _going_to(passage, verb):
            return _plan(passage, head, hedge)
        governor = passage.parse.heads[head] if passage.parse.deps[head] == "acomp" else head  # "was slow to arrive"
        return _standing(passage, governor) if dep == "xcomp" else None
    if passage.parse.tags[verb] == "VBG" and lemma in _words()["aspect"]["begin"]:
        above = _standing(passage, head)
        return Stand("under_way") if above.standing == "happened" else above
    return None


def _called_untrue(passage: Passage, verb: int) -> bool | None:
    """Whether the clause under "be" is called untrue ("it is false that", "it is not true that"); None when neither."""
    ascribed = {passage.lower[c] for c in passage.children(verb, "acomp", "attr")}
    words = _words()["denial"]
    if ascribed & set(words["untrue"]):
        return not negated(passage, verb)
    return True if ascribed & set(words["true"]) and negated(passage, verb) else None


def _is_denied(passage: Passage, noun: int) -> bool:
    """Whether a report, claim or rumour is the object of a verb of denial ("denied a report that ...")."""
    head = passage.parse.heads[noun]
    return passage.parse.deps[noun] in {"dobj", "nsubjpass"} and (
        passage.parse.lemmas[head].lower() in _words()["denial"]["lemmas"]
    )


def _plan(passage: Passage, governor: int, hedge: str | None) -> Stand:
    if negated(passage, governor):
        return Stand("denied", hedge or None)
    modals = _auxiliaries(passage, governor)
    possible = modals & set(_words()["auxiliaries"]["possible"])
    return Stand("planned", hedge or (sorted(possible)[0] if possible else None))


def _by_form(passage: Passage, verb: int) -> Stand:
    modals, tag = _auxiliaries(passage, verb), passage.parse.tags[verb]
    words = _words()["auxiliaries"]
    if modals & set(words["backshifted"]) and _reported_in_past(passage, verb):
        return Stand("planned")
    if possible := modals & set(words["possible"]):
        return Stand("hedged", sorted(possible)[0])
    if modals & set(words["future"]) or modals & set(words["duty"]) or _going_to(passage, verb):
        return Stand("planned")
    if tag == "VBG" and modals & {"is", "are", "'s", "'re", "was", "were", "am"}:
        return Stand("under_way")
    if "to" in modals:
        return Stand("planned")
    return Stand("happened")


def _reported_in_past(passage: Passage, verb: int) -> bool:
    """Whether "would" is a "will" told in the past ("said that they would meet")."""
    if any(passage.parse.tags[c] == "VBD" and c < verb for c in passage.children(verb, "parataxis")):
        return True  # "Work, he said, would begin"
    for node in (verb, *passage.ancestors(verb)):
        told = any(passage.lower[c] == "that" for c in passage.children(node, "mark", "nsubj"))
        if passage.parse.deps[node] == "ccomp" or (told and passage.parse.deps[node] in {"acl", "relcl", "advcl"}):
            past = {"VBD", "VBN", "VBG"}
            return any(passage.parse.tags[a] in past for a in passage.ancestors(node) if a != verb)
    return False


def _going_to(passage: Passage, verb: int) -> bool:
    """``is to meet``: an infinitive that complements a form of "be"."""
    head = passage.parse.heads[verb]
    return (
        passage.parse.deps[verb] == "xcomp"
        and passage.parse.lemmas[head] == "be"
        and "to" in _auxiliaries(passage, verb)
    )


def _auxiliaries(passage: Passage, verb: int) -> set[str]:
    """The verb's own, else those of the verb it is joined to, in a form that shares them."""
    for token in (verb, *passage.ancestors(verb)):
        own = {passage.lower[c] for c in passage.children(token, "aux", "auxpass")}
        joined = passage.parse.deps[token] == "conj" and passage.parse.tags[token] in {"VB", "VBN", "VBG"}
        if own or not joined:
            return own
    return set()


def _doubted(passage: Passage, verb: int, stand: Stand) -> Stand:
    """Adverbs of doubt, conditions, and governors such as "alleged" weaken what the form says."""
    words = _words()["doubt"]
    adverbs = [passage.lower[c] for c in passage.children(verb, "advmod") if passage.lower[c] in words["adverbs"]]
    if adverbs:
        return Stand("planned" if stand.standing == "planned" else "hedged", adverbs[0])
    marks = [passage.lower[c] for c in passage.children(verb, "mark") if passage.lower[c] in words["conditions"]]
    if marks:
        return Stand("hedged", marks[0])
    head = passage.parse.heads[verb]
    if passage.parse.deps[verb] in {"ccomp", "xcomp"} and head != verb:
        lemma = passage.parse.lemmas[head].lower()
        if lemma in words["lemmas"] and stand.standing == "happened":
            return Stand("hedged", lemma)
    return stand


def settled_by_date(stand: Stand, when: When | None, today: dt.date | None) -> Stand:
    """A fact dated after the report's own day is a plan."""
    if when and today and stand.standing in {"happened", "under_way"} and when.interval.start > today:
        return Stand("planned", stand.hedge)
    return stand
