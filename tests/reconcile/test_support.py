from __future__ import annotations

from tests.reconcile import told
from variorum.model.record import LedgerQuote, SaidOn, Variant
from variorum.reconcile.support import Origins, shared_occasions

A, B, C = (told.report(n, "The minister spoke of the mill.") for n in ("a", "b", "c"))


def test_reports_that_lean_on_one_speaker_are_one_origin() -> None:
    support = Origins({}).of([("a", "Ruiz"), ("b", "Ruiz"), ("c", None)])
    assert (support.articles, support.origins) == (3, 2)


def test_a_report_that_also_tells_it_in_its_own_voice_leans_on_nobody() -> None:
    assert Origins({}).of([("a", "Ruiz"), ("b", "Ruiz"), ("b", None)]).origins == 2


def test_copies_and_speakers_merge_together() -> None:
    assert Origins({"a": "x", "b": "x"}).of([("a", None), ("b", None), ("c", None)]).origins == 2


def test_one_briefing_behind_two_reports_is_named() -> None:
    briefing = SaidOn("briefing", "a briefing on Friday", None, None)
    rows = [
        LedgerQuote("1", "ruiz", "Ana Ruiz", "indirect", briefing, (variant(A, briefing),), (), None),
        LedgerQuote("2", "ruiz", "Ana Ruiz", "indirect", None, (variant(B, None),), (), None),
    ]
    corpus = told.corpus([(A, [], []), (B, [], []), (C, [], [])], [told.entity("ruiz", "Ana Ruiz")])
    assert shared_occasions(corpus, rows) == [
        ((A.id, B.id), "where they rest on Ana Ruiz (a briefing on Friday), they count once")
    ]


def variant(article: told.Article, occasion: SaidOn | None) -> Variant:
    return Variant(article.id, 0, 12, article.text[:12], "indirect", "said", occasion)
