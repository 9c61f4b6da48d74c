"""The day of a feast in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from math import radians, sin

DAY = dt.timedelta(days=1)


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The n-th ISO weekday of a month; -1 is the last."""
    if n < 0:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return following - DAY * ((following.isoweekday() - weekday - 1) % 7 + 1)
    first = dt.date(year, month, 1)
    return first + DAY * ((weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def new_moon(lunation: int) -> dt.datetime:
    """The lunation-th new moon after that of 6 January 2000, in UTC, to within an hour (Meeus 1998, chapter 49)."""
    t = lunation / 1236.85
    julian = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * t * t
    sun = radians(2.5534 + 29.1053567 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation)
    node = radians(160.7108 + 390.67050284 * lunation)
    julian += -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    julian += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return dt.datetime(2000, 1, 1, 12) + dt.timedelta(days=julian - 2451545.0)


def lunar_new_year(year: int) -> dt.date:
    """The day, in China, of the new moon that falls from 21 January to 20 February; Korea and Vietnam keep the same."""
    lunation = int((year - 2000) * 12.3685) - 1
    while (day := (new_moon(lunation) + dt.timedelta(hours=8)).date()) < dt.date(year, 1, 21):
        lunation += 1
    return day


def _after_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + DAY * days


def _nth(month: int, weekday: int, n: int, plus: int = 0) -> Callable[[int], dt.date]:
    return lambda year: nth_weekday(year, month, weekday, n) + DAY * plus


RULES: dict[str, Callable[[int], dt.date]] = {
    "easter": easter,
    "ash_wednesday": _after_easter(-46),
    "palm_sunday": _after_easter(-7),
    "maundy_thursday": _after_easter(-3),
    "good_friday": _after_easter(-2),
    "holy_saturday": _after_easter(-1),
    "easter_monday": _after_easter(1),
    "ascension": _after_easter(39),
    "pentecost": _after_easter(49),
    "whit_monday": _after_easter(50),
    "corpus_christi": _after_easter(60),
    "king_day": _nth(1, 1, 3),
    "presidents_day": _nth(2, 1, 3),
    "mothers_day": _nth(5, 7, 2),
    "memorial_day": _nth(5, 1, -1),
    "fathers_day": _nth(6, 7, 3),
    "labor_day": _nth(9, 1, 1),
    "columbus_day": _nth(10, 1, 2),
    "election_day": _nth(11, 1, 1, plus=1),
    "thanksgiving": _nth(11, 4, 4),
    "black_friday": _nth(11, 4, 4, plus=1),
    "lunar_new_year": lunar_new_year,
    "cyber_monday": _nth(11, 4, 4, plus=4),
}
"""Movable feasts by rule: those counted from Western Easter, US holidays fixed by weekday, the Lunar New Year.

The feasts of Islam are left out: their days are announced by sight of the moon, and differ by country.
"""


def feast_day(key: str | tuple[int, int], year: int) -> dt.date | None:
    """The feast's day in the year; None for a feast whose day no rule here gives."""
    if isinstance(key, tuple):
        return dt.date(year, *key)
    rule = RULES.get(key)
    return rule(year) if rule else None
