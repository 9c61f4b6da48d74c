from __future__ import annotations

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.differences.build import difference, position
from variorum.reconcile.differences.passages import LONGEST, in_sentences

SAID = "The harbour master said on Monday that four boats were lost."


def row(first: str, second: str, one: str, other: str) -> tuple[list[tuple[told.Article, str]], Difference]:
    """A difference between words of two reports, its evidence as it is quoted."""
    reports = [told.report("one", first), told.report("two", second)]
    cites = [told.cite(r, w) for r, w in zip(reports, (one, other), strict=True)]
    corpus = told.corpus([(r, [], []) for r in reports])
    found = difference("number", "How many boats?", [position(corpus, c.exact, [c]) for c in cites], "conflict", "Why.")
    return list(zip(reports, (one, other), strict=True)), in_sentences(corpus, found)


def test_an_answer_is_quoted_by_its_sentence() -> None:
    _, shown = row(f"{SAID} Divers search on.", "Six boats sank off Tarn.", "four boats", "Six boats")
    assert [p.evidence[0].exact for p in shown.positions] == [SAID, "Six boats sank off Tarn."]
    assert [p.value for p in shown.positions] == ["four boats", "Six boats"]


def test_a_very_long_sentence_is_not_quoted_in_full() -> None:
    long = f"Four boats were lost, {'and lost and lost ' * (LONGEST // 18)}for good."
    _, shown = row(long, "Six boats sank off Tarn.", "Four boats", "Six boats")
    assert shown.positions[0].evidence[0].exact == "Four boats"


def test_a_sentence_that_gives_two_answers_is_quoted_in_parts() -> None:
    both = told.report("one", "The master counts four boats and the union six.")
    cites = [told.cite(both, w) for w in ("four boats", "the union six")]
    corpus = told.corpus([(both, [], [])])
    found = difference("number", "How many?", [position(corpus, c.exact, [c]) for c in cites], "conflict", "Why.")
    assert [p.evidence[0].exact for p in in_sentences(corpus, found).positions] == ["four boats", "the union six"]
