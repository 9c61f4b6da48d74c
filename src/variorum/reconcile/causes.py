"""What reports say brought something about, or who did it: "blamed the weather", "was called by both unions".

Read from the clauses' own words, by the table ``lang/en/causes.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import kin, stem
from variorum.model.reading import Claim
from variorum.reconcile.acts import acts_of, acts_once, kinds_of_noun, says, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import NounPhrase, noun_phrase
from variorum.reconcile.tellings import is_pronoun


@dataclass(frozen=True)
class Cause:
    """What brought one thing about, as one report states it.

    Attributes:
        effect: what it brought about, as keys: kinds of act, the noun's stem, and its groups of synonyms.
        thing: the words for what that befell; without a head where they say nothing of it.
        around: stems of the nouns told of about there; for "it", which is one of them.
        words: what brought it about, as the report has it.
        cause: the same taken apart.
        parties: ids of the people, bodies and places that the words for the cause name.
        who: who says so; None for the report itself.
        act: of an act that one party does, its name; None of a cause.
    """

    article: str
    claim: Claim
    effect: frozenset[str]
    thing: NounPhrase
    around: frozenset[str]
    words: str
    cause: NounPhrase
    parties: frozenset[str]
    who: str | None
    act: str | None = None


Found = tuple[frozenset[str], str, str]
"""Keys of the effect, the words for what it befalls, and those for its cause."""


def causes(corpus: Corpus) -> list[Cause]:
    """Every cause that the story's clauses state, in order; none that is denied or only possible."""
    found = []
    for article in corpus.articles:
        claims = corpus.claims_of(article.id)
        for n, claim in enumerate(claims):
            if claim.slots.polarity == "yes" and not claim.slots.hedge:
                found += [c for act, row in _stated(claims, n) if (c := _cause(corpus, claims, n, act, row))]
    return found


def _stated(claims: Sequence[Claim], at: int) -> Iterator[tuple[str | None, Found]]:
    claim = claims[at]
    listed = table("en", "causes")
    if says(claim, listed["causing"]):
        yield from ((None, row) for row in _caused(claims, at))
    elif says(claim, listed["blaming"]):
        yield from ((None, row) for row in _blamed(claim, listed["blamed_for"], listed["blamed_on"]))
    elif says(claim, listed["attributing"]):
        yield from ((None, row) for row in _blamed(claim, (), listed["attributed_to"]))
    else:
        yield from ((None, row) for row in (*_felled(claim), *_marked(claim), *_answered(claim)))
    yield from _sole(claim)


def _caused(claims: Sequence[Claim], at: int) -> Iterator[Found]:
    """Stated by a verb: "X caused Y", "Y was caused by X", "X caused the roof to fall"."""
    claim = claims[at]
    slots = claim.slots
    if (by := _behind(claim, ("by",))) and slots.subject and _passive(claim):
        yield noun_keys(slots.subject), slots.subject, by
    elif slots.subject and slots.object and slots.theme:
        yield noun_keys(slots.object), slots.object, slots.subject
    elif slots.subject and at + 1 < len(claims) and claims[at + 1].cite.start >= claim.cite.end:
        then = claims[at + 1]
        if then.sentence == claim.sentence and then.slots.subject:
            yield clause_keys(then), then.slots.subject, slots.subject


def _blamed(claim: Claim, of: Sequence[str], on: Sequence[str]) -> Iterator[Found]:
    """Laid to somebody or something: "blamed X for Y", "blamed Y on X", "accused X of Y"."""
    named = claim.slots.object
    if not named or not claim.slots.theme or _passive(claim):
        return
    if (cause := _behind(claim, on)) and not (of and _behind(claim, of)):
        yield noun_keys(named), named, cause
    elif effect := _behind(claim, of):
        yield noun_keys(effect), effect, named


def _felled(claim: Claim) -> Iterator[Found]:
    """What felled a thing: "A gust brought it down", "it was brought down by a gust"."""
    for entry, kind in table("en", "causes")["felling"].items():
        if says(claim, [entry]) and claim.slots.subject:
            by = _behind(claim, ("by",))
            if by and claim.slots.ascribed:
                yield frozenset({f"#{kind}"}), claim.slots.subject, by
            elif not claim.slots.ascribed and (thing := _acted_on(claim)) and (claim.slots.theme or is_pronoun(thing)):
                yield frozenset({f"#{kind}"}), thing, claim.slots.subject


def _acted_on(claim: Claim) -> str | None:
    """The words for what the verb acts on, a pronoun too; not what a preposition ties to it."""
    first = (claim.slots.object or "").lower().split()[:1]
    return claim.slots.object if first and first[0] not in words("en", "acts", "phrase", "ends_at") else None


def _marked(claim: Claim) -> Iterator[Found]:
    """Named behind the clause: "sank because of the weather", "were freed following an operation"."""
    keys = clause_keys(claim)
    thing = (claim.slots.object if claim.slots.theme and not _passive(claim) else claim.slots.subject) or ""
    if not keys or not thing:
        return
    said = " ".join(claim.cite.exact.split())
    found = re.search(rf"\b(?:{'|'.join(table('en', 'causes')['markers'])}) ([^,;.]+)", said)
    if found and stem(found[1].split()[0]) != stem(claim.slots.predicate or ""):  # "is due to end"
        yield keys, thing, found[1]
    after, means = ("|".join(table("en", "causes")[key]) for key in ("after", "means"))
    if found := re.search(rf"\b(?:{after}) ((?:an?|the) (?:[\w-]+ ){{0,2}}(?:{means})\b[^,;.]*)", said):
        yield keys, thing, found[1]


def _answered(claim: Claim) -> Iterator[Found]:
    """Said to be the cause: "X was responsible for Y", "the cause of Y was X"."""
    slots = claim.slots
    if slots.predicate != "be" or not slots.subject:
        return
    subject = noun_phrase(slots.subject)
    if subject.head in {stem(w) for w in words("en", "causes", "cause_nouns")} and slots.object and subject.behind:
        of = slots.subject.partition(" of ")[2] or slots.subject.partition(" for ")[2]
        yield noun_keys(of), of, slots.object
    elif tokens(claim.cite.exact) & words("en", "causes", "responsible") and (effect := _behind(claim, ("for",))):
        yield noun_keys(effect), effect, slots.subject


def _sole(claim: Claim) -> Iterator[tuple[str | None, Found]]:
    """Who did what one party does: "The strike was called by both unions", "the union, which called the strike"."""
    slots = claim.slots
    for name, verbs in table("en", "causes")["sole"].items():
        if slots.predicate in verbs and slots.subject:
            by = _behind(claim, ("by",))
            thing, doer = (slots.subject, by) if by and slots.ascribed else (_acted_on(claim) or "", slots.subject)
            things = table("en", "causes")["sole_things"].get(name)
            phrase = noun_phrase(thing)
            if not phrase.head or not phrase.known or (things and phrase.head not in {stem(w) for w in things}):
                continue
            yield name, (frozenset({f"!{name}"}), thing, doer)
            if name in words("en", "causes", "effecting") and _kinds(phrase.head):
                yield None, (noun_keys(thing), thing, doer)


def _behind(claim: Claim, before: Sequence[str]) -> str | None:
    """The words behind the verb's first preposition of these, up to the next comma."""
    if not before:
        return None
    said = " ".join(claim.cite.exact.split())
    forms = [m.end() for m in re.finditer(r"[\w-]+", said) if stem(m[0]) == stem(claim.slots.predicate or "")]
    rest = said[forms[0] :] if forms else said
    found = re.search(rf"\b(?:{'|'.join(before)}) ([^,;]+)", rest)
    return found[1].strip(" .”“\"'") if found else None


def _passive(claim: Claim) -> bool:
    return claim.slots.ascribed is not None and stem(claim.slots.ascribed) == stem(claim.slots.predicate or "")


@cache
def noun_keys(phrase: str) -> frozenset[str]:
    """What a noun phrase names, as keys."""
    head = noun_phrase(phrase).head
    if not head or head in {stem(w) for w in words("en", "causes", "vague")}:
        return frozenset()
    return frozenset({head, *(f"#{k}" for k in _kinds(head)), *(f"~{n}" for n in kin(head))})


@cache
def _kinds(head: str) -> frozenset[str]:
    """Kinds of act that a noun of this stem names."""
    more = table("en", "causes")["effects"].items()
    return kinds_of_noun(head) | {kind for noun, kind in more if stem(noun) == head}


def clause_keys(claim: Claim) -> frozenset[str]:
    """What a clause tells, as keys: kinds of act that befall a thing once."""
    return frozenset(f"#{k}" for k in acts_of(claim) & acts_once())


def _cause(corpus: Corpus, claims: Sequence[Claim], at: int, act: str | None, row: Found) -> Cause | None:
    claim, (effect, thing, said) = claims[at], row
    slots, cause = claim.slots, noun_phrase(said)
    if not effect or not cause.head or said.split()[0].lower() in words("en", "causes", "unknown"):
        return None
    own = corpus.entity.get(slots.subject_entity or "") if said == slots.subject else None
    known = [e for x in claim.entities if (e := corpus.entity.get(x))]
    parties = {e.id for e in known if any(form in said for form in (e.name, *(n.text for n in e.names)))} | (
        {own.id} if own else set()
    )
    told = own.name if own and not cause.number else said
    who = _who(corpus, claim)
    article, around = claim.cite.article, _around(claims, at)
    return Cause(article, claim, effect, noun_phrase(thing), around, told, cause, frozenset(parties), who, act)


def _who(corpus: Corpus, claim: Claim) -> str | None:
    """Who says so: of "blames" its subject, else the clause's speaker."""
    listed = table("en", "causes")
    if not says(claim, listed["blaming"]) and not says(claim, listed["attributing"]):
        return claim.holder
    known = corpus.entity.get(claim.slots.subject_entity or "")
    return known.name if known else claim.slots.subject


def _around(claims: Sequence[Claim], at: int) -> frozenset[str]:
    """Stems of what the clauses of this paragraph and the one before it tell of."""
    near = [c for c in claims[max(0, at - 12) : at + 1] if c.paragraph >= claims[at].paragraph - 1]
    phrases = [p for c in near for p in (c.slots.subject, c.slots.object) if p]
    return frozenset(x for p in phrases for x in (noun_phrase(p).head, *noun_phrase(p).behind) if x)
