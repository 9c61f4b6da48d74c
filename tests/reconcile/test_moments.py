from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reconcile import told
from variorum.model.time import TimeExpression, TimexType
from variorum.reconcile.moments import Moment, moments, relation


def moment(text: str, words: str, value: str, day: str = "2026-05-04", end: str | None = None) -> Moment:
    """The moment of one report in which the words stand, of a time that means these days."""
    article = told.report("one", text, "2026-05-05")
    kind: TimexType = "TIME" if "T" in value else "DATE"
    time = TimeExpression(told.cite(article, words), told.when(day, end), "stated", kind, value)
    [found] = moments(article, [time])
    return found


def at(clock: str, text: str = "It sank at {}.", day: str = "2026-05-04") -> Moment:
    return moment(text.format(clock), clock, f"{day}T{clock}", day)


def test_a_day_in_a_month_lies_inside_it() -> None:
    month = moment("It began in May.", "May", "2026-05", "2026-05-01", "2026-05-31")
    assert relation(month, moment("It began on May 4.", "May 4", "2026-05-04")) == "inside"


def test_two_days_near_each_other_are_apart_and_years_between_days_are_not_of_one_thing() -> None:
    monday = moment("It began on Monday.", "Monday", "2026-05-04")
    assert relation(monday, moment("It began on May 6.", "May 6", "2026-05-06", "2026-05-06")) == "apart"
    assert relation(monday, moment("It began on May 6.", "May 6", "2024-05-06", "2024-05-06")) == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("06:40", "06:40", "same"),
        ("06:40", "06:43", "near"),
        ("06:40", "06:47", "apart"),
        ("06:13", "06:16", "apart"),
        ("06:15", "06:13", "near"),
        ("07:00", "06:46", "near"),
        ("07:00", "06:40", "apart"),
        ("06:40", "07:30", "apart"),
    ],
)
def test_clock_times_are_near_by_how_they_are_rounded(one: str, other: str, expected: str) -> None:
    assert relation(at(one), at(other)) == expected


def test_around_an_hour_reaches_further() -> None:
    assert relation(at("06:30", "It sank around {}."), at("06:45")) == "near"
    assert relation(at("06:40", "It sank around {}."), at("06:49")) == "near"
    assert relation(at("06:40", "It sank around {}."), at("06:53")) == "apart"


def test_one_minute_of_two_hours_is_shown_by_the_clocks_of_two_places() -> None:
    assert relation(at("08:44"), at("09:44")) == "zones"
    assert relation(at("08:40"), at("09:40")) == "apart"


def test_clocks_of_two_zones_may_show_one_moment() -> None:
    assert (
        relation(at("06:40", "It sank at {} local time."), at("21:40", "It sank at {} GMT.", "2026-05-03")) == "zones"
    )


def test_midnight_is_the_first_minute_of_the_day_or_its_last() -> None:
    midnight = moment("It began at midnight on Monday.", "midnight", "2026-05-04T24:00")
    assert relation(midnight, at("00:10")) == "near"
    assert relation(midnight, at("23:55")) == "near"


def test_a_last_day_agrees_with_a_day_before_it() -> None:
    last = moment("It must end by May 31.", "May 31", "2026-05-31", "2026-05-31")
    assert last.part == "by"
    assert relation(last, moment("It is to end on May 12.", "May 12", "2026-05-12", "2026-05-12")) == "inside"
    assert relation(last, moment("It is to end on June 2.", "June 2", "2026-06-02", "2026-06-02")) == "apart"


def test_what_came_after_a_day_is_not_dated_by_it() -> None:
    article = told.report("one", "It ended after Monday.", "2026-05-05")
    time = TimeExpression(told.cite(article, "Monday"), told.when("2026-05-04"), "stated", "DATE", "2026-05-04")
    assert moments(article, [time]) == []


def test_an_hour_and_its_day_are_one_moment() -> None:
    article = told.report("one", "It began at 10 p.m. on Monday.", "2026-05-05")
    times = [
        TimeExpression(told.cite(article, "10 p.m."), told.when("2026-05-04"), "stated", "TIME", "2026-05-04T22:00"),
        TimeExpression(told.cite(article, "Monday"), told.when("2026-05-04"), "stated", "DATE", "2026-05-04"),
    ]
    [found] = moments(article, times)
    assert (found.words, found.clock, found.clocked) == ("10 p.m. on Monday", (1320, 1320), True)


def test_a_clock_of_the_world_and_a_day_of_a_place_may_be_one_moment() -> None:
    world = moment("It sank at 2240 GMT on Monday.", "2240 GMT on Monday", "2026-05-04T22:40Z", "2026-05-04")
    assert relation(world, moment("It sank on Tuesday.", "Tuesday", "2026-05-05", "2026-05-05")) == "zones"
    assert relation(world, moment("It sank on Sunday.", "Sunday", "2026-05-03", "2026-05-03")) == "apart"


def test_a_conversion_in_brackets_gives_no_second_day() -> None:
    text = "It sank at 3:40 am on Tuesday (2240 GMT Monday)."
    article = told.report("one", text, "2026-05-05")
    times = [
        TimeExpression(told.cite(article, "3:40 am"), told.when("2026-05-05"), "stated", "TIME", "2026-05-05T03:40"),
        TimeExpression(
            told.cite(article, "2240 GMT Monday"), told.when("2026-05-04"), "stated", "TIME", "2026-05-04T22:40Z"
        ),
    ]
    [found] = moments(article, times)
    assert (found.days.start.isoformat(), found.words) == ("2026-05-05", "3:40 am")


def test_clocks_of_two_places_by_name_may_show_one_moment() -> None:
    one = at("15:02", "It was seen at {} on Monday, Kiribati time.")
    assert one.zone == "kiribati"
    assert relation(one, at("13:02", "The launch was at {} on Monday New Zealand time.")) == "zones"
    assert at("15:02", "It was seen at {} on Monday, the last time.").zone is None


def test_a_clock_without_a_day_is_no_other_hour_on_another_day() -> None:
    alone = moment("The clock stopped at 4.17 a.m.", "4.17 a.m.", "2026-05-08T04:17", "2026-05-08")
    assert relation(at("04:17", "It struck at {} on Monday."), replace(alone, dayless=True)) == "same"
    assert relation(at("09:30", "It struck at {} on Monday."), replace(alone, dayless=True)) == "unknown"
