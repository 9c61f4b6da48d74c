"""Times as they are held against one another: days, the clock if one is given, how rough, and the part they play."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from variorum.lang import words
from variorum.model.article import Article
from variorum.model.text import Citation
from variorum.model.time import Interval, TimeExpression, own_times

Part = Literal["at", "since", "by", "until"]
Relation = Literal["same", "inside", "near", "zones", "apart", "unknown"]

CLOCK = re.compile(r"[^\d]*(\d[\d:.]*)?\W*(a\.?m\.?|p\.?m\.?|noon|midnight|o'clock|gmt|utc|hours|local|time|\s)*")
"""A clock time alone, and words of roughness before it."""
WHOSE = re.compile(r"\b(?:[A-Z][\w'-]+ )+[Tt]ime\b")
"""By whose clock: "Japan time"."""
ROUGH, ROUND = 10, {60: 16, 10: 5, 5: 2, 1: 1}
"""Minutes that a clock time may be off by: where it is "around" the time; and by what it is a multiple of, so that a
full hour, and "around" a half, may stand for what lies a quarter from it, and 8.13 for no 8.16."""
DAY = 24 * 60
HALF_DAY = 14 * 60
"""Minutes that two clocks of the world may stand apart, at most."""
REACH = {1: 14, 7: 31, 31: 370, 366: 3660}
"""Days that two datings of one thing may lie apart, for datings of up to so many days."""
BEHIND = 40
"""Characters behind a clock time in which its zone may be named."""
PARTS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 19)}
"""Hours of the parts of a day in TIMEX3."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a report says that something was, or is to be.

    Attributes:
        clock: the least and the most minutes after midnight that its clock time, or its part of the day, may mean.
        clocked: a clock time is given, and not only a part of the day.
        zone: the clock's zone in the report's word; None when none is named.
        words: the report's words for the time.
        dayless: the words give a clock time and no day; the day is what the text before makes it.
    """

    days: Interval
    clock: tuple[int, int] | None
    clocked: bool
    rough: bool
    zone: str | None
    part: Part
    words: str
    cite: Citation
    dayless: bool = False


def moments(article: Article, times: Sequence[TimeExpression]) -> list[Moment]:
    """The moments that one clause gives, one for each part a time plays in it; none where two days play one part.

    The times are those that stand in the clause and in no smaller one, in order.
    """
    found = [m for t in own_times(article.text, times) if (m := _moment(article, t))]
    by_part: dict[Part, list[Moment]] = {}
    for m in found:
        by_part.setdefault(m.part, []).append(m)
    return [m for group in by_part.values() if (m := _together(article, group))]


def each_moment(article: Article, times: Sequence[TimeExpression]) -> list[Moment]:
    """Every moment that a clause gives: those that fit together as one, the others each for itself.

    A day from which something is so counts as its day: "will run again from September".
    """
    told = own_times(article.text, times)
    found = [m for t in told if (m := _moment(article, t) or _opening(article, t))]
    groups: list[list[Moment]] = []
    for m in found:
        last = groups[-1] if groups else None
        if last and last[-1].part == m.part and _together(article, [*last, m]):
            last.append(m)
        else:
            groups.append([m])
    return [m for group in groups if (m := _together(article, group))]


def _opening(article: Article, time: TimeExpression) -> Moment | None:
    """The moment of a time behind "from"."""
    lead = [w for w in before(article, time.cite, 4) if w not in words("en", "acts", "role", "skip")]
    if not lead or lead[-1] not in words("en", "acts", "role", "from"):
        return None
    return _moment(article, time, "at")


def _together(article: Article, group: Sequence[Moment]) -> Moment | None:
    """Several expressions of one moment ("at 10 p.m. on Monday"), or the two ends of a range of hours, as one.

    An hour given in another zone as well is left out: "at 6:40 a.m. (2140 GMT)".
    """
    own = [m for m in group if m.zone is None]
    group = own if any(m.clocked for m in own) else group
    finest = min(group, key=lambda m: (not m.clocked, m.clock is None, m.days.days))
    if not all(m.days.overlaps(finest.days) for m in group):
        return None
    clocks = [m for m in group if m.clocked]
    first, last = min(group, key=lambda m: m.cite.start), max(group, key=lambda m: m.cite.end)
    shown = article.text[first.cite.start : last.cite.end]
    if len(shown) > 60 or len(clocks) > 2:
        first = last = finest
        shown = finest.words
    low = min((m.clock[0] for m in clocks if m.clock), default=None)
    high = max((m.clock[1] for m in clocks if m.clock), default=None)
    clock = (low, high) if low is not None and high is not None else finest.clock
    rough, cite = any(m.rough for m in group), Citation(article.id, first.cite.start, last.cite.end, shown)
    shown, dayless = " ".join(shown.split()), all(m.dayless for m in group)
    return Moment(finest.days, clock, finest.clocked, rough, finest.zone, finest.part, shown, cite, dayless)


def _moment(article: Article, time: TimeExpression, part: Part | None = None) -> Moment | None:
    part = part or part_of(article, time.cite)
    days = time.when.interval if time.when else _deadline(article, time) if part == "by" else None
    if days is None or part is None:
        return None
    said = [*before(article, time.cite, 2), *re.findall(r"[\w'-]+", time.cite.exact.lower())]
    rough = bool(set(said) & words("en", "acts", "role", "rough"))
    clock = _clock(article, time)
    exact = " ".join(time.cite.exact.split())
    clocked = clock is not None and not re.search(r"T[A-Z]{2}$", time.value)
    dayless = clocked and CLOCK.fullmatch(WHOSE.sub("", exact).lower()) is not None
    return Moment(days, clock, clocked, rough, _zone(article, time), part, exact, time.cite, dayless)


def part_of(article: Article, cite: Citation) -> Part | None:
    """Which part the time plays, by the word before it; None where it only bounds ("after Monday")."""
    role = words("en", "acts", "role", "skip")
    said = [w for w in before(article, cite, 4) if w not in role]
    inner = [w for w in re.findall(r"[\w'-]+", cite.exact.lower()) if w not in role]
    for word in (inner[0] if inner else "", said[-1] if said else ""):
        soon = set(before(article, cite, 3)) & words("en", "acts", "role", "soon")
        if soon and word in words("en", "acts", "role", "before") | words("en", "acts", "role", "after"):
            return "at"
        for part in ("since", "by", "until"):
            if word in words("en", "acts", "role", part):
                return part
        if word in words("en", "acts", "role", "after"):
            return None
    return "at"


def before(article: Article, cite: Citation, count: int) -> list[str]:
    """The words just before a citation, in lower case, of its sentence."""
    lead = re.split(r"[.!?;]\s", article.text[max(0, cite.start - 60) : cite.start])[-1]
    return re.findall(r"[\w'-]+", lead.lower())[-count:]


def behind(article: Article, cite: Citation, count: int) -> list[str]:
    """The words just behind a citation, in lower case."""
    return re.findall(r"[\w'-]+", article.text[cite.end : cite.end + 60].lower())[:count]


def _deadline(article: Article, time: TimeExpression) -> Interval | None:
    """The year in which a number of years from the report's day ends; for "within four years" against "by 2030"."""
    years = re.fullmatch(r"P(\d+)Y", time.value)
    if not years or not article.day:
        return None
    year = article.day.year + int(years[1])
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31)) if year < dt.MAXYEAR else None


def _clock(article: Article, time: TimeExpression) -> tuple[int, int] | None:
    """Minutes after midnight, least and most: of a clock time, by UTC if its zone is known, or of a part of the day."""
    found = re.search(r"T(\d\d):(\d\d)", time.value)
    if found:
        minutes = int(found[1]) * 60 + int(found[2]) - (east_of_utc(time) or 0)
        return minutes, minutes
    part = re.search(r"T([A-Z]{2})$", time.value)
    hours = PARTS.get(part[1]) if part else None
    return (hours[0] * 60, hours[1] * 60) if hours else None


def east_of_utc(time: TimeExpression) -> int | None:
    """Minutes that the clock's zone lies east of UTC, where the reader knows it."""
    found = re.search(r"([+-])(\d\d):(\d\d)$", time.value)
    return int(f"{found[1]}1") * (int(found[2]) * 60 + int(found[3])) if found else None


def _zone(article: Article, time: TimeExpression) -> str | None:
    """The zone named beside a clock time; None for "local", which a clock is when nothing is said."""
    if re.search(r"T\d\d:\d\d(:\d\d)?Z", time.value) or east_of_utc(time) is not None:
        return "utc"
    behind = article.text[time.cite.end : time.cite.end + BEHIND]
    next_word = re.match(r"\s+(\w+)", behind)
    near = [*re.findall(r"[\w'-]+", time.cite.exact.lower()), next_word[1].lower() if next_word else ""]
    known = next((w for w in near if w in words("en", "acts", "role", "zones") and w != "local"), None)
    return known or _of_a_place(f"{time.cite.exact}{behind}")


def _of_a_place(said: str) -> str | None:
    """Whose time it is, by name: "on Tuesday, New Zealand time"."""
    named = re.match(r"[^.;()]*?\b((?:[A-Z][\w'-]+ ){1,3})time\b", said)
    days = words("en", "acts", "again", "times")
    return " ".join(w for w in named[1].lower().split() if w not in days) or None if named else None


def relation(a: Moment, b: Moment) -> Relation:
    """How two moments of one thing stand to each other.

    ``inside``: one lies in the other, or they overlap; ``near``: clocks that round differently; ``zones``: clocks of
    two zones; ``apart``: both cannot be right; ``unknown``: too far apart, or too unlike, to be of one thing.
    """
    if "by" in {a.part, b.part}:
        return _deadlines(a, b)
    if a.clocked and b.clocked:
        return _clocks(a, b)
    if not a.days.overlaps(b.days):
        if a.dayless or b.dayless:
            return "unknown"  # the hour's day is the text's, and not the clause's own
        if _may_be_one(a, b) or _may_be_one(b, a):
            return "zones"
        return "apart" if _gap(a, b) <= _reach(a, b) else "unknown"
    if a.days == b.days:
        return "same"
    return "inside"


def _clocks(a: Moment, b: Moment) -> Relation:
    apart = min(abs(x - y) for x, y in product(_minutes(a), _minutes(b)))
    if _overlap(a, b):
        apart = 0
    dayless = a.dayless or b.dayless
    if dayless:
        apart = min(apart % DAY, -apart % DAY)
    if a.zone != b.zone and (a.zone or b.zone):
        shifted = apart % 30 <= 5 or apart % 30 >= 25
        return "same" if apart == 0 else "zones" if shifted and apart <= HALF_DAY else "unknown"
    if _hours_apart(a, b, apart):
        return "zones"
    if apart <= max(_slack(a), _slack(b)):
        days = a.days == b.days or dayless
        return "same" if days and (a.clock, a.rough) == (b.clock, b.rough) else "near"
    return "apart" if _gap(a, b) <= (1 if dayless else _reach(a, b)) else "unknown"


def _hours_apart(a: Moment, b: Moment, apart: int) -> bool:
    """Whether the two show one minute of other hours, as clocks of other places do; a round minute may be chance."""
    if not a.clock or not b.clock or apart == 0 or apart % 60 or apart > HALF_DAY:
        return False
    return a.clock[0] == a.clock[1] and b.clock[0] == b.clock[1] and a.clock[0] % 5 != 0


def _may_be_one(clock: Moment, day: Moment) -> bool:
    """Whether a clock time of GMT falls on the other's day somewhere: 22:40 GMT on a Monday is Tuesday in Asia."""
    if clock.zone != "utc" or not clock.clocked or not clock.clock or day.clocked or day.days.days > 1:
        return False
    first = day.days.start.toordinal() * DAY
    low, high = (clock.days.start.toordinal() * DAY + c for c in clock.clock)
    return low + HALF_DAY >= first and high - DAY // 2 < first + DAY


def _slack(m: Moment) -> int:
    """Minutes that the moment may be off by."""
    if m.rough:
        return ROUND[60] if m.clock and all(c % 30 == 0 for c in m.clock) else ROUGH
    return next(minutes for n, minutes in ROUND.items() if not m.clock or all(c % n == 0 for c in m.clock))


def _minutes(m: Moment) -> list[int]:
    """Both ends of the clock time counted from one day; midnight may be the day's first minute or its last."""
    day = m.days.start.toordinal() * DAY
    found = [day + c for c in m.clock or ()]
    return [*found, day] if m.clock == (DAY, DAY) else found


def _overlap(a: Moment, b: Moment) -> bool:
    if a.days != b.days or not a.clock or not b.clock:
        return False
    return a.clock[0] <= b.clock[1] and b.clock[0] <= a.clock[1]


def _deadlines(a: Moment, b: Moment) -> Relation:
    """Two last days compare as days; a day before a last day agrees with it."""
    if a.part == b.part:
        if a.days.end == b.days.end:
            return "same" if a.words.lower() == b.words.lower() else "inside"
        return "inside" if a.days.contains(b.days) or b.days.contains(a.days) else "apart"
    limit, other = (a, b) if a.part == "by" else (b, a)
    return "inside" if other.days.start <= limit.days.end else "apart"


def _gap(a: Moment, b: Moment) -> int:
    """Days between the two."""
    return max((a.days.start - b.days.end).days, (b.days.start - a.days.end).days, 0)


def _reach(a: Moment, b: Moment) -> int:
    widest = max(a.days.days, b.days.days)
    return next((reach for days, reach in REACH.items() if widest <= days), 0)
