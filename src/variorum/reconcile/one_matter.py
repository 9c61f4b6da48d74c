"""Which answers to one question are on one matter, and by two voices."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from variorum.lang import table, words
from variorum.lang.stems import sense
from variorum.model.time import days_on
from variorum.reconcile.answers import Answer, Question
from variorum.reconcile.asked import Asked
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.made_known import listed_senses, one_made_known
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import senses_of

APART = 3
"""Days between two answers about one moment beyond which they are of two."""


def two_voices(a: Answer, b: Answer) -> bool:
    """Of two reports, or of two who speak in one."""
    if a.article != b.article:
        return True
    if a.above or b.above:
        return True
    return a.holder != b.holder and bool(a.holder or b.holder)


def one_matter(story: Asked, question: Question, a: Answer, b: Answer) -> bool:
    """Whether two answers to a question are on one matter, by the tie that the question has in the table."""
    tie = question.data["tie"]
    if not _one_time(story.corpus, a, b, question):
        return False
    if question.data.get("turns") and not all(story.corpus.article[x.article].day for x in (a, b)):
        return False
    if tie == "means":
        return one_made_known(story, a, b)
    if tie in {"person", "same person"}:
        return _one_person(story, a, b, surely=tie == "same person")
    if tie == "thing":
        return _one_thing(story, a, b)
    if tie == "words":
        near = question.data.get("near")
        if near and not any(story.said_near(x, near) for x in (a, b)):
            return False
        return bool(story.around(a) & story.around(b)) and _parties_meet(story.corpus, a, b)
    if tie == "noun":
        return (a.head == b.head or _same_list(a, b)) and _parties_meet(story.corpus, a, b)
    if tie == "death":
        return _death(story, a, b)
    return _parties_meet(story.corpus, a, b)


def _one_time(corpus: Corpus, a: Answer, b: Answer, question: Question) -> bool:
    """Not told of times that are days apart, where both name one."""
    spans = [[w.interval for w in corpus.times_within(x.article, x.cite)] for x in (a, b)]
    if not all(spans) or question.data.get("turns"):
        return True
    low, high = sorted((min(s.start for s in x), max(s.end for s in x)) for x in spans)
    return question.name == "valid" or high[0] - low[1] <= dt.timedelta(days=APART)


def _parties_meet(corpus: Corpus, a: Answer, b: Answer) -> bool:
    """They do not name others as those who do it."""
    found = []
    for x in (a, b):
        slots = x.clause.slots if x.clause else None
        own = corpus.entity.get(slots.subject_entity or "") if slots else None
        found.append({own.country or own.id} if own else set())
    return not (found[0] and found[1]) or bool(found[0] & found[1]) or a.above or b.above


def _one_person(story: Asked, a: Answer, b: Answer, *, surely: bool = False) -> bool:
    """One named person, or one whom neither report names, and not one of several."""
    ids = []
    for x in (a, b):
        claim = x.clause
        own = story.corpus.entity.get(claim.slots.subject_entity or "") if claim else None
        all_named = [e for i in (claim.entities if claim else ()) if (e := story.corpus.entity.get(i))]
        people = {e.id for e in all_named if e.kind == "person"}
        ids.append({own.id} if own and own.kind != "place" else people)
        subject = (claim.slots.subject or "" if claim else "").lower()
        if subject.split()[:1] and subject.split()[0] in words("en", "answers", "roles", "several"):
            return False
        if (noun_phrase(subject).number or noun_phrase(subject).apart) and not own:
            return False
    if ids[0] and ids[1]:
        return bool(ids[0] & ids[1])
    heads = [_role(x) for x in (a, b)]
    if surely:
        return heads[0] == heads[1] != "" and all(map(_is_known, (a, b)))
    anybody = listed_senses("roles", "anybody") | {""}
    return heads[0] == heads[1] or bool(anybody & set(heads))


def _role(answer: Answer) -> str:
    """The noun by which somebody is called; empty for a pronoun."""
    subject = answer.clause.slots.subject if answer.clause else None
    said = answer.thing or subject or ""
    pronoun = said.lower() in words("en", "acts", "phrase", "pronouns")
    return "" if pronoun or not said else sense(noun_phrase(said).head or said.split()[-1])


def _one_thing(story: Asked, a: Answer, b: Answer) -> bool:
    """One noun, or two of one group, with a rare word beside both; or each report has it as the one that is known."""
    if a.head != b.head and not _same_list(a, b):
        return False
    if a.which & b.which & story.rare:
        return True
    before = [_before(x) for x in (a, b)]
    if before[0] and before[1] and not before[0] & before[1]:
        return False
    names = [_capitals(x) for x in (a, b)]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    return all(map(_is_known, (a, b))) and bool((story.around(a) & story.around(b)) - {a.head, b.head})


def _before(answer: Answer) -> frozenset[str]:
    """What stands right before the noun and tells it from others: "the *railway* bridge"."""
    said = answer.said.partition(answer.thing.lower())[0].split()[-1:]
    return senses_of(said[0]) - _plain() if said else frozenset()


@cache
def _plain() -> frozenset[str]:
    phrase = table("en", "acts")["phrase"]
    return frozenset(s for key in ("plain", "definite", "indefinite") for w in phrase[key] for s in senses_of(w))


def _is_known(answer: Answer) -> bool:
    """The report speaks of it as of one that the reader knows: "the certificate"."""
    return re.search(table("en", "answers")["roles"]["known"] + re.escape(answer.thing), answer.said) is not None


def _same_list(a: Answer, b: Answer) -> bool:
    lists = table("en", "answers")["roles"]["alike"]
    return any({a.thing.rstrip("s"), b.thing.rstrip("s")} <= {w.rstrip("s") for w in row} for row in lists)


def _capitals(answer: Answer) -> frozenset[str]:
    """Names beside the noun: "the *Miteri* Bridge"."""
    text = answer.cite.exact
    at = text.lower().find(answer.thing.lower())
    before = re.findall(r"[\w’'-]+", text[:at])[-2:]
    return frozenset(w.lower() for w in before if w[0].isupper() and len(w) > 3)


def _death(story: Asked, none: Answer, some: Answer) -> bool:
    """Somebody died by a report of a later day, and of what happened before the first of them."""
    days = [story.corpus.article[x.article].day for x in (none, some)]
    if none.article == some.article or not (days[0] and days[1] and days[0] < days[1]):
        return False
    if set(_places(story.corpus, some)) - set(_places(story.corpus, none)) and _places(story.corpus, none):
        return False
    whole = some.sentence.cite()
    spans = [w.interval for w in story.corpus.times_within(some.article, whole)]
    near = not spans or max(s.end for s in spans) >= days_on(days[0], -APART)
    shared = story.around(none) & story.around(some)
    return near and bool(shared)


def _places(corpus: Corpus, answer: Answer) -> list[str]:
    ids = answer.clause.entities if answer.clause else ()
    return [i for i in ids if (e := corpus.entity.get(i)) and e.kind in {"place", "country"}]
