"""Why two reports may tell one event: small functions, each giving a score and the reason a reader sees."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.group.terms import Usage, Vector, Weights, cosine, lead_vector_of, vector_of
from variorum.group.words import LANGUAGE, body_paragraphs
from variorum.lang import table
from variorum.model.article import Article

WORDS_PART, LEAD_PART = 0.6, 0.4
"""How much the whole reports and how much their headlines and leads count; they add up to 1."""
FRESH_DAYS, LAST_DAY = 3, 45
"""Reports up to ``FRESH_DAYS`` apart lose nothing for it; those ``LAST_DAY`` or more apart tell two events."""
OTHER_DAY, SAME_DAY = 0.8, 1.08
REWRITE_BONUS, PASSAGES_BONUS = 0.12, 0.2
_OPENING = 700
"""Characters of the body in which the day of the event itself is looked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature says of two reports."""

    feature: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the features look at.

    Attributes:
        words, lead: weighted terms of the whole, and of headline and lead alone.
        first, last: the days of the earliest and latest of the copies; None when no copy has a day.
        named: calendar days named in headline or opening, as (month, day).
    """

    words: Vector
    lead: Vector
    first: dt.date | None
    last: dt.date | None
    named: frozenset[tuple[int, int]]


def profile_of(article: Article, usage: Usage, weights: Weights, days: Sequence[dt.date]) -> Profile:
    """The profile of a report, with the days of all its copies."""
    return Profile(
        vector_of(usage, weights),
        lead_vector_of(usage, weights),
        min(days, default=None),
        max(days, default=None),
        named_days(article),
    )


def same_words(one: Profile, two: Profile) -> Finding:
    """They use the same names and rare words."""
    return Finding("words", cosine(one.words, two.words), f"both have {_common(one.words, two.words)}")


def same_lead(one: Profile, two: Profile) -> Finding:
    """Their headlines and leads use the same names and rare words."""
    return Finding("lead", cosine(one.lead, two.lead), f"both open with {_common(one.lead, two.lead)}")


def days_apart(one: Profile, two: Profile) -> Finding:
    """They were published close in time. A factor, 0 to 1; 1 when a day is unknown."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return Finding("days", 1.0, "the day of one is unknown")
    gap = max((two.first - one.last).days, (one.first - two.last).days, 0)
    factor = 1.0 if gap <= FRESH_DAYS else max(0.0, 1.0 - (gap - FRESH_DAYS) / (LAST_DAY - FRESH_DAYS)) ** 1.5
    return Finding("days", factor, f"published {gap} days apart")


def same_dates(one: Profile, two: Profile) -> Finding:
    """Their headlines and openings name the same calendar days, or others. A factor."""
    if not one.named or not two.named:
        return Finding("dates", 1.0, "one names no date in its opening")
    if one.named & two.named:
        month, day = min(one.named & two.named)
        return Finding("dates", SAME_DAY, f"both speak of day {day} of month {month}")
    return Finding("dates", OTHER_DAY, "their openings name different dates")


def likeness(one: Profile, two: Profile) -> float:
    """How likely the two tell one event, 0 to about 1: words and lead, lowered by days and dates."""
    factor = days_apart(one, two).score
    if not factor:
        return 0.0
    matter = WORDS_PART * cosine(one.words, two.words) + LEAD_PART * cosine(one.lead, two.lead)
    return matter * factor * same_dates(one, two).score


def findings(one: Profile, two: Profile) -> tuple[Finding, ...]:
    """Each feature's score and reason."""
    return tuple(feature(one, two) for feature in (same_words, same_lead, days_apart, same_dates))


def named_days(article: Article) -> frozenset[tuple[int, int]]:
    """The calendar days named in a report's headline and opening, as (month, day); datelines are left out."""
    text = " ".join([article.title or "", *(p.text for p in body_paragraphs(article))])[:_OPENING]
    if article.dateline and article.dateline.date:
        text = text.replace(article.text[article.dateline.span.start : article.dateline.span.end], " ")
    found = set()
    for match in _day_pattern().finditer(text):
        day = int(match["before"] or match["after"])
        if 1 <= day <= 31:
            found.add((_months()[match["month"].casefold()], day))
    return frozenset(found)


@cache
def _months() -> dict[str, int]:
    rows: dict[str, list[str]] = table(LANGUAGE, "group")["months"]
    return {name: int(number) for number, names in rows.items() for name in names}


@cache
def _day_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{names})\b\.?"
        r"(?(before)|\s(?P<after>\d{1,2})\b(?!,? ?%))",
        re.IGNORECASE,
    )


def _common(one: Vector, two: Vector) -> str:
    """The words that weigh most in both."""
    shared = sorted(one.keys() & two.keys(), key=lambda t: (-one[t] * two[t], t))
    return ", ".join(f"“{t}”" for t in shared[:5]) or "no telling word"
