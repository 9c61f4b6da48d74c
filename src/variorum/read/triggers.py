"""Words that name a happening: verbs, nouns, and nouns that a light verb carries.

The kinds and their words are data in ``lang/en/events.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.parse import Passage, kept_with_parse
from variorum.read.circumstances import act_time
from variorum.read.clauses import Clause, clauses, extent, noun_phrase
from variorum.read.dated import commits, kind_of_dated
from variorum.read.scene import Scene


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening.

    Attributes:
        token: the word.
        kind: its kind in the event table; ``other`` for a dated clause of no listed kind.
        scope: the tokens in which its participants, time and place are looked for.
        verb: the verb that carries it; the token itself for a verb. None for a noun that no verb carries.
    """

    token: int
    kind: str
    scope: tuple[int, ...]
    verb: int | None


@cache
def _words() -> dict[str, Any]:
    return table("en", "events")


@cache
def _kinds() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Verb lemma to kind, noun lemma to kind, and "verb+noun" of a light verb to kind."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    light: dict[str, str] = {}
    for kind, row in _words()["kinds"].items():
        for verb in row["verbs"]:
            (light if "+" in verb else verbs)[verb] = kind
        nouns.update(dict.fromkeys(row["nouns"], kind))
    return verbs, nouns, light


def family_of(kind: str) -> str:
    """The family a kind belongs to; kinds of one family may name one happening."""
    row = _words()["kinds"].get(kind)
    return row["family"] if row else kind


def find_triggers(scene: Scene) -> list[Trigger]:
    """The passage's triggers in order; one happening that a verb and its noun name together is one trigger."""
    passage = scene.passage
    parts = scene.clauses
    nouns = _noun_triggers(passage)
    carried = {t.verb for t in nouns if t.verb is not None}
    found = list(nouns)
    for clause in parts:
        if commits(scene, clause):
            found.append(Trigger(clause.head, "other", clause.tokens, clause.head))
            continue
        kind = _verb_kind(passage, clause)
        if clause.verb in carried and (kind in {None, *_words()["light"]["kinds"]} or _only_calls_off(scene, clause)):
            continue
        if kind and family_of(kind) == "casualty" and _told_by_noun(passage, clause, nouns):
            continue
        if kind is None:
            kind = kind_of_dated(scene, clause, [(t.token, t.scope) for t in nouns])
        if kind:
            found.append(Trigger(clause.verb, kind, _scope_of(passage, clause), clause.verb))
    return sorted(found, key=lambda t: t.token)


def _scope_of(passage: Passage, clause: Clause) -> tuple[int, ...]:
    """A verb's tokens; a noun's participle is told with its noun ("pictures taken on Friday")."""
    own = _own_scope(passage, clause, clause.verb)
    if passage.parse.deps[clause.head] != "acl" or passage.parse.tags[clause.head] != "VBN":
        return own
    noun = range(*noun_phrase(passage, passage.parse.heads[clause.head]))
    return tuple(sorted({*own, *(i for i in noun if i < clause.head)}))


def _only_calls_off(scene: Scene, clause: Clause) -> bool:
    """Whether a clause that calls off a happening says nothing of the day on which it was called off."""
    passage = scene.passage
    if phrasal(passage, clause.verb) not in _words()["cancelled"]["lemmas"]:
        return False
    return act_time(scene, clause.tokens, clause.verb) is None


def phrasal(passage: Passage, verb: int) -> str:
    """A verb's lemma with its particle: "call off"."""
    lemma = passage.parse.lemmas[verb].lower()
    return " ".join([lemma, *(passage.lower[c] for c in passage.children(verb, "prt"))])


def _told_by_noun(passage: Passage, clause: Clause, nouns: Sequence[Trigger]) -> bool:
    """Whether the dead and injured are those of a happening that a noun names ("died in a crash")."""
    above = passage.parse.heads[clause.head] if passage.parse.deps[clause.head] == "relcl" else None
    return any(
        family_of(t.kind) in _words()["casualty"]["of"] and (t.verb == clause.verb or t.token == above) for t in nouns
    )


def _calls_on(passage: Passage, verb: int) -> bool:
    """Whether somebody calls on a person, and does not call on him to do something."""
    on = [c for c in passage.children(verb, "prep", "prt") if passage.lower[c] == "on"]
    asks = passage.children(verb, "xcomp", "advcl", "ccomp", "dobj")
    named = [o for p in on for o in passage.children(p, "pobj")]
    people = {*table("en", "agenda")["people"]["nouns"], *_words()["press"]["hosts"]}
    return (
        not asks
        and any(passage.parse.labels[o][2:] == "PERSON" or passage.parse.lemmas[o].lower() in people for o in named)
        and not any(passage.children(o, "acl", "relcl") for o in named)
    )


def _receives(passage: Passage, verb: int) -> bool:
    """Whether somebody receives a person, or a person is received: "was received by the king"."""
    guests = {*table("en", "agenda")["people"]["nouns"], *_words()["guests"]["nouns"]}
    return any(
        passage.parse.labels[g][2:] == "PERSON"
        or passage.parse.lemmas[g].lower() in guests
        or any(passage.parse.labels[a][2:] == "PERSON" for a in passage.children(g, "appos"))
        for g in passage.children(verb, "dobj", "nsubjpass")
    )


@kept_with_parse
def _own_scope(passage: Passage, clause: Clause, token: int) -> tuple[int, ...]:
    """The clause's tokens but for phrases that tell of another happening ("after his trip to China")."""
    others = _words()["relation"]["other"]
    away: set[int] = set()
    for i in clause.tokens:
        if passage.parse.deps[i] == "prep" and passage.lower[i] in others:
            away.update(passage.subtree(i))
    return clause.tokens if token in away else tuple(i for i in clause.tokens if i not in away)


@kept_with_parse
def _verb_kind(passage: Passage, clause: Clause) -> str | None:
    verbs, _, light = _kinds()
    lemma = passage.parse.lemmas[clause.verb].lower()
    for child in passage.children(clause.verb, "dobj", "nsubjpass"):
        noun = passage.parse.lemmas[child].lower()
        if kind := light.get(f"{lemma}+{noun}") or light.get(f"{phrasal(passage, clause.verb)}+{noun}"):
            return kind
    if passage.parse.pos[clause.verb] != "VERB":
        return None
    particles = [f"{lemma} {passage.lower[c]}" for c in passage.children(clause.verb, "prt", "advmod")]
    if lemma == "call" and _calls_on(passage, clause.verb):
        return "meeting"
    if lemma in _words()["guests"]["verbs"] and _receives(passage, clause.verb):
        return "meeting"
    return next((verbs[p] for p in particles if p in verbs), None) or verbs.get(lemma)


@kept_with_parse
def _noun_triggers(passage: Passage) -> tuple[Trigger, ...]:
    return tuple(_named_happenings(passage))


def _named_happenings(passage: Passage) -> Iterable[Trigger]:
    _, nouns, _ = _kinds()
    clause_of = {token: clause for clause in clauses(passage) for token in clause.tokens}
    for token in range(len(passage)):
        if passage.parse.pos[token] not in {"NOUN", "PROPN"} or passage.parse.deps[token] == "compound":
            continue
        kind = nouns.get(_with_compound(passage, token)) or nouns.get(_noun_lemma(passage, token))
        if kind is None or (passage.parse.pos[token] == "PROPN" and not _is_event_name(passage, token)):
            continue
        if trigger := _carried(passage, token, kind, clause_of) or _bare(passage, token, kind):
            yield trigger


def _carried(passage: Passage, token: int, kind: str, clause_of: dict[int, Clause]) -> Trigger | None:
    """A noun that a verb of its clause, or of a relative clause on it, makes a happening."""
    clause = clause_of.get(token)
    verb = _carrier(passage, token, kind) or _framed(passage, token) or _addressed(passage, token, kind)
    if verb is not None and clause is not None and verb in clause.tokens:
        return Trigger(token, kind, _own_scope(passage, clause, token), verb)
    return _told_of(passage, token, kind, clause_of)


def _told_of(passage: Passage, token: int, kind: str, clause_of: dict[int, Clause]) -> Trigger | None:
    """A noun with a relative clause that tells its course, or its dead: "an inspection that is to begin next week".

    A noun that stands at the head of its sentence is told of by all of it; one that a bare past verb follows ("an
    earthquake jolted ...") may be its subject, and is told of by what follows.
    """
    light = {*_words()["light"]["carry"], *_words()["light"]["occur"]}
    own = clause_of.get(token)
    if own is not None and own.head == token:
        return Trigger(token, kind, own.tokens, None)
    for head in passage.children(token, "relcl", "acl"):
        inner = clause_of.get(head)
        if inner is None:
            continue
        scope = tuple(sorted({*range(*noun_phrase(passage, token)), *inner.tokens}))
        if family_of(_verb_kind(passage, inner) or "") == "casualty" and family_of(kind) in _words()["casualty"]["of"]:
            return Trigger(token, kind, scope, None)
        if passage.parse.deps[head] == "relcl" and passage.parse.lemmas[inner.verb].lower() in light:
            return Trigger(token, kind, scope, inner.verb)
        if passage.parse.tags[head] in {"VBN", "VBD"} and family_of(kind) in _words()["casualty"]["of"]:
            return Trigger(token, kind, scope, None)
    return None


def _bare(passage: Passage, token: int, kind: str) -> Trigger | None:
    if _only_points(passage, token):
        return None
    return Trigger(token, kind, tuple(range(*noun_phrase(passage, token))), None)


def _noun_lemma(passage: Passage, token: int) -> str:
    return passage.parse.lemmas[token].lower()


def _with_compound(passage: Passage, token: int) -> str:
    before = [_noun_lemma(passage, c) for c in passage.children(token, "compound", "amod")]
    return f"{before[-1]} {_noun_lemma(passage, token)}" if before else ""


def _is_event_name(passage: Passage, token: int) -> bool:
    """A capitalised event noun names a happening when it heads a name that is no organization's, law's or work's."""
    label = passage.parse.labels[token][2:]
    if label == "DATE" and passage.lower[token] in _words()["dates"]["months"]:
        return False
    return label in {"", "EVENT", "DATE"} and bool(passage.children(token, "compound", "nmod", "amod", "poss"))


def _carrier(passage: Passage, token: int, kind: str | None = None) -> int | None:
    """The light verb whose object the noun is, or the verb of occurrence whose subject it is.

    A quake, a blast or an attack does what any verb says: "an earthquake jolted", "a bomb tore through".
    """
    joined = (t for t in (token, *passage.ancestors(token)) if passage.parse.deps[t] != "conj")
    first = next(joined, token)
    dep, head = passage.parse.deps[first], passage.parse.heads[first]
    verbs = [head, *(c for c in passage.children(head, "xcomp") if dep in {"nsubj", "nsubjpass"})]
    for verb in verbs:
        lemma = passage.parse.lemmas[verb].lower()
        carries = lemma in _words()["light"]["carry"] or phrasal(passage, verb) in _words()["cancelled"]["lemmas"]
        if dep in {"dobj", "nsubjpass"} and carries:
            return verb
        strikes = dep == "nsubj" and kind is not None and family_of(kind) in _words()["casualty"]["of"]
        occurs = lemma in _words()["light"]["occur"] or _is_held(passage, verb)
        if strikes or (dep in {"nsubj", "nsubjpass"} and occurs):
            return verb
    return None


def _is_held(passage: Passage, verb: int) -> bool:
    """Whether "be" only says when or where: "the next meeting will be in Porto in May"."""
    ascribes = passage.children(verb, "attr", "acomp", "oprd", "expl")
    return passage.parse.lemmas[verb] == "be" and not ascribes and bool(passage.children(verb, "prep", "npadvmod"))


def _framed(passage: Passage, token: int) -> int | None:
    """The verb of the clause whose frame the noun is: "said in a *briefing*", "died in a *crash*".

    Of words, a parser may hang the frame on what was said: "did not mention the plan in a *speech*".
    """
    above = passage.parse.heads[token]
    framed = passage.parse.deps[token] == "pobj" and passage.lower[above] in _words()["relation"]["frame"]
    verb = passage.parse.heads[above]
    said = _kinds()[1].get(_noun_lemma(passage, token)) == "statement" and passage.parse.deps[verb] == "dobj"
    if framed and said and passage.parse.lemmas[passage.parse.heads[verb]].lower() in _words()["light"]["say"]:
        return passage.parse.heads[verb]
    return verb if framed and passage.parse.pos[verb] == "VERB" else None


def _addressed(passage: Passage, token: int, kind: str) -> int | None:
    """The verb of telling whose hearers the noun names: "told a *briefing*"."""
    head = passage.parse.heads[token]
    told = passage.parse.lemmas[head].lower() in _words()["light"]["tell"]
    return head if kind == "statement" and told and passage.parse.deps[token] in {"dobj", "dative", "pobj"} else None


def _only_points(passage: Passage, token: int) -> bool:
    """Whether the phrase ("the visit", "this meeting") only points back to a happening named before."""
    first, last = noun_phrase(passage, token)
    pointers = _words()["pointing"]["words"]
    return all(i == token or passage.lower[i] in pointers for i in range(first, last))


@kept_with_parse
def phrase_of(passage: Passage, trigger: Trigger) -> tuple[int, int]:
    """The half-open token range of the words that tell the happening.

    A noun joined to another ("a meeting and *dinner*") is told from itself on, so that each has words of its own.
    """
    if passage.parse.deps[trigger.token] == "conj" and trigger.verb not in {None, trigger.token}:
        first = noun_phrase(passage, trigger.token)[0]
        return extent(passage, [i for i in trigger.scope if i >= first])
    return extent(passage, trigger.scope)
