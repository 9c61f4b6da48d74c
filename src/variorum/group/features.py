"""Why two reports may tell one event: small functions, each giving a score and the reason a reader sees."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from variorum.group.terms import (
    KEPT,
    Usage,
    Vector,
    Weights,
    cosine,
    headline_of,
    is_number,
    lead_vector_of,
    vector_of,
)
from variorum.group.words import LANGUAGE, body_paragraphs
from variorum.lang import table
from variorum.model.article import Article
from variorum.model.story import Finding

LEAD_PART, HEADLINE_PART = 0.2, 0.1
"""How much the openings and the headlines count beside the whole reports, which count 1."""
FRESH_DAYS, LAST_DAY = 3, 30
"""Reports up to ``FRESH_DAYS`` apart lose nothing for it; those ``LAST_DAY`` or more apart tell two events."""
OTHER_DAY = 0.75
NAMES_ENOUGH, STRANGERS = 3, 0.2
"""When both name at least so many and have none in common, likeness counts only this much."""
NEAR_DAYS = 14
"""A date further than this from the report's own day is not the day of its event."""
SHORT_POWER, SHORT_MOST = 0.1, 1.6
REWRITE_BONUS, PASSAGES_BONUS = 0.05, 0.1
_OPENING = 700
"""Characters of the body in which the day of the event itself is looked for."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the features look at.

    Attributes:
        words, lead: weighted terms of the whole, and of headline and lead alone.
        headline: the share of the headline that each of its terms makes.
        names: those of ``words`` that are names.
        first, last: the days of the earliest and latest of the copies; None when no copy has a day.
        named: calendar days named in headline or opening that may be the event's, as (month, day).
    """

    words: Vector
    lead: Vector
    headline: Vector
    names: frozenset[str]
    first: dt.date | None
    last: dt.date | None
    named: frozenset[tuple[int, int]]


def profile_of(article: Article, usage: Usage, weights: Weights, days: Sequence[dt.date]) -> Profile:
    """The profile of a report, with the days of all its copies."""
    words = vector_of(usage, weights)
    return Profile(
        words,
        lead_vector_of(usage, weights),
        headline_of(usage, weights),
        frozenset(term for term in words if weights.is_name(term) and not is_number(term)),
        min(days, default=None),
        max(days, default=None),
        named_days(article),
    )


def same_names(one: Profile, two: Profile) -> Finding:
    """They name the same people and places that few other reports name. Part of the cosine of all their words."""
    return _part("names", one, two, lambda term: term in one.names or term in two.names, "name")


def same_numbers(one: Profile, two: Profile) -> Finding:
    """They give the same figures. Part of the cosine of all their words."""
    return _part("numbers", one, two, is_number, "give the figure")


def same_words(one: Profile, two: Profile) -> Finding:
    """They use the same rare words. Part of the cosine of all their words."""
    return _part(
        "words", one, two, lambda term: not (is_number(term) or term in one.names or term in two.names), "have"
    )


def same_lead(one: Profile, two: Profile) -> Finding:
    """Their headlines and leads use the same names and rare words."""
    return Finding("lead", cosine(one.lead, two.lead), f"both open with {_listed(one.lead, two.lead)}")


def told_headline(one: Profile, two: Profile) -> Finding:
    """One tells what stands in the other's headline. 0 to 1; the greater of the two ways."""
    told = max((one, two), (two, one), key=lambda pair: _told(*pair))
    words = {term: share for term, share in told[0].headline.items() if term in told[1].words}
    return Finding("headline", _told(*told), f"one tells of the other's headline {_listed(words, words)}")


def shortness(one: Profile, two: Profile) -> Finding:
    """Short reports have fewer words to agree on. A factor, 1 for two long ones."""
    return Finding("length", _shortness(one, two), f"{len(one.words)} and {len(two.words)} telling words")


def strangers(one: Profile, two: Profile) -> Finding:
    """They name some person or place in common. A factor: less than 1 when each names several and they share none."""
    if min(len(one.names), len(two.names)) < NAMES_ENOUGH:
        return Finding("strangers", 1.0, "one names hardly anybody")
    if not one.names.isdisjoint(two.names):
        return Finding("strangers", 1.0, f"{len(one.names & two.names)} names in common")
    return Finding("strangers", STRANGERS, "they have no name in common")


def days_apart(one: Profile, two: Profile) -> Finding:
    """They were published close in time. A factor, 0 to 1; 1 when a day is unknown."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return Finding("days", 1.0, "the day of one is unknown")
    gap = max((two.first - one.last).days, (one.first - two.last).days, 0)
    factor = 1.0 if gap <= FRESH_DAYS else max(0.0, 1.0 - (gap - FRESH_DAYS) / (LAST_DAY - FRESH_DAYS)) ** 1.5
    return Finding("days", factor, f"published {gap} days apart")


def same_dates(one: Profile, two: Profile) -> Finding:
    """Their headlines and openings do not name other calendar days. A factor."""
    if not one.named or not two.named:
        return Finding("dates", 1.0, "one names no date in its opening")
    if one.named & two.named:
        month, day = min(one.named & two.named)
        return Finding("dates", 1.0, f"both speak of day {day} of month {month}")
    return Finding("dates", OTHER_DAY, "their openings name different dates")


def likeness(one: Profile, two: Profile, bonus: float = 0.0) -> float:
    """How likely the two tell one event, 0 to about 1: words, lead and headline, for length, names, days and dates.

    Args:
        one: a report.
        two: another.
        bonus: what lineage adds to what they have in common (passages of one in the other, one named by the other).
    """
    factor = days_apart(one, two).score
    if not factor:
        return 0.0
    matter = (cosine(one.words, two.words) + LEAD_PART * cosine(one.lead, two.lead)) / (1.0 + LEAD_PART)
    if one.headline or two.headline:
        told = max(_told(one, two), _told(two, one))
        matter = (matter + HEADLINE_PART * told) / (1.0 + HEADLINE_PART)
    matter = matter * _shortness(one, two) + bonus
    return matter * factor * same_dates(one, two).score * strangers(one, two).score


def findings(one: Profile, two: Profile) -> tuple[Finding, ...]:
    """Each feature's score and reason: why the two are, or are not, in one story."""
    features = (
        same_names, same_numbers, same_words, same_lead, told_headline, shortness, strangers, days_apart, same_dates,
    )  # fmt: skip
    return tuple(feature(one, two) for feature in features)


def telling(one: Profile, two: Profile) -> tuple[Finding, ...]:
    """What speaks for or against their telling one event, the weightiest first, without features that say nothing."""
    factors = ("length", "strangers", "days", "dates")
    found = [replace(f, score=round(f.score, 4)) for f in findings(one, two)]
    for_it = sorted((f for f in found if f.feature not in factors and f.score > 0), key=lambda f: (-f.score, f.feature))
    return (*for_it, *(f for f in found if f.feature in factors[1:] and (f.score < 1.0 or f.feature == "days")))


def _part(feature: str, one: Profile, two: Profile, counts: Callable[[str], bool], verb: str) -> Finding:
    """What the terms of one sort, when both have them, make of the cosine."""
    shared = {term: weight for term, weight in one.words.items() if term in two.words and counts(term)}
    score = sum(weight * two.words[term] for term, weight in shared.items())
    return Finding(feature, score, f"both {verb} {_listed(shared, two.words)}")


def _told(one: Profile, two: Profile) -> float:
    """The share of the first one's headline that stands in the second one's text."""
    return sum([share for term, share in one.headline.items() if term in two.words])


def _shortness(one: Profile, two: Profile) -> float:
    """Terms in common grow with both lengths; some of that is made good, up to ``SHORT_MOST``."""
    full = math.sqrt(max(1, len(one.words)) * max(1, len(two.words))) / KEPT
    return min(SHORT_MOST, math.pow(1.0 / full, SHORT_POWER))


def mostly_same(names: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether at least half of the names of the report with fewer names stand in the other."""
    return 2 * len(names & others) >= min(len(names), len(others))


def same_time(one: dt.date | None, two: dt.date | None) -> bool:
    """Whether two reports' days, if known, lie near enough to tell one event."""
    return one is None or two is None or abs((one - two).days) < LAST_DAY


def named_days(article: Article) -> frozenset[tuple[int, int]]:
    """The calendar days named in a report's headline and opening, as (month, day).

    Datelines are left out, and so are days more than ``NEAR_DAYS`` from the report's own.
    """
    text = " ".join([article.title or "", *(p.text for p in body_paragraphs(article))])[:_OPENING]
    if article.dateline and article.dateline.date:
        text = text.replace(article.text[article.dateline.span.start : article.dateline.span.end], " ")
    found = {
        (_months()[match["month"].casefold()], int(match["before"] or match["after"]))
        for match in _day_pattern().finditer(text)
    }
    return frozenset(f for f in found if _may_be_its_day(f, article.day))


def _may_be_its_day(named: tuple[int, int], own: dt.date | None) -> bool:
    """Whether a month and day make a date that lies near the report's own day, if that is known."""
    try:
        day = dt.date(own.year if own else 2000, *named)
    except ValueError:
        return False
    return own is None or min(abs((day - own).days), 365 - abs((day - own).days)) <= NEAR_DAYS


@cache
def _months() -> dict[str, int]:
    rows: dict[str, list[str]] = table(LANGUAGE, "group")["months"]
    return {name: int(number) for number, names in rows.items() for name in names}


@cache
def _day_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{names})\b\.?"
        r"(?(before)|\s(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!,? ?%))",
        re.IGNORECASE,
    )


def _listed(one: Vector, two: Vector) -> str:
    """The words that weigh most in both."""
    shared = sorted(one.keys() & two.keys(), key=lambda t: (-one[t] * two[t], t))
    return ", ".join(f"“{t}”" for t in shared[:5]) or "nothing telling"
