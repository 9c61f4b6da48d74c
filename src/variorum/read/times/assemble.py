"""From matches to expressions: the longest that stand up in context, joined where several make one time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from variorum.model.parse import Passage
from variorum.read.times.build import BUILDERS
from variorum.read.times.context import stands
from variorum.read.times.lexicon import Lexicon
from variorum.read.times.meaning import (
    At,
    Clock,
    Edge,
    Meaning,
    Moved,
    Nearest,
    NthUnit,
    Part,
    PartOfDay,
    Range,
    Same,
    SameIn,
    Shifted,
    Stated,
    Within,
)  # fmt: skip
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit, Tokens, tag

YEARLY = frozenset({"month", "calendar_day", "quarter", "half_year", "season", "feast"})
DATES = (Stated, Nearest, Moved, Within, Part, Shifted)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens with a meaning.

    Attributes:
        pieces: for a range, its ends as chunks of their own, as TimeML tags them.
        whole: whether the words stand as a time without what follows.
    """

    first: int
    last: int
    meaning: Meaning
    pieces: tuple[Chunk, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a paragraph with a meaning: ``text[start:end]``."""

    start: int
    end: int
    meaning: Meaning
    pieces: tuple[Expression, ...] = ()


def expressions(passage: Passage, lexicon: Lexicon) -> list[Expression]:
    """The paragraph's times, in reading order, not overlapping."""
    hits = tag(passage.text, lexicon)
    if not hits:
        return []
    tokens = hits[0].tokens
    chunks = _join(_select(hits, passage), tokens)
    return [_expression(c, tokens) for c in chunks if c.whole]


def _expression(chunk: Chunk, tokens: Tokens) -> Expression:
    start, end = tokens.spans[chunk.first][0], tokens.spans[chunk.last - 1][1]
    return Expression(start, end, chunk.meaning, tuple(_expression(p, tokens) for p in chunk.pieces))


def _select(hits: list[Hit], passage: Passage) -> list[Chunk]:
    """The longest matches that have a meaning and stand in context; in order of place."""
    taken = bytearray(len(hits[0].tokens.spans))
    chunks = []
    for hit in hits:
        if any(taken[hit.first : hit.last]):
            continue
        blocks = hit.rule.build == "nothing"
        meaning = None if blocks else BUILDERS[hit.rule.build](hit)
        if meaning is None and not blocks:
            continue
        verdict = "yes" if blocks else stands(hit, passage)
        if verdict == "no":
            continue
        taken[hit.first : hit.last] = b"\x01" * (hit.last - hit.first)
        if meaning is not None:
            chunks.append(_chunk(hit, meaning, whole=verdict == "yes"))
    return sorted(chunks, key=lambda c: c.first)


def _chunk(hit: Hit, meaning: Meaning, *, whole: bool) -> Chunk:
    if not isinstance(meaning, Range):
        return Chunk(hit.first, hit.last, meaning, whole=whole)
    cut = hit.place("last")[0]
    pieces = (Chunk(hit.first, cut - 1, meaning.first), Chunk(cut, hit.last, meaning.last))
    return Chunk(hit.first, hit.last, meaning, pieces, whole)


def _join(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Join neighbours until none fit; from the right, so that "early" meets "Friday morning" whole."""
    out: list[Chunk] = []
    for chunk in reversed(chunks):
        right = chunk
        while out and (joined := _pair(right, out[-1], tokens)):
            right = joined
            out.pop()
        out.append(_dated(right, out[-1], tokens) if out else right)
    out.reverse()
    return out


def _dated(left: Chunk, right: Chunk, tokens: Tokens) -> Chunk:
    """The left of two that stay two, completed by the right.

    "8 p.m. on Friday": TimeML tags both, and the clock takes the day. "June and July 2008": June takes the year.
    """
    glue = [tokens.word(i).lower() for i in range(left.last, right.first)]
    match left.meaning, right.meaning:
        case At(time, None), meaning if glue == ["on"] and _grain(meaning) == "day":
            return replace(left, meaning=At(time, meaning))
        case Nearest(cycle, ""), Stated(period) if glue in (["and"], ["or"], [","]) and cycle.kind in YEARLY:
            if period.grain in {"day", "month", "quarter", "season"}:
                return replace(left, meaning=Within(left.meaning, Stated(Period.around(period.start, "year"))))
    return left


def _pair(left: Chunk, right: Chunk, tokens: Tokens) -> Chunk | None:
    gap = right.first - left.last
    if gap > 2:
        return None
    glue = [tokens.word(i).lower() for i in range(left.last, right.first)]
    meaning = _composed(left.meaning, right.meaning, glue)
    if meaning is not None:
        return Chunk(left.first, right.last, meaning)
    if not (left.whole and right.whole):
        return None
    return _ranged(left, right, glue, tokens)


def _composed(left: Meaning, right: Meaning, glue: list[str]) -> Meaning | None:
    """One meaning of two that follow each other."""
    close = not glue or glue == [","]
    of = not glue or glue in (["of"], [","], ["of", "the"], ["in"])
    match left, right:
        case Edge(mod), Stated() | Nearest() | Moved() | Within() | Shifted() if glue in ([], ["the"]):
            return Part(mod, right)
        case Edge(), At() if not glue:
            return right
        case Same(unit), (Moved("year") | Stated()) if glue in ([], ["the"], ["of"], ["in"]):
            return SameIn(unit, right)
        case NthUnit(), Stated() | Nearest() | Moved() | Within() if glue in ([], ["the"]):
            return Within(left, right)
        case Moved("week", 0, "text"), Nearest() | Moved() | Stated() if glue == ["of"] and _grain(right) == "day":
            return Within(NthUnit(1, "week"), right)
        case At(Clock() as time, None), At(PartOfDay(part), day) if not glue and day is not None:
            return At(_in_part(time, part), day)
        case Nearest(cycle, ""), (Stated() | Moved()) if of and cycle.kind in YEARLY and _grain(right) == "year":
            return Within(left, right)
        case Nearest(cycle), Moved("week", _, _) if of and cycle.kind == "weekday" and glue != ["in"]:
            return Within(left, right)
        case At(Clock() as time, None), Nearest() | Moved() | Stated() | Within() if close and _grain(right) == "day":
            return At(time, right)
        case At(PartOfDay() as time, None), Nearest() | Moved() | Stated() | Within() if (
            glue in ([], ["of"]) and _grain(right) == "day"
        ):
            return At(time, right)
        case ((Stated() | Moved() as year), Nearest(cycle, "")) if (
            glue in ([], ["'s"], ["’s"]) and cycle.kind in {"quarter", "half_year"} and _grain(year) == "year"
        ):
            return Within(right, year)
        case ((Nearest() | Moved() | Stated() | Within()), At(PartOfDay() as time, None)) if (
            not glue and _grain(left) == "day"
        ):
            return At(time, left)
        case ((Nearest() | Moved() | Stated() | Within()), At(time, None)) if close and _grain(left) == "day":
            return At(time, left)
        case Moved(unit, steps, "now", True), (Nearest() | Moved("day" | "week" | "month", _, _)) if not glue:
            return Shifted(unit, steps, right)
    return None


def _in_part(clock: Clock, part: str) -> Clock:
    """ "Six o'clock this evening" is 18:00; one "last night" stays one."""
    first = {"AF": 1, "EV": 1, "NI": 6}.get(part, 12)
    return replace(clock, hour=clock.hour + 12) if first <= clock.hour < 12 else clock


def _grain(meaning: Meaning) -> str:
    match meaning:
        case Stated(period):
            return period.grain
        case Moved(grain):
            return grain
        case Nearest(cycle):
            return "day" if cycle.kind in {"weekday", "calendar_day", "day_of_month", "feast"} else cycle.kind
        case Within(inner, _):
            return inner.unit if isinstance(inner, NthUnit) else _grain(inner)
        case Part(_, of):
            return _grain(of)
    return ""


def _ranged(left: Chunk, right: Chunk, glue: list[str], tokens: Tokens) -> Chunk | None:
    """Two times of one grain as a range: "from 1910 to 1945", "Tuesday and Wednesday"."""
    if len(glue) != 1 or not isinstance(left.meaning, DATES) or not isinstance(right.meaning, DATES):
        return None
    if not (grain := _grain(left.meaning)) or grain != _grain(right.meaning):
        return None
    word, before = glue[0], tokens.word(left.first - 1).lower()
    dash = word in {"-", "–", "—"}
    through = word in {"to", "until", "till", "through"}
    both = word == "and" and (before == "between" or _next_weekday(left.meaning, right.meaning))
    if not (dash or through or both):
        return None
    first = _in_year_of(left.meaning, right.meaning, -1)
    last = _in_year_of(right.meaning, left.meaning, 1)
    pieces = (replace(left, meaning=first, pieces=()), replace(right, meaning=last, pieces=()))
    return Chunk(left.first, right.last, Range(first, last), pieces)


def _in_year_of(end: Meaning, other: Meaning, step: int) -> Meaning:
    """ "April to June 1998": an end of a range without a year has the other's, or the one next to it (``step``)."""
    if not isinstance(other, Stated) or not isinstance(end, Nearest) or end.cycle.kind not in {"month", "calendar_day"}:
        return end
    key, day = end.cycle.key, other.period.start
    mine = key if isinstance(key, tuple) else (key, day.day)
    past_it = mine > (day.month, day.day) if step < 0 else mine < (day.month, day.day)
    year = Period.around(day, "year").shift(step if past_it else 0)
    return Within(end, Stated(year))


def _next_weekday(left: Meaning, right: Meaning) -> bool:
    match left, right:
        case Nearest(a, ""), Nearest(b, "") if a.kind == b.kind == "weekday":
            return int(str(b.key)) == int(str(a.key)) % 7 + 1
    return False
