"""Where it was done, where it was bound, and whether inside or outside: places that reports give for one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from variorum.lang import table, words
from variorum.lang.stems import stem
from variorum.model.record import Difference
from variorum.reconcile.acts import kinds_of_noun
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.geography import places_apart
from variorum.reconcile.moments import moments, relation
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.one_thing import certain, one_thing, same_nouns
from variorum.reconcile.tellings import Telling, pairs


@dataclass(frozen=True, slots=True)
class Site:
    """Where a telling places its act.

    Attributes:
        entity: the place's id, where it has a name of its own.
        head: stem of the phrase's noun.
        side: "inside" or "outside", where the preposition says so.
        words: the phrase, its preposition included.
    """

    entity: str | None
    head: str
    side: str | None
    words: str


def site_differences(corpus: Corpus, tellings: Sequence[Telling]) -> list[Difference]:
    """Conflicts of place over one thing: two sites, two bounds, or two sides of one line."""
    told = [t for t in tellings if t.standing in {"planned", "happened"}]
    found = [_two_sites(corpus, a, b) or _two_sides(corpus, a, b) for a, b in pairs(told)]
    return [*_merged(corpus, [f for f in found if f]), *_bound(corpus, told), *_next(corpus, told)]


Found = tuple[tuple[Telling, Site], tuple[Telling, Site], str]


def _two_sites(corpus: Corpus, a: Telling, b: Telling) -> Found | None:
    """Both reports place an act that is done at one place, at places that are not one."""
    together = len(a.parties & b.parties) > 1 and a.standing == "planned"
    kinds = words("en", "acts", "place", "kinds") | (
        words("en", "acts", "place", "planned") if together else frozenset()
    )
    if not a.acts & b.acts & kinds:
        return None
    if not one_thing(corpus, a, b, anywhere=True) or not _one_time(corpus, a, b):
        return None
    if not certain(a, b) or not (together or a.nominal or b.nominal or same_nouns(a, b)):
        return None
    sites = [(x, y) for x in _sites(corpus, a) for y in _sites(corpus, b) if bool(x.entity) == bool(y.entity)]
    sites = sites or [(x, y) for x in _sites(corpus, a)[:1] for y in _sites(corpus, b)[:1]]
    if not sites or not all(_apart(corpus, x, y) for x, y in sites):
        return None
    one, two = sites[0]
    return (a, one), (b, two), f"It cannot be both {_given(corpus, a, one)} and {_given(corpus, b, two)}."


def _one_time(corpus: Corpus, a: Telling, b: Telling) -> bool:
    """Both done or both planned, and not of two times."""
    if a.standing != b.standing:
        return False
    days = [moments(corpus.article[t.article], t.times) for t in (a, b)]
    return not any(relation(x, y) in {"apart", "unknown"} for x in days[0] for y in days[1])


def _sites(corpus: Corpus, told: Telling) -> list[Site]:
    """The phrases of place in the clause: named places, and sites of a town."""
    sources = {"from"} if told.acts & words("en", "acts", "place", "from_kinds") else set[str]()
    at = "|".join(sorted(words("en", "acts", "place", "at") | sources))
    text = " ".join(told.claim.cite.exact.split())
    found = []
    for match in re.finditer(rf"\b(?=({at}|in front of)\s+((?:[^\s,.;:]+\s*){{1,6}}))", text):
        phrase = noun_phrase(match[2])
        if not phrase.head:
            continue
        own = _own_words(match[2])
        entity = _entity(corpus, told, own)
        if entity or phrase.head in {stem(w) for w in words("en", "acts", "place", "sites")}:
            side = next((s for s in ("inside", "outside") if match[1] in words("en", "acts", "place", s)), None)
            found.append(Site(entity, phrase.head, side, f"{match[1]} {own}"))
    return found


def _own_words(text: str) -> str:
    """The phrase up to the preposition behind its noun."""
    ends = words("en", "acts", "phrase", "ends_at")
    own: list[str] = []
    for word in text.split():
        if own and word.lower() in ends:
            break
        own.append(word)
    return " ".join(own)


def _entity(corpus: Corpus, told: Telling, text: str, *, goal: bool = False) -> str | None:
    """The named place whose name the phrase is; a goal is a place, whatever its name was taken for."""
    bare = re.sub(r"^the\s+", "", text)
    for e in sorted(told.places | told.parties):
        entity = corpus.entity[e]
        if (goal or entity.kind in {"place", "country", "organization"}) and any(n.text == bare for n in entity.names):
            return e
    return None


def _apart(corpus: Corpus, one: Site, two: Site) -> bool:
    """Not one place: two named ones known to lie apart, or two sites of a town with nothing in common."""
    if one.entity and one.entity == two.entity:
        return False
    first, second = corpus.entity.get(one.entity or ""), corpus.entity.get(two.entity or "")
    if first and second and first.place and second.place:
        return places_apart(first, second)
    sites = {stem(w) for w in words("en", "acts", "place", "sites")}
    if one.head not in sites or two.head not in sites:
        return False
    shared = {stem(w) for w in one.words.split()[1:]} & {stem(w) for w in two.words.split()[1:]} - {"the"}
    return not shared


def _two_sides(corpus: Corpus, a: Telling, b: Telling) -> Found | None:
    """Inside by the one report, outside by the other, of one and the same line."""
    if not a.acts & b.acts or a.nominal or b.nominal or not _one_time(corpus, a, b):
        return None
    marks = [frozenset().union(*(t.apart for t in x.things)) for x in (a, b)]
    if marks[0] != marks[1] or (a.things and b.things and not same_nouns(a, b)):
        return None
    for one in _lines(a):
        for two in _lines(b):
            if one.head == two.head and {one.side, two.side} == {"inside", "outside"}:
                return (a, one), (b, two), f"It cannot be both {_given(corpus, a, one)} and {_given(corpus, b, two)}."
    return None


def _given(corpus: Corpus, told: Telling, site: Site) -> str:
    return said_by(corpus, site.words, told.article)


def _lines(told: Telling) -> list[Site]:
    text = " ".join(told.claim.cite.exact.split())
    found = []
    for side in ("inside", "outside"):
        for word in sorted(words("en", "acts", "place", side)):
            for match in re.finditer(rf"\b{word}(?: of)?\s+((?:[^\s,.;:]+\s*){{1,6}})", text):
                phrase = noun_phrase(match[1])
                if phrase.head:
                    found.append(Site(None, phrase.head, side, f"{word} {_own_words(match[1])}"))
    return found


def _merged(corpus: Corpus, found: Sequence[Found]) -> list[Difference]:
    """Pairs that share a telling as one difference, each place once."""
    groups: list[dict[str, list[tuple[Telling, Site]]]] = []
    whys: list[str] = []
    for one, two, why in found:
        home = next((g for g in groups if any(t is x for ts in g.values() for t, _ in ts for x, _ in (one, two))), None)
        if home is None:
            home = {}
            groups.append(home)
            whys.append(why)
        for told, site in (one, two):
            rows = home.setdefault(site.entity or f"{site.side} {site.head}", [])
            if not any(t is told for t, _ in rows):
                rows.append((told, site))
    return [_row(corpus, list(group.values()), why) for group, why in zip(groups, whys, strict=True)]


def _row(corpus: Corpus, rows: Sequence[Sequence[tuple[Telling, Site]]], why: str) -> Difference:
    """A conflict; or superseded, where the last report says that it gives a new finding."""
    positions = [position(corpus, g[0][1].words, [t.claim.cite for t, _ in g]) for g in rows]
    question = f"Where: {asked_of(rows[0][0][0].claim.cite)}?"
    last = max((t for g in rows for t, _ in g), key=lambda t: corpus.rank[t.article])
    others = [t for g in rows for t, _ in g if t is not last]
    if _revises(last) and all(corpus.later([t], [last]) for t in others):
        return difference("place", question, positions, "superseded", f"{why} A later report gives a new finding.")
    return difference("place", question, positions, "conflict", why)


def _revises(told: Telling) -> bool:
    """The sentence says that an earlier finding no longer stands."""
    said = set(re.findall(r"[a-z]+", told.claim.sentence.exact.lower()))
    return bool(said & words("en", "acts", "revised", "words"))


def _next(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """Where the next meeting is to be, of those that reports call the next."""
    coming: dict[tuple[str, str], list[Telling]] = {}
    for t in told:
        for kind in sorted(_next_kinds(t)) if t.standing == "planned" and not t.nominal else ():
            for place in sorted(p for p in t.places if corpus.entity[p].kind == "place"):
                coming.setdefault((kind, place), []).append(t)
    rows = {}
    for (one, first), (two, second) in combinations(sorted(coming.items()), 2):
        ends = corpus.entity[one[1]], corpus.entity[two[1]]
        both = {t.article for t in first} & {t.article for t in second}
        if one[0] == two[0] and not both and places_apart(*ends):
            cites = ([t.claim.cite for t in first], [t.claim.cite for t in second])
            positions = [position(corpus, e.name, c) for e, c in zip(ends, cites, strict=True)]
            why = f"The next one cannot be both in {ends[0].name} and in {ends[1].name}."
            row = difference("place", f"Where next: {asked_of(cites[0][0])}?", positions, "conflict", why)
            rows[ends[0].name, ends[1].name] = row
    return list(rows.values())


def _next_kinds(told: Telling) -> frozenset[str]:
    """Kinds of act that the clause calls the next of their kind: "the next meeting", "will meet again"."""
    said = re.findall(r"[a-z]+", told.claim.cite.exact.lower())
    nouns = {kind for w, then in pairwise([*said, ""]) if w == "next" for kind in kinds_of_noun(stem(then))}
    verbs = told.acts if "again" in said else frozenset[str]()
    return frozenset(nouns | verbs) & words("en", "acts", "place", "next")


def _bound(corpus: Corpus, told: Sequence[Telling]) -> list[Difference]:
    """Where a ship, a bus or a plane was bound: one carrier, and bounds that are not one place."""
    carried: dict[int, dict[str, list[Telling]]] = {}
    for t in told:
        goal, carrier = _goal(corpus, t), _carrier(t)
        if goal and carrier is not None and t.standing == "happened":
            carried.setdefault(carrier, {}).setdefault(goal, []).append(t)
    return [
        _bounds(corpus, a, b)
        for goals in carried.values()
        for a, b in list(combinations(goals.items(), 2))[:1]
        if _two_bounds(corpus, a, b)
    ]


Goal = tuple[str, Sequence[Telling]]


def _two_bounds(corpus: Corpus, a: Goal, b: Goal) -> bool:
    """No report names both, and they are not known to be one place or near."""
    one, two = corpus.entity[a[0]], corpus.entity[b[0]]
    near = one.place and two.place and not places_apart(one, two)
    days = [[m for t in told for m in moments(corpus.article[t.article], t.times)] for _, told in (a, b)]
    if any(relation(x, y) in {"apart", "unknown"} for x in days[0] for y in days[1]):
        return False
    return not near and not {t.article for t in a[1]} & {t.article for t in b[1]}


def _bounds(corpus: Corpus, a: Goal, b: Goal) -> Difference:
    names = [corpus.entity[goal].name for goal, _ in (a, b)]
    positions = [
        position(corpus, name, [t.claim.cite for t in told]) for name, (_, told) in zip(names, (a, b), strict=True)
    ]
    why = f"It cannot have been bound for both {names[0]} and {names[1]}."
    return difference("place", "Where was it bound?", positions, "conflict", why)


def _goal(corpus: Corpus, told: Telling) -> str | None:
    """The place a carrier was bound for, by the words behind "to" or "for"."""
    text = " ".join(told.claim.cite.exact.split())
    stems = {stem(w) for w in re.findall(r"[\w'-]+", text.lower())}
    if not stems & {stem(w) for w in words("en", "acts", "place", "routes")} or _carrier(told) is None:
        return None
    goal = "|".join(sorted(words("en", "acts", "place", "goal")))
    for match in re.finditer(rf"\b(?:{goal})\s+((?:[A-Z]\S*\s*){{1,4}})", text):
        if entity := _entity(corpus, told, match[1].strip(" ,.;:"), goal=True):
            return entity
    return None


def _carrier(told: Telling) -> int | None:
    """The number in the table of the kind of carrier that the thing is; None for one of several, or none."""
    heads = {x.head for x in told.things if x.known and not x.apart}
    kinds = table("en", "acts")["place"]["carriers"]
    return next((n for n, kind in enumerate(kinds) if heads & {stem(w) for w in kind}), None)
