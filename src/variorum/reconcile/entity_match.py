"""Whether two articles' entities are one, by kind."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.lang import table, words
from variorum.lang.name_forms import bracketed_forms, compact, fold, parts
from variorum.lang.organization_names import is_acronym, portfolio, stem
from variorum.lang.territories import without_land
from variorum.model.reading import Entity
from variorum.reconcile.name_match import PAIRED, SAME, person_score, sounds, telling_words, word_score

THREE = 3
"""Words from which on a name has a middle."""
SYLLABLE = 4
"""Letters from which on a word of a name may be told by its sound."""
TELLING = 5
"""Letters from which on a surname alone may be told by its sound."""


def is_bare(entity: Entity) -> bool:
    """Whether a name is one telling word: "Takaichi"."""
    return len(telling_words(entity.name)) == 1


def same(one: Entity, other: Entity) -> bool:
    """Whether two articles' entities are one, by kind."""
    if one.kind == "person" and other.kind == "person":
        return same_person(one, other)
    if one.kind == "country" and other.kind == "country":
        return one.country == other.country
    if "country" in (one.kind, other.kind):
        return False
    if one.kind != other.kind and {one.kind, other.kind} & {"person", "group"}:
        return same_word(one, other)
    if one.kind == "group":
        return fold(one.name) == fold(other.name)
    return same_thing(one, other)


def same_word(one: Entity, other: Entity) -> bool:
    """Whether one name was taken for different kinds in different articles, with no office or point to tell them."""
    told = any(e.roles or e.place for e in (one, other))
    a, b = ({fold(f) for f in (e.name, *(n.text for n in e.names))} for e in (one, other))
    return not told and (fold(one.name) in b or fold(other.name) in a)


def same_person(one: Entity, other: Entity) -> bool:
    """Whether full names agree."""
    if is_bare(one) or is_bare(other):
        return fold(one.name) == fold(other.name)
    return person_score(one.name, other.name) >= SAME and not _in_the_middle(one.name, other.name)


def _in_the_middle(one: str, other: str) -> bool:
    """Whether two names of three words or more agree in no word at an end ("Le Quang Son", "Ho Quang An").

    Syllables of two or three letters are alike in sound with too many others; they must be the same.
    """
    a, b = parts(one), parts(other)
    if min(len(a), len(b)) < THREE:
        return False
    ends = [(x, y) for x in (a[0], a[-1]) for y in (b[0], b[-1])]
    return not any(x == y or (min(len(x), len(y)) >= SYLLABLE and word_score(x, y) >= PAIRED) for x, y in ends)


def same_thing(one: Entity, other: Entity) -> bool:
    """Whether places' or organizations' names agree: a form in common, breaks and generic endings apart."""
    if one.place and other.place and one.place != other.place:
        return False
    mine, yours = _telling(one), _telling(other)
    if {compact(a) for a in mine} & {compact(b) for b in yours}:
        return not _two_states(one, other)
    if one.kind == other.kind == "organization":
        return (
            any(stem(a) == stem(b) or is_acronym(a, b) or is_acronym(b, a) for a in mine for b in yours)
            or _one_body(one, other)
            or (any(_one_spelling(a, b) for a in mine for b in yours) and not _two_states(one, other))
            or (_one_portfolio(mine, yours) and not _two_states(one, other))
        )
    if "place" in (one.kind, other.kind) and _one_place(one, other):
        return True
    if one.kind == other.kind == "place" and not (one.place and other.place):
        return any(same_site(a, b) or _one_spelling(a, b) for a in mine for b in yours)
    return any(same_site(a, b) for a in mine for b in yours)


def _one_place(one: Entity, other: Entity) -> bool:
    """Whether one name is the other with a noun that says nothing more: "Panay", "Panay Island"."""
    for a, b in ((one, other), (other, one)):
        for name in _telling(a):
            bare, _, noun = fold(name).rpartition(" ")
            area = noun in words("en", "names", "one_area") and not b.place
            if (area or noun in words("en", "names", "one_place")) and compact(bare) in map(compact, _telling(b)):
                return True
    return False


def _one_spelling(one: str, other: str) -> bool:
    """Whether two places' names are one in two transliterations, of which the map knows one at most."""
    return len(compact(one)) >= TELLING and sounds(one) == sounds(other)


def _telling(entity: Entity) -> list[str]:
    """Its names, without a bare common noun ("the Post", "the League") where it has others."""
    whole = [entity.name, *(n.text for n in entity.names)]
    forms = [*whole, *(x for f in whole for x in bracketed_forms(f))]
    return [f for f in forms if fold(f) not in words("en", "names", "organization")] or forms


def _one_portfolio(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two bodies look after the same: "Ministry of Health", "Health Ministry"."""
    return not {portfolio(f) for f in one if portfolio(f)}.isdisjoint(map(portfolio, other))


def _one_body(one: Entity, other: Entity) -> bool:
    """Whether names are of one country's body: "U.S. Air Force", and "Air Force" in an article that says whose."""
    (a, land), (b, state) = without_land(one.name), without_land(other.name)
    mine, yours = land.code if land else one.country, state.code if state else other.country
    return a == b and mine is not None and mine == yours


def _two_states(one: Entity, other: Entity) -> bool:
    """Whether equal names are of two states' bodies ("the Foreign Ministry" of each)."""
    return one.kind == "organization" and None not in (one.country, other.country) and one.country != other.country


def same_site(one: str, other: str) -> bool:
    """Whether two names are one site's: heads of one kind, and before them the same but for common nouns.

    The head may be said twice, in the place's language too ("Horyuji Temple", "Horyu Temple"); what kind of mine or
    plant it is may be left out ("Harlow mine", "Harlow coal mine").
    """
    a, b = fold(one).split(), fold(other).split()
    if len(a) < 2 or len(b) < 2 or not _same_head(a[-1], b[-1]):
        return False
    common, sites = words("en", "names", "facility_modifiers"), table("en", "sites")
    left, right = ("".join(w for w in x[:-1] if w not in common) for x in (a, b))
    if not left or not right:
        return False
    return left == right or any(left + e == right or right + e == left for e in sites["endings"].get(a[-1], ()))


def _same_head(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in table("en", "sites")["same"])
