"""When, where and with whom: what stands around a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.model.reading import Mention, Participant
from variorum.model.time import TimeExpression
from variorum.read.clauses import conjuncts, is_clause_head, noun_phrase
from variorum.read.scene import Scene


@cache
def _words() -> dict[str, Any]:
    return table("en", "events")


def time_of(scene: Scene, scope: Sequence[int], near: int) -> TimeExpression | None:
    """The dated expression in scope that stands nearest to the trigger; else that of what the clause hangs on."""
    return told_time(scene, scope, near) or _governing_time(scene, near)


def told_time(scene: Scene, scope: Sequence[int], near: int) -> TimeExpression | None:
    """The dated expression of the scope's own words, or of the words that its relative clause is about."""
    if not scene.times:
        return None
    return own_time(scene, scope, near) or _antecedent_time(scene, near)


def own_time(scene: Scene, scope: Sequence[int], near: int) -> TimeExpression | None:
    """The dated expression in scope that stands nearest to the trigger in the tree, then in the words."""
    inside = set(scope)
    hits = [(span, t) for span, t in scene.times if t.when and _dates(scene.passage, span, inside)]
    return min(hits, key=lambda hit: _distance(scene.passage, hit[0], near))[1] if hits else None


def appointed_time(scene: Scene, noun: int) -> TimeExpression | None:
    """The day for which a thing is set: "Thursday's vote", "the parade due on Thursday", "a visit planned for May"."""
    if not scene.times:
        return None
    passage = scene.passage
    scope = set(range(*noun_phrase(passage, noun)))
    said_of = [c for n in sorted(scope) for c in passage.children(n, "relcl") if n > noun]
    for child in (*passage.children(noun, "acl", "relcl", "amod"), *said_of):
        if is_set_by(passage, child):
            scope.update(passage.subtree(child))
    return own_time(scene, sorted(scope), noun)


@kept_with_parse
def is_set_by(passage: Passage, verb: int) -> bool:
    """Whether a clause on a noun says for when it is set: "planned for May", "due to start on Friday"."""
    verbs = (verb, *passage.children(verb, "xcomp", "acomp"))
    if any(passage.parse.lemmas[v].lower() in _words()["cancelled"]["setting"] for v in verbs):
        return True
    below = passage.children(verb, "xcomp")
    return passage.parse.lemmas[verb] == "be" and any(
        passage.lower[a] == "to" for x in below for a in passage.children(x, "aux")
    )


def act_time(scene: Scene, scope: Sequence[int], verb: int) -> TimeExpression | None:
    """The day of an act upon what is set for another day: "postponed Thursday's vote on *Tuesday*"."""
    things = scene.passage.children(verb, "dobj", "nsubjpass")
    others = [t for thing in things if (t := appointed_time(scene, thing))]
    aside = {i for span, t in scene.times for i in span if t in others}
    return own_time(scene, [i for i in scope if i not in aside], verb)


def is_deadline(passage: Passage, span: range) -> bool:
    """Whether an expression says by when, and so dates a plan but not what was done: "by 5 p.m."."""
    return any(passage.parse.deps[i] == "pobj" and passage.lower[passage.parse.heads[i]] == "by" for i in span)


def _dates(passage: Passage, span: range, inside: set[int]) -> bool:
    """Whether an expression in scope says when, and does not bound a count ("second visit since August")."""
    return not inside.isdisjoint(span) and not _bounds_count(passage, span)


@kept_with_parse
def _bounds_count(passage: Passage, span: range) -> bool:
    above = {passage.lower[passage.parse.heads[i]] for i in span if passage.parse.deps[i] == "pobj"}
    if above & set(_words()["relation"]["bound"]):
        return True
    ordinals = table("en", "quantities")["ordinals"]
    counted = [passage.parse.heads[i] for i in span if passage.parse.deps[i] == "npadvmod"]
    return any(passage.lower[c] in ordinals for noun in counted for c in passage.children(noun, "amod", "attr"))


def _antecedent_time(scene: Scene, token: int) -> TimeExpression | None:
    """The date of what a clause is about: "in August, when he met ...", "a 1942 accident that killed ..."."""
    passage = scene.passage
    head = _clause_head(passage, token)
    if head is None:
        return None
    if passage.parse.deps[head] == "relcl":
        above = passage.parse.heads[head]
        near = {*range(*noun_phrase(passage, above)), above}
        return next((t for span, t in scene.times if t.when and near & set(span)), None)
    first = passage.subtree(head)[0]
    if passage.lower[first] == "when":
        return next((t for span, t in scene.times if t.when and span.stop in {first, first - 1}), None)
    return None


def _governing_time(scene: Scene, token: int) -> TimeExpression | None:
    """What hangs on a verb without a date of its own happens with it: "..., killing seven", "when trains collided"."""
    passage = scene.passage
    head = _clause_head(passage, token) if scene.times else None
    if head is None or passage.parse.deps[head] != "advcl" or passage.children(head, "aux"):
        return None
    marks = {passage.lower[c] for c in passage.children(head, "mark", "advmod")}
    beside = passage.parse.tags[head] == "VBD" and marks & set(_words()["relation"]["while"])
    if not beside and (passage.parse.tags[head] != "VBG" or passage.children(head, "mark")):
        return None
    own = next((set(c.tokens) for c in scene.clauses if c.head == passage.parse.heads[head]), set())
    return next((t for span, t in scene.times if t.when and _dates(passage, span, own)), None)


@kept_with_parse
def _clause_head(passage: Passage, token: int) -> int | None:
    return next((i for i in (token, *passage.ancestors(token)) if is_clause_head(passage, i)), None)


@kept_with_parse
def _distance(passage: Passage, span: range, token: int) -> tuple[int, int]:
    path = [token, *passage.ancestors(token)]
    steps = min((_steps(passage, i, path) for i in span), default=99)
    return steps, abs(span.start - token)


def _steps(passage: Passage, token: int, path: Sequence[int]) -> int:
    """How many edges lie between a token and a path to the root."""
    for up, node in enumerate((token, *passage.ancestors(token))):
        if node in path:
            return up + path.index(node)
    return 99


def place_of(scene: Scene, scope: Sequence[int], trigger: int, *, visit: bool) -> str | None:
    """A place or country under a preposition of place, or what is visited; the nearest to the trigger first."""
    passage = scene.passage
    hits = []
    for mention in scene.mentions:
        if mention.kind not in {"place", "country"} or mention.form == "adjective" or not mention.entity:
            continue
        head = head_of(passage, mention)
        if head not in scope:
            continue
        head = _settlement(passage, head)
        dep, above = passage.parse.deps[head], passage.parse.heads[head]
        locative = dep == "pobj" and passage.lower[above] in _words()["place"]["prepositions"]
        visited = dep == "dobj" and visit and above == trigger
        if locative or visited:
            hits.append((not visited, mention.kind == "country", abs(head - trigger), mention.entity))
    return min(hits)[3] if hits else None


@kept_with_parse
def _settlement(passage: Passage, name: int) -> int:
    """The noun by which a place's name is introduced: "the *city* of Turin"; the name itself without one."""
    link = passage.parse.heads[name]
    noun = passage.parse.heads[link]
    named = passage.parse.deps[name] == "pobj" and passage.lower[link] == "of"
    return noun if named and passage.parse.lemmas[noun].lower() in _words()["place"]["nouns"] else name


def participants_of(
    scene: Scene, scope: Sequence[int], trigger: int, verb: int | None, place: str | None
) -> tuple[Participant, ...]:
    """People, organizations, countries and groups in scope, each once, with the part their grammar gives them."""
    passage, found = scene.passage, dict[str, str]()
    shared = _subject_tokens(scene, verb)
    for mention in scene.mentions:
        head = head_of(passage, mention)
        if mention.kind == "place" or not (mention.entity or mention.members):
            continue
        if mention.form == "adjective" and mention.kind == "country":
            continue
        if head in scope or head in shared:
            role = "agent" if head in shared else _role(passage, head, trigger)
            for entity in mention.members or (mention.entity or "",):
                if entity != place:
                    found.setdefault(entity, role)
    return tuple(Participant(role, entity) for entity, role in found.items())


def _subject_tokens(scene: Scene, verb: int | None) -> set[int]:
    """The heads of the subject that the verb has, or shares with another."""
    for clause in scene.clauses:
        if clause.verb == verb and clause.subject is not None:
            return set(conjuncts(scene.passage, clause.subject))
    return set()


@kept_with_parse
def _role(passage: Passage, token: int, trigger: int) -> str:
    """The participant's part by the first telling dependency between it and the trigger."""
    for node in (token, *passage.ancestors(token)):
        if node == trigger:
            break
        dep, above = passage.parse.deps[node], passage.parse.heads[node]
        if dep in {"nsubj", "agent", "poss"}:
            return "agent"
        if dep in {"dobj", "nsubjpass"}:
            return "patient"
        if dep == "pobj":
            role: str = _words()["roles"].get(passage.lower[above], "other")
            return role
    return "other"


def head_of(passage: Passage, mention: Mention) -> int:
    """The mention's token whose head lies outside it."""
    return _head_within(passage, mention.first, mention.last)


@kept_with_parse
def _head_within(passage: Passage, first: int, last: int) -> int:
    heads = passage.parse.heads
    return next((i for i in range(first, last) if not first <= heads[i] < last or heads[i] == i), first)
