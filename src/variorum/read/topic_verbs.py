"""The frames in which a verb puts a topic on a table: "they will discuss X", "talks focus on X", "X may come up"."""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.read.clauses import SUBJECTS, Clause, conjuncts
from variorum.read.conferring import is_bound, may_confer, names_gathering, of_talks, speaks_alone, together
from variorum.read.listing import governed, objects
from variorum.read.scene import Scene
from variorum.read.topic_stated import Topic, stated


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def by_focus(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "The talks will focus on X"; "X will be dealt with"."""
    passage = scene.passage
    prepositions = _words()["focus"]["verbs"].get(passage.parse.lemmas[clause.verb].lower())
    if prepositions is None or clause.subject is None:
        return []
    if passage.children(clause.verb, "nsubjpass"):
        stranded = any(
            passage.lower[c] in prepositions and not passage.children(c, "pobj", "pcomp")
            for c in passage.children(clause.verb, "prep", "prt")
        )
        heads = conjuncts(passage, clause.subject) if stranded and of_talks(scene, clause) else []
        return stated(passage, clause, heads, "on", told=True)
    speaks = passage.parse.lemmas[clause.verb].lower() in _words()["focus"]["speaking"]
    if not may_confer(scene, clause.subject) or (speaks and not together(scene, clause)):
        return []
    return stated(passage, clause, governed(passage, clause.verb, prepositions), "on", told=True)


def by_pressing(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "She is to press the president on X"; in a report of talks, what one wants of the other."""
    passage, press = scene.passage, _words()["press"]
    prepositions = press["verbs"].get(passage.parse.lemmas[clause.verb].lower())
    if prepositions is None or clause.subject is None or not may_confer(scene, clause.subject, only_people=True):
        return []
    pressed = [*passage.children(clause.verb, "dobj", "dative"), *passage.children(clause.verb, "nsubjpass")]
    asks = passage.parse.lemmas[clause.verb].lower() in press["asking"]
    if (asks or not pressed) and scene.stand(clause.verb).standing == "happened":
        return []
    heads = [h for n in (clause.verb, *pressed) for h in governed(passage, n, prepositions)]
    return stated(passage, clause, heads, "on", told=True)


def by_spending(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "The ministers spent most of their lunch on X": the time of a gathering, and no money."""
    passage = scene.passage
    if passage.parse.lemmas[clause.verb].lower() not in _words()["spend"]["verbs"] or clause.subject is None:
        return []
    spent = {i for o in passage.children(clause.verb, "dobj") for i in passage.subtree(o)}
    lemmas = {passage.parse.lemmas[i].lower() for i in spent}
    if (
        lemmas.isdisjoint(_words()["gatherings"]["nouns"])
        or not may_confer(scene, clause.subject)
        or not together(scene, clause)
    ):
        return []
    nouns = [clause.verb, *sorted(spent)]
    return stated(passage, clause, [h for n in nouns for h in governed(passage, n, ("on",))], "on", told=True)


def by_deciding(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "The summit is expected to approve X": what a gathering is to decide is before it."""
    passage, decide = scene.passage, _words()["decide"]
    if clause.subject is None or passage.parse.lemmas[clause.verb].lower() not in decide["verbs"]:
        return []
    gathering = passage.parse.lemmas[clause.subject].lower() in decide["gatherings"]
    if not gathering or scene.stand(clause.verb).standing != "planned":
        return []
    heads = objects(passage, clause, passage.children(clause.verb, "dobj"))
    return stated(passage, clause, heads + governed(passage, clause.verb, ("on",)), "on")


def by_verb(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "They will discuss X"; "X may be raised"; "economic issues may surface"."""
    passage = scene.passage
    lemma, verbs = passage.parse.lemmas[clause.verb].lower(), _words()["verbs"]
    lemma += "".join(
        f" {passage.lower[c]}" for c in passage.children(clause.verb, "prt", "advmod") if _is_particle(passage, c)
    )
    about = passage.children(clause.verb, "dobj", "nsubjpass")
    passive = bool(passage.children(clause.verb, "nsubjpass")) or passage.parse.tags[clause.verb] == "VBN"
    if lemma in verbs["review"] and _reviews_relations(scene, clause):
        return stated(passage, clause, objects(passage, clause, about), "on", told=True)
    if lemma in verbs["discuss"] and _has_own_subject(passage, clause) and not _is_no_talk(scene, clause):
        if passive and clause.subject is not None and passage.children(clause.verb, "auxpass", "nsubjpass"):
            about = (clause.subject,) if of_talks(scene, clause) else ()
        elif clause.subject is None or not may_confer(scene, clause.subject, only_people=lemma in verbs["people"]):
            return []
        return stated(passage, clause, objects(passage, clause, about), "on", told=True)
    if clause.subject is None:
        return []
    prominent = lemma in verbs["prominent"] and names_gathering(passage, clause)
    surfaces = lemma in verbs["surface"] and not may_confer(scene, clause.subject)
    if prominent or surfaces:
        return stated(passage, clause, conjuncts(passage, clause.subject), "on", told=surfaces)
    return []


def _is_no_talk(scene: Scene, clause: Clause) -> bool:
    """Whether a figure is raised, a speech mentions it, or nothing is told but what somebody is obliged to do."""
    return _changes_amount(scene, clause) or speaks_alone(scene, clause) or is_bound(scene.passage, clause)


def _reviews_relations(scene: Scene, clause: Clause) -> bool:
    """Whether several go over how things stand between them ("reviewed relations"), and not a draft or a film."""
    passage = scene.passage
    reviewed = [passage.parse.lemmas[o].lower() for o in passage.children(clause.verb, "dobj", "nsubjpass")]
    of_ties = any(word in _words()["verbs"]["reviewed"] for word in reviewed)
    if not of_ties or clause.subject is None:
        return False
    passive = bool(passage.children(clause.verb, "nsubjpass"))
    return (
        names_gathering(passage, clause) if passive else may_confer(scene, clause.subject) and together(scene, clause)
    )


def _is_particle(passage: Passage, token: int) -> bool:
    """Whether a word belongs to its verb: "came *up*", which a parser may take for an adverb."""
    return passage.parse.deps[token] == "prt" or passage.lower[token] in _words()["verbs"]["particles"]


def _changes_amount(scene: Scene, clause: Clause) -> bool:
    """Whether a thing is raised, or brought up, to or by a figure, and no topic."""
    passage, words = scene.passage, _words()["verbs"]["amounts"]
    moved = {i for p in passage.children(clause.verb, "prep") if passage.lower[p] in words for i in passage.subtree(p)}
    return any(token in moved for token, _ in scene.quantities)


def _has_own_subject(passage: Passage, clause: Clause) -> bool:
    """A purpose or a circumstance ("..., raising hopes") puts nothing on a table; a clause with its subject may."""
    for head in (clause.head, *passage.ancestors(clause.head)):
        own = bool(passage.children(head, *SUBJECTS))
        if own or passage.parse.deps[head] != "conj":
            return own
    return False
