"""Which entities are worth comparing: keys that any two which may be one share.

A story of many articles names thousands; comparing each with each takes minutes. The keys here are wide enough that
no pair that the rules of ``entities`` would join is missed, so that blocking changes the time and never the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from variorum.lang import table, words
from variorum.lang.name_forms import bracketed_forms, compact, fold, parts
from variorum.lang.organization_names import first_letters, portfolio, stem
from variorum.lang.territories import without_land
from variorum.model.reading import Entity
from variorum.reconcile.name_match import VOWELS, glued, sound, sounds

Key = tuple[str, str]
"""What kind of key it is, and the key."""
LONG = 12
"""Letters from which on two words that differ by two slips may still be a pair; such words are few."""


def keys_of(entity: Entity) -> set[Key]:
    """The entity's keys: two that :func:`variorum.reconcile.entities.same` takes for one have a key in common."""
    if entity.kind == "country":
        return {("country", entity.country or "")}
    found = {("name", fold(form)) for form in (entity.name, *(n.text for n in entity.names))}
    if entity.kind == "person":
        return found | _person_keys(entity.name)
    if entity.kind == "group":
        return found
    found.add(("body", without_land(entity.name)[0]))
    for form in (entity.name, *(n.text for n in entity.names)):
        for one in (form, *bracketed_forms(form)):
            found |= _thing_keys(one)
    return found


@lru_cache(maxsize=16384)
def _person_keys(name: str) -> frozenset[Key]:
    """By each word, since two names of one person have a pair of words that are nearly the same."""
    found = {("letters", "".join(sorted(compact(name))))}
    for word in {*parts(name), *glued(name)}:
        found |= _word_keys(word)
    return frozenset(found)


@lru_cache(maxsize=65536)
def _word_keys(word: str) -> frozenset[Key]:
    """Its sound, its consonants, what is left when a letter is missed, and for an initial whatever begins with it."""
    found = {("sound", sound(word)), ("bones", VOWELS.sub("", word))}
    found |= {("slip", w) for w in (word, *(word[:i] + word[i + 1 :] for i in range(len(word))))}
    found.add(("initial" if len(word) == 1 else "begins", word[0]))
    if len(word) >= LONG:
        found.add(("long", ""))
    return frozenset(found)


def meeting(key: Key) -> Iterator[Key]:
    """Keys of others that a key meets: its own, and for initials the words that begin with them."""
    if key[0] != "begins":
        yield key
    if key[0] == "initial":
        yield "begins", key[1]
    elif key[0] == "begins":
        yield "initial", key[1]


@lru_cache(maxsize=16384)
def _thing_keys(form: str) -> frozenset[Key]:
    """By its letters, its stem, its first letters, and its site's name without what reports leave out."""
    found = {("compact", compact(form)), ("stem", stem(form)), ("sounds", " ".join(sounds(form)))}
    if named := portfolio(form):
        found.add(("portfolio", named))
    found |= {("letters", x) for x in (form.replace(".", "").lower(), *first_letters(form))}
    folded = fold(form).split()
    if len(folded) > 1 and folded[-1] in words("en", "names", "one_place") | words("en", "names", "one_area"):
        found |= {("name", " ".join(folded[:-1])), ("compact", compact(" ".join(folded[:-1])))}
    if len(folded) > 1:
        common = words("en", "names", "facility_modifiers")
        core = "".join(w for w in folded[:-1] if w not in common)
        endings = {e for group in table("en", "sites")["endings"].values() for e in group}
        found |= {("site", core)} | {("site", core.removesuffix(e)) for e in endings}
    return frozenset(found)
