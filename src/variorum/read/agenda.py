"""Topics that a report puts on, off, or perhaps on a table: of talks, a visit, a hearing, a conference.

The frames are data in ``lang/en/agenda.toml``; polarity and hedge come from the clause's standing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.model.reading import AgendaItem, AgendaPolarity, Mention
from variorum.read.clauses import SUBJECTS, Clause, conjuncts, extent
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


def find_agenda(scene: Scene) -> list[AgendaItem]:
    """The passage's agenda items: each topic, and each sub-topic under it, in reading order."""
    found: list[AgendaItem] = []
    for clause in scene.clauses:
        for topic in _topics(scene, clause):
            found.extend(_items(scene, topic))
    return _once(found)


def _topics(scene: Scene, clause: Clause) -> list[Topic]:
    """The first frame that fits the clause decides."""
    for frame in (_by_predicate, _by_topic_noun, _by_existence, _by_focus, _by_verb):
        if topics := frame(scene, clause):
            return topics
    return []


def _by_predicate(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "X is (expected to be) on the agenda", "X remains off the table"."""
    passage = scene.passage
    text = " ".join(passage.lower[i] for i in clause.tokens) + " "
    for base, phrases in _words()["predicates"].items():
        if clause.subject is not None and any(f" {phrase} " in text for phrase in phrases):
            return _stated(passage, clause, conjuncts(passage, clause.subject), base)
    return []


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


def _by_focus(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "The talks will focus on X"."""
    passage = scene.passage
    if passage.parse.lemmas[clause.verb].lower() not in _words()["focus"]["verbs"]:
        return []
    if clause.subject is None or not _may_confer(scene, clause.subject):
        return []
    return _stated(passage, clause, _governed(passage, clause.verb, _words()["focus"]["prepositions"]), "on")


def _by_verb(scene: Scene, clause: Clause) -> list[Topic]:
    """The frame "They will discuss X"; "X may be raised"; "economic issues may surface"; "they avoided X"."""
    passage = scene.passage
    lemma, verbs = passage.parse.lemmas[clause.verb].lower(), _words()["verbs"]
    objects = passage.children(clause.verb, "dobj", "nsubjpass")
    passive = bool(passage.children(clause.verb, "nsubjpass")) or passage.parse.tags[clause.verb] == "VBN"
    if lemma in verbs["discuss"] and _has_own_subject(passage, clause):
        if passive and clause.subject is not None:
            objects = (clause.subject,) if _of_talks(scene, clause) else ()
        elif clause.subject is None or not _may_confer(scene, clause.subject, only_people=lemma in verbs["people"]):
            return []
        return _stated(passage, clause, [c for o in objects for c in conjuncts(passage, o)], "on")
    if clause.subject is None:
        return []
    particles = "".join(f" {passage.lower[c]}" for c in passage.children(clause.verb, "prt"))
    prominent = lemma in verbs["prominent"] and _names_gathering(passage, clause)
    if prominent or (lemma + particles in verbs["surface"] and not _may_confer(scene, clause.subject)):
        return _stated(passage, clause, conjuncts(passage, clause.subject), "on")
    return []


def _stated(passage: Passage, clause: Clause, heads: Iterable[int], base: str) -> list[Topic]:
    stand = standing_of_verb(passage, clause.verb)
    polarity = polarity_of(base, stand, told=passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["discuss"])
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


def _governed(passage: Passage, token: int, prepositions: Sequence[str]) -> list[int]:
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


def _of_talks(scene: Scene, clause: Clause) -> bool:
    """A passive tells of talks when its verb says so, when it is no plain fact, or when it names the gathering."""
    if scene.passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["plain"]:
        return True
    stand = scene.stand(clause.verb)
    return stand.standing in {"planned", "hedged"} or _names_gathering(scene.passage, clause)


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
    return any(m.first <= h < m.last and m.kind != "place" for m in scene.mentions for h in heads)


def _items(scene: Scene, topic: Topic) -> Iterable[AgendaItem]:
    """A topic's own item, then one for each sub-topic that "including" or "such as" opens."""
    article, passage = scene.article, scene.passage
    side = _side(passage, topic.clause, scene.mentions)
    speaker = next((name for span, name in scene.reported if topic.head in span and len(span) > 1), None)
    words = _topic_words(passage, topic.head)
    clause = article.cite(passage.span(*extent(passage, topic.clause.tokens)))
    own = article.cite(passage.span(*_phrase(passage, topic.head)))
    cite = clause if clause.start <= own.start and own.end <= clause.end else own
    yield AgendaItem(words, cite, None, side, topic.polarity, topic.hedge, speaker)
    for head in _part_heads(passage, topic):
        part = article.cite(passage.span(*_phrase(passage, head)))
        yield AgendaItem(_topic_words(passage, head), part, words, side, topic.polarity, topic.hedge, speaker)


def _part_heads(passage: Passage, topic: Topic) -> list[int]:
    """Heads of the sub-topics: under an opener that hangs on the topic, or on the clause when the topic is alone."""
    near = set(passage.subtree(topic.head))
    loose = {
        i
        for i in topic.clause.tokens
        if i > topic.head and passage.parse.heads[i] in {topic.clause.head, topic.clause.verb}
    }
    heads = []
    for token in sorted(near | loose):
        if passage.lower[token] in _words()["parts"]["words"]:
            opener = token if passage.lower[token] != "such" else _as_behind(passage, token)
            for below in passage.children(opener, "pobj", "pcomp", "dobj"):
                heads.extend(conjuncts(passage, below))
    return [h for h in dict.fromkeys(heads) if h != topic.head]


def _as_behind(passage: Passage, such: int) -> int:
    """The preposition of "such as", which governs what follows, whichever of the two words it hangs on."""
    head = passage.parse.heads[such]
    return head if passage.lower[head] == "as" else such


def _phrase(passage: Passage, head: int) -> tuple[int, int]:
    """A topic's own range: its phrase up to a comma, a joined head or a sub-topic's opener."""
    last = head
    inside = set(passage.subtree(head))
    joined = {i for c in passage.children(head, "conj") for i in passage.subtree(c)}
    first = min(i for i in inside if i <= head)
    for token in range(head + 1, max(inside) + 1):
        stop = passage.words[token] in {",", ";"} or passage.lower[token] in _words()["parts"]["words"]
        dep, tag = passage.parse.deps[token], passage.parse.tags[token]
        if token not in inside or token in joined or stop or dep in {"cc", "mark"} or (dep == "relcl" and tag != "VB"):
            break
        last = token
    while last > head and passage.parse.pos[last] in {"ADP", "PUNCT", "PART", "SCONJ"}:
        last -= 1
    return first, last + 1


def _topic_words(passage: Passage, head: int) -> str:
    first, last = _phrase(passage, head)
    while first < head and passage.parse.pos[first] in {"DET", "ADV", "PUNCT", "SCONJ"}:
        first += 1
    return passage.phrase(first, last).strip(' ,.;"“”')


def _side(passage: Passage, clause: Clause, mentions: Sequence[Mention]) -> str | None:
    """Who brings it up: the clause's subject, when it is one person, organization or country."""
    if clause.subject is None or conjuncts(passage, clause.subject)[1:]:
        return None
    for mention in mentions:
        if mention.first <= clause.subject < mention.last and mention.kind != "place" and not mention.members:
            return mention.entity
    return None


def _once(items: list[AgendaItem]) -> list[AgendaItem]:
    """Each topic's words once for one clause."""
    return list({(i.topic, i.cite, i.polarity): i for i in items}.values())
