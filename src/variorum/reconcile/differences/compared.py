"""Sentences that answer one question unlike each other by a trained comparer, where no rule saw it.

The rules beside this one know what they compare. What reports put in words of their own ("took no questions", "a press
conference is planned") is read by a comparer, sentence against sentence (:mod:`side_by_side`). It says how likely the
two are at odds and in what way, never why; so its rows come last, only above a likeliness that is measured, and say
whose word it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.model.record import Difference, Position, Verdict
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.differences.apart import parted
from variorum.reconcile.differences.build import asked_of, difference, position, said_by
from variorum.reconcile.sentences import Sentence
from variorum.reconcile.side_by_side import Compared

SHOWN = 0.8
"""How likely two sentences must be at odds to be shown: set on stories that the comparer was not taught on."""
OF_ONE = 2
"""Rows that one sentence may stand in."""

BY_DAY = "Read side by side, the later report brings up to date what the earlier one tells"
UNLIKE = "Read side by side, the two sentences tell one thing differently; whether both can be so is for the reader"
WHOSE = "by a trained comparison ({likely:.2f}), which no rule has checked"


def compared_differences(corpus: Corpus, compared: Sequence[Compared], shown: Sequence[Difference]) -> list[Difference]:
    """A row for each pair that is likely at odds and that no row, shown or of a likelier pair, sets out already."""
    rows: list[Difference] = []
    had: dict[Sentence, int] = {}
    for pair in compared:
        if pair.unlike < SHOWN:
            break
        if max(had.get(s, 0) for s in (pair.one, pair.two)) >= OF_ONE or _told(pair, [*shown, *rows]):
            continue
        rows.append(_row(corpus, pair))
        for sentence in (pair.one, pair.two):
            had[sentence] = had.get(sentence, 0) + 1
    return rows


def verdict_of(corpus: Corpus, pair: Compared) -> Verdict:
    """What a later report brings up to date is superseded; all else may both be so, as far as a likeness can tell.

    Never a conflict: of those that the comparer alone was surest of, one in three was none by the gold.
    """
    later = corpus.rank[pair.one.article] < corpus.rank[pair.two.article]
    others = pair.share("conflict"), pair.share("compatible")
    return "superseded" if later and pair.share("superseded") > max(others) else "compatible"


def _row(corpus: Corpus, pair: Compared) -> Difference:
    verdict = verdict_of(corpus, pair)
    sides = [_side(corpus, s) for s in (pair.one, pair.two)]
    first, last = (said_by(corpus, p.value, p.articles[0]) for p in sides)
    why = f"{BY_DAY if verdict == 'superseded' else UNLIKE}, {WHOSE.format(likely=pair.unlike)}."
    why = " ".join(filter(None, (why, parted(pair.one, pair.two))))
    if verdict == "superseded":
        asked = f"What became of it: {sides[0].value}?"
        return difference("status", asked, sides, verdict, f"{first}, then {last}. {why}")
    return difference("granularity", f"How is it told: {sides[0].value}?", sides, verdict, f"{first}, {last}. {why}")


def _side(corpus: Corpus, sentence: Sentence) -> Position:
    """A sentence as an answer, with the reports that have it word for word."""
    said = sentence.flat.split()
    cites = [s.cite() for s in corpus.sentences.told if s.flat.split() == said]
    return position(corpus, asked_of(sentence.cite()), cites)


def _told(pair: Compared, rows: Iterable[Difference]) -> bool:
    """Whether a row sets words of the two against each other already."""
    cites = [s.cite() for s in (pair.one, pair.two)]
    for row in rows:
        one, two = ({n for n, p in enumerate(row.positions) if _touches(cite, p)} for cite in cites)
        if one and two and len(one | two) > 1:
            return True
    return False


def _touches(cite: Citation, side: Position) -> bool:
    return any(cite.overlaps(e) for e in side.evidence)
