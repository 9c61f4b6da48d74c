from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile import told
from variorum.model.reading import EntityKind, Event
from variorum.model.record import Difference, LedgerQuote, SaidOn, Variant
from variorum.model.time import TimeExpression
from variorum.reconcile.align import aligned
from variorum.reconcile.differences.dates import date_differences, recalled_differences
from variorum.reconcile.differences.polarity import polarity_differences
from variorum.reconcile.differences.speech import attribution_differences, occasion_differences, wording_differences
from variorum.reconcile.occasions import alike
from variorum.reconcile.one_happening import Told

A = told.report("a", "The ship sank at 2 a.m. on Monday. It was overloaded.", "2026-01-13")
B = told.report("b", "The ship sank at 4 a.m. on Monday. It was not overloaded.", "2026-01-13")


def sinking(report: told.Article, words: str, clock: str) -> Told:
    event = told.event(report, f"The ship sank at {words}", "sank", on=told.when("2026-01-12"), dated=words)
    assert event.time is not None
    time = TimeExpression(event.time.cite, event.when, "stated", "TIME", f"2026-01-12T{clock}")
    return Told(report.id, told.replace(event, time=time), frozenset(), frozenset())


def test_hours_apart_are_a_conflict_and_close_ones_are_not() -> None:
    corpus = told.corpus([(A, [], []), (B, [], [])])
    [row] = date_differences(corpus, [[sinking(A, "2 a.m.", "02:00"), sinking(B, "4 a.m.", "04:00")]])
    assert (row.kind, row.verdict) == ("date", "conflict")
    [row] = date_differences(corpus, [[sinking(A, "2 a.m.", "02:00"), sinking(B, "4 a.m.", "02:12")]])
    assert row.verdict == "compatible"


def test_a_month_and_a_day_in_it_are_precision() -> None:
    month = told.event(A, "The ship sank", "sank", on=told.when("2026-01-01", "2026-01-31", "month"))
    day = told.event(B, "The ship sank", "sank", on=told.when("2026-01-12"))
    rows = date_differences(
        told.corpus([(A, [], []), (B, [], [])]),
        [[Told(A.id, month, frozenset(), frozenset()), Told(B.id, day, frozenset(), frozenset())]],
    )
    assert [(r.kind, r.verdict) for r in rows] == [("granularity", "compatible")]


def test_what_two_reports_recall_under_the_same_names_is_one_thing() -> None:
    long, short = told.when("2025-09-01", "2025-12-31"), told.when("2025-11-01", "2025-11-30")
    names = ["x", "y", "z"]
    rows = []
    for report, days in ((A, long), (B, short)):
        event = told.event(report, "The ship sank", "sank", on=days)
        rows.append((report, [event], [told.claim(report, "The ship sank", ["sink"], entities=tuple(names))]))
    assert [r.verdict for r in recalled_differences(told.corpus(rows))] == ["compatible"]


def test_affirmed_here_and_denied_there() -> None:
    yes = told.claim(A, "It was overloaded", ["overload"], subject="It", predicate="be", ascribed="overloaded")
    no = told.claim(
        B, "It was not overloaded", ["overload"], subject="It", predicate="be", ascribed="overloaded", polarity="no"
    )
    corpus = told.corpus([(A, [], [yes]), (B, [], [no])])
    [row] = polarity_differences(corpus, aligned(corpus, []))
    assert (row.kind, row.verdict) == ("polarity", "conflict")


def test_a_plan_denies_nothing() -> None:
    yes = told.claim(A, "It was overloaded", ["overload"], subject="It", predicate="be", ascribed="overloaded")
    no = told.claim(
        B, "It was not overloaded", ["overload"], subject="It", ascribed="overloaded", polarity="no", future=True
    )
    corpus = told.corpus([(A, [], [yes]), (B, [], [no])])
    assert polarity_differences(corpus, aligned(corpus, [])) == []


def said(report: told.Article, words: str, kind: str, medium: str | None = None) -> Variant:
    cite = told.cite(report, words)
    return Variant(report.id, cite.start, cite.end, words, "direct", "said", SaidOn(kind, kind, medium, None))


def quote(*variants: Variant, **more: Any) -> LedgerQuote:
    fields: dict[str, Any] = {
        "id": "q", "speaker": None, "speaker_name": "Solin", "kind": "direct", "occasion": None,
        "variants": variants, "paraphrases": (), "differs": "occasion",
    }  # fmt: skip
    return LedgerQuote(**(fields | more))


def test_one_utterance_on_two_occasions_is_a_conflict() -> None:
    corpus = told.corpus([(A, [], []), (B, [], [])])
    row = quote(said(A, "It was overloaded", "interview", "NHK"), said(B, "It was not overloaded", "told_reporters"))
    assert [d.verdict for d in occasion_differences(corpus, [row])] == ["conflict"]


def test_a_briefing_is_where_reporters_are_told() -> None:
    assert alike(SaidOn("briefing", "a briefing", None, None), SaidOn("told_reporters", "told reporters", None, None))
    assert not alike(SaidOn("interview", "x", "NHK", None), SaidOn("interview", "y", "BBC", None))
    monday, friday = told.when("2026-01-12"), told.when("2026-01-16")
    assert not alike(SaidOn("briefing", "x", None, monday), SaidOn("briefing", "y", None, friday))


def test_the_same_sentence_in_two_mouths_is_a_conflict_of_attribution() -> None:
    corpus = told.corpus([(A, [], []), (B, [], [])])
    words = "The ship sank at"
    mouths = [
        quote(said(report, f"{words} {hour} a.m.", "interview"), speaker=who, speaker_name=who.title(), differs=None)
        for report, hour, who in ((A, "2", "solin"), (B, "4", "ruiz"))
    ]
    assert attribution_differences(corpus, mouths) == []
    same = [
        quote(told.replace(said(A, f"{words} 2 a.m.", "interview"), article=report.id), speaker=who, speaker_name=who)
        for report, who in ((A, "solin"), (B, "ruiz"))
    ]
    assert [d.kind for d in attribution_differences(corpus, same)] == ["attribution"]


def test_a_recorded_message_is_no_letter() -> None:
    video, letter = SaidOn("post", "in a video message", "staff", None), SaidOn("letter", "in a letter", None, None)
    assert not alike(video, letter)
    assert alike(SaidOn("post", "in a post", None, None), letter)
    assert alike(video, SaidOn("statement", "in a statement", None, None))


def worded(one: str, other: str, *occasions: SaidOn | None) -> list[Difference]:
    """What differs between two rows of one speaker's words."""
    rows = []
    for n, text in enumerate((one, other)):
        article = told.report(f"w{n}", f"“{text}” she said.")
        cite = told.cite(article, text)
        said_on = occasions[n] if occasions else None
        variant = Variant(article.id, cite.start, cite.end, text, "direct", "said", said_on)
        rows.append((article, quote(variant, id=f"q{n}", speaker="solin", differs=None)))
    corpus = told.corpus([(article, [], []) for article, _ in rows])
    return wording_differences(corpus, [row for _, row in rows])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We are not shutting any border, we build a second gate", "No border has been closed; a second gate is built"),
        ("The harvest is lost, but the farmers will be paid", "Our harvest was lost and yet every farmer will be paid"),
        ("I came to mend the bridge, not to burn it", "I came here to mend bridges and not to burn them"),
        ("This verdict is a disgrace to the court", "The verdict is a disgrace for our courts and judges"),
        ("Our patience with the union has ended", "The patience that we had with the union is at an end"),
    ],
)
def test_one_utterance_in_other_words_is_compatible(one: str, other: str) -> None:
    assert [(d.kind, d.verdict) for d in worded(one, other)] == [("name", "compatible")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We have found 11 bodies in the hull", "We have found 31 bodies in the hull"),
        ("We are not shutting any border", "The border guards are heroes and we thank them for a long night"),
        ("The bridge is safe", "The bridge was built in another age"),
        ("I came to mend the bridge", "I came to open the market"),
        ("Nobody told us", "Nobody came"),
    ],
)
def test_other_words_of_one_speaker_are_another_utterance(one: str, other: str) -> None:
    assert worded(one, other) == []


def test_other_words_on_another_occasion_are_another_utterance() -> None:
    one, other = "The harvest is lost, but the farmers will be paid", "Our harvest was lost, every farmer will be paid"
    rally, hearing = SaidOn("rally", "at a rally", None, None), SaidOn("hearing", "at a hearing", None, None)
    assert worded(one, other, rally, rally) != []
    assert worded(one, other, rally, hearing) == []


def on(kind: str, words: str = "", medium: str | None = None) -> SaidOn:
    return SaidOn(kind, words or kind, medium, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on("speech"), on("meeting", "told a conference", "a conference")),
        (on("speech"), on("ceremony", "at the funeral")),
        (on("speech", "in a televised address"), on("broadcast", "on television")),
        (on("rally"), on("event", "at an event")),
        (on("told_reporters", "told AFP", "AFP"), on("interview", "in an interview with AFP", "AFP")),
        (on("interview", "x", "DZRB radio"), on("interview", "y", "DZRB")),
        (on("interview", "x", "Japanese broadcaster"), on("broadcast", "y", "NHK")),
        (on("briefing", "on a conference call"), on("call", "in an earnings call")),
        (on("post", "in a video message"), on("broadcast", "on television")),
    ],
)
def test_occasions_that_may_be_one(one: SaidOn, other: SaidOn) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on("interview", "x", "NHK"), on("broadcast", "told Fuji TV", "Fuji TV")),
        (on("interview", "x", "NHK"), on("told_reporters", "told reporters", "reporters")),
        (on("post", "in a post", "X"), on("press_conference")),
        (on("rally"), on("meeting", "told a conference", "a conference")),
        (on("statement"), on("speech")),
        (on("letter"), on("speech")),
        (on("ceremony"), on("interview", "x", "NHK")),
    ],
)
def test_occasions_that_are_two(one: SaidOn, other: SaidOn) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def mouths(one: tuple[str, str, EntityKind], other: tuple[str, str, EntityKind]) -> list[Difference]:
    """What differs between two reports' quotations: words, speaker, and what the speaker is."""
    rows, entities = [], []
    reports: list[tuple[told.Article, list[Event], list[told.Claim]]] = []
    for n, (text, name, kind) in enumerate((one, other)):
        article = told.report(f"m{n}", f"“{text}” said {name}.")
        cite = told.cite(article, text)
        variant = Variant(article.id, cite.start, cite.end, text, "direct", "said", None)
        rows.append(quote(variant, id=f"m{n}", speaker=f"e{n}", speaker_name=name, differs=None))
        entities.append(told.entity(f"e{n}", name, kind))
        reports.append((article, [], []))
    return attribution_differences(told.corpus(reports, entities), rows)


def test_near_the_same_sentence_in_two_mouths_is_a_conflict() -> None:
    said = "The dyke was rotten from the first day"
    assert len(mouths((said, "Ana Solin", "person"), (f"{said} on", "Tom Ruiz", "person"))) == 1
    assert mouths((said, "Ana Solin", "person"), ("The dyke was rotten", "Tom Ruiz", "person")) == []
    assert mouths((said, "Ana Solin", "person"), ("The dyke was sound from the last day", "Tom Ruiz", "person")) == []


def test_a_minister_speaks_for_the_ministry() -> None:
    said = "The dyke was rotten from the first day"
    assert mouths((said, "Ana Solin", "person"), (said, "the water ministry", "organization")) == []
    assert mouths((said, "Ana Solin", "person"), (said, "Solin", "person")) == []
