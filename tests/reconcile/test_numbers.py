from __future__ import annotations

import pytest

from tests.reconcile import told
from variorum.model.reading import Mention, Reading
from variorum.model.record import Difference
from variorum.reconcile.align import aligned
from variorum.reconcile.corpus import build_corpus
from variorum.reconcile.differences.number_questions import number_differences
from variorum.reconcile.differences.numbers import relation
from variorum.reconcile.differences.tolls import EXCLUSIVE
from variorum.reconcile.figures import figures
from variorum.reconcile.rounding import agree

EARLY = told.report("early", "At least 7 people died in the fire.", "2026-01-12T08:00")
LATE = told.report("late", "The fire killed 19 people.", "2026-01-12T20:00")
LOW = told.report("low", "The fire killed 12 people.", "2026-01-13T20:00")
MANY = told.report("many", "Many people died in the fire.", "2026-01-13T20:00")


def toll(report: told.Article, words: str, low: float, high: float | None = -1, vague: str | None = None) -> told.Claim:
    figure = told.number(report, words, low, high, of="dead", vague=vague)
    return told.claim(report, words, ["fire", "die"], quantities=(figure,))


def found(*claims: tuple[told.Article, told.Claim]) -> list[Difference]:
    articles = {a.id: a for a, _ in claims}
    corpus = told.corpus([(a, [], [c for b, c in claims if b is a]) for a in articles.values()])
    return number_differences(corpus, figures(corpus, aligned(corpus, [])))


def test_a_toll_that_rises_is_superseded() -> None:
    [row] = found((EARLY, toll(EARLY, "7 people", 7)), (LATE, toll(LATE, "19 people", 19)))
    assert (row.verdict, [p.value for p in row.positions]) == ("superseded", ["7 people", "19 people"])


def test_a_later_lower_toll_is_a_conflict() -> None:
    [row] = found((LATE, toll(LATE, "19 people", 19)), (LOW, toll(LOW, "12 people", 12)))
    assert row.verdict == "conflict"


def test_of_one_day_a_higher_toll_is_the_later_unless_two_people_count() -> None:
    first = told.report("first", "At least 7 people died in the fire.", "2026-01-12")
    second = told.report("second", "The fire killed 19 people.", "2026-01-12")
    [row] = found((first, toll(first, "7 people", 7)), (second, toll(second, "19 people", 19)))
    assert row.verdict == "superseded"
    rival = [told.replace(toll(r, w, n), holder=h) for r, w, n, h in
        ((first, "7 people", 7, "The mayor"), (second, "19 people", 19, "The police"))]  # fmt: skip
    [row] = found((first, rival[0]), (second, rival[1]))
    assert row.verdict == "conflict"


def test_tolls_far_apart_are_of_two_things_unless_two_people_dispute_them() -> None:
    wave = told.report("wave", "The fire killed 190 people.", "2026-01-13T20:00")
    one, other = toll(LATE, "19 people", 19), toll(wave, "190 people", 190)
    lower = told.report("lower", "The fire killed 3 people.", "2026-01-14T20:00")
    assert found((LATE, one), (lower, toll(lower, "3 people", 3))) == []
    said = [told.replace(c, holder=h) for c, h in ((toll(lower, "3 people", 3), "The army"), (other, "The mayor"))]
    [row] = found((wave, said[1]), (lower, said[0]))
    assert row.verdict == "conflict"


@pytest.mark.parametrize(
    ("first", "beside", "verdicts"),
    [
        ("two sailors", None, ["superseded"]),
        ("two sailors", "five civilians", ["compatible"]),
        ("two Chilean sailors", None, ["compatible"]),
    ],
)
def test_one_sort_that_is_all_a_report_tells_of_is_its_toll(
    first: str, beside: str | None, verdicts: list[str]
) -> None:
    text = f"The fire killed {first}" + (f" and {beside}." if beside else ".")
    early = told.report("early", text, "2026-01-12T08:00")
    figures_told = [told.number(early, first, 2, of="dead", noun="soldier")]
    figures_told += [told.number(early, beside, 5, of="dead", noun="civilian")] if beside else []
    claim = told.claim(early, text[:-1], ["fire", "kill"], quantities=tuple(figures_told))
    later = toll(LATE, "19 people", 19)
    chile = told.entity("chile", "Chile", "country", "cl")
    named = (
        Mention(told.cite(early, "Chilean"), "chile", "country", "adjective", 0, 0, 1) if "Chilean" in first else None
    )
    readings = [Reading(early.id, (), (named,) if named else (), (), (), (), (claim,), ()),
                Reading(LATE.id, (), (), (), (), (), (later,), ())]  # fmt: skip
    corpus = build_corpus([early, LATE], readings, [chile], {})
    rows = number_differences(corpus, figures(corpus, aligned(corpus, [])))
    assert [row.verdict for row in rows if row.question == "How many died?"] == verdicts


def test_a_sort_that_another_report_counts_beside_others_is_no_toll() -> None:
    early = told.report("early", "The fire killed two sailors.", "2026-01-12T08:00")
    both = told.report("both", "The fire killed 19 people, among them two sailors.", "2026-01-12T20:00")
    counts = [told.number(early, "two sailors", 2, of="dead", noun="soldier")]
    more = [
        told.number(both, "19 people", 19, of="dead"),
        told.number(both, "two sailors", 2, of="dead", noun="soldier"),
    ]
    one, two = (
        told.claim(r, r.text[:-1], ["fire", "kill"], quantities=tuple(qs)) for r, qs in ((early, counts), (both, more))
    )
    assert "superseded" not in {row.verdict for row in found((early, one), (both, two))}


@pytest.mark.parametrize(
    ("first", "last"),
    [("five people", "Three sailors"), ("19 people", "Three sailors"), ("two women", "Three sailors")],
)
def test_a_sort_that_does_not_fit_among_the_tolls_is_none(first: str, last: str) -> None:
    values = {"five people": (5, "people"), "19 people": (19, "people"), "two women": (2, "woman"),
              "Three sailors": (3, "soldier")}  # fmt: skip
    rows = []
    for name, words, day in (("early", first, "2026-01-12T08:00"), ("late", last, "2026-01-12T20:00")):
        report = told.report(name, f"{words} died in the fire.", day)
        low, noun = values[words]
        figure = told.number(report, words, low, of="dead", noun=noun)
        rows.append((report, told.claim(report, report.text[:-1], ["fire", "die"], quantities=(figure,))))
    assert {row.verdict for row in found(*rows)} <= {"compatible"}


def test_nobody_is_superseded_however_often_it_is_recalled() -> None:
    first = told.report("first", "Nobody died in the fire.", "2026-01-12T08:00")
    last = told.report("last", "The fire killed 19 people. Nobody died, it was said at first.", "2026-01-12T20:00")
    before = first, toll(first, "Nobody", 0)
    after = (last, toll(last, "19 people", 19)), (last, toll(last, "Nobody", 0))
    assert [row.verdict for row in found(before, *after)] == ["superseded"]
    assert found(*after) == []
    rival = last, told.replace(after[1][1], holder="The mayor")
    assert [row.verdict for row in found(before, after[0], rival)] == ["conflict"]


def test_many_against_a_figure_is_precision() -> None:
    [row] = found((LATE, toll(LATE, "19 people", 19)), (MANY, toll(MANY, "Many people", 3, None, "many")))
    assert (row.kind, row.verdict) == ("granularity", "compatible")


def test_at_least_seven_is_superseded_by_a_later_nineteen_and_agrees_with_one_of_the_same_hour() -> None:
    [row] = found((EARLY, toll(EARLY, "At least 7 people", 7, None)), (LATE, toll(LATE, "19 people", 19)))
    assert row.verdict == "superseded"
    hour = told.report("hour", "The fire killed 19 people.", "2026-01-12T08:00")
    [row] = found((EARLY, toll(EARLY, "At least 7 people", 7, None)), (hour, toll(hour, "19 people", 19)))
    assert row.verdict == "compatible"


def test_the_same_figure_is_no_difference() -> None:
    assert found((EARLY, toll(EARLY, "7 people", 7)), (LATE, toll(LATE, "19 people", 7))) == []


def count(report: told.Article, words: str, low: float, subject: str | None) -> told.Claim:
    figure = told.number(report, words, low, noun="boat")
    return told.claim(report, words, ["fleet", "buy", "boat"], quantities=(figure,), subject_entity=subject)


def test_a_count_that_differs_in_one_fact_is_a_conflict_unless_somebody_elses() -> None:
    one, two = told.report("one", "Porto buys 4 boats."), told.report("two", "Lyon buys 6 boats.")
    [row] = found((one, count(one, "4 boats", 4, "porto")), (two, count(two, "6 boats", 6, "porto")))
    assert row.verdict == "conflict"
    [row] = found((one, count(one, "4 boats", 4, "porto")), (two, count(two, "6 boats", 6, "lyon")))
    assert row.verdict == "compatible"


def test_seats_of_one_party_are_superseded_while_an_election_goes_on() -> None:
    first = told.report("first", "The League has 98 seats in the vote.", "2026-10-18")
    last = told.report("last", "The League has 104 seats in the vote.", "2026-10-19")
    rows = []
    for report, words, value in ((first, "98 seats", 98), (last, "104 seats", 104)):
        seats = told.number(report, words, value, noun="seat")
        claim = told.claim(report, words, ["seat"], quantities=(seats,), subject="The League", predicate="have")
        vote = told.event(report, report.text[:-1], "vote", kind="election", family="election")
        rows.append((report, [vote], [claim]))
    corpus = told.corpus(rows)
    [row] = number_differences(corpus, figures(corpus, aligned(corpus, [])))
    assert (row.question, row.verdict) == ("League: 98 seats or 104 seats?", "superseded")


def counted(name: str, text: str, shown: str, n: float, **more: object) -> Pair:
    """A report of one sentence, with what it counts: ``noun`` and ``of`` are the figure's, all else the claim's."""
    article = told.report(name, text, "2026-01-12T08:00")
    figure = told.number(article, shown, n, noun=more.pop("noun"), of=more.pop("of", None), unit=more.pop("unit", None))
    return article, told.claim(article, text.rstrip("."), ["square", "signed"], quantities=(figure,), **more)


Pair = tuple[told.Article, told.Claim]


def test_families_are_never_set_against_people_nor_agreements_against_documents() -> None:
    families = counted("one", "Some 640 families were moved to the school.", "640 families", 640, noun="family")
    people = counted("two", "Some 900 people were moved to the school.", "900 people", 900, noun="people")
    assert not any(row.verdict == "conflict" for row in found(families, people))
    four = counted("one", "The ministers signed four agreements.", "four agreements", 4, noun="agreement")
    six = counted("two", "The ministers signed six documents.", "six documents", 6, noun="document")
    assert {row.verdict for row in found(four, six)} <= {"compatible"}


def test_rounded_figures_are_off_by_a_twentieth_at_most() -> None:
    about = counted("one", "About 300 trucks blocked the square.", "About 300 trucks", 300, noun="truck")
    near = counted("two", "There were 312 trucks on the square.", "312 trucks", 312, noun="truck")
    far = counted("two", "There were 340 trucks on the square.", "340 trucks", 340, noun="truck")
    one, two, three = (figures(told.corpus([(a, [], [c])]), [])[0] for a, c in (about, near, far))
    assert agree(one, two)
    assert not agree(one, three)


def test_what_a_vessel_may_hold_is_not_what_it_held() -> None:
    [figure] = figures(told.corpus([(a, [], [c]) for a, c in [
        counted("one", "The ferry was licensed for 200 people.", "200 people", 200, noun="people")]]), [])  # fmt: skip
    assert figure.scope == "capacity"


def test_some_of_the_injured_who_are_flown_home_are_no_toll() -> None:
    flown, hurt = (
        counted("one", "A plane flew 14 injured people home.", "14 injured people", 14, noun="people", of="injured",
            predicate="fly"),
        counted("two", "In all 34 people were hurt.", "34 people", 34, noun="people", of="injured", predicate="hurt"),
    )  # fmt: skip
    assert found(flown, hurt) == []


def test_a_sum_that_will_be_paid_is_no_target() -> None:
    promised, given, reached = (
        counted(name, f"Families {verb} {n} rupees.", f"{n} rupees", n, noun="rupee", unit="INR", **more)
        for name, verb, n, more in (
            ("one", "will receive", 2000, {"predicate": "receive", "future": True}),
            ("two", "receive", 1500, {"predicate": "receive"}),
            ("one", "will reach", 2000, {"predicate": "reach", "future": True}),
        )
    )

    def stand(*pair: Pair) -> str:
        corpus = told.corpus([(a, [], [c]) for a, c in pair])
        return relation(corpus, *figures(corpus, [])).why

    assert stand(given, promised) == EXCLUSIVE
    assert "target" in stand(given, reached)
