"""Happenings: a trigger, who took part, when, where, and whether it is planned, done or denied.

The kinds and their words are data in ``lang/en/events.toml``; codes are PLOVER event types.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.reading import Event, Mention, Participant
from variorum.model.text import Citation
from variorum.model.time import TimeExpression
from variorum.read.clauses import Clause, clauses, conjuncts, extent, is_clause_head, noun_phrase
from variorum.read.scene import Scene
from variorum.read.standing import Stand, settled_by_date, standing_of_verb

LONG_AGO = 400
"""Days before the report from which a dated happening counts as background: a year and a margin."""


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


def find_events(scene: Scene) -> list[Event]:
    """The happenings told in one passage, in order of their triggers."""
    parts = clauses(scene.passage)
    found = _triggers(scene, parts)
    return [_event(scene, trigger) for trigger in sorted(found, key=lambda t: t.token)]


def _triggers(scene: Scene, parts: Sequence[Clause]) -> list[Trigger]:
    passage = scene.passage
    nouns = list(_noun_triggers(passage, parts))
    carried = {t.verb for t in nouns if t.verb is not None}
    found = list(nouns)
    for clause in parts:
        kind = _verb_kind(passage, clause)
        if clause.verb in carried and kind in {None, "military", "statement", "sanction"}:
            continue
        if kind is None and _tells_a_dated_fact(scene, clause, nouns):
            kind = "other"
        if kind:
            found.append(Trigger(clause.verb, kind, _own_scope(passage, clause, clause.verb), clause.verb))
    return found


def _own_scope(passage: Passage, clause: Clause, token: int) -> tuple[int, ...]:
    """The clause's tokens but for phrases that tell of another happening ("after his trip to China")."""
    others = _words()["relation"]["other"]
    away: set[int] = set()
    for i in clause.tokens:
        if passage.parse.deps[i] == "prep" and passage.lower[i] in others:
            away.update(passage.subtree(i))
    return clause.tokens if token in away else tuple(i for i in clause.tokens if i not in away)


def _verb_kind(passage: Passage, clause: Clause) -> str | None:
    verbs, _, light = _kinds()
    lemma = passage.parse.lemmas[clause.verb].lower()
    for child in passage.children(clause.verb, "dobj", "nsubjpass"):
        if kind := light.get(f"{lemma}+{passage.parse.lemmas[child].lower()}"):
            return kind
    return verbs.get(lemma) if passage.parse.pos[clause.verb] == "VERB" else None


def _tells_a_dated_fact(scene: Scene, clause: Clause, nouns: Sequence[Trigger]) -> bool:
    """A clause of no listed kind that tells what somebody did, and when.

    Not one that only ascribes something, reports words, or gives the date of a happening that a noun in it names.
    """
    passage = scene.passage
    if clause.subject is None or passage.parse.deps[clause.head] == "acl" or passage.parse.lemmas[clause.verb] == "be":
        return False
    time = _time_in(scene, clause.tokens, clause.verb)
    if time is None or any(clause.verb in span for span, _ in scene.reported if len(span) == 1):
        return False
    return not any(_time_in(scene, t.scope, t.token) == time for t in nouns) and any(
        m.entity and m.kind != "place" and _head(passage, m) in clause.tokens for m in scene.mentions
    )


def _noun_triggers(passage: Passage, parts: Sequence[Clause]) -> Iterable[Trigger]:
    _, nouns, _ = _kinds()
    scope_of = {token: clause for clause in parts for token in clause.tokens}
    for token in range(len(passage)):
        if passage.parse.pos[token] not in {"NOUN", "PROPN"} or passage.parse.deps[token] == "compound":
            continue
        kind = nouns.get(_with_compound(passage, token)) or nouns.get(_noun_lemma(passage, token))
        if kind is None or (passage.parse.pos[token] == "PROPN" and not _is_event_name(passage, token)):
            continue
        clause = scope_of.get(token)
        verb = _carrier(passage, token, clause) or _framed(passage, token)
        if verb is not None and clause is not None and verb in clause.tokens:
            yield Trigger(token, kind, _own_scope(passage, clause, token), verb)
        elif not _only_points(passage, token):
            yield Trigger(token, kind, tuple(range(*noun_phrase(passage, token))), None)


def _noun_lemma(passage: Passage, token: int) -> str:
    return passage.parse.lemmas[token].lower()


def _with_compound(passage: Passage, token: int) -> str:
    before = [_noun_lemma(passage, c) for c in passage.children(token, "compound", "amod")]
    return f"{before[-1]} {_noun_lemma(passage, token)}" if before else ""


def _is_event_name(passage: Passage, token: int) -> bool:
    """A capitalised event noun names a happening when it heads a name that is no organization's, law's or work's."""
    label = passage.parse.labels[token][2:]
    return label in {"", "EVENT", "DATE"} and bool(passage.children(token, "compound", "nmod", "amod", "poss"))


def _carrier(passage: Passage, token: int, clause: Clause | None) -> int | None:
    """The light verb whose object the noun is, or the verb of occurrence whose subject it is."""
    dep, head = passage.parse.deps[token], passage.parse.heads[token]
    if dep == "conj":
        return _carrier(passage, head, clause)
    lemma = passage.parse.lemmas[head].lower()
    if dep in {"dobj", "nsubjpass"} and lemma in _words()["light"]["carry"]:
        return head
    if dep == "nsubj" and lemma in _words()["light"]["occur"]:
        return head
    return None


def _framed(passage: Passage, token: int) -> int | None:
    """The verb of the clause whose frame the noun is: "said in a *briefing*", "died in a *crash*"."""
    above = passage.parse.heads[token]
    framed = passage.parse.deps[token] == "pobj" and passage.lower[above] in _words()["relation"]["frame"]
    verb = passage.parse.heads[above]
    return verb if framed and passage.parse.pos[verb] == "VERB" else None


def _only_points(passage: Passage, token: int) -> bool:
    """Whether the phrase ("the visit", "this meeting") only points back to a happening named before."""
    first, last = noun_phrase(passage, token)
    pointers = _words()["pointing"]["words"]
    return all(i == token or passage.lower[i] in pointers for i in range(first, last))


def _event(scene: Scene, trigger: Trigger) -> Event:
    article, passage = scene.article, scene.passage
    sentence = article.cite(passage.span(*passage.sentence_of(trigger.token)))
    time = _time_in(scene, trigger.scope, trigger.token)
    when = time.when if time else None
    stand = settled_by_date(_standing(scene, trigger, time), when, article.day)
    place = _place_in(scene, trigger)
    phrase = _phrase(scene, trigger)
    people = _participants(scene, trigger, place)
    cite = article.cite(passage.span(trigger.token, trigger.token + 1))
    return Event(
        id=make_id("event", article.id, cite.start, trigger.kind),
        trigger=cite,
        kind=trigger.kind,
        family=family_of(trigger.kind),
        code=_words()["kinds"].get(trigger.kind, {}).get("code"),
        phrase=phrase,
        sentence=sentence,
        participants=people,
        time=time,
        when=when,
        place=place,
        standing=stand.standing,
        hedge=stand.hedge,
        attributed_to=_attributed(scene, trigger.token),
        quantities=tuple(q for token, q in scene.quantities if token in trigger.scope),
        background=_is_background(article, time),
    )


def _phrase(scene: Scene, trigger: Trigger) -> Citation:
    first, last = extent(scene.passage, trigger.scope)
    return scene.article.cite(scene.passage.span(first, last))


def _attributed(scene: Scene, token: int) -> str | None:
    return next((name for span, name in scene.reported if token in span and len(span) > 1), None)


def _is_background(article: Article, time: TimeExpression | None) -> bool:
    if not (time and time.when and article.day):
        return False
    return (article.day - time.when.interval.end).days > LONG_AGO


def _time_in(scene: Scene, scope: Sequence[int], near: int) -> TimeExpression | None:
    """The dated expression in scope that stands nearest to the trigger in the tree, then in the words."""
    inside = set(scope)
    hits = [(span, t) for span, t in scene.times if t.when and _dates(scene.passage, span, inside)]
    if not hits:
        return _time_related(scene, near)
    return min(hits, key=lambda hit: _distance(scene.passage, hit[0], near))[1]


def _dates(passage: Passage, span: range, inside: set[int]) -> bool:
    """Whether an expression in scope says when, and does not bound a count ("second visit *since August*")."""
    if not any(i in inside for i in span):
        return False
    above = {passage.lower[passage.parse.heads[i]] for i in span if passage.parse.deps[i] == "pobj"}
    return not above & set(_words()["relation"]["bound"])


def _time_related(scene: Scene, token: int) -> TimeExpression | None:
    """The date of what a relative clause hangs on: "in August, when he met ...", "a 1942 accident that killed ..."."""
    passage = scene.passage
    head = next((i for i in (token, *passage.ancestors(token)) if is_clause_head(passage, i)), None)
    if head is None:
        return None
    first = passage.subtree(head)[0]
    if passage.parse.deps[head] == "relcl":
        noun = passage.parse.heads[head]
        near = set(range(*noun_phrase(passage, noun)))
        near |= {noun}
        return next((t for span, t in scene.times if t.when and near & set(span)), None)
    if passage.lower[first] == "when":
        return next((t for span, t in scene.times if t.when and span.stop in {first, first - 1}), None)
    return None


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


def _place_in(scene: Scene, trigger: Trigger) -> str | None:
    """A place or country under a preposition of place, or what is visited; the nearest behind the trigger first."""
    passage = scene.passage
    hits = []
    for mention in scene.mentions:
        if mention.kind not in {"place", "country"} or mention.form == "adjective" or not mention.entity:
            continue
        head = _head(passage, mention)
        if head not in trigger.scope:
            continue
        dep, above = passage.parse.deps[head], passage.parse.heads[head]
        locative = dep == "pobj" and passage.lower[above] in _words()["place"]["prepositions"]
        visited = dep == "dobj" and trigger.kind == "visit" and above == trigger.token
        if locative or visited:
            hits.append((not visited, mention.kind == "country", abs(head - trigger.token), mention.entity))
    return min(hits)[3] if hits else None


def _participants(scene: Scene, trigger: Trigger, place: str | None) -> tuple[Participant, ...]:
    """People, organizations, countries and groups in scope, each once, with the part their grammar gives them."""
    passage, found = scene.passage, dict[str, str]()
    shared = _subject_tokens(passage, trigger)
    for mention in scene.mentions:
        head = _head(passage, mention)
        if mention.kind == "place" or not (mention.entity or mention.members):
            continue
        if mention.form == "adjective" and mention.kind == "country":
            continue
        if head in trigger.scope or head in shared:
            role = "agent" if head in shared else _role(passage, head, trigger)
            for entity in mention.members or (mention.entity or "",):
                if entity != place:
                    found.setdefault(entity, role)
    return tuple(Participant(role, entity) for entity, role in found.items())


def _subject_tokens(passage: Passage, trigger: Trigger) -> set[int]:
    """The heads of the subject that the trigger's verb has or shares with another."""
    if trigger.verb is None:
        return set()
    for clause in clauses(passage):
        if clause.verb == trigger.verb and clause.subject is not None:
            return set(conjuncts(passage, clause.subject))
    return set()


def _role(passage: Passage, token: int, trigger: Trigger) -> str:
    """The participant's part by the first telling dependency between it and the trigger."""
    for node in (token, *passage.ancestors(token)):
        if node == trigger.token:
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


def _head(passage: Passage, mention: Mention) -> int:
    """The mention's token whose head lies outside it."""
    inside = range(mention.first, mention.last)
    return next(
        (i for i in inside if passage.parse.heads[i] not in inside or passage.parse.heads[i] == i), mention.first
    )


def _standing(scene: Scene, trigger: Trigger, time: TimeExpression | None) -> Stand:
    passage = scene.passage
    if trigger.verb is not None:
        stand = standing_of_verb(passage, trigger.verb)
        lemma = passage.parse.lemmas[trigger.verb].lower()
        if lemma in {"plan", "schedule"} and trigger.verb != trigger.token:
            return Stand("planned", stand.hedge)
        if lemma in _words()["cancelled"]["lemmas"]:
            return Stand("denied", lemma)
        return stand
    return _noun_standing(scene, trigger, time)


def _noun_standing(scene: Scene, trigger: Trigger, time: TimeExpression | None) -> Stand:
    """A noun that no verb carries: by its date, else by the word that relates it to the governing clause."""
    passage, today = scene.passage, scene.article.day
    if time and time.when and today and not time.when.interval.start <= today <= time.when.interval.end:
        return Stand("planned" if time.when.interval.start > today else "happened")
    relation = _relation(passage, trigger.token)
    governor = _governing_verb(passage, trigger.token)
    if relation in _words()["relation"]["before"] or governor is None:
        return Stand("planned") if relation else Stand("happened")
    stand = standing_of_verb(passage, governor)
    return Stand("happened") if relation in {"after", "following", "since"} and stand.standing == "happened" else stand


def _relation(passage: Passage, token: int) -> str | None:
    """The preposition or participle under which a noun stands."""
    for node in (token, *passage.ancestors(token)):
        dep, above = passage.parse.deps[node], passage.parse.heads[node]
        if dep == "pobj":
            over = passage.parse.heads[above]
            return passage.lower[over] if passage.lower[over] in {"ahead", "prior"} else passage.lower[above]
        if dep not in {"conj", "compound", "nmod", "poss"}:
            return None
    return None


def _governing_verb(passage: Passage, token: int) -> int | None:
    return next((a for a in passage.ancestors(token) if passage.parse.pos[a] in {"VERB", "AUX"}), None)
