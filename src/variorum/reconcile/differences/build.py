"""How a difference is put together, the same for every kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from variorum.lang import words
from variorum.model.ids import make_id
from variorum.model.record import Difference, DifferenceKind, Position, Verdict
from variorum.model.text import Citation
from variorum.reconcile.corpus import Corpus

LONGEST = 14
"""Words of a clause that a question takes up."""
LETTERS = re.compile(r"\b[A-Za-z]\.[A-Za-z]\.$")
"""Words such as "a.m.", whose last full stop is a part of them."""


def position(corpus: Corpus, value: str, evidence: Iterable[Citation]) -> Position:
    """One answer, its articles in order of publication, its evidence each cite once."""
    cites = corpus.in_order(evidence)
    return Position(" ".join(value.split()), corpus.ordered(c.article for c in cites), cites)


def said_by(corpus: Corpus, value: str, article: str) -> str:
    """A value with the outlet that gives it, for an explanation: “around 2 a.m.” (The Island Post)."""
    outlet = _outlet(corpus, article)
    return f"“{' '.join(value.split())}” ({outlet})" if outlet else f"“{' '.join(value.split())}”"


def told_by(corpus: Corpus, article: str, who: str | None) -> str:
    """Who says so, for an explanation: the mayor (in The Island Post), else the outlet, else whose text it is."""
    outlet = _outlet(corpus, article) or "one report"
    return f"{who} (in {outlet})" if who else outlet


def _outlet(corpus: Corpus, article: str) -> str:
    """The report's outlet, else the agencies whose text it is; empty without either."""
    report = corpus.article[article]
    return report.outlet or ", ".join(report.agencies)


def asked_of(cite: Citation) -> str:
    """A clause's first words, for a question; cut behind a word that needs none to follow, which an ellipsis tells."""
    said = cite.exact.split()
    kept = said[:LONGEST]
    while len(kept) < len(said) and kept and _leads_on(kept[-1]):
        kept.pop()
    kept = kept or said[:LONGEST]
    clause = " ".join(kept)
    if clause.count("(") > clause.count(")"):
        clause = clause[: clause.rindex("(")]
    clause = clause.lstrip(' ,.;“”"').rstrip(' ,;“”"')
    clause = clause if LETTERS.search(clause) else clause.rstrip(' ,.;“”"')
    return f"{clause} …" if len(kept) < len(said) else clause


def _leads_on(word: str) -> bool:
    """Whether something must follow the word: an article, a preposition, an auxiliary ..."""
    return word.casefold().strip("“”\"'(") in words("en", "questions", "cut", "words")


def difference(
    kind: DifferenceKind, question: str, positions: Sequence[Position], verdict: Verdict, explanation: str
) -> Difference:
    """A difference with its id."""
    ident = make_id("difference", kind, question, *sorted(p.value for p in positions))
    return Difference(ident, kind, question, tuple(positions), verdict, explanation)


def sets_apart(rows: Iterable[Difference], one: Citation, two: Citation) -> bool:
    """Whether a row sets words of two passages against each other already."""
    for row in rows:
        held = [{n for n, p in enumerate(row.positions) if any(c.overlaps(e) for e in p.evidence)} for c in (one, two)]
        if all(held) and len(held[0] | held[1]) > 1:
            return True
    return False


def echoes(row: Difference, others: Iterable[Difference]) -> bool:
    """Whether one of the others, with the same verdict, sets two of its positions against each other already."""
    return any(o.verdict == row.verdict and sum(_shares(p, o) for p in row.positions) > 1 for o in others)


def _shares(position_: Position, other: Difference) -> bool:
    """Some evidence of the position overlaps the other difference's."""
    theirs = [c for p in other.positions for c in p.evidence]
    return any(a.overlaps(b) for a in position_.evidence for b in theirs)
