"""Questions that every newsroom asks (``lang/en/answers.toml``), and how each sentence of a report answers them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from variorum.lang import table
from variorum.lang.stems import sense
from variorum.model.reading import Claim
from variorum.model.text import Citation
from variorum.model.time import days_on
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.sentences import Sentence, senses_of

AGED = 60
"""Days before a report from which what it dates so is background."""
BESIDE = 5
"""Words on either side of a thing's noun that tell which it is."""

AFTER = 60
"""Letters behind an answer in which it may be taken back: "was informed, after it had taken place"."""
SHOWN = 8
"""Words before those that answer, by which they are shown."""


@dataclass(frozen=True, eq=False)
class Question:
    """One question.

    Attributes:
        data: its row of the table.
    """

    name: str
    data: dict[str, Any]

    @cached_property
    def says(self) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
        """The patterns of each answer; made when a sentence has the question's cues, for there are many."""
        return tuple(map(pattern, self.data["yes"])), tuple(map(pattern, self.data["no"]))


@dataclass(frozen=True, eq=False)
class Answer:
    """What one clause answers.

    Attributes:
        side: 0 or 1, the place of the answer among the question's.
        holder: who says so; None where the outlet does.
        thing: the noun of what it is about, as it stands; empty where the question has none.
        which: senses of the words beside that noun, or of the whole clause.
        clause: the claim, if one was read.
        words: the words that answer, with some beside them.
        above: what denies it stands before the clause.
    """

    question: Question
    side: int
    sentence: Sentence
    cite: Citation
    holder: str | None
    thing: str
    which: frozenset[str]
    clause: Claim | None
    words: str
    above: bool = False

    @property
    def article(self) -> str:
        """The report's id."""
        return self.sentence.article

    @cached_property
    def head(self) -> str:
        """The sense of the thing's noun."""
        return sense(self.thing.split()[-1]) if self.thing else ""

    @cached_property
    def said(self) -> str:
        """The clause in lower case."""
        return " ".join(self.cite.exact.lower().replace("'", "’").split())


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the table's order."""
    return tuple(Question(row["name"], row) for row in table("en", "answers")["question"])


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern of the table, its lists of words filled in."""
    return re.compile(filled(text, table("en", "answers")["classes"]))


def filled(text: str, classes: Mapping[str, Sequence[str]]) -> str:
    """A pattern with the words of a class for each {class} in it."""
    while (more := re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{'|'.join(classes[m[1]])})", text)) != text:
        text = more
    return text


def answers(corpus: Corpus, question: Question) -> list[Answer]:
    """Every answer to a question, in order; none that is only imagined, asked for, or of another time."""
    return [a for s in corpus.sentences.having(question.data["cues"]) for a in _of_sentence(corpus, s, question)]


def _of_sentence(corpus: Corpus, sentence: Sentence, question: Question) -> Iterator[Answer]:
    taken: list[tuple[int, int]] = []
    for side in (1, 0):
        for form in question.says[side]:
            for found in form.finditer(sentence.flat):
                if any(found.start() < b and a < found.end() for a, b in taken):
                    continue
                if answer := _read(corpus, sentence, question, side, found):
                    taken.append(found.span())
                    yield answer


def _read(corpus: Corpus, sentence: Sentence, question: Question, side: int, found: re.Match[str]) -> Answer | None:
    start, end = found.span()
    clause = sentence.clause(start, end)
    begin = clause_start(sentence, clause, start)
    lead = sentence.flat[begin:start]
    if clause and general(clause):
        return None
    if imagined(sentence, lead + sentence.flat[start:end]) or (
        clause and not question.data.get("past") and aged(corpus, clause)
    ):
        return None
    turned = _turned(question, side, found, lead, above=_denied_above(sentence, clause, begin))
    if turned is None:
        return None
    side, above = turned
    if (void := question.data.get("void")) and re.search(void, sentence.flat[start : end + AFTER]):
        return None
    cite = clause.cite if clause else sentence.cite()
    holder = clause.holder if clause else _holder(sentence)
    thing = (found.groupdict().get("thing") or "").strip()
    which = _which(sentence, found)
    shown = beside(sentence, begin, start, end)
    return Answer(question, side, sentence, cite, holder, thing, which, clause, shown, above)


def _turned(question: Question, side: int, found: re.Match[str], lead: str, *, above: bool) -> tuple[int, bool] | None:
    """The side that a match is on once it is seen whether it is denied, and whether that is done before its clause."""
    lead = lead.rpartition(" and ")[2]
    if side == 1 and denied(" ".join(lead.split()[-2:])):
        return None
    no = side == 0 and denied(lead + found[0])
    if above and side == 1:  # a denied "it was switched off" says no more than that
        if not re.search(table("en", "answers")["reading"]["deniers"], lead + found[0]):
            return None
        above = False
    if (no and not (side == 0 and _own(question, found))) != above:
        if not question.data.get("flips"):
            return None
        side = 1 - side
    return side, above


def _own(question: Question, found: re.Match[str]) -> bool:
    """The pattern has its own word of denial ("no deaths" where that is what is asked)."""
    return question.name == "deaths"


def clause_start(sentence: Sentence, clause: Claim | None, start: int) -> int:
    """Where the clause begins in which a match stands."""
    at = 0
    for m in re.finditer(table("en", "answers")["reading"]["breaks"], sentence.flat[:start]):
        at = m.end()
    if clause:
        inside = sentence.index(clause.cite.start)
        at = max(at, inside) if inside <= start else at
    return at


def imagined(sentence: Sentence, said: str) -> bool:
    """Only wished for, asked, planned or supposed, or told of another case."""
    data = table("en", "answers")["reading"]
    opened = any(re.search(rf"\b{w}\b", said) for w in data["open"])
    return opened or sentence.flat.rstrip('”"’').endswith("?") or any(w in sentence.flat for w in data["other"])


def general(clause: Claim) -> bool:
    """It is so of any such thing: "A wildcat strike is one without notice"."""
    first = (clause.slots.subject or "").lower().split()[:1]
    return clause.slots.predicate == "be" and first in (["a"], ["an"], ["every"]) and " is " in clause.cite.exact


def denied(said: str) -> bool:
    """A word of denial stands in it."""
    return "n’t" in said or re.search(_negation(), said) is not None


@cache
def _negation() -> str:
    return rf"\b(?:{'|'.join(table('en', 'answers')['reading']['negation'])})\b"


def _denied_above(sentence: Sentence, clause: Claim | None, begin: int) -> bool:
    """Somebody before the clause denies it: "rejected a claim that it had fired"."""
    if clause and clause.slots.polarity == "no":
        own = clause.cite.exact.lower().replace("'", "’")
        return not denied(own)
    return not clause and re.search(table("en", "answers")["reading"]["denying"], sentence.flat[:begin]) is not None


def aged(corpus: Corpus, clause: Claim) -> bool:
    """Dated long before the report."""
    day = corpus.article[clause.cite.article].day
    spans = [w.interval for w in corpus.times_within(clause.cite.article, clause.cite)]
    return bool(day and spans) and all(s.end < days_on(day or dt.date.max, -AGED) for s in spans)


def _holder(sentence: Sentence) -> str | None:
    """Who is said to say so, by the sentence's first words."""
    found = re.match(table("en", "answers")["reading"]["holders"], sentence.text)
    return found["who"] if found else None


def beside(sentence: Sentence, begin: int, start: int, end: int) -> str:
    """The words that answer, from the clause's beginning if that is near, and a few behind them."""
    before = sentence.text[begin:start].split(" ")
    behind = re.match(rf"(?:[ ,]*[^\s,;:]+){{0,{SHOWN // 2}}}", sentence.text[end:])
    first = start - len(" ".join(before[-SHOWN:]))
    return sentence.text[first : end + (behind.end() if behind else 0)].strip(" ,.;:“”\"'")


def _which(sentence: Sentence, found: re.Match[str]) -> frozenset[str]:
    """Senses of the words beside the thing; where there is none, of the matched words and those beside them."""
    named = found.groupdict().get("thing") is not None
    start, end = found.span("thing") if named else found.span()
    before = sentence.text[:start].split()[-BESIDE:]
    after = sentence.text[end:].split()[: BESIDE + 2]
    return senses_of(" ".join([*before, *after])) - (senses_of(found["thing"]) if named else frozenset())


def when(corpus: Corpus, answer: Answer) -> tuple[dt.date, dt.date] | None:
    """The days of which it is told: those it names, else the report's own."""
    spans = [w.interval for w in corpus.times_within(answer.article, answer.cite)]
    if spans:
        return min(s.start for s in spans), max(s.end for s in spans)
    day = corpus.article[answer.article].day
    return (day, day) if day else None
