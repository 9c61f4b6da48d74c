"""From matches to expressions: the longest that stand up in context, joined where several make one time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from variorum.model.parse import Passage, kept_with_parse
from variorum.read.times.build import BUILDERS
from variorum.read.times.compose import Glue, completed, composed, follow, grain_of, in_year_of
from variorum.read.times.context import stands
from variorum.read.times.lexicon import Lexicon
from variorum.read.times.meaning import Length, Meaning, Moved, Nearest, Part, Range, Shifted, Stated, Within
from variorum.read.times.period import Period
from variorum.read.times.tagger import Hit, Tokens, tag
from variorum.read.times.units import number
from variorum.read.times.zones import settled

LONGEST_GLUE = 2
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
    """Words of a paragraph with a meaning: ``text[start:end]``.

    Attributes:
        aside: it converts a clock time, and the text does not go on from its day.
    """

    start: int
    end: int
    meaning: Meaning
    pieces: tuple[Expression, ...] = ()
    aside: bool = False


@kept_with_parse
def expressions(passage: Passage, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The paragraph's times, in reading order, not overlapping."""
    hits = tag(passage.text, lexicon)
    if not hits:
        return ()
    tokens = hits[0].tokens
    chunks = _join(_select(hits, passage), tokens)
    return settled(passage.text, [_expression(c, tokens) for c in chunks if c.whole])


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
        if hit.rule.build == "nothing":
            taken[hit.first : hit.last] = b"\x01" * (hit.last - hit.first)
        elif chunk := _stood(hit, passage):
            taken[chunk.first : chunk.last] = b"\x01" * (chunk.last - chunk.first)
            chunks.append(chunk)
    return sorted(chunks, key=lambda c: c.first)


def _stood(hit: Hit, passage: Passage) -> Chunk | None:
    """The match as a chunk, without its first word where that belongs to what goes before; None when it is no time."""
    meaning = BUILDERS[hit.rule.build](hit)
    if meaning is None:
        return None
    verdict = stands(hit, passage)
    if verdict == "cut":
        shorter = hit.cut()
        return _stood(shorter, passage) if shorter else None
    return None if verdict == "no" else _chunk(hit, meaning, whole=verdict == "yes")


def _chunk(hit: Hit, meaning: Meaning, *, whole: bool) -> Chunk:
    return Chunk(hit.first, hit.last, meaning, _pieces(hit, meaning), whole)


def _pieces(hit: Hit, meaning: Meaning) -> tuple[Chunk, ...]:
    """What TimeML tags apart: the ends of a range, "the first nine months" of "2024", "3 hours" and "25 minutes"."""
    match meaning:
        case Range(first, last) if hit.has("last"):
            cut = hit.place("last")[0]
            return Chunk(hit.first, cut - 1, first), Chunk(cut, hit.last, last)
        case Range():
            cut = hit.place("year")[0]
            year = Stated(Period(dt.date(hit.value("year"), 1, 1), "year"))
            return Chunk(hit.first, cut - 1, Length(number(hit), hit.value("unit"))), Chunk(cut, hit.last, year)
        case Length(amount, unit, rest=rest) if rest:
            starts = [hit.first, *(hit.place(f"num{end}")[0] for end in ("_", "__")[: len(rest)])]
            ends = [hit.place(f"unit{end}")[1] for end in ("", "_", "__")[: len(rest) + 1]]
            lengths = [Length(amount, unit), *(Length(n, u) for n, u in rest)]
            return tuple(Chunk(*row) for row in zip(starts, ends, lengths, strict=True))
    return ()


def _join(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Join neighbours until none fit; from the right, so that "early" meets "Friday morning" whole."""
    out: list[Chunk] = []
    for chunk in reversed(chunks):
        right = chunk
        while out and (joined := _pair(right, out[-1], tokens)):
            right = joined
            out.pop()
        out.append(_completed(right, out[-1], tokens) if out else right)
    out.reverse()
    return out


def _glue(left: Chunk, right: Chunk, tokens: Tokens) -> Glue | None:
    """What stands between two chunks, by its sense; None when they are too far apart to have to do with each other."""
    if right.first - left.last > LONGEST_GLUE:
        return None
    words = [tokens.lexicon.glue.get(tokens.word(i).lower()) for i in range(left.last, right.first)]
    return tuple(w for w in words if w) if all(words) else None


def _completed(left: Chunk, right: Chunk, tokens: Tokens) -> Chunk:
    glue = _glue(left, right, tokens)
    if glue is None:
        return left
    meaning = completed(left.meaning, right.meaning, glue)
    return left if meaning == left.meaning else replace(left, meaning=meaning, whole=True)


def _pair(left: Chunk, right: Chunk, tokens: Tokens) -> Chunk | None:
    """Both as one chunk, or None when they stay two."""
    glue = _glue(left, right, tokens)
    if glue is None:
        return None
    meaning = composed(left.meaning, right.meaning, glue)
    if meaning is not None:
        return Chunk(left.first, right.last, meaning)
    return _ranged(left, right, glue, tokens) if left.whole and right.whole else None


def _ranged(left: Chunk, right: Chunk, glue: Glue, tokens: Tokens) -> Chunk | None:
    """Two times of one grain as a range: "from 1910 to 1945", "Tuesday and Wednesday"."""
    if not isinstance(left.meaning, DATES) or not isinstance(right.meaning, DATES):
        return None
    if not (grain := grain_of(left.meaning)) or grain != grain_of(right.meaning):
        return None
    between = tokens.word(left.first - 1).lower() in tokens.lexicon.cues["BETWEEN"]
    both = glue == ("and",) and (between or follow(left.meaning, right.meaning))
    if glue != ("to",) and not both:
        return None
    first = in_year_of(left.meaning, right.meaning, -1)
    last = in_year_of(right.meaning, left.meaning, 1)
    pieces = (replace(left, meaning=first, pieces=()), replace(right, meaning=last, pieces=()))
    return Chunk(left.first, right.last, Range(first, last), pieces)
