"""What reports answer unlike to a question of time that every newsroom asks: the hour it left, since when he is held.

Each clause's answer is read by the question's own words (:mod:`time_answers`), so that two reports are held against
each other however unlike they tell the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from variorum.lang import table
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.acts import says
from variorum.reconcile.clusters import join
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import asked_of, difference, echoes, position, said_by
from variorum.reconcile.geography import places_apart
from variorum.reconcile.given_times import stands
from variorum.reconcile.time_answers import Answer, time_answers
from variorum.reconcile.time_questions import Question, main_happening, questions

MOST = 40
"""Answers to one question beyond which its words are too common in the story."""
Pair = tuple[Answer, Answer]


def timed_differences(corpus: Corpus, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each question that reports answer unlike and that no row shown sets out."""
    answers = time_answers(corpus)
    main = main_happening(corpus)
    rows: list[Difference] = []
    for question in (*questions(), *([main] if main else ())):
        told = [a for a in answers if a.question == question.name]
        if question.name == "home":
            told = [a for a in told if _is_person(corpus, a)]
        if 1 < len(told) <= MOST:
            rows += [r for r in _rows(corpus, question, told) if not _set_out(r, [*shown, *rows])]
    return rows


def _is_person(corpus: Corpus, answer: Answer) -> bool:
    """It is told of a person, or of one called by a pronoun or an office."""
    named = [corpus.entity.get(w[1:]) for w in answer.who if w.startswith("@")]
    return not answer.who or any(e is not None and e.kind == "person" for e in named)


def _set_out(row: Difference, others: Sequence[Difference]) -> bool:
    """Another row sets them against each other already, with this verdict or as more than compatible."""
    for verdict in ("conflict", "superseded", row.verdict):
        as_if = difference(row.kind, row.question, row.positions, verdict, row.explanation)
        if echoes(as_if, others):
            return True
    return False


def _rows(corpus: Corpus, question: Question, told: Sequence[Answer]) -> list[Difference]:
    tied = [(1.0, n, m) for (n, a), (m, b) in combinations(enumerate(told), 2) if _one(corpus, question, a, b)]
    found: list[Difference] = []
    for group in join(len(told), tied, lambda a, b: False):
        members = [told[n] for n in group]
        pairs = [(a, b) for a, b in combinations(members, 2) if _one(corpus, question, a, b)]
        found += _compare(corpus, question, members, pairs, told)
    return found


def _one(corpus: Corpus, question: Question, a: Answer, b: Answer) -> bool:
    """Nothing sets them apart, and what the question needs to be of one thing is there."""
    if a.article == b.article:
        return False
    if question.tie == "thing":
        one = bool(a.thing & b.thing) or not a.thing or not b.thing
        loose = question.name in {"previous", "next"} and stands(a.given, b.given) == "inside"
        return one and (_near_names(a, b) or loose or "summit" in a.thing & b.thing)
    if question.tie == "place":
        return bool(a.thing & b.thing)
    if (question.gives in {"clock", "length"} and a.marked ^ b.marked) or "again" in a.marked ^ b.marked:
        return False
    if a.places and b.places and not a.places & b.places and _apart(corpus, a, b):
        return False
    parties = [{w for w in x.who if w.startswith("@")} for x in (a, b)]
    if parties[0] and parties[1] and not parties[0] & parties[1]:
        return False
    if question.tie == "who":
        return (bool(a.who & b.who) or not a.who or not b.who) and _near_names(a, b)
    if question.tie == "amount":
        return bool(a.amounts & b.amounts)
    if question.tie == "named":
        return bool(a.parties & b.parties) or (stands(a.given, b.given) == "inside" and bool(a.names & b.names))
    if question.tie == "names":
        return len(a.names & b.names) > 1 or all(x.names & y.names or _of_the_parties(x) for x, y in ((a, b), (b, a)))
    return True


def _of_the_parties(a: Answer) -> bool:
    """It names nobody, and speaks of those whom the story knows: "the two leaders", "the talks"."""
    return not a.names and re.search(table("en", "timed")["words"]["parties"], a.claim.sentence.exact, re.I) is not None


def _near_names(a: Answer, b: Answer) -> bool:
    return bool(a.names & b.names) or not a.names or not b.names


def _apart(corpus: Corpus, a: Answer, b: Answer) -> bool:
    return any(places_apart(corpus.entity[x], corpus.entity[y]) for x in sorted(a.places) for y in sorted(b.places))


def _compare(
    corpus: Corpus, question: Question, members: Sequence[Answer], pairs: Sequence[Pair], told: Sequence[Answer]
) -> list[Difference]:
    twice = _twice(members)
    held = [(p, stands(p[0].given, p[1].given)) for p in pairs]
    apart = [p for p, how in held if how == "apart" and not {*map(id, p)} & twice]
    close = [p for p, how in held if how in {"inside", "near", "zones"}]
    if question.name == "mourning":
        apart, close = _of_mourning(told, held)
    moved = [p for p in apart if question.name != "mourning" and _overtaken(corpus, *p)]
    clash = [p for p in apart if p not in moved]
    rows: list[Difference] = []
    if moved:
        rows.append(_row(corpus, question, members, moved, "superseded"))
    if clash and not (moved and question.gives != "length"):
        rows.append(_row(corpus, question, members, clash, "conflict"))
    far = {frozenset((_value(a), _value(b))) for a, b in apart}
    close = [p for p in close if frozenset((_value(p[0]), _value(p[1]))) not in far]
    if close:
        rows.append(_row(corpus, question, members, close, "compatible"))
    return [r for r in rows if len(r.positions) > 1]


def _of_mourning(told: Sequence[Answer], held: Sequence[tuple[Pair, str]]) -> tuple[list[Pair], list[Pair]]:
    """Days of mourning exclude each other, one and two as well; but where one report gives both, each has its land."""
    other = [p for p, how in held if how in {"apart", "inside"}]
    both = any(a.article == b.article and stands(a.given, b.given) == "apart" for a, b in combinations(told, 2))
    return ([], other) if both else (other, [])


def _value(a: Answer) -> str:
    return a.given.words.lower()


def _twice(members: Sequence[Answer]) -> set[int]:
    """Answers of a report that gives two that exclude each other: they are of two things, or it weighs them itself."""
    found: set[int] = set()
    for a, b in combinations(members, 2):
        if a.article == b.article and stands(a.given, b.given) == "apart" and not (_moved(a) or _moved(b)):
            found |= {id(a), id(b)}
    return found


def _moved(a: Answer) -> bool:
    """The clause says that it was put off."""
    return says(a.claim, table("en", "acts")["plan"]["moved"])


def _overtaken(corpus: Corpus, a: Answer, b: Answer) -> bool:
    """The earlier report tells a plan, and the other is of a later day."""
    first, last = sorted((a, b), key=lambda x: corpus.rank[x.article])
    days = corpus.article[first.article].day, corpus.article[last.article].day
    return (
        first.planned
        and not last.given.doubted
        and bool(days[0] and days[1] and (days[0] < days[1] or not last.planned))
    )


def _row(
    corpus: Corpus, question: Question, members: Sequence[Answer], pairs: Sequence[Pair], verdict: Verdict
) -> Difference:
    """One position for each value of the pairs, with all reports that give it."""
    involved = {id(a) for p in pairs for a in p}
    order = sorted(members, key=lambda a: (corpus.rank[a.article], a.cite.start))
    told = [a for a in order if id(a) in involved]
    groups: list[list[Answer]] = []
    for answer in (*told, *(a for a in order if id(a) not in involved)):
        home = next((g for g in groups if g[0].given.same(answer.given)), None)
        if home is not None:
            home.append(answer)
        elif id(answer) in involved:
            groups.append([answer])
    positions = [position(corpus, g[0].given.words, [a.cite for a in g]) for g in groups]
    shown = ", ".join(said_by(corpus, g[0].given.words, g[0].article) for g in groups)
    asked = f"{question.asked}: {asked_of(told[0].claim.cite)}?"
    return difference(_kind(question, verdict), asked, positions, verdict, f"{shown}. {WHY[verdict]}")


WHY: dict[Verdict, str] = {
    "superseded": "The earlier report tells a plan; the later one has another time for it.",
    "compatible": "The reports differ in how exactly they put one and the same time.",
    "conflict": "Both cannot be, if they speak of one and the same.",
}


def _kind(question: Question, verdict: Verdict) -> DifferenceKind:
    if verdict == "compatible":
        return "granularity"
    return "number" if question.gives == "length" else "date"
