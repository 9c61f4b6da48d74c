"""Which answers to one question are on one matter, and by two voices."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from variorum.lang import table, words
from variorum.lang.stems import sense
from variorum.model.time import days_on
from variorum.reconcile.answers import Answer, Question, pattern
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import senses_of

RARE = 0.12
"""Share of the story's sentences up to which a word tells which matter is meant."""
FEW = 5
"""Sentences with a word in which it is rare in any story."""
APART = 3
"""Days between two answers about one moment beyond which they are of two."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A story with the words by which its matters are told apart."""

    corpus: Corpus

    @cached_property
    def rare(self) -> frozenset[str]:
        """Senses of words that stand in few sentences."""
        seen = Counter(w for s in self.corpus.sentences.told for w in s.senses)
        most = max(FEW, round(RARE * len(self.corpus.sentences.told)))
        return frozenset(w for w, n in seen.items() if n <= most)

    def around(self, answer: Answer) -> frozenset[str]:
        """The rare words of the answer's sentence and of the one before in its paragraph."""
        near = [answer.sentence, *self.corpus.sentences.before(answer.sentence)]
        return frozenset(w for s in near for w in s.senses) & self.rare

    def said_near(self, answer: Answer, words_: str) -> bool:
        """One of some words stands in the answer's sentence or in one beside it."""
        at = answer.sentence.at
        beside = [s for s in self.corpus.sentences.told[max(0, at - 2) : at + 3] if s.article == answer.article]
        return any(pattern(words_).search(s.flat) for s in beside)


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
        return _made_known(story, a, b)
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


def _made_known(story: Asked, a: Answer, b: Answer) -> bool:
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
    return a.head in _senses_of_list("roles", "public")


@cache
def _senses_of_list(*keys: str) -> frozenset[str]:
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
    anybody = _senses_of_list("roles", "anybody") | {""}
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
