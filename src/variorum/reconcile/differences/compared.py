"""Sentences that answer one question unlike each other by a trained comparer, where no rule saw it.

The rules beside this one know what they compare. What reports put in words of their own ("took no questions", "a press
conference is planned") is read by a comparer, sentence against sentence (:mod:`side_by_side`). It says how likely the
two are at odds and in what way, never why; so its rows come last, only above a likeliness that is measured, and say
whose word it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.model.record import Difference, Position, Verdict
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.counts import bounds_of
from variorum.reconcile.differences.apart import Parted, listed, parted, shared
from variorum.reconcile.differences.build import asked_of, difference, position, said_by, sets_apart
from variorum.reconcile.in_company import Compared
from variorum.reconcile.sentences import Sentence

SHOWN = 0.15
"""How likely two sentences must be at odds to be shown, in stories that the comparer was not taught on: of pairs just
above it one in three is a difference to a reader or to the gold, and one in five to the gold alone."""
CONFLICT = 0.8
"""How likely at odds they must be for a conflict, which costs an analyst more where there is none."""
MOST = 0.6
"""The share of the shorter one's telling words that two sentences have in common to stand on one side."""
OF_ONE = 3
"""Rows that one sentence may stand in."""
STANDS: Mapping[Verdict, str] = {
    "conflict": "they tell one thing in ways that exclude each other",
    "compatible": "they tell one thing differently, and both may be so",
    "superseded": "the second brings up to date what the first tells",
}
OPEN = "they tell one thing differently; whether both can be so is for the reader"
"""Where they are rather a conflict, but not likely enough for one."""
LATER = "the second brings up to date what the first tells, or excludes it; which is for the reader"
"""The same, where of the other two that it is brought up to date is likelier."""
WHOSE = (
    "They are at odds with a likeliness of {likely:.2f} by a trained comparison, which no rule has checked: {stands}."
)


@dataclass(eq=False)
class AtOdds:
    """One question, by the likeliest pair that is at odds on it, with the sentences of each side.

    Attributes:
        pair: that pair.
        parting: in what its sentences part.
        one: the earlier side, its first sentence first.
        two: the later side.
    """

    pair: Compared
    parting: Parted
    verdict: Verdict
    one: list[Sentence]
    two: list[Sentence]


def compared_differences(corpus: Corpus, compared: Sequence[Compared], shown: Sequence[Difference]) -> list[Difference]:
    """A row for each question on which two sentences are likely at odds, and that none of the shown rows sets out."""
    asked: list[AtOdds] = []
    had: dict[Sentence, int] = {}
    same = {(c.one, c.two) for c in compared if c.alike}
    for pair in compared:
        if pair.likely < SHOWN:
            break
        if sets_apart(shown, pair.one.cite(), pair.two.cite()):
            continue
        parting = parted(pair.one, pair.two)
        verdict = verdict_of(pair, parting)
        if _joined(asked, pair, verdict, same):
            continue
        if max(had.get(s, 0) for s in (pair.one, pair.two)) < OF_ONE:
            asked.append(AtOdds(pair, parting, verdict, [pair.one], [pair.two]))
            had |= {s: had.get(s, 0) + 1 for s in (pair.one, pair.two)}
    return [replace(_row(corpus, question), likeliness=round(question.pair.likely, 2)) for question in asked]


def _joined(
    asked: Iterable[AtOdds], pair: Compared, verdict: Verdict, same: Collection[tuple[Sentence, Sentence]]
) -> bool:
    """Whether each of the two says what a side of one question says already; then it stands there, too."""
    for question in asked:
        sides = (question.one, pair.one), (question.two, pair.two)
        if verdict == question.verdict and all(s in side or _alike(side[0], s, same) for side, s in sides):
            for side, sentence in sides:
                side.extend([] if sentence in side else [sentence])
            return True
    return False


def _alike(a: Sentence, b: Sentence, same: Collection[tuple[Sentence, Sentence]]) -> bool:
    """They were read as saying the same; or have most of their telling words in common, and the very same figures."""
    if (a, b) in same or (b, a) in same:
        return True
    in_common = len(a.senses & b.senses)
    return bounds_of(a) == bounds_of(b) and in_common >= MOST * min(len(a.senses), len(b.senses))


def _likeliest(pair: Compared) -> Verdict:
    return max(STANDS, key=pair.share)


def verdict_of(pair: Compared, parting: Parted) -> Verdict:
    """The likeliest; a conflict only of a pair that is very likely at odds by some slot, else the next likeliest."""
    best = _likeliest(pair)
    if best != "conflict" or (pair.likely >= CONFLICT and parting.kind):
        return best
    return "superseded" if pair.share("superseded") > pair.share("compatible") else "compatible"


def _row(corpus: Corpus, asked: AtOdds) -> Difference:
    sides = [_side(corpus, side) for side in (asked.one, asked.two)]
    first, last = (said_by(corpus, p.value, s[0].article) for p, s in zip(sides, (asked.one, asked.two), strict=True))
    kind, told = asked.parting
    sure = asked.verdict == _likeliest(asked.pair)
    stands = STANDS[asked.verdict] if sure else LATER if asked.verdict == "superseded" else OPEN
    why = " ".join(filter(None, (WHOSE.format(stands=stands, likely=asked.pair.likely), told)))
    topic = listed(shared(asked.pair.one, asked.pair.two))
    if asked.verdict == "superseded":
        question = f"What became of {topic}?" if topic else f"What became of it: {sides[0].value}?"
        return difference(kind or "status", question, sides, asked.verdict, f"{first}, then {last}. {why}")
    kind = kind or ("polarity" if asked.verdict == "conflict" else "granularity")
    question = f"What is told of {topic}?" if topic else f"How is it told: {sides[0].value}?"
    return difference(kind, question, sides, asked.verdict, f"{first}, {last}. {why}")


def _side(corpus: Corpus, side: Sequence[Sentence]) -> Position:
    """Sentences as one answer, with the reports that have them word for word."""
    said = {s.line for s in side}
    cites = [s.cite() for s in corpus.sentences.told if s.line in said]
    return position(corpus, asked_of(side[0].cite()), cites)
