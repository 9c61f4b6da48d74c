"""Sentences read side by side, by a comparer that the tests make up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests import factory
from tests.reconcile import told
from tests.reconcile.told import report
from tests.reconcile.typed import Report, Said, counted
from tests.reconcile.typed import story as typed_story
from variorum.model.article import Article
from variorum.model.protocols import STANDINGS
from variorum.model.reading import Reading
from variorum.reconcile.corpus import Corpus, build_corpus
from variorum.reconcile.differences.apart import parted, shared
from variorum.reconcile.differences.compared import CONFLICT, SHOWN, compared_differences
from variorum.reconcile.in_company import (
    FEW,
    Company,
    Compared,
    behind,
    contested,
    figures_in_both,
    figures_of_other_kinds,
    published_apart,
    same_figures,
    superseded,
    weighed,
    with_headline,
)
from variorum.reconcile.side_by_side import SideBySide, candidates, chosen, most_words, side_by_side

OTHER = (
    "Rain fell on vineyards near the coast. A choir of forty sang psalms beside the harbour. "
    "Bakers raised the price of bread. A comet was seen over the bay. Ice blocked the upper river."
)
FILLER = (
    "Farmers in the valley harvested barley early. Schools reopened after a long winter holiday. "
    "Traders at the covered market complained of rising rents. A museum bought two paintings by a local master. "
    "Engineers finished the tunnel under the old citadel. Swallows returned to the cathedral tower."
)


class Made:
    """Says of pairs what it was told to say, and "none" of others; remembers what it was asked."""

    name = "made"

    def __init__(self, told: Mapping[tuple[str, str], Mapping[str, float]]) -> None:
        self.told, self.asked = told, [("", "")][:0]

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> Any:
        self.asked += pairs
        rows = []
        for a, b in pairs:
            said = next((v for (x, y), v in self.told.items() if a.startswith(x) and b.startswith(y)), {})
            rest = 1 - sum(said.values())
            rows.append([said.get(s, 0.0) + (rest if s == "none" else 0) for s in STANDINGS])
        return np.array(rows, np.float32)


def story(*reports: Article) -> Corpus:
    return build_corpus(reports, [Reading(a.id, (), (), (), (), (), (), ()) for a in reports], (), {})


@pytest.fixture
def two() -> Corpus:
    one = report("one", f"A joint press conference by the two presidents is planned for the evening. {FILLER}")
    other = report(
        "two",
        "The two presidents took no questions after the joint press conference was dropped. " + OTHER,
        published="2026-01-14",
    )
    return story(one, other)


def alone(corpus: Corpus, told: Mapping[tuple[str, str], Mapping[str, float]]) -> list[Compared]:
    """The pairs that were read, each as likely as the comparer alone says."""
    pairs = side_by_side(corpus, Made(told)).pairs
    return sorted((replace(p, likely=p.unlike) for p in pairs), key=lambda p: (-p.likely, p.one.at, p.two.at))


CONFERENCE = ("A joint press", "The two presidents took")


def test_the_pair_that_shares_most_is_read_first(two: Corpus) -> None:
    told = candidates(two)
    first = [told.told[n].text[:13] for n in chosen(told, 99)[0]]
    assert first == ["A joint press", "The two presi"]


def test_no_more_pairs_are_read_than_the_reports_allow(two: Corpus) -> None:
    made = Made({})
    side_by_side(two, made)
    assert 0 < sum(len(s.split()) for pair in made.asked for s in pair) <= most_words(2)
    assert len(set(made.asked)) == len(made.asked)


def test_without_a_comparer_or_a_story_nothing_is_read(two: Corpus) -> None:
    made = Made({})
    assert side_by_side(two, None).pairs == ()
    assert side_by_side(story(report("one", FILLER)), made).pairs == ()
    assert side_by_side(story(report("one", "One line only."), report("two", "Another line only.")), made).pairs == []
    assert made.asked == []


def test_a_likely_pair_becomes_a_row_that_says_whose_word_it_is(two: Corpus) -> None:
    compared = alone(two, {CONFERENCE: {"superseded": 0.97}})
    (row,) = compared_differences(two, compared, [])
    assert row.verdict == "superseded"
    assert row.question == "What became of “joint press conference”, “presidents”?"
    assert [p.evidence[0].exact[:7] for p in row.positions] == ["A joint", "The two"]
    assert row.likeliness == 0.97
    assert "a likeliness of 0.97 by a trained comparison" in row.explanation
    assert "Only the first says “planned”; only the second “questions”, “dropped”" in row.explanation


def test_an_unlikely_pair_and_one_already_told_are_no_rows(two: Corpus) -> None:
    assert compared_differences(two, alone(two, {CONFERENCE: {"conflict": SHOWN - 0.01}}), []) == []
    compared = alone(two, {CONFERENCE: {"superseded": 0.97}})
    rows = compared_differences(two, compared, [])
    assert compared_differences(two, compared, rows) == []


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        ({"conflict": CONFLICT + 0.01}, "compatible"),
        ({"conflict": 0.4, "superseded": 0.2, "compatible": 0.1}, "superseded"),
        ({"compatible": 0.9, "conflict": 0.08}, "compatible"),
        ({"superseded": 0.5, "conflict": 0.45}, "superseded"),
    ],
)
def test_what_no_slot_parts_is_no_conflict(two: Corpus, shares: dict[str, float], verdict: str) -> None:
    (row,) = compared_differences(two, alone(two, {CONFERENCE: shares}), [])
    assert row.verdict == verdict
    assert ("is for the reader" in row.explanation) == (max(shares, key=lambda s: shares[s]) != verdict)


def test_a_sentence_that_two_reports_copy_is_read_once_and_cited_in_both() -> None:
    wire = f"A joint press conference by the two presidents is planned for the evening. {FILLER}"
    late = f"The two presidents took no questions after the joint press conference. {OTHER}"
    corpus = story(report("one", wire), report("copy", wire),
                   report("three", late, published="2026-01-14"))  # fmt: skip
    made = Made({CONFERENCE: {"superseded": 0.95}})
    side_by_side(corpus, made)
    (row,) = compared_differences(corpus, alone(corpus, made.told), [])
    assert [len(p.articles) for p in row.positions] == [2, 1]
    assert sum(a.startswith("A joint") and b.startswith("The two") for a, b in made.asked) == 1


def test_shares_are_told_by_name() -> None:
    corpus = story(report("one", FILLER), report("two", FILLER))
    a, b = corpus.sentences.told[:2]
    pair = Compared(a, b, (0.1, 0.2, 0.3, 0.25, 0.15))
    assert pair.share("same") == 0.2
    assert pair.unlike == pytest.approx(0.7)


def test_what_says_the_same_stands_on_one_side() -> None:
    first = report(
        "one",
        f"A joint press conference by the two presidents is planned for the evening. {FILLER}",
        published="2026-01-12",
    )
    again = report("again", f"The presidents will stand before reporters side by side at nightfall. {FILLER}")
    late = report(
        "late", f"The two presidents took no questions after the press conference. {OTHER}", published="2026-01-14"
    )
    other = ("The presidents will", "The two presidents took")
    told = {CONFERENCE: {"superseded": 0.95}, other: {"superseded": 0.9}}
    for same, rows in (({("A joint", "The presidents will"): {"same": 0.9}}, [2]), ({}, [1, 1])):
        corpus = story(first, again, late)
        found = compared_differences(corpus, alone(corpus, told | same), [])
        assert [len(row.positions[0].articles) for row in found] == rows


def test_others_are_read_when_they_are_asked_for_and_once(two: Corpus) -> None:
    made = Made({})
    side = side_by_side(two, made)
    left = [s for s in two.sentences.told if s.article == two.articles[0].id]
    before = len(made.asked)
    assert side.of([(left[1], left[2]), (left[1], left[2])])[0].share("none") == 1
    side.of([(left[1], left[2]), (side.pairs[0].one, side.pairs[0].two)])
    assert len(made.asked) == before + 1
    assert SideBySide().of([(left[1], left[2])]) == []


def test_company_weighs_a_pair_by_the_others_of_its_sentences() -> None:
    reports = [
        report(n, f"{t} {FILLER}") for n, t in (("one", "It sank."), ("two", "It burned."), ("three", "It fell."))
    ]
    a, b, c = (next(s for s in story(*reports).sentences.told if s.article == r.id) for r in reports)
    rank = {r.id: n for n, r in enumerate(reports)}
    pairs = [Compared(a, b, (0.1, 0.0, 0.9, 0.0, 0.0)), Compared(a, c, (0.5, 0.0, 0.5, 0.0, 0.0))]
    company = Company(pairs, rank)
    assert [round(behind(company, n), 2) for n in (0, 1)] == [0, round(math.log(2), 2)]
    assert [published_apart(company, n) for n in (0, 1)] == [1, 2]
    assert [contested(company, n) for n in (0, 1)] == pytest.approx([(0.9 + 0.5) / (2 + FEW)] * 2)
    assert [p.two for p in weighed(pairs, rank)] == [b, c]


def test_of_a_pair_it_is_weighed_what_brings_up_to_date_and_what_a_headline_says() -> None:
    title = factory.paragraph("Tunnel under the citadel is finished", kind="headline")
    first = report("one", title.text)
    first = replace(first, paragraphs=(title, *report("one", f"{title.text}\n{FILLER}").paragraphs[1:]))
    other = report("two", OTHER)
    headline, own, *_ = story(first, other).sentences.told
    late = story(first, other).sentences.told[-1]
    shares = (0.2, 0.0, 0.1, 0.0, 0.7), (0.2, 0.0, 0.7, 0.0, 0.1)
    pairs = [Compared(one, late, row) for one, row in zip((headline, own), shares, strict=True)]
    company = Company(pairs, {first.id: 0, other.id: 1})
    assert superseded(company, 0) > 0 > superseded(company, 1)
    assert [with_headline(company, n) for n in (0, 1)] == [1, 0]


@pytest.mark.parametrize(
    ("one", "two", "both", "other_kinds", "same"),
    [
        (counted("Divers raised 4 boats", "4 boats", 4), counted("Divers raised 5 boats", "5 boats", 5), 1, 0, 0),
        (counted("Divers raised 4 boats", "4 boats", 4), counted("There were 4 boats", "4 boats", 4), 1, 0, 1),
        (counted("Divers raised 4 boats", "4 boats", 4), counted("It is 4 km off", "4 km", 4, unit="km"), 1, 1, 0),
        (counted("Some 4 died", "4 died", 4, noun=None, of="dead"),
         counted("Another 4 were hurt", "4 were hurt", 4, noun=None, of="injured"), 1, 1, 0),
        (counted("Divers raised 4 boats", "4 boats", 4),
         counted("Divers raised many boats", "many", 9, None, vague="many"), 0, 0, 0),
    ],
)  # fmt: skip
def test_figures_are_held_against_those_of_their_kind(
    one: Said, two: Said, both: float, other_kinds: float, same: float
) -> None:
    corpus = typed_story(Report("one", (one,)), Report("two", (two,)))
    first = [next(s for s in corpus.sentences.told if s.claims and s.article == a.id) for a in corpus.articles]
    company = Company([Compared(first[0], first[1], (0.5, 0.0, 0.5, 0.0, 0.0))], corpus.rank)
    told = [sign(company, 0) for sign in (figures_in_both, figures_of_other_kinds, same_figures)]
    assert told == [both, other_kinds, same]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("The minister's staff left the treaty of 1977.", "The treaty of 1977 was left by the minister's staff.",
         ["minister's staff left", "treaty of 1977"]),
        ("The president did not sign the treaty on Friday.", "The president signed the treaty on a ship.",
         ["president", "sign"]),
        ("Iran said that nobody warned Iran.", "Iran rejected the offer.", []),
        ("A loan was repaid.", "The loan is open.", []),
        ("Bakers raised the price of bread.", "A comet was seen over the bay.", []),
    ],
)  # fmt: skip
def test_what_two_sentences_are_about_is_told_in_words_that_both_have(one: str, two: str, found: list[str]) -> None:
    first, other = story(report("one", one), report("two", two)).sentences.told
    assert shared(first, other) == found


def test_figures_are_told_apart_where_they_count_one_kind_of_thing() -> None:
    four, five = (counted(f"Divers raised {n} boats", f"{n} boats", n) for n in (4, 5))
    far, farther, way = (
        counted(f"It is {n} {u} off", f"{n} {u}", n, unit=u) for n, u in ((9, "km"), (7, "mi"), (40, "km"))
    )
    some = counted("Two of the boats were raised", "Two of the boats", 2)
    near = counted("It is nearly 9 km off", "nearly 9 km", 0, 9, unit="km")
    pairs = ((four, five, "number"), (four, far, None), (four, four, None), (far, farther, "number"), (far, way, None),
             (some, five, None), (near, far, "number"), (near, way, None))  # fmt: skip
    for one, two, kind in pairs:
        corpus = typed_story(Report("one", (one,)), Report("two", (two,)))
        first, other = (
            next(s for s in corpus.sentences.told if s.claims and s.article == a.id) for a in corpus.articles
        )
        assert parted(first, other).kind == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("2026-01-13T13:42Z", "2026-01-13T10:42", None),
        ("2026-01-13T10:42", "2026-01-13T11:10", "date"),
        ("2026-01-13T10:42:00+09:00", "2026-01-13T07:12:00+05:30", None),
        ("2026-01-13T10:42", "2026-01-13", None),
        ("2026-01-13", "2026-01-14", "date"),
    ],
)
def test_hours_of_two_clocks_part_no_sentences(one: str, other: str, kind: str | None) -> None:
    said = [
        Said(words, more={"time": replace(told.when(edtf[:10]), edtf=edtf)})
        for words, edtf in (("Divers went down", one), ("Divers went under", other))
    ]
    corpus = typed_story(Report("one", said[:1]), Report("two", said[1:]))
    first, second = (next(s for s in corpus.sentences.told if s.claims and s.article == a.id) for a in corpus.articles)
    assert parted(first, second).kind == kind


@pytest.mark.parametrize(
    ("other", "slots", "kind"),
    [
        ("Divers did not look under the pier", {"polarity": "no"}, "polarity"),
        ("Ferry tickets were not sold", {"polarity": "no"}, None),
        ("Divers will look under the pier", {"future": True}, "status"),
        ("Ferry tickets will be paid back", {"future": True}, None),
    ],
)
def test_what_the_other_does_not_speak_of_parts_no_sentences(other: str, slots: dict[str, Any], kind: str) -> None:
    said = Said("Divers looked under the pier"), Said(other, more=slots)
    corpus = typed_story(Report("one", said[:1]), Report("two", said[1:]))
    first, second = (next(s for s in corpus.sentences.told if s.claims and s.article == a.id) for a in corpus.articles)
    assert parted(first, second).kind == parted(second, first).kind == kind


def test_a_conflict_must_be_likelier_than_other_rows() -> None:
    four, five = (counted(f"Divers raised {n} boats", f"{n} boats", n) for n in (4, 5))
    corpus = typed_story(Report("one", (four,)), Report("two", (five,)))
    one, two = (next(s for s in corpus.sentences.told if s.claims and s.article == a.id) for a in corpus.articles)
    for likely, verdict in ((CONFLICT + 0.01, "conflict"), (CONFLICT - 0.01, "compatible")):
        pair = Compared(one, two, (1 - likely, 0.0, likely, 0.0, 0.0), likely)
        (row,) = compared_differences(corpus, [pair], [])
        assert (row.kind, row.verdict) == ("number", verdict)
