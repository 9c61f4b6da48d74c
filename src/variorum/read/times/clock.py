"""Builders of times of day."""

from __future__ import annotations

from variorum.read.times.meaning import At, Clock, Half, Meaning, Moved, PartOfDay
from variorum.read.times.stated import spoken
from variorum.read.times.tagger import Hit
from variorum.read.times.units import STEPS, Builder, number, side, text_bound

FIVE = 5
"""Minutes that are told without their noun go in fives."""
HALF = 30
"""Minutes of "half", which is never told before an hour: "half to five" is none."""
OWN_ZONES = ("zone_name", "zone_of", "zone_europe", "zone_africa", "zone_isles")
"""Roles of a zone told by whose time it is."""
NAMED_ZONES = (*OWN_ZONES, "us_zone")
FARTHEST_ZONE = 14
"""Hours from UTC (Kiritimati)."""


def zone(hit: Hit) -> float | None:
    """The zone's hours from UTC; None when none is named."""
    for name in NAMED_ZONES:
        if hit.has(name):
            return float(hit.value(name))
    role = "zone" if hit.has("zone") else "enclosed"
    if not hit.has(role):
        return None
    found = float(hit.value(role))
    at = hit.place(role)[1]
    if hit.tokens.word(at) in {"+", "-"} and at + 1 < hit.last:
        shift_by = float(hit.tokens.word(at + 1).replace(",", ""))
        if shift_by <= FARTHEST_ZONE:
            found += shift_by if hit.tokens.word(at) == "+" else -shift_by
    return found


def half_day(hour: int, meridiem: str | None) -> int:
    """The hour on the 24-hour clock."""
    if meridiem == "pm" and hour < 12:
        return hour + 12
    return 0 if meridiem == "am" and hour == 12 else hour


def meridiem_of(hit: Hit) -> str | None:
    """The half of the day that the words tell."""
    if hit.has("part"):
        return "am" if hit.value("part") == "MO" else "pm"
    return str(hit.value("meridiem")) if hit.has("meridiem") else None


def clock(hit: Hit) -> Meaning | None:
    """``10:30 a.m. EST``, ``6 p.m.``, ``0800 GMT``, ``five o'clock``."""
    meridiem = meridiem_of(hit)
    hour, minute = _figures(hit)
    spoken_hour = hit.has("hour") and 0 < hour < LAST_SPOKEN
    hour = half_day(hour, meridiem)
    half: Half = "said" if meridiem else "loose" if spoken_hour else "figures"
    return At(Clock(hour, minute, zone(hit), half), None) if hour <= 24 else None


def spoken_clock(hit: Hit) -> Meaning | None:
    """``ten thirty a.m.``, ``eight (this morning)``."""
    meridiem = meridiem_of(hit)
    hour = half_day(int(hit.value("hour")), meridiem)
    minute = spoken(hit) if hit.has("tens") or hit.has("ones") else None
    half: Half = "said" if meridiem else "open"
    return At(Clock(hour, minute, zone(hit), half), None) if 0 < int(hit.value("hour")) <= LAST_SPOKEN else None


def hour_word(hit: Hit) -> Meaning | None:
    """``(shortly before) five``, ``(at) ten``, ``9 (on Friday night)``."""
    hour = int(hit.value("hour")) if hit.has("hour") else _figures(hit)[0]
    if hit.has("hour"):
        return At(Clock(hour, None, None, "open"), None) if 0 < hour <= LAST_SPOKEN else None
    return At(Clock(hour, None), None) if hour <= 24 else None


def point_clock(hit: Hit) -> Meaning | None:
    """``(at) 19.15``, ``(at) 0600``, ``0817 local``: figures on 24 hours."""
    hour, minute = _figures(hit)
    return At(Clock(hour, minute, zone(hit)), None) if hour <= 24 else None


def lettered_clock(hit: Hit) -> Meaning | None:
    """``17h30``, ``17h``, ``0830h``: figures and the letter touch."""
    first = hit.place("time" if hit.has("time") else "time_")[0]
    if not all(hit.tokens.glued(i) for i in range(first + 1, hit.last)):
        return None
    hour, minute = _figures(hit)
    if hit.has("minute"):
        minute = int(hit.word("minute"))
    return At(Clock(hour, minute), None) if hour <= 24 and (minute or 0) < 60 else None


def _figures(hit: Hit) -> tuple[int, int | None]:
    """Hour and minute as written; hour 99 when it is no hour."""
    if hit.has("hour"):
        return int(number(hit, "hour") or 99), None
    figures = (hit.word("time") or hit.word("time_")).replace(".", ":")
    if ":" in figures:
        hour, minute = figures.split(":")[:2]
        return int(hour), int(minute)
    return (int(figures[:2]), int(figures[2:])) if len(figures) == 4 else (int(figures), None)


LAST_SPOKEN = 12
"""The last hour that is told by its word; past it words count."""
LAST_OF_DAY = 5
"""The hour up to which one without its half of the day is of the afternoon, when most of what is dated so is done."""


def past_clock(hit: Hit) -> Meaning | None:
    """``half past four in the afternoon``, ``a quarter to six p.m.``, ``20 minutes past nine``, ``ten to midnight``."""
    minutes = int(hit.value("share") if hit.has("share") else number(hit, "minutes") or 99)
    whole = hit.value("word") if hit.has("word") else None
    hour = whole or (int(hit.value("spoken")) if hit.has("spoken") else _figures(hit)[0])
    side_of = hit.value("side")
    if not 0 < minutes < 60 or not (whole or 0 < hour <= LAST_SPOKEN) or (minutes == HALF and side_of < 0):
        return None
    if not hit.has("counted") and minutes % FIVE:
        return None  # "nine to eleven a.m." is a range
    meridiem = meridiem_of(hit)
    if hit.has("night"):
        meridiem = "pm" if 6 <= hour < 12 else "am"
    half: Half = "said" if meridiem or whole else "open"
    if half == "open" and hour <= LAST_OF_DAY:
        meridiem = "pm"  # "ten to one on Thursday"
    start = (hour if whole else half_day(hour, meridiem)) * 60 + side_of * minutes
    hour, minute = divmod(start % (24 * 60), 60)
    return At(Clock(hour, minute, zone(hit), half), None)


def clock_word(hit: Hit) -> Meaning | None:
    """``noon``, ``midnight``: the end of its day, but "after midnight" a new one has begun."""
    hour = hit.value("word")
    begun = hour == 24 and hit.tokens.word(hit.first - 1).lower() in hit.lexicon.cues["AFTER_MIDNIGHT"]
    return At(Clock(0 if begun else hour, None, zone(hit)), None)


def part_of_day(hit: Hit) -> Meaning | None:
    """``this morning``, ``last night``, ``tonight``."""
    if not hit.has("part"):
        return At(PartOfDay("NI"), Moved("day", 0, "now"))
    word = side(hit)
    return At(PartOfDay(hit.value("part")), Moved("day", STEPS.get(word, 0), text_bound(hit, word, "part")))


def part_beside(hit: Hit) -> Meaning | None:
    """``the night before``."""
    return At(PartOfDay(hit.value("part")), Moved("day", hit.rule.options["steps"], "text"))


def early_hours(hit: Hit) -> Meaning | None:
    """``the early hours``."""
    return At(PartOfDay("MO"), None)


def bare_part(hit: Hit) -> Meaning | None:
    """``the morning``: of a day the context gives."""
    return At(PartOfDay(hit.value("part")), None)


BUILDERS: dict[str, Builder] = {
    f.__name__: f
    for f in (
        clock,
        spoken_clock,
        hour_word,
        lettered_clock,
        past_clock,
        point_clock,
        clock_word,
        part_of_day,
        early_hours,
        part_beside,
        bare_part,
    )
}
"""By the name that a rule's ``build`` gives."""
