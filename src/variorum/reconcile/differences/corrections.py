"""What a message said, and its sender took back: "an alert that spoke of a missile", "apologised for the wording"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.lang import table
from variorum.model.record import Difference
from variorum.reconcile.clusters import together
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.ledger_words import meanings
from variorum.reconcile.sentences import Sentence, Sentences

BACK = 2
"""Sentences before "apologised for the wording" in which the message stands."""


@dataclass(frozen=True)
class _Part:
    """What a message said, or that it was taken back.

    Attributes:
        message: the noun for the message; empty for "the wording".
        said: what it said, in the report's words.
        low, high: where in the sentence it is told.
    """

    sentence: Sentence
    message: str
    said: str
    low: int
    high: int


def correction_differences(corpus: Corpus) -> list[Difference]:
    """One superseded difference for each thing that a message said and that was taken back."""
    story = corpus.sentences
    said = [part for s in story.claimed if not s.past for part in _parts(s, _said())]
    back = [part for s in story.claimed if not s.past for part in _parts(s, _back()) if _stands(part)]
    taken = {
        id(p): [b for b in back if b.message == p.message or (not b.message and _beside(story, p, b))] for p in said
    }
    told = (p for p in said if taken[id(p)])
    groups = together(told, lambda group, part: bool(meanings(group[0].said) & meanings(part.said)))
    return [_row(corpus, g, list({id(b): b for p in g for b in taken[id(p)]}.values())) for g in groups]


def _parts(sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[_Part]:
    for match in pattern.finditer(sentence.text):
        message = (match["message"] or "").lower()
        yield _Part(sentence, message, match["x"].strip(" ,“”\"'"), match.start("shown"), match.end())


def _stands(part: _Part) -> bool:
    """It is told as done."""
    clause = part.sentence.clause_at(part.low, part.high)
    return clause is not None and clause.slots.polarity == "yes" and not clause.slots.future


def _beside(story: Sentences, said: _Part, back: _Part) -> bool:
    """The message is told of in the sentence, or in one right before it."""
    return any(said.sentence is s for s in (back.sentence, *story.before(back.sentence, BACK)))


@cache
def _said() -> re.Pattern[str]:
    listed = table("en", "corrections")
    messages, says = "|".join(listed["messages"]), "|".join(listed["says"])
    said = r"(?P<x>[“\"][^”\"]{3,60}[”\"]|(?:(?:an?|the|its|his|her|their) )?(?:[“\"][^”\"]{3,60}[”\"]|[\w-]{3,}))"
    return re.compile(rf"\b(?P<message>{messages})\b[^.;]{{0,50}}?\b(?P<shown>(?:{says})) {said}", re.I)


@cache
def _back() -> re.Pattern[str]:
    listed = table("en", "corrections")
    own, wrong = "|".join(listed["messages"]), "|".join(listed["mistakes"])
    taken = "|".join(listed["takes_back"])
    what = rf"(?P<x>(?:[\w’'“”\"-]+ ){{0,6}}?[“\"]?(?:(?P<message>{own})|(?:{wrong})))\b"
    return re.compile(rf"\b(?P<shown>{taken}) {what}", re.I)


def _row(corpus: Corpus, said: list[_Part], back: list[_Part]) -> Difference:
    first, last = said[0], back[-1]
    clause = last.sentence.clause_at(last.low, last.high)
    positions = [
        position(corpus, said[0].said, [p.sentence.cite(p.low, p.high) for p in said]),
        position(corpus, last.sentence.text[last.low : last.high], [p.sentence.cite(p.low, p.high) for p in back]),
    ]
    who = told_by(corpus, last.sentence.article, clause.holder if clause else None)
    taken = last.sentence.text[last.low : last.high]
    why = f"The {first.message} said one thing (“{first.said}”), which was taken back ({who}: “{taken}”)."
    return difference("status", f"Does what the {first.message} said stand?", positions, "superseded", why)
