"""Topics that a report puts on, off, or perhaps on a table: of talks, a visit, a hearing, a conference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.model.reading import AgendaItem, Mention
from variorum.read.clauses import Clause, conjuncts, extent
from variorum.read.listing import governed
from variorum.read.scene import Scene
from variorum.read.topic_stated import Topic
from variorum.read.topics import find_topics


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def find_agenda(scene: Scene) -> list[AgendaItem]:
    """The passage's agenda items: each topic, and each sub-topic under it, in reading order."""
    found: list[AgendaItem] = []
    for clause in scene.clauses:
        for topic in find_topics(scene, clause):
            found.extend(_named(scene, topic, _items(scene, topic), found))
    return _once(found)


def _named(
    scene: Scene, topic: Topic, items: Iterable[AgendaItem], before: Sequence[AgendaItem]
) -> Iterable[AgendaItem]:
    """The items, those that only point back ("the subject was not raised") under the name of what they point to."""
    passage = scene.passage
    points = passage.parse.lemmas[topic.head].lower() in _words()["pointing"]["nouns"]
    beside = passage.children(topic.head)
    if not points or any(passage.lower[c] not in _words()["pointing"]["words"] for c in beside):
        yield from items
        return
    name = _asked_about(passage, topic.clause) or (before[-1].topic if before else None)
    yield from (replace(item, topic=name) if name and item.parent is None else item for item in items)


def _asked_about(passage: Passage, clause: Clause) -> str | None:
    """What somebody was asked about or asked for last, before the clause: "Asked about X, she said the matter ..."."""
    asking, prepositions = _words()["pointing"]["asking"], _words()["pointing"]["prepositions"]
    asked = [i for i in range(clause.head) if passage.parse.lemmas[i].lower() in asking]
    heads = [h for i in asked for h in governed(passage, i, prepositions) if passage.parse.pos[h] in {"NOUN", "PROPN"}]
    return _topic_words(passage, heads[-1]) if heads else None


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
    inside = set(passage.subtree(head)) | _behind(passage, head)
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


def _behind(passage: Passage, head: int) -> set[int]:
    """What stands right behind a joined noun belongs to it, though a parser hang it on the first of them."""
    if passage.parse.deps[head] != "conj":
        return set()
    phrases = (passage.subtree(c) for c in passage.children(passage.parse.heads[head], "prep") if c == head + 1)
    return {i for phrase in phrases for i in phrase}


def _topic_words(passage: Passage, head: int) -> str:
    first, last = _phrase(passage, head)
    if any(passage.words[i][0] in "([" for i in range(first, head)):  # a credit before the report's first words
        first = next((i + 1 for i in range(head - 1, first, -1) if ")" in passage.words[i]), first)
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
