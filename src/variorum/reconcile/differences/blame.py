"""Two causes of one thing, or two doers of one act."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import akin, kin, stem
from variorum.model.record import Difference
from variorum.reconcile.acts import says, tokens
from variorum.reconcile.causes import Cause, causes
from variorum.reconcile.clusters import meeting, together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.accusations import accusation_differences
from variorum.reconcile.differences.build import asked_of, difference, echoes, position, told_by
from variorum.reconcile.differences.mediators import mediator_differences, reason_differences
from variorum.reconcile.differences.targets import target_differences
from variorum.reconcile.differences.theories import theory_differences
from variorum.reconcile.noun_phrases import NounPhrase


def cause_differences(corpus: Corpus) -> list[Difference]:
    """What caused the disaster, who began it, what was hit, and other things of which two causes or doers are named."""
    stated = causes(corpus)
    apart = [(a, b) for a, b in combinations(stated, 2) if _apart(a, b)]
    pairs = [(a, b) for a, b in apart if _one_effect(a, b) and _two_causes(a, b)]
    rows = [_row(corpus, _groups(group)) for group in meeting(pairs)]
    rows += [_row(corpus, [[a], [b]]) for a, b in apart if _each_other(a, b)]
    told = [*theory_differences(corpus), *accusation_differences(corpus), *target_differences(corpus)]
    told += [*mediator_differences(corpus), *reason_differences(corpus)]
    return told + [row for row in rows if not echoes(row, told)]


def _each_other(a: Cause, b: Cause) -> bool:
    """Each is said to have done it to the other."""
    if a.act is None or a.act != b.act or a.act not in words("en", "causes", "mutual", "acts"):
        return False
    crossed = (a.cause, b.thing), (b.cause, a.thing)
    return a.cause.head != b.cause.head and all(_one_noun(x, y) for x, y in crossed)


def _one_noun(x: NounPhrase, y: NounPhrase) -> bool:
    return akin(x.head, y.head)


def _apart(a: Cause, b: Cause) -> bool:
    return a.article != b.article or a.who != b.who


def _one_effect(a: Cause, b: Cause) -> bool:
    """One happening brought about, or one act done, to one thing."""
    if a.act != b.act or not a.effect & b.effect:
        return False
    one, two = a.thing, b.thing
    if a.act:
        return _one_noun(one, two) and one.apart == two.apart
    if not one.head or not two.head:  # "it" is one of the things told of there
        return all(x.head in y.around for x, y in ((one, b), (two, a)) if x.head)
    said = [x.behind | ({x.head} if f"{x.head}" not in c.effect else frozenset()) for x, c in ((one, a), (two, b))]
    said = [s - {""} for s in said]
    if not said[0] or not said[1]:
        return True
    return any(akin(x, y) for x in said[0] for y in said[1])


def _two_causes(a: Cause, b: Cause) -> bool:
    """The words for the two have nothing in common, and they are not of one kind; of doers, other names."""
    if a.act:
        return (
            bool(a.parties and b.parties)
            and a.parties != b.parties
            and (not a.parties & b.parties or _together(a) != _together(b))
        )
    if a.parties & b.parties or _blames(a) != _blames(b):
        return False  # who is to blame, and what happened, are two questions
    one, two = ({x.head, *x.before, *x.behind} for x in (a.cause, b.cause))
    return not one & two and not _one_kind(a.cause, b.cause)


def _blames(cause: Cause) -> bool:
    """It is some party that is blamed, and nothing that happened."""
    return bool(cause.parties) and says(cause.claim, table("en", "causes")["blaming"])


def _together(cause: Cause) -> bool:
    return bool(tokens(cause.claim.cite.exact) & words("en", "causes", "together", "words"))


def _one_kind(a: NounPhrase, b: NounPhrase) -> bool:
    """The weather, a fault, an error: reports have many words for one cause."""
    if kin(a.head) & kin(b.head):
        return True
    kinds = [{stem(w) for w in kind} for kind in table("en", "causes")["families"]["kinds"]]
    one, two = ({x.head, *x.before, *x.behind} for x in (a, b))
    return any(one & kind and two & kind for kind in kinds)


def _groups(stated: Sequence[Cause]) -> list[list[Cause]]:
    """Those that name one cause together, in order."""
    return together(stated, lambda group, cause: not _two_causes(group[0], cause))


def _row(corpus: Corpus, groups: Sequence[Sequence[Cause]]) -> Difference:
    firsts = [group[0] for group in groups]
    positions = [position(corpus, _value(corpus, g), [c.claim.cite for c in g]) for g in groups]
    named = "; ".join(f"{_who(corpus, c)}: {c.words}" for c in firsts)
    asked = asked_of(firsts[0].claim.cite)
    if firsts[0].act:
        question = f"Who did it: {asked}?"
        why = f"The reports name different doers of one act ({named}); not all can be right."
    else:
        question = f"What brought it about: {asked}?"
        why = f"Different causes of one thing are named ({named}); they exclude, or leave out, one another."
    return difference("attribution", question, positions, "conflict", why)


def _value(corpus: Corpus, group: Sequence[Cause]) -> str:
    first = group[0]
    return f"{first.words} ({first.who})" if first.who else first.words


def _who(corpus: Corpus, cause: Cause) -> str:
    return told_by(corpus, cause.article, cause.who)
