"""What struck, killed or sank somebody or something, where two voices name two kinds of thing.

By the table ``lang/en/instruments.toml``. Whom it struck is told in the clause ("My brother was hit by a canister"), or
shortly before it ("The minister has blamed a stone").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from variorum.lang import table, words
from variorum.lang.stems import sense, stem
from variorum.model.reading import Claim
from variorum.model.record import Difference
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.voices import several_voices, voices_differ
from variorum.reconcile.disasters import opens_with
from variorum.reconcile.noun_phrases import noun_phrase
from variorum.reconcile.sentences import Sentence, Sentences

BACK = 3
"""Sentences in which the victim of "it was a stone" may stand before."""
THINGS = 8.0
"""What words that sentences about a thing without a name share weigh at least, for it to be one thing."""


WHY = "Different things are said to have done it ({}); it cannot have been both."
LONGEST = 60
"""Characters before a verb in which what struck stands."""


@dataclass(frozen=True)
class Blow:
    """What struck somebody or something, as one report, or somebody in it, says.

    Attributes:
        kind: name of the table's kind.
        victim: id of the person or thing struck, else the meaning of its noun.
        firm: the victim is named in full there; else a pronoun, one name of several's, or the sentences before tell.
        noun: the noun for it, as written; empty where it has a name.
        about: what the sentence tells.
    """

    kind: str
    words: str
    victim: str
    firm: bool
    noun: str
    cite: Citation
    who: str | None
    about: frozenset[str]


def instrument_differences(corpus: Corpus) -> list[Difference]:
    """One conflict for each victim that two voices say was struck by two kinds of thing."""
    story = corpus.sentences
    found = _settled(corpus, [b for s in story.claimed if not s.past for b in _blows(corpus, story, s)])
    rows = []
    for victim in dict.fromkeys(b.victim for b in found):
        own = [b for b in found if b.victim == victim]
        groups = [[b for b in own if b.kind == kind] for kind in dict.fromkeys(b.kind for b in own)]
        if len(groups) > 1 and any(_contrary(corpus, story, a, b) for a, b in combinations(groups, 2)):
            rows.append(_row(corpus, victim, groups))
    return rows


def _settled(corpus: Corpus, found: list[Blow]) -> list[Blow]:
    """What is told without a full name is told of the one person named, where reports name but one."""
    firm = {b.victim for b in found if b.firm}
    if len(firm) != 1:
        return found
    [one] = firm
    naming = set(corpus.entity[one[1:]].articles)
    loose = [b for b in found if not b.firm and b.victim.startswith("@") and b.cite.article in naming]
    return [replace(b, victim=one) if b in loose else b for b in found]


def _contrary(corpus: Corpus, story: Sentences, one: Sequence[Blow], two: Sequence[Blow]) -> bool:
    """Two voices, on one victim: a name makes it one, else what else is told alike."""
    if not several_voices(one, two):
        return False
    if one[0].victim.startswith("@") or all(opens_with(corpus, (rf"{b.noun}s?",)) for b in (one[0], two[0])):
        return True
    return any(story.mass(a.about & b.about) >= THINGS for a in one for b in two)


def _blows(corpus: Corpus, story: Sentences, sentence: Sentence) -> Iterator[Blow]:
    """What a sentence says struck somebody."""
    for mark in _marks(sentence.text):
        clause = sentence.clause_at(*mark.thing)
        if clause is None or clause.slots.polarity == "no" or clause.slots.future or clause.slots.hedge:
            continue
        said = sentence.text[slice(*mark.thing)]
        kind = kind_of(said)
        victim, firm, noun = _victim(corpus, sentence, mark) if mark.verb else ("", False, "")
        victim = victim or _before(corpus, story, sentence) or ""
        if kind and victim:
            who = clause.holder if mark.verb else _who(corpus, clause)
            cite = sentence.cite(mark.low, mark.high)
            yield Blow(kind, " ".join(said.split()), victim, firm, noun, cite, who, sentence.bag)


def _who(corpus: Corpus, clause: Claim) -> str | None:
    """Who says so: of "has blamed" its subject, else the clause's speaker."""
    if clause.holder:
        return clause.holder
    known = corpus.entity.get(clause.slots.subject_entity or "")
    if clause.slots.subject and clause.slots.subject.lower() not in words("en", "acts", "phrase", "pronouns"):
        return known.name if known else clause.slots.subject
    return None


@dataclass(frozen=True)
class _Mark:
    """Where a sentence tells what struck: from where to where, the thing, and the verb.

    Attributes:
        verb: None where whom it struck is told before.
    """

    low: int
    high: int
    thing: tuple[int, int]
    verb: tuple[int, int] | None


def _marks(text: str) -> Iterator[_Mark]:
    """Where a sentence tells what struck; the thing is looked for beside the verb only."""
    for match in _verb().finditer(text):
        before, behind = text[max(0, match.start() - LONGEST) : match.start()], text[match.end() :]
        verb = match.span("verb")
        if verb[0] < 0:
            if thing := _behind().match(behind):
                low, high = (match.end() + n for n in thing.span("x"))
                yield _Mark(match.start(), high, (low, high), None)
        elif match["passive"] and (thing := _by().match(behind)):
            low, high = (match.end() + n for n in thing.span("x"))
            yield _Mark(match.start(), high, (low, high), verb)
        elif not match["passive"] and (thing := _ahead().search(before)):
            low, high = (match.start() - len(before) + n for n in thing.span("x"))
            yield _Mark(low, match.end(), (low, high), verb)


@cache
def _verb() -> re.Pattern[str]:
    listed = table("en", "instruments")["verbs"]
    struck, lays = ("|".join(listed[k]) for k in ("struck", "lays"))
    return re.compile(
        rf"\b(?:(?P<passive>{listed['passive']})?(?P<verb>{struck})|(?:{lays})|{listed['named']})\b", re.I
    )


@cache
def _thing() -> str:
    kinds = table("en", "instruments")["kinds"].values()
    things = "|".join(form for forms in kinds for form in forms)
    return rf"(?P<x>{table('en', 'instruments')['verbs']['before']}(?:[\w-]+ ){{0,2}}?(?:{things}))\b"


@cache
def _by() -> re.Pattern[str]:
    return re.compile(table("en", "instruments")["verbs"]["agent"] + _thing(), re.I)


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b{_thing()} (?:{table('en', 'instruments')['verbs']['between']})?$", re.I)


@cache
def _behind() -> re.Pattern[str]:
    """After "blamed" and "it was"; not "it was the police car that they hit"."""
    return re.compile(rf" {_thing()}{table('en', 'instruments')['verbs']['behind']}", re.I)


@cache
def kind_of(said: str) -> str | None:
    """The one kind of thing that words name; None for two."""
    found = [
        (m.end(), len(m[0]), kind)
        for kind, forms in table("en", "instruments")["kinds"].items()
        if (m := re.search(rf"\b(?:{'|'.join(forms)})$", said, re.I))
    ]
    return max(found)[2] if found else None


def _victim(corpus: Corpus, sentence: Sentence, mark: _Mark) -> tuple[str, bool, str]:
    """Whom or what the verb's clause says was struck, whether by a full name, and the noun for it where it has none."""
    verb = mark.verb or mark.thing
    clause = sentence.clause_at(*verb)
    said = clause and (clause.slots.subject if verb < mark.thing else clause.slots.object)
    if clause is None or not said:
        return "", False, ""
    thing = next((w for w in said.lower().split() if w in words("en", "instruments", "named", "things")), "")
    if thing and _noun(said):
        return sense(thing), False, thing
    if person := _named(corpus, sentence, said):
        return person, True, ""
    own = clause.slots.subject_entity if said == clause.slots.subject else None
    if own and corpus.entity[own].kind in {"person", "place", "organization"}:
        return f"@{own}", corpus.entity[own].kind != "person", ""
    noun = _noun(said)
    return (sense(noun), False, noun) if noun else ("", False, "")


def _named(corpus: Corpus, sentence: Sentence, said: str) -> str | None:
    """The person whose full name such words have, or stands before them: "Noor Alam, a student who was hit"."""
    for e in dict.fromkeys(e for c in sentence.claims for e in c.entities if corpus.entity[e].kind == "person"):
        for name in {corpus.entity[e].name, *(n.text for n in corpus.entity[e].names)}:
            apposed = rf"{re.escape(name)}, (?:\d+, )?{re.escape(said)}"
            if " " in name and (name in said or re.search(apposed, sentence.text)):
                return f"@{e}"
    return None


def _noun(said: str) -> str:
    """The noun of a phrase that speaks of one thing known to the reader; none of pronouns and of somebody's kin."""
    phrase = noun_phrase(said)
    if not phrase.known or phrase.number or said.lower().split()[0] in words("en", "opposed", "vague", "owners"):
        return ""
    return next((w for w in re.findall(r"[^\W\d_]+", said) if stem(w) == phrase.head), "")


def _before(corpus: Corpus, story: Sentences, sentence: Sentence) -> str | None:
    """The first person of the last sentence that tells of somebody harmed, this one or one of a few before it."""
    for s in (sentence, *reversed(story.before(sentence, BACK))):
        harmed = [c for c in s.claims if _harmed().search(c.cite.exact)]
        people = [e for c in harmed for e in (c.slots.subject_entity, *c.entities) if e]
        if found := next((e for e in people if corpus.entity[e].kind == "person"), None):
            return f"@{found}"
    return None


@cache
def _harmed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('en', 'instruments')['verbs']['harmed'])})\b", re.I)


def _row(corpus: Corpus, victim: str, groups: Sequence[Sequence[Blow]]) -> Difference:
    named = corpus.entity[victim[1:]].name if victim.startswith("@") else " ".join(groups[0][0].cite.exact.split())
    question = f"What struck {named}?" if victim.startswith("@") else f"What did it: {named}?"
    return voices_differ(corpus, question, groups, ("conflict", WHY))
