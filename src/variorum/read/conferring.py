"""Who may put a topic on a table: people, their governments and gatherings, and what tells that they confer."""

from __future__ import annotations

from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.read.clauses import Clause, conjuncts
from variorum.read.scene import Scene


@cache
def _words() -> dict[str, Any]:
    return table("en", "agenda")


def tells_of_talks(scene: Scene) -> bool:
    """Whether a passage tells that people confer: by a noun for it, or by a verb that several share."""
    passage, words = scene.passage, _words()["conferring"]
    nouns = (i for i in range(len(passage)) if passage.parse.pos[i] in {"NOUN", "PROPN"})
    if any(passage.parse.lemmas[i].lower() in words["nouns"] for i in nouns):
        return True
    return any(
        passage.parse.lemmas[c.verb].lower() in words["verbs"]
        and c.subject is not None
        and may_confer(scene, c.subject, only_people=True)
        and together(scene, c)
        for c in scene.clauses
    )


def names_gathering(passage: Passage, clause: Clause, *, outside: int | None = None) -> bool:
    """Whether a clause names talks, a visit, a working lunch; with ``outside``, apart from what stands under that."""
    own = set(passage.subtree(outside)) if outside is not None else set()
    gatherings = _words()["gatherings"]["nouns"]
    return any(passage.parse.lemmas[i].lower() in gatherings for i in clause.tokens if i not in own)


def together(scene: Scene, clause: Clause) -> bool:
    """Whether several speak with one another, or a gathering is named: one who "spoke of" a thing only said it."""
    passage, subject = scene.passage, clause.subject
    if subject is None or names_gathering(passage, clause) or conjuncts(passage, subject)[1:]:
        return True
    return passage.parse.tags[subject] in {"NNS", "CD"} or passage.lower[subject] in _words()["people"]["several"]


def of_talks(scene: Scene, clause: Clause) -> bool:
    """A passive tells of talks when its verb says so, when it is no plain fact, or when it names the gathering."""
    if scene.passage.parse.lemmas[clause.verb].lower() in _words()["verbs"]["plain"]:
        return True
    stand = scene.stand(clause.verb)
    return stand.standing in {"planned", "hedged", "denied"} or names_gathering(scene.passage, clause)


def may_confer(scene: Scene, subject: int, *, only_people: bool = False) -> bool:
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


def speaks_alone(scene: Scene, clause: Clause) -> bool:
    """Whether the words of a clause are said in a speech, a post or an interview, where nobody confers."""
    passage, alone = scene.passage, _words()["alone"]
    return any(
        passage.lower[i] in alone["prepositions"]
        and any(passage.parse.lemmas[o].lower() in alone["nouns"] for o in passage.children(i, "pobj"))
        for i in clause.tokens
    )


def is_bound(passage: Passage, clause: Clause) -> bool:
    """Whether a clause tells what somebody is obliged or able to do, and not what is done."""
    near = (clause.head, *passage.children(clause.head, "acomp", "oprd"))
    return clause.verb != clause.head and any(
        passage.parse.lemmas[i].lower() in _words()["verbs"]["bound"] for i in near
    )
