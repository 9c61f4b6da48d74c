"""What a figure counts, whose it is, who gives it, and which figures answer one question."""

from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.record import Difference
from variorum.reconcile.align import aligned
from variorum.reconcile.differences.number_questions import number_differences
from variorum.reconcile.figures import Figure, figures, is_bare

Row = tuple[told.Article, list[told.Claim]]


def read(*rows: Row) -> list[Figure]:
    corpus = told.corpus([(a, [], claims) for a, claims in rows])
    return figures(corpus, aligned(corpus, []))


def differ(*rows: Row) -> list[Difference]:
    corpus = told.corpus([(a, [], claims) for a, claims in rows])
    return number_differences(corpus, figures(corpus, aligned(corpus, [])))


def marched(name: str, words: str, low: float, *, predicate: str = "march", **more: object) -> Row:
    report = told.report(name, f"{words} in Porto.")
    figure = told.number(report, str(more.pop("shown", words)), low, noun=more.pop("noun", "people"))
    return report, [told.claim(report, words, ["march", "porto"], predicate=predicate, quantities=(figure,), **more)]


def test_a_bare_figure_counts_what_the_one_before_it_counts() -> None:
    report = told.report("one", "The union said 9,000 people marched. The police counted 4,000.")
    first = told.number(report, "9,000 people", 9000)
    bare = told.number(report, "4,000", 4000, noun=None)
    claims = [
        told.claim(report, "9,000 people marched", ["march"], holder="The union", quantities=(first,)),
        told.claim(report, "The police counted 4,000", ["count"], subject="The police", predicate="count",
                   quantities=(bare,)),
    ]  # fmt: skip
    one, two = read((report, claims))
    assert (two.noun, two.against, two.voice) == ("person", one.quantity.cite, "The police")
    [row] = differ((report, claims))
    assert row.verdict == "conflict"
    assert [p.value for p in row.positions] == ["9,000 people (The union)", "4,000 (The police)"]


def test_a_bare_figure_with_nothing_before_it_stays_bare() -> None:
    report = told.report("one", "The police counted 4,000.")
    bare = told.number(report, "4,000", 4000, noun=None)
    [figure] = read((report, [told.claim(report, "counted 4,000", ["count"], quantities=(bare,))]))
    assert is_bare(figure)


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("Of the 34 dead, including nine children, most lived here.", "nine children", "part"),
        ("Twelve of them were hurt.", "Twelve of them", "part"),
        ("A Belgian is among twelve people who were hurt.", "twelve people", None),
        ("A Belgian is among the twelve people who were hurt.", "twelve people", None),
        ("Of the 34 dead, among them twelve children, most lived here.", "twelve children", "part"),
        ("Another 12 people were hurt.", "12 people", "more"),
        ("More than 12 people were hurt.", "More than 12 people", None),
        ("A total of 12 people were hurt.", "12 people", None),
    ],
)
def test_the_words_beside_a_figure_make_it_a_part_or_an_addition(text: str, words: str, scope: str | None) -> None:
    report = told.report("one", text)
    whole = (told.number(report, "34 dead", 34),) if "34 dead" in text else ()
    figures_told = (*whole, told.number(report, words, 12))
    [*_, last] = read((report, [told.claim(report, text[:-1], ["hurt"], quantities=figures_told)]))
    assert last.scope == scope


@pytest.mark.parametrize(("unit", "scope"), [(None, "part"), ("t", None)])
def test_what_is_told_beside_a_part_is_one_too_where_it_is_of_its_kind(unit: str | None, scope: str | None) -> None:
    text = "Two of the tanks leaked and nine drums."
    report = told.report("one", text)
    beside = told.number(report, "nine drums", 9, noun="drum", unit=unit)
    row = told.number(report, "Two of the tanks", 2, noun="tank"), beside
    [_, last] = read((report, [told.claim(report, text[:-1], ["tank", "leak"], quantities=row)]))
    assert last.scope == scope


def test_miles_and_kilometers_are_held_against_one_another() -> None:
    rows = []
    for name, words, low, unit in (("one", "420 miles", 420, "mi"), ("two", "680 kilometers", 680, "km")):
        report = told.report(name, f"The missile flew {words} over the sea.")
        figure = told.number(report, words, low, noun=None, unit=unit)
        rows.append((report, [told.claim(report, f"The missile flew {words} over the sea",
                                         ["missile", "fly", "sea"], predicate="fly", subject="The missile",
                                         quantities=(figure,))]))  # fmt: skip
    [row] = differ(*rows)
    assert (row.verdict, len(row.positions)) == ("compatible", 2)
    assert "units" in row.explanation


def lies(name: str, where: str, unit: str) -> Row:
    report = told.report(name, f"The camp lies {where}.")
    length, measure, *_ = where.split()
    figure = told.number(report, f"{length} {measure}", float(length), noun=None, unit=unit)
    return report, [told.claim(report, report.text[:-1], ["camp", "lie", "city"], predicate="lie", subject="The camp",
                               quantities=(figure,))]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "unit", "verdict"),
    [
        ("110 km north of the city", "97 km from the city", "km", "compatible"),
        ("110 km (68 miles) from the city", "97 km to the north of the city", "km", "compatible"),
        ("110 km from the city", "80 km from the city", "km", "conflict"),
        ("110 km from the city", "97 km up the city", "km", "conflict"),
        ("110 km of road off the city", "97 km of road off the city", "km", "conflict"),
        ("60 nmi from the city", "53 nmi from the city", "nmi", "conflict"),
    ],
)
def test_ways_on_land_may_be_told_longer_or_shorter(one: str, two: str, unit: str, verdict: str) -> None:
    [row] = differ(lies("one", one, unit), lies("two", two, unit))
    assert row.verdict == verdict


def test_what_one_report_gives_side_by_side_is_not_one_thing() -> None:
    one = marched("one", "Four boats", 4, shown="Four boats", noun="boat")
    two = marched("two", "Six boats", 6, shown="Six boats", noun="boat")
    assert [d.verdict for d in differ(one, two)] == ["conflict"]
    report = told.report("both", "Four boats went to Porto. Then six boats sailed to Faro.")
    both = [
        told.claim(report, words, ["sail"], sentence=told.cite(report, sentence),
                   quantities=(told.number(report, words, low, noun="boat"),))
        for words, low, sentence in (
            ("Four boats", 4, "Four boats went to Porto."), ("six boats", 6, "Then six boats sailed to Faro.")
        )
    ]  # fmt: skip
    assert not [d for d in differ(one, two, (report, both)) if d.verdict == "conflict"]


def test_a_forecast_is_superseded_and_a_target_is_no_conflict() -> None:
    early = told.report("early", "About 80 executives will fly to Porto.", "2026-01-12")
    late = told.report("late", "Sixty-two executives flew to Porto.", "2026-01-14")
    plan = told.claim(early, early.text[:-1], ["executive", "fly"], predicate="fly", future=True,
                      quantities=(told.number(early, "About 80 executives", 80, noun="executive"),))  # fmt: skip
    fact = told.claim(late, late.text[:-1], ["executive", "fly"], predicate="fly",
                      quantities=(told.number(late, "Sixty-two executives", 62, noun="executive"),))  # fmt: skip
    [row] = differ((early, [plan]), (late, [fact]))
    assert row.verdict == "superseded"
    assert "Sixty-two executives" in row.explanation


def sent(name: str, words: str, low: float, high: float | None, published: str) -> Row:
    report = told.report(name, f"{words} fought the fire in Porto.", published)
    figure = told.number(report, words, low, high, noun="firefighter")
    return report, [told.claim(report, report.text[:-1], ["fight", "fire", "porto"], predicate="fight",
                               quantities=(figure,))]  # fmt: skip


def test_a_higher_more_than_of_a_later_report_supersedes() -> None:
    first = sent("first", "More than 400 firefighters", 400, None, "2026-01-13")
    last = sent("last", "More than 900 firefighters", 900, None, "2026-01-14")
    assert [d.verdict for d in differ(first, last)] == ["superseded"]


@pytest.mark.parametrize(
    ("noun", "verb", "last", "verdict"),
    [
        ("case", "be", 31, "superseded"),
        ("case", "be", 11, "conflict"),
        ("case", "hear", 31, "conflict"),
        ("boat", "be", 31, "conflict"),
        ("firefighter", "send", 11, "superseded"),
        ("firefighter", "sue", 11, "conflict"),
    ],
)
def test_cases_add_up_and_firefighters_come_and_go(noun: str, verb: str, last: float, verdict: str) -> None:
    rows = []
    for name, low, day in (("first", 19, "2026-01-13"), ("last", last, "2026-01-14")):
        words = f"{low} {noun}s"
        report = told.report(name, f"{words} it was in Porto.", day)
        figure = told.number(report, words, low, noun=noun)
        rows.append((report, [told.claim(report, report.text[:-1], [noun, "porto"], predicate=verb,
                                         quantities=(figure,))]))  # fmt: skip
    assert [d.verdict for d in differ(*rows)] == [verdict]


def test_how_many_are_sent_is_another_number_every_day() -> None:
    first = sent("first", "900 firefighters", 900, 900, "2026-01-13")
    assert [d.verdict for d in differ(first, sent("next", "400 firefighters", 400, 400, "2026-01-14"))] == [
        "superseded"
    ]
    assert [d.verdict for d in differ(first, sent("same", "400 firefighters", 400, 400, "2026-01-13"))] == ["conflict"]
