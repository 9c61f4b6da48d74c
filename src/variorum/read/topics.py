"""The frames in which a report puts a topic on a table, or off it: "X is on the agenda", "the talks will cover X".

The words of each frame are data in ``lang/en/agenda.toml``; polarity and hedge come from the clause's standing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.clauses import Clause
from variorum.read.conferring import names_gathering
from variorum.read.listing import governed, listed, objects
from variorum.read.scene import Scene
from variorum.read.topic_stated import Topic, stated
from variorum.read.topic_verbs import by_deciding, by_focus, by_pressing, by_spending, by_verb

MARKS = frozenset("\"'“”‘’")
"""Quotation marks, which a phrase is read through: 'was "not up for negotiation"'."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def find_topics(scene: Scene, clause: Clause) -> list[Topic]:
    """The clause's topics; the first frame that fits it decides."""
    frames = (
        _by_predicate,
        _by_topic_noun,
        _by_existence,
        _by_course,
        by_focus,
        by_pressing,
        by_spending,
        by_deciding,
        by_verb,
        _by_talks,
    )
    for frame in frames:
        if topics := [t for t in frame(scene, clause) if _may_be_topic(scene, t.head)]:
            return topics
    return []


def _by_predicate(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "X is (expected to be) on the agenda", "also on the agenda is X", "he put X on the agenda"."""
    passage = scene.passage
    base = _predicated(passage, clause)
    if base is None or any(clause.verb in span for span, _ in scene.reported if len(span) == 1):
        return []
    put = [o for o in passage.children(clause.verb, "dobj") if passage.parse.lemmas[o].lower() not in _tables()]
    if put and base != "skipped" and passage.parse.pos[clause.verb] == "VERB":
        return stated(passage, clause, objects(passage, clause, put), base)
    attributes = passage.children(clause.verb, "attr")
    named = _subject(passage, clause) if clause.subject is not None else next(iter(attributes), None)
    return stated(passage, clause, listed(passage, named), base) if named is not None else []


@cache
def _tables() -> frozenset[str]:
    """The last words of the phrases that put a topic on a table: themselves no topic."""
    return frozenset(p.split()[-1] for phrases in _words()["predicates"].values() for p in phrases)


def _subject(passage: Passage, clause: Clause) -> int | None:
    """The clause's subject; behind a place and a day that open the report, what stands beside them."""
    subject = clause.subject
    if subject is None or passage.parse.sentences[0][0] > 0:
        return subject
    opened = any(passage.words[i].startswith("(") for i in range(subject, min(subject + 12, clause.verb)))
    beside = passage.children(subject, "appos")
    return beside[-1] if opened and beside and passage.parse.pos[subject] == "PROPN" else subject


@kept_with_parse
def _predicated(passage: Passage, clause: Clause) -> str | None:
    """Which of the phrases that put a topic on a table, or take it off, stands in a clause."""
    words = (passage.lower[i] for i in clause.tokens if passage.lower[i] not in MARKS)
    text = f" {' '.join(words)} "
    bases = _words()["predicates"].items()
    found = next((base for base, phrases in bases if any(f" {phrase} " in text for phrase in phrases)), None)
    return found or ("on" if _is_central(text) else None)


def _is_central(text: str) -> bool:
    """Whether a gathering stands right behind "at the heart of"."""
    gatherings = _words()["gatherings"]["nouns"]
    behind = (text.split(f" {p} ", 1)[1].split()[:4] for p in _words()["central"]["phrases"] if f" {p} " in text)
    return any(word.removesuffix("s") in gatherings or word in gatherings for words in behind for word in words)


def _by_topic_noun(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "X and Y will be key topics at the meeting"; "the focus of the talks will be X"."""
    passage = scene.passage
    nouns = _words()["nouns"]["topic"]
    attributes = [a for a in passage.children(clause.verb, "attr") if passage.parse.pos[a] in {"NOUN", "PROPN"}]
    if clause.subject is None or not attributes:
        return []
    if passage.parse.lemmas[attributes[0]].lower() in nouns and names_gathering(
        passage, clause, outside=clause.subject
    ):
        return stated(passage, clause, listed(passage, clause.subject), "on", told=_is_past(passage, clause))
    subject = passage.parse.lemmas[clause.subject].lower()
    owners = passage.children(clause.subject, "poss")
    of_them = subject == _words()["nouns"]["own"] and any(passage.parse.labels[o][2:] == "GPE" for o in owners)
    if subject in nouns and (names_gathering(passage, clause, outside=attributes[0]) or of_them):
        return stated(passage, clause, listed(passage, attributes[0]), "on", told=_is_past(passage, clause))
    return []


def _is_past(passage: Passage, clause: Clause) -> bool:
    return passage.parse.tags[clause.verb] == "VBD"


def _by_existence(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "There may be dialogue surrounding X"."""
    passage = scene.passage
    if not passage.children(clause.verb, "expl"):
        return []
    heads = []
    for noun in passage.children(clause.verb, "attr", "dobj", "nsubj"):
        if passage.parse.lemmas[noun].lower() in _words()["exist"]["nouns"]:
            heads.extend(governed(passage, noun, _words()["exist"]["prepositions"]))
    return stated(passage, clause, heads, "on")


def _by_course(scene: Scene, clause: Clause) -> list[Topic]:
    """How talks, or their list of topics, run: "begins with X and ends with Y", "includes X", "turned to X"."""
    passage, course = scene.passage, _words()["course"]
    subject = clause.subject
    named = _course_named(passage, clause)
    if subject is None or named is None:
        return []
    lemma = passage.parse.lemmas[clause.verb].lower()
    heads = governed(passage, clause.verb, course["verbs"].get(lemma, ()))
    if lemma in course["holding"]:
        heads += objects(passage, clause, passage.children(clause.verb, "dobj"))
    is_list = named in course["lists"]
    if lemma in course["holding"] and not is_list:  # talks that include a country: it takes part
        heads = [h for h in heads if passage.parse.labels[h][2:] != "GPE"]
    return stated(passage, clause, heads, "on", told=not is_list)


def _course_named(passage: Passage, clause: Clause) -> str | None:
    """The word for talks, or for their list, that is a clause's subject; of "it" the list named one sentence before."""
    course, subject = _words()["course"], clause.subject
    if subject is None:
        return None
    lemma = passage.parse.lemmas[subject].lower()
    if passage.lower[subject] != "it":
        return lemma if lemma in course["subjects"] else None
    first, _ = passage.sentence_of(clause.verb)
    if first == 0:
        return None
    before = range(*passage.sentence_of(first - 1))
    return next((m for i in before if (m := passage.parse.lemmas[i].lower()) in course["lists"]), None)


def _by_talks(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "talks on X", "an exchange of views on X", in what a clause tells as held or to be held."""
    passage, frame = scene.passage, _words()["on"]
    topics: list[Topic] = []
    for noun in clause.tokens:
        if passage.parse.lemmas[noun].lower() not in frame["nouns"] or passage.parse.pos[noun] != "NOUN":
            continue
        heads = governed(passage, noun, frame["prepositions"])
        if not heads and passage.parse.deps[noun] in {"dobj", "nsubjpass"} and passage.parse.heads[noun] == clause.verb:
            heads = governed(passage, clause.verb, frame["prepositions"])
        heads = [h for h in heads if passage.parse.lemmas[h].lower() not in frame["no_topic"]]
        topics.extend(stated(passage, clause, heads, "on", told=not _to_come(passage, noun)))
    return topics


def _to_come(passage: Passage, noun: int) -> bool:
    """Whether talks are only what something is for: "a road map for talks on X", "called for talks on X"."""
    above = passage.parse.heads[noun]
    return passage.parse.deps[noun] == "pobj" and passage.lower[above] in _words()["on"]["to_come"]


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
