"""Whom a pronoun means: the most prominent one before it that fits in gender, number and grammar."""

from __future__ import annotations

from collections import Counter

from variorum.model.parse import Passage
from variorum.model.reading import EntityKind
from variorum.read.names.discourse import Discourse
from variorum.read.names.draft import Draft
from variorum.read.names.reference import Reference

CLEAR = 1.4
"""Lead in prominence from which on a pronoun's choice tells of its antecedent's gender."""
PLURAL_KINDS = ("person", "country", "place", "organization")
OWN_CLAUSE = 200
"""Reward of the subject of a possessive's own clause ("Sullivan met his guests")."""
GOING_ON = 120
"""Reward of the last speaker, for a pronoun that says more."""
PARALLEL = 35
"""Lappin and Leass's reward for the same part of the sentence."""


def pronoun(d: Discourse, p: Passage, t: int, quoted: frozenset[int]) -> Reference | None:
    """What the pronoun at ``t`` means; None for one that is not looked into ("I", an "it" that is no actor)."""
    word = p.lower[t]
    if p.lower[t + 1 : t + 2] == ("part",) and p.lower[t - 1 : t] in (("on",), ("for",)):
        return None  # "On his part, ...": whoever the sentence goes on to name
    if gender := d.w.gender.get(word):
        draft, reason = _singular(d, p, t, quoted, gender)
        return Reference(p, t, t + 1, "pronoun", "person", draft, reason)
    if word in d.w.plural:
        members = _plural(d, p, t)
        kind: EntityKind = members[0].kind if members else "group"
        return Reference(
            p, t, t + 1, "pronoun", kind, None, f'"{word}": the two named together' if members else None, members
        )
    if word in d.w.thing and (draft := _actor(d, p, t)) is not None:
        return Reference(p, t, t + 1, "pronoun", draft.kind, draft, f'"{word}": the subject of the clause before it')
    return None


def _singular(d: Discourse, p: Passage, t: int, quoted: frozenset[int], gender: str) -> tuple[Draft | None, str | None]:
    barred = _barred(d, p, t)
    if t in quoted:  # who speaks does not call himself "he"
        barred |= {s.draft for s in d.here if s.head not in quoted and p.parse.deps[s.head] == "nsubj"}
    able = [
        x for x in d.focus.ranked() if x.kind == "person" and x not in barred and d.gender.get(x, gender) == gender
    ]  # fmt: skip
    if not able:
        return None, None
    fits = sorted(((_fit(d, p, t, x), -n, x) for n, x in enumerate(able)), key=lambda row: row[:2], reverse=True)
    best = fits[0][2]
    clear = len(fits) == 1 or fits[0][0] > CLEAR * fits[1][0]
    if not best.name:
        return None, None  # somebody whom the report does not name
    d.votes.setdefault(best, Counter())[gender] += 3 if clear else 1
    if len(able) == 1:
        return best, f'"{p.lower[t]}": the only person in mind who fits'
    return best, f'"{p.lower[t]}": the most prominent person before it who fits'


def _fit(d: Discourse, p: Passage, t: int, draft: Draft) -> float:
    """Prominence, with rewards for parallel parts of the sentence and for a gender that is known to fit."""
    weight = d.focus.weight(draft)
    here = [s for s in d.here if s.draft is draft]
    if p.parse.deps[t] == "nsubj" and any(p.parse.deps[s.head] == "nsubj" for s in here):
        weight += PARALLEL
    if p.parse.tags[t] == "PRP$" and any(
        p.parse.deps[s.head] == "nsubj" and p.parse.heads[s.head] == _clause(p, t) for s in here
    ):
        weight += OWN_CLAUSE
    if d.spoke_last(draft) and p.parse.deps[t] == "nsubj" and p.parse.lemmas[p.parse.heads[t]] in d.w.say:
        weight += GOING_ON
    if draft in d.gender:
        weight = 1.5 * weight + 60 if here else 1.1 * weight
    return weight


def _clause(p: Passage, t: int) -> int:
    """The nearest verb above a token; -1 for none."""
    return next((above for above in p.ancestors(t) if p.parse.pos[above] in ("VERB", "AUX")), -1)


def _barred(d: Discourse, p: Passage, t: int) -> set[Draft]:
    """Whom the pronoun cannot mean: another argument of its own verb, unless it is reflexive or possessive."""
    if p.lower[t] in d.w.reflexive or p.parse.tags[t] == "PRP$":
        return set()
    verb = verb_of(p, t)
    arguments = ("nsubj", "nsubjpass", "dobj", "pobj")
    return {s.draft for s in d.here if p.parse.deps[s.head] in arguments and verb_of(p, s.head) == verb}


def _plural(d: Discourse, p: Passage, t: int) -> tuple[Draft, ...]:
    """The pair named together last, unless other people have come between as a subject."""
    first = p.sentence_of(t)[0]
    d.note_pairs(p)
    for k in range(first, t):
        plural = p.parse.tags[k] == "NNS" and p.parse.lemmas[k] in d.clues["human_plurals"]
        if plural and k not in d.settled and p.parse.deps[k] in ("nsubj", "nsubjpass"):
            return ()
    human = p.parse.lemmas[p.parse.heads[t]] in d.clues["human_verbs"] or p.parse.tags[t] == "PRP$"
    people = d.pair_of(lambda pair: pair[0].kind == "person", recent=True) if human else ()
    return people or d.pair_of(lambda pair: pair[0].kind in PLURAL_KINDS, recent=True)


def _actor(d: Discourse, p: Passage, t: int) -> Draft | None:
    """The country or organization that is the last subject before "its", or before an acting "it"."""
    parse = p.parse
    if p.lower[t] == "it" and (parse.deps[t] != "nsubj" or parse.lemmas[parse.heads[t]] not in d.clues["human_verbs"]):
        return None
    barred = _barred(d, p, t)
    for seen in reversed(d.here):
        subject = parse.deps[seen.head] in ("nsubj", "nsubjpass")
        if subject and seen.draft.kind in ("country", "organization", "place") and seen.draft not in barred:
            return d.government(seen.draft)
    return None


def verb_of(p: Passage, t: int) -> int:
    """The verb whose argument a token is, over prepositions and coordinations; -1 for none."""
    parse = p.parse
    for _ in range(4):
        dep, head = parse.deps[t], parse.heads[t]
        if dep in ("nsubj", "nsubjpass", "dobj", "dative", "agent", "prep", "oprd"):
            if parse.pos[head] in ("VERB", "AUX"):
                return head
            if dep != "prep":
                return -1
        elif dep not in ("pobj", "conj"):
            return -1
        t = head
    return -1
