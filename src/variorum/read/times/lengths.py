"""Builders of lengths of time, repeated times, and words for past, present and future."""

from __future__ import annotations

from fractions import Fraction

from variorum.read.times.meaning import Length, Meaning, Reference, Repeated
from variorum.read.times.tagger import Hit
from variorum.read.times.units import FINER, Builder, length_value, number

SIZES = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
"""Units from the longest; one told in several goes down."""


def rate(hit: Hit) -> Meaning | None:
    """``(15) a year``."""
    return Repeated(length_value(1, hit.value("unit")))


def length(hit: Hit) -> Meaning | None:
    """``two days``, ``a five-year``, ``more than six months``, ``42-year-old``."""
    if hit.has("seconds"):
        return Length(number(hit), "second")
    amount, unit = number(hit), hit.words("unit")[0].lower()
    if amount and 1900 <= amount < 2100 and not unit.endswith("s"):
        return None
    if hit.has("half") and amount is not None:
        amount += hit.value("half")
    return Length(amount, hit.value("unit"))


def length_in_parts(hit: Hit) -> Meaning | None:
    """``3 hours and 25 minutes``, ``1 hour 40 minutes``, ``two years, three months and a day``."""
    roles = [end for end in ("", "_", "__") if hit.has(f"unit{end}")]
    parts = [(number(hit, f"num{end}"), str(hit.value(f"unit{end}"))) for end in roles]
    sizes = [SIZES.index(unit) if unit in SIZES else -1 for _, unit in parts]
    if any(amount is None for amount, _ in parts) or sizes != sorted(set(sizes)) or -1 in sizes:
        return None
    (amount, unit), *rest = parts
    return Length(amount, unit, rest=tuple((n, u) for n, u in rest if n is not None))


def part_of_length(hit: Hit) -> Meaning | None:
    """``a quarter of an hour``, ``three-quarters of an hour``, ``a third of a year``."""
    parts, unit = Fraction(int(hit.value("num") or 1), int(hit.value("share"))), hit.value("unit")
    if parts >= 1:
        return None
    size, finer = FINER.get(unit, (1, unit))
    whole = (parts * size).denominator == 1
    return Length(float(parts * size), finer) if whole else Length(float(parts), unit)


def plural_length(hit: Hit) -> Meaning | None:
    """``years``, ``decades-long``."""
    return Length(None, hit.value("unit"))


def singular_length(hit: Hit) -> Meaning | None:
    """``year-long``."""
    return Length(1, hit.value("unit"))


def every(hit: Hit) -> Meaning | None:
    """``every day``, ``every two weeks``."""
    amount = number(hit) if hit.has("num") else (hit.value("other") or 1)
    return Repeated(length_value(amount, hit.value("unit")))


def every_weekday(hit: Hit) -> Meaning | None:
    """``every Monday``, ``Mondays``."""
    part = f"T{hit.value('part')}" if hit.has("part") else ""
    return Repeated(f"XXXX-WXX-{hit.value('day')}{part}")


def every_weekend(hit: Hit) -> Meaning | None:
    """``weekends``, ``weekdays``."""
    return Repeated(f"XXXX-WXX{hit.value('word')}")


def every_part(hit: Hit) -> Meaning | None:
    """``every morning``."""
    return Repeated(f"XXXX-XX-XXT{hit.value('part')}")


def every_month(hit: Hit) -> Meaning | None:
    """``every January``."""
    return Repeated(f"XXXX-{hit.value('month'):02}")


def every_season(hit: Hit) -> Meaning | None:
    """``every summer``."""
    return Repeated(f"XXXX-{hit.value('season')}")


def set_word(hit: Hit) -> Meaning | None:
    """``daily``, ``annual``."""
    return Repeated(hit.value("word"))


def times_a(hit: Hit) -> Meaning | None:
    """``twice a month``."""
    return Repeated(length_value(1, hit.value("unit")))


def present_one(hit: Hit) -> Meaning | None:
    """``the current (chairman)``."""
    return Reference(hit.value("word"))


def reference(hit: Hit) -> Meaning | None:
    """``now``, ``recently``, ``the near future``."""
    return Reference(hit.value("word") or hit.rule.options["value"])


BUILDERS: dict[str, Builder] = {
    f.__name__: f
    for f in (
        rate,
        length,
        length_in_parts,
        part_of_length,
        plural_length,
        singular_length,
        every,
        every_weekday,
        every_weekend,
        every_part,
        every_month,
        every_season,
        set_word,
        times_a,
        present_one,
        reference,
    )
}
"""By the name that a rule's ``build`` gives."""
