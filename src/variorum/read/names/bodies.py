"""Bodies of a state that reports name by common nouns: "South Korea's presidential office", "his office"."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.lang.name_forms import fold
from variorum.model.parse import Passage
from variorum.read.names.discourse import Discourse
from variorum.read.names.draft import Draft
from variorum.read.names.reference import Reference


@dataclass(frozen=True)
class Phrase:
    """A phrase that names a body: tokens ``begin`` to ``last`` with its owner, ``start`` to ``last`` without."""

    passage: Passage
    begin: int
    start: int
    last: int
    owner: Draft | None

    @property
    def words(self) -> str:
        """The body's own words."""
        return self.passage.phrase(self.start, self.last)

    @property
    def by_pronoun(self) -> bool:
        """Whether the owner is a pronoun."""
        return self.passage.parse.tags[self.begin] == "PRP$"


def body(d: Discourse, p: Passage, t: int, first: int) -> Reference | None:
    """The body of state whose phrase has its head at ``t``; None when the phrase names none."""
    after = t + 1
    if after < len(p) and ((p.index, after) in d.starting or p.lower[after] == "of"):
        return None
    if p.parse.deps[t] in ("compound", "nmod"):
        return None
    phrase = _phrase(d, p, t, first)
    if phrase is None:
        return None
    called = phrase.words
    named, land = fold(called), None
    if phrase.owner is not None:
        if phrase.owner.kind not in ("country", "place", "person"):
            return None
        called = _named(d, phrase)
        if not called:
            return None
        named, land = fold(called), d.government(phrase.owner).country
        if d.government(phrase.owner).kind == "place":
            named = fold(p.phrase(phrase.begin, phrase.last))  # a city's, not the state's
    elif phrase.start == t:
        return None
    else:
        land = _land_of(d, named)
    whose = land or (phrase.owner.name if phrase.owner else None)
    draft = d.bodies.get((whose, named))
    if draft is None:
        draft = d.bodies[whose, named] = _new(d, phrase, called, land)
    reason = f'"{p.phrase(phrase.begin, phrase.last).lower()}": the {called} of its state'
    return Reference(p, phrase.begin, phrase.last, "nominal", "organization", draft, reason)


def _phrase(d: Discourse, p: Passage, t: int, first: int) -> Phrase | None:
    start = t
    while start > first and p.lower[start - 1] in d.w.body_modifiers and not _owning(d, p, start - 1):
        start -= 1
    if (seen := d.owner_at(start, p)) is not None:
        return Phrase(p, seen.first, start, t + 1, seen.draft)
    if start == first:
        return None
    if p.parse.tags[start - 1] == "PRP$":
        owner = next((s.draft for s in reversed(d.here) if s.head == start - 1), None)
        return Phrase(p, start - 1, start, t + 1, owner) if owner else None
    if near := d.ending.get((p.index, start)):
        span, draft = near
        return Phrase(p, span.first, start, t + 1, draft)
    return Phrase(p, start - 1, start, t + 1, None) if p.lower[start - 1] == "the" else None


def _owning(d: Discourse, p: Passage, t: int) -> bool:
    """Whether the "'s" at ``t`` belongs to an owner rather than to the body's name ("prime minister's office")."""
    return p.words[t] in ("'s", "’s") and p.lower[t - 1] not in d.w.body_modifiers


def _named(d: Discourse, phrase: Phrase) -> str:
    """What the body is called; "Lee's office" after the office that Lee holds. Empty when that is unknown."""
    owner = phrase.owner
    assert owner is not None
    if phrase.words.lower() != "office" or owner.kind != "person":
        return phrase.words
    titles = [fold(r.title) for r in owner.roles]
    return next((d.w.office_of[title] for title in titles if title in d.w.office_of), "")


def _land_of(d: Discourse, named: str) -> str | None:
    """Whose body "the presidential office" is: the one named before, or that of the first holder of the office."""
    for land, name in reversed(d.bodies):
        if name == named:
            return land
    title = d.w.holder.get(named.split(maxsplit=1)[0], "")
    holders = (x for x in d.drafts if x.kind == "person" and x.country)
    return next((x.country for x in holders if any(fold(r.title) == title for r in x.roles)), None)


def _new(d: Discourse, phrase: Phrase, called: str, land: str | None) -> Draft:
    """A body named for the first time, called by its owner and its own words."""
    words, owner, state = phrase.words, phrase.owner, d.countries.get(land)
    own = called == words
    if owner is not None and owner.kind == "person" and own:
        whole = phrase.passage.phrase(phrase.begin, phrase.last)
        name = f"{owner.name}'s {words}" if phrase.by_pronoun else whole
    elif owner is not None and ((owner.kind == "country" and own) or d.government(owner).kind == "place"):
        name = phrase.passage.phrase(phrase.begin, phrase.last)
    elif state is not None:
        name = f"{state.name}'s {called}"
    elif owner is not None:
        name = f"{owner.name}'s {words}"
    else:
        name = words
    draft = Draft("organization", name, land)
    draft.forms[name] = 1
    return draft
