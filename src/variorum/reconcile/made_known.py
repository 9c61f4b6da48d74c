"""Whether two answers are of one thing made known: to the same, and by the same."""

from __future__ import annotations

import re
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import sense
from variorum.reconcile.answers import Answer
from variorum.reconcile.asked import Asked
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import senses_of


def _names(corpus: Corpus, text: str, answer: Answer) -> frozenset[str]:
    """Country codes, else ids, of those named in some words of an answer's clause."""
    ids = answer.clause.entities if answer.clause else ()
    known = [e for i in ids if (e := corpus.entity.get(i)) and any(n.text in text for n in e.names)]
    found = frozenset(e.country or e.id for e in known)
    return found or frozenset(w.lower() for w in re.findall(r"(?<!^)\b[A-Z][\w’-]+|^[A-Z][\w’-]+$", text))


def _who(corpus: Corpus, answer: Answer) -> tuple[str, str, frozenset[str], frozenset[str]]:
    """Who is told, and who tells: the words for each, and those named in them."""
    claim = answer.clause
    if claim is None:
        return _who_at_first(answer)
    slots = claim.slots
    subject, what = slots.subject or "", slots.object or ""
    own = corpus.entity.get(slots.subject_entity or "")
    if own is None and subject.lower() in words("en", "acts", "phrase", "pronouns") and answer.holder:
        own = next((e for e in corpus.entities if e.name == answer.holder and e.kind != "person"), None)
    named = frozenset({own.country or own.id}) if own else _names(corpus, subject, answer)
    acts = slots.predicate or ""
    passive = bool(subject) and re.search(table("en", "answers")["roles"]["passive"], answer.said) is not None
    if acts in words("en", "answers", "roles", "getting") or (
        passive and acts in words("en", "answers", "roles", "informing")
    ):
        return subject, "", named, frozenset()
    means = noun_phrase(what).head == noun_phrase(answer.thing).head != ""
    if acts in words("en", "answers", "roles", "informing") and not means:
        return what, subject, _names(corpus, what, answer), named
    if acts in words("en", "answers", "roles", "sending") and not passive:
        to = re.search(r"\bto (.+)", what)
        return (to[1] if to else ""), subject, _names(corpus, to[1], answer) if to else frozenset(), named
    return "", "", frozenset(), frozenset()


def _who_at_first(answer: Answer) -> tuple[str, str, frozenset[str], frozenset[str]]:
    """The same where no claim was read, by the name with which the words begin."""
    found = re.match(r"(?:The )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) ", answer.words)
    if found is None:
        return "", "", frozenset(), frozenset()
    named = frozenset(found[1].lower().split())
    said, data = answer.words.lower(), table("en", "answers")["roles"]
    told = re.search(data["passive"], said) or any(f" {w} " in f" {said} " for w in data["got"])
    return (found[1], "", named, frozenset()) if told else ("", found[1], frozenset(), named)


def one_made_known(story: Asked, a: Answer, b: Answer) -> bool:
    """Told to the same, as far as both say to whom; by the same, where it is denied of one who was to tell it."""
    one, two = _who(story.corpus, a), _who(story.corpus, b)
    if one[2] and two[2] and not one[2] & two[2]:
        return False
    if two[1] and not two[0]:  # "the office issued no warning": of others that do, it says nothing
        if one[3] and two[3] and not one[3] & two[3]:
            return False
        return a.head == b.head and _marks(story, b) <= a.which
    if one[2] & two[2]:
        return True
    crowd = [x.clause is not None and _crowd(w[0]) for x, w in ((a, one), (b, two))]
    beside = a.sentence.article == b.sentence.article and abs(a.sentence.at - b.sentence.at) <= 4
    shared = story.around(a) & story.around(b)
    if two[2] and not crowd[0] and not beside and not (a.head == b.head and shared):
        return not one[2] and bool(shared)
    lands = [_lands(story.corpus, x) for x in (a, b)]
    if lands[0] and lands[1] and not lands[0] & lands[1] and not beside:
        return False
    return bool(shared) or beside or (crowd[1] and (a.head == b.head or (crowd[0] and _public(a) and _public(b))))


def _lands(corpus: Corpus, answer: Answer) -> frozenset[str]:
    """Countries of those whom the clause names."""
    ids = answer.clause.entities if answer.clause else ()
    return frozenset(e.country for i in ids if (e := corpus.entity.get(i)) and e.country)


def _public(a: Answer) -> bool:
    """It goes to everybody there: sirens, text messages."""
    return a.head in listed_senses("roles", "public")


@cache
def listed_senses(*keys: str) -> frozenset[str]:
    """Senses of a list of the table of questions."""
    return frozenset(sense(w) for w in words("en", "answers", *keys))


def _marks(story: Asked, answer: Answer) -> frozenset[str]:
    """What stands right before the noun and tells which: "a *J-Alert* warning"."""
    said = answer.said.partition(answer.thing.lower())[0].split()[-1:]
    return senses_of(said[0]) & story.rare if said else frozenset()


def _crowd(said: str) -> bool:
    """People at large, or those of whom was spoken."""
    low = said.lower()
    if not low or low in words("en", "acts", "phrase", "pronouns") | words("en", "answers", "roles", "us"):
        return True
    return noun_phrase(said).head in {noun_phrase(w).head for w in words("en", "answers", "roles", "crowd")}
