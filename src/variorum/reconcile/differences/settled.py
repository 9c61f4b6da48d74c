"""Was it settled or not: a day, an agreement, an offer, a vote, a paper; and did two meet, or speak, apart?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.lang import table, words
from variorum.model.record import Difference, DifferenceKind, Verdict
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.build import difference, echoes, position, told_by
from variorum.reconcile.matters import Matters
from variorum.reconcile.settled import Settled, kinds, settled
from variorum.reconcile.voices import two_voices

HALF = 0.5
"""Share of what is agreed, by weight, that a denial that names nothing must have beside it."""


def settled_differences(corpus: Corpus, known: Matters, shown: Sequence[Difference]) -> list[Difference]:
    """One row for each matter that one voice tells as settled, or as held, and another as not."""
    found = settled(corpus, known)
    rows = []
    for row in kinds():
        sides = [[a for a in found if a.kind == row["name"] and a.side == n] for n in (0, 1)]
        for yes, no in _matters(corpus, known, *sides):
            rows.append(_row(corpus, row, yes, no))
    return [d for d in rows if not echoes(d, shown)]


def _matters(
    corpus: Corpus, known: Matters, yes: Sequence[Settled], no: Sequence[Settled]
) -> list[tuple[list[Settled], list[Settled]]]:
    """Denials that meet an answer in common, with all that they meet."""
    found: list[tuple[list[Settled], list[Settled]]] = []
    for denial in no:
        met = _in_time(corpus, [a for a in yes if _meets(known, a, denial)], denial)
        home = next((m for m in found if any(a in m[0] for a in met) or denial.words == m[1][0].words), None)
        if home and met:
            home[0].extend(a for a in met if a not in home[0])
            home[1].append(denial)
        elif met:
            found.append((met, [denial]))
    return found


def _in_time(corpus: Corpus, yes: list[Settled], no: Settled) -> list[Settled]:
    """What was settled since is no contradiction of "not so far", where somebody told it as settled by then."""
    then = [a for a in yes if not corpus.later([no], [a])]
    return then if no.open and then else yes


def _meets(known: Matters, yes: Settled, no: Settled) -> bool:
    """Of one matter, by two voices."""
    return two_voices((yes.article, yes.voice), (no.article, no.voice)) and ONE[yes.kind](known, yes, no)


def _one_date(known: Matters, yes: Settled, no: Settled) -> bool:
    if not yes.acts & no.acts:
        return False
    if yes.bag and no.bag:
        return known.tie(yes.bag, no.bag) > 0 or (no.again and bool(yes.people & no.people))
    if yes.again and no.again:
        return bool(yes.people & no.people) or not (yes.bag or no.bag)
    return yes.dated and (no.bare or bool(yes.people & no.people))


def _one_deal(known: Matters, yes: Settled, no: Settled) -> bool:
    if no.bag:
        return known.tie(yes.bag, no.bag) > 0
    return bool(yes.bag) and known.mass(yes.bag & no.context) >= HALF * known.mass(yes.bag)


def _one_offer(known: Matters, yes: Settled, no: Settled) -> bool:
    return yes.article == no.article or bool(yes.people & no.people)


def _one_vote(known: Matters, yes: Settled, no: Settled) -> bool:
    return _beside(yes, no) or known.tie(yes.bag, no.context) > 0


def _one_paper(known: Matters, yes: Settled, no: Settled) -> bool:
    return bool({*yes.words.lower().split()} & {*no.words.lower().split()} & words("en", "settled", "papers", "of_all"))


def _one_signed(known: Matters, yes: Settled, no: Settled) -> bool:
    if known.tie(yes.bag, no.bag) > 0 or len(yes.lands & no.lands) > 1:
        return True
    return bool(yes.lands & no.lands) and no.words.lower().startswith("the ")


def _one_pair(known: Matters, yes: Settled, no: Settled) -> bool:
    if len(yes.people & no.people) > 1 or len(yes.lands & no.lands) > 1:
        return True
    nominal = re.search(table("en", "settled")["reading"]["nominal"], yes.sentence.flat)
    return not yes.lands and nominal is not None and len(no.lands) > 1


def _one_call(known: Matters, yes: Settled, no: Settled) -> bool:
    return _beside(yes, no) if "such" in no.words.lower() else _one_pair(known, yes, no)


def _beside(yes: Settled, no: Settled) -> bool:
    """In one report, the denial right behind."""
    return yes.article == no.article and 0 <= no.sentence.at - yes.sentence.at <= 1


PLANNED = frozenset({"paper", "signed", "vote", "call", "meet", "hands"})
"""Kinds of which a plan may come to nothing; to agree is done when it is told."""
ONE = {
    "date": _one_date,
    "deal": _one_deal,
    "offer": _one_offer,
    "vote": _one_vote,
    "paper": _one_paper,
    "signed": _one_signed,
    "call": _one_call,
    "meet": _one_pair,
    "hands": _one_pair,
}
"""By kind, whether two answers are of one matter."""


def _row(corpus: Corpus, row: dict[str, str], yes: Sequence[Settled], no: Sequence[Settled]) -> Difference:
    sides = [position(corpus, row["values"][n], [a.cite for a in side]) for n, side in enumerate((yes, no))]
    verdict, why = _judge(corpus, yes, no)
    who = [told_by(corpus, side[0].article, side[0].voice) for side in (yes, no)]
    said = [" ".join(side[0].words.split()[:14]) for side in (yes, no)]
    asked = f"{row['asked']}: {said[0]}?"
    kind: DifferenceKind = "status" if verdict == "superseded" else "polarity"
    return difference(kind, asked, sides, verdict, why.format(f"“{said[0]}” by {who[0]}", f"“{said[1]}” by {who[1]}"))


def _judge(corpus: Corpus, yes: Sequence[Settled], no: Sequence[Settled]) -> tuple[Verdict, str]:
    if yes[0].kind in PLANNED and all(a.planned for a in yes) and not corpus.later(no, yes):
        return "superseded", "Planned: {0}; the later report tells that it did not come about: {1}."
    if all(a.open for a in no) and corpus.later(no, yes):
        return "superseded", "Not so far: {1}; a later report tells it as settled: {0}."
    conceding = table("en", "settled")["reading"]["conceding"]
    first = min(corpus.rank[a.article] for a in no)
    if any(corpus.rank[a.article] > first and re.search(conceding, a.sentence.flat) for a in yes):
        return "superseded", "At first {1}; a later report gives that up: {0}."
    return "conflict", "{0}; {1}: both cannot be right."
