"""The frames in which a report puts a topic on a table, or off it: "X is on the agenda", "the talks will cover X".

The words of each frame are data in ``lang/en/agenda.toml``; polarity and hedge come from the clause's standing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import AgendaPolarity
from variorum.read.clauses import SUBJECTS, Clause, conjuncts
from variorum.read.scene import Scene
from variorum.read.standing import Stand, standing_of_verb


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's head token with what the clause says of it."""

    head: int
    clause: Clause
    polarity: AgendaPolarity
    hedge: str | None


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def find_topics(scene: Scene, clause: Clause) -> list[Topic]:
    """The clause's topics; the first frame that fits it decides."""
    frames = (_by_predicate, _by_topic_noun, _by_existence, _by_course, _by_focus, _by_pressing, _by_verb, _by_talks)
    for frame in frames:
        if topics := [t for t in frame(scene, clause) if _may_be_topic(scene, t.head)]:
            return topics
    return []


def _by_predicate(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "X is (expected to be) on the agenda", "X remains off the table", "also on the agenda is X"."""
    passage = scene.passage
    attributes = passage.children(clause.verb, "attr")
    named = clause.subject if clause.subject is not None else next(iter(attributes), None)
    base = _predicated(passage, clause)
    return _stated(passage, clause, conjuncts(passage, named), base) if base and named is not None else []


@kept_with_parse
def _predicated(passage: Passage, clause: Clause) -> str | None:
    """Which of the phrases that put a topic on a table, or take it off, stands in a clause."""
    text = f" {' '.join(passage.lower[i] for i in clause.tokens)} "
    bases = _words()["predicates"].items()
    return next((base for base, phrases in bases if any(f" {phrase} " in text for phrase in phrases)), None)


def _by_topic_noun(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "X and Y will be key topics at the meeting"; "the focus of the talks will be X"."""
    passage = scene.passage
    nouns = _words()["nouns"]["topic"]
    attributes = [a for a in passage.children(clause.verb, "attr") if passage.parse.pos[a] in {"NOUN", "PROPN"}]
    if clause.subject is None or not attributes or not _names_gathering(passage, clause):
        return []
    if passage.parse.lemmas[attributes[0]].lower() in nouns:
        return _stated(passage, clause, conjuncts(passage, clause.subject), "on")
    if passage.parse.lemmas[clause.subject].lower() in nouns:
        return _stated(passage, clause, conjuncts(passage, attributes[0]), "on")
    return []


def _by_existence(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "There may be dialogue surrounding X"."""
    passage = scene.passage
    if not passage.children(clause.verb, "expl"):
        return []
    heads = []
    for noun in passage.children(clause.verb, "attr", "dobj", "nsubj"):
        if passage.parse.lemmas[noun].lower() in _words()["exist"]["nouns"]:
            heads.extend(_governed(passage, noun, _words()["exist"]["prepositions"]))
    return _stated(passage, clause, heads, "on")


def _by_course(scene: Scene, clause: Clause) -> list[Topic]:
    """How talks, or their list of topics, run: "begins with X and ends with Y", "includes X", "turned to X"."""
    passage, course = scene.passage, _words()["course"]
    subject = clause.subject
    if subject is None or passage.parse.lemmas[subject].lower() not in course["subjects"]:
        return []
    lemma = passage.parse.lemmas[clause.verb].lower()
    heads = _governed(passage, clause.verb, course["verbs"].get(lemma, ()))
    if lemma in course["holding"]:
        heads += [c for o in passage.children(clause.verb, "dobj") for c in conjuncts(passage, o)]
    return _stated(passage, clause, heads, "on", told=passage.parse.lemmas[subject].lower() not in course["lists"])


def _by_focus(scene: Scene, clause: Clause) -> list[Topic]:
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
        heads = conjuncts(passage, clause.subject) if stranded and _of_talks(scene, clause) else []
        return _stated(passage, clause, heads, "on", told=True)
    speaks = passage.parse.lemmas[clause.verb].lower() in _words()["focus"]["speaking"]
    if not _may_confer(scene, clause.subject) or (speaks and not _together(scene, clause)):
        return []
    return _stated(passage, clause, _governed(passage, clause.verb, prepositions), "on", told=True)


def _by_pressing(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "She is to press the president on X"; in a report of talks, what one wants of the other."""
    passage, press = scene.passage, _words()["press"]
    prepositions = press["verbs"].get(passage.parse.lemmas[clause.verb].lower())
    if prepositions is None or clause.subject is None or not _may_confer(scene, clause.subject, only_people=True):
        return []
    pressed = [*passage.children(clause.verb, "dobj", "dative"), *passage.children(clause.verb, "nsubjpass")]
    asks = passage.parse.lemmas[clause.verb].lower() in press["asking"]
    if (asks or not pressed) and scene.stand(clause.verb).standing == "happened":
        return []
    heads = [h for n in (clause.verb, *pressed) for h in _governed(passage, n, prepositions)]
    return _stated(passage, clause, heads, "on", told=True)


def _by_verb(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "They will discuss X"; "X may be raised"; "economic issues may surface"; "they avoided X"."""
    passage = scene.passage
    lemma, verbs = passage.parse.lemmas[clause.verb].lower(), _words()["verbs"]
    lemma += "".join(
        f" {passage.lower[c]}" for c in passage.children(clause.verb, "prt", "advmod") if _is_particle(passage, c)
    )
    objects = passage.children(clause.verb, "dobj", "nsubjpass")
    passive = bool(passage.children(clause.verb, "nsubjpass")) or passage.parse.tags[clause.verb] == "VBN"
    if lemma in verbs["discuss"] and _has_own_subject(passage, clause) and not _changes_amount(scene, clause):
        if passive and clause.subject is not None and passage.children(clause.verb, "auxpass", "nsubjpass"):
            objects = (clause.subject,) if _of_talks(scene, clause) else ()
        elif clause.subject is None or not _may_confer(scene, clause.subject, only_people=lemma in verbs["people"]):
            return []
        return _stated(passage, clause, [c for o in objects for c in conjuncts(passage, o)], "on", told=True)
    if clause.subject is None:
        return []
    prominent = lemma in verbs["prominent"] and _names_gathering(passage, clause)
    surfaces = lemma in verbs["surface"] and not _may_confer(scene, clause.subject)
    if prominent or surfaces:
        return _stated(passage, clause, conjuncts(passage, clause.subject), "on", told=surfaces)
    return []


def _is_particle(passage: Passage, token: int) -> bool:
    """Whether a word belongs to its verb: "came *up*", which a parser may take for an adverb."""
    return passage.parse.deps[token] == "prt" or passage.lower[token] in _words()["verbs"]["particles"]


def _changes_amount(scene: Scene, clause: Clause) -> bool:
    """Whether a thing is raised, or brought up, to or by a figure, and no topic."""
    passage, words = scene.passage, _words()["verbs"]["amounts"]
    moved = {i for p in passage.children(clause.verb, "prep") if passage.lower[p] in words for i in passage.subtree(p)}
    return any(token in moved for token, _ in scene.quantities)


def _by_talks(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "talks on X", "an exchange of views on X", in what a clause tells as held or to be held."""
    passage, frame = scene.passage, _words()["on"]
    topics: list[Topic] = []
    for noun in clause.tokens:
        if passage.parse.lemmas[noun].lower() not in frame["nouns"] or passage.parse.pos[noun] != "NOUN":
            continue
        heads = _governed(passage, noun, frame["prepositions"])
        if not heads and passage.parse.deps[noun] == "dobj" and passage.parse.heads[noun] == clause.verb:
            heads = _governed(passage, clause.verb, frame["prepositions"])
        heads = [h for h in heads if passage.parse.lemmas[h].lower() not in frame["no_topic"]]
        topics.extend(_stated(passage, clause, heads, "on", told=True))
    return topics


def _stated(
    passage: Passage, clause: Clause, heads: Iterable[int], base: str, *, told: bool | None = None
) -> list[Topic]:
    stand = standing_of_verb(passage, clause.verb)
    if told is None:
        told = passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["discuss"]
    present = stand.standing == "happened" and passage.parse.tags[clause.verb] in {"VBP", "VBZ"}
    polarity = polarity_of(base, stand, told=told and not present)
    return [Topic(h, clause, polarity, stand.hedge) for h in heads if passage.parse.pos[h] not in {"PRON", "DET"}]


def polarity_of(base: str, stand: Stand, *, told: bool) -> AgendaPolarity:
    """On or off by the frame, turned by denial, loosened by "may"; what was done is ``raised`` or ``not_raised``."""
    denied = stand.standing == "denied"
    if base == "skipped":
        return "not_raised" if stand.standing == "happened" else "off"
    if told and stand.standing == "happened":
        return "raised"
    if stand.standing == "hedged":
        return "may"
    if base == "off":
        return "on" if denied else "off"
    if denied:
        return "not_raised" if told else "off"
    return "on"


def _may_be_topic(scene: Scene, head: int) -> bool:
    """Nobody's name, no day and no word that only points is a topic: "talks on Tuesday", "asked about it"."""
    passage = scene.passage
    if any(head in span for span, _ in scene.times):
        return False
    if passage.parse.lemmas[head].lower() in _words()["empty"]["nouns"] or passage.parse.pos[head] == "NUM":
        return False
    if passage.parse.labels[head][2:] == "NORP":
        return False
    return not any(m.first <= head < m.last and m.kind == "person" and m.form == "name" for m in scene.mentions)


def _governed(passage: Passage, token: int, prepositions: Sequence[str] | Mapping[str, Any]) -> list[int]:
    """The heads of what stands under one of the prepositions of a word, each joined head apart."""
    heads = []
    for child in passage.children(token, "prep", "acl"):
        if passage.lower[child] in prepositions:
            for below in passage.children(child, "pobj", "pcomp", "dobj"):
                heads.extend(conjuncts(passage, below))
                heads.extend(passage.children(below, "advcl"))
    return heads


def _names_gathering(passage: Passage, clause: Clause) -> bool:
    return any(passage.parse.lemmas[i].lower() in _words()["gatherings"]["nouns"] for i in clause.tokens)


def _has_own_subject(passage: Passage, clause: Clause) -> bool:
    """A purpose or a circumstance ("..., raising hopes") puts nothing on a table; a clause with its subject may."""
    for head in (clause.head, *passage.ancestors(clause.head)):
        own = bool(passage.children(head, *SUBJECTS))
        if own or passage.parse.deps[head] != "conj":
            return own
    return False


def _together(scene: Scene, clause: Clause) -> bool:
    """Whether several speak with one another, or a gathering is named: one who "spoke of" a thing only said it."""
    passage, subject = scene.passage, clause.subject
    if subject is None or _names_gathering(passage, clause) or conjuncts(passage, subject)[1:]:
        return True
    return passage.parse.tags[subject] in {"NNS", "CD"} or passage.lower[subject] in {"they", "both", "two"}


def _of_talks(scene: Scene, clause: Clause) -> bool:
    """A passive tells of talks when its verb says so, when it is no plain fact, or when it names the gathering."""
    if scene.passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["plain"]:
        return True
    stand = scene.stand(clause.verb)
    return stand.standing in {"planned", "hedged", "denied"} or _names_gathering(scene.passage, clause)


def _may_confer(scene: Scene, subject: int, *, only_people: bool = False) -> bool:
    """People, the names and pronouns for them, or a gathering may discuss; other things do not."""
    passage = scene.passage
    heads = conjuncts(passage, subject)
    lemmas = {passage.parse.lemmas[h].lower() for h in heads}
    gatherings = () if only_people else _words()["gatherings"]["nouns"]
    if lemmas & {*_words()["people"]["nouns"], *gatherings}:
        return True
    if any(passage.parse.tags[h] == "PRP" and passage.lower[h] != "it" for h in heads):
        return True
    named = [m for m in scene.mentions if m.kind != "place" or m.government]
    return any(m.first <= h < m.last for m in named for h in heads)
