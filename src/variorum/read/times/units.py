"""Units, numbers and small dates that the builders share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from variorum.model.time import Grain
from variorum.read.times.meaning import Meaning, Origin, Stated
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit

Builder = Callable[[Hit], Meaning | None]
STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
"""Which way a side (a value of the table's SIDE classes) goes; the others stay."""
DURATION_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "weekend": "{}WE",
    "fortnight": "{}W", "month": "{}M", "quarter": "{}Q", "half_year": "{}M", "season": "{}M", "year": "{}Y",
    "decade": "{}Y", "century": "{}Y", "millennium": "{}Y",
}  # fmt: skip
MULTIPLES = {"fortnight": 2, "half_year": 6, "season": 3, "decade": 10, "century": 100, "millennium": 1000}
LONG = {"decade": "DE", "century": "CE", "millennium": "ML"}
"""Codes for long units, after TIDES (Ferro et al. 2005), as TimeML has them; a part of one is given in years."""
PARTS = (0.25, 0.5, 0.75)
FINER: dict[str, tuple[int, str]] = {"hour": (60, "minute"), "day": (24, "hour"), "year": (12, "month")}
"""Units whose halves and quarters another unit counts whole, and how many of it they have."""
CALENDAR: dict[str, tuple[Grain, int]] = {
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "weekend": ("weekend", 1),
    "month": ("month", 1), "quarter": ("quarter", 1), "half_year": ("half_year", 1), "season": ("season", 1),
    "year": ("year", 1), "decade": ("decade", 1), "century": ("century", 1), "millennium": ("century", 10),
}  # fmt: skip
"""Units with a place on the calendar: their grain, and how many of it they are."""


LAST_OF_ALL = 99
"""The table's ordinal for "final"."""
RANGE_MARKS = frozenset("-–‑—")
"""Between figures they make a range ("10-15 minutes", whose first is taken), between words a number ("twenty-five")."""


def number(hit: Hit, role: str = "num") -> float | None:
    """The number the role's words spell; None for "several", "many". "A" is 1, "a couple of" 2."""
    words = [w.lower() for w in hit.words(role)]
    if any(hit.lexicon.has(w, "VAGUE") for w in words):
        return None
    total, current = 0.0, 0.0
    for i, word in enumerate(words):
        if word[0].isdigit():
            if i > 1 and words[i - 1] in RANGE_MARKS and words[i - 2][0].isdigit() and "/" not in word:
                break
            top, _, bottom = word.replace(",", "").partition("/")
            current += float(top) / float(bottom or 1)
        elif (value := hit.lexicon.value(word, "NUMBER_WORD")) is not None:
            following = next((w for w in words[i + 1 :] if w not in RANGE_MARKS), "")
            # "One-half" is a half, not one and a half.
            current += 0 if following and hit.lexicon.value(following, "FRACTION") else value
        elif value := hit.lexicon.value(word, "SCALE"):
            total, current = (total + max(current, 1) * value, 0) if value > 100 else (total, max(current, 1) * value)
        elif value := hit.lexicon.value(word, "COLLECTIVE"):
            current = max(current, 1) * value
        elif value := hit.lexicon.value(word, "FRACTION") or hit.lexicon.value(word, "VULGAR"):
            current += value
    spelled = total + current
    return spelled if spelled or "zero" in words or "0" in words else 1


def length_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: ``P2D``, ``PT30M``, ``PXY``."""
    if unit in LONG and (amount is None or amount == int(amount)):
        return f"P{'X' if amount is None else int(amount)}{LONG[unit]}"
    if amount is None:
        return "P" + DURATION_CODES[unit].format("X")
    if amount in PARTS and unit in FINER:
        size, unit = FINER[unit]
        amount *= size
    figure = f"{amount * MULTIPLES.get(unit, 1):.10g}"
    return "P" + DURATION_CODES[unit].format(figure)


def lengths_value(parts: Iterable[tuple[float | None, str]]) -> str:
    """The TIMEX3 value of a length told in several units, the longest first: ``P1DT2H``, ``PT3H25M``."""
    days, clock = "", ""
    for amount, unit in parts:
        day, _, hour = length_value(amount, unit).removeprefix("P").partition("T")
        days, clock = days + day, clock + hour
    return f"P{days}" + (f"T{clock}" if clock else "")


def full_year(hit: Hit, role: str = "year") -> int | None:
    """The role's four-digit year, or None."""
    return hit.value(role) if hit.has(role) else None


def century_of(two_digits: int) -> int:
    """A two-digit year in full: 50 to 99 are 19xx, the rest 20xx (the POSIX pivot, moved to 50)."""
    return two_digits + (1900 if two_digits >= 50 else 2000)


def day_in(year: int, month: int, day: int) -> Stated | None:
    """A day, unless the calendar has none."""
    try:
        return Stated(Period(dt.date(year, month, day), "day"))
    except ValueError:
        return None


def side(hit: Hit) -> str:
    """The modifier's sense (last, next, this ...); empty without one."""
    return str(hit.value("side") or "")


def text_bound(hit: Hit, word: str, grain: str) -> Origin:
    """From where to count: "the following month", "the next day" from the text's day, "next month" from today."""
    told = word == "next" and (grain == "day" or hit.lexicon.glue.get(hit.tokens.word(hit.first).lower()) == "the")
    return "text" if told or word in {"previous", "following", "that", "same"} else "now"
