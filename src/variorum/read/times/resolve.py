"""From a meaning to a TIMEX3 value with its days."""

from __future__ import annotations

from variorum.model.time import Grain, Interval, When
from variorum.read.times.discourse import Context, Found, Resolved
from variorum.read.times.halves import in_half
from variorum.read.times.locate import locate, unanchored
from variorum.read.times.meaning import (
    At,
    Clock,
    Edge,
    Length,
    Meaning,
    Moved,
    Nearest,
    NthUnit,
    Part,
    PartOfDay,
    Range,
    Reference,
    Repeated,
    Same,
    Stated,
)
from variorum.read.times.period import DAY, Period
from variorum.read.times.units import CALENDAR, lengths_value

SMALL_HOURS = 6
"""Clocks before it belong to the day after the night that the sentence names."""
WEEK = 7
"""Days."""


def resolve(meaning: Meaning, context: Context) -> Resolved | None:
    """The value of a meaning; None when the words mean nothing alone. Past the calendar's end the value is vague."""
    try:
        return _resolve(meaning, context)
    except (ValueError, OverflowError):
        return Resolved("DATE", "XXXX-XX-XX")


def _resolve(meaning: Meaning, context: Context) -> Resolved | None:
    match meaning:
        case Reference(value):
            return Resolved("DATE", value)
        case Repeated(value):
            return Resolved("SET", value)
        case Length():
            return _length(meaning, context)
        case At(time, day):
            return _at(time, day, context)
        case Range(first, last, apart):
            return None if apart else _range(first, last, context)
        case Edge() | Same(None) | NthUnit():
            return None
    mod = meaning.mod if isinstance(meaning, Part) else ""
    inner = meaning.of if isinstance(meaning, Part) else meaning
    found = locate(inner, context)
    if found is None:
        return Resolved("DATE", unanchored(inner), mod=mod)
    period, basis = found
    if isinstance(inner, Stated | Moved) and inner.fiscal:
        return Resolved("DATE", f"FY{period.start.year:04}", mod=mod, period=None)
    return Resolved("DATE", period.value, _when(period, mod), basis, mod, period)


def _when(period: Period, mod: str) -> When:
    if not mod or mod == "APPROX":
        return When(period.interval, period.grain, period.edtf + ("~" if mod else ""))
    part = period.part(mod)
    if part == period.interval:
        return When(part, period.grain, period.edtf)
    return When(part, period.grain, f"{part.start.isoformat()}/{part.end.isoformat()}")


def _length(meaning: Length, context: Context) -> Resolved:
    value = lengths_value(((meaning.amount, meaning.unit), *meaning.rest))
    today, unit = context.today, CALENDAR.get(meaning.unit)
    if today is None or unit is None or not meaning.steps or meaning.amount is None or meaning.amount > 2000:
        return Resolved("DURATION", value)
    grain, size = unit
    steps = round(meaning.amount * size) * meaning.steps
    far = Period(today, "day").shift_by(grain, steps).start if grain != "weekend" else today + DAY * 7 * steps
    interval = Interval(min(far, today), max(far, today))
    when = When(interval, grain, f"{interval.start.isoformat()}/{interval.end.isoformat()}")
    return Resolved("DURATION", value, when, "from_publication")


def _at(time: Clock | PartOfDay, day: Meaning | None, context: Context) -> Resolved:
    if isinstance(time, Clock) and time.half in {"open", "loose"}:
        time = in_half(time, context.discourse.offset, context.discourse.hours)
    left_open = isinstance(time, Clock) and time.half in {"open", "loose"}
    if isinstance(time, Clock) and time.half == "open" and day is None:
        return Resolved("TIME", f"XXXX-XX-XXT{_clock_text(time)}", open=True)
    found = locate(day, context) if day else _day_at_hand(time, context)
    text = time.code if isinstance(time, PartOfDay) else _clock_text(time)
    if not found or found[0].grain != "day":
        return Resolved("TIME", f"XXXX-XX-XXT{text}")
    period, basis = found
    if isinstance(time, PartOfDay) and time.code in {"EV", "NI"}:
        context.discourse.night = period
    grain: Grain = "part_of_day" if isinstance(time, PartOfDay) else ("hour" if time.minute is None else "minute")
    date = period.start.isoformat()
    edtf = date if isinstance(time, PartOfDay) or time.hour == 24 else f"{date}T{_clock_text(time, seconds=True)}"
    when = When(period.interval, grain, edtf)
    return Resolved("TIME", f"{date}T{text}", when, basis, period=period, open=left_open)


def _day_at_hand(time: Clock | PartOfDay, context: Context) -> Found | None:
    """The day a bare time of day belongs to.

    The sentence's own, or the one after its night for the small hours; else the day on which the text has told the same
    verb; for what has happened, the day of what the paragraph told last, or of the text's lead; else the day of
    publication, or the one beside it where the hour had not yet struck, or had.
    """
    discourse = context.discourse
    if discourse.night and isinstance(time, Clock) and time.hour < SMALL_HOURS:
        return discourse.night.shift(1), "inherited"
    for period in reversed(discourse.here):
        if period.grain == "day":
            return period, "inherited"
    if told := discourse.told.get((context.verb, context.direction == "future")):
        return told, "inherited"
    if context.verb and context.direction == "past" and (day := discourse.latest or _recent_lead(context)):
        return day, "inherited"
    if context.today:
        return Period(context.today, "day").shift(_days_off(time, context)), "from_publication"
    days = [p for p in context.discourse.recent if p.grain == "day"]
    return (days[-1], "inherited") if days else None


def _recent_lead(context: Context) -> Period | None:
    """The day of the text's lead, in the week before publication."""
    lead, today = context.discourse.lead, context.today
    return lead if lead and today and 0 <= (today - lead.start).days < WEEK else None


def _days_off(time: Clock | PartOfDay, context: Context) -> int:
    """A clock told as past that had not struck when the article came out is the day before's (-1).

    One told as to come that had struck is the next day's (1). The midnight that ends the day never has struck.
    """
    if not isinstance(time, Clock):
        return 0
    now = (24, 0) if time.hour == 24 else context.discourse.now
    struck = time.hour < 24 and now is not None and (time.hour, time.minute or 0) <= now
    if context.direction == "past":
        return -1 if now and not struck else 0
    return 1 if context.direction == "future" and struck else 0


def _clock_text(clock: Clock, *, seconds: bool = False) -> str:
    text = f"{clock.hour:02}:{clock.minute or 0:02}" + (":00" if seconds else "")
    if clock.zone is None or clock.zone == 99:
        return text
    if clock.zone == 0:
        return text + "Z"
    hours, minutes = divmod(round(abs(clock.zone) * 60), 60)
    return f"{text}{'+' if clock.zone > 0 else '-'}{hours:02}:{minutes:02}"


def _range(first: Meaning, last: Meaning, context: Context) -> Resolved | None:
    a, b = locate(first, context), locate(last, context)
    if not a or not b:
        return Resolved("DATE", f"{unanchored(first)}/{unanchored(last)}")
    start, end = a[0], b[0]
    if end.end < start.start and isinstance(last, Nearest):
        if isinstance(last, Nearest) and last.cycle.kind == "weekday":
            end = end.shift(7)
        elif isinstance(first, Nearest):
            start = start.shift_by("year", -1)
    if end.end < start.start:
        return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    when = When(Interval(start.start, end.end), start.grain, edtf)
    return Resolved("DATE", f"{start.value}/{end.value}", when, a[1], period=start)
