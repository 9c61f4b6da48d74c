"""Happenings: a trigger, who took part, when, where, and whether it is planned, done or denied.

Codes are PLOVER event types (``lang/en/events.toml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from variorum.lang import table
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.reading import Event
from variorum.model.time import TimeExpression, When
from variorum.read.circumstances import (
    act_time,
    appointed_time,
    is_deadline,
    own_time,
    participants_of,
    place_of,
    time_of,
)
from variorum.read.scene import Scene
from variorum.read.standing import Stand, settled_by_date
from variorum.read.triggers import Trigger, family_of, find_triggers, phrasal, phrase_of

NEXT_SENTENCE = 3
"""Characters between two sentences of one paragraph, at most: a space, or two with a closing mark."""
LONG_AGO = 400
"""Days before the report from which a dated happening counts as background: a year and a margin."""


@cache
def _words() -> dict[str, Any]:
    return table("en", "events")


def find_events(scene: Scene) -> list[Event]:
    """The happenings told in one passage, in order of their triggers."""
    return [_event(scene, trigger) for trigger in find_triggers(scene)]


def _event(scene: Scene, trigger: Trigger) -> Event:
    article, passage = scene.article, scene.passage
    time = _time(scene, trigger)
    stand = settled_by_date(_standing(scene, trigger, time), time.when if time else None, article.day)
    if time and stand.standing != "planned" and _bounds_only(scene, time):
        time = None
    place = place_of(scene, trigger.scope, trigger.token, visit=trigger.kind == "visit")
    cite = article.cite(passage.span(trigger.token, trigger.token + 1))
    return Event(
        id=make_id("event", article.id, cite.start, trigger.kind),
        trigger=cite,
        kind=trigger.kind,
        family=family_of(trigger.kind),
        code=_words()["kinds"].get(trigger.kind, {}).get("code"),
        phrase=article.cite(passage.span(*phrase_of(passage, trigger))),
        sentence=article.cite(passage.span(*passage.sentence_of(trigger.token))),
        participants=participants_of(scene, trigger.scope, trigger.token, trigger.verb, place),
        time=time,
        when=time.when if time else None,
        place=place,
        standing=stand.standing,
        hedge=stand.hedge,
        attributed_to=_attributed(scene, trigger.token),
        quantities=tuple(q for token, q in scene.quantities if token in trigger.scope),
        background=_is_background(article, time.when if time else None),
    )


def _time(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """The day of a happening; of one that is called off the day for which it was set, and not that of the news."""
    thing = _called_off(scene, trigger)
    if thing is not None and (set_for := appointed_time(scene, thing)):
        return set_for
    if thing is not None and thing == trigger.token:
        return None
    if trigger.kind == "calling_off" and trigger.verb == trigger.token and thing is None:
        return act_time(scene, trigger.scope, trigger.token) or _news_time(scene, trigger)
    find_time = own_time if trigger.verb is None else time_of
    found = find_time(scene, trigger.scope, trigger.token)
    if found is None and trigger.verb != trigger.token:
        found = appointed_time(scene, trigger.token)
    if found is None and trigger.verb is None:
        return _caption_time(scene, trigger) or _day_to_come(scene, trigger)
    return found or _occasion_time(scene, trigger) or _news_time(scene, trigger)


def _called_off(scene: Scene, trigger: Trigger) -> int | None:
    """What a verb that calls off says is not to be: the noun that names the happening, else the verb's own thing."""
    passage, verb = scene.passage, trigger.verb
    if verb is None or phrasal(passage, verb) not in _words()["cancelled"]["lemmas"]:
        return None
    if trigger.token != verb:
        return trigger.token if trigger.kind in _appointed() else None
    if trigger.kind != "calling_off":
        return None
    things = passage.children(verb, "dobj", "nsubjpass")
    held = [t for t in things if appointed_time(scene, t)]
    named = [t.token for t in find_triggers(scene) if t.verb == verb and t.token != verb]
    return held[0] if held and held[0] not in named else None


@cache
def _appointed() -> frozenset[str]:
    """Kinds of happening that are appointed before they are held."""
    families = _words()["cancelled"]["appointed"]
    return frozenset(kind for kind in _words()["kinds"] if family_of(kind) in families)


def _caption_time(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """The day of a picture is that of the talks before which it was taken: "shake hands ahead of their meeting"."""
    passage = scene.passage
    governor = _governing_verb(passage, trigger.token)
    if passage.paragraph.kind != "caption" or trigger.verb is not None or governor is None:
        return None
    if _relation(passage, trigger.token) not in _words()["relation"]["before"]:
        return None
    own = next((c.tokens for c in scene.clauses if c.head == governor), ())
    return own_time(scene, own, governor)


def _day_to_come(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """A day after the report's own, in a clause of the past, is that of what was asked for: "urged talks on May 2"."""
    governor, today = _governing_verb(scene.passage, trigger.token), scene.article.day
    if governor is None or today is None or scene.stand(governor).standing != "happened":
        return None
    own = next((c.tokens for c in scene.clauses if c.head == governor), ())
    found = own_time(scene, own, governor)
    return found if found and found.when and found.when.interval.start > today else None


def _occasion_time(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """The day on which the words were said, for a statement whose own words give none."""
    return scene.occasions.get(trigger.verb) if trigger.verb is not None and trigger.kind == "statement" else None


def _news_time(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """The day on which fresh news was told: "have been released, the minister said on Sunday".

    The present perfect without a date reports what has just happened; the telling's day is the day it is known for.
    """
    passage, verb = scene.passage, trigger.verb
    if verb is None or passage.parse.tags[verb] != "VBN":
        return None
    perfect = any(passage.lower[c] in _words()["perfect"]["words"] for c in passage.children(verb, "aux"))
    above = passage.parse.heads[verb]
    if not perfect or passage.parse.deps[verb] != "ccomp" or above == verb:
        return None
    own = next((c.tokens for c in scene.clauses if c.head == above), ())
    return own_time(scene, own, above)


def _bounds_only(scene: Scene, time: TimeExpression) -> bool:
    return any(t is time and is_deadline(scene.passage, span) for span, t in scene.times)


def _attributed(scene: Scene, token: int) -> str | None:
    return next((name for span, name in scene.reported if token in span and len(span) > 1), None)


def _is_background(article: Article, when: When | None) -> bool:
    return bool(when and article.day and (article.day - when.interval.end).days > LONG_AGO)


def _standing(scene: Scene, trigger: Trigger, time: TimeExpression | None) -> Stand:
    passage = scene.passage
    if trigger.verb is not None:
        stand = scene.stand(trigger.verb)
        lemma = passage.parse.lemmas[trigger.verb].lower()
        if lemma in _words()["cancelled"]["planning"] and trigger.verb != trigger.token:
            return Stand("planned", stand.hedge)
        if _called_off(scene, trigger) is not None and stand.standing == "happened":
            return Stand("denied", phrasal(passage, trigger.verb))
        return _held(scene, trigger, stand)
    return _noun_standing(scene, trigger, time)


def _held(scene: Scene, trigger: Trigger, stand: Stand) -> Stand:
    """The standing of a noun's happening under a verb that is denied.

    What was not said or done at a meeting does not deny the meeting; "will not take place" calls it off.
    """
    passage, verb = scene.passage, trigger.verb
    if verb is None or verb == trigger.token or stand.standing != "denied":
        return stand
    future = any(passage.lower[c] in _words()["announcing"]["auxiliaries"] for c in passage.children(verb, "aux"))
    under = passage.parse.heads[passage.parse.heads[trigger.token]]
    framed = under == verb or (passage.parse.deps[under] == "dobj" and passage.parse.heads[under] == verb)
    if passage.parse.deps[trigger.token] == "pobj" and framed:
        return Stand("planned" if future else "happened")
    if future and passage.parse.lemmas[verb].lower() in _words()["cancelled"]["held"]:
        return Stand("denied", passage.parse.lemmas[verb].lower())
    return stand


def _noun_standing(scene: Scene, trigger: Trigger, time: TimeExpression | None) -> Stand:
    """A noun that no verb carries: by its date, else by the word that relates it to the governing clause."""
    passage, today = scene.passage, scene.article.day
    if time and time.when and today and not time.when.interval.start <= today <= time.when.interval.end:
        return Stand("planned" if time.when.interval.start > today else "happened")
    relation = _relation(passage, trigger.token)
    governor = _governing_verb(passage, trigger.token)
    if relation in _words()["relation"]["before"] or governor is None:
        return Stand("planned") if relation else Stand("happened")
    stand = scene.stand(governor)
    done = relation in _words()["relation"]["done"] and stand.standing == "happened"
    return Stand("happened") if done else stand


def _relation(passage: Passage, token: int) -> str | None:
    """The preposition or participle under which a noun stands."""
    for node in (token, *passage.ancestors(token)):
        dep, above = passage.parse.deps[node], passage.parse.heads[node]
        if dep == "pobj":
            over = passage.parse.heads[above]
            return (
                passage.lower[over] if passage.lower[over] in _words()["relation"]["double"] else passage.lower[above]
            )
        if dep not in {"conj", "compound", "nmod", "poss"}:
            return None
    return None


def _governing_verb(passage: Passage, token: int) -> int | None:
    return next((a for a in passage.ancestors(token) if passage.parse.pos[a] in {"VERB", "AUX"}), None)


def with_inherited_days(events: Sequence[Event]) -> list[Event]:
    """Events of an article, undated ones given the day that the narrative has set for them.

    A plan goes with the last dated plan of its paragraph that shares somebody with it ("On Wednesday they will visit
    ... Lee will also meet ..."); what people did together goes with their last dated encounter ("They also signed").
    """
    out: list[Event] = []
    for told in events:
        event = _with_antecedent(told, out)
        source = None if event.when else _day_setter(event, out)
        out.append(replace(event, when=source.when, background=source.background) if source else event)
    return out


def _with_antecedent(event: Event, before: Sequence[Event]) -> Event:
    """An event whose noun points back ("the visit", "this meeting") has the people and place of the one told last."""
    definite = event.phrase.exact.lower().startswith(tuple(_words()["pointing"]["definite"]))
    if event.participants or event.place or not definite:
        return event
    for earlier in reversed(before):
        if earlier.family == event.family and earlier.participants and earlier.standing != "denied":
            return replace(event, participants=earlier.participants, place=earlier.place)
    return event


def _day_setter(event: Event, before: Sequence[Event]) -> Event | None:
    people = {p.entity for p in event.participants}
    for earlier in reversed(before):
        if not (earlier.when and earlier.standing == event.standing) or earlier.when.interval.days > 2:
            continue
        shared = people & {p.entity for p in earlier.participants}
        near = 0 <= event.sentence.start - earlier.sentence.end <= NEXT_SENTENCE
        if event.standing == "planned" and shared and near:
            return earlier
        if event.standing == "happened" and len(shared) >= 2 and earlier.family == "encounter":
            return earlier
    return None
