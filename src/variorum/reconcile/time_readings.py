"""What a report's words for a time mean as an answer to a question of time: an hour, a day, a last day, a length."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from variorum.lang import table, words
from variorum.model.article import Article
from variorum.model.reading import Claim
from variorum.model.time import Interval, TimeExpression, days_on
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.given_times import Given, clock_bounds, hours_of, length_bounds, timed_words
from variorum.reconcile.moments import PARTS, Moment, before, behind, east_of_utc, moments
from variorum.reconcile.time_questions import Question

UNITS = {"D": 1, "W": 7, "M": 30, "Y": 365}
LONG_AGO = 40
"""Days before its report from which a clock time is no news."""
ONE_SITTING = 20
"""Hours beyond which talks are a round of several meetings."""
WEEKDAYS = frozenset(table("en", "times")["words"]["WEEKDAY"])


@dataclass(frozen=True)
class Asking:
    """One question put to one report."""

    corpus: Corpus
    article: Article
    question: Question


def given_time(asking: Asking, claim: Claim, time: TimeExpression) -> Given | None:
    """What the time means as an answer to the question; None when it is none."""
    corpus, article, question = asking.corpus, asking.article, asking.question
    gives = question.gives
    said = " ".join(time.cite.exact.split())
    if gives == "clock":
        return _clock(article, time)
    if gives == "length":
        return _length(article, time, said, question) if claim.slots.polarity != "no" else None
    if gives == "before":
        return _before(article, time, said)
    if gives == "age":
        return _age(article, claim, time, said)
    limit = _deadline(article, time, said)
    if limit and (gives == "deadline" or question.name == "reopen"):
        return limit
    found = _day(article, time, said)
    if gives == "deadline":
        return found if found and found.last else None
    if found and question.name in TO_COME:
        found = _to_come(article.day or corpus.last_day(), found, question)
    if found and found.last and _denied(claim):
        return replace(found, last=False, open=True, doubted=True)
    return found


TO_COME = frozenset({"until", "mourning", "reopen", "visit", "next", "sign"})
"""Questions of what is yet to be."""


def _to_come(day: dt.date | None, given: Given, question: Question) -> Given | None:
    """A day that the tense put into the past, of what is yet to be, is the next of its name."""
    days = given.days
    if days is None or day is None or days.end >= day:
        return given
    if question.name == "mourning":
        weekday = bool(set(re.findall(r"[a-z]+", given.words.lower())) & WEEKDAYS) and (day - days.end).days < 7
        return replace(given, days=Interval(_on(days.start, 7), _on(days.end, 7))) if weekday else given
    if days.days < 7 or re.search(r"\d{4}|last|this", given.words):
        return None
    step = 365
    while days.end < day:
        days = Interval(_on(days.start, step), _on(days.end, step))
    return replace(given, days=days)


def _on(day: dt.date, step: int) -> dt.date:
    if step == 7:
        return days_on(day, 7)
    try:
        return day.replace(year=min(day.year + 1, dt.MAXYEAR))
    except ValueError:  # 29 February
        return day.replace(year=min(day.year + 1, dt.MAXYEAR), day=28)


def _denied(claim: Claim) -> bool:
    """It will not be before that day."""
    said = claim.sentence.exact[: claim.cite.end - claim.sentence.start].lower()
    return any(re.search(form, said) for form in table("en", "timed")["words"]["not_before"])


def _clock(article: Article, time: TimeExpression) -> Given | None:
    found = re.search(r"T(\d\d):(\d\d)", time.value)
    part = re.search(r"T(MO|AF|EV)$", time.value)
    said = " ".join(time.cite.exact.split())
    if part and time.when and before(article, time.cite, 1) != ["before"]:
        low, high = (h * 60 for h in PARTS[part[1]])
        return Given(said, (low, high), time.when.interval, None, None)
    if not found or time.value.endswith("Z"):
        return None
    minutes = int(found[1]) * 60 + int(found[2])
    if (east := east_of_utc(time)) is None:
        zone = next((m.zone for m in moments(article, [time])), None)
    else:
        minutes, zone = (minutes - east) % (24 * 60), "utc"
    days = time.when.interval if time.when else None
    if days and article.day and (article.day - days.end).days > LONG_AGO:
        return None
    named = set(re.findall(r"[a-z]+", said.lower())) & timed_words("days_named")
    return Given(
        said,
        clock_bounds(article, time.cite.start, minutes, said),
        days,
        None,
        zone,
        dayless=not named,
        half=not re.search(r"\d|noon|midnight|[ap]\.?m", said),
    )


def _length(article: Article, time: TimeExpression, said: str, question: Question) -> Given | None:
    hours = length_bounds(article, time)
    behind_it = behind(article, time.cite, 1)
    skipped = words("en", "acts", "length", "not_after")
    lead = set(before(article, time.cite, 2)) & {"in", "within", "every", "next", "last", "past", "since", "by"}
    if hours is None or set(behind_it) & skipped or lead or time.type == "SET" or said.lower().endswith(("old", "ago")):
        return None
    if question.name == "talked" and hours[1] > ONE_SITTING:
        return None
    return Given(said, hours=hours)


def _before(article: Article, time: TimeExpression, said: str) -> Given | None:
    follows = re.match(
        r"[\W_]{0,3}\s*(?:ahead|before|in advance|earlier|beforehand|prior)\b", article.text[time.cite.end :]
    )
    inside = re.search(r"\b(?:before|ahead|beforehand)$", said)
    hours = hours_of(time)
    if not (follows or inside) or "least" in [*before(article, time.cite, 1), *said.lower().split()]:
        return None
    if time.value == "PTXH":
        return Given(said, hours=(2.0, 24.0))
    if hours is None:
        return None
    slack = 0.3 if hours < 1 else 0.15
    return Given(said, hours=(hours * (1 - slack), hours * (1 + slack)))


def _age(article: Article, claim: Claim, time: TimeExpression, said: str) -> Given | None:
    """The year of making, told as a year or as an age."""
    year = re.fullmatch(r"(\d{4})", time.value)
    carriers = [w for kind in table("en", "acts")["place"]["carriers"] for w in kind]
    if not re.search(
        rf"\b(?:{'|'.join(carriers)}|vehicle|ship|boat|locomotive|dam|building)s?\b", claim.cite.exact.lower()
    ):
        return None
    if year and time.when:
        return Given(said, days=time.when.interval)
    old = re.fullmatch(r"P(\d+)Y", time.value)
    if not old or not article.day or not re.search(r"old\b", article.text[time.cite.start : time.cite.end + 6]):
        return None
    made = article.day.year - int(old[1])
    return Given(said, days=Interval(dt.date(made - 1, 1, 1), dt.date(made, 12, 31)))


def _deadline(article: Article, time: TimeExpression, said: str) -> Given | None:
    """The last day of "within thirty days", and of a length that is given for it."""
    length = re.fullmatch(r"P(\d+)([DWMY])", time.value)
    lead = before(article, time.cite, 3)
    if not length or not article.day or time.cite.exact.lower().startswith(("a ", "one ")):
        return None
    if not set(lead) & {"within", "in", "given", "has", "have", "gave", "had"}:
        return None
    working = bool(re.search(r"\b(?:working|business)\b", said))
    count = int(length[1]) * UNITS[length[2]]
    end = days_on(article.day, count + (2 if working and count >= 5 else 0))
    if length[2] == "Y":
        return Given(said, days=Interval(dt.date(max(1, end.year - 1), 1, 1), dt.date(end.year, 12, 31)), last=True)
    slack = 1 + working + count // 10  # from which day it is counted, and how roughly, is unsaid
    return Given(said, days=Interval(days_on(end, -slack), days_on(end, slack)), last=True)


def _day(article: Article, time: TimeExpression, said: str) -> Given | None:
    found: Moment | None = next(iter(moments(article, [time])), None)
    opens = before(article, time.cite, 1)
    if found is None:
        if time.when and opens == ["from"]:
            return Given(said, days=time.when.interval, open=True)
        return None
    return Given(said, days=found.days, last=found.part == "by")
