"""Clauses of no listed kind that tell a happening: what was done on a day, announced on it, or said to the press."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage
from variorum.model.time import TimeExpression
from variorum.read.circumstances import is_set_by, time_of, told_time
from variorum.read.clauses import Clause, conjuncts, sense_verb
from variorum.read.scene import Scene

ROUTINE = 10
"""Days before the report from which a dated "said" is history, and no longer the routine of reporting."""
Named = Sequence[tuple[int, tuple[int, ...]]]
"""Nouns that name happenings, each with the tokens that tell of it."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "events")


def kind_of_dated(scene: Scene, clause: Clause, nouns: Named) -> str | None:
    """What a clause of no listed kind tells: ``statement`` for words said on an occasion, ``other`` for what was done.

    None for a clause that only ascribes something, whose date is that of a happening that a noun in it names, or that
    is but the routine report of words ("said on Monday"); a denial, an appeal, an order or a plan is more than that.
    """
    passage = scene.passage
    if any(clause.subject in span for span, _ in scene.times):
        return None
    if passage.parse.deps[clause.head] == "acl":
        return "other" if _is_done_participle(scene, clause, nouns) else None
    if clause.subject is None or passage.parse.lemmas[clause.verb] == "be":
        return None
    if passage.lower[clause.subject] in _words()["speaking"]["pronouns"]:
        return None
    time = told_time(scene, clause.tokens, clause.verb)
    if time is None:
        return "statement" if _speaks_to_press(scene, clause) else None
    if _told_by_noun(scene, clause, nouns, time) or _is_named(scene, clause, time):
        return None
    of_noun = passage.parse.deps[clause.head] == "relcl" and is_set_by(passage, clause.head)
    if of_noun and passage.parse.heads[clause.head] in {token for token, _ in nouns}:
        return None
    if any(clause.verb in span for span, _ in scene.reported if len(span) == 1):
        return "statement" if _is_more_than_said(scene, clause, time) else None
    return "other"


def commits(scene: Scene, clause: Clause) -> bool:
    """Whether the only day of a clause is that of a promise, and not of the deed: "agreed on *Thursday* to reopen"."""
    passage, head, verb = scene.passage, clause.head, clause.verb
    if head == verb or passage.parse.lemmas[head].lower() not in _words()["speaking"]["commits"]:
        return False
    inside = set(clause.tokens)
    dated = [span for span, t in scene.times if t.when and not inside.isdisjoint(span)]
    return bool(dated) and all(span.stop <= verb for span in dated) and scene.stand(head).standing == "happened"


def _told_by_noun(scene: Scene, clause: Clause, nouns: Named, time: TimeExpression) -> bool:
    """Whether the day is that of a happening that a noun names, in the clause itself or by a day of its own."""
    return any(
        (time_of if token in clause.tokens else told_time)(scene, scope, token) == time for token, scope in nouns
    )


def _is_done_participle(scene: Scene, clause: Clause, nouns: Named) -> bool:
    """Whether a noun's participle tells by its own date what was done with it: "pictures *taken* on Friday"."""
    passage = scene.passage
    head = clause.head
    if passage.parse.tags[head] != "VBN" or clause.verb != head or is_set_by(passage, head):
        return False
    if passage.children(head, "aux", "auxpass") or passage.parse.heads[head] in {token for token, _ in nouns}:
        return False
    agents = {i for a in passage.children(head, "agent") for i in passage.subtree(a)}
    return any(t.when and _hangs_on(passage, span, {head, *agents}) for span, t in scene.times)


def _hangs_on(passage: Passage, span: range, heads: set[int]) -> bool:
    """Whether an expression stands beside its verb, with or without a preposition, and in no other noun's phrase."""
    above = {passage.parse.heads[i] for i in span if i not in heads} - set(span)
    above |= {i for i in (span.start - 1,) if i >= 0 and passage.parse.pos[i] == "ADP"}
    over = {passage.parse.heads[a] for a in above if passage.parse.pos[a] == "ADP"}
    bound = {passage.lower[a] for a in above} & set(_words()["relation"]["bound"])
    return bool((above | over) & heads) and not bound


def _is_named(scene: Scene, clause: Clause, time: TimeExpression) -> bool:
    """Whether the day is what a verb is about, and not when it was: "named January 12 as a possible date"."""
    passage = scene.passage
    if passage.parse.lemmas[clause.verb].lower() not in _words()["cancelled"]["naming"]:
        return False
    spans = [span for span, t in scene.times if t == time]
    return any(
        passage.parse.heads[i] == clause.verb and passage.parse.deps[i] == "dobj" for span in spans for i in span
    )


def _is_more_than_said(scene: Scene, clause: Clause, time: TimeExpression) -> bool:
    """Whether words are worth a line: long ago, an act, said on an occasion, or the announcement of a plan."""
    passage, day = scene.passage, scene.article.day
    long_ago = day is not None and time.when is not None and (day - time.when.interval.end).days > ROUTINE
    lemma = passage.parse.lemmas[clause.verb].lower()
    acts = lemma in table("en", "standing")["request"]["acts"] or lemma in _words()["speaking"]["acts"]
    return long_ago or acts or clause.verb in scene.occasions or _announces(scene, clause)


def _announces(scene: Scene, clause: Clause) -> bool:
    """Whether somebody who may decide it says what will, or will not, be done: "said on Friday that it would sell"."""
    passage, words = scene.passage, _words()["announcing"]
    if clause.subject is None:
        return False
    for content in passage.children(clause.verb, "ccomp"):
        verb = sense_verb(passage, content)
        will = any(passage.lower[c] in words["auxiliaries"] for c in passage.children(content, "aux"))
        stand = scene.stand(verb)
        to_be = stand.standing == "planned" or (stand.standing == "denied" and will)
        if to_be and stand.hedge is None and (will or verb != content) and _may_decide(scene, clause.subject):
            return True
    return False


def _may_decide(scene: Scene, subject: int) -> bool:
    """An organization, a government or an official; not a witness or an analyst."""
    passage = scene.passage
    heads = conjuncts(passage, subject)
    if any(passage.parse.lemmas[h].lower() in _words()["announcing"]["nouns"] for h in heads):
        return True
    kinds = {m.kind for m in scene.mentions for h in heads if m.first <= h < m.last}
    return bool(kinds & {"organization", "country"})


def _speaks_to_press(scene: Scene, clause: Clause) -> bool:
    """Whether somebody told reporters, on a day that goes without saying."""
    passage, words = scene.passage, _words()["press"]
    if clause.verb not in scene.occasions or passage.parse.lemmas[clause.verb].lower() not in words["verbs"]:
        return False
    told = passage.children(clause.verb, "dobj", "dative")
    return any(passage.parse.lemmas[o].lower() in words["nouns"] and passage.parse.pos[o] == "NOUN" for o in told)
