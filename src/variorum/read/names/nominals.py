"""Whom a common noun means: "the South Korean leader", "the two leaders", "both countries", "the company"."""

from __future__ import annotations

from functools import cache

from variorum.lang.name_forms import fold
from variorum.lang.organization_names import is_acronym
from variorum.model.parse import Passage
from variorum.model.reading import EntityKind
from variorum.read.names.discourse import Discourse
from variorum.read.names.draft import Draft
from variorum.read.names.lexicon import offices
from variorum.read.names.reference import Reference, referring

NO_ANTECEDENT = ("attr", "appos", "compound", "nmod")
"""Parts of a sentence in which a noun says something of another rather than standing for somebody."""
CLEAR = 1.8
"""Lead in prominence that a description of the last subject needs."""
BETWEEN = 7
"""Tokens: "between the two nations" does not mean a nation named so close before it."""


@cache
def heads_of_references(language: str) -> frozenset[str]:
    """The words at which :func:`nominal`, or a body's short name, may be found."""
    w, jobs = referring(language), offices(language)
    lists = [w.nominals[k] for k in ("pair_people", "pair_states", "pair_sides", "human", "state", "firm", "own")]
    return frozenset(w.body_heads).union(jobs.heads, ("two", "both"), *lists)


def nominal(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """What the noun phrase with its head at ``t`` means; None when the noun is none that is looked into."""
    word, tag, lists = p.lower[t], p.parse.tags[t], d.w.nominals
    if tag in ("CD", "DT"):
        return _bare_pair(d, p, t, first) if word in ("two", "both") else None
    if tag in ("NNS", "NNPS"):
        if word in lists["pair_people"] or word in lists["pair_states"] or word in lists["pair_sides"]:
            return _pair(d, p, t, first)
        return None
    if word in d.jobs.heads or word in lists["human"]:
        return _person(d, p, t, first)
    if word in lists["state"] or word in lists["firm"] or word in lists["own"]:
        return _thing(d, p, t, first)
    return None


def _bare_pair(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """Pairs without a noun: "the two", "both" as a subject."""
    after = p.parse.tags[t + 1] if t + 1 < len(p) else ""
    if p.lower[t] == "two":
        if t == first or p.lower[t - 1] != "the" or after in ("NN", "NNS", "JJ", "JJS", "NNP", "NNPS", "HYPH"):
            return None
        start = t - 1
    elif p.parse.deps[t] in ("nsubj", "nsubjpass"):
        start = t
    else:
        return None
    d.note_pairs(p)
    members = d.pair_of(lambda pair: pair[0].kind == "person")
    if not members:
        return None
    words = p.phrase(start, t + 1).lower()
    return Reference(p, start, t + 1, "nominal", "person", None, f'"{words}": the two people named together', members)


def _person(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """Who holds the office: "the president", "the South Korean leader", "Japan's prime minister"."""
    after = t + 1
    if after < len(p) and ((p.index, after) in d.starting or p.lower[after] in d.jobs.heads or p.words[after] == "-"):
        return None
    start, determiner = d.start_of(p, t, first)
    owner = d.owner_at(start, p)
    if p.parse.deps[t] in NO_ANTECEDENT:
        return None
    if determiner in ("a", "an") and (p.index, t + 1) not in d.starting:
        d.see_unnamed(p, "person", t)
    if determiner not in d.w.nominals["pointing"] and owner is None:
        return None
    named = d.starting.get((p.index, after + 1)) if p.words[after : after + 1] == (",",) else None
    if named is not None and named[1].kind == "person":
        return Reference(p, start, after, "nominal", "person", named[1], "the name behind it")
    land = d.land_in(p, start, t)
    body = owner.draft if owner is not None else d.body_behind(p, t) or d.body_in(p, start, t)
    if body is not None and body.kind in ("country", "place"):
        land, body = d.government(body).country, None
    elif body is not None and body.kind != "organization":
        d.see_unnamed(p, "person", t)  # "Roth's lawyer said he ..."
        return None
    draft, reason = _holder(d, p, start, t, land) if body is None else _officer(d, p, start, t, body)
    return Reference(p, start, t + 1, "nominal", "person", draft, reason)


def _officer(d: Discourse, p: Passage, start: int, t: int, body: Draft) -> tuple[Draft | None, str | None]:
    """Who holds an office of an organization: "the company's chief executive"."""
    title, words = p.lower[t], p.phrase(start, t + 1).lower()
    heads = d.jobs.chiefs if title in ("chief", "head", "boss") else frozenset()
    for person in d.focus.drafts:
        for role in person.roles if person.kind == "person" else ():
            stated = role.title.lower()
            same = stated.split()[-1] == title or is_acronym(title.upper(), stated) or stated in heads
            if role.of in body.forms and same:
                return person, f'"{words}": holds that office of {body.name}'
    return None, None


def _holder(d: Discourse, p: Passage, start: int, t: int, land: str | None) -> tuple[Draft | None, str | None]:
    office = [
        w for w in p.lower[start : t + 1]
        if w in d.jobs.heads or (w in d.jobs.modifiers and w not in d.jobs.passing)
    ]  # fmt: skip
    title, words = fold(" ".join(office)), p.phrase(start, t + 1).lower()
    people = [x for x in d.focus.drafts if x.kind == "person" and (land is None or x.country == land)]
    if p.lower[t] in d.w.nominals["human"]:
        holders = [x for x in people if x.name and d.focus.weight(x) > 0]
    else:
        holders = [x for x in people if any(d.holds(fold(r.title), title) for r in x.roles)]
    if not holders:
        return _last_subject(d, p, start, t, land)
    if len(holders) == 1:
        return holders[0], f'"{words}": the only one named before it who holds that office'
    best = max(holders, key=d.focus.weight)
    if d.focus.weight(best) <= 0:
        return None, None
    return best, f'"{words}": the most prominent before it of those who hold that office'


def _last_subject(d: Discourse, p: Passage, start: int, t: int, land: str | None) -> tuple[Draft | None, str | None]:
    """Who was spoken of last, for a description of nobody's stated office at a sentence's head.

    "The former governor" after a sentence on one person tells more of that person: it brings in nobody new.
    """
    describes = t - start > 1 and p.parse.deps[t] in ("nsubj", "nsubjpass") and start == p.sentence_of(t)[0]
    if not describes or p.lower[t] in d.jobs.leaders:
        return None, None
    people = [x for x in d.focus.ranked() if x.kind == "person"]
    if not people or not people[0].name or (land is not None and people[0].country not in (None, land)):
        return None, None
    if len(people) > 1 and d.focus.weight(people[0]) < CLEAR * d.focus.weight(people[1]):
        return None, None
    return people[0], f'"{p.phrase(start, t + 1).lower()}": says more of the person spoken of last'


def _pair(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """The two named together: "the two leaders", "both countries", "the leaders"."""
    start, determiner = d.start_of(p, t, first)
    inner = p.lower[start + 1 : t]
    if determiner not in ("the", "both", "these") or d.land_in(p, start, t):
        return None
    if "two" not in inner and determiner != "both" and inner:
        return None
    d.note_pairs(p)
    lists, word = d.w.nominals, p.lower[t]
    kind: EntityKind
    if word in lists["pair_people"]:
        members, kind = _leaders(d, word), "person"
    else:
        members, kind = _states(d, p, start), "country"
    if not members:
        return None
    words = p.phrase(start, t + 1).lower()
    return Reference(p, start, t + 1, "nominal", kind, None, f'"{words}": the two named together', members)


def _leaders(d: Discourse, word: str) -> tuple[Draft, ...]:
    """The pair of people of that office named together; else the two most often named who hold it."""
    single = word.removesuffix("s")
    holders = [x for x in d.drafts if x.kind == "person" and any(d.holds(fold(r.title), single) for r in x.roles)]
    if pair := d.pair_of(lambda m: m[0].kind == "person" and (len(holders) < 2 or all(x in holders for x in m))):
        return pair
    seen = sorted((x for x in holders if x in d.focus.drafts), key=lambda x: -len(x.spans))
    return tuple(sorted(seen[:2], key=d.drafts.index)) if len(seen) >= 2 else ()


def _states(d: Discourse, p: Passage, start: int) -> tuple[Draft, ...]:
    """The pair of countries named together, by name, by capital or by their leaders."""
    barred: set[Draft | None] = set()
    if start and p.lower[start - 1] == "between":
        barred = {_state_of(d, s.draft) for s in d.here if s.head > start - BETWEEN}

    def fits(pair: tuple[Draft, ...]) -> bool:
        states = {_state_of(d, x) for x in pair}
        return len(states) == 2 and None not in states and not states & barred

    members = d.pair_of(fits)
    if barred and not d.is_recent(members):
        return ()
    return tuple(state for x in members if (state := _state_of(d, x)))


def _state_of(d: Discourse, draft: Draft) -> Draft | None:
    if draft.kind == "country":
        return draft
    if draft.kind == "person" or fold(draft.name) in d.lands.capitals:
        return d.countries.get(draft.country)
    return None


def _may_be_firm(d: Discourse, draft: Draft) -> bool:
    """Whether an organization may be called a company: no body of a state, and none that everybody knows otherwise."""
    if not draft.name:
        return True
    return fold(draft.name).split()[-1] not in d.clues["public_bodies"] and not any(map(d.known.knows, draft.forms))


def _only_firm(d: Discourse) -> list[Draft]:
    """The one organization so far that may be a company; nobody when there are several."""
    found = [
        x for x in d.focus.drafts if x.kind == "organization" and x not in d.bodies.values() and _may_be_firm(d, x)
    ]
    return found if len(found) == 1 else []


def _thing(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """The most prominent one that may be called so: "the country", "the company"."""
    start, determiner = d.start_of(p, t, first)
    word = p.lower[t]
    if determiner in ("a", "an") and p.parse.deps[t] not in NO_ANTECEDENT and word in d.w.nominals["firm"]:
        d.see_unnamed(p, "organization", t)
    if determiner not in ("the", "this", "that") or start < t - 1 or p.parse.deps[t] in NO_ANTECEDENT:
        return None
    kind: EntityKind = "country" if word in d.w.nominals["state"] else "organization"
    able = [x for x in d.focus.ranked() if x.kind == kind and x not in d.bodies.values()]
    if kind == "organization":
        if word in d.w.nominals["firm"]:
            able = [x for x in able if _may_be_firm(d, x)] or _only_firm(d)
        own = [x for x in able if x.name and word in fold(x.name).split()]
        able = own or (able if word in d.w.nominals["firm"] else [])
    if not able or not able[0].name:
        return None
    return Reference(p, start, t + 1, "nominal", kind, able[0], f'"the {word}": the most prominent {kind} before it')
