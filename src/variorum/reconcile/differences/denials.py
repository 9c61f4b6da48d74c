"""What a denial turns on, and whether another clause affirms just that.

An affirming clause has the verb of the denial (or one that reports use for the same act, or the noun made of it) and
the thing it acts on; of an ascription, the thing and what is said of it. Another doer, another name, day or number, or
a word that sets the thing apart, makes it another matter.
"""

from __future__ import annotations

import re

from variorum.lang import words
from variorum.lang.stems import akin, stem
from variorum.reconcile.acts import acts_once, kinds_of, tokens
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.denied_clauses import Said, without_no
from variorum.reconcile.noun_phrases import noun_phrase


def same_matter(corpus: Corpus, yes: Said, no: Said) -> bool:
    """Whether the clause affirms what the other denies."""
    if no.narrow or yes.planned != no.planned or not _may_be_one(corpus, yes, no):
        return False
    if no.exists:
        return _there_is(yes, no) or (_known_by(yes, no) and _acts(yes, no))
    if _felt(yes, no):
        return True
    if no.verb and one_verb(yes, no):
        return (not no.ascribed or _ascribes(yes, no)) and _one_thing(yes, no) and _one_doer(corpus, yes, no)
    return bool(no.ascribed) and _ascribes(yes, no) and _one_thing(yes, no) and _one_doer(corpus, yes, no)


def _there_is(yes: Said, no: Said) -> bool:
    """There is what the other says there is not; a thing of no other name is one where two speak of having it alike."""
    if not yes.exists or not _one_thing(yes, no) or _counts_people(no):
        return False
    if _known_by(yes, no):
        return _one_owner(yes, no)
    bare = not any(x.before or x.behind for s in (yes, no) if (x := s.thing))
    if no.thing is None or no.thing.head in {stem(w) for w in words("en", "reconcile", "polar", "anywhere")}:
        return False
    return bare and ((yes.there and no.there) or (yes.verb == no.verb and _same_subject(yes, no)))


def _acts(yes: Said, no: Said) -> bool:
    """What is said not to be does something ("an opening clause lets the firm leave")."""
    phrase = noun_phrase(yes.slots.subject or "")
    named = no.thing is not None and phrase.head == no.thing.head
    return named and bool(yes.slots.theme) and not yes.passive


def _felt(yes: Said, no: Said) -> bool:
    """Those are told as struck by what is said not to have been used ("no nets were cast", "was caught by a net")."""
    used, strikes = words("en", "reconcile", "polar", "using"), words("en", "reconcile", "polar", "striking")
    if no.slots.predicate not in used or no.thing is None or yes.slots.predicate not in strikes:
        return False
    found = re.search(r"\b(?:by|with) ([^,;]+)", yes.text)
    by = noun_phrase(found[1]) if found else None
    return bool(by and by.head == no.thing.head and (by.before & no.thing.before or not no.thing.before))


def _ascribes(yes: Said, no: Said) -> bool:
    """The same is said of the thing, or stands in a clause that could not be taken apart."""
    said = stem(no.slots.ascribed or "")
    own = {stem(w) for w in (yes.slots.predicate, yes.slots.ascribed) if w}
    return said in own or (yes.thing is None and yes.slots.subject is None and said in yes.stems)


def _known_by(yes: Said, no: Said) -> bool:
    """The thing is told from others of its noun by a word that both have for it."""
    if no.thing is None:
        return False
    own = noun_phrase(without_no(yes.slots.subject or "")) if yes.thing != no.thing else no.thing
    return any((x.before | x.behind) & (no.thing.before | no.thing.behind) for x in (yes.thing, own) if x)


def _counts_people(said: Said) -> bool:
    """It is told how many people there are, which is a question of number."""
    return said.thing is not None and said.thing.head in {stem(w) for w in words("en", "reconcile", "people", "any")}


def _one_owner(yes: Said, no: Said) -> bool:
    """Nobody else has it; "there" may be with anybody, and what has a clause may be called the contract or the deal."""
    one, two = yes.slots.subject_entity, no.slots.subject_entity
    return yes.there or no.there or not one or not two or one == two


def one_verb(yes: Said, no: Said) -> bool:
    """One verb, or two that reports use for one act; of a participle the verb it is made of."""
    own = {stem(w) for w in (yes.slots.predicate, yes.slots.ascribed) if w}
    if no.verb in own:
        return True
    said = tokens(yes.text), tokens(no.text)
    kinds = [kinds_of((s.slots.predicate or "").lower(), t) for s, t in zip((yes, no), said, strict=True)]
    return bool(kinds[0] & kinds[1] & acts_once())


def _one_thing(yes: Said, no: Said) -> bool:
    """The thing denied is the affirming clause's, or at least stands in it where its own could not be told."""
    if no.thing is None:
        return bool(yes.slots.theme) if no.anything else _it(yes, no)
    if yes.thing is None:
        return yes.slots.subject is None and no.thing.head in yes.stems
    one, two = yes.thing, no.thing
    if bool(yes.slots.theme) != bool(no.slots.theme) and not (yes.exists and no.exists):
        return False
    if not akin(one.head, two.head) or one.apart != two.apart:
        return False
    crossed = one.crosses(two)
    if not no.slots.theme and not crossed and not _one_end(yes, no):
        return False
    if two.number and not crossed:  # bare plurals are things of a kind, and not one thing
        return one.number and bool(yes.slots.subject_entity) and yes.slots.subject_entity == no.slots.subject_entity
    return not (one.before and two.before) or crossed


def _one_end(yes: Said, no: Said) -> bool:
    """What stands beside the verb is not another ("applied to the club", "applied to the guest")."""
    ends = [noun_phrase(o).head for s in (yes, no) if (o := s.slots.object) and not s.exists]
    return len(set(ends)) < 2


def _it(yes: Said, no: Said) -> bool:
    """Whether "it" may be the other's thing: what is said of it is a participle that few use ("overloaded")."""
    said = no.slots.ascribed or ""
    return (no.slots.subject or "").lower() == "it" and said.endswith("ed") and said == yes.slots.ascribed


def _one_doer(corpus: Corpus, yes: Said, no: Said) -> bool:
    """Nobody else does it, as far as both tell; a passive names no doer, and "nobody" is everybody."""
    if yes.passive and not no.passive and not no.nobody and "by" in tokens(yes.text):
        return noun_phrase(no.slots.subject or "").head in yes.stems
    if no.nobody or no.passive or yes.passive:
        return True
    if no.thing is None:
        return _it(yes, no)
    if yes.thing is None or not no.slots.theme:  # of a verb that acts on nothing the thing is the doer
        return yes.thing is not None
    one, two = yes.slots, no.slots
    if one.subject_entity and two.subject_entity and one.subject_entity != two.subject_entity:
        return _spoken_for(corpus, yes, no)
    return _same_subject(yes, no)


def _same_subject(yes: Said, no: Said) -> bool:
    """One body or person, or one noun."""
    one, two = yes.slots, no.slots
    if one.subject_entity and two.subject_entity:
        return one.subject_entity == two.subject_entity
    heads = [noun_phrase(s.subject).head if s.subject else "" for s in (one, two)]
    return heads[0] == heads[1] != ""


def _spoken_for(corpus: Corpus, yes: Said, no: Said) -> bool:
    """A "he" in words that deny something may be another than who says them: one named before, in the paragraph."""
    holder, doer = (corpus.entity.get(s.slots.subject_entity or "") for s in (no, yes))
    subject = (no.slots.subject or "").lower()
    if not no.above or not holder or not doer or holder.name != no.claim.holder or subject not in {"he", "she"}:
        return False
    before = [c for c in corpus.claims_of(no.stated.article) if c.cite.end <= no.claim.cite.start]
    near = [c.cite.exact for c in before if c.paragraph == no.claim.paragraph]
    return any(n.text in said for n in doer.names for said in near)


def _may_be_one(corpus: Corpus, yes: Said, no: Said) -> bool:
    """No other names, days or numbers."""
    times = yes.slots.time, no.slots.time
    if times[0] and times[1] and not times[0].interval.overlaps(times[1].interval):
        return False
    counts = [{(q.noun, q.low, q.high) for q in s.slots.quantities} for s in (yes, no)]
    if counts[0] and counts[1] and not counts[0] & counts[1]:
        return False
    names = [_named(corpus, s) for s in (yes, no)]
    return not (names[0] and names[1]) or bool(names[0] & names[1])


def _named(corpus: Corpus, said: Said) -> frozenset[str]:
    """Ids of those named in the words for the thing."""
    slots = said.slots
    phrases = [p for p in (slots.object, slots.subject) if p and said.thing == noun_phrase(without_no(p))]
    known = [e for x in said.claim.entities if (e := corpus.entity.get(x))]
    return frozenset(e.id for e in known if any(n.text in p for n in e.names for p in phrases))
