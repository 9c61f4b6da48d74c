import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.time import Grain
from variorum.read.times.feasts import RULES, easter, feast_day
from variorum.read.times.period import FINENESS, Period, finer

GRAINS: list[Grain] = [
    "day", "week", "weekend", "month", "quarter", "half_year", "season", "year", "decade", "century",
]  # fmt: skip
DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1))


@given(DAYS, st.sampled_from(GRAINS), st.integers(-9, 9))
def test_steps_are_undone_by_steps_back(day: dt.date, grain: Grain, steps: int) -> None:
    period = Period.around(day, grain)
    assert period.shift(steps).shift(-steps) == period


@given(DAYS, st.sampled_from([g for g in GRAINS if g != "weekend"]))
def test_periods_of_a_grain_tile_the_calendar(day: dt.date, grain: Grain) -> None:
    period = Period.around(day, grain)
    assert period.start <= day <= period.end
    assert period.shift(1).start - period.end == dt.timedelta(days=1)


@given(DAYS, st.sampled_from(GRAINS))
def test_the_three_parts_lie_within_and_in_order(day: dt.date, grain: Grain) -> None:
    period = Period.around(day, grain)
    start, mid, end = (period.part(m) for m in ("START", "MID", "END"))
    assert start.start == period.start and end.end == period.end
    assert start.start <= mid.start <= end.start


@pytest.mark.parametrize(
    ("day", "grain", "value"),
    [
        ("2008-09-04", "week", "2008-W36"), ("2010-01-28", "weekend", "2010-W04-WE"),
        ("2010-02-01", "season", "2009-WI"),
        ("2010-12-01", "season", "2010-WI"), ("2010-07-01", "half_year", "2010-H2"), ("1987-10-19", "decade", "198"),
        ("1987-10-19", "century", "19"), ("2021-01-03", "week", "2020-W53"),
    ],
)  # fmt: skip
def test_values(day: str, grain: Grain, value: str) -> None:
    assert Period.around(dt.date.fromisoformat(day), grain).value == value


def test_a_month_on_from_the_31st_is_the_last() -> None:
    assert Period(dt.date(2026, 1, 31), "day").shift_by("month", 1).start == dt.date(2026, 2, 28)


def test_grains_are_ordered() -> None:
    assert finer("day", "week") and not finer("week", "week") and list(FINENESS).index("century") == len(FINENESS) - 1


@pytest.mark.parametrize("day", ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2025-04-20", "2038-04-25"])
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("thanksgiving", "2025-11-27"), ("labor_day", "2025-09-01"), ("memorial_day", "2025-05-26"),
        ("good_friday", "2025-04-18"), ("election_day", "2024-11-05"), ("king_day", "2026-01-19"),
        ("lunar_new_year", "2026-02-17"), ("lunar_new_year", "2025-01-29"), ("lunar_new_year", "1989-02-06"),
        ("lunar_new_year", "2000-02-05"), ("lunar_new_year", "2023-01-22"), ("lunar_new_year", "2015-02-19"),
    ],
)  # fmt: skip
def test_movable_feasts(key: str, day: str) -> None:
    assert feast_day(key, int(day[:4])) == dt.date.fromisoformat(day)


@given(st.sampled_from(sorted(RULES)), st.integers(1900, 2099))
def test_a_feast_lies_in_its_year(key: str, year: int) -> None:
    found = feast_day(key, year)
    assert found is None or found.year == year
