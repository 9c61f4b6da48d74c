"""Lengths of time as they are held against one another: the hours that the words may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.lang import words
from variorum.lang.stems import stem
from variorum.model.time import TimeExpression
from variorum.reconcile.corpus import Corpus
from variorum.reconcile.moments import before, behind

HOURS = {"Y": 8766.0, "M": 730.5, "W": 168.0, "D": 24.0}
CLOCK_HOURS = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}
"""Hours of the units of an ISO 8601 duration, before and behind its T; years and months in the mean."""
ABOUT = 0.1
"""Share by which a length given as "about" may be more or less."""
EDGE = 0.0006
"""Share by which "nearly" stays below its figure and "more than" above: more than the two may touch by."""
OPEN = 1.5
"""How many times its figure "more than" may reach before another figure is another length."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as a report gives it.

    Attributes:
        low, high: hours that it may mean.
        unit: hours of the unit it is given in.
        of: stem of the noun that it is said of as its measure ("three-hour *meeting*", "hours of *talks*"); else None.
    """

    low: float
    high: float
    unit: float
    words: str
    of: str | None = None


def length_of(corpus: Corpus, article: str, time: TimeExpression, *, measuring: bool = False) -> Length | None:
    """The hours that the words may mean; None for a length that is a time ("two hours ago") or a rate ("a day").

    With ``measuring`` also the measure of a noun ("a three-hour meeting", "after hours of talks"), but for ages; and
    terms ("within three months", "after five years").
    """
    parts = re.findall(r"(\d+(?:\.\d+)?)([YMWDHS])|(T)", time.value)
    noun = _measured(corpus, article, time) if measuring else None
    measured = measuring and _is_term(corpus, article, time)
    if (
        "X" in time.value
        or not parts
        or _is_age(time.cite.exact)
        or (noun is None and not measured and _not_a_length(corpus, article, time))
    ):
        return None
    hours, unit, units = 0.0, 0.0, HOURS
    for figure, letter, clock in parts:
        if clock:
            units = CLOCK_HOURS
        elif letter in units:
            unit = units[letter]
            hours += float(figure) * unit
    if not unit or not hours:
        return None
    unit = unit / 2 if abs(hours / unit - round(hours / unit)) > 0.001 else unit
    low, high = _bounds(corpus, article, time, hours, unit)
    return Length(low, high, unit, " ".join(time.cite.exact.split()), noun)


def _is_term(corpus: Corpus, article: str, time: TimeExpression) -> bool:
    """It is told within, after or over what time, nearly or in full; not in what place ("in Rome a day after")."""
    plain = _words("below") | _words("above") | _words("about") | _words("definite") | _words("than")
    said = [w for w in before(corpus.article[article], time.cite, 4) if w not in plain]
    return not _words("measuring").isdisjoint(said[-1:])


def _measured(corpus: Corpus, article: str, time: TimeExpression) -> str | None:
    """Stem of the noun in "a three-hour meeting", "three hours of talks"; None for an age, and without a noun."""
    exact = time.cite.exact.lower()
    following = behind(corpus.article[article], time.cite, 2)
    if "-" not in exact and len(following) > 1 and following[0] in _words("of"):
        return stem(following[1])
    if "-" not in exact or _is_age(exact):
        return None
    return stem(following[0]) if following else None


def _bounds(corpus: Corpus, article: str, time: TimeExpression, hours: float, unit: float) -> tuple[float, float]:
    """Bounded by "nearly", "more than", "about" and the like, among the words themselves or just before them."""
    text = corpus.article[article]
    said = {*before(text, time.cite, 2), *re.findall(r"[\w'-]+", time.cite.exact.lower())}
    if said & _words("below"):
        return hours - max(unit / 4, ABOUT * hours), hours * (1 - EDGE)
    if said & _words("above"):
        return hours * (1 + EDGE), hours * OPEN
    if said & _words("about"):
        return hours * (1 - ABOUT), hours * (1 + ABOUT)
    return hours, hours


def _not_a_length(corpus: Corpus, article: str, time: TimeExpression) -> bool:
    text = corpus.article[article]
    exact = time.cite.exact.lower()
    skipped = words("en", "acts", "role", "skip") | _words("definite")
    bounding = [w for w in before(text, time.cite, 3) if w not in skipped]
    first = before(text, time.cite, 1)
    one = exact.split()[0] in _words("one") and not _words("lasting").intersection(first)
    if "-" in exact or exact.split()[0] in _words("definite") or (one and not any(p in exact for p in _words("part"))):
        return True
    if not _words("not_before").isdisjoint((*first, *bounding[-1:])):
        return True
    return any(w in _words("not_after") for w in behind(text, time.cite, 1))


def _words(key: str) -> frozenset[str]:
    return words("en", "acts", "length", key)


def _is_age(exact: str) -> bool:
    return exact.lower().endswith(tuple(_words("age")))


def agree(a: Length, b: Length) -> bool:
    """The two may be one; a length in the greater unit is rounded to it."""
    (alow, ahigh), (blow, bhigh) = _rounded(a, b), _rounded(b, a)
    return alow <= bhigh * 1.001 and blow <= ahigh * 1.001


def _rounded(a: Length, b: Length) -> tuple[float, float]:
    slack = a.unit / 4 if a.unit > b.unit and a.low == a.high else 0.0
    return a.low - slack, a.high + slack
