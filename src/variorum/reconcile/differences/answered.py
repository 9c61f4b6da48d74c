"""Questions that every newsroom asks, where two reports or two voices answer them otherwise.

``variorum.reconcile.answers`` reads who answers what; here it is told which answers are on one matter, and what they
are to each other. What was warned of, confessed, hit or valid at a time stays so: two voices then contradict one
another, unless the later one gives up what was said before. What goes on may end, and then the later report stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.lang import table
from variorum.model.record import Difference, Verdict
from variorum.reconcile.answers import Answer, Question, answers, questions, when
from variorum.reconcile.asked import Asked
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, position, told_by
from variorum.reconcile.one_matter import one_matter, two_voices
from variorum.reconcile.sentences import senses_of

MOST = 12
"""Answers of one side beyond which the words are too common to be held against anything."""
VOICES = 3
"""Voices that an explanation names."""


@dataclass(eq=False)
class _Matter:
    sides: tuple[list[Answer], list[Answer]] = field(default_factory=lambda: ([], []))
    pairs: list[tuple[Answer, Answer]] = field(default_factory=list)

    def take(self, other: _Matter) -> None:
        """Make another's answers one's own."""
        for n in (0, 1):
            self.sides[n].extend(other.sides[n])
        self.pairs.extend(other.pairs)


def answered_differences(story: Asked) -> list[Difference]:
    """One row for each question of the table and each matter on which it is answered in two ways."""
    return [row for q in questions() for row in _rows(story, q)]


def _rows(story: Asked, question: Question) -> list[Difference]:
    found = answers(story.corpus, question)
    sides = [[a for a in found if a.side == n] for n in (0, 1)]
    if not all(sides) or (question.data["tie"] != "death" and min(map(len, sides)) > MOST):
        return []
    pairs = [(a, b) for b in sides[1] for a in sides[0] if two_voices(a, b) and one_matter(story, question, a, b)]
    return [_row(story, question, m) for m in _matters(pairs)]


def _matters(pairs: Sequence[tuple[Answer, Answer]]) -> list[_Matter]:
    """Pairs that share an answer, together."""
    found: list[_Matter] = []
    for pair in pairs:
        near = [m for m in found if any(x in side for x, side in zip(pair, m.sides, strict=True))]
        home = _Matter()
        for m in near:
            home.take(m)
        for x, side in zip(pair, home.sides, strict=True):
            if x not in side:
                side.append(x)
        home.pairs.append(pair)
        found = [*(m for m in found if m not in near), home]
    return found


def _row(story: Asked, question: Question, matter: _Matter) -> Difference:
    corpus, values = story.corpus, question.data["values"]
    sides = [sorted(side, key=lambda x: x.sentence.at) for side in matter.sides]
    if question.data.get("turns"):
        order = (0, 1)
    else:
        order = (0, 1) if corpus.rank[sides[0][0].article] <= corpus.rank[sides[1][0].article] else (1, 0)
    positions = [position(corpus, values[n], [x.cite for x in sides[n]]) for n in order]
    verdict, why = _judge(story, question, matter, sides)
    asked = f"{question.data['asked'].rstrip('?')}: {_short(sides[order[0]][0])}?"
    return difference(question.data["kind"], asked, positions, verdict, why)


def _judge(story: Asked, question: Question, matter: _Matter, sides: Sequence[Sequence[Answer]]) -> tuple[Verdict, str]:
    corpus = story.corpus
    told = [_voices(list(dict.fromkeys(told_by(corpus, x.article, x.holder) for x in side))) for side in sides]
    values = question.data["values"]
    both = f"“{_short(sides[0][0])}” by {told[0]}; “{_short(sides[1][0])}” by {told[1]}"
    if question.data["tie"] == "death" or all(_outrun(corpus, a, b) for a, b in matter.pairs):
        return "superseded", f"At first {values[0]}, by a later report {values[1]}: {both}."
    if all(_outrun(corpus, b, a) for a, b in matter.pairs) and not question.data.get("turns"):
        return "superseded", f"At first {values[1]}, by a later report {values[0]}: {both}."
    if question.data.get("turns") and all(_earlier(corpus, a, b) for a, b in matter.pairs):
        return "superseded", f"First {values[0]}, then {values[1]}: {both}."
    if question.data.get("moment") and all(_earlier(corpus, a, b) or _earlier(corpus, b, a) for a, b in matter.pairs):
        return "superseded", f"The later report stands: {both}."
    yields = not question.data.get("unyielding")
    if yields and any(_given_up(corpus, a, b) or _given_up(corpus, b, a) for a, b in matter.pairs):
        return "superseded", f"A later report gives up what was said before: {both}."
    if question.data.get("judged"):
        return "compatible", f"Each judges it otherwise: {both}."
    return "conflict", f"{both}: both cannot be right."


def _voices(names: Sequence[str]) -> str:
    """The first of those who say so, and how many more."""
    if len(names) <= VOICES:
        return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"{', '.join(names[:VOICES])} and {len(names) - VOICES} more"


def _outrun(corpus: Corpus, first: Answer, last: Answer) -> bool:
    """So far, says the first; the last is of a later day."""
    said = f" {first.sentence.flat} "
    open_ = any(f" {w} " in said for w in table("en", "answers")["reading"]["so_far"])
    return open_ and corpus.later([first], [last])


def _earlier(corpus: Corpus, first: Answer, last: Answer) -> bool:
    spans = when(corpus, first), when(corpus, last)
    return bool(spans[0] and spans[1] and spans[0][1] < spans[1][0]) and corpus.later([first], [last])


def _given_up(corpus: Corpus, first: Answer, last: Answer) -> bool:
    """The last is of a later day and says so as an admission, or confirms it for the very body that denied it."""
    if not corpus.later([first], [last]):
        return False
    if any(f" {w} " in f" {last.sentence.flat} " for w in table("en", "answers")["reading"]["conceding"]):
        return True
    confirms = any(f" {w} " in f" {last.sentence.flat} " for w in table("en", "answers")["reading"]["confirming"])
    body = senses_of(first.holder or "")
    return confirms and bool(body & last.sentence.senses)


def _short(answer: Answer) -> str:
    return f"denied: {answer.words}" if answer.above else answer.words
